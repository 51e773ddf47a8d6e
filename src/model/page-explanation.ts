import type { Box } from './box.ts';

/** A cell as geometry found it; 0-based, with its spans. */
export interface ExplainedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  /** It goes on over a page break: its text was joined with that of the other page. */
  readonly cut: boolean;
  /** It belongs to a header that is printed again. */
  readonly repeated: boolean;
}

export interface ExplainedTable {
  /** 1-based, on its page. */
  readonly number: number;
  /** What its cells were made from: rulings, rulings between rows only, or the alignment of text. */
  readonly style: 'lattice' | 'ruled-rows' | 'stream';
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  readonly cells: readonly ExplainedCell[];
  /** Edges of its cells that no ruling shows: where alignment, or the end of the page, says that they must be. */
  readonly inferred: readonly Box[];
  /** The side, as a box without width or height, at which the table goes on from an earlier page, or on a later one. */
  readonly from: Box | null;
  readonly onto: Box | null;
}

/** What geometry found on a page, step by step, to be drawn over it: points of the page, /Rotate applied. */
export interface PageExplanation {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Rulings after snapping and joining, as boxes without width or height. */
  readonly edges: readonly Box[];
  readonly intersections: readonly Box[];
  readonly tables: readonly ExplainedTable[];
}
