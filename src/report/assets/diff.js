// Filters of the comparison page. Without this script the page shows everything.
function addDiffFilters() {
  const { total, groups, fields, rules, words } = pageData();
  const entries = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.entry')]);
  const chosen = { group: '', field: '', rule: '', text: '' };

  /**
   * @param {HTMLElement} entry
   * @param {string} list
   * @param {string} value
   */
  const has = (entry, list, value) => value === '' || JSON.parse(entry.dataset[list] ?? '[]').includes(value);

  const status = element('span', { role: 'status' });

  function filter() {
    let shown = 0;
    for (const entry of entries) {
      const fits =
        has(entry, 'groups', chosen.group) &&
        has(entry, 'fields', chosen.field) &&
        has(entry, 'rules', chosen.rule) &&
        (entry.textContent ?? '').includes(chosen.text);
      entry.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = words.shown.replace('{shown}', String(shown)).replace('{total}', String(total));
  }

  const buttons = [{ value: '', text: words.all }, ...groups].map(({ value, text }) =>
    element(
      'button',
      {
        type: 'button',
        'aria-pressed': String(value === ''),
        'data-group': value,
        onClick: () => {
          chosen.group = value;
          for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.group === value));
          filter();
        },
      },
      text,
    ),
  );

  /**
   * @param {'field' | 'rule'} name
   * @param {{ value: string, text: string }[]} options
   */
  const select = (name, options) =>
    options.length > 0 &&
    element(
      'label',
      {},
      `${words[name]} `,
      element(
        'select',
        {
          name,
          onChange: event => {
            chosen[name] = event.target.value;
            filter();
          },
        },
        ...[{ value: '', text: words.all }, ...options].map(({ value, text }) => element('option', { value }, text)),
      ),
    );

  if (entries.length > 0) {
    document.getElementById('filters')?.append(
      element('span', { role: 'group', 'aria-label': words.show, class: 'groups' }, ...buttons),
      ...[select('field', fields), select('rule', rules)].filter(made => made !== false),
      element(
        'label',
        {},
        `${words.search} `,
        element('input', {
          type: 'search',
          name: 'text',
          onInput: event => {
            chosen.text = event.target.value.trim();
            filter();
          },
        }),
      ),
      status,
    );
    filter();
  }
}
addDiffFilters();
