import type { ReportedFile } from '../findings.ts';
import { toGithub } from './github.ts';
import { toReportJson } from './json.ts';
import { toSarif } from './sarif.ts';

export interface ReportOptions {
  readonly language: 'zh' | 'en';
  /** The program's. */
  readonly version: string;
}

type Renderer = (files: readonly ReportedFile[], options: ReportOptions) => string;

/** Reports for machines, by name. */
export const reportFormats = {
  json: files => toReportJson(files),
  sarif: (files, options) => toSarif(files, options),
  github: (files, { language }) => toGithub(files, language),
} as const satisfies Record<string, Renderer>;

export type ReportFormat = keyof typeof reportFormats;

export const renderReport = (format: ReportFormat, files: readonly ReportedFile[], options: ReportOptions): string =>
  reportFormats[format](files, options);
