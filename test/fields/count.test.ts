import { count } from '../../src/fields/count.ts';
import { anyCount } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

/** 1-2户 → 12户 is right, too. */
keepsLaws(count, anyCount, /[\d-]/u);
