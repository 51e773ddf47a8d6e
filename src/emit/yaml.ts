import { parseDocument, stringify } from 'yaml';

/** YAML that loads to the same data in 1.1 and 1.2 readers; no folded lines, no aliases. */
export const toYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false });

/** Reads one YAML (or JSON) document; throws an Error with line and column where it is none. */
export function fromYaml(text: string): unknown {
  const document = parseDocument(text, { maxAliasCount: 100 } as object);
  const problem = document.errors[0];
  if (problem) throw new Error(problem.message);
  return document.toJS({ maxAliasCount: 100 });
}
