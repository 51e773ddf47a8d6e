// The data of the page, what the reader is looking at, and what has been decided.

/** @typedef {import('../review/data.ts').ReviewData} ReviewData */
/** @typedef {import('../review/data.ts').FindingData} FindingData */
/** @typedef {import('../review/data.ts').CellData} CellData */
/** @typedef {import('../review/data.ts').CorrectionData} CorrectionData */
/** @typedef {import('../review/data.ts').WaiverData} WaiverData */

/** @type {ReviewData} */
const plan = pageData();

const review = {
  /** @type {'zh' | 'en'} */
  language: document.documentElement.lang.startsWith('zh') ? 'zh' : 'en',
  panel: 'findings',
  /** Index of the task and field in view, -1 none. */
  task: -1,
  field: -1,
  /** Index of the finding in view, -1 none. */
  finding: -1,
  /** Where a value is being edited, and what the form holds. @type {{ task: number, field: number, draft: unknown, reason: string, evidence: string } | null} */
  editing: null,
  filter: { severities: new Set(['error', 'warning', 'info']), code: '', field: '', task: '', text: '', open: false },
  /** Indexes of the findings and tasks that pass the filters. @type {number[]} */
  shown: [],
  /** @type {number[]} */
  shownTasks: [],
  taskFilter: { text: '', withFindings: false },
  /** Of the source; null until it is first shown. @type {number | null} */
  zoom: null,
  shortcuts: true,
  by: '',
  /** @type {CorrectionData[]} */
  corrections: [...plan.decisions.corrections],
  /** @type {WaiverData[]} */
  waivers: [...plan.decisions.waivers],
  /** False where the browser keeps nothing. */
  kept: true,
};

/** A field by its index: of the tasks, or (task -1) of the plan itself. @param {number} task @param {number} field */
const fieldAt = (task, field) => (task < 0 ? plan.head : plan.fields)[field];

/** Its target in a corrections file. @param {number} task @param {number} field */
const targetOf = (task, field) => `${task < 0 ? 'plan' : plan.tasks[task]?.address}.${fieldAt(task, field)?.name}`;

/** The value as converted: canonical text (null: the value is itself text) and value. @param {number} task @param {number} field */
function valueAt(task, field) {
  const id = task < 0 ? plan.head[field]?.value : plan.tasks[task]?.values[field];
  return id === null || id === undefined ? null : (plan.values[id] ?? null);
}

/** The cell behind it: of the task's first row that has one. @param {number} task @param {number} field @returns {CellData | null} */
function cellOf(task, field) {
  if (task < 0) return plan.head[field]?.cell ?? null;
  for (const row of plan.tasks[task]?.rows ?? []) {
    const cell = plan.rows[row]?.cells[field];
    if (cell) return cell;
  }
  return null;
}

/** The text that a correction is decided on: what the cells behind a value say of their own. @param {number} task @param {number} field */
function textBehind(task, field) {
  if (task < 0) return plan.texts[plan.head[field]?.cell?.[0] ?? -1] ?? '';
  const cells = (plan.tasks[task]?.rows ?? []).map(row => plan.rows[row]?.cells[field]);
  return cells
    .flatMap((cell, nth) => {
      const text = cell ? (plan.texts[cell[0]] ?? '') : '';
      const own = nth === 0 || plan.origins[cell?.[2] ?? -1] !== 'merged';
      return own && text.trim() !== '' ? [text] : [];
    })
    .join('\n');
}

/** @param {readonly number[]} cell */
const spotsOf = cell => cell.slice(4);

/** Findings by task and field, made once. @type {Map<string, number[]>} */
const findingsByCell = new Map();
for (const [index, { task, field }] of plan.findings.entries()) {
  const key = `${task}.${field}`;
  const there = findingsByCell.get(key);
  if (there) there.push(index);
  else findingsByCell.set(key, [index]);
}
/** @param {number} task @param {number} field */
const findingsOn = (task, field) => findingsByCell.get(`${task}.${field}`) ?? [];

