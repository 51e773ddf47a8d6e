import { csv, tsv } from './csv.ts';
import { datapackage } from './datapackage.ts';
import type { ExportFormat } from './export-format.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import { sqlite } from './sqlite.ts';
import { xlsx } from './xlsx.ts';

/** Formats that other systems load plans from; their tables and columns are in `tables/`. */
export const exportFormats = { jsonl, csv, tsv, xlsx, sqlite, parquet, datapackage } as const satisfies Record<
  string,
  ExportFormat
>;
export type ExportName = keyof typeof exportFormats;
export const exportNames = Object.keys(exportFormats) as ExportName[];
