// Tasks: each field's value as people write it, with what stands behind it.

/** @type {LazyList | null} */
let tasksList = null;
/** The plan's own properties stand first, as item 0. */
const headItem = 1;

function drawTasks() {
  const { taskFilter } = review;
  const change = (/** @type {Partial<typeof taskFilter>} */ to) => {
    Object.assign(taskFilter, to);
    listTasks();
  };
  byId('panel-tasks').replaceChildren(
    element('h2', { class: 'unseen' }, say('tasks')),
    element(
      'div',
      { class: 'filters', role: 'search', 'aria-label': say('searchTasks') },
      filterInput('search-tasks', say('searchTasks'), taskFilter.text, text => change({ text })),
      filterCheck(say('withFindings'), taskFilter.withFindings, withFindings => change({ withFindings })),
      element('span', { id: 'tasks-count', class: 'quiet', role: 'status' }),
      element(
        'span',
        { class: 'legend', role: 'group', 'aria-label': say('legend') },
        ...['read', 'merged', 'inferred', 'corrected', 'blank', 'unread'].map(origin =>
          element('span', {}, originMark(origin), ` ${origin === 'unread' ? say('unread') : say(`origin.${origin}`)}`),
        ),
      ),
    ),
    element('div', { id: 'tasks' }),
  );
  listTasks();
}

/** @param {number} task */
function textOfTask(task) {
  const { label, rows } = /** @type {import('../review/data.ts').TaskData} */ (plan.tasks[task]);
  const cells = rows.flatMap(row => Object.values(plan.rows[row]?.cells ?? {}));
  return `${label}\n${cells.map(([raw]) => plan.texts[raw]).join('\n')}`.toLowerCase();
}

function listTasks() {
  const { text, withFindings } = review.taskFilter;
  const wanted = text.toLowerCase();
  // A number is that of a task, where there is one.
  const numbered = plan.tasks.some(({ label }) => label === wanted);
  const isWanted = (/** @type {number} */ task) =>
    numbered ? plan.tasks[task]?.label === wanted : textOfTask(task).includes(wanted);
  const flagged = new Set(plan.findings.map(({ task }) => task));
  review.shownTasks = plan.tasks.flatMap((_, task) =>
    (!withFindings || flagged.has(task)) && (wanted === '' || isWanted(task)) ? [task] : [],
  );
  byId('tasks-count').textContent = say('shown', { shown: review.shownTasks.length, all: plan.tasks.length });
  tasksList = lazyList(
    byId('tasks'),
    review.shownTasks.length + headItem,
    () => 330,
    at => (at < headItem ? headNode() : taskNode(review.shownTasks[at - headItem] ?? 0)),
    20,
  );
}

const headNode = () =>
  element(
    'li',
    { class: 'task head', 'data-task': -1 },
    element('h3', {}, say('plan')),
    element('table', {}, element('tbody', {}, ...plan.head.map((_, field) => fieldNode(-1, field)))),
  );

/** @param {number} task */
function taskNode(task) {
  const { label, name, rows } = /** @type {import('../review/data.ts').TaskData} */ (plan.tasks[task]);
  const present = plan.fields.flatMap((_, field) =>
    rows.some(row => plan.rows[row]?.cells[field]) || valueAt(task, field) ? [field] : [],
  );
  return element(
    'li',
    { class: 'task', 'data-task': task },
    element(
      'h3',
      {},
      element('span', { class: 'number' }, label),
      ' ',
      name === null ? element('span', { class: 'none' }, say('notStated')) : shownText(name),
    ),
    element('table', {}, element('tbody', {}, ...present.map(field => fieldNode(task, field)))),
  );
}

