import type { Document } from '../../model/document.ts';
import { formatPlace } from '../../model/place.ts';
import { origins, type Trace } from '../../model/traced.ts';
import type { Plan } from '../../plan/schema.ts';
import { asset, renderPage } from '../page.ts';
import type { DecisionsData, ReviewData } from './data.ts';
import { findingData } from './findings.ts';
import { overview } from './overview.ts';
import { type PageImage, sourceView } from './source-view.ts';
import { emptyTables } from './tables.ts';
import { fieldData, fieldsOf, headData, rowData, taskData } from './tasks.ts';
import { visible } from './visible.ts';

export type { PageImage } from './source-view.ts';

/** What a review page is made of. */
export interface Reviewed {
  readonly document: Document;
  readonly plan: Plan;
  readonly trace: Trace;
  /** Which plan of the document, from 1; null where it has one. */
  readonly position: number | null;
  /** The pages of a PDF, in order; empty for formats without pages. */
  readonly pages: readonly PageImage[];
  /** Decisions that were in force when the plan was made. */
  readonly decisions?: DecisionsData;
}

/** The data of the page; exported for tests. */
export function reviewData({ document, plan, trace, position, pages, decisions }: Reviewed): ReviewData {
  const fields = fieldsOf(trace);
  const tables = emptyTables();
  const rows = rowData(trace, fields, tables);
  const ofTasks = new Set(rows.flatMap(({ cells }) => Object.values(cells).flatMap(([, , , , ...spots]) => spots)));
  const head = headData(plan, trace, tables);
  const tasks = taskData(plan, trace, fields, tables);
  const findings = findingData(plan, trace, fields, tables);
  // Last of what has places: it shows as spots only what the others speak of.
  const view = sourceView(document, pages, tables, ofTasks);
  return {
    source: {
      name: trace.source.name,
      format: trace.source.format,
      sha256: trace.source.sha256,
      pages: trace.source.pages ?? null,
    },
    position,
    title: plan.title ?? trace.source.name,
    origins,
    head,
    fields: fields.map(fieldData),
    notations: tables.notations.list,
    texts: tables.texts.list,
    values: tables.values.list,
    spots: tables.spots.list.map(formatPlace),
    tasks,
    rows,
    view,
    findings,
    overview: overview(plan, trace, fields),
    decisions: decisions ?? { corrections: [], waivers: [] },
  };
}

/** Browser scripts in the order in which they stand in the page. */
const scripts = [
  ...['page.js', 'review-words.js', 'review-state.js', 'review-list.js', 'review-schema.js', 'review-form.js'],
  ...['review-yaml.js', 'review-decisions.js', 'review-editor.js', 'review-cell.js', 'review-source.js'],
  ...[
    'review-filters.js',
    'review-findings.js',
    'review-tasks.js',
    'review-overview.js',
    'review-keys.js',
    'review.js',
  ],
];

/** The page as one HTML file. `language`: what it opens in; it has a switch. */
export function renderReview(reviewed: Reviewed, language: 'zh' | 'en'): string {
  const data = reviewData(reviewed);
  const words = {
    zh: { title: '核对', script: '此页需要 JavaScript（全部在本文件内，不联网）。' },
    en: { title: 'review', script: 'This page needs JavaScript (all of it is in this file; nothing is loaded).' },
  }[language];
  return renderPage({
    title: `${visible(data.title)} · ${words.title}`,
    language: language === 'zh' ? 'zh-CN' : 'en',
    style: asset('page.css') + asset('review.css'),
    body: `<div id="review"></div>\n<noscript>${words.script}</noscript>`,
    script: scripts.map(asset).join('\n'),
    data,
  });
}
