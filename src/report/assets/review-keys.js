// The keyboard: single keys where nothing is being written, and a sheet that lists them.

/** @type {readonly { keys: readonly string[], word: string, act: (key: string) => void }[]} */
const shortcuts = [
  { keys: ['n', 'p'], word: 'key.nextFinding', act: key => stepFinding(key === 'n' ? 1 : -1) },
  { keys: ['j', 'k'], word: 'key.nextTask', act: key => stepTask(key === 'j' ? 1 : -1) },
  { keys: ['f', 'b'], word: 'key.nextField', act: key => stepField(key === 'f' ? 1 : -1) },
  { keys: ['a'], word: 'key.accept', act: () => acceptCurrent() },
  { keys: ['c'], word: 'key.correct', act: () => startEditing(review.task, review.field) },
  { keys: ['u'], word: 'key.undo', act: () => undoCurrent() },
  { keys: ['/'], word: 'key.search', act: () => focusSearch() },
  { keys: ['1', '2', '3', '4'], word: 'key.panels', act: key => showPanel(panels[Number(key) - 1] ?? 'findings') },
  { keys: ['+', '-'], word: 'key.zoom', act: key => zoomSource(key === '+' ? 1 : -1) },
  { keys: ['e'], word: 'key.export', act: () => exportDecisions() },
  { keys: ['l'], word: 'key.language', act: () => switchLanguage() },
  { keys: ['?'], word: 'key.help', act: () => toggleHelp() },
];

/** Keys that are no single letters, for the sheet only. */
const otherKeys = [
  { keys: ['← → ↑ ↓'], word: 'key.source' },
  { keys: ['Ctrl+Enter', 'Esc'], word: 'key.save' },
];

function acceptCurrent() {
  if (review.finding < 0) return;
  acceptFinding(review.finding);
  focusCurrent();
}

function undoCurrent() {
  if (review.task < 0 && review.finding < 0 && review.field < 0) return;
  undoDecision(review.panel === 'tasks' ? -1 : review.finding, review.task, review.field);
  focusCurrent();
}

function focusSearch() {
  if (review.panel !== 'tasks') showPanel('findings');
  byId(review.panel === 'tasks' ? 'search-tasks' : 'search-findings').focus();
}

/** Back to what is chosen, in the panel that is shown. */
function focusCurrent() {
  const item = review.panel === 'tasks' ? currentField() : findingsList?.item(review.shown.indexOf(review.finding));
  item?.focus({ preventScroll: true });
  bringIntoView(item);
}

/** @param {KeyboardEvent} event */
function pressKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest('input:not([type=checkbox]), textarea, select')) {
    if (event.key !== 'Escape') return;
    // The browser would empty a search field.
    event.preventDefault();
    target.blur();
    return;
  }
  if (!review.shortcuts && event.key !== '?') return;
  const key = event.key === '=' ? '+' : event.key;
  const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
  if (!shortcut || (helpDialog().open && key !== '?')) return;
  event.preventDefault();
  shortcut.act(key);
}

/** @returns {HTMLDialogElement} */
const helpDialog = () => /** @type {any} */ (byId('help'));

function toggleHelp() {
  const dialog = helpDialog();
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

function drawHelp() {
  byId('help').replaceChildren(
    element('h2', { id: 'help-title' }, say('keys')),
    element(
      'table',
      {},
      element(
        'tbody',
        {},
        ...[...shortcuts, ...otherKeys].map(({ keys, word }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, ...keys.flatMap((key, i) => [i > 0 ? ' ' : '', element('kbd', {}, key)])),
            element('td', {}, say(word)),
          ),
        ),
      ),
    ),
    filterCheck(say('shortcuts'), review.shortcuts, on => {
      review.shortcuts = on;
      keepDecisions();
    }),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'button', onClick: () => toggleHelp() }, say('close')),
    ),
  );
}
