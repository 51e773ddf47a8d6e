import type { Finding } from '../../model/diagnostic.ts';
import type { Block, Document, Source } from '../../model/document.ts';
import { append } from '../append.ts';
import { assemble, charactersOf, type Flow, type Item, linesOf } from '../flow.ts';
import { cellBudget } from '../grid.ts';
import { mainPart, openPackage, type Package } from '../opc.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { child, type Element, elements, textOf } from '../xml.ts';
import { checkSize, holdsPart } from '../zip.ts';
import { appearance } from './appearance.ts';
import { readBlocks } from './blocks.ts';
import { signature } from './changes.ts';
import { readNumbering } from './numbering.ts';
import { newStory, type Story } from './story.ts';
import { readStyles } from './styles.ts';
import { compareWithMammoth } from './witness.ts';

/** The parts that a document leads to, by what they are for. */
function partsOf(office: Package, main: string) {
  const related = office.relations(main).filter(relation => !relation.external);
  const targets = (type: string): string[] => [
    ...new Set(related.filter(relation => relation.type === type).map(relation => relation.target)),
  ];
  return { targets, tree: (type: string) => office.tree(targets(type)[0] ?? '', appearance) };
}
type Parts = ReturnType<typeof partsOf>;

const comments = (root: Element | undefined): ReadonlyMap<string, Finding> =>
  new Map(
    (root ? elements(root) : []).map(comment => {
      const text = elements(comment).map(textOf).join('\n').trim();
      const finding: Finding = { code: 'comment', params: { ...signature(comment.attributes), text }, raw: text };
      return [`comment ${comment.attributes['w:id'] ?? ''}`, finding];
    }),
  );

/** Running heads and feet: furniture, each part once, whatever it holds. */
function furniture(office: Package, parts: Parts, type: 'header' | 'footer', story: Story): Block[] {
  return parts.targets(type).flatMap(target => {
    const root = office.tree(target, appearance);
    const items = root ? readBlocks(elements(root), newStory(story)) : [];
    // A page number is furniture in the text of the page's furniture.
    const texts = [...linesOf(items), ...items.flatMap(item => (item.kind === 'furniture' ? [item.text] : []))];
    return texts.filter(text => text.trim() !== '').map((text): Block => ({ kind: 'furniture', text, places: [] }));
  });
}

/** The notes that the text refers to, in the order of their marks. */
function notes(parts: Parts, story: Story): Flow {
  const known = new Map<string, Element>();
  for (const type of ['footnote', 'endnote'])
    for (const note of elements(parts.tree(`${type}s`) ?? { name: '', attributes: {}, children: [] }))
      known.set(`${type} ${note.attributes['w:id'] ?? ''}`, note);
  const items: Item[] = [];
  for (const key of story.notes) {
    const note = known.get(key);
    if (note) append(items, readBlocks(elements(note), story));
  }
  return items;
}

/** A field without an end swallows what follows it. */
const openField = ({ fields }: Story): Finding[] =>
  fields.slice(0, 1).map(({ code }) => ({ code: 'unrendered-field', params: { field: code.trim() } }));

/** Files that stand in the text as icons: a plan may well be one of them. */
const embedded = (parts: Parts): Finding[] =>
  ['package', 'oleObject'].flatMap(parts.targets).map(part => ({ code: 'unread-part', params: { part } }));

const changesFinding = ({ insertions, deletions }: Story['changes']): Finding[] =>
  insertions + deletions === 0 ? [] : [{ code: 'unaccepted-changes', params: { insertions, deletions } }];

async function read(source: Source, options: ReadOptions): Promise<Document> {
  checkSize(source.bytes, options.limits);
  const office = openPackage(source.bytes);
  const main = mainPart(office, 'word/document.xml');
  const parts = partsOf(office, main);
  const story = newStory({
    styles: readStyles(parts.tree('styles')),
    numbering: readNumbering(parts.tree('numbering')),
    comments: comments(parts.tree('comments')),
  });
  const root = office.tree(main, appearance);
  const body = root && child(root, 'w:body');
  const flow = body ? readBlocks(elements(body), story) : [];
  const inNotes = notes(parts, story);
  const { blocks, findings } = assemble([...flow, ...inNotes], cellBudget(options.limits));
  const all = [...furniture(office, parts, 'header', story), ...blocks, ...furniture(office, parts, 'footer', story)];
  const witness = await compareWithMammoth(office, main, story.witness);
  return {
    format: 'docx',
    blocks: all,
    characters: charactersOf(all),
    findings: [...changesFinding(story.changes), ...openField(story), ...embedded(parts), ...findings, ...witness],
  };
}

/** Reads Word documents from their own XML, as Word shows them once all tracked changes are accepted. */
export const docxReader: Reader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  recognises: bytes => holdsPart(bytes, 'word/document'),
  read,
};
