import { type Converted, type ConvertOptions, describe, interpret, readOptions } from './convert.ts';
import { readDecisions } from './corrections/read.ts';
import { type Diagnostic, diagnose, type Finding } from './model/diagnostic.ts';
import type { Document, Source } from './model/document.ts';
import { readDocument, renderPages } from './read/index.ts';
import { type PageImage, renderReview } from './report/review/index.ts';

export interface ReviewOptions extends ConvertOptions {
  /** What the pages open in; they have a switch. Default `zh`. */
  readonly language?: 'zh' | 'en';
  /** What the pictures of pages may cost; default `pictureBudget`. */
  readonly pictures?: Partial<PictureBudget>;
}

/** Bounds on the pictures of a document; pages beyond them are drawn from the cells that were read. */
export interface PictureBudget {
  readonly pages: number;
  /** Of all pictures together. */
  readonly bytes: number;
  /** Up to so many pages pictures are fine (120 dpi), beyond that coarse (96 dpi). */
  readonly finePages: number;
}

/** A page of text in 16 greys takes about 55 KB at 120 dpi, 40 KB at 96 dpi. */
export const pictureBudget: PictureBudget = { pages: 300, bytes: 16 * 2 ** 20, finePages: 60 };
const dpi = { fine: 120, coarse: 96 };

/** One plan of a source with its review page, a self-contained HTML file. */
export interface Review extends Converted {
  readonly html: string;
}

/** What a source gave: a page for each of its plans, or why there is none. */
export interface Reviews {
  readonly reviews: readonly Review[];
  readonly refusal: Diagnostic | null;
  /** What keeps the corrections file from being read, with its line and column as place; then there is no page either. */
  readonly unsettled: readonly Diagnostic[];
  /** Why pages of the source have no picture. */
  readonly notices: readonly Diagnostic[];
}

/**
 * The review pages of a source. They show it as it was read, with the decisions of `corrections` on top, to be changed and
 * added to: a decision that no longer fits is shown as that and stops nothing. Rejects only when aborted.
 */
export async function review(
  source: Source,
  { language = 'zh', pictures = {}, corrections, ...options }: ReviewOptions = {},
): Promise<Reviews> {
  const decisions = readDecisions(corrections ?? { schema: 'choucha/corrections@1' });
  if ('problems' in decisions) return nothing(decisions.problems[0]!, decisions.problems);
  const read = await readDocument(source, readOptions(options));
  if ('refusal' in read) return nothing(diagnose(read.refusal));
  const { document } = read;
  const { plans, refusal } = interpret(document, describe(source, document));
  if (refusal) return nothing(refusal);
  const { pages, findings } = await drawPages(source, document, { ...pictureBudget, ...pictures }, options);
  return {
    refusal: null,
    unsettled: [],
    notices: findings.map(finding => diagnose(finding)),
    reviews: plans.map(({ plan, trace }, index) => ({
      plan,
      trace,
      html: renderReview(
        {
          document,
          plan,
          trace,
          position: plans.length === 1 ? null : index + 1,
          pages,
          decisions: {
            corrections: decisions.corrections.map(withoutPlace),
            waivers: decisions.waivers.map(withoutPlace),
          },
        },
        language,
      ),
    })),
  };
}

const nothing = (refusal: Diagnostic, unsettled: readonly Diagnostic[] = []): Reviews => ({
  reviews: [],
  refusal,
  unsettled,
  notices: [],
});

const withoutPlace = <T extends { readonly at: unknown }>({ at: _, ...entry }: T): Omit<T, 'at'> => entry;

/** Pictures of the pages of a PDF, as far as the budget goes; no pages for other formats. */
async function drawPages(
  source: Source,
  { format, pages = 0 }: Document,
  budget: PictureBudget,
  options: ConvertOptions,
): Promise<{ readonly pages: readonly PageImage[]; readonly findings: readonly Finding[] }> {
  if (format !== 'pdf') return { pages: [], findings: [] };
  const drawn = new Map<number, PageImage>();
  let bytes = 0;
  const numbers = Array.from({ length: pages }, (_, i) => i + 1);
  const rendered = await renderPages(
    source,
    {
      ...readOptions(options),
      gray: true,
      dpi: pages <= budget.finePages ? dpi.fine : dpi.coarse,
      pages: numbers.slice(0, budget.pages),
    },
    ({ page, width, height, png }) => {
      bytes += png.length;
      drawn.set(page, { page, width, height, png: bytes <= budget.bytes ? png : null });
    },
  );
  return {
    pages: numbers.map(page => drawn.get(page) ?? { page, width: null, height: null, png: null }),
    findings: 'refusal' in rendered ? [rendered.refusal] : rendered.findings,
  };
}
