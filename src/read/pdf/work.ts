import { explainPages } from './explain.ts';
import { readPageGrids, readPdf } from './read.ts';
import { renderPages } from './render.ts';

/** What can be asked of a PDF. Each throws `Refusal` where nothing comes of it. */
export const work = { readPdf, readPageGrids, explainPages, renderPages } as const;

export type Work = typeof work;
