import type { Config } from '../config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { formatPlace } from '../model/place.ts';
import {
  addTallies,
  type Judged,
  judge,
  noFindings,
  type ReportedFile,
  type Tally,
  type Told,
  tally,
  tellOfFile,
} from '../report/findings.ts';
import { type ReportFormat, renderReport, reportFormats } from '../report/machine/index.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { reaches, shownName, type Threshold } from './report.ts';
import { today } from './today.ts';
import { version } from './version.ts';
import { writeAll } from './write.ts';

/** A report for machines and where it goes; null is standard output. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly path: string | null;
}

/** How findings are told and what they come to. */
export interface VerdictOptions {
  readonly failOn: Threshold;
  readonly show: Threshold;
  /** More warnings than this exit 1; no bound where absent. */
  readonly maxWarnings?: number;
  readonly report?: readonly ReportTarget[];
  readonly rules?: Config['rules'];
  readonly language: Language;
}

/** Reads `sarif` (to standard output) or `sarif=findings.sarif`. Throws a UsageError. */
export function readReportTarget(word: string): ReportTarget {
  const at = word.indexOf('=');
  const [format, path] = at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
  if (!(format in reportFormats) || path === '')
    throw new UsageError(`--report ${word}: ${Object.keys(reportFormats).join(' | ')}, <format>=<file>`);
  return { format: format as ReportFormat, path };
}

/** One line per finding: `file:place [code] severity address: message`; `waived` in place of the severity where it counts for nothing. */
export function findingLine(file: string, finding: Judged, language: Language): string {
  const { code, severity, address, message, places, pointer, accepted, waived, cause } = finding;
  const place = places[0] ? formatPlace(places[0]) : (pointer ?? '');
  const where = pointer === undefined || address === '' ? '' : `${address}: `;
  const made = cause
    ? {
        zh: `（${causeWords[cause.in].zh}：${cause.evidence.zh}）`,
        en: ` (${causeWords[cause.in].en}: ${cause.evidence.en})`,
      }[language]
    : '';
  const why = accepted ? { zh: `（${waived!.reason}）`, en: ` (${waived!.reason})` }[language] : '';
  const text = `${message[language]}${made}${why}`.replace(/\s+/g, ' ');
  return `${shownName(file)}:${place} [${code}] ${accepted ? 'waived' : severity} ${where}${text}`;
}

const causeWords = {
  source: { zh: '来源如此', en: 'in the source' },
  conversion: { zh: '转换所致', en: 'made by conversion' },
} as const;

/** How many there are: `2 errors, 9 warnings, 33 info, 1 waived`. */
export function tallyText({ error, warning, info, waived }: Tally, language: Language): string {
  if (language === 'zh') return `错误 ${error}，警告 ${warning}，提示 ${info}${waived > 0 ? `，豁免 ${waived}` : ''}`;
  const some = `${error} error${error === 1 ? '' : 's'}, ${warning} warning${warning === 1 ? '' : 's'}, ${info} info`;
  return `${some}${waived > 0 ? `, ${waived} waived` : ''}`;
}

/** Judges findings file by file: what to print, what they come to, and the reports for machines. */
export class Verdict {
  readonly #options: VerdictOptions;
  readonly #files: ReportedFile[] = [];
  readonly #today = today();
  #total: Tally = noFindings;
  #fails = false;

  /** Throws a UsageError where two reports, or a report and `stdoutTaken`, would share standard output. */
  constructor(options: VerdictOptions, stdoutTaken = false) {
    this.#options = options;
    const { report = [], language } = options;
    if (report.filter(({ path }) => path === null).length + (stdoutTaken ? 1 : 0) > 1)
      throw new UsageError(
        {
          zh: '标准输出只能给一样内容：其余写入文件，如 --report sarif=findings.sarif',
          en: 'standard output takes one thing only: write the others to files, such as --report sarif=findings.sarif',
        }[language],
      );
  }

  /** Takes the findings of a file; gives the lines to print and how many count. */
  add(path: string, findings: readonly Told[]): { readonly lines: readonly string[]; readonly counts: Tally } {
    const { rules: levels = {}, failOn, show, report = [], language } = this.#options;
    const judged = judge(findings, { levels, today: this.#today });
    const counts = tally(judged);
    this.#total = addTallies(this.#total, counts);
    this.#fails ||= judged.some(({ severity, accepted }) => !accepted && reaches(severity, failOn));
    if (report.length > 0) this.#files.push({ path, findings: judged });
    const shown = judged.filter(({ severity, accepted }) => reaches(accepted ? 'info' : severity, show));
    return { lines: shown.map(finding => findingLine(path, finding, language)), counts };
  }

  /** Takes why a file gave nothing; gives the lines to print. It counts by its exit code. */
  refuse(path: string, problems: readonly Diagnostic[]): string[] {
    const { report = [], language } = this.#options;
    const told = problems.map((problem): Judged => ({ ...tellOfFile(problem), accepted: false }));
    if (report.length > 0) this.#files.push({ path, findings: told });
    return told.flatMap(problem => [findingLine(path, problem, language), `  ${problem.hint[language]}`]);
  }

  get total(): Tally {
    return this.#total;
  }

  /** 1 where something reaches `--fail-on`, or there are more warnings than `--max-warnings`. */
  get exitCode(): number {
    const { maxWarnings = Number.POSITIVE_INFINITY } = this.#options;
    return this.#fails || this.#total.warning > maxWarnings ? exit.findings : exit.fine;
  }

  /** Writes the reports that were asked for. */
  async writeReports(): Promise<void> {
    const { report = [], language } = this.#options;
    for (const { format, path } of report) {
      const text = renderReport(format, this.#files, { language, version: version() });
      if (path === null) process.stdout.write(text);
      else await writeAll([{ path, text }]);
    }
  }
}
