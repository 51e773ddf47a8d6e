// Checks a value against the JSON Schema of its field (what Zod publishes of it), and against what a schema cannot say.

/** @typedef {{ path: string, zh: string, en: string }} Problem */
/** @typedef {any} Schema */

/** What a schema asks of a value of some type, by keyword. @type {Record<string, (value: any, wanted: any) => boolean>} */
const schemaTests = {
  const: (value, wanted) => value === wanted,
  enum: (value, wanted) => wanted.includes(value),
  minLength: (value, wanted) => value.length >= wanted,
  pattern: (value, wanted) => new RegExp(wanted, 'u').test(value),
  minimum: (value, wanted) => value >= wanted,
  maximum: (value, wanted) => value <= wanted,
  exclusiveMinimum: (value, wanted) => value > wanted,
  exclusiveMaximum: (value, wanted) => value < wanted,
  minItems: (value, wanted) => value.length >= wanted,
};

/** @type {Record<string, (wanted: any) => [zh: string, en: string]>} */
const schemaDemands = {
  const: wanted => [`应为 ${wanted}`, `expected ${wanted}`],
  enum: wanted => [`应为 ${wanted.join('、')} 之一`, `expected one of ${wanted.join(', ')}`],
  minLength: () => ['不能为空', 'must not be empty'],
  pattern: wanted => [`格式不符（${wanted}）`, `does not have the form ${wanted}`],
  minimum: wanted => [`应不小于 ${wanted}`, `must be at least ${wanted}`],
  maximum: wanted => [`应不大于 ${wanted}`, `must be at most ${wanted}`],
  exclusiveMinimum: wanted => [`应大于 ${wanted}`, `must be above ${wanted}`],
  exclusiveMaximum: wanted => [`应小于 ${wanted}`, `must be below ${wanted}`],
  minItems: wanted => [`至少 ${wanted} 项`, `needs at least ${wanted}`],
};

/** @param {unknown} value */
const typeOf = value =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** @param {any} value @param {Schema} schema */
function isOfType(value, { type }) {
  const found = typeOf(value);
  return type === undefined || type === found || (type === 'number' && found === 'integer' && Number.isFinite(value));
}

/** The alternatives of a schema, or none. @param {Schema} schema @returns {Schema[]} */
const alternativesOf = schema => schema.anyOf ?? schema.oneOf ?? [];

/**
 * What keeps a value from fitting a schema; of alternatives, that of the one that came closest.
 * @param {Schema} schema @param {any} value @param {string} path
 * @returns {Problem[]}
 */
function schemaProblems(schema, value, path = '') {
  const alternatives = alternativesOf(schema).map(one => schemaProblems(one, value, path));
  if (alternatives.length > 0) {
    if (alternatives.some(problems => problems.length === 0)) return [];
    return alternatives.reduce((best, problems) => (closeness(problems) > closeness(best) ? problems : best));
  }
  if (!isOfType(value, schema)) return [{ path, zh: `类型应为 ${schema.type}`, en: `expected type ${schema.type}` }];
  /** @type {Problem[]} */
  const problems = [];
  for (const [keyword, test] of Object.entries(schemaTests)) {
    if (schema[keyword] === undefined || test(value, schema[keyword])) continue;
    const [zh, en] = schemaDemands[keyword]?.(schema[keyword]) ?? ['', ''];
    problems.push({ path, zh, en });
  }
  if (schema.items && Array.isArray(value))
    problems.push(...value.flatMap((one, i) => schemaProblems(schema.items, one, `${path}/${i + 1}`)));
  if (schema.properties && typeOf(value) === 'object') problems.push(...propertyProblems(schema, value, path));
  return problems;
}

/** @param {Problem[]} problems */
const closeness = problems =>
  Math.max(0, ...problems.map(({ path }) => path.split('/').length)) - problems.length / 100;

/** @param {Schema} schema @param {Record<string, any>} value @param {string} path @returns {Problem[]} */
function propertyProblems({ properties, required = [] }, value, path) {
  const missing = required.filter((/** @type {string} */ name) => !Object.hasOwn(value, name));
  const strange = Object.keys(value).filter(name => !Object.hasOwn(properties, name));
  return [
    ...missing.map((/** @type {string} */ name) => ({ path: `${path}/${name}`, zh: '缺少', en: 'is missing' })),
    ...strange.map(name => ({ path: `${path}/${name}`, zh: '没有此属性', en: 'is no property here' })),
    ...Object.keys(value)
      .filter(name => Object.hasOwn(properties, name))
      .flatMap(name => schemaProblems(properties[name], value[name], `${path}/${name}`)),
  ];
}

const endsMissing = { zh: '上限和下限至少写一个', en: 'one of the ends must be given' };
const endsReversed = { zh: '下限不能大于上限', en: 'the ends are in the wrong order' };
const datesReversed = { zh: '开始不能晚于结束', en: 'the start is after the end' };
const aboutBound = { zh: '约数须同时有上限和下限', en: 'an approximate amount needs both ends' };

/**
 * What a schema cannot say of a value: ends in order, at least one of them. `mayBeOpen`: neither end need be given (counts).
 * @param {any} value @param {boolean} mayBeOpen @param {string} path @returns {Problem[]}
 */
function orderProblems(value, mayBeOpen, path = '') {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => orderProblems(one, mayBeOpen, `${path}/${i + 1}`));
  /** @type {Problem[]} */
  const problems = Object.entries(value).flatMap(([name, one]) => orderProblems(one, mayBeOpen, `${path}/${name}`));
  const { min, max, about, start, end } = value;
  if (min === null && max === null && !mayBeOpen) problems.push({ path, ...endsMissing });
  if (typeof min === 'number' && typeof max === 'number' && min > max) problems.push({ path, ...endsReversed });
  if (about && (min === null || max === null)) problems.push({ path, ...aboutBound });
  if (typeof start === 'string' && typeof end === 'string' && isLater(start, end))
    problems.push({ path, ...datesReversed });
  return problems;
}

/** Of dates as precise as they are written: a month holds all its days. @param {string} start @param {string} end */
const isLater = (start, end) => start.slice(0, end.length) > end.slice(0, start.length);

/**
 * Everything that keeps a value from being one of a field.
 * @param {{ name: string, schema: Schema }} field @param {unknown} value
 */
function valueProblems({ name, schema }, value) {
  const problems = schemaProblems(schema, value);
  return problems.length > 0 ? problems : orderProblems(value, name === 'population' || name === 'sample');
}
