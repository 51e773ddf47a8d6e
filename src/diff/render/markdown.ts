import type { Bilingual } from '../../model/diagnostic.ts';
import type { Plan } from '../../plan/schema.ts';
import { labelsOf, numbersOf, summaryLine, titleOfEntry } from '../labels.ts';
import type { Diff } from '../schema.ts';
import { sentence } from '../sentences.ts';
import { relationWords, statusWords } from '../words.ts';
import { doubtOf, isTold, levelWord, partLabel, planSentence, planTitle, type RenderOptions } from './text.ts';

/** Text of a document inside Markdown: nothing in it can become markup. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, character => `\\${character}`)
    .replace(/(^|[^\p{L}\p{N}])(\d+)\./gu, '$1$2\\.')
    .replace(/:\/\//g, '\\://');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${' --- |'.repeat(head.length)}`,
  ...rows.map(cells => `| ${cells.join(' | ')} |`),
];

/** A diff as Markdown (GFM): a table of the tasks that changed, one of what the rules say, and the closing count. */
export function renderMarkdown(
  diff: Diff,
  base: Plan,
  head: Plan,
  { language, folded = false }: RenderOptions,
): string {
  const labels = labelsOf(base, head);
  const t = (text: Bilingual): string => text[language];
  const lines = [
    `# ${t({ zh: '抽查计划比较', en: 'Comparison of inspection plans' })}`,
    '',
    `- ${t({ zh: '基准计划', en: 'base' })}: ${escapeMarkdown(planTitle(base, language))}`,
    `- ${t({ zh: '对比计划', en: 'head' })}: ${escapeMarkdown(planTitle(head, language))}`,
    `- ${t({ zh: '比较方式', en: 'compared as' })}: ${escapeMarkdown(t(relationWords[diff.as]))}`,
    '',
    `**${escapeMarkdown(summaryLine(diff, language))}**`,
  ];
  const told = diff.tasks.filter(entry => isTold(entry, folded));
  if (told.length > 0) {
    const rows = told.map(entry => {
      const doubt = doubtOf(entry, labels, language);
      const said = entry.changes.map(
        change =>
          `${change.task === undefined ? '' : partLabel(entry, change.task, labels, language)}${sentence(change, language)}`,
      );
      return [
        escapeMarkdown(numbersOf(entry, labels, language)),
        t(statusWords[entry.status]),
        escapeMarkdown(titleOfEntry(entry, labels)),
        [...said, ...(doubt ? [doubt] : [])].map(escapeMarkdown).join('<br>'),
      ];
    });
    const heads = [
      { zh: '序号', en: 'numbers' },
      { zh: '去向', en: 'status' },
      { zh: '任务', en: 'task' },
      { zh: '变化', en: 'changes' },
    ];
    lines.push('', `## ${t({ zh: '任务', en: 'Tasks' })}`, '', ...table(heads.map(t), rows));
  }
  if (diff.plan.changes.length > 0) {
    lines.push('', `## ${t({ zh: '任务之外', en: 'Beside the tasks' })}`, '');
    for (const change of diff.plan.changes) lines.push(`- ${escapeMarkdown(planSentence(change, language))}`);
  }
  if (diff.findings.length > 0) {
    const heads = [
      { zh: '规则', en: 'rule' },
      { zh: '级别', en: 'level' },
      { zh: '序号', en: 'numbers' },
      { zh: '结论', en: 'finding' },
    ];
    const rows = diff.findings.map(finding => [
      `\`${finding.id}\``,
      levelWord(finding.level, language),
      escapeMarkdown(numbersOf(finding, labels, language)),
      escapeMarkdown(finding.message[language]),
    ]);
    lines.push('', `## ${t({ zh: '规则', en: 'Rules' })}`, '', ...table(heads.map(t), rows));
  }
  return `${lines.join('\n')}\n`;
}
