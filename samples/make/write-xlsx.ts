import type { PlanTable } from './plan-table.ts';
import { escapeXml, zipParts } from './write-docx.ts';

const columnName = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);
const text = (column: number, row: number, value: string): string =>
  `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;

/** A workbook with one sheet: a line per paragraph, then the table (ECMA-376). */
export function writeXlsx({ paragraphs, rows }: PlanTable): Uint8Array {
  const first = paragraphs.length + 1;
  const above = paragraphs.map((line, i) => `<row r="${i + 1}">${text(0, i + 1, line)}</row>`);
  const table = rows.map((row, i) => {
    const cells = row.map((cell, column) => (cell && cell.text !== '' ? text(column, first + i, cell.text) : ''));
    return `<row r="${first + i}">${cells.join('')}</row>`;
  });
  const last = columnName(rows[0]!.length - 1);
  const merges = [
    ...paragraphs.map((_, i) => `A${i + 1}:${last}${i + 1}`),
    ...rows.flatMap((row, i) =>
      row.flatMap((cell, column) =>
        cell && cell.rowSpan > 1
          ? [`${columnName(column)}${first + i}:${columnName(column)}${first + i + cell.rowSpan - 1}`]
          : [],
      ),
    ),
  ];
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipParts({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="计划" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${[...above, ...table].join('')}</sheetData><mergeCells count="${merges.length}">${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  });
}
