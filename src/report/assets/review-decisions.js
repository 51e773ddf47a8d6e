// Corrections and waivers: made in the page, kept in the browser, exported as a corrections file.

/** @param {number} task @param {number} field @param {unknown} set @param {string} reason @param {string} [evidence] */
function correctValue(task, field, set, reason, evidence = '') {
  const target = targetOf(task, field);
  const correction = {
    target,
    ...(plan.position !== null && { plan: plan.position }),
    expect: textBehind(task, field),
    set,
    reason,
    ...(review.by !== '' && { by: review.by }),
    date: today(),
    ...(evidence !== '' && { evidence }),
  };
  review.corrections = [...review.corrections.filter(one => one.target !== target || !isOfThisPlan(one)), correction];
  decided(task, field);
}

/** Accepts a finding as it is; the same key again takes it back. @param {number} index */
function acceptFinding(index) {
  const finding = plan.findings[index];
  if (!finding || waiverOf(finding)) return;
  const { target, code, fingerprint } = finding;
  const who = review.by === '' ? {} : { by: review.by };
  review.waivers = [
    ...review.waivers.filter(one => !isSameFinding(one, finding)),
    { target, code, fingerprint, reason: say('reasonAccepted'), ...who, date: today() },
  ];
  decided(finding.task, finding.field);
}

/** Takes back what was decided on a finding, or on a value. @param {number} index -1: only the value @param {number} task @param {number} field */
function undoDecision(index, task, field) {
  const finding = plan.findings[index];
  review.waivers = review.waivers.filter(one => !finding || !isSameFinding(one, finding));
  const target = finding ? finding.target : targetOf(task, field);
  review.corrections = review.corrections.filter(one => one.target !== target || !isOfThisPlan(one));
  decided(task, field);
}

/** Keeps what was decided and shows it everywhere. @param {number} task @param {number} field */
function decided(task, field) {
  keepDecisions();
  redrawCell(task, field);
  drawBar();
  if (review.panel === 'decisions') drawDecisions();
}

/** Does an entry fit the plan of this page? @param {any} entry */
function fits(entry) {
  if (entry.fingerprint) return plan.findings.some(one => isSameFinding(one, entry));
  if (!isOfThisPlan(entry)) return true;
  const at = placeOfTarget(entry.target);
  return (
    at !== null &&
    (entry.expect.startsWith('sha256:') || foldSpace(textBehind(at.task, at.field)) === foldSpace(entry.expect))
  );
}

/** Texts are compared without white space and width: what a replay folds besides never decides. @param {string} text */
const foldSpace = text => text.normalize('NFKC').replace(/\s/g, '');

/** @param {string} target @returns {{ task: number, field: number } | null} */
function placeOfTarget(target) {
  const dot = target.indexOf('.');
  const [owner, name] = [target.slice(0, dot), target.slice(dot + 1)];
  const task = owner === 'plan' ? -1 : plan.tasks.findIndex((one, i) => one.address === owner || `#${i + 1}` === owner);
  const field = (owner === 'plan' ? plan.head : plan.fields).findIndex(one => one.name === name);
  return field < 0 || (task < 0 && owner !== 'plan') ? null : { task, field };
}

/** An input for one property of an entry; what is written is kept at once. @param {any} entry @param {string} name @param {string} [type] */
function entryInput(entry, name, type = 'text') {
  const input = /** @type {HTMLInputElement} */ (element('input', { type, autocomplete: 'off' }));
  input.value = entry[name] ?? '';
  input.addEventListener('input', () => {
    if (input.value.trim() === '' && name !== 'reason') delete entry[name];
    else entry[name] = input.value.trim();
    input.toggleAttribute('aria-invalid', name === 'reason' && input.value.trim() === '');
    keepDecisions();
    drawExport();
  });
  return labelled(say(name), input);
}

