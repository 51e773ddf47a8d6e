import { strToU8, zipSync } from 'fflate';
import type { PlanTable } from './plan-table.ts';

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Every file of a package has one date, so that making it again gives the same bytes. */
export const zipParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])), {
    mtime: new Date('2023-01-01T00:00:00'),
    level: 9,
  });

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
const paragraph = (text: string): string => `<w:p>${text === '' ? '' : run(text)}</w:p>`;

function tableXml({ rows }: PlanTable): string {
  const cells = rows.map(row =>
    row.map(cell => {
      const merge = cell === null ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      return `<w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/>${merge}</w:tcPr>${paragraph(cell?.text ?? '')}</w:tc>`;
    }),
  );
  const grid = rows[0]!.map(() => '<w:gridCol w:w="1600"/>').join('');
  const body = cells.map((row, i) => `<w:tr>${i === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`;
}

/** A Word document of paragraphs and one table (ECMA-376). */
export const writeDocx = (plan: PlanTable): Uint8Array =>
  zipParts({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${plan.paragraphs.map(paragraph).join('')}${tableXml(plan)}<w:p/></w:body></w:document>`,
  });
