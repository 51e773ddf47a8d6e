import { z } from 'zod';
import { bodies } from '../fields/bodies.ts';
import type { CellContext } from '../fields/field.ts';
import { foldText } from '../fields/fold.ts';
import { fieldExpected, fieldOf } from '../fields/index.ts';
import { findRegion } from '../fields/region.ts';
import { catalogue } from '../model/catalogue/index.ts';
import type { Bilingual, Finding } from '../model/diagnostic.ts';
import { describeIssues } from '../plan/load.ts';
import { planSchema, taskFields, taskSchema } from '../plan/schema.ts';
import type { Head } from '../plan/title-block.ts';

/** The fields of a task that a correction can state; further ones are `extra:<header>`. */
export const correctableFields: readonly string[] = taskFields;

/** What a correction can state of the plan as a whole. */
export const headFields: readonly (keyof Head)[] = [
  ...(['title', 'subtitle', 'edition', 'year', 'kind', 'region', 'issuer', 'documentNumber', 'issued'] as const),
];

/** What a decision comes to: a canonical value and the notation that read it, or what was expected instead. */
export type Decided = { readonly value: unknown; readonly by: string | null } | { readonly expected: Bilingual };

const schemaOf = (owner: 'task' | 'plan', field: string): z.ZodType =>
  field.startsWith('extra:')
    ? z.string().min(1).nullable()
    : ((owner === 'plan' ? planSchema.shape : taskSchema.shape) as Record<string, z.ZodType>)[field]!;

/**
 * The canonical value of a decision. `null` is "not stated" (an empty list where the field is one); a text is read by the field's own
 * notations, and one that they do not read, or only with a doubt, is refused; anything else is JSON as in the plan.
 */
export function decide(owner: 'task' | 'plan', field: string, set: unknown, context: CellContext): Decided {
  const schema = schemaOf(owner, field);
  if (set === null) return { value: schema.safeParse(null).success ? null : [], by: null };
  const read = typeof set === 'string' ? readText(owner, field, set, context) : { value: set, by: null };
  if ('expected' in read) return read;
  const result = schema.safeParse(read.value);
  if (result.success) return { value: result.data, by: read.by };
  const [violation] = describeIssues(result.error.issues, read.value);
  const { path, found, expected } = violation!;
  return { expected: path.length === 0 ? expected : within(path, found, expected) };
}

function within(path: readonly PropertyKey[], found: string | Bilingual, expected: Bilingual): Bilingual {
  const at = path.map(String).join('.');
  const shown = typeof found === 'string' ? { zh: found, en: found } : found;
  return {
    zh: `${at} 为${expected.zh}（现为 ${shown.zh}）`,
    en: `${expected.en} as ${at} (it is ${shown.en})`,
  };
}

function readText(owner: 'task' | 'plan', field: string, text: string, context: CellContext): Decided {
  if (owner === 'plan') return readHeadText(field, text, context);
  const { value, by, findings } = fieldOf(field).parse(text, context);
  const doubt = findings.find(isDoubt);
  if (value !== null && !doubt) return { value, by };
  const expected = fieldExpected(field);
  return {
    expected: {
      zh: `${expected.zh}${value === null ? '' : `（${wordOf(doubt!).zh}，请按计划文件的形式写）`}`,
      en: `${expected.en}${value === null ? '' : ` (read only with a doubt, ${wordOf(doubt!).en}: write it as in the plan file)`}`,
    },
  };
}

const isDoubt = ({ code, severity }: Finding): boolean => (severity ?? catalogue[code].severity) !== 'info';
const wordOf = ({ code }: Finding): Bilingual => ({ zh: `有疑问 ${code}`, en: code });

function readHeadText(field: string, text: string, context: CellContext): Decided {
  const folded = foldText(text);
  if (field === 'region') {
    const found = findRegion(folded);
    return found && found.rest === '' && found.findings.length === 0
      ? { value: { name: found.name, code: found.code, level: found.level }, by: null }
      : {
          expected: {
            zh: '国标中的地名，或 {name, code, level}',
            en: 'the name of a place of GB/T 2260, or {name, code, level}',
          },
        };
  }
  if (field !== 'issuer')
    return { value: field === 'year' && /^\d+$/.test(folded) ? Number(folded) : folded, by: null };
  const { value, by, findings } = bodies.parse(text, context);
  return value !== null && !findings.some(isDoubt) ? { value, by } : { expected: bodies.expected };
}
