// The small inputs that lists are filtered by.

/** @param {string} label @param {string} value @param {readonly (readonly [value: string, text: string])[]} options @param {(value: string) => void} choose */
function filterSelect(label, value, options, choose) {
  const select = /** @type {HTMLSelectElement} */ (
    element(
      'select',
      { 'aria-label': label },
      ...options.map(([one, text]) => element('option', { value: one, selected: one === value }, text)),
    )
  );
  select.addEventListener('change', () => choose(select.value));
  return select;
}

/** @param {string} id @param {string} label @param {string} value @param {(value: string) => void} change */
function filterInput(id, label, value, change) {
  const input = /** @type {HTMLInputElement} */ (
    element('input', { id, type: 'search', 'aria-label': label, placeholder: label, autocomplete: 'off' })
  );
  input.value = value;
  for (const event of ['input', 'search']) input.addEventListener(event, () => change(input.value.trim()));
  return input;
}

/** @param {string} label @param {boolean} checked @param {(checked: boolean) => void} change */
function filterCheck(label, checked, change) {
  const input = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', checked }));
  input.addEventListener('change', () => change(input.checked));
  return element('label', { class: 'check' }, input, ` ${label}`);
}

/** @param {Iterable<string>} words */
const countWords = words => {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts];
};
