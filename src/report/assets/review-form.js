// A form for a value, made from the JSON Schema of its field: every kind of value gets one without code of its own.

/**
 * @typedef {object} FormPart
 * @property {HTMLElement} node
 * @property {() => any} read the value as it stands in the form; `undefined`: the property is left out
 */

let formIds = 0;

/** What a schema of an alternative is called. @param {Schema} schema */
function alternativeName(schema) {
  if (schema.type === 'null') return sayValue('null');
  for (const [name, { const: only }] of Object.entries(schema.properties ?? {}))
    if (only !== undefined && valueWords[`${name}=${only}`]) return sayValue(`${name}=${only}`);
  return sayValue(schema.properties?.per ? 'times' : 'stated');
}

/** Alternatives within alternatives as one list. @param {Schema} schema @returns {Schema[]} */
const flatAlternatives = schema => {
  const all = alternativesOf(schema);
  return all.length === 0 ? [schema] : all.flatMap(flatAlternatives);
};

/** @param {Schema[]} all @param {any} value */
function fittingAlternative(all, value) {
  const fitting = all.findIndex(schema => schemaProblems(schema, value).length === 0);
  if (fitting >= 0) return fitting;
  const scores = all.map(schema => closeness(schemaProblems(schema, value)));
  return value === undefined ? 0 : scores.indexOf(Math.max(...scores));
}

/**
 * @param {Schema} schema @param {any} value undefined: nothing yet
 * @param {string} title @param {boolean} optional an empty field leaves the property out
 * @returns {FormPart}
 */
function formPart(schema, value, title, optional = false) {
  const all = flatAlternatives(schema);
  const solid = all.filter(({ type }) => type !== 'null');
  const nullable = solid.length < all.length;
  const only = solid[0];
  if (solid.length === 1 && only.enum)
    return choicePart(only.enum, value, title, nullable ? null : undefined, nullable || optional);
  if (solid.length === 1 && only.type !== 'object') {
    const part = plainPart(only, value, title, optional);
    return nullable ? { ...part, read: () => part.read() ?? null } : part;
  }
  if (all.length > 1) return alternativesPart(all, value, title);
  return optional ? optionalPart(only, value, title) : objectPart(only, value, title);
}

/** @param {Schema} schema @param {any} value @param {string} title @param {boolean} optional @returns {FormPart} */
function plainPart(schema, value, title, optional) {
  if (schema.const !== undefined) return constantPart(schema, value, title, optional);
  if (schema.type === 'array' && schema.items.enum) return checksPart(schema.items.enum, value, title);
  if (schema.type === 'array' && schema.items.type === 'string') return linesPart(value, title);
  if (schema.type === 'array') return rowsPart(schema, value, title, optional);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  return textPart(
    value,
    title,
    isNumber,
    schema.pattern?.includes('P[') ? 'P1Y · P6M · P3M · P1M' : schema.pattern ? '2023-03 · 2023-03-15' : null,
  );
}

/** @param {string} title @param {HTMLElement} input */
function labelled(title, input) {
  input.id = `form-${++formIds}`;
  return element('div', { class: 'form-line' }, element('label', { for: input.id }, title), input);
}

/** How a text with a form of its own is written. @param {string} pattern */
const writtenAs = pattern =>
  pattern.includes('P[') ? 'P1Y · P6M · P3M · P1M' : pattern.startsWith('^\\d{4}-') ? '2023-03 · 2023-03-15' : null;

/** @param {any} value @param {string} title @param {boolean} isNumber @param {string | null} placeholder @returns {FormPart} */
function textPart(value, title, isNumber, placeholder) {
  const text = value === null || value === undefined ? '' : String(value);
  const long = !isNumber && text.length > 24;
  const input = /** @type {HTMLInputElement} */ (
    element(
      long ? 'textarea' : 'input',
      long
        ? { rows: Math.min(8, Math.ceil(text.length / 30)) }
        : { type: 'text', inputmode: isNumber ? 'decimal' : null, autocomplete: 'off', placeholder },
    )
  );
  input.value = text;
  return {
    node: labelled(title, input),
    read: () => {
      const written = input.value.trim();
      if (written === '') return undefined;
      // What is no number stays text, and is reported as that.
      return isNumber && /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : written;
    },
  };
}

/** @param {Schema} schema @param {any} value @param {string} title @param {boolean} optional @returns {FormPart} */
function constantPart(schema, value, title, optional) {
  if (!optional) return { node: element('span', { hidden: true }), read: () => schema.const };
  const input = /** @type {HTMLInputElement} */ (
    element('input', { type: 'checkbox', checked: value === schema.const })
  );
  return { node: labelled(title, input), read: () => (input.checked ? schema.const : undefined) };
}

/**
 * @param {string[]} words @param {any} value @param {string} title
 * @param {any} empty what stands for none of them @param {boolean} mayBeEmpty
 * @returns {FormPart}
 */
function choicePart(words, value, title, empty, mayBeEmpty) {
  const select = /** @type {HTMLSelectElement} */ (
    element(
      'select',
      {},
      mayBeEmpty && element('option', { value: '' }, '—'),
      ...words.map(word => element('option', { value: word, selected: word === value }, sayValue(word))),
    )
  );
  return { node: labelled(title, select), read: () => (select.value === '' ? empty : select.value) };
}

