import type { Bilingual, Severity } from '../../model/diagnostic.ts';
import type { Task } from '../../plan/schema.ts';
import { alignValues, compareUnread } from '../compare-task.ts';
import type { Reason, Relation } from '../schema.ts';
import type { Comparing } from '../values/verdict.ts';
import type { RuleId } from './ids.ts';

/** Two tasks that are one, or one of them alone. */
export interface Judged {
  readonly base: Task;
  readonly head: Task;
  readonly comparing: Comparing;
}

/** `null`: the rule has nothing to say of these values. */
export type Judgement =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'fail' }
  | { readonly outcome: 'cannot-decide'; readonly reason: Reason };

export const pass: Judgement = { outcome: 'pass' };
export const fail: Judgement = { outcome: 'fail' };
export const cannotDecide = (reason: Reason): Judgement => ({ outcome: 'cannot-decide', reason });

/** One question about what became of a plan. */
export interface Rule {
  readonly id: RuleId;
  /** How grave a failure is; null where the question makes no sense for plans that stand so to each other. */
  readonly levels: Readonly<Record<Relation, Severity | null>>;
  /** What is wrong where it fails, as a clause. */
  readonly title: Bilingual;
  /** What it asks about. */
  readonly field: string;
  /** Which entries it looks at; of a task that was divided it sees every part, or, where `whole`, all of them as one. */
  readonly on: 'pair' | 'dropped' | 'added';
  readonly whole?: true;
  readonly judge: (judged: Judged) => Judgement | null;
}

/** The gravest: a failure, else what could not be decided, else a pass. */
export function gravest(judgements: readonly (Judgement | null)[]): Judgement | null {
  for (const outcome of ['fail', 'cannot-decide', 'pass'] as const) {
    const found = judgements.find(judgement => judgement?.outcome === outcome);
    if (found) return found;
  }
  return null;
}

/**
 * Asks of the values of a field, row by row. A text that gave no value on one side leaves it open, unless the rule would have
 * nothing to ask of the other side's value.
 */
export const onField =
  <T>(field: string, judge: (base: T, head: T, judged: Judged) => Judgement | null) =>
  (judged: Judged): Judgement | null => {
    const { base, head, comparing } = judged;
    const unread = compareUnread(field, base, head, comparing);
    // The same text, whatever it says, changed nothing.
    if (unread?.same) return null;
    if (unread) {
      const known = base.unread?.[field] === undefined ? base : head.unread?.[field] === undefined ? head : null;
      const asks =
        known && alignValues(field, known, known, comparing).some(({ from }) => judge(from as T, from as T, judged));
      return asks ? cannotDecide(unread.reason ?? 'unread-head') : null;
    }
    return gravest(
      alignValues(field, base, head, comparing).map(({ from, to, lacks }) =>
        lacks ? null : judge(from as T, to as T, judged),
      ),
    );
  };
