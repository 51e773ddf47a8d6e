import type { Table } from './column.ts';
import { findingsTable } from './findings.ts';
import { bodiesTable, issuersTable, itemsTable, tiersTable, windowsTable } from './lists.ts';
import { plansTable } from './plans.ts';
import { partsTable, tasksTable } from './tasks.ts';

export { type Cell, type Column, type ColumnType, jsonText, type Row, type Table, type TracedPlan } from './column.ts';
export { flatTable } from './tasks.ts';

/** The relational form of plans; a table refers only to those before it. */
export const tables: readonly Table[] = [
  plansTable,
  issuersTable,
  tasksTable,
  partsTable,
  itemsTable,
  bodiesTable,
  tiersTable,
  windowsTable,
  findingsTable,
];
