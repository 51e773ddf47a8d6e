import type { Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';

/** How a value came about. */
export const origins = ['read', 'merged', 'inferred', 'corrected', 'blank'] as const;
export type Origin = (typeof origins)[number];

/** Why a value is not what the source says: a decision from a corrections file. */
export interface Reason {
  readonly reason: string;
  readonly by?: string;
  /** ISO date. */
  readonly date?: string;
  readonly evidence?: string;
}

/** What stands behind one value: the text it was read from, the notation that read it, and where. */
export interface TracedCell {
  /** As the source shows it; of a merged or inferred cell the text it stands for; `""` of a blank one. */
  readonly raw: string;
  /** The notation; absent where nothing was read. */
  readonly by?: string;
  readonly origin: Origin;
  /** JSON Pointer of the row it was taken from, `/rows/18`. */
  readonly from?: string;
  /** Of a corrected cell only: `raw` still is the text of the source. */
  readonly correction?: Reason;
  readonly places: readonly Place[];
}

/** One data row of the source. */
export interface TracedRow {
  /** JSON Pointer of the task, `/tasks/0`. */
  readonly task: string;
  readonly cells: Readonly<Record<string, TracedCell>>;
}

/** A column of the source and the fields it holds. */
export interface TracedColumn {
  readonly header: string;
  readonly fields: readonly string[];
  /** 1-based. */
  readonly column: number;
}

/** Where every character of the source went; the parts add up to `characters` (white space is not counted). */
export interface Ledger {
  readonly characters: number;
  readonly cells: number;
  readonly header: number;
  readonly title: number;
  readonly notes: number;
  readonly prose: number;
  readonly sections: number;
  readonly pageFurniture: number;
  readonly repeatedHeaders: number;
  readonly markup: number;
  readonly otherPlans: number;
  readonly discarded: readonly { readonly text: string; readonly why: string; readonly place: Place | null }[];
}

/** The sidecar of a plan: where every value stands and what is to be said about it. */
export interface Trace {
  readonly schema: 'choucha/trace@1';
  readonly source: {
    readonly name: string;
    readonly format: string;
    readonly sha256: string;
    readonly pages?: number;
    readonly encoding?: string;
  };
  readonly plan: Readonly<Record<string, TracedCell>>;
  readonly columns: readonly TracedColumn[];
  readonly rows: readonly TracedRow[];
  readonly ledger: Ledger;
  readonly diagnostics: readonly Diagnostic[];
}
