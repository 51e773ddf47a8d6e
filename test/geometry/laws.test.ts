import { describe, test } from 'vitest';
import { pagesLaw, ruledLaw, type Sparse, shadedLaw, sparseLaw } from './laws.ts';
import { planLaw } from './plan-laws.ts';

describe('a painted table comes back as the same grid', () => {
  test('with rulings, on a page turned any way', () => ruledLaw(150));
  test.each<Sparse>(['rows', 'header', 'under-header', 'none'])('with text in columns, rulings: %s', rules =>
    sparseLaw(rules, 60),
  );
  test('shown by shading alone', () => shadedLaw(100));
  test('without rulings, rows with keys, over pages', () => planLaw(60));
  test('cut by a page break', () => pagesLaw(100));
});
