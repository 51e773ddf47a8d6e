import type { Bilingual, Diagnostic } from '../model/diagnostic.ts';
import { holds } from './expect.ts';
import { type Placed, problem } from './read.ts';
import type { Correction } from './schema.ts';

/** What a target names in one plan. */
export interface Named {
  /** Tells apart what can be decided on. */
  readonly key: string;
  /** The text that stands there. */
  readonly raw: string;
}

/** Why a target names nothing in a plan. */
export type Nowhere = { readonly problem: Bilingual };

/** A correction with the plan that it belongs to. */
export interface Resolved<T extends Named> {
  readonly entry: Placed<Correction>;
  /** Which plan of the document, from 0. */
  readonly plan: number;
  readonly found: T;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * Finds what each correction is about. An entry that names no plan is about the one plan where its target stands with the
 * expected text; two entries on one target are in conflict. `find`: what a target is in a plan.
 */
export function resolve<T extends Named>(
  entries: readonly Placed<Correction>[],
  plans: number,
  find: (entry: Correction, plan: number) => T | Nowhere,
): { readonly resolved: readonly Resolved<T>[]; readonly problems: readonly Diagnostic[] } {
  const resolved: Resolved<T>[] = [];
  const problems: Diagnostic[] = [];
  const owners = new Map<string, Placed<Correction>>();
  for (const entry of entries) {
    const outcome = resolveOne(entry, plans, find);
    if ('severity' in outcome) {
      problems.push(outcome);
      continue;
    }
    const key = `${outcome.plan} ${outcome.found.key}`;
    const other = owners.get(key);
    if (other) problems.push(conflict(entry, other));
    else owners.set(key, entry);
    resolved.push(outcome);
  }
  return { resolved, problems };
}

const conflict = (entry: Placed<Correction>, other: Placed<Correction>): Diagnostic =>
  problem({ code: 'correction-conflict', params: { target: entry.target, line: other.at.line } }, entry.at);

function resolveOne<T extends Named>(
  entry: Placed<Correction>,
  plans: number,
  find: (entry: Correction, plan: number) => T | Nowhere,
): Resolved<T> | Diagnostic {
  const { target, expect, at } = entry;
  const candidates = entry.plan === undefined ? Array.from({ length: plans }, (_, i) => i) : [entry.plan - 1];
  const found = candidates.map((plan): { plan: number; found: T | Nowhere } => ({
    plan,
    found:
      plan < plans
        ? find(entry, plan)
        : { problem: { zh: `文件中只有 ${plans} 个计划`, en: `the document has ${plans} plan(s) only` } },
  }));
  const there = found.filter((one): one is Omit<Resolved<T>, 'entry'> => 'key' in one.found);
  const [first] = there;
  if (!first) {
    const reason = (found[0]!.found as Nowhere).problem;
    return problem({ code: 'correction-without-target', params: { target, problem: reason } }, at);
  }
  const fitting = there.filter(one => holds(expect, one.found.raw));
  if (fitting.length === 1) return { entry, ...fitting[0]! };
  if (fitting.length > 1)
    return problem({ code: 'correction-ambiguous', params: { target, count: fitting.length } }, at);
  const params = { target, found: shorten(first.found.raw.trim()), expected: shorten(expect.trim()) };
  return problem({ code: 'correction-stale', params }, at);
}
