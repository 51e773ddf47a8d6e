import { describe, test } from 'vitest';
import { pagesLaw, ruledLaw, type Sparse, shadedLaw, sparseLaw } from '../geometry/laws.ts';
import { planLaw } from '../geometry/plan-laws.ts';

describe('a painted table comes back as the same grid', () => {
  test('with rulings, on a page turned any way', () => ruledLaw(20_000));
  test.each<Sparse>(['rows', 'header', 'under-header', 'none'])('with text in columns, rulings: %s', rules =>
    sparseLaw(rules, 10_000),
  );
  test('shown by shading alone', () => shadedLaw(10_000));
  test('without rulings, rows with keys, over pages', () => planLaw(10_000));
  test('cut by a page break', () => pagesLaw(10_000));
});
