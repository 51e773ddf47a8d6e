import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import { bestCut } from './best-cut.ts';
import { cutInto, tokensOf } from './columns.ts';
import { isRowLike } from './left-out.ts';
import { isBlank, isPageNumber, isRule, type Line } from './lines.ts';
import { isHeading, isNote } from './rows.ts';
import { type Doubt, type Found, type Layout, pieceOf, type Row, type Table } from './table.ts';
import { readAsRows, type SheetLine, wrapped } from './unwrap.ts';
import type { Witness } from './witness.ts';

const unaligned: Doubt['why'] = { zh: '各行对不齐同样的列', en: 'its lines do not fall into the same columns' };

/** Known headers on one line that show an aligned table, and that show a further header row of it. */
const headersOfTable = 3;
const headersOfRow = 2;

const cellsOf = (line: Line, gap = 2): Pick<Row, 'cells'> => ({
  cells: tokensOf(line.text, gap).map(({ text }) => ({ text, places: [] })),
});
const sameText = (a: Line, b: Line): boolean => a.text.replace(/\s/g, '') === b.text.replace(/\s/g, '');

/** Blanks that part the headers of each line: none where there is no header, one only above a ruler of dashes. */
const headerGaps = (lines: readonly Line[], witness: Witness): readonly number[] =>
  lines.map((line, i) => {
    if (witness.headers(cellsOf(line)) >= headersOfTable) return 2;
    const below = lines[i + 1]?.text ?? '';
    const ruled = isRule(below) && tokensOf(below, 1).length >= headersOfTable;
    return ruled && witness.headers(cellsOf(line, 1)) >= headersOfTable ? 1 : 0;
  });

interface Region {
  /** Index behind the last row below a header. */
  readonly to: number;
  /** Whether row keys, or a line that no row can be, prove that the table ends there. */
  readonly closed: boolean;
}

/** The rows below a header: up to the last one with a row key, and what follows it without a gap. */
function regionOf(lines: readonly Line[], from: number, heads: readonly number[], witness: Witness): Region {
  let to = from + 1;
  let [keyed, open, left] = [false, true, false];
  for (let i = from + 1; i < lines.length; i++) {
    if (heads[i]! > 0 && i > from + 1 && !sameText(lines[i]!, lines[from]!)) break;
    const { text } = lines[i]!;
    const tokens = tokensOf(text, heads[from]);
    const key = tokens.length > 1 && witness.isKey(tokens[0]!.text);
    // A single text far from the margin may be the rest of a cell.
    const row = tokens.length > 1 || (tokens.length === 1 && tokens[0]!.start > 1 && !isNote(cellsOf(lines[i]!)));
    if (key || (row && open)) to = i + 1;
    keyed ||= key;
    // Without keys a blank line or a heading is no end; with them, what follows those needs a key to be a row.
    open = key || (open && (row || (!keyed && (tokens.length === 0 || isHeading(text.trim())))));
    left ||= !open && isRowLike(text);
  }
  const below = lines[to]?.text.trim() ?? '';
  const ends = below === '' || isRule(below) || isHeading(below) || isNote({ cells: [pieceOf(lines[to]!)] });
  return { to, closed: keyed || (ends && !left) };
}

/** Reads the lines from a header to the last row below it, whose texts at least `gap` blanks part. */
function readRegion(
  lines: readonly Line[],
  from: number,
  to: number,
  gap: number,
  witness: Witness,
): Table | Doubt['why'] {
  const region = lines.slice(from, to);
  const kinds = region.map((line, i) => {
    if (isBlank(line.text)) return 'blank';
    if (isRule(line.text)) return 'rule';
    return isPageNumber(region, i) ? 'furniture' : tokensOf(line.text, gap).length > 1 ? 'row' : 'lone';
  });
  const rows = region.filter((_, i) => kinds[i] === 'row');
  const heads = new Set(rows.filter(line => witness.headers(cellsOf(line, gap)) >= headersOfRow));
  const best = bestCut(rows, { heads, rulers: region.filter((_, i) => kinds[i] === 'rule') });
  if (!best) {
    const keyed = rows.filter(line => witness.isKey(tokensOf(line.text)[0]!.text)).length;
    return keyed > 0 && keyed * 2 < rows.length ? wrapped : unaligned;
  }

  const cells = best.cells.values();
  const sheet = region.map((line, i): SheetLine => {
    const kind = kinds[i]!;
    if (kind === 'row') return { kind, cells: cells.next().value!, head: heads.has(line) };
    if (kind !== 'lone') return { kind } as SheetLine;
    const own = cutInto(line, best.starts, best.measure);
    const inColumn = own !== null && own.length === best.columns && own[0]!.text === '' && !isHeading(line.text.trim());
    return inColumn ? { kind: 'row', cells: own, head: false } : { kind: 'lone', cells: [pieceOf(line)] };
  });
  const read = readAsRows(sheet, best.columns, witness);
  if ('zh' in read) return read;
  return {
    from,
    to,
    rows: read.map(row => ({ ...row, markup: '' })),
    aside: region.flatMap((line, i): Block[] => {
      const kind = kinds[i] === 'rule' ? 'markup' : 'furniture';
      return kinds[i] === 'rule' || kinds[i] === 'furniture' ? [{ kind, ...pieceOf(line) }] : [];
    }),
    headed: true,
    findings: sheet.flatMap((line): Finding[] => {
      if (line.kind !== 'lone' || isHeading(line.cells[0]!.text)) return [];
      const { text, places } = line.cells[0]!;
      return [{ code: 'lone-line', params: { text }, raw: text, places }];
    }),
  };
}

function find(lines: readonly Line[], witness: Witness): Found {
  const heads = headerGaps(lines, witness);
  const next = (from: number): number => {
    for (let i = from; i < heads.length; i++) if (heads[i]! > 0) return i;
    return -1;
  };
  const tables: Table[] = [];
  const doubts: Doubt[] = [];
  let behind = 0;
  for (let head = next(0); head >= 0; head = next(behind)) {
    const { to, closed } = regionOf(lines, head, heads, witness);
    // The upper row of a header may hold fewer words that are known.
    const above = head > behind && cellsOf(lines[head - 1]!);
    const from = above && above.cells.length > 1 && witness.headers(above) > 0 ? head - 1 : head;
    const read = closed ? readRegion(lines, from, to, heads[head]!, witness) : wrapped;
    if ('zh' in read) doubts.push({ line: head, why: read });
    else tables.push(read);
    behind = to;
  }
  const crowded = lines.findIndex((line, i) => heads[i] === 0 && witness.headers(cellsOf(line, 1)) >= headersOfTable);
  if (crowded >= 0)
    doubts.push({
      line: crowded,
      why: {
        zh: '各列之间只有一个空格，与格内空格无法区分',
        en: 'single blanks separate its columns, and stand inside cells too',
      },
    });
  return { tables, doubts };
}

/** Columns aligned by blanks, one line a row, or several with something between the rows. */
export const aligned: Layout = { name: 'aligned', bare: false, find };
