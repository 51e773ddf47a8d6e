// Puts the page together.

const panels = ['findings', 'tasks', 'overview', 'decisions'];
/** In which order they are printed. */
const panelsInPrint = ['overview', 'findings', 'decisions', 'tasks'];
/** What draws each panel, when it is first shown. @type {Record<string, () => void>} */
const drawPanel = { findings: drawFindings, tasks: drawTasks, overview: drawOverview, decisions: drawDecisions };
/** @type {Set<string>} */
const drawn = new Set();

/** @param {string} text */
const announce = text => {
  byId('status').textContent = text;
};

/** @param {string} name */
function showPanel(name) {
  const changed = review.panel !== name;
  review.panel = name;
  for (const panel of panels) {
    const tab = byId(`tab-${panel}`);
    tab.setAttribute('aria-selected', String(panel === name));
    tab.tabIndex = panel === name ? 0 : -1;
    byId(`panel-${panel}`).hidden = panel !== name;
  }
  if (!drawn.has(name) || name === 'decisions') {
    drawn.add(name);
    drawPanel[name]?.();
  } else if (changed) redrawCell(review.task, review.field);
}

/** Makes anew everything that shows a value: its task, and the findings on it. @param {number} task @param {number} field */
function redrawCell(task, field) {
  redrawTask(task);
  const target = targetOf(task, field);
  for (const [index, finding] of plan.findings.entries())
    if (finding.target === target || index === review.finding) redrawFinding(index);
}

function drawBar() {
  const { source, tasks } = plan;
  const made = review.corrections.length + review.waivers.length;
  byId('bar').replaceChildren(
    element(
      'div',
      { class: 'title' },
      element('h1', {}, shownText(plan.title)),
      element(
        'p',
        { class: 'quiet' },
        shownText(source.name),
        ` · ${source.format} · `,
        source.pages === null ? '' : `${say('pages', { pages: source.pages })} · `,
        say('counts', { tasks: tasks.length }),
        .../** @type {const} */ (['error', 'warning', 'info']).flatMap(severity => [
          ' · ',
          severityMark(severity, true),
          ` ${plan.findings.filter(one => one.severity === severity).length}`,
        ]),
      ),
    ),
    element(
      'div',
      { class: 'buttons' },
      review.kept ? null : element('span', { class: 'stale' }, `⚠ ${say('notKept')}`),
      element(
        'button',
        { type: 'button', class: made > 0 ? 'main' : '', onClick: exportDecisions, disabled: made === 0 },
        `${say('export')} (${made})`,
      ),
      element('button', { type: 'button', onClick: () => toggleHelp() }, `${say('keys')} `, element('kbd', {}, '?')),
      element(
        'button',
        { type: 'button', lang: review.language === 'zh' ? 'en' : 'zh-CN', onClick: () => switchLanguage() },
        say('switchLanguage'),
      ),
    ),
  );
  for (const panel of panels) {
    const count = { findings: plan.findings.length, tasks: tasks.length, overview: 0, decisions: made }[panel] ?? 0;
    byId(`tab-${panel}`).textContent = count > 0 ? `${say(panel)} ${count}` : say(panel);
  }
}

function switchLanguage() {
  review.language = review.language === 'zh' ? 'en' : 'zh';
  drawAll();
  focusCurrent();
}

function drawAll() {
  document.documentElement.lang = review.language === 'zh' ? 'zh-CN' : 'en';
  byId('skip').textContent = say('skip');
  byId('tabs').setAttribute('aria-label', say('panels'));
  drawBar();
  drawHelp();
  drawSource();
  // The tasks and the findings know of each other; what is hidden is made when it is asked for.
  for (const panel of drawn) drawPanel[panel]?.();
  const finding = plan.findings[review.finding];
  markSource(finding?.spots ?? spotsOf(cellOf(review.task, review.field) ?? []));
}

/** Arrow keys among the tabs. @param {KeyboardEvent} event */
function moveInTabs(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const next =
    panels[(panels.findIndex(panel => byId(`tab-${panel}`) === event.target) + by + panels.length) % panels.length] ??
    'findings';
  showPanel(next);
  byId(`tab-${next}`).focus();
}

/** Everything is made before it is printed; the source is left out, the reader has it. */
function prepareForPrint() {
  for (const panel of panels) {
    if (drawn.has(panel)) continue;
    drawn.add(panel);
    drawPanel[panel]?.();
  }
  findingsList?.fill();
  tasksList?.fill();
}

byId('review').append(
  element('a', { id: 'skip', href: '#tabs' }),
  element('header', { id: 'bar' }),
  element(
    'main',
    {},
    element(
      'section',
      { id: 'source' },
      element('div', { id: 'source-bar' }),
      element('div', {
        id: 'source-view',
        tabindex: 0,
        role: 'region',
        onKeydown: moveInSource,
        onClick: (/** @type {Event} */ event) => {
          const spot = /** @type {HTMLElement} */ (event.target).closest('[data-linked]');
          if (spot) chooseSpot(Number(/** @type {HTMLElement} */ (spot).dataset.spot));
        },
      }),
    ),
    element(
      'section',
      { id: 'reading' },
      element(
        'div',
        { id: 'tabs', role: 'tablist', onKeydown: moveInTabs },
        ...panels.map(panel =>
          element('button', {
            type: 'button',
            id: `tab-${panel}`,
            role: 'tab',
            'aria-controls': `panel-${panel}`,
            onClick: () => showPanel(panel),
          }),
        ),
      ),
      ...panelsInPrint.map(panel =>
        element('div', {
          id: `panel-${panel}`,
          class: 'panel',
          role: 'tabpanel',
          tabindex: 0,
          'aria-labelledby': `tab-${panel}`,
          hidden: true,
        }),
      ),
    ),
  ),
  element('div', { id: 'status', role: 'status', class: 'unseen' }),
  element('dialog', { id: 'help', 'aria-labelledby': 'help-title' }),
);
restoreDecisions();
drawAll();
showPanel('findings');
document.addEventListener('keydown', pressKey);
addEventListener('beforeprint', prepareForPrint);
// Another window of the same document has decided something.
addEventListener('storage', ({ key }) => {
  if (key !== storageKey) return;
  restoreDecisions();
  drawAll();
});
