import type { Piece } from './table.ts';

const listMark = /^(?:\d{1,3}\s*[.．、)）](?!\d)|[(（](?:\d{1,3}|[一二三四五六七八九十]+)[)）]|[①-⑳])/;

/** A piece of a cell on one line, with the room it leaves at the end of the line (columns of the page). */
export interface Fragment extends Piece {
  readonly room: number;
}

/**
 * Joins the lines that a page's width has cut a cell into. A line that leaves room for more was ended by the writer, as
 * was one before a list mark: there, and only there, a line break stays.
 */
export function joinWrapped(fragments: readonly Fragment[]): Piece {
  const written = fragments.filter(fragment => fragment.text !== '');
  let text = '';
  for (const [i, fragment] of written.entries()) {
    const above = written[i - 1];
    const ended = above !== undefined && (above.room > 4 || listMark.test(fragment.text));
    const latin = /[A-Za-z0-9]$/.test(text) && /^[A-Za-z0-9]/.test(fragment.text);
    text += `${ended ? '\n' : above && latin ? ' ' : ''}${fragment.text}`;
  }
  return { text, places: written[0]?.places ?? fragments[0]?.places ?? [] };
}
