import { type Converted, type ConvertOptions, describe, interpret, readOptions } from './convert.ts';
import { type Diagnostic, diagnose } from './model/diagnostic.ts';
import type { Source } from './model/document.ts';
import { readDocument } from './read/index.ts';
import { type PageImage, renderReview } from './report/review/index.ts';

export interface ReviewOptions extends ConvertOptions {
  /** What the pages open in; they have a switch. Default `zh`. */
  readonly language?: 'zh' | 'en';
}

/** One plan of a source with its review page, a self-contained HTML file. */
export interface Review extends Converted {
  readonly html: string;
}

/** A review page for each plan of a source, or why there is none. Rejects only when aborted. */
export async function review(
  source: Source,
  { language = 'zh', ...options }: ReviewOptions = {},
): Promise<{ readonly reviews: readonly Review[]; readonly refusal: Diagnostic | null }> {
  const read = await readDocument(source, readOptions(options));
  if ('refusal' in read) return { reviews: [], refusal: diagnose(read.refusal) };
  const { document } = read;
  const { plans, refusal } = interpret(document, describe(source, document));
  if (refusal) return { reviews: [], refusal };
  const pages: readonly PageImage[] = [];
  return {
    refusal: null,
    reviews: plans.map(({ plan, trace }, index) => ({
      plan,
      trace,
      html: renderReview({ document, plan, trace, position: plans.length === 1 ? null : index + 1, pages }, language),
    })),
  };
}
