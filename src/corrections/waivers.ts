import { type Diagnostic, diagnose, type Waived } from '../model/diagnostic.ts';
import { fingerprintOf } from '../plan/fingerprints.ts';
import type { Plan } from '../plan/schema.ts';
import type { Waiver } from './schema.ts';

/** A plan and what is to be said of it. */
export interface Judged {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

/** Marks the findings that waivers accept; waivers that accept nothing are reported with the first plan. */
export function waive(plans: readonly Judged[], waivers: readonly Waiver[]): Diagnostic[][] {
  const known = new Map(waivers.map(waiver => [keyOf(waiver), waiver]));
  const used = new Set<string>();
  const marked = plans.map(({ plan, diagnostics }) =>
    diagnostics.map((diagnostic): Diagnostic => {
      const key =
        known.size === 0 ? '' : keyOf({ code: diagnostic.code, fingerprint: fingerprintOf(diagnostic, plan) });
      const waiver = known.get(key);
      if (!waiver) return diagnostic;
      used.add(key);
      return { ...diagnostic, waived: waivedOf(waiver) };
    }),
  );
  // In the order of their fingerprints: the order of the file says nothing.
  const unused = [...known].filter(([key]) => !used.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = unused.map(([, { target, code }]) => diagnose({ code: 'waiver-unused', params: { target, code } }));
  return marked.map((list, i) => (i === 0 ? [...said, ...list] : list));
}

const keyOf = ({ code, fingerprint }: Pick<Waiver, 'code' | 'fingerprint'>): string => `${code} ${fingerprint}`;

const waivedOf = ({ reason, by, date, until }: Waiver): Waived => ({
  reason,
  ...(by !== undefined && { by }),
  ...(date !== undefined && { date }),
  ...(until !== undefined && { until }),
});

/** Is a finding waived on a day (ISO date)? The trace records the waiver; whether it has ended is judged when it is read. */
export const isWaived = ({ waived }: Diagnostic, today: string): boolean =>
  waived !== undefined && !isExpired(waived, today);

export const isExpired = ({ until }: Waived, today: string): boolean => until !== undefined && until < today;