/** @param {string[]} words @param {any} value @param {string} title @returns {FormPart} */
function checksPart(words, value, title) {
  const inputs = words.map(
    word =>
      /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', checked: (value ?? []).includes(word) })),
  );
  const labels = inputs.map((input, i) => element('label', { class: 'check' }, input, ` ${sayValue(words[i] ?? '')}`));
  return {
    node: element('fieldset', { class: 'form-line' }, element('legend', {}, title), ...labels),
    read: () => words.filter((_, i) => inputs[i]?.checked),
  };
}

/** @param {any} value @param {string} title @returns {FormPart} */
function linesPart(value, title) {
  const lines = /** @type {string[]} */ (value ?? []);
  const input = /** @type {HTMLTextAreaElement} */ (
    element('textarea', { rows: Math.max(2, Math.min(12, lines.length + 1)) })
  );
  input.value = lines.map(line => line.replace(/\n/g, ' ')).join('\n');
  return {
    node: labelled(`${title}（${say('onePerLine')}）`, input),
    read: () =>
      input.value
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
  };
}

/** A list of objects, with buttons to add and remove. @param {Schema} schema @param {any} value @param {string} title @param {boolean} optional @returns {FormPart} */
function rowsPart(schema, value, title, optional) {
  /** @type {FormPart[]} */
  const parts = [];
  const list = element('div', { class: 'form-rows' });
  const append = (/** @type {any} */ one) => {
    const part = formPart(schema.items, one, `${title} ${parts.length + 1}`);
    parts.push(part);
    const remove = element(
      'button',
      {
        type: 'button',
        onClick: () => {
          parts.splice(parts.indexOf(part), 1);
          row.dispatchEvent(new Event('input', { bubbles: true }));
          row.remove();
        },
      },
      say('remove'),
    );
    const row = element('div', { class: 'form-row' }, part.node, remove);
    list.append(row);
  };
  for (const one of value ?? []) append(one);
  const add = element(
    'button',
    {
      type: 'button',
      onClick: () => {
        append(undefined);
        list.dispatchEvent(new Event('input', { bubbles: true }));
      },
    },
    `${say('add')} ${title}`,
  );
  return {
    node: element('fieldset', {}, element('legend', {}, title), list, add),
    read: () => (parts.length === 0 && optional ? undefined : parts.map(part => part.read())),
  };
}

/** @param {Schema} schema @param {any} value @param {string} title @returns {FormPart} */
function objectPart(schema, value, title) {
  const required = new Set(schema.required ?? []);
  const parts = Object.entries(schema.properties).map(
    ([name, one]) =>
      /** @type {const} */ ([
        name,
        formPart(one, value?.[name], valueWords[name] ? sayValue(name) : (one.title ?? name), !required.has(name)),
      ]),
  );
  return {
    node: element('fieldset', {}, title !== '' && element('legend', {}, title), ...parts.map(([, { node }]) => node)),
    read: () =>
      Object.fromEntries(parts.map(([name, part]) => [name, part.read()]).filter(([, one]) => one !== undefined)),
  };
}

/** An object that need not be there. @param {Schema} schema @param {any} value @param {string} title @returns {FormPart} */
function optionalPart(schema, value, title) {
  const part = rowsPart({ items: schema }, value === undefined ? [] : [value], title, true);
  return { ...part, read: () => part.read()?.[0] };
}

/** @param {Schema[]} all @param {any} value @param {string} title @returns {FormPart} */
function alternativesPart(all, value, title) {
  let chosen = fittingAlternative(all, value);
  const partOf = (/** @type {any} */ one) => {
    const schema = all[chosen];
    if (schema.type === 'null') return { node: element('p', {}), read: () => null };
    return objectPart(schema, one, '');
  };
  let part = partOf(value);
  const select = /** @type {HTMLSelectElement} */ (
    element(
      'select',
      {},
      ...all.map((one, i) => element('option', { value: i, selected: i === chosen }, alternativeName(one))),
    )
  );
  select.addEventListener('change', () => {
    // What both have in common is carried over: the ends of an interval, a text.
    const before = part.read();
    chosen = Number(select.value);
    const { kind: _, applies: __, ...common } = before ?? {};
    const next = partOf(common);
    part.node.replaceWith(next.node);
    part = next;
    select.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const node = element(
    'div',
    { class: 'form-alternatives' },
    labelled(`${title} · ${say('kindOfValue')}`, select),
    part.node,
  );
  return { node, read: () => part.read() };
}

/** A value in words, for a reader: the properties by name. @param {unknown} value @returns {string} */
function describeValue(value) {
  if (value === null || value === undefined) return say('notStated');
  if (Array.isArray(value)) return value.map(describeValue).join('、');
  if (typeof value !== 'object') return sayValue(String(value));
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== undefined)
    .map(([name, one]) =>
      valueWords[`${name}=${one}`]
        ? sayValue(`${name}=${one}`)
        : `${sayValue(name).replace(/（.*/, '')} ${describeValue(one)}`,
    )
    .join(' · ');
}

/** A value as the plan writes it where that is known, else in words. @param {unknown} value */
function showValue(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.every(one => typeof one === 'string')) return value.join('；');
  if (Array.isArray(value) && value.length > 0 && value.every(one => one?.name))
    return value
      .map(({ name, alias, note }) => name + (alias ? `（${alias}）` : '') + (note ? `（${note}）` : ''))
      .join('、');
  const text = JSON.stringify(value);
  return (
    plan.values.find(([, known]) => JSON.stringify(known) === text)?.[0] ??
    describeValue(Array.isArray(value) && value.length === 0 ? null : value)
  );
}
