import type { PlanFormat } from './index.ts';

// A line ends at a line feed only: U+2028 and the like are text.
const indented = (text: string): string => text.replace(/\n(?=[^\n])/g, '\n  ');

/**
 * How texts of single plans become the text of one array of them, piece by piece: `open`, an item, (`between`, an item)…,
 * `close`. It is what emitting the array at once would give, without ever having it at once.
 */
export const listed = {
  open: { json: '[\n', yaml: '' },
  between: { json: ',\n', yaml: '' },
  close: { json: '\n]\n', yaml: '' },
  item: (text: string, format: PlanFormat): string =>
    format === 'json' ? `  ${indented(text.trimEnd())}` : `- ${indented(text)}`,
} as const satisfies Record<string, Record<PlanFormat, string> | ((text: string, format: PlanFormat) => string)>;
