import { parse } from 'csv-parse/sync';
import { type Line, placer } from './lines.ts';
import { type Piece, pieceOf, type Row } from './table.ts';

/** A field as the source writes it: where its text begins and ends, and what it says. */
interface Extent {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
}

const doubled = (text: string): string => text.replaceAll('"', '""');
const quotes = (text: string): number => text.split('"').length - 1;

/** Finds a parsed value again in the source, at `at`; null where it is not written there as the format demands. */
function extentOf(source: string, at: number, value: string, delimiter: string): Extent | null {
  let start = at;
  while (source[start] !== delimiter && source[start] !== '\n' && /\s/.test(source[start] ?? '')) start++;
  const ends = (end: number): boolean => end >= source.length || source[end] === delimiter || source[end] === '\n';
  const literal = start + value.length;
  if (source.startsWith(value, start) && ends(literal)) {
    // A blank after the closing quote makes the library keep the quotes.
    const inner = /^"(.*)"$/s.exec(value.trimEnd())?.[1];
    return inner !== undefined && !inner.replaceAll('""', '').includes('"')
      ? { start, end: literal, text: inner.replaceAll('""', '"'), quoted: true }
      : { start, end: literal, text: value, quoted: false };
  }
  const written = doubled(value);
  const quoted = start + written.length + 2;
  return source[start] === '"' && source.startsWith(written, start + 1) && ends(quoted)
    ? { start, end: quoted, text: value, quoted: true }
    : null;
}

/** The library's records; null where a quote is never closed. */
function recordsOf(source: string, delimiter: string, width: number): string[][] | null {
  try {
    // It makes an error, if only to drop it, for every record unlike the first: so the first is a blank one as wide as most.
    const records: string[][] = parse(`${delimiter.repeat(width - 1)}\n${source}`, {
      delimiter,
      record_delimiter: '\n',
      ltrim: delimiter !== '\t',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return records.slice(1);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) return null;
    throw error;
  }
}

/**
 * Cuts lines into delimited fields, which quotes may stretch over several lines. Null where the quotes do not pair, so
 * that nothing can be said of where a row ends. `width` is how many fields most rows are expected to have.
 */
export function splitDelimited(lines: readonly Line[], delimiter: string, width: number): Row[] | null {
  const source = lines.map(line => line.text).join('\n');
  const records = recordsOf(source, delimiter, width);
  if (records === null) return null;
  const rows: Row[] = [];
  let [at, line, lineStart] = [0, 0, 0];
  const skipEmpty = (): void => {
    for (; lines[line]?.text === ''; line++, at++)
      rows.push({ from: line, to: line + 1, cells: [pieceOf(lines[line]!)], markup: '' });
    lineStart = at;
  };
  for (const record of records) {
    skipEmpty();
    const from = line;
    const cells: Piece[] = [];
    let markup = '';
    let place = placer(lines[line]!);
    for (const [i, value] of record.entries()) {
      const extent = extentOf(source, at, value, delimiter);
      if (!extent) return null;
      const { start, end, text, quoted } = extent;
      const written = source.slice(start, end);
      cells.push({ text: text.trim(), places: [place(start - lineStart)] });
      if (quoted) markup += '"'.repeat(quotes(written) - quotes(text));
      if (i < record.length - 1) markup += delimiter;
      for (let eol = written.indexOf('\n'); eol >= 0; eol = written.indexOf('\n', eol + 1)) {
        [line, lineStart] = [line + 1, start + eol + 1];
        place = placer(lines[line]!);
      }
      at = end + 1;
    }
    [line, lineStart] = [line + 1, at];
    rows.push({ from, to: line, cells, markup });
  }
  skipEmpty();
  return rows;
}
