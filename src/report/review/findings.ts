import { type Diagnostic, severities } from '../../model/diagnostic.ts';
import type { Trace } from '../../model/traced.ts';
import { fingerprintOf } from '../../plan/fingerprints.ts';
import type { Plan } from '../../plan/schema.ts';
import type { FindingData } from './data.ts';
import { proposals } from './proposals.ts';
import type { Tables } from './tables.ts';
import { addressesOf, headFields } from './tasks.ts';

const headNames: readonly string[] = headFields;

/** The plan's diagnostics as the page shows them: the gravest first, then in the order of the document. */
export function findingData(plan: Plan, trace: Trace, fields: readonly string[], tables: Tables): FindingData[] {
  const addresses = addressesOf(plan);
  const { texts, spots } = tables;
  return [...trace.diagnostics]
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map(diagnostic => {
      const { code, severity, raw, message, hint, places, cause } = diagnostic;
      const { task, field } = placeInPlan(diagnostic, fields);
      return {
        code,
        severity,
        task,
        field: field === null ? -1 : (task < 0 ? headNames : fields).indexOf(field),
        target:
          task < 0 ? (field === null ? 'plan' : `plan.${field}`) : [addresses[task], field].filter(Boolean).join('.'),
        spots: places.map(spots.of),
        raw: raw === undefined ? null : texts.of(raw),
        message: [texts.of(message.zh), texts.of(message.en)],
        hint: [texts.of(hint.zh), texts.of(hint.en)],
        fingerprint: fingerprintOf(diagnostic, plan),
        ...(cause && { cause }),
        proposals: task < 0 || field === null ? [] : proposals(diagnostic, plan, task, field, tables),
      };
    });
}

/** Index of the task (-1: the plan itself) and name of the field that a diagnostic points to. */
function placeInPlan({ pointer }: Diagnostic, fields: readonly string[]): { task: number; field: string | null } {
  const [, first = '', index, ...rest] = pointer?.split('/') ?? [];
  if (first !== 'tasks' || index === undefined) return { task: -1, field: headNames.includes(first) ? first : null };
  const name = (rest[0] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  return { task: Number(index), field: fields.includes(name) ? name : null };
}
