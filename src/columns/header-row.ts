import { foldText } from '../fields/fold.ts';
import { mapHeader } from './header.ts';

/** Texts of a row that show that it holds data, whatever else it holds: amounts, windows, marks, whole sentences. */
const data =
  /^[\d一二三四五六七八九十]{1,4}[.、]?$|\d\s*[%‰]|\d\s*(?:次|月|日|号|户|家)|[。；]|^.{81}|^(?:全年|全覆盖|不?定向|无|是|否)$/u;

const isData = (text: string): boolean => data.test(foldText(text.replace(/[（(][^（）()]*[）)]/gu, '')));

/** At least so many different columns make a header. */
const fewest = 3;

/**
 * How sure a row of cells is a header row: the share of its texts that are known headers, 0 where too few are, or where
 * one is data. With the row above it, each text is read under its upper header, and the row is taken for the second of
 * two header rows: blank, or as above, where the upper header goes through.
 */
export function headerScore(texts: readonly string[], upper?: readonly string[]): number {
  const filled = texts
    .map((text, i) => ({ text: foldText(text), above: foldText(upper?.[i] ?? '') }))
    .filter(({ text, above }) => text !== '' && text !== above);
  if (filled.length === 0 || filled.some(({ text }) => isData(text))) return 0;
  const known = filled.map(({ text, above }) => mapHeader(upper && above !== '' ? [above, text] : text)?.join());
  const different = new Set(known.filter(fields => fields !== undefined)).size;
  const share = known.filter(fields => fields !== undefined).length / filled.length;
  return different < (upper ? 1 : Math.min(fewest, Math.max(filled.length, 2))) || share < 0.5 ? 0 : share;
}

/** Is this row of cells a header row, or with `upper` the lower of two? */
export const isHeaderRow = (texts: readonly string[], upper?: readonly string[]): boolean =>
  headerScore(texts, upper) > 0;
