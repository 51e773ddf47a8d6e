import { countCharacters } from '../../model/document.ts';
import { Refusal } from '../../model/refusal.ts';
import { decode, looksLikeText } from '../encoding.ts';
import type { Reader } from '../reader.ts';
import { toBlocks } from './blocks.ts';
import { findClaims } from './claims.ts';
import { leftOut } from './left-out.ts';
import { isBlank, splitLines } from './lines.ts';
import { witnessOf } from './witness.ts';

const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

/** What parts cells in one layout or another. */
const separators = ['\t', '|', '│', ',', ';', '  '] as const;

const occurrences = (text: string, part: string, most: number): number => {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count <= most; at = text.indexOf(part, at + part.length)) count++;
  return count;
};

/** Whether a text may have more cells than allowed, seen before any is cut: runs of blanks part aligned cells. */
const mayExceed = (text: string, cells: number): boolean => {
  const single = text.replace(/ {3,}/g, '  ');
  return (
    separators.some(separator => occurrences(single, separator, cells) > cells) ||
    occurrences(text, '\n', cells) > cells
  );
};

/** Plain text in whatever layout its table was pasted. Finds the tables, cuts the cells, keeps every character. */
export const textReader: Reader = {
  format: 'text',
  extensions: ['txt', 'text', 'tsv', 'tab', 'csv', 'md', 'markdown'],
  recognises: looksLikeText,
  read: async ({ bytes }, { hints, limits }) => {
    if (bytes.length > limits.bytes) {
      const params = { size: megabytes(bytes.length), limit: megabytes(limits.bytes) };
      throw new Refusal({ code: 'text-too-large', params });
    }
    const { text, encoding, findings } = decode(bytes);
    if (isBlank(text)) throw new Refusal({ code: 'empty-source' });
    const tooLarge = new Refusal({ code: 'table-too-large', params: { limit: limits.cells } });
    if (mayExceed(text, limits.cells)) throw tooLarge;
    const lines = splitLines(text);
    const { claims, doubts } = findClaims(lines, witnessOf(hints));
    const unread = doubts.map(({ line, why }) => ({
      code: 'ambiguous-layout' as const,
      params: { why },
      raw: lines[line]!.text.trim(),
      places: [{ line: lines[line]!.number, column: lines[line]!.column }],
    }));
    if (unread[0] && claims.length === 0) throw new Refusal(unread[0]);
    const blocks = toBlocks(lines, claims);
    const cells = blocks.reduce((sum, block) => sum + (block.kind === 'grid' ? block.grid.cells.length : 0), 0);
    if (cells > limits.cells) throw tooLarge;
    return {
      format: 'text',
      blocks,
      characters: countCharacters(text),
      encoding,
      findings: [
        ...findings,
        ...unread,
        ...claims.flatMap(claim => claim.table.findings),
        ...leftOut(
          lines,
          claims,
          doubts.map(doubt => doubt.line),
        ),
      ],
    };
  },
};
