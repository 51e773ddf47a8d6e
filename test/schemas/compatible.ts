// What may change in a published schema within one version. README, "What may change": a receiver that ignores properties
// it does not know must be able to read every later file as before.

type Schema = { readonly [key: string]: unknown };

/** Where a schema breaks the promise of an earlier one, as `path: what`; empty where it keeps it. */
export function broken(earlier: Schema, later: Schema): string[] {
  return compare(resolved(earlier, earlier), resolved(later, later), '');
}

/** Without references, titles and descriptions, which bind nobody. */
function resolved(schema: unknown, root: Schema): unknown {
  if (Array.isArray(schema)) return schema.map(part => resolved(part, root));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...own } = schema as Schema;
  const target = typeof $ref === 'string' ? resolved((root.$defs as Schema)[$ref.replace('#/$defs/', '')], root) : {};
  const whole: Schema = { ...(target as Schema), ...own };
  return Object.fromEntries(
    Object.entries(whole)
      .filter(([key, value]) => !/^(?:\$.*|title|description)$/.test(key) || typeof value === 'object')
      .filter(([key]) => key !== '$defs')
      .map(([key, value]) => [key, resolved(value, root)]),
  );
}

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compare(earlier: unknown, later: unknown, path: string): string[] {
  if (isObject(earlier) && isObject(later))
    return [...new Set([...Object.keys(earlier), ...Object.keys(later)])].flatMap(key => {
      const at = `${path}/${key}`;
      if (key === 'properties') return compareProperties(earlier[key] as Schema, later[key] as Schema, at);
      if (!(key in earlier)) return [`${at}: added`];
      return key in later ? compare(earlier[key], later[key], at) : [`${at}: removed`];
    });
  if (Array.isArray(earlier) && Array.isArray(later) && earlier.length === later.length)
    return earlier.flatMap((part, i) => compare(part, later[i], `${path}/${i}`));
  return JSON.stringify(earlier) === JSON.stringify(later) ? [] : [`${path}: changed`];
}

/** New properties may come: `required`, which must stay as it is, keeps them optional. */
const compareProperties = (earlier: Schema, later: Schema, path: string): string[] =>
  Object.entries(earlier).flatMap(([name, schema]) =>
    name in later ? compare(schema, later[name], `${path}/${name}`) : [`${path}/${name}: removed`],
  );