/** @param {any} entry @param {'corrections' | 'waivers'} list */
function entryNode(entry, list) {
  const place = isOfThisPlan(entry) ? placeOfTarget(entry.target) : null;
  const finding = plan.findings.findIndex(one => isSameFinding(one, entry));
  const remove = () => {
    review[list] = /** @type {any} */ (review[list].filter(one => one !== entry));
    keepDecisions();
    if (place) redrawCell(place.task, place.field);
    drawBar();
    drawDecisions();
  };
  const show = () => {
    if (finding >= 0) selectFinding(finding);
    else if (place) selectCell(place.task, place.field, { panel: 'tasks' });
  };
  const known = finding >= 0 || place !== null;
  return element(
    'li',
    { class: `decision ${list}` },
    element(
      'div',
      { class: 'decision-head' },
      element(
        known ? 'button' : 'span',
        known ? { type: 'button', class: 'link address', onClick: show } : { class: 'address' },
        visibleText(entry.target),
      ),
      entry.code && element('code', {}, visibleText(entry.code)),
      !isOfThisPlan(entry) && element('span', { class: 'quiet' }, say('otherPlan', { plan: entry.plan })),
      !fits(entry) && element('span', { class: 'stale' }, `⚠ ${say('stale')}`),
      element(
        'button',
        {
          type: 'button',
          class: 'remove',
          onClick: remove,
          'aria-label': `${say('remove')} ${visibleText(entry.target)}`,
        },
        say('remove'),
      ),
    ),
    list === 'corrections' &&
      element(
        'p',
        {},
        `${say('raw')} `,
        entry.expect.trim() === '' ? say('blank') : shownText(entry.expect.trim()),
        ` → ${say('becomes')} `,
        element('strong', {}, shownText(showValue(entry.set))),
      ),
    element(
      'div',
      { class: 'entry-form' },
      entryInput(entry, 'reason'),
      entryInput(entry, 'by'),
      entryInput(entry, 'date', 'date'),
      list === 'corrections' ? entryInput(entry, 'evidence') : entryInput(entry, 'until', 'date'),
    ),
  );
}

function drawDecisions() {
  const by = /** @type {HTMLInputElement} */ (element('input', { type: 'text', autocomplete: 'name' }));
  by.value = review.by;
  by.addEventListener('input', () => {
    review.by = by.value.trim();
    keepDecisions();
  });
  const { corrections, waivers } = review;
  const lists = [
    corrections.length > 0 && element('h3', {}, `${say('corrections')} (${corrections.length})`),
    corrections.length > 0 &&
      element('ul', { class: 'decisions' }, ...corrections.map(one => entryNode(one, 'corrections'))),
    waivers.length > 0 && element('h3', {}, `${say('waivers')} (${waivers.length})`),
    waivers.length > 0 && element('ul', { class: 'decisions' }, ...waivers.map(one => entryNode(one, 'waivers'))),
  ];
  const none = corrections.length + waivers.length === 0;
  byId('panel-decisions').replaceChildren(
    element('h2', {}, say('decisions')),
    element('div', { class: 'who' }, labelled(say('yourName'), by)),
    ...(none ? [element('p', { class: 'quiet' }, say('noDecisions'))] : lists.filter(node => node !== false)),
    none
      ? ''
      : element(
          'p',
          { class: 'export' },
          element('button', { type: 'button', class: 'main', onClick: exportDecisions }, say('export')),
          ` ${say('exportHint')}`,
        ),
    none
      ? ''
      : element('details', {}, element('summary', {}, say('preview')), element('pre', { id: 'preview', tabindex: 0 })),
  );
  drawExport();
}

function drawExport() {
  const preview = document.getElementById('preview');
  if (preview) preview.textContent = correctionsYaml(review);
}

/** Saves the decisions as a file; nothing is sent anywhere. */
function exportDecisions() {
  const entry = [...review.corrections, ...review.waivers].find(({ reason }) => reason.trim() === '');
  if (entry) {
    showPanel('decisions');
    announce(`${entry.target}: ${say('reasonNeeded')}`);
    return;
  }
  const url = URL.createObjectURL(new Blob([correctionsYaml(review)], { type: 'application/yaml' }));
  element('a', { href: url, download: `${plan.source.name}.corrections.yaml` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
