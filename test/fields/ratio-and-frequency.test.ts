import fc from 'fast-check';
import { ratioAndFrequency } from '../../src/fields/ratio-and-frequency.ts';
import { anyFrequency, anyRatio } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

const both = fc
  .record({ ratio: fc.option(anyRatio), frequency: fc.option(anyFrequency) }, { noNullPrototype: true })
  .filter(({ ratio, frequency }) => ratio !== null || frequency !== null);
keepsLaws(ratioAndFrequency, both);
