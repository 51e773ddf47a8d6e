import { readFile } from 'node:fs/promises';
import { convert } from '../convert.ts';
import { compareTwins, type Difference, type Shown, type Twin, type TwinsResult } from '../diff/twins.ts';
import { toJson } from '../emit/json.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { formatPlace } from '../model/place.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { diagnosticLine } from './report.ts';

/** `choucha diff --twins`: gives the exit code. */
export async function twinsCommand(
  files: readonly string[],
  { format, language, ...reading }: { format: string; language: Language } & ReadingArguments,
): Promise<number> {
  if (files.length < 2) throw new UsageError({ zh: '至少要两份文件', en: 'needs at least two documents' }[language]);
  if (format !== 'text' && format !== 'json')
    throw new UsageError(
      { zh: '--twins 只有 text 和 json 格式', en: '--twins has the formats text and json only' }[language],
    );
  const twins: Twin[] = [];
  for (const file of files) {
    const twin = await read(file, reading);
    if ('severity' in twin) {
      process.stderr.write(`${diagnosticLine(file, twin, null, language)}\n  ${twin.hint[language]}\n`);
      return exit.unreadable;
    }
    twins.push(twin);
  }
  const result = compareTwins(twins);
  process.stdout.write(format === 'json' ? toJson(result) : render(result, language));
  return result.settled.length + result.disagreements.length > 0 ? exit.findings : exit.fine;
}

async function read(file: string, reading: ReadingArguments): Promise<Twin | Diagnostic> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => cause);
  if (bytes instanceof Error)
    return diagnose({ code: 'unreadable-file', params: { reason: bytes.code ?? bytes.message } });
  const { plans, refusal } = await convert({ name: file, bytes }, convertOptions(reading));
  return refusal ?? { name: file, ...plans[0]! };
}

const states = {
  blank: { zh: '（空白）', en: '(blank)' },
  missing: { zh: '（无此任务）', en: '(no such task)' },
  unread: { zh: '（未能识读）', en: '(not read)' },
} as const;

/** What was made by conversion, one line each; what stands in the source in one line. */
function causeLines(causes: TwinsResult['causes'], language: Language): string[] {
  const made = causes.filter(({ cause }) => cause.in === 'conversion');
  const there = new Set(
    causes
      .filter(({ cause, severity }) => cause.in === 'source' && severity !== 'info')
      .map(({ address, code }) => `${address} [${code}]`),
  );
  return [
    ...(made.length === 0
      ? []
      : [{ zh: `转换所致（${made.length}）：`, en: `made by conversion (${made.length}):` }[language]]),
    ...made.map(
      ({ document, address, code, cause }) => `  ${document}  ${address} [${code}]  ${cause.evidence[language]}`,
    ),
    ...(there.size === 0
      ? []
      : [
          { zh: `来源如此（${there.size}）：`, en: `in the source (${there.size}):` }[language],
          `  ${[...there].join(language === 'zh' ? '、' : ', ')}`,
        ]),
  ];
}

function render(result: TwinsResult, language: Language): string {
  const shown = ({ document, state, text, places }: Shown): string => {
    const what = state === 'stated' ? text! : `${states[state][language]}${text ?? ''}`;
    return `    ${document}${places[0] ? `:${formatPlace(places[0])}` : ''}  ${what.replace(/\n/g, ' ')}`;
  };
  const block = (title: string, differences: readonly Difference[]): string[] =>
    differences.length === 0
      ? []
      : [
          title,
          ...differences.flatMap(({ task, field, title, shown: all }) => [
            `  ${task}.${field}  ${title[language]}`,
            ...all.map(shown),
          ]),
        ];
  const { agreements, blanks, settled, disagreements, causes } = result;
  const lines =
    language === 'zh'
      ? [
          ...block(`一份写明而另一份空白，可据以确定（${settled.length}）：`, settled),
          ...block(`不一致（${disagreements.length}）：`, disagreements),
          ...causeLines(causes, language),
          `一致 ${agreements}，均空白 ${blanks}，可确定 ${settled.length}，不一致 ${disagreements.length}`,
        ]
      : [
          ...block(`blank in one and settled by another (${settled.length}):`, settled),
          ...block(`disagreements (${disagreements.length}):`, disagreements),
          ...causeLines(causes, language),
          `${agreements} agree, ${blanks} blank in all, ${settled.length} settled, ${disagreements.length} disagree`,
        ];
  return `${lines.join('\n')}\n`;
}
