import type { NoPlan, Outcome } from '../batch/convert-files.ts';
import { type Bilingual, severities } from '../model/diagnostic.ts';
import { addTallies, noFindings, type Tally } from '../report/findings.ts';
import { exit } from './exit.ts';
import type { Language } from './language.ts';
import { unsettledExit } from './settled.ts';
import { textTable } from './text-table.ts';
import { tallyText } from './verdict.ts';

/** What the files of one format came to. */
interface Row {
  files: number;
  plans: number;
  tasks: number;
  counts: Tally;
}

/** What a batch came to, counted as the outcomes come. */
export class Total {
  files = 0;
  unchanged = 0;
  tasks = 0;
  counts: Tally = noFindings;
  /** The worst that made files give no plan. */
  exitCode: number = exit.fine;
  private plans = 0;
  private readonly formats = new Map<string, Row>();
  private readonly refused = new Map<string, number>();

  /** @param counts of each of its plans */
  add({ plans, none, unchanged }: Outcome, counts: readonly Tally[]): void {
    this.files++;
    if (unchanged) this.unchanged++;
    if (none) {
      const { code } = none.problems[0]!;
      this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
      this.exitCode = Math.max(this.exitCode, exitOf(none));
    }
    for (const [i, { format, tasks }] of plans.entries()) {
      const row = this.formats.get(format) ?? { files: 0, plans: 0, tasks: 0, counts: noFindings };
      this.formats.set(format, row);
      if (i === 0) row.files++;
      row.plans++;
      row.tasks += tasks;
      row.counts = addTallies(row.counts, counts[i]!);
      this.plans++;
      this.tasks += tasks;
      this.counts = addTallies(this.counts, counts[i]!);
    }
  }

  /** The summary: a table by format, what was refused and why, and all in one line. */
  lines(language: Language): string[] {
    const { files, plans, tasks, unchanged } = this;
    const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = [
      columns.map(title => title[language]),
      ...sorted(this.formats).map(([format, row]) => [
        format,
        ...[row.files, row.plans, row.tasks, ...severities.map(severity => row.counts[severity])].map(String),
      ]),
      ...sorted(this.refused).map(([code, count]) => [
        `${refusedTitle[language]} ${code}`,
        String(count),
        '',
        '',
        '',
        '',
        '',
      ]),
    ];
    const refused = [...this.refused.values()].reduce((sum, count) => sum + count, 0);
    const counts = tallyText(this.counts, language);
    const all =
      language === 'zh'
        ? `共 ${files} 个文件：${plans} 个计划，${tasks} 项任务，${refused} 个文件未能转换；${counts}`
        : `${files} files: ${plans} plans, ${tasks} tasks, ${refused} refused; ${counts}`;
    const skipped = { zh: `（${unchanged} 个未变，未重新转换）`, en: ` (${unchanged} unchanged, not converted again)` };
    return [...textTable(rows), all + (unchanged > 0 ? skipped[language] : '')];
  }
}

function exitOf({ of, problems }: NoPlan): number {
  if (of === 'corrections') return exit.usage;
  if (of === 'unsettled') return unsettledExit(problems);
  return problems.some(({ code }) => code === 'internal-fault') ? exit.fault : exit.unreadable;
}

const refusedTitle: Bilingual = { zh: '未转换', en: 'refused' };
const columns: readonly Bilingual[] = [
  { zh: '格式', en: 'format' },
  { zh: '文件', en: 'files' },
  { zh: '计划', en: 'plans' },
  { zh: '任务', en: 'tasks' },
  { zh: '错误', en: 'errors' },
  { zh: '警告', en: 'warnings' },
  { zh: '提示', en: 'info' },
];
