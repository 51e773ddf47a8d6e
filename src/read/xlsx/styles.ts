import { child, type Element, elements } from '../xml.ts';
import { formatById } from './formats.ts';
import { type NumberFormat, parseFormat } from './number-format.ts';

/** A cell style's number format, with the code it was made from. */
export interface StyleFormat extends NumberFormat {
  readonly code: string;
}

/** The number formats of a workbook, by what a cell's `s` attribute says (ECMA-376 part 1, 18.8.10). */
export function readFormats(root: Element | undefined): (style: string | undefined) => StyleFormat {
  const custom = new Map(
    elements(child(root, 'numFmts') ?? { name: '', attributes: {}, children: [] }).map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? 'General',
    ]),
  );
  const styles = elements(child(root, 'cellXfs') ?? { name: '', attributes: {}, children: [] });
  const parsed = new Map<string, StyleFormat>();
  const byCode = (code: string): StyleFormat => {
    const known = parsed.get(code) ?? { code, ...parseFormat(code) };
    parsed.set(code, known);
    return known;
  };
  return style => {
    const id = Number(styles[Number(style ?? 0)]?.attributes.numFmtId ?? 0);
    return byCode(custom.get(id) ?? formatById(id));
  };
}
