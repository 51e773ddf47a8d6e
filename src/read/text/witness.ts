import type { Hints } from '../../model/hints.ts';
import type { Row } from './table.ts';

/** What the hints can testify about cut cells. */
export interface Witness {
  readonly isHeader: (text: string) => boolean;
  readonly isKey: (text: string) => boolean;
  /** How many of a row's cells are known headers. */
  readonly headers: (row: Pick<Row, 'cells'>) => number;
}

/** Full-width forms and radicals; NFKC as a whole would make the list mark ① the row key 1. */
const compatible = /[\uff01-\uff5e\u2f00-\u2fdf]/g;
const key = (text: string): string =>
  text.replace(compatible, character => character.normalize('NFKC')).replace(/[\s\p{Cf}]/gu, '');

/** No header or key is longer: keeps paragraphs cheap. */
const longest = 80;

/** Remembers the answers: a plan says the same few things in thousands of rows. */
const remembered = (ask: (text: string) => boolean): ((text: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return text => {
    if (text === '' || text.length > longest) return false;
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = ask(key(text));
    answers.set(text, answer);
    return answer;
  };
};

export function witnessOf(hints: Hints): Witness {
  const wordings = new Set(hints.headers.map(key));
  const rowKey = new RegExp(`^(?:${hints.rowKey})$`, 'u');
  const isHeader = remembered(
    text => text !== '' && (wordings.has(text) || wordings.has(text.replace(/\([^()]*\)$/, ''))),
  );
  return {
    isHeader,
    isKey: remembered(text => text !== '' && rowKey.test(text)),
    headers: row => row.cells.reduce((count, cell) => count + (isHeader(cell.text) ? 1 : 0), 0),
  };
}
