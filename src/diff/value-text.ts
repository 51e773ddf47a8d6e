import { fieldOf } from '../fields/index.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import type { Task } from '../plan/schema.ts';
import { type Row, rowsOf, shownValue } from './task-values.ts';

type Language = keyof Bilingual;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'items' in value && 'value' in value;

/** A value of a field as people write it, row by row where it is so; null where the plan does not say. */
export function formatValue(field: string, value: unknown): string | null {
  if (isEmpty(value)) return null;
  if (field === 'notes') return (value as string[]).join('\n');
  if (Array.isArray(value) && value.every(isRow))
    return value.map(row => `${row.items.join('；')}：${formatValue(field, row.value) ?? '—'}`).join('；');
  return fieldOf(field).format(value);
}

/** What a task shows for a field: its value, or the text that gave none. */
export const valueText = (task: Task, field: string): string | null =>
  task.unread?.[field] ?? formatValue(field, rowsOf(task, field) ?? shownValue(task, field));

const classWords: Readonly<Record<string, string>> = {
  low: '低风险',
  general: '一般风险',
  higher: '较高风险',
  high: '高风险',
};
const measureWords: Readonly<Record<string, Bilingual>> = {
  ratio: { zh: '抽查比例', en: 'ratio' },
  frequency: { zh: '抽查频次', en: 'frequency' },
};

/** One side of a detail: a tier without its name, one body, classes, measures, an item. */
export function formatDetail(field: string, of: string | undefined, value: unknown, language: Language): string | null {
  if (isEmpty(value)) return null;
  if (of === 'note' || typeof value === 'string') return String(value);
  if (field === 'creditRule')
    return (value as string[]).map(word => measureWords[word]?.[language] ?? classWords[word] ?? word).join('、');
  if (typeof value !== 'object' || value === null || !('of' in value))
    return formatValue(field, isBody(value) ? [value] : value);
  const { of: _, ...tier } = value as Record<string, unknown>;
  return formatValue(field, tier);
}

const isBody = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'unit' in value && 'level' in value;

/** What a detail is about: a tier or row by its name, a part of a credit rule in words. */
export function detailTitle(of: string, language: Language): string {
  const words: Readonly<Record<string, Bilingual>> = {
    note: { zh: '附加说明', en: 'rider' },
    classes: { zh: '类别', en: 'classes' },
    raises: { zh: '递加内容', en: 'what rises' },
    system: { zh: '分类体系', en: 'system' },
    basis: { zh: '依据', en: 'basis' },
    text: { zh: '文字', en: 'text' },
    other: { zh: '其他', en: 'others' },
  };
  return words[of]?.[language] ?? classWords[of] ?? of;
}
