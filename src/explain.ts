import { fieldOf, fieldTitle } from './fields/index.ts';
import type { Bilingual, Diagnostic } from './model/diagnostic.ts';
import type { Trace, TracedCell } from './model/traced.ts';
import { findTask, label, pointerTo, readAddress, type Unknown } from './plan/address.ts';
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
  readonly diagnostics: readonly Diagnostic[];
}

/** Explains `<task>.<field>` of a plan from its trace. */
export function explain(plan: Plan, trace: Trace, address: string): Explanation | Unknown {
  const { task: name, field } = readAddress(address);
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
    diagnostics: trace.diagnostics.filter(diagnostic => diagnostic.pointer === pointer),
  };
}

function donorLabel(plan: Plan, trace: Trace, from: string | undefined): string | null {
  const row = from === undefined ? undefined : trace.rows[Number(from.slice('/rows/'.length))];
  if (!row) return null;
  const index = Number(row.task.slice('/tasks/'.length));
  return label(plan.tasks[index], index);
}
