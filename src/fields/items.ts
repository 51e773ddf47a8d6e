import { z } from 'zod';
import type { Finding } from '../model/diagnostic.ts';
import { defineField, type Field, type Notation, type Outcome, unread } from './field.ts';
import { type FlatText, flatten } from './flat-text.ts';
import { foldText } from './fold.ts';
import { findMarks, type Mark } from './list-marks.ts';
import { followMarks } from './mark-sequence.ts';
import { isPlaceholder, refuseText } from './text.ts';

/** Positions of the flat text: where one item stands, its mark left out. */
type Stretch = readonly [start: number, end: number];

interface List {
  readonly stretches: readonly Stretch[];
  readonly findings: readonly Finding[];
}

const closing = /[；;。、，,\s]/;
/** An item's text without the punctuation that only parts it from its neighbours. */
function trimItem(text: string): string {
  let end = text.length;
  while (end > 0 && closing.test(text[end - 1]!)) end--;
  return text.slice(0, end).replace(/^(?:[；;。、，,：\s]|\.(?!\d))+/u, '');
}

/** Divides at ； outside brackets, until a ： outside brackets announces a list that belongs to its item. */
function atSemicolons({ text, depth }: FlatText, [start, end]: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (depth[i] !== 0) continue;
    if (text[i] === '：') break;
    if (text[i] === '；') {
      stretches.push([from, i]);
      from = i + 1;
    }
  }
  return [...stretches, [from, end]];
}

/** Where the first ： outside brackets stands; the cell's length where there is none. */
function announcement({ text, depth }: FlatText): number {
  let at = text.indexOf('：');
  while (at >= 0 && depth[at] !== 0) at = text.indexOf('：', at + 1);
  return at < 0 ? text.length : at;
}

/** 检查内容包括： says no more than the column's header. */
const label =
  /^(?:主要|具体|重点|本次|双随机|随机|监督|日常|行政|执法|现场|抽查|检查|核查|检测|的){0,6}(?:内容|事项|要点|项目|重点)?(?:主要|具体)?(?:为|是|有|包括|包含|如下){0,2}：$/u;

/** Whether a list may begin at this mark though text stands before it. */
function beginsLate(first: Mark, lead: string, announced: number): boolean {
  if (first.number !== null && first.number !== 1) return first.strong && !first.style.social;
  // 企业1、企业2、 is an enumeration; A；B，包括：1.… is a list inside an item.
  if (first.text.endsWith('、') && /[\p{L}\p{N}]/u.test(lead.at(-1)!)) return false;
  return announced > first.start || (announced === first.start - 1 && !lead.includes('；'));
}

/** Marks in sequence, from the start of the cell or behind text whose own mark is lost. */
function atMarks(flat: FlatText): List | null {
  const all = findMarks(flat);
  const follow = followMarks(all);
  const starts = new Set(all.map(({ start }) => start));
  const announced = announcement(flat);
  // A later mark of a style sees no more of the list than its first one did.
  const tried = new Set<string>();
  for (const [i, first] of all.entries()) {
    if (tried.has(first.style.name)) continue;
    if (!first.doubtful && (first.number === null || first.number === 1)) tried.add(first.style.name);
    const lead = flat.text.slice(0, first.start);
    if (lead !== '' && !beginsLate(first, lead, announced)) continue;
    const { marks, findings } = follow(i);
    const enough = first.style.social || (lead !== '' && first.number === 1) ? 2 : 1;
    if (marks.length < enough) continue;
    const listed = marks.map((mark, j): Stretch => [mark.end, marks[j + 1]?.start ?? flat.text.length]);
    const before = beforeList(flat, first, lead);
    const empty = marks.filter((_, j) => trimItem(flat.text.slice(...listed[j]!)) === '');
    return {
      stretches: [...before.stretches, ...listed],
      findings: [
        ...before.findings,
        ...findings,
        ...marks.flatMap((mark, j) => unmarked(flat, mark, listed[j]!, starts)),
        ...empty.map((mark): Finding => ({ code: 'empty-item', params: { mark: mark.text } })),
      ],
    };
  }
  return null;
}

/** Text before the first mark: a label goes, anything else is an item that lost its mark or introduces the list. */
function beforeList(flat: FlatText, first: Mark, lead: string): List {
  if (lead === '') return { stretches: [], findings: [] };
  if (label.test(lead)) return { stretches: [], findings: [{ code: 'label-dropped', params: { text: lead } }] };
  return {
    stretches: atSemicolons(flat, [0, first.start]),
    findings: [{ code: 'text-before-marks', params: { text: lead, mark: first.text } }],
  };
}

