import type { z } from 'zod';
import { catalogue } from '../model/catalogue/index.ts';
import type { Bilingual, Finding } from '../model/diagnostic.ts';
import { foldText } from './fold.ts';

/** What a cell's reading may depend on besides its text. */
export interface CellContext {
  /** The plan's year, for windows that name none. */
  readonly year?: number | null;
  /** The plan's own level: `province`, `city`, `county`, `national`. */
  readonly level?: string | null;
  /** The plan's region, by name: 吕梁市. */
  readonly region?: string | null;
  /** The column's header, which may hold a unit or a legend. */
  readonly header?: string;
  /** Raw texts of the column (for bodies: of all body columns), as evidence for repairs. */
  readonly column?: readonly string[];
}

/** What a notation made of a matching text. A null value with findings is a refusal that says why. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly findings?: readonly Finding[];
}

/** What is told of a notation: its name and examples. */
export interface Wording {
  /** Kebab-case; stands as `by` in the trace. */
  readonly name: string;
  /** What it is, for the README's table. */
  readonly title: Bilingual;
  /** Texts that it reads; a test runs them. */
  readonly examples: readonly string[];
}

/** One way of writing a value. */
export interface Notation<T> extends Wording {
  /** Anchored at both ends: what does not match entirely is not mined for a number. Sees folded text. */
  readonly pattern: RegExp;
  /** Null: the pattern matched, but this notation does not hold after all; the next one is tried. */
  readonly read: (match: RegExpExecArray, context: CellContext) => Outcome<T> | null;
}

/** What a cell gave: its value, the notation that read it, and what must be said about it. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly by: string | null;
  readonly findings: readonly Finding[];
}

/** One kind of column: everything special about it. */
export interface Field<T> {
  readonly name: string;
  readonly title: Bilingual;
  /** What a cell should look like, as `unread-cell` says it. */
  readonly expected: Bilingual;
  /** Ordered: the first notation that holds reads the cell. */
  readonly notations: readonly Wording[];
  /** Texts that must give no value; a test runs them. */
  readonly refusals: readonly string[];
  readonly schema: z.ZodType<T>;
  /** Reads a raw cell. Never throws; a blank cell gives null without a finding. */
  readonly parse: (raw: string, context?: CellContext) => Parsed<T>;
  /** The value as canonical text; `parse(format(value))` gives the value again. */
  readonly format: (value: T) => string;
}

export const blank: Parsed<never> = { value: null, by: null, findings: [] };

/** The refusal that quotes the cell. */
export const unread = (field: Pick<Field<unknown>, 'title' | 'expected'>, text: string): Finding => ({
  code: 'unread-cell',
  params: { field: field.title, text, expected: field.expected },
});

type Definition<T> = Omit<Field<T>, 'parse' | 'notations'> & {
  readonly notations: readonly Notation<T>[];
  /** How a raw cell is folded before the notations see it; default `foldText`. */
  readonly fold?: (raw: string) => string;
};

/** Completes a field whose cells are read by its ordered notations. */
export function defineField<T>({ fold = foldText, ...field }: Definition<T>): Field<T> {
  const parse = (raw: string, context: CellContext = {}): Parsed<T> => {
    const text = fold(raw);
    if (text === '') return blank;
    for (const { name, pattern, read } of field.notations) {
      const match = pattern.exec(text);
      const outcome = match && read(match, context);
      if (outcome)
        return { value: outcome.value, by: outcome.value === null ? null : name, findings: outcome.findings ?? [] };
    }
    return { value: null, by: null, findings: [unread(field, text)] };
  };
  return { ...field, parse };
}

/** True where a text stood in the cell and gave no value, as opposed to saying nothing of the field. */
export const isRefused = (parsed: Parsed<unknown>): boolean =>
  parsed.value === null &&
  parsed.findings.some(({ code, severity }) => (severity ?? catalogue[code].severity) === 'error');
