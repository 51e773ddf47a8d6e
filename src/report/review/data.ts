import type { Correction, Waiver } from '../../corrections/schema.ts';
import type { Bilingual, Cause, Severity } from '../../model/diagnostic.ts';
import type { Origin } from '../../model/traced.ts';

// What the review page works on: plain data, made in Node and read by the page's scripts. Long texts stand once in `texts` and
// are called by index; so do values, places and notations.

/** Index into `texts`. */
export type TextId = number;
/** Index into `spots`. */
export type SpotId = number;
/** Index into `values`; null where the plan says nothing. */
export type ValueId = number | null;

/** What stands behind one value: raw text, notation (-1 none), index in `origins`, row it was taken from (-1 none), places. */
export type CellData = readonly [
  raw: TextId,
  notation: number,
  origin: number,
  from: number,
  ...spots: readonly SpotId[],
];

/** A column of the plan, or a property of the plan itself. */
export interface FieldData {
  readonly name: string;
  readonly title: Bilingual;
  readonly expected: Bilingual;
  /** JSON Schema of its value. */
  readonly schema: unknown;
}

export interface TaskData {
  /** Printed number, or `#` and the position. */
  readonly label: string;
  /** How a corrections file calls it: the printed number where it is the only one, else `#` and the position. */
  readonly address: string;
  readonly name: string | null;
  /** Indexes into `rows`. */
  readonly rows: readonly number[];
  /** By index of the field. */
  readonly values: Readonly<Record<number, ValueId>>;
  /** What differs by row, one entry a row. */
  readonly parts?: readonly Readonly<Record<number, ValueId>>[];
  /** Indexes of the fields whose text gave no value. */
  readonly unread: readonly number[];
}

export interface RowData {
  /** Index of the task. */
  readonly task: number;
  /** By index of the field. */
  readonly cells: Readonly<Record<number, CellData>>;
}

/** A value that may be meant, to be taken over with one click. */
export interface ProposalData {
  readonly label: Bilingual;
  readonly set: ValueId;
}

export interface FindingData {
  readonly code: string;
  readonly severity: Severity;
  /** Index of the task, -1 where it is about the plan. */
  readonly task: number;
  /** Index of the field (of `head`, where it is about the plan), -1 where it is about none. */
  readonly field: number;
  /** `26.creditRule`, `plan.year`, `plan`: the target of a correction or waiver. */
  readonly target: string;
  readonly spots: readonly SpotId[];
  readonly raw: TextId | null;
  readonly message: readonly [zh: TextId, en: TextId];
  readonly hint: readonly [zh: TextId, en: TextId];
  readonly fingerprint: string;
  /** Whether it stands in the source or was made by conversion, where something tells. */
  readonly cause?: Cause;
  readonly proposals: readonly ProposalData[];
}

/** A cell of the source: 0-based position, spans, its text and its place (-1: nothing of the plan stands there). */
export type SourceCell = readonly [
  row: number,
  column: number,
  rowSpan: number,
  colSpan: number,
  text: TextId,
  spot: SpotId,
];

export type BlockData =
  | {
      readonly kind: 'text';
      readonly role: string;
      readonly label: string;
      readonly text: TextId;
      readonly spot: SpotId;
    }
  | {
      readonly kind: 'grid';
      readonly rows: number;
      readonly columns: number;
      /** Rows above the first that belongs to a task. */
      readonly header: number;
      /** Line, row or sheet row of each row, as people call it. */
      readonly labels: readonly string[];
      /** Width of each column, in characters. */
      readonly widths: readonly number[];
      readonly cells: readonly SourceCell[];
    };

/** A box over a page, points from its top left corner. */
export type BoxData = readonly [spot: SpotId, x0: number, top: number, width: number, height: number, text: TextId];

export interface PageData {
  readonly page: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** PNG, base64; null where the page has no picture: it is then drawn from its cells. */
  readonly picture: string | null;
  readonly boxes: readonly BoxData[];
}

/** A count under a name; `detail` by what the chart divides it into. */
export interface Bar {
  readonly name: Bilingual;
  readonly parts: readonly number[];
}

export interface OverviewData {
  /** Tasks by the lead body's unit (or the executing body's), most first. */
  readonly leads: readonly Bar[];
  /** Tasks under way in each month, `YYYY-MM`. */
  readonly months: readonly { readonly month: string; readonly tasks: number }[];
  /** Percentages by lead body, each with how many tasks have it; `bound`: `min` 不低于, `exact`, `max` 不高于. */
  readonly ratios: readonly {
    readonly name: Bilingual;
    readonly marks: readonly {
      readonly percent: number;
      readonly bound: 'min' | 'exact' | 'max';
      readonly tasks: number;
    }[];
  }[];
  /** Tasks whose ratio is no percentage. */
  readonly otherRatios: number;
  /** By field: read, merged, inferred, corrected, blank, unread. */
  readonly coverage: readonly Bar[];
  /** By code: error, warning, info. */
  readonly findings: readonly Bar[];
}

export type CorrectionData = Omit<Correction, 'set'> & { readonly set: unknown };
export type WaiverData = Omit<Waiver, 'code'> & { readonly code: string };

/** What has been decided on the document, all its plans: the content of a corrections file. */
export interface DecisionsData {
  readonly corrections: readonly CorrectionData[];
  readonly waivers: readonly WaiverData[];
}

export interface ReviewData {
  readonly source: {
    readonly name: string;
    readonly format: string;
    readonly sha256: string;
    readonly pages: number | null;
  };
  /** Which plan of the document, from 1; null where it has one. */
  readonly position: number | null;
  readonly title: string;
  readonly origins: readonly Origin[];
  /** What the plan says of itself. */
  readonly head: readonly (FieldData & { readonly value: ValueId; readonly cell: CellData | null })[];
  readonly fields: readonly FieldData[];
  readonly notations: readonly Bilingual[];
  readonly texts: readonly string[];
  /** Canonical text (null: the value is itself a text or a list of texts) and value. */
  readonly values: readonly (readonly [text: string | null, value: unknown])[];
  /** Places, as people read them. */
  readonly spots: readonly string[];
  readonly tasks: readonly TaskData[];
  readonly rows: readonly RowData[];
  readonly view: { readonly blocks: readonly BlockData[] } | { readonly pages: readonly PageData[] };
  readonly findings: readonly FindingData[];
  readonly overview: OverviewData;
  /** Of the corrections file that the page was made with. */
  readonly decisions: DecisionsData;
}
