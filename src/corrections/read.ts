import type { z } from 'zod';
import { type At, type PositionedYaml, readPositionedYaml } from '../emit/positioned-yaml.ts';
import { type Bilingual, type Diagnostic, diagnose, type Finding } from '../model/diagnostic.ts';
import { readAddress } from '../plan/address.ts';
import { describeIssues, type Violation } from '../plan/load.ts';
import { nearest } from './nearest.ts';
import {
  type Correction,
  type CorrectionsFile,
  correctionSchema,
  correctionsSchema,
  type Waiver,
  waiverSchema,
} from './schema.ts';
import { correctableFields, decide, headFields } from './values.ts';

/** A decision and where it stands in its file. */
export type Placed<T> = T & { readonly at: At };

/** Everything that was decided on one document; the order says nothing. */
export interface Decisions {
  readonly corrections: readonly Placed<Correction>[];
  readonly waivers: readonly Placed<Waiver>[];
}

export const noDecisions: Decisions = { corrections: [], waivers: [] };

/** Decisions as a caller has them: the text of a corrections file, or its data. */
export type DecisionsInput = string | CorrectionsFile;

/**
 * Reads the text (YAML, or JSON) or the data of a corrections file and checks all that can be told without the document. Problems
 * carry the line and column of the file as their place (1:1 for data).
 */
export function readDecisions(input: DecisionsInput): Decisions | { readonly problems: readonly Diagnostic[] } {
  const file = typeof input === 'string' ? readPositionedYaml(input) : withoutPlaces(input);
  if ('reason' in file)
    return { problems: [problem({ code: 'corrections-not-yaml', params: { reason: file.reason } }, file)] };
  const result = correctionsSchema.safeParse(file.data);
  if (!result.success)
    return {
      problems: describeIssues(result.error.issues, file.data).flatMap(violation => wrongForm(violation, file)),
    };
  const placed = <T>(list: 'corrections' | 'waivers', entries: readonly T[] = []): Placed<T>[] =>
    entries.map((entry, i) => ({ ...entry, at: file.at([list, i]) }));
  const corrections = placed('corrections', result.data.corrections);
  const waivers = placed('waivers', result.data.waivers);
  const problems = [
    ...corrections.flatMap((entry, i) => unfit(entry, key => file.at(['corrections', i, key]))),
    ...waivers.flatMap((waiver, i) => twice(waiver, waivers.slice(0, i))),
  ];
  return problems.length > 0 ? { problems } : { corrections, waivers };
}

const start: At = { line: 1, column: 1 };
const withoutPlaces = (data: unknown): PositionedYaml => ({ data, at: () => start, atKey: () => start });

/** A problem at a place of the corrections file. */
export const problem = (finding: Finding, { line, column }: At): Diagnostic =>
  diagnose(finding, { places: [{ line, column }] });

const meantWord = (word: string, known: readonly string[]): Bilingual => {
  const near = nearest(word, known);
  return near === null ? { zh: '', en: '' } : { zh: `（是否想写 ${near}？）`, en: ` (did you mean ${near}?)` };
};

const keysOf = (schema: z.ZodObject): string[] => Object.keys(schema.shape);

function wrongForm({ path, found, expected, unknown, missing }: Violation, file: PositionedYaml): Diagnostic[] {
  const [list] = path;
  const known = keysOf(
    list === 'corrections' ? correctionSchema : list === 'waivers' ? waiverSchema : correctionsSchema,
  );
  if (unknown.length > 0)
    return unknown.map(key =>
      problem(
        { code: 'corrections-unknown-key', params: { key, meant: meantWord(key, known), known: known.join(', ') } },
        file.atKey(path, key),
      ),
    );
  const name = path.map(String).join('.') || 'corrections';
  const meant = list === 'waivers' && path.at(-1) === 'code' ? codeMeant(found, expected) : expected;
  const params = { path: name, found: missing ? { zh: '缺项', en: 'nothing' } : found, expected: meant };
  return [problem({ code: 'corrections-wrong-form', params }, file.at(path))];
}

/** The list of all codes helps nobody. */
function codeMeant(found: string | Bilingual, { en }: Bilingual): Bilingual {
  const { zh: zhMeant, en: enMeant } = meantWord(
    String(found).replace(/^"|"$/g, ''),
    en.replace(/^one of /, '').split(' | '),
  );
  return { zh: `一个诊断代码${zhMeant}`, en: `the code of a diagnostic${enMeant}` };
}

/** For judging without the document: which year and place the plan is for makes no value fit that did not. */
const anyPlan = { year: 2024, level: 'city', region: null } as const;

function unfit(entry: Correction, at: (key: string) => At): Diagnostic[] {
  const { target, set } = entry;
  const { task, field } = readAddress(target);
  const owner = task === 'plan' ? 'plan' : 'task';
  const known = owner === 'plan' ? headFields : correctableFields;
  if (!(known as readonly string[]).includes(field) && !(owner === 'task' && /^extra:./su.test(field)))
    return [
      problem(
        {
          code: 'corrections-unknown-field',
          params: {
            target,
            field,
            meant: meantWord(field, known),
            known: `${known.join(', ')}${owner === 'task' ? ', extra:<header>' : ''}`,
          },
        },
        at('target'),
      ),
    ];
  const decided = decide(owner, field, set, anyPlan);
  return 'expected' in decided ? [unfitValue('corrections-unfit-value', entry, decided.expected, at('set'))] : [];
}

/** A value that does not fit its field: in any plan, or (`correction-unfit`) in the one at hand. */
export const unfitValue = (
  code: 'corrections-unfit-value' | 'correction-unfit',
  { target, set }: Correction,
  expected: Bilingual,
  at: At,
): Diagnostic => problem({ code, params: { target, found: JSON.stringify(set).slice(0, 80), expected } }, at);

const twice = (waiver: Placed<Waiver>, before: readonly Placed<Waiver>[]): Diagnostic[] => {
  const other = before.find(({ code, fingerprint }) => code === waiver.code && fingerprint === waiver.fingerprint);
  return other
    ? [
        problem(
          { code: 'correction-conflict', params: { target: `${waiver.target} (${waiver.code})`, line: other.at.line } },
          waiver.at,
        ),
      ]
    : [];
};
