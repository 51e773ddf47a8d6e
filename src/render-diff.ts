import { renderMarkdown } from './diff/render/markdown.ts';
import { renderText } from './diff/render/text.ts';
import type { Diff } from './diff/schema.ts';
import { toJson } from './emit/json.ts';
import type { Plan } from './plan/schema.ts';
import { renderDiffPage } from './report/diff-page.ts';

export const diffFormats = ['text', 'json', 'markdown', 'html'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** A diff to be read: `base` and `head` are the plans that it compares. `folded`: also what is no change (text, Markdown). */
export function renderDiff(
  diff: Diff,
  base: Plan,
  head: Plan,
  { format, language, folded = false }: { format: DiffFormat; language: 'zh' | 'en'; folded?: boolean },
): string {
  switch (format) {
    case 'json':
      return toJson(diff);
    case 'markdown':
      return renderMarkdown(diff, base, head, { language, folded });
    case 'html':
      return renderDiffPage(diff, base, head, language);
    case 'text':
      return renderText(diff, base, head, { language, folded });
  }
}
