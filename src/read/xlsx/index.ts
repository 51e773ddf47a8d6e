import type { Document, Source } from '../../model/document.ts';
import { Refusal } from '../../model/refusal.ts';
import { mainPart, openPackage, type Package } from '../opc.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { child, elements } from '../xml.ts';
import { checkSize, holdsPart } from '../zip.ts';
import { readDrawings } from './drawings.ts';
import { type ShownSheet, toDocument } from './sheets.ts';
import { readStrings } from './strings.ts';
import { readFormats } from './styles.ts';
import { readWorksheet, type Workbook } from './worksheet.ts';

const nothing = { name: '', attributes: {}, children: [] };

/** Sheets in the order of their tabs. */
function sheetsOf(office: Package, main: string): { name: string; hidden: boolean; part: string }[] {
  const relations = new Map(office.relations(main).map(relation => [relation.id, relation]));
  return elements(child(office.tree(main), 'sheets') ?? nothing).flatMap(({ attributes }) => {
    const relation = relations.get(attributes['r:id'] ?? '');
    // Chart and dialog sheets hold no cells.
    if (relation && relation.type !== 'worksheet') return [];
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    return [{ name: attributes.name ?? '', hidden, part: relation?.target ?? '' }];
  });
}

function workbookOf(office: Package, main: string, maxCells: number): Workbook {
  const related = (type: string): string => office.relations(main).find(each => each.type === type)?.target ?? '';
  const strings = related('sharedStrings');
  const date1904 = child(office.tree(main), 'workbookPr')?.attributes.date1904;
  return {
    strings: readStrings(office.bytes(strings), strings),
    formats: readFormats(
      office.tree(related('styles'), new Set(['fonts', 'fills', 'borders', 'cellStyleXfs', 'dxfs'])),
    ),
    from1904: date1904 === '1' || date1904 === 'true',
    maxCells,
  };
}

async function read(source: Source, { limits }: ReadOptions): Promise<Document> {
  checkSize(source.bytes, limits);
  const office = openPackage(source.bytes);
  const main = mainPart(office, 'xl/workbook.xml');
  const workbook = workbookOf(office, main, limits.cells);
  const sheets = function* (): Generator<ShownSheet> {
    for (const { name, hidden, part } of sheetsOf(office, main)) {
      const bytes = office.bytes(part);
      if (!bytes) throw new Refusal({ code: 'broken-package', params: { part: part || name } });
      const sheet = readWorksheet(bytes, part, name, workbook);
      yield { sheet, hidden, ...(!hidden && { drawn: readDrawings(office, part, name) }) };
    }
  };
  return toDocument('xlsx', sheets(), limits);
}

/** Reads workbooks as they are shown: values by their formats, formulas by their saved results, a grid per sheet. */
export const xlsxReader: Reader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx'],
  recognises: bytes => holdsPart(bytes, 'xl/workbook'),
  read,
};
