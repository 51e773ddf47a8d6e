import { foldText } from '../fields/fold.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { readByContent } from './by-content.ts';
import { readByTable, settle } from './by-table.ts';
import { evidence, type LooksLike } from './content.ts';
import type { Draft } from './draft.ts';
import { readHeader } from './header.ts';

/** A header over a column. */
export interface HeaderCell {
  /** 0-based. */
  readonly column: number;
  /** As printed; blank where nothing stands over the column. */
  readonly text: string;
  /** The header above it, where there are two rows of headers. */
  readonly upper?: string;
  readonly places?: readonly Place[];
}

/** What a column means. */
export interface Column {
  /** As it came: 0-based (the trace shows it 1-based). */
  readonly column: number;
  /** Folded; an upper and a lower header are joined by a stroke. */
  readonly header: string;
  /** Plan fields; `extra:<header>` for a column that nobody knows. */
  readonly fields: readonly string[];
}

export interface MappedColumns {
  /** In the order of the headers, without columns that are wholly blank. */
  readonly columns: readonly Column[];
  /** Each with the header's places and, as `raw`, its text. */
  readonly findings: readonly Finding[];
}

function headerName({ text, upper = '', column }: HeaderCell): string {
  const levels = [...new Set([foldText(upper), foldText(text)])].filter(level => level !== '');
  return levels.join('/') || `#${column + 1}`;
}

function draftOf(cell: HeaderCell, samples: readonly string[], looksLike: LooksLike): Draft | null {
  const header = headerName(cell);
  const unknown = (finding: Finding): Draft => ({
    column: cell.column,
    header,
    texts: [],
    readings: [],
    fields: null,
    findings: [finding],
  });
  if (foldText(`${cell.upper ?? ''}${cell.text}`) === '') {
    if (samples.every(text => foldText(text) === '')) return null;
    const [text = ''] = evidence(samples);
    return unknown({ code: 'blank-header', params: { header, text } });
  }
  const wording = readHeader(cell.upper === undefined ? cell.text : [cell.upper, cell.text]);
  if (!wording) return unknown({ code: 'unknown-column', params: { header } });
  return readByContent({ column: cell.column, header }, wording, samples, looksLike);
}

/** `extra:<header>`; the second of two equal headers is `<header>#2`. */
function nameExtras(drafts: readonly Draft[]): Column[] {
  const seen = new Map<string, number>();
  return drafts.map(({ column, header, fields }) => {
    if (fields) return { column, header, fields };
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    return { column, header, fields: [`extra:${header}${count > 1 ? `#${count}` : ''}`] };
  });
}

/**
 * What every column of a table means: its header first, its cells as second witness, then the other columns. No column
 * is known by its position.
 * @param samples the texts of a column's cells
 * @param looksLike judges one cell, see `LooksLike`
 */
export function mapColumns(
  headers: readonly HeaderCell[],
  samples: (column: number) => readonly string[],
  looksLike: LooksLike,
): MappedColumns {
  const drafts = headers.flatMap(cell => draftOf(cell, samples(cell.column), looksLike) ?? []);
  const decided = readByTable(settle(drafts, looksLike));
  const cellOf = new Map(headers.map(cell => [cell.column, cell]));
  return {
    columns: nameExtras(decided),
    findings: decided.flatMap(({ column, findings }) => {
      const { places, text } = cellOf.get(column)!;
      return findings.map(finding => ({ ...finding, ...(places && { places }), ...(text !== '' && { raw: text }) }));
    }),
  };
}
