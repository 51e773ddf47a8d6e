import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toJson } from '../emit/json.ts';
import type { Bilingual, Code, Params } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { NoPlan } from './convert-files.ts';
import type { Shard } from './shard.ts';
import { writeFiles } from './write-files.ts';

/** A file that gave no plan: why, and what to do next. */
export interface Refused {
  /** Its path as it was found. */
  readonly source: string;
  readonly problems: readonly {
    /** The file that is at fault, where it is not the source: its corrections. */
    readonly file?: string;
    readonly code: Code;
    readonly places: readonly Place[];
    readonly params: Params;
    readonly message: Bilingual;
    readonly hint: Bilingual;
  }[];
}

export const refusedOf = (source: string, { path, problems }: NoPlan): Refused => ({
  source,
  problems: problems.map(({ code, places, params, message, hint }) => ({
    ...(path !== source && { file: path }),
    ...{ code, places, params, message, hint },
  })),
});

/** Path of the ledger of a run; each shard has its own. */
export const ledgerPath = (out: string, shard: Shard | null): string =>
  join(out, shard ? `refused.${shard.index}-of-${shard.count}.json` : 'refused.json');

/**
 * Writes which files of a run gave no plan, in the order of the inputs; removes the ledger of the run before where all is well.
 * Gives the ledger's path, null where there is none.
 */
export async function writeLedger(
  out: string,
  shard: Shard | null,
  refused: readonly Refused[],
): Promise<string | null> {
  const path = ledgerPath(out, shard);
  if (refused.length > 0) await writeFiles([{ path, text: toJson({ schema: 'choucha/refused@1', refused }) }]);
  else await rm(path, { force: true });
  return refused.length > 0 ? path : null;
}