/** Which cells of the plan stand on a spot of the source: rows and fields, made once. @type {Map<number, { task: number, field: number }[]>} */
const cellsBySpot = new Map();
/** @param {number} task @param {number} field @param {CellData} cell */
function enterSpots(task, field, cell) {
  for (const spot of spotsOf(cell)) {
    const there = cellsBySpot.get(spot);
    if (there) there.push({ task, field });
    else cellsBySpot.set(spot, [{ task, field }]);
  }
}
for (const [field, { cell }] of plan.head.entries()) if (cell) enterSpots(-1, field, cell);
for (const { task, cells } of plan.rows)
  for (const [field, cell] of Object.entries(cells)) enterSpots(task, Number(field), cell);

/** The gravest severity of the findings on each spot. @type {Map<number, string>} */
const severityBySpot = new Map();
for (const { severity, task, field, spots } of plan.findings)
  for (const spot of [...spots, ...spotsOf(cellOf(task, field) ?? [])])
    if (!severityBySpot.has(spot)) severityBySpot.set(spot, severity);

/** One for the document: the pages of its plans share what is decided. */
const storageKey = `choucha/review/${plan.source.sha256}`;
/** What the page was made with, as it is compared. */
const madeWith = JSON.stringify(plan.decisions);

/** Keeps the decisions in this browser. */
function keepDecisions() {
  const { corrections, waivers, by, shortcuts } = review;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ corrections, waivers, by, shortcuts, madeWith }));
    review.kept = true;
  } catch {
    review.kept = false;
  }
}

/** @param {unknown} list @param {readonly string[]} texts */
const wellFormed = (list, texts) =>
  Array.isArray(list) ? list.filter(one => one && texts.every(name => typeof one[name] === 'string')) : [];

/**
 * Takes up what this browser has kept; other pages may have written there, so nothing is taken on trust. Where the page has since been
 * made anew with other decisions, those are added, and what was kept here wins.
 */
function restoreDecisions() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (kept === null || typeof kept !== 'object') return;
    review.corrections = wellFormed(kept.corrections, ['target', 'expect', 'reason']);
    review.waivers = wellFormed(kept.waivers, ['target', 'code', 'fingerprint', 'reason']);
    if (kept.madeWith !== madeWith) {
      const { corrections, waivers } = plan.decisions;
      const { corrections: mine, waivers: accepted } = review;
      review.corrections.push(
        ...corrections.filter(one => !mine.some(own => own.target === one.target && own.plan === one.plan)),
      );
      review.waivers.push(
        ...waivers.filter(one => !accepted.some(own => own.code === one.code && own.fingerprint === one.fingerprint)),
      );
    }
    if (typeof kept.by === 'string') review.by = kept.by;
    if (kept.shortcuts === false) review.shortcuts = false;
  } catch {
    review.kept = false;
  }
}

const today = () => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/** An entry that names no plan is about the one where it fits. @param {CorrectionData} entry */
const isOfThisPlan = entry => entry.plan === undefined || entry.plan === (plan.position ?? 1);

/** @param {string} target */
const correctionOf = target => review.corrections.find(one => one.target === target && isOfThisPlan(one));
/** @param {{ code: string, fingerprint: string }} one @param {{ code: string, fingerprint: string }} other */
const isSameFinding = (one, other) => one.code === other.code && one.fingerprint === other.fingerprint;

/** The waiver that holds today. @param {FindingData} finding */
const waiverOf = finding =>
  review.waivers.find(one => isSameFinding(one, finding) && (one.until === undefined || one.until >= today()));

/** `corrected`, `accepted` or null. @param {FindingData} finding */
const decisionOn = finding => (waiverOf(finding) ? 'accepted' : correctionOf(finding.target) ? 'corrected' : null);

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));
