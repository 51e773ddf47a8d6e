import { append } from '../append.ts';
import type { Item } from '../flow.ts';
import { child, type Element, elements, flag, val } from '../xml.ts';
import { chosen, readInline } from './inline.ts';
import { type Box, closeRemarks, type Line, newLine } from './line.ts';
import type { Story } from './story.ts';
import { listReference } from './styles.ts';
import { readTable } from './table.ts';

/** A paragraph whose mark is deleted runs on into the next one. */
const runsOn = (paragraph: Element): boolean => {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr');
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
};

/** Where the mark at a paragraph's end is hidden, so is its number. */
const isHidden = (paragraph: Element, story: Story): boolean => {
  const properties = child(paragraph, 'w:pPr');
  return flag(child(properties, 'w:rPr'), 'w:vanish') ?? story.styles.hides(val(properties, 'w:pStyle'));
};

/** The number that Word prints before a paragraph. */
function label(paragraph: Element, line: Line, story: Story): string {
  const properties = child(paragraph, 'w:pPr');
  const style = val(properties, 'w:pStyle') ?? story.styles.defaultParagraph;
  const inherited = story.styles.listOf(style);
  const own = listReference(properties);
  const { list, level } = { ...inherited, ...own };
  if (list === undefined || list === '0') return '';
  const printed = story.numbering.next(list, level, own.list === undefined ? inherited.style : undefined);
  if (printed?.unknownFormat !== undefined)
    line.asides.push({
      kind: 'finding',
      finding: { code: 'unknown-numbering', params: { format: printed.unknownFormat } },
    });
  return printed?.text ?? '';
}

function readBox({ element, witnessed }: Box, story: Story): Item[] {
  if (element.name === 'v:textpath') return [{ kind: 'line', text: element.attributes.string ?? '' }];
  return readBlocks(elements(element), witnessed ? story : { ...story, witness: [] });
}

function finish(line: Line, printed: string, story: Story): Item[] {
  closeRemarks(line);
  if (story.depth > 0) story.witness.push(line.plain);
  const text = printed + line.text;
  // An empty paragraph is a blank line, but for one that only anchors a text box.
  const lines = text.trim() === '' && line.boxes.length > 0 ? [] : text.split('\n');
  return [
    ...lines.map((each): Item => ({ kind: 'line', text: each })),
    ...line.asides,
    ...line.boxes.flatMap(box => readBox(box, story)),
  ];
}

/** Reads paragraphs, tables and what is wrapped around them. */
export function readBlocks(nodes: readonly Element[], story: Story): Item[] {
  const items: Item[] = [];
  let line: Line | undefined;
  const read = (node: Element): void => {
    switch (node.name) {
      case 'w:p': {
        line ??= newLine();
        readInline(node, line, story, { hidden: story.styles.hides(val(child(node, 'w:pPr'), 'w:pStyle')) });
        if (runsOn(node)) return;
        append(items, finish(line, isHidden(node, story) ? '' : label(node, line, story), story));
        line = undefined;
        return;
      }
      case 'w:tbl':
        append(items, readTable(node, story, readBlocks));
        return;
      case 'mc:AlternateContent': {
        const branch = chosen(node);
        if (branch) elements(branch).forEach(read);
        return;
      }
      case 'w:altChunk':
        items.push({ kind: 'finding', finding: { code: 'unread-part', params: { part: 'altChunk' } } });
        return;
      case 'w:sdt': {
        const content = child(node, 'w:sdtContent');
        if (content) elements(content).forEach(read);
        return;
      }
      case 'w:tcPr':
      case 'w:sectPr':
        return;
      default:
        elements(node).forEach(read);
    }
  };
  nodes.forEach(read);
  if (line) append(items, finish(line, '', story));
  return items;
}
