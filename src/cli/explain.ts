import { readFile } from 'node:fs/promises';
import { fromYaml } from '../emit/yaml.ts';
import { type Explanation, explain } from '../explain.ts';
import { type Bilingual, type Diagnostic, diagnose, type Waived } from '../model/diagnostic.ts';
import { formatPlace } from '../model/place.ts';
import type { Origin, Reason, Trace } from '../model/traced.ts';
import { loadPlan } from '../plan/load.ts';
import type { Plan } from '../plan/schema.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { convertSettled, type SettleOptions, type Unsettled, unsettledLines } from './settled.ts';

interface Explained {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** `choucha explain`: gives the exit code. */
export async function explainCommand(
  file: string,
  address: string,
  options: SettleOptions & { readonly language: Language },
): Promise<number> {
  const { language } = options;
  const found = /\.plan\.(?:json|ya?ml)$/.test(file) ? await fromPlanFile(file) : await fromDocument(file, options);
  if ('problems' in found) {
    process.stderr.write(`${unsettledLines(found, language).join('\n')}\n`);
    return found.code;
  }
  const results = found.map(({ plan, trace }) => ({
    source: file.endsWith(trace.source.name) ? file : trace.source.name,
    ...explain(plan, trace, address),
  }));
  const explanations = results.filter(result => !('problem' in result)) as (Explanation & { source: string })[];
  if (explanations.length === 0)
    throw new UsageError((results[0] as unknown as { problem: Bilingual }).problem[language]);
  process.stdout.write(explanations.map(explanation => render(explanation.source, explanation, language)).join('\n'));
  return exit.fine;
}

async function fromDocument(file: string, options: SettleOptions): Promise<readonly Explained[] | Unsettled> {
  const settled = await convertSettled(file, options);
  return 'problems' in settled ? settled : settled.conversion.plans;
}

async function fromPlanFile(file: string): Promise<readonly Explained[] | Unsettled> {
  const refuse = (diagnostic: Diagnostic): Unsettled => ({
    path: file,
    problems: [diagnostic],
    code: exit.unreadable,
  });
  try {
    const loaded = loadPlan(fromYaml(await readFile(file, 'utf8')));
    if ('notices' in loaded) return refuse(diagnose(loaded.notices[0]!, loaded.notices[0]!));
    const trace = JSON.parse(await readFile(file.replace(/\.plan\.(?:json|ya?ml)$/, '.trace.json'), 'utf8')) as Trace;
    return [{ plan: loaded.plan, trace }];
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    return refuse(diagnose({ code: 'unreadable-file', params: { reason } }));
  }
}

const words = {
  task: { zh: '任务', en: 'task' },
  raw: { zh: '原文', en: 'raw text' },
  place: { zh: '位置', en: 'place' },
  origin: { zh: '来历', en: 'origin' },
  notation: { zh: '写法', en: 'notation' },
  value: { zh: '取值', en: 'value' },
  expected: { zh: '应为', en: 'expected' },
  diagnostic: { zh: '诊断', en: 'finding' },
  hint: { zh: '建议', en: 'next' },
  reason: { zh: '理由', en: 'reason' },
  cause: { zh: '成因', en: 'cause' },
  waived: { zh: '豁免', en: 'waived' },
  fingerprint: { zh: '指纹', en: 'waive as' },
  blank: { zh: '（空白）', en: '(blank)' },
  none: { zh: '无：没有写法能完整识读', en: 'none: no notation reads the whole text' },
} satisfies Record<string, Bilingual>;

const originWords: Record<Origin, Bilingual> = {
  read: { zh: '读自该格', en: 'read from the cell' },
  merged: { zh: '合并单元格', en: 'merged cell' },
  inferred: { zh: '推断', en: 'inferred' },
  corrected: { zh: '更正', en: 'corrected' },
  blank: { zh: '空白', en: 'blank' },
};

function render(file: string, explained: Explanation, language: Language): string {
  const width = language === 'zh' ? 4 : 10;
  const lines: string[] = [];
  const line = (key: keyof typeof words, text: string) =>
    lines.push(
      `  ${words[key][language].padEnd(width)} ${text.replace(/\n/g, `\n  ${' '.repeat(language === 'zh' ? 9 : width + 1)}`)}`,
    );
  lines.push(`${explained.address}  ${explained.title[language]}`);
  if (explained.taskName !== null) line('task', explained.taskName);
  for (const cell of explained.cells) {
    line('raw', cell.raw.trim() === '' ? words.blank[language] : cell.raw.trim());
    if (cell.places.length > 0) line('place', cell.places.map(place => `${file}:${formatPlace(place)}`).join(' '));
    const donor =
      cell.donor === null ? '' : { zh: `，取自第${cell.donor}项`, en: `, from task ${cell.donor}` }[language];
    line('origin', originWords[cell.origin][language] + donor);
    if (cell.correction) line('reason', signed(cell.correction, language));
  }
  const unread =
    explained.expected !== null && explained.cells.some(cell => cell.raw.trim() !== '' && !cell.correction);
  if (explained.notation) line('notation', explained.notation[language]);
  else if (unread) line('notation', words.none[language]);
  line('value', explained.text === null ? 'null' : `${explained.text}\n${JSON.stringify(explained.value)}`);
  if (unread) line('expected', explained.expected![language]);
  for (const { severity, code, message, hint, cause, waived, fingerprint } of explained.diagnostics) {
    line('diagnostic', `${severity} [${code}] ${message[language]}`);
    if (cause) line('cause', cause.evidence[language]);
    if (waived) line('waived', signed(waived, language));
    else line('hint', hint[language]);
    line('fingerprint', fingerprint);
  }
  return `${lines.join('\n')}\n`;
}

/** A reason and who gives it: `原件如此（张三，2026-11-27，第 5 页）`. */
function signed({ reason, by, date, ...rest }: Reason | Waived, language: Language): string {
  const evidence = 'evidence' in rest ? rest.evidence : undefined;
  const until =
    'until' in rest && rest.until ? { zh: `至 ${rest.until}`, en: `until ${rest.until}` }[language] : undefined;
  const who = [by, date, evidence, until].filter(part => part !== undefined);
  if (who.length === 0) return reason;
  return language === 'zh' ? `${reason}（${who.join('，')}）` : `${reason} (${who.join(', ')})`;
}