/** 1.A；B；2.C: B may have lost its mark. A sub-list (1)…；(2)… has not. */
function unmarked(flat: FlatText, mark: Mark, listed: Stretch, starts: ReadonlySet<number>): Finding[] {
  const [, ...later] = atSemicolons(flat, listed);
  const stray = later.find(([start, end]) => !starts.has(start) && trimItem(flat.text.slice(start, end)) !== '');
  return stray ? [{ code: 'semicolon-in-item', params: { mark: mark.text, text: flat.text.slice(...stray) } }] : [];
}

const title = { zh: '抽查事项', en: 'items' };
const expected = { zh: '以编号或分号分项的文字', en: 'text divided by marks or semicolons' };

function outcome(raw: string, flat: FlatText, { stretches, findings }: List): Outcome<string[]> {
  const texts = stretches.map(([start, end]) =>
    start === end ? '' : foldText(trimItem(foldText(raw.slice(flat.at[start], flat.at[end])))),
  );
  const value = texts.filter(text => text !== '');
  const refusal = refuseText(foldText(raw));
  if (refusal) return { value: null, findings: [refusal] };
  if (!value.some(item => /\p{L}/u.test(item)))
    return { value: null, findings: [unread({ title, expected }, foldText(raw))] };
  return { value, findings };
}

const notations: readonly Notation<string[]>[] = [
  {
    name: 'none',
    title: { zh: '无', en: 'none' },
    examples: ['无', '/', '——'],
    pattern: /^\s*\S{1,8}\s*$/u,
    read: ([raw]) => {
      const text = foldText(raw);
      if (isPlaceholder(text)) return { value: [], findings: [{ code: 'placeholder-cell', params: { text } }] };
      return /^暂?无$/u.test(text) ? { value: [] } : null;
    },
  },
  {
    name: 'numbered',
    title: { zh: '按编号分项', en: 'divided at marks in sequence' },
    examples: [
      '1.许可情况；2.台账情况',
      '1、许可情况\n2、台账情况。',
      '（一）许可情况（二）台账情况',
      '①许可情况②台账情况',
      '一、许可情况：1.证照；2.年检。二、台账情况',
      '第一，许可情况；第二，台账情况',
      '7.许可情况',
      '●许可情况●台账情况',
    ],
    pattern: /^.+$/su,
    read: ([raw]) => {
      const flat = flatten(raw);
      const list = atMarks(flat);
      return list && outcome(raw, flat, list);
    },
  },
  {
    name: 'unnumbered',
    title: { zh: '按分号分项，或只有一项', en: 'divided at semicolons, or one item' },
    examples: ['许可情况；台账情况', '许可情况、台账情况。', '经营行为是否合法：证照是否齐全；台账是否规范'],
    pattern: /^.+$/su,
    read: ([raw]) => {
      const flat = flatten(raw);
      return outcome(raw, flat, { stretches: atSemicolons(flat, [0, flat.text.length]), findings: [] });
    },
  },
];

/** The simplest canonical texts first; the others are for items that themselves look like a list. */
const spellings: readonly ((items: readonly string[]) => string)[] = [
  items => (items.length === 1 ? items[0]! : items.map((item, i) => `${i + 1}.${item}`).join('；')),
  ...['.', '、', '）'].map(
    after => (items: readonly string[]) => items.map((item, i) => `${i + 1}${after}${item}`).join('；'),
  ),
  items => items.map((item, i) => `（${i + 1}）${item}`).join('；'),
  items => items.join('；'),
  ...['①', '⑴', '⒈', '❶', '㈠'].map(
    first => (items: readonly string[]) =>
      items.map((item, i) => String.fromCodePoint(first.codePointAt(0)! + i) + item).join('；'),
  ),
];

/** 抽查事项: what is inspected, one text per item. An empty list is a cell that says 无. */
export const items: Field<string[]> = defineField<string[]>({
  name: 'items',
  title,
  expected,
  notations,
  refusals: ['；；', '12', '1.', '锟斤拷', '同上', '#VALUE!', '5%'],
  schema: z.array(z.string().min(1)),
  // Line breaks are evidence here, so the cell is folded item by item.
  fold: raw => (foldText(raw) === '' ? '' : raw),
  format: value => {
    if (value.length === 0) return '无';
    const same = (text: string) => {
      const again = items.parse(text).value;
      return again?.length === value.length && again.every((item, i) => item === value[i]);
    };
    const texts = spellings.map(spell => spell(value));
    return texts.find(same) ?? texts[0]!;
  },
});
