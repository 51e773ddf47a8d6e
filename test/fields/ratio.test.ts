import { ratio } from '../../src/fields/ratio.ts';
import { anyRatio } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

keepsLaws(ratio, anyRatio);
