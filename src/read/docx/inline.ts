import { append } from '../append.ts';
import { privateUse, symbolOf } from '../symbols.ts';
import { child, type Element, elements, flag, textOf, val } from '../xml.ts';
import { changeOf } from './changes.ts';
import { renderCode, renderForm } from './fields.ts';
import { type Box, type Line, type Marks, say, write } from './line.ts';
import type { Story } from './story.ts';

function writeSymbol(font: string, code: number, line: Line, story: Story, marks: Marks): void {
  const character = symbolOf(font, code);
  if (character !== undefined) write(character, line, story, marks, true);
  else {
    const params = { font, character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
    line.asides.push(say({ code: 'unknown-symbol', params }));
    write('\ufffd', line, story, marks, true);
  }
}

function writeText(text: string, line: Line, story: Story, marks: Marks): void {
  if (!privateUse.test(text)) {
    write(text, line, story, marks);
    return;
  }
  for (const character of text) {
    if (privateUse.test(character)) writeSymbol(marks.font ?? '', character.codePointAt(0)!, line, story, marks);
    else write(character, line, story, marks);
  }
}

function fieldMark(mark: Element, line: Line, story: Story, marks: Marks): void {
  const { fields } = story;
  const type = mark.attributes['w:fldCharType'];
  if (type === 'begin') {
    write(renderForm(mark), line, story, marks, true);
    fields.push({ code: '', shows: false });
  } else if (type === 'separate') {
    const field = fields.at(-1);
    if (field) field.shows = true;
  } else if (type === 'end') {
    const field = fields.pop();
    if (!field || field.shows) return;
    const shown = renderCode(field.code);
    if (shown === null) line.asides.push(say({ code: 'unrendered-field', params: { field: field.code.trim() } }));
    else write(shown, line, story, marks, true);
  }
}

/** The branch of alternatives that is read: Word's newer form; the other one repeats it for older programs. */
export const chosen = (alternatives: Element): Element | undefined =>
  child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback');

/** Text boxes inside a drawing, each once; the text of old WordArt counts as one. */
function boxesIn(node: Element, witnessed = true): Box[] {
  if (node.name === 'w:txbxContent' || node.name === 'v:textpath') return [{ element: node, witnessed }];
  if (node.name !== 'mc:AlternateContent') return elements(node).flatMap(each => boxesIn(each, witnessed));
  const branch = chosen(node);
  const older = child(node, 'mc:Fallback') !== undefined;
  return branch ? elements(branch).flatMap(each => boxesIn(each, witnessed && older)) : [];
}

function readRun(run: Element, line: Line, story: Story, around: Marks): void {
  const properties = child(run, 'w:rPr');
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  const marks: Marks = {
    ...around,
    ...(font !== undefined && { font }),
    hidden: flag(properties, 'w:vanish') ?? (around.hidden || story.styles.hides(val(properties, 'w:rStyle'))),
    struck: flag(properties, 'w:strike') || flag(properties, 'w:dstrike') || false,
  };
  readInline(run, line, story, marks);
}

type Reading = (node: Element, line: Line, story: Story, marks: Marks) => void;
const character =
  (text: string): Reading =>
  (_, line, story, marks) =>
    write(text, line, story, marks);
const box: Reading = (node, line) => {
  append(line.boxes, boxesIn(node));
};
const note =
  (kind: string): Reading =>
  (node, _, story) => {
    story.notes.add(`${kind} ${node.attributes['w:id'] ?? ''}`);
  };
const changed: Reading = (node, line, story, marks) => {
  // What was inserted and then deleted is deleted.
  const change = marks.change?.kind === 'deletions' ? marks.change : changeOf(node);
  readInline(node, line, story, change ? { ...marks, change } : marks);
};
const joined =
  (sign: string): Reading =>
  (node, line, story, marks) => {
    for (const [i, part] of elements(node)
      .filter(each => !each.name.endsWith('Pr'))
      .entries()) {
      if (i > 0) write(sign, line, story, marks, true);
      readInline(part, line, story, marks);
    }
  };
const unwitnessed: Reading = (node, line, story, marks) => readInline(node, line, story, { ...marks, lost: true });
const nothing: Reading = () => {};

/** What the elements inside a paragraph come to; those not named here are looked through. */
const readings: Readonly<Record<string, Reading>> = {
  'w:r': readRun,
  'w:t': (node, line, story, marks) => writeText(textOf(node), line, story, marks),
  'm:t': (node, line, story, marks) => write(textOf(node), line, story, marks, true),
  'w:delText': (node, line, story, marks) => write(textOf(node), line, story, marks),
  'w:tab': character('\t'),
  'w:ptab': character('\t'),
  'w:br': character('\n'),
  'w:cr': character('\n'),
  'w:noBreakHyphen': character('-'),
  'w:sym': (node, line, story, marks) => {
    const code = Number.parseInt(node.attributes['w:char'] ?? '', 16);
    writeSymbol(node.attributes['w:font'] ?? '', Number.isNaN(code) ? 0 : code, line, story, marks);
  },
  'w:fldChar': fieldMark,
  'w:instrText': (node, _line, story) => {
    const field = story.fields.at(-1);
    if (field && !field.shows) field.code += textOf(node);
  },
  'w:fldSimple': (node, line, story, marks) => {
    story.fields.push({ code: node.attributes['w:instr'] ?? '', shows: true });
    readInline(node, line, story, { ...marks, lost: true });
    story.fields.pop();
  },
  'w:ruby': unwitnessed,
  'w:bdo': unwitnessed,
  'w:dir': unwitnessed,
  'w:footnoteReference': note('footnote'),
  'w:endnoteReference': note('endnote'),
  'w:commentReference': (node, line, story) => {
    const key = `comment ${node.attributes['w:id'] ?? ''}`;
    const finding = story.comments.get(key);
    if (!finding || story.notes.has(key)) return;
    story.notes.add(key);
    line.asides.push({ kind: 'discarded', text: finding.raw ?? '', why: 'comment' }, say(finding));
  },
  'w:ins': changed,
  'w:del': changed,
  'w:moveFrom': changed,
  'w:moveTo': changed,
  'w:drawing': box,
  'w:pict': box,
  'w:object': box,
  'mc:AlternateContent': (node, line, story, marks) => {
    const branch = chosen(node);
    const drawing = branch && ['w:drawing', 'w:pict', 'w:object'].some(name => child(branch, name));
    if (drawing) append(line.boxes, boxesIn(node));
    else if (branch) readInline(branch, line, story, marks);
  },
  'w:sdt': (node, line, story, marks) => {
    const content = child(node, 'w:sdtContent');
    if (!content) return;
    if (!flag(child(node, 'w:sdtPr'), 'w:showingPlcHdr')) return readInline(content, line, story, marks);
    const text = textOf(content).trim();
    if (text !== '') line.asides.push({ kind: 'discarded', text, why: 'placeholder' });
    line.plain += text;
  },
  // The reading aid above a word repeats it.
  'w:rt': (node, line) => {
    line.asides.push({ kind: 'discarded', text: textOf(node).trim(), why: 'phonetic guide' });
  },
  'm:f': joined('/'),
  'm:sSup': joined('^'),
  'w:rPr': nothing,
  'w:pPr': nothing,
  'w:rubyPr': nothing,
  'w:instrTextDel': nothing,
  'w:delInstrText': nothing,
};

/** Reads what stands inside a paragraph, a run or a change. */
export function readInline(node: Element, line: Line, story: Story, marks: Marks = {}): void {
  for (const each of elements(node)) {
    const reading = Object.hasOwn(readings, each.name) ? readings[each.name]! : readInline;
    reading(each, line, story, marks);
  }
}