/** @param {number} task @param {number} field */
function fieldNode(task, field) {
  const spec = /** @type {import('../review/data.ts').FieldData} */ (fieldAt(task, field));
  const chosen = task === review.task && field === review.field;
  const found = findingsOn(task, field);
  const gravest = plan.findings[found[0] ?? -1];
  const select = () => selectCell(task, field, { panel: 'tasks' });
  const raw = plan.texts[cellOf(task, field)?.[0] ?? -1] ?? '';
  const shown = valueAt(task, field);
  const asRaw = shown !== null && plain(raw) === plain(shown[0] ?? [shown[1]].flat().join(''));
  const row = element(
    'tr',
    {
      class: 'field',
      'data-field': field,
      'aria-current': chosen ? 'true' : null,
      tabindex: -1,
      onClick: (/** @type {MouseEvent} */ event) => {
        if (
          !(
            /** @type {HTMLElement} */ (event.target).closest(
              'a, button, input, select, textarea, summary, label, .chosen',
            )
          )
        )
          select();
      },
    },
    element(
      'th',
      { scope: 'row' },
      element(
        'button',
        { type: 'button', class: 'link', 'aria-expanded': String(chosen), onClick: select },
        visibleText(bilingual(spec.title)),
      ),
    ),
    element('td', { class: 'mark' }, originMark(originOf(task, field))),
    element(
      'td',
      { class: 'value' },
      currentNode(task, field),
      task >= 0 && !asRaw && !chosen && raw.trim() !== '' && element('div', { class: 'raw' }, shownText(raw.trim())),
      chosen && chosenField(task, field, found),
    ),
    element(
      'td',
      { class: 'flags' },
      gravest && severityMark(gravest.severity),
      found.length > 1 && element('span', { class: 'quiet' }, String(found.length)),
    ),
  );
  return row;
}

/** Without what conversion only folds: white space, width of punctuation, marks between items. @param {string} text */
const plain = text => text.normalize('NFKC').replace(/[\s;；。、,，.]|\d+(?=[.、．])/g, '');

/** @param {number} task @param {number} field @param {readonly number[]} found */
const chosenField = (task, field, found) =>
  element(
    'div',
    { class: 'chosen' },
    cellFacts(task, field),
    ...found.map(index => {
      const { severity, message, code } = /** @type {FindingData} */ (plan.findings[index]);
      return element(
        'p',
        { class: 'message' },
        severityMark(severity),
        ' ',
        element('button', { type: 'button', class: 'link', onClick: () => selectFinding(index) }, code),
        ' ',
        shownText(plan.texts[message[review.language === 'zh' ? 0 : 1]] ?? ''),
      );
    }),
    isEditing(task, field)
      ? editorNode(task, field)
      : actionsNode(
          task,
          field,
          found.length === 1 ? (found[0] ?? -1) : -1,
          found.flatMap(index => plan.findings[index]?.proposals ?? []),
          targetOf(task, field),
        ),
  );

/** Chooses a value, and shows its place in the source. @param {number} task @param {number} field @param {{ panel?: string, fromSource?: boolean }} [how] */
function selectCell(task, field, { panel = review.panel, fromSource = false } = {}) {
  const [before, findingBefore] = [review.task, review.finding];
  if (review.editing && !isEditing(task, field)) review.editing = null;
  review.task = task;
  review.field = field;
  review.finding = findingsOn(task, field)[0] ?? -1;
  showPanel(panel);
  if (task >= 0 && !review.shownTasks.includes(task)) {
    Object.assign(review.taskFilter, { text: '', withFindings: false });
    drawTasks();
  }
  if (before !== task) redrawTask(before);
  redrawTask(task);
  redrawFinding(findingBefore);
  redrawFinding(review.finding);
  const row = currentField();
  if (!fromSource) row?.focus({ preventScroll: true });
  bringIntoView(row);
  markSource(spotsOf(cellOf(task, field) ?? []), !fromSource);
}

/** @param {number} task */
const itemOf = task => (task < 0 ? 0 : review.shownTasks.indexOf(task) + headItem);

/** @param {number} task */
const redrawTask = task => {
  if (task < 0 || review.shownTasks.includes(task)) tasksList?.redraw(itemOf(task));
};

/** @returns {HTMLElement | null} */
const currentField = () =>
  tasksList?.item(itemOf(review.task))?.querySelector(`[data-field="${review.field}"]`) ?? null;

/** @param {number} by */
function stepTask(by) {
  showPanel('tasks');
  const { shownTasks, task } = review;
  if (shownTasks.length === 0) return;
  const at = shownTasks.indexOf(task);
  const next = at < 0 ? 0 : Math.min(shownTasks.length - 1, Math.max(0, at + by));
  const item = shownTasks[next] ?? 0;
  const name = plan.fields.findIndex(({ name }) => name === 'name');
  selectCell(item, Math.max(0, name), { panel: 'tasks' });
  bringIntoView(tasksList?.item(itemOf(item)), 'start');
}

/** @param {number} by */
function stepField(by) {
  if (review.panel !== 'tasks') showPanel('tasks');
  const here = currentField();
  const rows = [...(here?.parentElement?.children ?? [])];
  const next = /** @type {HTMLElement | undefined} */ (rows[rows.indexOf(/** @type {Element} */ (here)) + by]);
  if (next) selectCell(review.task, Number(next.dataset.field), { panel: 'tasks' });
}
