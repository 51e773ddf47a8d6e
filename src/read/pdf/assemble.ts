import type { JoinedGrid } from '../../geometry/join-pages.ts';
import type { Box } from '../../model/box.ts';
import type { Finding } from '../../model/diagnostic.ts';
import { type Block, countCharacters, type Document } from '../../model/document.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Limits } from '../reader.ts';
import type { PageLayout } from './layout.ts';
import { placesOf } from './sheets.ts';

interface Placed {
  readonly top: number;
  readonly x0: number;
  readonly block: Block;
}

/** The blocks of one page in reading order. A joined grid stands where it begins; its repeated headers where they do. */
function pageBlocks(layout: PageLayout, joined: readonly JoinedGrid[]): Block[] {
  const page = layout.read.content.page;
  const placed = (box: Box) => placesOf(layout.read, box);
  const papers = layout.read.sheets?.map(sheet => sheet.page) ?? [page];
  const blocks: Placed[] = [];
  for (const { text, boxes } of layout.paragraphs)
    blocks.push({ ...boxes[0]!, block: { kind: 'paragraph', text, places: boxes.flatMap(placed) } });
  for (const { text, box } of layout.running)
    blocks.push({ ...box, block: { kind: 'furniture', text, places: placed(box) } });
  for (const { grid, parts, repeated } of joined) {
    for (const part of parts) {
      if (part.page !== page) continue;
      if (part === parts[0]) blocks.push({ ...part.table.box, block: { kind: 'grid', grid } });
      const here = repeated.filter(({ places: [at] }) => at && 'page' in at && papers.includes(at.page));
      for (const { text, places } of part === parts[0] ? [] : here)
        blocks.push({ ...part.table.box, block: { kind: 'repeated-header', text, places } });
    }
  }
  for (const block of layout.read.aside ?? []) blocks.push({ top: Infinity, x0: 0, block });
  const marks = layout.read.watermark;
  if (marks.length > 0)
    blocks.push({
      top: Infinity,
      x0: 0,
      block: {
        kind: 'discarded',
        text: marks.map(glyph => glyph.text).join(''),
        why: 'watermark',
        places: marks.slice(0, 1).map(glyph => ({ page, box: glyph.box })),
      },
    });
  return blocks.sort((a, b) => a.top - b.top || a.x0 - b.x0).map(({ block }) => block);
}

export function assemble(
  layouts: readonly PageLayout[],
  joined: readonly JoinedGrid[],
  pages: number,
  findings: readonly Finding[],
  limits: Limits,
): Document {
  const cells = joined.reduce((sum, { grid }) => sum + grid.rows * grid.columns, 0);
  if (cells > limits.cells) throw new Refusal({ code: 'too-many-cells', params: { cells, limit: limits.cells } });
  const characters = layouts.reduce(
    (sum, { read }) =>
      sum +
      read.content.glyphs.reduce((count, glyph) => count + countCharacters(glyph.text), 0) +
      (read.aside ?? []).reduce(
        (count, block) => count + (block.kind === 'grid' ? 0 : countCharacters(block.text)),
        0,
      ) +
      read.watermark.reduce((count, glyph) => count + countCharacters(glyph.text), 0),
    0,
  );
  return {
    format: 'pdf',
    blocks: layouts.flatMap(layout => pageBlocks(layout, joined)),
    characters,
    pages,
    findings: [...findings, ...joined.flatMap(({ findings }) => findings)],
  };
}
