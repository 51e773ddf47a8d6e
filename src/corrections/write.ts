import { Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Correction, CorrectionsFile, Waiver } from './schema.ts';

/** What is to be written: entries of one of the lists of a corrections file. */
export type NewEntries =
  | { readonly list: 'corrections'; readonly entries: readonly Correction[] }
  | { readonly list: 'waivers'; readonly entries: readonly Waiver[] };

const empty: CorrectionsFile = { schema: 'choucha/corrections@1' };

/**
 * The text of a corrections file with entries added at the end of their list; those on what was decided on before take its place.
 * `text`: the file as it stands, which `readDecisions` found in order; null where there is none. Comments and the order of
 * everything else stay.
 */
export function addEntries(text: string | null, { list, entries }: NewEntries): string {
  // What YAML 1.1 would take for a date or a number is quoted.
  const options = { compat: 'yaml-1.1' } as const;
  const file = text === null || text.trim() === '' ? new Document(empty, options) : parseDocument(text, options);
  if (!isSeq(file.get(list))) file.set(list, file.createNode([]));
  const seq = file.get(list);
  if (!isSeq(seq)) return String(file);
  seq.flow = false;
  for (const entry of entries) {
    const node = file.createNode(entry, { aliasDuplicateObjects: false });
    const before = seq.items.findIndex(item => isMap(item) && isSame(item.toJSON() as Correction | Waiver, entry));
    if (before < 0) seq.add(node);
    else {
      const old = seq.items[before];
      // A comment above an entry belongs to the target.
      if (isMap(old) && old.commentBefore != null) node.commentBefore = old.commentBefore;
      seq.items[before] = node;
    }
  }
  return file.toString({ lineWidth: 0 });
}

function isSame(a: Correction | Waiver, b: Correction | Waiver): boolean {
  if ('fingerprint' in a || 'fingerprint' in b)
    return 'fingerprint' in a && 'fingerprint' in b && a.fingerprint === b.fingerprint && a.code === b.code;
  return a.target === b.target && a.plan === b.plan;
}
