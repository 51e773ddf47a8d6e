import type { Bilingual } from '../model/diagnostic.ts';
import type { TracedPlan } from './tables/index.ts';

/** What the head of a CSV, TSV or XLSX column shows: its name in databases, or its title. */
export const headers = ['names', 'zh', 'en'] as const;
export type Header = (typeof headers)[number];

export interface ExportOptions {
  /** CSV and TSV: begin with a byte order mark, by which Excel knows UTF-8. Default false. */
  readonly bom?: boolean;
  /** Default: `names` for CSV and TSV, `zh` for XLSX. */
  readonly header?: Header;
  /** SQLite: the folder in which the database is made before its bytes are passed on. Default: the system's folder for temporary files. */
  readonly scratch?: string;
}

/** Takes the content of one file, piece by piece. */
export type Sink = (piece: string | Uint8Array) => void;

/** Takes plans one by one; holds no more of them than its format demands. */
export interface PlanWriter {
  readonly add: (plan: TracedPlan) => void;
  /** Ends every file. */
  readonly finish: () => void | Promise<void>;
  /** Frees what it holds; after `finish` there is nothing. */
  readonly abandon?: () => void;
}

/** One format of `choucha export`. */
export interface ExportFormat {
  /** What one file is called, or null where the format is a folder of files. */
  readonly file: string | null;
  /** Options that it knows. */
  readonly options: readonly (keyof ExportOptions)[];
  /** `open` begins a file of the export, by its name in the folder. */
  readonly write: (open: (name: string) => Sink, options: ExportOptions) => PlanWriter | Promise<PlanWriter>;
}

/** The plans do not fit into the format. */
export class ExportLimit extends Error {
  readonly sentence: Bilingual;
  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.sentence = sentence;
  }
}
