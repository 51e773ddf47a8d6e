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

/** What a document needs to be printed: borders, a sheet of A4 on its side, a font for Chinese at 9 points. */
const printed = {
  borders: `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders>`,
  section:
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:bottom="850" w:left="1134" w:right="1134"/></w:sectPr>',
  styles:
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="18"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>',
};

function tableXml({ rows }: PlanTable, borders = ''): string {
  const cells = rows.map(row =>
    row.map(cell => {
      const merge = cell === null ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      return `<w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/>${merge}</w:tcPr>${paragraph(cell?.text ?? '')}</w:tc>`;
    }),
  );
  const grid = rows[0]!.map(() => '<w:gridCol w:w="1600"/>').join('');
  const body = cells.map((row, i) => `<w:tr>${i === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>${borders}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`;
}

/** A Word document of paragraphs and one table (ECMA-376); `forPrint` with borders, a font and a sheet that it fits on. */
export const writeDocx = (plan: PlanTable, forPrint = false): Uint8Array =>
  zipParts({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${forPrint ? '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>' : ''}</Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${plan.paragraphs.map(paragraph).join('')}${tableXml(plan, forPrint ? printed.borders : '')}<w:p/>${forPrint ? printed.section : ''}</w:body></w:document>`,
    ...(forPrint && {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
      'word/styles.xml': printed.styles,
    }),
  });
