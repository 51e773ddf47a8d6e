import { evidence, fittingShare, holdsAll, type LooksLike } from './content.ts';
import { type Draft, decide, title } from './draft.ts';
import { companions, contradictions, type Wording } from './wordings.ts';

/** From this share of fitting cells on, the content speaks for a meaning; over a header that fits any text, from this. */
const speaking = { half: 0.5, clearly: 0.8 };

/** What a known header means over these cells: the header speaks first, its column's content is the second witness. */
export function readByContent(
  { column, header }: Pick<Draft, 'column' | 'header'>,
  { fields: own, or: others = [], vague }: Wording,
  samples: readonly string[],
  looksLike: LooksLike,
): Draft {
  const texts = evidence(samples);
  const readings = [own, ...others];
  const draft: Draft = { column, header, texts, readings, fields: own, findings: [] };

  const wider = companions[own.join()];
  if (wider && texts.some(text => holdsAll(wider, text, looksLike)))
    return decide(draft, wider, {
      code: 'combined-column',
      params: { header, title: title(own), fields: title(wider) },
    });

  const contraries = contradictions[own.join()] ?? [];
  if (texts.length === 0 || (others.length === 0 && contraries.length === 0)) return draft;
  const share = fittingShare(own, texts, looksLike);
  if (share !== null && share >= speaking.half) return draft;
  const speaks = (fields: readonly string[]) =>
    (fittingShare(fields, texts, looksLike) ?? 0) >= (share === null ? speaking.clearly : speaking.half);
  // Where the cells speak against the first meaning, one that fits any text will do.
  const silent = (fields: readonly string[]) => share !== null && fittingShare(fields, texts, looksLike) === null;
  const other = others.find(speaks) ?? others.find(silent);
  if (other)
    return decide(draft, other, {
      code: 'ambiguous-header',
      params: { header, fields: title(other), witness: { zh: '单元格内容', en: 'its cells' } },
    });
  const contrary = contraries.find(speaks);
  if (contrary)
    return decide(draft, contrary, {
      code: 'header-contradicted',
      params: { header, title: title(own), fields: title(contrary) },
    });
  if (!vague) return draft;
  return decide(draft, null, {
    code: 'undecided-column',
    params: { header, text: texts[0]!, fields: title(readings.flat()) },
  });
}
