import type { Box } from '../model/box.ts';
import { near, strips } from './shade-strips.ts';

/** Adds the numbers that are not near one of a list. */
const gather = (known: readonly number[], values: readonly number[]): number[] =>
  values.reduce<number[]>(
    (all, value) => {
      if (!all.some(other => near(other, value))) all.push(value);
      return all;
    },
    [...known],
  );

const inner = (sides: readonly number[]): number[] =>
  sides.filter(side => side > Math.min(...sides) && side < Math.max(...sides));

/** At least half of some sides stand among others. */
const known = (some: readonly number[], others: readonly number[]): boolean =>
  2 * some.filter(side => others.some(other => near(other, side))).length >= some.length;

/** Two sides in the same places, and of those between the outer ones most of either. */
function agree(a: readonly number[], b: readonly number[]): boolean {
  const common = a.filter(side => b.some(other => near(other, side))).length;
  return common >= 2 && (known(inner(a), b) || known(inner(b), a));
}

/** True where a strip begins right below areas of a group, between two of its sides: a header's lower level. */
function hangsOn(strip: readonly Box[], { areas, sides }: Group): boolean {
  const [from, to] = [Math.min(...strip.map(box => box.x0)), Math.max(...strip.map(box => box.x1))];
  const below = areas.some(box => near(box.bottom, strip[0]!.top) && box.x0 < to && box.x1 > from);
  return below && [from, to].every(side => sides.some(other => near(other, side)));
}

interface Group {
  sides: number[];
  readonly areas: Box[];
}

/**
 * Shaded areas by the tables that they may be of: those that begin on one height, with those above them whose sides stand
 * in the same places. Areas of two tables on one page agree in their outer sides at most.
 */
export function shadeGroups(shades: readonly Box[]): Box[][] {
  const groups: Group[] = [];
  for (const strip of strips(shades)) {
    const sides = gather(
      [],
      strip.flatMap(box => [box.x0, box.x1]),
    );
    const group = groups.findLast(other => agree(sides, other.sides) || hangsOn(strip, other));
    if (group) {
      group.sides = gather(group.sides, sides);
      group.areas.push(...strip);
    } else groups.push({ sides, areas: [...strip] });
  }
  return groups.map(group => group.areas);
}
