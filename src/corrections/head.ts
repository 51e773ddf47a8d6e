import type { Diagnostic } from '../model/diagnostic.ts';
import { readAddress } from '../plan/address.ts';
import type { Head, TitleBlock } from '../plan/title-block.ts';
import { type Decisions, unfitValue } from './read.ts';
import { reasonOf } from './reason.ts';
import { type Resolved, resolve } from './targets.ts';
import { type Decided, decide } from './values.ts';

interface HeadField {
  readonly key: keyof Head;
  readonly raw: string;
}

/**
 * Puts the decisions on plans as a whole (`plan.year`) in place of what the prose around the tables says, before the tables are
 * read: a window without a year takes it from here. The id of a plan is made of them too.
 */
export function correctHeads(
  blocks: readonly TitleBlock[],
  { corrections }: Decisions,
): { readonly blocks: readonly TitleBlock[]; readonly problems: readonly Diagnostic[] } {
  const { resolved, problems } = resolve(
    corrections.filter(({ target }) => readAddress(target).task === 'plan'),
    blocks.length,
    ({ target }, plan): HeadField => {
      const key = readAddress(target).field as keyof Head;
      return { key, raw: blocks[plan]!.cells[key]?.raw ?? '' };
    },
  );
  const unfit: Diagnostic[] = [];
  const corrected = blocks.map((block, plan) => {
    const context = {
      year: block.head.year,
      level: block.head.region?.level ?? null,
      region: block.head.region?.name ?? null,
    };
    return resolved
      .filter(one => one.plan === plan)
      .reduce((result, one) => {
        const decided = decide('plan', one.found.key, one.entry.set, context);
        if (!('expected' in decided)) return replace(result, one, decided);
        unfit.push(unfitValue('correction-unfit', one.entry, decided.expected, one.entry.at));
        return result;
      }, block);
  });
  return { blocks: corrected, problems: [...problems, ...unfit] };
}

function replace(
  block: TitleBlock,
  { entry, found: { key, raw } }: Resolved<HeadField>,
  { value, by }: Exclude<Decided, { expected: unknown }>,
): TitleBlock {
  return {
    ...block,
    head: { ...block.head, [key]: value },
    cells: {
      ...block.cells,
      [key]: {
        raw,
        ...(by !== null && { by }),
        origin: 'corrected',
        correction: reasonOf(entry),
        places: block.cells[key]?.places ?? [],
      },
    },
    findings: block.findings.filter(({ pointer }) => pointer !== `/${key}`),
  };
}
