import { plainKey, textKey } from '../wording.ts';
import { type Comparing, cannotTell, together, type Verdict } from './verdict.ts';

interface Tiered<T> {
  readonly by: 'credit' | 'level' | 'object';
  readonly tiers: readonly T[];
}

type Named<T> = T & { readonly of: string };

/**
 * Compares values that differ by class, level or object, tier by tier; a value without tiers holds for each of the other side's.
 * Tiers of different grounds (classes here, objects there) cannot be compared.
 */
export function compareTiers<T>(
  base: Tiered<Named<T>> | T,
  head: Tiered<Named<T>> | T,
  compare: (base: T, head: T) => Verdict,
  { base: baseSetting, head: headSetting }: Comparing,
): Verdict {
  const [from, to] = [tieredOf<T>(base), tieredOf<T>(head)];
  if (from && to) {
    if (from.by !== to.by) return cannotTell('not-comparable');
    // Among levels the words of level are what tells the tiers apart.
    const key = from.by === 'level' ? plainKey : textKey;
    const others = new Map(to.tiers.map(tier => [key(tier.of, headSetting), tier]));
    const pairs: { of: string; from: T | null; to: T | null }[] = from.tiers.map(tier => {
      const other = others.get(key(tier.of, baseSetting));
      others.delete(key(tier.of, baseSetting));
      return { of: tier.of, from: tier, to: other ?? null };
    });
    pairs.push(...[...others.values()].map(tier => ({ of: tier.of, from: null, to: tier })));
    return together(
      pairs.map(({ of, from, to }) => ({
        of,
        from,
        to,
        verdict:
          from === null || to === null
            ? { same: false as const, kind: from === null ? ('added' as const) : ('removed' as const) }
            : compare(from, to),
      })),
    );
  }
  const { tiers } = (from ?? to)!;
  return together(
    tiers.map(tier => {
      const pair = from ? { from: tier, to: head as T } : { from: base as T, to: tier };
      return { of: tier.of, ...pair, verdict: compare(pair.from, pair.to) };
    }),
  );
}

const tieredOf = <T>(value: Tiered<Named<T>> | T): Tiered<Named<T>> | null =>
  typeof value === 'object' && value !== null && 'tiers' in value ? (value as Tiered<Named<T>>) : null;
