import type { Line } from '../../geometry/lines.ts';
import type { Box } from '../../model/box.ts';

/** A page's lines outside tables, and what else stands on it, upright. */
export interface LoosePage {
  readonly page: number;
  readonly height: number;
  /** From top to bottom. */
  readonly lines: readonly Line[];
  readonly tables: readonly Box[];
  /** Heights of rulings outside tables: the rule under a running header. */
  readonly rules: readonly number[];
}

/** The outer parts of a page where running lines stand, as a share of its height. */
const margin = 0.15;
/** How far a running line may stand off from page to page, points. */
const drift = 4;

const pageNumber =
  /^(?:[-–—―－·.•\s]*(?:第\s*)?[\dⅰ-ⅿ]{1,4}(?:\s*页)?[-–—―－·.•\s]*|第?\s*\d{1,4}\s*页?\s*[,，/／|]?\s*(?:共|of|总)?\s*\d{1,4}\s*页?|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/iu;

/** A line that only says that the table goes on, or is the rest of one. */
const continuation =
  /^(?:(?:table|表)\s*[\d.]+\s*[:：.]?\s*)?[-–—(（…\s]*(?:continued(?:\s+(?:on|from)\s+(?:the\s+)?(?:next|previous|last|following)\s+page)?|(?:续|接|上接|下接|转|下转|见)[上下]?[一]?[表页]|续)[\d\s]*[-–—)）.…：\s]*$/iu;

/** The text with its numbers and white space left out: what a running line has in common from page to page. */
const skeleton = (text: string): string => text.replace(/\s+/gu, '').replace(/\d+/gu, '#');

interface Candidate {
  readonly page: LoosePage;
  readonly line: Line;
  readonly side: 'top' | 'bottom';
  /** Distance from the page's edge, points. */
  readonly distance: number;
  /** Stands apart from what follows towards the middle of the page. */
  readonly apart: boolean;
}

/** The lines at one edge of a page, from the edge inwards, as far as no table stands between. */
function edgeLines(page: LoosePage, side: 'top' | 'bottom'): Candidate[] {
  const lines = side === 'top' ? page.lines : [...page.lines].sort((a, b) => b.box.bottom - a.box.bottom);
  const distance = ({ box }: { box: Box }) => (side === 'top' ? box.top : page.height - box.bottom);
  const end = ({ box }: { box: Box }) => (side === 'top' ? box.bottom : page.height - box.top);
  const walls = page.tables.map(box => distance({ box }));
  const found: Candidate[] = [];
  for (const [i, line] of lines.entries()) {
    if (end(line) > margin * page.height || walls.some(wall => wall < distance(line))) break;
    const next = Math.min(
      ...lines
        .slice(i + 1)
        .map(distance)
        .filter(d => d > distance(line) + 0.5),
      ...walls,
    );
    const rule = page.rules
      .map(y => (side === 'top' ? y : page.height - y))
      .some(y => y >= end(line) - 2 && y <= next + 1);
    found.push({ page, line, side, distance: distance(line), apart: rule || next - end(line) >= 0.9 * line.size });
  }
  return found;
}

/**
 * Finds running headers, footers and page numbers: the outermost lines of a page that stand in the same place with the
 * same words, numbers aside, on other pages; or that are a page's number and nothing else; or
 * that say that a table goes on. A line close to the text
 * inside it is text: a table without rulings may print the same words at the same height twice. On most other pages it
 * is not close, if it is a running line; a title that says the same may stand right below it.
 */
export function furniture(pages: readonly LoosePage[]): Set<Line> {
  const sides = pages.flatMap(page => [edgeLines(page, 'top'), edgeLines(page, 'bottom')]);
  const places = new Map<string, Candidate[]>();
  const key = ({ side, line }: Candidate) => `${side}:${skeleton(line.text)}`;
  for (const candidate of sides.flat()) {
    const there = places.get(key(candidate));
    if (there) there.push(candidate);
    else places.set(key(candidate), [candidate]);
  }
  const alike = (candidate: Candidate) =>
    places.get(key(candidate))!.filter(other => Math.abs(other.distance - candidate.distance) <= drift);
  const runs = (candidate: Candidate) => {
    const count = new Set(alike(candidate).map(other => other.page.page)).size;
    return count >= 2 && count >= 0.3 * pages.length;
  };
  /** Close to a text inside it, but elsewhere mostly not; and if it is first printed here, that text says the same. */
  const closeByChance = (candidate: Candidate) => {
    const all = alike(candidate);
    const again =
      candidate.page.lines.filter(({ text }) => skeleton(text) === skeleton(candidate.line.text)).length > 1;
    const first = all.every(other => other.page.page >= candidate.page.page);
    return 2 * all.filter(({ apart }) => apart).length >= all.length && (again || !first);
  };
  const goesOn = ({ line }: Candidate) => continuation.test(line.text.trim());
  const isRunning = (candidate: Candidate, i: number) =>
    runs(candidate) || goesOn(candidate) || (i === 0 && pageNumber.test(candidate.line.text.trim()));
  const found = new Set<Line>();
  for (const side of sides) {
    const last = side.findLastIndex(
      (candidate, i) => isRunning(candidate, i) && (candidate.apart || goesOn(candidate) || closeByChance(candidate)),
    );
    const outer = side.slice(0, last + 1);
    if (outer.every(isRunning)) for (const { line } of outer) found.add(line);
  }
  return found;
}
