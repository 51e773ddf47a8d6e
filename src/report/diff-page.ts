import { type Labels, labelsOf, numbersOf, summaryLine, titleOfEntry } from '../diff/labels.ts';
import { doubtOf, levelWord, partLabel, planSentence, planTitle } from '../diff/render/text.ts';
import type { Change, Diff, DiffFinding, Entry } from '../diff/schema.ts';
import { columnsOf } from '../diff/task-values.ts';
import { valueText } from '../diff/value-text.ts';
import { bandWords, columnTitle, kindWords, reasonWords, relationWords, statusWords } from '../diff/words.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import type { Plan, Task } from '../plan/schema.ts';
import { changeCell } from './diff-cells.ts';
import { asset, escapeHtml, renderPage } from './page.ts';

type Language = keyof Bilingual;

interface Scene {
  readonly labels: Labels;
  readonly language: Language;
  readonly t: (text: Bilingual) => string;
  readonly fields: readonly string[];
  readonly findings: ReadonlyMap<string, readonly DiffFinding[]>;
}

/** A diff as one self-contained page: counts, filters, old and new side by side. It reads, and prints, without its script. */
export function renderDiffPage(diff: Diff, base: Plan, head: Plan, language: Language): string {
  const t = (text: Bilingual): string => text[language];
  const scene: Scene = {
    labels: labelsOf(base, head),
    language,
    t,
    fields: [...new Set([...columnsOf(base), ...columnsOf(head)])],
    findings: findingsByTask(diff),
  };
  const told = diff.tasks.filter(entry => isShown(entry, scene));
  const rest = diff.tasks.filter(entry => !isShown(entry, scene));
  const title = t({ zh: '抽查计划比较', en: 'Comparison of inspection plans' });
  const body = [
    '<header>',
    `<h1>${title}</h1>`,
    '<dl class="plans">',
    row(t({ zh: '基准计划', en: 'base' }), planTitle(base, language)),
    row(t({ zh: '对比计划', en: 'head' }), planTitle(head, language)),
    row(t({ zh: '比较方式', en: 'compared as' }), t(relationWords[diff.as])),
    '</dl>',
    counts(diff, scene),
    `<p class="total">${escapeHtml(summaryLine(diff, language))}</p>`,
    '</header>',
    '<main>',
    '<div id="filters"></div>',
    ...told.map(entry => entryMarkup(entry, scene)),
    planMarkup(diff, scene),
    rest.length > 0 ? unchanged(rest, scene) : '',
    '</main>',
  ];
  return renderPage({
    title: `${title}：${base.title ?? base.id} → ${head.title ?? head.id}`,
    language: language === 'zh' ? 'zh-CN' : 'en',
    style: asset('page.css') + asset('diff.css'),
    body: body.filter(line => line !== '').join('\n'),
    script: asset('page.js') + asset('diff.js'),
    data: filterData(diff, told, scene),
  });
}

const row = (term: string, text: string): string =>
  `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd></div>`;
const key = ({ base, head }: Pick<Entry, 'base' | 'head'>): string[] => [
  ...base.map(id => `b ${id}`),
  ...head.map(id => `h ${id}`),
];

function findingsByTask({ tasks, findings }: Diff): Map<string, DiffFinding[]> {
  const owner = new Map(tasks.flatMap((entry, i) => key(entry).map(name => [name, String(i)] as const)));
  const found = new Map<string, DiffFinding[]>();
  for (const finding of findings) {
    const index = owner.get(key(finding)[0]!)!;
    found.set(index, [...(found.get(index) ?? []), finding]);
  }
  return new Map(tasks.map((entry, i) => [key(entry).join(), found.get(String(i)) ?? []]));
}

const findingsOf = (entry: Entry, { findings }: Scene): readonly DiffFinding[] => findings.get(key(entry).join()) ?? [];
const isShown = (entry: Entry, scene: Scene): boolean =>
  entry.status !== 'kept' ||
  entry.changes.length > 0 ||
  entry.match?.band === 'review' ||
  findingsOf(entry, scene).length > 0;

function counts({ summary }: Diff, { t }: Scene): string {
  const words: Readonly<Record<keyof Diff['summary'], Bilingual>> = {
    kept: statusWords.kept,
    changed: { zh: '有变化', en: 'changed' },
    added: statusWords.added,
    dropped: statusWords.dropped,
    split: statusWords.split,
    merged: statusWords.merged,
    renamed: { zh: '改名', en: 'renamed' },
    cannotTell: { zh: '无法判断', en: 'cannot tell' },
  };
  const items = (Object.keys(words) as (keyof Diff['summary'])[]).map(
    name => `<li class="count ${name}"><b>${summary[name]}</b> ${escapeHtml(t(words[name]))}</li>`,
  );
  return `<ul class="counts">${items.join('')}</ul>`;
}

/** What the filters are made of: the groups, kinds, columns and rules that occur, with their words. */
function filterData(diff: Diff, told: readonly Entry[], { t, language }: Scene) {
  const distinct = (values: readonly string[]): string[] => [...new Set(values)];
  const changes = told.flatMap(entry => entry.changes);
  const option = (value: string, text: Bilingual) => ({ value, text: t(text) });
  return {
    total: told.length,
    groups: [
      ...distinct(told.map(({ status }) => status)).map(status =>
        option(status, status === 'kept' ? { zh: '保留而有变化', en: 'kept, changed' } : statusWords[status as 'kept']),
      ),
      ...(told.some(({ renamed }) => renamed) ? [option('renamed', { zh: '改名', en: 'renamed' })] : []),
      ...(changes.some(({ kind }) => kind === 'cannot-tell') ? [option('cannot-tell', kindWords['cannot-tell'])] : []),
      ...(told.some(({ match }) => match?.band === 'review') ? [option('review', bandWords.review)] : []),
    ],
    fields: distinct(changes.map(({ field }) => field)).map(field => option(field, columnTitle(field))),
    rules: distinct(diff.findings.map(({ id }) => id)).map(id => option(id, { zh: id, en: id })),
    words: {
      show: t({ zh: '只看', en: 'show' }),
      all: t({ zh: '全部', en: 'all' }),
      field: t({ zh: '栏目', en: 'column' }),
      rule: t({ zh: '规则', en: 'rule' }),
      search: t({ zh: '查找任务', en: 'find a task' }),
      shown: language === 'zh' ? '显示 {shown} / {total} 项' : '{shown} of {total} shown',
    },
  };
}

