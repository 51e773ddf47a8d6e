import { toJson } from '../../emit/json.ts';
import { addTallies, noFindings, type ReportedFile, tally } from '../findings.ts';

/** The report as data of our own, see `schemas/report.schema.json`. */
export const toReportJson = (files: readonly ReportedFile[]): string =>
  toJson({
    schema: 'choucha/report@1',
    files,
    summary: files.map(({ findings }) => tally(findings)).reduce(addTallies, noFindings),
  });
