import type { z } from 'zod';
import type { Bilingual } from '../model/diagnostic.ts';
import type { Notice } from './rules/index.ts';
import { type Plan, planSchema } from './schema.ts';

/** A plan read back from data, or what keeps the data from being one. */
export type Loaded = { readonly plan: Plan } | { readonly notices: readonly Notice[] };

/** Checks data against the plan schema; every violation becomes a notice, in words and with its pointer. */
export function loadPlan(data: unknown): Loaded {
  const result = planSchema.safeParse(data);
  if (result.success) return { plan: result.data };
  return {
    notices: describeIssues(result.error.issues, data).map(({ path, found, expected }) => ({
      code: 'schema-violation',
      params: { found, expected },
      pointer: `/${path.map(key => String(key).replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`,
    })),
  };
}

type Issue = z.core.$ZodIssue;

/** What is wrong with data, in words: users never meet a bare Zod message. */
export interface Violation {
  readonly path: readonly PropertyKey[];
  readonly found: string | Bilingual;
  readonly expected: Bilingual;
  /** Keys that the schema does not know. */
  readonly unknown: readonly string[];
  /** A key is missing rather than wrong. */
  readonly missing: boolean;
}

export const describeIssues = (issues: readonly Issue[], data: unknown): Violation[] =>
  issues.flatMap(issue => toViolations(issue, [], data));

/** The issue of a union is that of the alternative that came closest. */
function toViolations(issue: Issue, base: readonly PropertyKey[], data: unknown): Violation[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
    return closest.flatMap(inner => toViolations(inner, path, data));
  }
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const input = valueAt(data, path);
  const shown = input === undefined ? undefined : JSON.stringify(input)?.slice(0, 60);
  return [
    {
      path,
      found: unknown.length > 0 ? unknown.join(', ') : (shown ?? { zh: '缺项', en: 'nothing' }),
      expected: expectation(issue),
      unknown,
      missing: issue.code === 'invalid_type' && input === undefined,
    },
  ];
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length)) - issues.length / 100;

function expectation(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return { zh: `类型 ${issue.expected}`, en: `type ${issue.expected}` };
    case 'unrecognized_keys':
      return { zh: '没有其他属性', en: 'no other properties' };
    case 'invalid_value':
      return {
        zh: `取值 ${issue.values.map(String).join(' | ')}`,
        en: `one of ${issue.values.map(String).join(' | ')}`,
      };
    case 'too_small':
      return { zh: `不小于 ${issue.minimum}`, en: `at least ${issue.minimum}` };
    case 'too_big':
      return { zh: `不大于 ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case 'invalid_format':
      if (issue.format === 'date') return { zh: '日期，如 2026-11-27', en: 'a date such as 2026-11-27' };
      return { zh: `格式 ${issue.pattern ?? issue.format}`, en: `format ${issue.pattern ?? issue.format}` };
    default:
      return { zh: '符合计划模式的内容', en: 'what the plan schema allows' };
  }
}