function entryMarkup(entry: Entry, scene: Scene): string {
  const { t, language, labels } = scene;
  const found = findingsOf(entry, scene);
  const groups = [
    entry.status,
    ...(entry.renamed ? ['renamed'] : []),
    ...(entry.changes.some(({ kind }) => kind === 'cannot-tell') ? ['cannot-tell'] : []),
    ...(entry.match?.band === 'review' ? ['review'] : []),
  ];
  const doubt = doubtOf(entry, labels, language);
  const list = (values: readonly string[]): string => escapeHtml(JSON.stringify(values));
  return [
    `<article class="entry ${entry.status}" data-groups="${list(groups)}" data-fields="${list(entry.changes.map(({ field }) => field))}" data-rules="${list(found.map(({ id }) => id))}">`,
    `<h2><span class="badge">${escapeHtml(t(statusWords[entry.status]))}</span> <span class="numbers">${escapeHtml(numbersOf(entry, labels, language))}</span> ${escapeHtml(titleOfEntry(entry, labels))}</h2>`,
    doubt ? `<p class="doubt">${escapeHtml(doubt)}</p>` : '',
    entry.changes.length > 0 ? changesTable(entry, scene) : '',
    entry.content ? contentTable(entry.content, scene) : '',
    found.length > 0
      ? `<ul class="findings">${found.map(finding => findingMarkup(finding, language)).join('')}</ul>`
      : '',
    '</article>',
  ].join('\n');
}

function changesTable(entry: Entry, scene: Scene): string {
  const { t, language, labels } = scene;
  const heads = [
    { zh: '栏目', en: 'column' },
    { zh: '变化', en: 'change' },
    { zh: '基准计划', en: 'base' },
    { zh: '对比计划', en: 'head' },
  ];
  const rows = entry.changes.map(change => {
    const part =
      change.task === undefined
        ? ''
        : `<br><span class="hint">${escapeHtml(partLabel(entry, change.task, labels, language))}</span>`;
    return `<tr><th scope="row">${escapeHtml(t(columnTitle(change.field)))}${part}</th><td>${kindMarkup(change, scene)}</td><td>${changeCell(change, 'base', language)}</td><td>${changeCell(change, 'head', language)}</td></tr>`;
  });
  return `<table><thead><tr>${heads.map(head => `<th scope="col">${t(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function kindMarkup({ kind, reason }: Change, { t }: Scene): string {
  const why = reason ? `<br><span class="hint">${escapeHtml(t(reasonWords[reason]))}</span>` : '';
  return `<span class="kind ${kind}">${escapeHtml(t(kindWords[kind]))}</span>${why}`;
}

/** Tasks in full, side by side: what was added, dropped or divided. */
function contentTable({ base, head }: NonNullable<Entry['content']>, { t, language, fields, labels }: Scene): string {
  const all = [...base.map(task => ['base', task] as const), ...head.map(task => ['head', task] as const)];
  const side = { base: { zh: '基准', en: 'base' }, head: { zh: '对比', en: 'head' } };
  const heads = all.map(
    ([of, { id }]) => `<th scope="col">${escapeHtml(`${t(side[of])} ${labels.number(of, id)}`)}</th>`,
  );
  const rows = ['name', ...fields].flatMap(field => {
    const texts = all.map(([, task]) => fieldText(task, field));
    if (texts.every(text => text === null)) return [];
    return `<tr><th scope="row">${escapeHtml(t(columnTitle(field)))}</th>${texts.map(text => `<td>${escapeHtml(text ?? '')}</td>`).join('')}</tr>`;
  });
  const more = { zh: '任务全文', en: 'the tasks in full' }[language];
  return `<details${all.length === 1 ? '' : ' open'}><summary>${more}</summary><table class="content"><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

const fieldText = (task: Task, field: string): string | null => (field === 'name' ? task.name : valueText(task, field));

const findingMarkup = ({ id, level, outcome, message }: DiffFinding, language: Language): string =>
  `<li class="${level} ${outcome}"><span class="level">${levelWord(level, language)}</span> ${escapeHtml(message[language])} <code>${id}</code></li>`;

function planMarkup({ plan }: Diff, { t, language }: Scene): string {
  if (plan.changes.length === 0) return '';
  const lines = plan.changes.map(change => `<li>${escapeHtml(planSentence(change, language))}</li>`);
  return `<section class="beside"><h2>${t({ zh: '任务之外', en: 'Beside the tasks' })}</h2><ul>${lines.join('')}</ul></section>`;
}

function unchanged(entries: readonly Entry[], { t, labels, language }: Scene): string {
  const lines = entries.map(
    entry =>
      `<li><span class="numbers">${escapeHtml(numbersOf(entry, labels, language))}</span> ${escapeHtml(titleOfEntry(entry, labels))}</li>`,
  );
  const heading = t({ zh: `没有变化的任务（${entries.length}）`, en: `Tasks without a change (${entries.length})` });
  return `<details class="unchanged"><summary>${heading}</summary><ul>${lines.join('')}</ul></details>`;
}
