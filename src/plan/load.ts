import type { z } from 'zod';
import type { Bilingual, Finding } from '../model/diagnostic.ts';
import type { Notice } from './rules/index.ts';
import { type Plan, planSchema } from './schema.ts';

/** A plan read back from data, or what keeps the data from being one. */
export type Loaded = { readonly plan: Plan } | { readonly notices: readonly Notice[] };

/** Checks data against the plan schema; every violation becomes a notice, in words and with its pointer. */
export function loadPlan(data: unknown): Loaded {
  const result = planSchema.safeParse(data);
  if (result.success) return { plan: result.data };
  return { notices: result.error.issues.flatMap(issue => toNotices(issue, [])) };
}

type Issue = z.core.$ZodIssue;

/** The issue of a union is that of the alternative that came closest. */
function toNotices(issue: Issue, base: readonly PropertyKey[]): Notice[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
    return closest.flatMap(inner => toNotices(inner, path));
  }
  return [
    {
      ...describe(issue),
      pointer: `/${path.map(key => String(key).replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`,
    },
  ];
}

const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length)) - issues.length / 100;

function describe(issue: Issue): Finding {
  const expected = expectation(issue);
  const found = 'input' in issue && issue.input !== undefined ? JSON.stringify(issue.input)?.slice(0, 60) : undefined;
  return {
    code: 'schema-violation',
    params: {
      found:
        found ??
        (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : { zh: '此处内容', en: 'what stands here' }),
      expected,
    },
  };
}

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
      return { zh: `格式 ${issue.pattern ?? issue.format}`, en: `format ${issue.pattern ?? issue.format}` };
    default:
      return { zh: '符合计划模式的内容', en: 'what the plan schema allows' };
  }
}
