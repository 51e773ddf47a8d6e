import { fieldOf, fieldTitle } from './fields/index.ts';
import type { Bilingual, Diagnostic } from './model/diagnostic.ts';
import type { Trace, TracedCell } from './model/traced.ts';
import { findTask, label, pointerTo, readAddress, type Unknown } from './plan/address.ts';
import { fingerprintOf } from './plan/fingerprints.ts';
import { headTitles } from './plan/head-titles.ts';
import type { Plan } from './plan/schema.ts';

/** Everything that is known of one value. */
export interface Explanation {
  readonly address: string;
  readonly title: Bilingual;
  readonly taskName: string | null;
  readonly value: unknown;
  /** The value as people write it; null where there is none. */
  readonly text: string | null;
  /** The cells it was read from: one, or one per row of a task that spans several. */
  readonly cells: readonly (TracedCell & { readonly donor: string | null })[];
  readonly notation: Bilingual | null;
  readonly expected: Bilingual | null;
  /** What is said of it; the fingerprint is what a waiver names. */
  readonly diagnostics: readonly (Diagnostic & { readonly fingerprint: string })[];
}

/** Explains `<task>.<field>` or `plan.<field>` of a plan from its trace. */
export function explain(plan: Plan, trace: Trace, address: string): Explanation | Unknown {
  const { task: name, field } = readAddress(address);
  if (name === 'plan') return explainHead(plan, trace, field);
  const index = findTask(plan, name);
  if (typeof index === 'object') return index;
  const rows = trace.rows.filter(row => row.task === `/tasks/${index}`);
  const fields = [...new Set(rows.flatMap(row => Object.keys(row.cells)))];
  if (!fields.includes(field))
    return {
      problem: {
        zh: `任务 ${name} 没有栏目“${field}”，有：${fields.join('、')}`,
        en: `task ${name} has no field “${field}”, it has: ${fields.join(', ')}`,
      },
    };
  const task = plan.tasks[index]!;
  const pointer = pointerTo(index, field);
  const value = field.startsWith('extra:')
    ? (task.extra?.[field.slice('extra:'.length)] ?? null)
    : (task as Record<string, unknown>)[field];
  const known = fieldOf(field);
  const stated = value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  const cells = rows.flatMap(row => row.cells[field] ?? []);
  const by = cells.find(cell => cell.by)?.by;
  const notation = known.notations.find(other => other.name === by);
  return {
    address: `${label(task, index)}.${field}`,
    title: fieldTitle(field),
    taskName: task.name,
    value: value ?? null,
    text: stated ? known.format(value) : null,
    cells: cells.map(cell => ({ ...cell, donor: donorLabel(plan, trace, cell.from) })),
    notation: notation?.title ?? (by === undefined ? null : { zh: by, en: by }),
    expected: stated ? null : known.expected,
    diagnostics: said(plan, trace, pointer),
  };
}

const said = (plan: Plan, trace: Trace, pointer: string): Explanation['diagnostics'] =>
  trace.diagnostics
    .filter(diagnostic => diagnostic.pointer === pointer)
    .map(diagnostic => ({ ...diagnostic, fingerprint: fingerprintOf(diagnostic, plan) }));

/** Explains what a plan says of itself. */
function explainHead(plan: Plan, trace: Trace, field: string): Explanation | Unknown {
  const title = (headTitles as Readonly<Record<string, Bilingual>>)[field];
  if (!title) {
    const known = Object.keys(headTitles);
    return {
      problem: {
        zh: `计划没有“${field}”一项，有：${known.join('、')}`,
        en: `the plan has no field “${field}”, it has: ${known.join(', ')}`,
      },
    };
  }
  const value = (plan as Record<string, unknown>)[field];
  const cell = trace.plan[field];
  return {
    address: `plan.${field}`,
    title,
    taskName: null,
    value: value ?? null,
    text: value === null || (Array.isArray(value) && value.length === 0) ? null : headText(value),
    cells: cell ? [{ ...cell, donor: null }] : [],
    notation: cell?.by === undefined ? null : { zh: cell.by, en: cell.by },
    expected: null,
    diagnostics: said(plan, trace, `/${field}`),
  };
}

/** A value of the head as people write it: a place and a body by their names. */
const headText = (value: unknown): string =>
  [value]
    .flat()
    .map(part => (typeof part === 'object' ? (part as { name: string }).name : String(part)))
    .join('、');

function donorLabel(plan: Plan, trace: Trace, from: string | undefined): string | null {
  const row = from === undefined ? undefined : trace.rows[Number(from.slice('/rows/'.length))];
  if (!row) return null;
  const index = Number(row.task.slice('/tasks/'.length));
  return label(plan.tasks[index], index);
}
