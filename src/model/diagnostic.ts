import { type Code, catalogue } from './catalogue/index.ts';
import type { Place } from './place.ts';

export type { Code } from './catalogue/index.ts';

export const severities = ['error', 'warning', 'info'] as const;

/**
 * error: a non-blank cell gave no value, or values contradict each other.
 * warning: a person must decide. info: a value was obtained with stated evidence, or the plan says nothing.
 */
export type Severity = (typeof severities)[number];

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What fills a catalogue sentence; a word that differs by language is given in both. */
export type Params = Readonly<Record<string, string | number | Bilingual>>;

/** Something noticed, before it is known where in the plan it stands. */
export interface Finding {
  readonly code: Code;
  readonly params?: Params;
  /** Only where it differs from the catalogue's. */
  readonly severity?: Severity;
  readonly raw?: string;
  readonly places?: readonly Place[];
}

/** A finding accepted as it is, by whom and why. */
export interface Waived {
  readonly reason: string;
  readonly by?: string;
  /** ISO date. */
  readonly date?: string;
  /** ISO date, the last day on which it holds; whether that is past is judged by whoever reads it. */
  readonly until?: string;
}

/** Whether an oddity is the publisher's or came with the conversion, and what tells. */
export interface Cause {
  readonly in: 'source' | 'conversion';
  readonly evidence: Bilingual;
}

/** A finding in its place: data for machines, with its sentence for people. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** JSON Pointer into the plan, e.g. `/tasks/25/creditRule`. */
  readonly pointer?: string;
  /** JSON Pointer into the trace, e.g. `/rows/25`. */
  readonly row?: string;
  readonly places: readonly Place[];
  /** The source's text that the finding is about. */
  readonly raw?: string;
  readonly params: Params;
  readonly message: Bilingual;
  readonly hint: Bilingual;
  /** Only where something tells. */
  readonly cause?: Cause;
  /** Only where a waiver holds for it. */
  readonly waived?: Waived;
}

/** Where a finding stands. */
export interface Position {
  readonly pointer?: string;
  readonly row?: string;
  readonly places?: readonly Place[];
  readonly raw?: string;
}

const fill = (template: Bilingual, params: Params): Bilingual => {
  const word = (language: 'zh' | 'en') =>
    template[language].replace(/\{(\w+)\}/g, (whole, key: string) => {
      const param = params[key] ?? whole;
      return typeof param === 'object' ? param[language] : String(param);
    });
  return { zh: word('zh'), en: word('en') };
};

/** Puts a finding in its place and words it from the catalogue. */
export function diagnose(finding: Finding, position: Position = {}): Diagnostic {
  const entry = catalogue[finding.code];
  const params = finding.params ?? {};
  const raw = finding.raw ?? position.raw;
  return {
    code: finding.code,
    severity: finding.severity ?? entry.severity,
    ...(position.pointer !== undefined && { pointer: position.pointer }),
    ...(position.row !== undefined && { row: position.row }),
    places: finding.places ?? position.places ?? [],
    ...(raw !== undefined && { raw }),
    params,
    message: fill(entry.message, params),
    hint: fill(entry.hint, params),
  };
}
