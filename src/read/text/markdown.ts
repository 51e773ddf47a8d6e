/** A text without its Markdown, and the characters taken out of it. */
export interface Stripped {
  readonly text: string;
  readonly markup: string;
}

const entities: Record<string, string> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const marks = /<br\s{0,3}\/?>|&(?:nbsp|amp|lt|gt|quot);|\\[!-/:-@[-`{-~]/gi;

/** What stands between marks of emphasis that wrap the whole text. */
const emphasised = (text: string): { readonly mark: string; readonly inner: string } | null => {
  const mark = /^(?:\*\*|__)/.exec(text)?.[0];
  const inner = mark && text.endsWith(mark) ? text.slice(2, -2) : '';
  return mark && inner.trim() !== '' && !inner.includes(mark) ? { mark, inner } : null;
};

/** Line breaks, entities and escapes of a cell; emphasis only where it wraps the whole of it. */
export function stripCell(raw: string): Stripped {
  const wrapped = emphasised(raw.trim());
  let markup = wrapped ? wrapped.mark.repeat(2) : '';
  const text = (wrapped?.inner ?? raw).replace(marks, mark => {
    const plain = mark.startsWith('\\') ? mark.slice(1) : mark.startsWith('<') ? '\n' : entities[mark.toLowerCase()]!;
    // An entity that stands for one of its own characters leaves the others.
    markup += mark.replace(plain, '');
    return plain;
  });
  return { text: text.trim(), markup };
}

/** A line outside the table: heading marks, and emphasis around the whole line. */
export function stripLine(raw: string): Stripped {
  const heading = /^\s*(#{1,6})\s+(?=\S)/.exec(raw);
  const rest = heading ? raw.slice(heading[0].length) : raw;
  const wrapped = emphasised(rest.trim());
  return { text: wrapped?.inner ?? rest, markup: `${heading?.[1] ?? ''}${wrapped ? wrapped.mark.repeat(2) : ''}` };
}
