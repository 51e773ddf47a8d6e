// One value with everything that stands behind it: used in the findings and in the tasks.

/** Longer texts are cut for display; the rest is shown on demand. */
const longestShown = 1200;

/** Text of the document: isolated in direction, controls visible, cut where very long. @param {string} text */
function shownText(text) {
  const all = visibleText(text);
  if (all.length <= longestShown) return element('bdi', {}, all);
  const rest = element(
    'button',
    {
      type: 'button',
      class: 'link',
      title: say('whole'),
      onClick: (/** @type {Event} */ event) => {
        event.stopPropagation();
        whole.replaceChildren(all);
      },
    },
    say('more', { count: all.length - longestShown }),
  );
  const whole = element('bdi', {}, all.slice(0, longestShown), rest);
  return whole;
}

const severityShapes = { error: '■', warning: '▲', info: '●' };

/** A mark of severity: colour, shape and name. @param {'error' | 'warning' | 'info'} severity @param {boolean} [named] */
const severityMark = (severity, named = false) =>
  element(
    'span',
    { class: `severity ${severity}`, title: say(severity) },
    element('span', { 'aria-hidden': 'true' }, severityShapes[severity]),
    element('span', { class: named ? null : 'unseen' }, `${named ? ' ' : ''}${say(severity)}`),
  );

/** What came of a cell: its origin, or that its text gave no value. @param {number} task @param {number} field */
function originOf(task, field) {
  if (correctionOf(targetOf(task, field))) return 'corrected';
  if (task >= 0 && plan.tasks[task]?.unread.includes(field)) return 'unread';
  const cell = cellOf(task, field);
  return cell ? (plan.origins[cell[2]] ?? 'blank') : 'blank';
}

/** @param {string} origin */
const originMark = origin =>
  element(
    'span',
    { class: `origin ${origin}`, title: origin === 'unread' ? say('unread') : say(`origin.${origin}`) },
    element('span', { 'aria-hidden': 'true' }, say(`mark.${origin}`)),
    element('span', { class: 'unseen' }, origin === 'unread' ? say('unread') : say(`origin.${origin}`)),
  );

/** A value as people write it. @param {readonly [string | null, unknown] | null} entry */
function valueNode(entry) {
  if (!entry) return element('span', { class: 'none' }, say('notStated'));
  const [text, value] = entry;
  if (text !== null) return shownText(text);
  if (!Array.isArray(value)) return shownText(String(value));
  if (value.length === 1) return shownText(String(value[0]));
  return element('ol', { class: 'items' }, ...value.map(one => element('li', {}, shownText(String(one)))));
}

/** The value in force: corrected in this page, or as converted. @param {number} task @param {number} field */
function currentValue(task, field) {
  const correction = correctionOf(targetOf(task, field));
  return correction ? correction.set : (valueAt(task, field)?.[1] ?? null);
}

/** @param {number} task @param {number} field */
function currentNode(task, field) {
  const correction = correctionOf(targetOf(task, field));
  const parts = task < 0 ? undefined : plan.tasks[task]?.parts;
  if (!correction && parts?.some(part => part[field] !== undefined)) return partsNode(parts, field);
  if (!correction) return valueNode(valueAt(task, field));
  const { set } = correction;
  if (set === null || (Array.isArray(set) && set.length === 0)) return valueNode(null);
  const isTexts = typeof set === 'string' || (Array.isArray(set) && set.every(one => typeof one === 'string'));
  return valueNode(isTexts ? [null, set] : [showValue(set), set]);
}

/** A field that differs by row. @param {readonly Readonly<Record<number, number | null>>[]} parts @param {number} field */
const partsNode = (parts, field) =>
  element(
    'ol',
    { class: 'items', title: say('differs') },
    ...parts.map(part => element('li', {}, valueNode(plan.values[part[field] ?? -1] ?? null))),
  );

/** @param {string} name @param {...(Node | string | null | false)} what */
const factLine = (name, ...what) =>
  element('div', { class: 'fact' }, element('dt', {}, name), element('dd', {}, ...what));

/** Raw text, place, origin and notation of each cell behind a value. @param {number} task @param {number} field */
function cellFacts(task, field) {
  const cells =
    task < 0 ? [cellOf(task, field)] : (plan.tasks[task]?.rows ?? []).map(row => plan.rows[row]?.cells[field] ?? null);
  const facts = cells.flatMap(cell => (cell ? oneCellFacts(cell) : []));
  if (plan.tasks[task]?.unread.includes(field))
    facts.push(factLine(say('expected'), bilingual(/** @type {any} */ (fieldAt(task, field)).expected)));
  return element('dl', { class: 'facts' }, ...facts);
}

/** @param {CellData} cell */
function oneCellFacts([raw, notation, origin, from, ...spots]) {
  const text = plan.texts[raw] ?? '';
  const name = plan.origins[origin] ?? 'blank';
  const donor = plan.tasks[plan.rows[from]?.task ?? -1];
  const by = plan.notations[notation];
  return [
    factLine(say('raw'), text.trim() === '' ? say('blank') : shownText(text.trim())),
    spots.length > 0 && factLine(say('place'), spots.map(spot => plan.spots[spot]).join('  ')),
    factLine(say('origin'), say(`origin.${name}`), donor ? say('fromTask', { task: donor.label }) : null),
    text.trim() !== '' && factLine(say('notation'), by ? bilingual(by) : say('noNotation')),
  ].filter(fact => fact !== false);
}
