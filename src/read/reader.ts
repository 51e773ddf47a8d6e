import type { Document, Source } from '../model/document.ts';
import type { Hints } from '../model/hints.ts';

/** Bounds on what a source may cost; exceeding one is a refusal, never a crash. */
export interface Limits {
  /** Size of the source, bytes. */
  readonly bytes: number;
  readonly pages: number;
  /** Cells over all tables, covered positions included. */
  readonly cells: number;
  /** Longest time for one source, milliseconds: no plan needs it, a hostile file would take any. */
  readonly milliseconds: number;
  /** Memory that reading a PDF may take beyond what the program has, bytes. */
  readonly memory: number;
}

export const defaultLimits: Limits = {
  bytes: 128 * 2 ** 20,
  pages: 2_000,
  cells: 2_000_000,
  milliseconds: 180_000,
  memory: 2 * 2 ** 30,
};

export interface ReadOptions {
  readonly hints: Hints;
  readonly limits: Limits;
  readonly password?: string;
  /** LibreOffice's program; by default it is looked for. */
  readonly soffice?: string;
  readonly signal?: AbortSignal;
  /** Is told of each page that is come to. */
  readonly enters?: (page: number) => void;
}

/** Makes a document of one format. Throws `Refusal` where there is none to be made. */
export interface Reader {
  /** Stands in the trace as the source's format. */
  readonly format: string;
  /** Without the dot, lower case. */
  readonly extensions: readonly string[];
  /** True where the bytes themselves say so; the name is only a witness. */
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly read: (source: Source, options: ReadOptions) => Promise<Document>;
}
