import type { CellContext } from '../field.ts';
import { readName } from './name.ts';
import { type Reading, readParts } from './parts.ts';
import type { Script } from './script.ts';
import { type Item, separate } from './separate.ts';

/** One body of a cell as it is written there, not yet repaired. */
export interface Draft {
  readonly reading: Reading;
  /** The name as the plan writes it. */
  readonly written: string;
  /** Its own stretch of the cell, without the brackets that became `alias` or `notes`. */
  readonly printed: string;
  /** What parts it from the body before: a separator, ' ', 或, 和, '' for the first, null where nothing does. */
  readonly separator: string | null;
  readonly alias: string | null;
  readonly notes: readonly string[];
  /** 等部门: further bodies that are not named. */
  readonly open: string | null;
  /** A suffix that is printed twice was read once. */
  readonly doubled: boolean;
}

/** Its unit in the registry, null for an unknown body. */
export const unitOf = ({ reading }: Draft): string | null =>
  reading.kind === 'known' ? reading.known.unit : reading.kind === 'stem' ? reading.stem.unit : null;

const further =
  /等(?:\d{1,2}|[一二三四五六七八九十多]{1,2})?个?(?:其他|其它)?(?:相关|有关|各)?(?:行业|职能|监管|业务|主管|执法|成员)*(?:部门|单位|机构)?$/u;

type Stretch = readonly [start: number, end: number];

/** Takes off the brackets at the ends of a stretch, until a name is left: 乡镇（街道） has one of its own. */
function peel(text: string, context: CellContext): { core: Stretch; brackets: Stretch[] } {
  let [start, end] = [0, text.length];
  const brackets: Stretch[] = [];
  while (text[end - 1] === '）' && !readName(text.slice(0, end), context)) {
    let depth = 0;
    let at = end;
    do {
      at--;
      if (text[at] === '）') depth++;
      else if (text[at] === '（') depth--;
    } while (depth > 0 && at > 0);
    // A bracket that was never opened is part of no name.
    if (depth > 0) break;
    brackets.unshift([at + 1, end - 1]);
    end = at;
  }
  const closing = text[start] === '（' ? text.indexOf('）') : -1;
  if (closing > 0 && closing < end) {
    brackets.unshift([1, closing]);
    start = closing + 1;
  }
  return { core: [start, end], brackets };
}

const plate = /^(?:(?:加|另)?挂(?:牌)?)?(.+?)(?:的?牌子)?$/u;

/** The second name plate that a bracket shows: nothing but registered names. Null: it holds a condition. */
function readPlate(plain: string, written: string, context: CellContext): string | null {
  const [, inner = ''] = plate.exec(plain) ?? [];
  const items = separate(inner) ?? [];
  const named = items.every(
    ({ start, end, separator }) => separator !== '或' && readName(inner.slice(start, end), context),
  );
  return items.length > 0 && named ? (plate.exec(written)?.[1] ?? written) : null;
}

/** Reads what stands between two separators. Null where it is no body. */
export function readItem(script: Script, item: Item, context: CellContext): Draft[] | null {
  const text = script.plain.slice(item.start, item.end);
  const { core, brackets } = peel(text, context);
  const plain = text.slice(...core);
  const ending = further.exec(plain);
  const open = ending && ending.index > 0 ? ending[0] : null;
  const parts = readParts(plain.slice(0, plain.length - (open?.length ?? 0)), context);
  if (!parts) return null;

  const aliases: string[] = [];
  const notes: string[] = [];
  for (const [start, end] of brackets) {
    const written = script.written(item.start + start, item.start + end);
    const alias = readPlate(text.slice(start, end), written, context);
    if (alias === null) notes.push(written);
    else aliases.push(alias);
  }
  const base = item.start + core[0];
  return parts.map(({ start, end, nameEnd, reading, separator }, i): Draft => {
    const last = i === parts.length - 1;
    return {
      reading,
      written: script.written(base + start, base + nameEnd),
      printed: script.printed(base + start, base + end + (last && open ? open.length : 0)),
      separator: i === 0 ? item.separator : separator,
      alias: last && aliases.length > 0 ? aliases.join('、') : null,
      notes: last ? notes : [],
      open: last ? open : null,
      doubled: nameEnd < end,
    };
  });
}
