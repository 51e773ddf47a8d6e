import { amountsEntries } from './amounts.ts';
import { batchEntries } from './batch.ts';
import { bodiesEntries } from './bodies.ts';
import { cellEntries } from './cells.ts';
import { columnsEntries } from './columns.ts';
import { correctionsEntries } from './corrections.ts';
import { creditRuleEntries } from './credit-rule.ts';
import type { Entry } from './entry.ts';
import { exportEntries } from './exports.ts';
import { itemsEntries } from './items.ts';
import { officeEntries } from './office.ts';
import { pdfEntries } from './pdf.ts';
import { periodEntries } from './period.ts';
import { planEntries } from './plan.ts';
import { sourceEntries } from './source.ts';
import { textEntries } from './text.ts';

export type { Entry } from './entry.ts';

/** Every kind of diagnostic, by code. Codes are kebab-case and never translated. */
const table = {
  ...sourceEntries,
  ...batchEntries,
  ...textEntries,
  ...officeEntries,
  ...pdfEntries,
  ...columnsEntries,
  ...cellEntries,
  ...amountsEntries,
  ...periodEntries,
  ...creditRuleEntries,
  ...bodiesEntries,
  ...itemsEntries,
  ...planEntries,
  ...exportEntries,
  ...correctionsEntries,
};

export type Code = keyof typeof table;

export const catalogue: Readonly<Record<Code, Entry>> = table;
export const codes = Object.keys(table) as Code[];
