import { frequency } from '../../src/fields/frequency.ts';
import { anyFrequency } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

keepsLaws(frequency, anyFrequency);
