import { lexicon } from './lexicon.ts';

type Lexeme = keyof typeof lexicon;
/** `group` is a stretch in brackets, `junk` a character that no word has. */
export type Kind = Lexeme | 'group' | 'junk';

/** A cell's folded text as printed, and the same in simplified characters: positions agree. */
export interface CellText {
  readonly text: string;
  readonly plain: string;
}

/** A word of the cell. */
export interface Token {
  readonly kind: Kind;
  readonly at: number;
  readonly end: number;
  /** In simplified characters. */
  readonly text: string;
  readonly printed: string;
  readonly parts: Readonly<Record<string, string | undefined>>;
}

const patterns = (Object.entries(lexicon) as [Lexeme, string][]).map(
  ([kind, source]) => [kind, new RegExp(source, 'uy')] as const,
);

/** The closing bracket of every opening one. */
function pairBrackets(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '（') open.push(at);
    else if (text[at] === '）' && open.length) closing.set(open.pop()!, at);
  }
  return closing;
}

/** Cuts a text into words; every character is in one of them. */
export function tokenise(cell: CellText): Token[] {
  const closing = pairBrackets(cell.plain);
  const tokens: Token[] = [];
  for (let at = 0; at < cell.plain.length; ) {
    const found = matchAt(cell.plain, at);
    const close = found.kind === 'junk' ? closing.get(at) : undefined;
    const previous = tokens.at(-1);
    const joins = found.kind === 'word' && previous?.kind === 'word';
    const [kind, start, end] = close !== undefined ? (['group', at, close + 1] as const) : [found.kind, at, found.end];
    if (joins) tokens.pop();
    const from = joins ? previous.at : start;
    const [text, printed] = [cell.plain.slice(from, end), cell.text.slice(from, end)];
    tokens.push({ kind, at: from, end, text, printed, parts: found.parts });
    at = end;
  }
  return tokens;
}

function matchAt(text: string, at: number): Pick<Token, 'kind' | 'end' | 'parts'> {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match?.[0]) return { kind, end: at + match[0].length, parts: match.groups ?? {} };
  }
  return { kind: 'junk', end: at + 1, parts: {} };
}
