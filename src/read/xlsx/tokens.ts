/** A piece of a number format: text to be printed, a digit or date code, a mark, or an instruction in brackets. */
export interface Token {
  readonly kind: 'text' | 'digit' | 'date' | 'bracket' | 'mark';
  readonly text: string;
}

// Ordered: what is quoted or escaped is text, whatever it says. `_x` leaves the room of an x, `*x` fills with x: no text.
const pieces: readonly (readonly [RegExp, Token['kind'] | 'nothing'])[] = [
  [/"([^"]*)"?/y, 'text'],
  [/\\(.)/uy, 'text'],
  [/[_*]./uy, 'nothing'],
  [/\[([^\]]*)\]/y, 'bracket'],
  [/General|G\/通用格式/iy, 'mark'],
  [/AM\/PM|A\/P|上午\/下午/iy, 'date'],
  [/E[+-]/iy, 'mark'],
  [/y+|m+|d+|h+|s+|a{3,4}|e+|g+|b+/iy, 'date'],
  [/[0#?]/y, 'digit'],
  [/[.,%@/;]/y, 'mark'],
  [/./suy, 'text'],
];

function tokenize(format: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < format.length; ) {
    for (const [pattern, kind] of pieces) {
      pattern.lastIndex = at;
      const match = pattern.exec(format);
      if (!match) continue;
      at = pattern.lastIndex;
      if (kind !== 'nothing') tokens.push({ kind, text: match[1] ?? match[0] });
      break;
    }
  }
  return tokens;
}

/** A format's sections, between its semicolons. */
export function sectionsOf(format: string): Token[][] {
  const sections: Token[][] = [[]];
  for (const token of tokenize(format)) {
    if (token.kind === 'mark' && token.text === ';') sections.push([]);
    else sections.at(-1)!.push(token);
  }
  return sections;
}
