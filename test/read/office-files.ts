import { strToU8, zipSync } from 'fflate';
import type { Block, Document } from '../../src/model/document.ts';
import type { Grid } from '../../src/model/grid.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { defaultLimits, type Reader, type ReadOptions } from '../../src/read/reader.ts';

export const options: ReadOptions = { hints: { headers: [], rowKey: '' }, limits: defaultLimits };

/** Packs parts by name; `undefined` leaves one out. */
export const zip = (parts: Readonly<Record<string, string | undefined>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, text]) => (text === undefined ? [] : [[name, strToU8(text)] as const])),
    ),
  );

const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordNamespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${officeRelation}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${officeRelation}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const types = (parts: Readonly<Record<string, string>>): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    parts,
  )
    .map(
      ([part, kind]) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
    )
    .join('')}</Types>`;

/** Parts of a Word document beside its body, by kind: what stands inside the root element. */
type WordParts = Partial<
  Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments' | 'header' | 'footer', string>
>;
const roots: Readonly<Record<keyof WordParts, string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
};

/** A DOCX file with this body. */
export function docx(
  body: string,
  parts: WordParts = {},
  more: Readonly<Record<string, string | undefined>> = {},
): Uint8Array {
  const kinds = Object.keys(parts) as (keyof WordParts)[];
  return zip({
    '[Content_Types].xml': types({ 'word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document ${wordNamespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(kinds.map(kind => [kind, `${kind}.xml`])),
    ...Object.fromEntries(
      kinds.map(kind => [`word/${kind}.xml`, `<w:${roots[kind]} ${wordNamespaces}>${parts[kind]}</w:${roots[kind]}>`]),
    ),
    ...more,
  });
}

/** Word's XML for the commonest things. */
export const w = {
  run: (text: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`,
  /** A paragraph of text or of XML. */
  p: (content: string, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${content === '' || content.startsWith('<') ? content : w.run(content)}</w:p>`,
  list: (id: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`,
  tc: (content: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : w.p(content)}</w:tc>`,
  tr: (cells: readonly string[], properties = ''): string =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`,
  tbl: (rows: readonly string[], columns: readonly number[] = []): string =>
    `<w:tbl><w:tblPr/><w:tblGrid>${columns.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`,
  /** A table of plain texts. */
  table: (rows: readonly (readonly string[])[]): string => w.tbl(rows.map(row => w.tr(row.map(text => w.tc(text))))),
};

interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  /** What stands inside `worksheet`. */
  readonly xml: string;
}

/** An XLSX file with these sheets. */
export function xlsx(
  sheets: readonly SheetParts[],
  given: { readonly strings?: string; readonly styles?: string; readonly workbook?: string } = {},
  more: Readonly<Record<string, string | undefined>> = {},
): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const shared = [
    ...(given.strings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
    ...(given.styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
  ];
  return zip({
    '[Content_Types].xml': types({ 'xl/workbook.xml': 'spreadsheetml.sheet.main' }),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${officeRelation}">${given.workbook ?? ''}<sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name ?? `表${i + 1}`}" sheetId="${i + 1}" r:id="rId${i + 1}" state="${state ?? 'visible'}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([...parts.map(part => ['worksheet', part] as const), ...shared]),
    ...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/${parts[i]}`, `<worksheet ${main}>${xml}</worksheet>`])),
    'xl/sharedStrings.xml': given.strings && `<sst ${main}>${given.strings}</sst>`,
    'xl/styles.xml': given.styles && `<styleSheet ${main}>${given.styles}</styleSheet>`,
    ...more,
  });
}

/** Reads, and gives the finding of a refusal in place of a document. */
export async function read(reader: Reader, bytes: Uint8Array, limits: Partial<typeof defaultLimits> = {}) {
  try {
    return await reader.read({ name: 'x', bytes }, { ...options, limits: { ...defaultLimits, ...limits } });
  } catch (error) {
    if (error instanceof Refusal) return error.finding;
    throw error;
  }
}

export async function readWell(reader: Reader, bytes: Uint8Array): Promise<Document> {
  const document = await read(reader, bytes);
  if ('code' in document) throw new Error(`refused: ${JSON.stringify(document)}`);
  return document;
}

export const codes = ({ findings }: Document): string[] => findings.map(finding => finding.code);

/** A grid as rows of texts: `text·2×3` for a cell over 2 rows and 3 columns, `^` where one covers, `-` where there is none. */
export function rowsOf({ rows, columns, cells }: Grid): string[][] {
  const shown = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '-'));
  for (const { row, column, rowSpan, colSpan, text } of cells) {
    for (let i = row; i < row + rowSpan; i++)
      for (let j = column; j < column + colSpan; j++) {
        if (shown[i]?.[j] !== '-') throw new Error(`cells overlap or lie outside at ${i}, ${j}`);
        shown[i]![j] = '^';
      }
    shown[row]![column] = rowSpan * colSpan > 1 ? `${text}·${rowSpan}×${colSpan}` : text;
  }
  return shown;
}

/** A document as data to compare: grids as their rows, other blocks as `kind text`. */
export const blocksOf = ({ blocks }: Document): (string | string[][])[] =>
  blocks.map((block: Block) => {
    if (block.kind === 'grid') return rowsOf(block.grid);
    const why = block.kind === 'discarded' ? ` (${block.why})` : '';
    return `${block.kind === 'paragraph' ? '' : `${block.kind} `}${block.text}${why}`;
  });
