// Findings: the gravest first, filtered, each with what can be done about it.

/** @type {LazyList | null} */
let findingsList = null;

/** @param {FindingData} finding */
function passes(finding) {
  const { severities, code, field, task, text, open } = review.filter;
  const address = plan.tasks[finding.task]?.label ?? '';
  return (
    severities.has(finding.severity) &&
    (code === '' || finding.code === code) &&
    (field === '' || String(finding.field) === field) &&
    (task === '' || address === task || address === `#${task}`) &&
    (!open || decisionOn(finding) === null) &&
    (text === '' || textOfFinding(finding).includes(text.toLowerCase()))
  );
}

/** What a search looks in. @param {FindingData} finding */
const textOfFinding = ({ target, code, message, raw, task }) =>
  [target, code, plan.texts[message[0]], plan.texts[message[1]], plan.texts[raw ?? -1], plan.tasks[task]?.name]
    .join('\n')
    .toLowerCase();

function drawFindings() {
  const { filter } = review;
  const change = (/** @type {Partial<typeof filter>} */ to) => {
    Object.assign(filter, to);
    listFindings();
  };
  const codes = countWords(plan.findings.map(({ code }) => code)).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = plan.fields.flatMap((field, i) =>
    plan.findings.some(one => one.task >= 0 && one.field === i)
      ? [/** @type {const} */ ([String(i), bilingual(field.title)])]
      : [],
  );
  byId('panel-findings').replaceChildren(
    element('h2', { class: 'unseen' }, say('findings')),
    element(
      'div',
      { class: 'filters', role: 'search', 'aria-label': say('searchFindings') },
      .../** @type {const} */ (['error', 'warning', 'info']).map(severity => {
        const count = plan.findings.filter(one => one.severity === severity).length;
        const pressed = filter.severities.has(severity);
        const toggle = (/** @type {Event} */ event) => {
          if (!filter.severities.delete(severity)) filter.severities.add(severity);
          /** @type {HTMLElement} */ (event.currentTarget).setAttribute(
            'aria-pressed',
            String(filter.severities.has(severity)),
          );
          listFindings();
        };
        return element(
          'button',
          { type: 'button', class: 'chip', 'aria-pressed': String(pressed), 'data-filter': severity, onClick: toggle },
          severityMark(severity, true),
          ` ${count}`,
        );
      }),
      filterSelect(
        say('code'),
        filter.code,
        [['', say('allCodes')], ...codes.map(([code, count]) => /** @type {const} */ ([code, `${code} (${count})`]))],
        code => change({ code }),
      ),
      filterSelect(say('field'), filter.field, [['', say('allFields')], ...fields], field => change({ field })),
      filterInput('filter-task', say('taskFilter'), filter.task, task => change({ task: task.replace(/^#/, '') })),
      filterInput('search-findings', say('searchFindings'), filter.text, text => change({ text })),
      filterCheck(say('openOnly'), filter.open, open => change({ open })),
      element('span', { id: 'findings-count', class: 'quiet', role: 'status' }),
    ),
    element('div', { id: 'findings' }),
  );
  listFindings();
}

function listFindings() {
  review.shown = plan.findings.flatMap((finding, index) => (passes(finding) ? [index] : []));
  byId('findings-count').textContent = say('shown', { shown: review.shown.length, all: plan.findings.length });
  const host = byId('findings');
  findingsList = lazyList(
    host,
    review.shown.length,
    () => 62,
    at => findingNode(review.shown[at] ?? 0),
  );
  if (review.shown.length === 0)
    host.replaceChildren(element('p', { class: 'quiet' }, say(plan.findings.length === 0 ? 'noFindings' : 'nothing')));
}

/** @param {number} index */
function findingNode(index) {
  const finding = /** @type {FindingData} */ (plan.findings[index]);
  const { severity, code, task, field, target, message } = finding;
  const chosen = index === review.finding;
  const decision = decisionOn(finding);
  const spec = fieldAt(task, field);
  const name = plan.tasks[task]?.name;
  const item = element(
    'li',
    {
      class: `finding ${severity} ${decision ?? ''}`,
      'data-finding': index,
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
          selectFinding(index);
      },
    },
    element(
      'div',
      { class: 'finding-head' },
      severityMark(severity),
      element(
        'button',
        { type: 'button', class: 'link address', 'aria-expanded': String(chosen), onClick: () => selectFinding(index) },
        visibleText(task < 0 && field < 0 ? say('plan') : target),
      ),
      spec && element('span', { class: 'field-name' }, bilingual(spec.title)),
      name && element('span', { class: 'task-name' }, shownText(name)),
      element('code', {}, code),
      decision && element('span', { class: 'state' }, `✓ ${say(decision)}`),
    ),
    element('p', { class: 'message' }, shownText(plan.texts[message[review.language === 'zh' ? 0 : 1]] ?? '')),
  );
  if (chosen) item.append(chosenFinding(finding, index));
  return item;
}

/** What can be done about a finding. @param {FindingData} finding @param {number} index */
function chosenFinding({ task, field, hint, spots, target, proposals, cause }, index) {
  const spec = fieldAt(task, field);
  const words = plan.texts[hint[review.language === 'zh' ? 0 : 1]] ?? '';
  return element(
    'div',
    { class: 'chosen' },
    element('p', { class: 'hint' }, '→ ', shownText(words)),
    cause && element('p', { class: 'hint' }, `${say(`cause.${cause.in}`)}: `, shownText(bilingual(cause.evidence))),
    spec
      ? element(
          'div',
          { class: 'reading' },
          element(
            'dl',
            { class: 'facts' },
            factLine(say('value'), originMark(originOf(task, field)), ' ', currentNode(task, field)),
          ),
          cellFacts(task, field),
        )
      : spots.length > 0 &&
          element('dl', { class: 'facts' }, factLine(say('place'), spots.map(spot => plan.spots[spot]).join('  '))),
    isEditing(task, field) && spec ? editorNode(task, field) : actionsNode(task, field, index, proposals, target),
  );
}

/**
 * Buttons for a value or a finding on it. `index`: the finding, -1 for none.
 * @param {number} task @param {number} field @param {number} index
 * @param {FindingData['proposals']} proposals @param {string} target
 */
function actionsNode(task, field, index, proposals, target) {
  const finding = plan.findings[index];
  const decided = finding ? decisionOn(finding) : correctionOf(target) ? 'corrected' : null;
  const take = (/** @type {FindingData['proposals'][number]} */ { label, set }) => {
    const value = set === null ? nothingOf(/** @type {any} */ (fieldAt(task, field)).schema) : plan.values[set]?.[1];
    correctValue(task, field, value, bilingual(label));
    focusCurrent();
  };
  const button = (/** @type {string} */ text, /** @type {() => void} */ act, /** @type {string} */ key = '') =>
    element('button', { type: 'button', onClick: act, 'data-action': key || null }, text);
  return element(
    'div',
    { class: 'buttons' },
    ...proposals.map(proposal => {
      const value = plan.values[proposal.set ?? -1]?.[1];
      const shown = value === undefined || Array.isArray(value) ? '' : showValue(value);
      return element(
        'button',
        { type: 'button', class: 'proposal', onClick: () => take(proposal) },
        bilingual(proposal.label),
        shown &&
          element('span', { class: 'quiet' }, ` ${visibleText(shown.length > 40 ? `${shown.slice(0, 40)}…` : shown)}`),
      );
    }),
    fieldAt(task, field) ? button(say('correct'), () => startEditing(task, field), 'correct') : null,
    finding && decided !== 'accepted'
      ? button(
          say('accept'),
          () => {
            acceptFinding(index);
            focusCurrent();
          },
          'accept',
        )
      : null,
    decided
      ? button(
          say('undo'),
          () => {
            undoDecision(index, task, field);
            focusCurrent();
          },
          'undo',
        )
      : null,
    finding && task >= 0 ? button(say('toTask'), () => selectCell(task, Math.max(0, field), { panel: 'tasks' })) : null,
  );
}

/** Chooses a finding, and shows its place in the source. @param {number} index @param {{ fromSource?: boolean }} [from] */
function selectFinding(index, { fromSource = false } = {}) {
  const finding = plan.findings[index];
  if (!finding) return;
  const [before, taskBefore] = [review.finding, review.task];
  if (review.editing && !isEditing(finding.task, finding.field)) review.editing = null;
  review.finding = index;
  review.task = finding.task;
  review.field = finding.field;
  showPanel('findings');
  if (!review.shown.includes(index)) {
    // What is asked for is shown, whatever the filters say.
    Object.assign(review.filter, {
      severities: new Set(['error', 'warning', 'info']),
      code: '',
      field: '',
      task: '',
      text: '',
      open: false,
    });
    drawFindings();
  }
  redrawFinding(before);
  redrawFinding(index);
  redrawTask(taskBefore);
  redrawTask(finding.task);
  const item = findingsList?.item(review.shown.indexOf(index));
  if (!fromSource) item?.focus({ preventScroll: true });
  bringIntoView(item);
  const cell = cellOf(finding.task, finding.field);
  markSource(finding.spots.length > 0 ? finding.spots : cell ? spotsOf(cell) : [], !fromSource);
  announce(say('announceFinding', { at: review.shown.indexOf(index) + 1, all: review.shown.length }));
}

/** @param {number} index */
const redrawFinding = index => {
  const at = review.shown.indexOf(index);
  if (at >= 0) findingsList?.redraw(at);
};

/** @param {number} by */
function stepFinding(by) {
  const { shown, finding } = review;
  if (shown.length === 0) return;
  const at = shown.indexOf(finding);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
  selectFinding(shown[next] ?? 0);
}
