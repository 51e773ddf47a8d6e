// Correcting one value: a form that suits its field, or JSON; checked before it is taken.

/** @param {number} task @param {number} field */
const isEditing = (task, field) => review.editing?.task === task && review.editing.field === field;

/** @param {number} task @param {number} field */
function startEditing(task, field) {
  if (!fieldAt(task, field)) return;
  const correction = correctionOf(targetOf(task, field));
  review.editing = {
    task,
    field,
    draft: currentValue(task, field),
    reason: correction?.reason ?? say('reasonCorrected'),
    evidence: correction?.evidence ?? '',
  };
  redrawCell(task, field);
  const form = document.querySelector('.panel:not([hidden]) .editor');
  bringIntoView(form);
  /** @type {HTMLElement | null | undefined} */ (
    form?.querySelector('input:not([type=checkbox]), textarea, select')
  )?.focus();
}

function stopEditing() {
  const { editing } = review;
  review.editing = null;
  if (editing) redrawCell(editing.task, editing.field);
}

/** An empty list, or null: what stands for "nothing stated" of a field. @param {any} schema */
const nothingOf = schema => (schema.type === 'array' ? [] : null);

/** The tasks whose cell took its text over from this one: merged, or inferred. @param {number} task @param {number} field */
const copiesOf = (task, field) => [
  ...new Set(
    plan.rows.flatMap(({ task: other, cells }) =>
      other !== task && plan.rows[cells[field]?.[3] ?? -1]?.task === task ? [other] : [],
    ),
  ),
];

/** @param {number} task @param {number} field */
function editorNode(task, field) {
  const editing = review.editing;
  const spec = fieldAt(task, field);
  if (!editing || !spec) return null;
  const title = bilingual(spec.title);
  const problems = element('ul', { class: 'problems' });
  const json = /** @type {HTMLTextAreaElement} */ (
    element('textarea', { rows: 6, class: 'json', spellcheck: 'false', 'aria-label': say('asJson') })
  );
  const holder = element('div', { class: 'form' });
  /** @type {FormPart} */
  let part;
  const fromForm = () => {
    editing.draft = part.read() ?? null;
    json.value = JSON.stringify(editing.draft, null, 2);
    check();
  };
  const drawForm = () => {
    part = formPart(spec.schema, editing.draft, title);
    holder.replaceChildren(part.node);
  };
  const check = () => {
    const found = valueProblems(/** @type {any} */ (spec), editing.draft);
    problems.replaceChildren(
      ...found.map(({ path, zh, en }) => element('li', {}, `${wordPath(path)} ${bilingual({ zh, en })}`)),
    );
    return found.length === 0;
  };
  holder.addEventListener('input', fromForm);
  json.addEventListener('input', () => {
    try {
      editing.draft = JSON.parse(json.value);
      drawForm();
      check();
    } catch (error) {
      problems.replaceChildren(element('li', {}, `JSON: ${/** @type {Error} */ (error).message}`));
      editing.draft = undefined;
    }
  });
  drawForm();
  json.value = JSON.stringify(editing.draft, null, 2);
  const reason = /** @type {HTMLInputElement} */ (element('input', { type: 'text', autocomplete: 'off' }));
  reason.value = editing.reason;
  reason.addEventListener('input', () => {
    editing.reason = reason.value;
  });
  const evidence = /** @type {HTMLInputElement} */ (element('input', { type: 'text', autocomplete: 'off' }));
  evidence.value = editing.evidence;
  evidence.addEventListener('input', () => {
    editing.evidence = evidence.value;
  });

  const copies = copiesOf(task, field);
  const alike = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', checked: copies.length > 0 }));

  const save = () => {
    if (editing.draft === undefined || !check()) return;
    if (reason.value.trim() === '') {
      problems.replaceChildren(element('li', {}, say('reasonNeeded')));
      reason.focus();
      return;
    }
    review.editing = null;
    for (const each of [task, ...(alike.checked ? copies : [])])
      correctValue(each, field, editing.draft, reason.value.trim(), evidence.value.trim());
    focusCurrent();
  };
  return element(
    'form',
    {
      class: 'editor',
      'aria-label': `${say('correct')} ${targetOf(task, field)}`,
      onSubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        save();
      },
      onKeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else if (event.key === 'Escape') {
          stopEditing();
          focusCurrent();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
    holder,
    element('details', {}, element('summary', {}, say('asJson')), json),
    copies.length > 0 &&
      element(
        'label',
        { class: 'check' },
        alike,
        ` ${say('copies', { tasks: copies.map(one => plan.tasks[one]?.label).join('、') })}`,
      ),
    labelled(say('reason'), reason),
    labelled(say('evidence'), evidence),
    element('div', { role: 'alert' }, problems),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'main' }, say('save')),
      element(
        'button',
        {
          type: 'button',
          onClick: () => {
            editing.draft = nothingOf(spec.schema);
            drawForm();
            fromForm();
          },
        },
        say('setNull'),
      ),
      element(
        'button',
        {
          type: 'button',
          onClick: () => {
            stopEditing();
            focusCurrent();
          },
        },
        say('cancel'),
      ),
    ),
  );
}

/** `/tiers/2/min` in words. @param {string} path */
const wordPath = path =>
  path
    .split('/')
    .filter(step => step !== '')
    .map(step => sayValue(step).replace(/（.*/, ''))
    .join(' › ');
