import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';
import type { Package } from '../opc.ts';
import { child, descendants, type Element, elements, textOf } from '../xml.ts';
import { address } from './sheet.ts';

/** What lies over the cells of a sheet: text boxes, which are read, and comments, which are reported. */
export interface Drawn {
  readonly boxes: readonly Block[];
  readonly comments: readonly Block[];
  readonly findings: readonly Finding[];
}

const lines = (body: Element): string[] =>
  [...descendants(body, 'a:p')].map(line => [...descendants(line, 'a:t')].map(textOf).join('').trim()).filter(Boolean);

function boxes(drawing: Element, sheet: string): Block[] {
  const anchors = elements(drawing).flatMap(each =>
    each.name === 'mc:AlternateContent' ? elements(child(each, 'mc:Choice') ?? each) : [each],
  );
  return anchors.flatMap(anchor => {
    const from = child(anchor, 'xdr:from');
    const [row, column] = ['xdr:row', 'xdr:col'].map(name => Number(textOf(child(from, name) ?? '0')) || 0) as [
      number,
      number,
    ];
    const places: Place[] = [{ sheet, cell: address(row, column) }];
    return [...descendants(anchor, 'xdr:txBody')].flatMap(body =>
      lines(body).map((text): Block => ({ kind: 'paragraph', text, places })),
    );
  });
}

export function readDrawings(office: Package, part: string, sheet: string): Drawn {
  const related = office.relations(part).filter(relation => !relation.external);
  const trees = (type: string): Element[] =>
    related.filter(relation => relation.type === type).flatMap(relation => office.tree(relation.target) ?? []);
  const comments: Block[] = [];
  const findings: Finding[] = [];
  for (const root of trees('comments')) {
    const authors = elements(child(root, 'authors') ?? root).map(textOf);
    for (const comment of elements(child(root, 'commentList') ?? root)) {
      const text = [...descendants(comment, 't')].map(textOf).join('').trim();
      if (comment.name !== 'comment' || text === '') continue;
      const places: Place[] = [{ sheet, cell: comment.attributes.ref ?? 'A1' }];
      const author = authors[Number(comment.attributes.authorId)] || { zh: '未署名', en: 'unnamed' };
      const date = { zh: '日期不详', en: 'undated' };
      comments.push({ kind: 'discarded', text, why: 'comment', places });
      findings.push({ code: 'comment', params: { author, date, text }, places });
    }
  }
  return { boxes: trees('drawing').flatMap(drawing => boxes(drawing, sheet)), comments, findings };
}
