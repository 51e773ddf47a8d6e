import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { Bilingual } from '../model/diagnostic.ts';

/** A place in a file of YAML, 1-based. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** The data of one YAML (or JSON) document, and where each part of it stands. */
export interface PositionedYaml {
  readonly data: unknown;
  /** Where the value of a path stands; where there is none, where the nearest part around it does. */
  readonly at: (path: readonly PropertyKey[]) => At;
  /** Where a key of the map at a path stands. */
  readonly atKey: (path: readonly PropertyKey[], key: string) => At;
}

/** Why a text is no YAML. */
export interface YamlProblem extends At {
  readonly reason: Bilingual;
}

const words: Readonly<Record<string, Bilingual>> = {
  DUPLICATE_KEY: { zh: '同一个键写了两次', en: 'a key stands twice in one map' },
  TAB_AS_INDENT: { zh: '缩进不能用制表符', en: 'a tab cannot be used for indentation' },
  BAD_INDENT: { zh: '缩进不一致', en: 'the indentation is not consistent' },
  MISSING_CHAR: { zh: '缺少标点，如引号或括号没有成对', en: 'a mark is missing, such as a closing quote or bracket' },
  MULTIPLE_DOCS: { zh: '一个文件只能有一份内容', en: 'a file holds one document only' },
};

/** Deeper than anything that people write. */
const deepest = 64;
const isShallow = (value: unknown, depth = 0): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth < deepest && Object.values(value).every(inner => isShallow(inner, depth + 1)));

const tooDeep: YamlProblem = {
  line: 1,
  column: 1,
  reason: {
    zh: '嵌套过深、引用自身或引用过多',
    en: 'it is nested too deeply, or refers to itself or to other parts too often',
  },
};

/** Reads one YAML document with the places of its parts. Gives a problem where it is none. Never throws. */
export function readPositionedYaml(text: string): PositionedYaml | YamlProblem {
  try {
    const read = readTree(text);
    return 'data' in read && !isShallow(read.data) ? tooDeep : read;
  } catch {
    // Nesting that exhausts the stack, or aliases that multiply.
    return tooDeep;
  }
}

function readTree(text: string): PositionedYaml | YamlProblem {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): At => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [error] = document.errors;
  if (error) {
    const first = error.message.split('\n')[0]!;
    return { ...place(error.pos[0]), reason: words[error.code] ?? { zh: first, en: first } };
  }
  const nodeAt = (path: readonly PropertyKey[]): unknown =>
    path.length === 0 ? document.contents : document.getIn(path, true);
  const at = (path: readonly PropertyKey[]): At => {
    const node = nodeAt(path);
    if (isNode(node) && node.range) return place(node.range[0]);
    return path.length === 0 ? { line: 1, column: 1 } : at(path.slice(0, -1));
  };
  const atKey = (path: readonly PropertyKey[], key: string): At => {
    const node = nodeAt(path);
    const pair = isMap(node)
      ? node.items.find(item => isPair(item) && String((item.key as { value?: unknown } | null)?.value) === key)
      : undefined;
    const name = pair?.key;
    return isNode(name) && name.range ? place(name.range[0]) : at(path);
  };
  return { data: document.toJS({ maxAliasCount: 100 }), at, atKey };
}
