import type { CellContext } from '../fields/field.ts';
import { foldText } from '../fields/fold.ts';
import type { Trace } from '../model/traced.ts';
import { addressOf, label, readAddress } from '../plan/address.ts';
import { fingerprintOf } from '../plan/fingerprints.ts';
import { rowsOfTask, taskIndex } from '../plan/rules/index.ts';
import type { Plan } from '../plan/schema.ts';
import type { Head } from '../plan/title-block.ts';
import type { Correction, Waiver } from './schema.ts';
import type { Named, Nowhere } from './targets.ts';
import { findCell } from './tasks.ts';
import { correctableFields, decide, headFields } from './values.ts';

/** A plan as its document shows it, without any decision. */
export interface Shown {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** What a correction of a target would be decided on. */
export function textBehind({ plan, trace }: Shown, target: string): Named | Nowhere {
  const { task, field } = readAddress(target);
  const known = task === 'plan' ? headFields : correctableFields;
  if (!(known as readonly string[]).includes(field) && !(task !== 'plan' && /^extra:./su.test(field)))
    return {
      problem: {
        zh: `没有栏目“${field}”，应为 ${known.join('、')}`,
        en: `there is no field “${field}”, expected one of ${known.join(', ')}`,
      },
    };
  return task === 'plan'
    ? { key: field, raw: trace.plan[field as keyof Head]?.raw ?? '' }
    : findCell(plan, trace, target);
}

/** The targets of the tasks that took over, merged or inferred, the text of a target; none for the plan as a whole. */
export function copiesOf({ plan, trace }: Shown, target: string): string[] {
  const cell = readAddress(target).task === 'plan' ? null : findCell(plan, trace, target);
  if (!cell || 'problem' in cell) return [];
  const donors = new Set(rowsOfTask(trace.rows, cell.task).map(row => `/rows/${row}`));
  const tasks = trace.rows
    .filter(row => donors.has(row.cells[cell.field]?.from ?? '') && taskIndex(row) !== cell.task)
    .map(taskIndex);
  return [...new Set(tasks)].map(task => `${uniqueLabel(plan, task)}.${cell.field}`);
}

/** The printed number where only this task bears it, else the position. */
function uniqueLabel(plan: Plan, task: number): string {
  const name = label(plan.tasks[task], task);
  return plan.tasks.filter((other, i) => label(other, i) === name).length === 1 ? name : `#${task + 1}`;
}

/**
 * What a word on the command line is as a decision: JSON where that fits the field, else a text. What fits neither way is given as
 * written, for the replay to say why.
 */
export function readSet({ plan }: Shown, target: string, word: string): Correction['set'] {
  const { task, field } = readAddress(target);
  const context: CellContext = {
    year: plan.year,
    level: plan.region?.level ?? null,
    region: plan.region?.name ?? null,
  };
  const json = parseJson(word);
  const isFit = json !== undefined && 'value' in decide(task === 'plan' ? 'plan' : 'task', field, json, context);
  return isFit || (typeof json === 'object' && json !== null) ? (json as Correction['set']) : word;
}

function parseJson(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return undefined;
  }
}

/** The `expect` of a text: folded, so that it is the same in every format. */
export const expectOf = (raw: string): string => foldText(raw);

/** What waivers of findings would name: one entry for each fingerprint at an address (`51.creditRule`, `plan`). */
export function waivable({ plan, trace }: Shown, address: string): Pick<Waiver, 'target' | 'code' | 'fingerprint'>[] {
  const cell = readAddress(address).task === 'plan' ? null : findCell(plan, trace, address);
  const at = cell && 'task' in cell ? `/tasks/${cell.task}/` : null;
  const { field } = readAddress(address);
  const found = trace.diagnostics.filter(({ pointer }) =>
    at === null
      ? addressOf(pointer, plan) === address
      : pointer?.startsWith(at) && addressOf(pointer, plan).endsWith(`.${field}`),
  );
  const entries = found.map(diagnostic => ({
    target: address,
    code: diagnostic.code,
    fingerprint: fingerprintOf(diagnostic, plan),
  }));
  return [...new Map(entries.map(entry => [`${entry.code} ${entry.fingerprint}`, entry])).values()];
}
