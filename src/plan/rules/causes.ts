import type { Cause, Code, Diagnostic } from '../../model/diagnostic.ts';
import type { TracedRow } from '../../model/traced.ts';
import { type Pages, pagesOf, rowOf } from './pages.ts';
import type { Evidence } from './rule.ts';
import { rowStyle } from './style-drift.ts';

/** What a conversion loses or changes in characters; nothing that a publisher writes page by page. */
const characterCodes: ReadonlySet<Code> = new Set<Code>([
  ...(['restored-character', 'restored-date-unit', 'unit-lost', 'numeral-as-dash', 'stray-date-mark'] as const),
  ...(['joined-dates', 'doubtful-number', 'doubtful-date', 'unread-cell', 'garbled-text'] as const),
  ...(['traditional-characters', 'split-at-space', 'run-together', 'body-repaired'] as const),
]);

/** So unlikely that chance put all findings of a kind on one page. */
const unlikely = 0.05;

/**
 * Says of findings whether what they found was made by conversion, where the pages tell: punctuation that changes with
 * the page, or lost characters that all stand on one page of several. Where nothing tells, nothing is said.
 */
export function withCauses(diagnostics: readonly Diagnostic[], { trace }: Evidence): Diagnostic[] {
  const rows = trace?.rows ?? [];
  const pages = pagesOf(rows);
  if (!pages) return [...diagnostics];
  const drift = driftCause(rows, pages);
  const confined = confinedTo(diagnostics, rows, pages);
  return diagnostics.map(diagnostic => {
    const cause = diagnostic.code === 'style-drift' ? drift : confined.get(diagnostic.code);
    return cause ? { ...diagnostic, cause } : diagnostic;
  });
}

const conversion = (zh: string, en: string): Cause => ({ in: 'conversion', evidence: { zh, en } });

/** Each page has one width of punctuation, and not all the same. */
function driftCause(rows: readonly TracedRow[], { kind, of }: Pages): Cause | null {
  const styles = new Map<number, Set<string>>();
  for (const [i, row] of rows.entries()) {
    const style = rowStyle(row);
    if (style !== null) styles.set(of[i]!, (styles.get(of[i]!) ?? new Set()).add(style));
  }
  if (styles.size < 2 || [...styles.values()].some(set => set.size > 1)) return null;
  return kind === 'page'
    ? conversion('标点宽度只在换页处变化', 'the punctuation changes width only where a page begins')
    : conversion('标点宽度只在空行处变化', 'the punctuation changes width only at blank lines, where pages were');
}

/** The codes of which all findings, three or more, stand on one page that few of the rows are on. */
function confinedTo(
  diagnostics: readonly Diagnostic[],
  rows: readonly TracedRow[],
  { kind, of }: Pages,
): ReadonlyMap<Code, Cause> {
  const found = new Map<Code, number[]>();
  for (const diagnostic of diagnostics) {
    const row = characterCodes.has(diagnostic.code) ? rowOf(diagnostic, rows) : null;
    if (row !== null) found.set(diagnostic.code, [...(found.get(diagnostic.code) ?? []), of[row]!]);
  }
  const count = new Set(of).size;
  return new Map(
    [...found].flatMap(([code, on]): [Code, Cause][] => {
      const [page] = on;
      const share = of.filter(other => other === page).length / of.length;
      if (on.length < 3 || on.some(other => other !== page) || share ** (on.length - 1) > unlikely) return [];
      const cause =
        kind === 'page'
          ? conversion(
              `${on.length} 处都在第 ${page} 页（有数据行的共 ${count} 页）`,
              `all ${on.length} stand on page ${page}, one of ${count} with rows`,
            )
          : conversion(
              `${on.length} 处都在空行隔开的第 ${page} 段（共 ${count} 段）`,
              `all ${on.length} stand in block ${page} of ${count} between blank lines`,
            );
      return [[code, cause]];
    }),
  );
}
