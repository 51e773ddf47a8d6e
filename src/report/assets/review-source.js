// The source as it stands: pages with boxes, or tables and lines; every cell that the plan speaks of can be chosen.

/** How to bring each spot's element into being. @type {Map<number, () => unknown>} */
const spotMakers = new Map();
/** @type {LazyList[]} */
let sourceLists = [];

/** @param {number} spot */
const spotElement = spot => {
  spotMakers.get(spot)?.();
  return /** @type {HTMLElement | null} */ (byId('source-view').querySelector(`[data-spot="${spot}"]`));
};

/** What marks an element as standing on a spot. @param {number} spot */
const spotAttributes = spot =>
  spot < 0
    ? {}
    : {
        'data-spot': spot,
        'data-linked': cellsBySpot.has(spot),
        'data-severity': severityBySpot.get(spot),
        tabindex: cellsBySpot.has(spot) ? -1 : null,
      };

function drawSource() {
  const { view, source } = plan;
  const zoom = (/** @type {number} */ by) =>
    element(
      'button',
      {
        type: 'button',
        onClick: () => zoomSource(by),
        'aria-label': say(by > 0 ? 'zoomIn' : 'zoomOut'),
        title: say(by > 0 ? 'zoomIn' : 'zoomOut'),
      },
      by > 0 ? '+' : '−',
    );
  byId('source-bar').replaceChildren(
    element('h2', {}, say('source')),
    element('span', { class: 'quiet' }, shownText(source.name)),
    element('span', { class: 'buttons' }, zoom(-1), zoom(1)),
  );
  const host = byId('source-view');
  host.setAttribute('aria-label', `${say('source')}: ${visibleText(source.name)}`);
  host.replaceChildren();
  spotMakers.clear();
  sourceLists = [];
  if ('pages' in view) drawPages(host, view.pages);
  else for (const block of view.blocks) host.append(block.kind === 'grid' ? gridNode(block) : textNode(block));
  zoomSource(0);
}

/** @param {number} by steps */
function zoomSource(by) {
  review.zoom = Math.min(4, Math.max(0.5, (review.zoom ?? 1) * 1.25 ** by));
  byId('source-view').style.setProperty('--zoom', String(review.zoom));
}

/** Pixels a point, at least, when a page is first shown. */
const leastScale = 1.15;

/** @param {HTMLElement} host @param {readonly import('../review/data.ts').PageData[]} pages */
function drawPages(host, pages) {
  const widest = Math.max(...pages.map(({ width }) => width));
  // A page that fits its pane, but never so small that its print could not be read.
  if (review.zoom === null) review.zoom = Math.max(1, (leastScale * widest) / host.clientWidth);
  const list = lazyList(
    host,
    pages.length,
    index => ((pages[index]?.height ?? 1) / (pages[index]?.width ?? 1)) * host.clientWidth * (review.zoom ?? 1),
    index => pageNode(/** @type {any} */ (pages[index])),
    1,
  );
  sourceLists = [list];
  for (const [index, { boxes }] of pages.entries())
    for (const [spot] of boxes) spotMakers.set(spot, () => list.item(index));
}

/** @param {import('../review/data.ts').PageData} page */
function pageNode({ page, width, height, picture, boxes }) {
  const sheet = element('div', { class: picture === null ? 'sheet drawn' : 'sheet' });
  sheet.style.aspectRatio = `${width} / ${height}`;
  if (picture !== null)
    sheet.append(
      element('img', { src: `data:image/png;base64,${picture}`, alt: say('page', { page }), decoding: 'async' }),
    );
  for (const [spot, x0, top, w, h, text] of boxes) {
    const words = plan.texts[text] ?? '';
    const linked = cellsBySpot.has(spot);
    const shown = visibleText(words);
    const box = linked
      ? element('button', {
          type: 'button',
          class: 'box',
          ...spotAttributes(spot),
          'aria-label': shown.slice(0, 200) || say('blank'),
        })
      : element('div', { class: 'box', ...spotAttributes(spot) });
    if (picture === null) box.append(element('bdi', {}, shown.slice(0, longestShown)));
    Object.assign(box.style, {
      left: `${(100 * x0) / width}%`,
      top: `${(100 * top) / height}%`,
      width: `${(100 * w) / width}%`,
      height: `${(100 * h) / height}%`,
    });
    sheet.append(box);
  }
  return element(
    'figure',
    { class: 'page', 'data-page': page },
    sheet,
    element('figcaption', {}, say('page', { page }), picture === null && ` · ${say('noPicture')}`),
  );
}

/** @param {Extract<import('../review/data.ts').BlockData, { kind: 'text' }>} block */
const textNode = ({ role, label, text, spot }) =>
  element(
    'p',
    {
      class: `line ${role === 'paragraph' ? '' : 'aside'}`,
      ...spotAttributes(spot),
      title: role === 'paragraph' ? null : role,
    },
    element('span', { class: 'row-label' }, label),
    shownText(plan.texts[text] ?? ''),
  );

/** Rows from one place where the table may be cut (no cell lies across) to the next. @param {Extract<import('../review/data.ts').BlockData, { kind: 'grid' }>} grid */
function segmentsOf({ rows, header, cells }) {
  const reach = new Array(rows).fill(0);
  for (const [row, , span] of cells) reach[row] = Math.max(reach[row], row + span);
  const starts = [0];
  for (let row = 1, open = reach[0] ?? 0; row < rows; row++) {
    const long = row - (starts.at(-1) ?? 0) >= 30 || row === header;
    if (long && open <= row) starts.push(row);
    open = Math.max(open, reach[row]);
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? rows }));
}

/** @param {Extract<import('../review/data.ts').BlockData, { kind: 'grid' }>} grid */
function gridNode(grid) {
  const segments = segmentsOf(grid);
  /** @type {Map<number, import('../review/data.ts').SourceCell[]>} */
  const byRow = new Map();
  for (const cell of grid.cells) {
    const there = byRow.get(cell[0]);
    if (there) there.push(cell);
    else byRow.set(cell[0], [cell]);
  }
  const host = element('div', { class: 'grid' });
  host.style.width = gridWidth(grid);
  const segmentOf = (/** @type {number} */ row) => segments.findIndex(({ end }) => row < end);
  const list = lazyList(
    host,
    segments.length,
    index => 64 * ((segments[index]?.end ?? 0) - (segments[index]?.start ?? 0)),
    index => segmentNode(grid, byRow, /** @type {any} */ (segments[index])),
    1,
  );
  sourceLists.push(list);
  let segment = 0;
  for (const [row, , , , , spot] of grid.cells) {
    if (row >= (segments[segment]?.end ?? 0) || row < (segments[segment]?.start ?? 0)) segment = segmentOf(row);
    const at = segment;
    if (spot >= 0) spotMakers.set(spot, () => list.item(at));
  }
  return host;
}

/** @param {{ widths: readonly number[] }} grid */
const gridWidth = ({ widths }) => `${3 + widths.reduce((sum, width) => sum + width, 0)}em`;

/**
 * @param {Extract<import('../review/data.ts').BlockData, { kind: 'grid' }>} grid
 * @param {Map<number, import('../review/data.ts').SourceCell[]>} byRow
 * @param {{ start: number, end: number }} segment
 */
function segmentNode(grid, byRow, { start, end }) {
  const columns = element('colgroup', {}, element('col', { class: 'row-label' }));
  for (const width of grid.widths) {
    const column = element('col', {});
    column.style.width = `${width}em`;
    columns.append(column);
  }
  const isHeader = start < grid.header;
  /** Row up to which each column is taken by a cell from above. @type {number[]} */
  const taken = new Array(grid.columns).fill(0);
  const rows = Array.from({ length: end - start }, (_, i) => {
    const line = element('tr', {}, element('td', { class: 'row-label' }, grid.labels[start + i]));
    const cells = new Map((byRow.get(start + i) ?? []).map(cell => [cell[1], cell]));
    for (let column = 0; column < grid.columns; column++) {
      if ((taken[column] ?? 0) > start + i) continue;
      const cell = cells.get(column);
      if (cell) for (let k = 0; k < cell[3]; k++) taken[column + k] = start + i + cell[2];
      line.append(cell ? cellNode(cell, isHeader, end - start - i) : element('td', { class: 'gap' }));
      column += (cell?.[3] ?? 1) - 1;
    }
    return line;
  });
  const table = element(
    'table',
    { class: isHeader ? 'segment header' : 'segment' },
    columns,
    element('tbody', {}, ...rows),
  );
  table.style.width = gridWidth(grid);
  return table;
}

/** @param {import('../review/data.ts').SourceCell} cell @param {boolean} isHeader @param {number} rowsLeft */
const cellNode = ([, , rowSpan, colSpan, text, spot], isHeader, rowsLeft) =>
  element(
    isHeader ? 'th' : 'td',
    {
      scope: isHeader ? 'col' : null,
      rowspan: rowSpan > 1 ? Math.min(rowSpan, rowsLeft) : null,
      colspan: colSpan > 1 ? colSpan : null,
      ...spotAttributes(spot),
    },
    shownText(plan.texts[text] ?? ''),
  );

/** Marks the spots of a cell and brings the first into view. @param {readonly number[]} spots @param {boolean} scroll */
function markSource(spots, scroll = true) {
  for (const old of byId('source-view').querySelectorAll('.selected')) old.classList.remove('selected');
  const found = spots.map(spotElement).filter(node => node !== null);
  for (const node of found) node.classList.add('selected');
  if (scroll) bringIntoView(found[0], 'center');
}

/** The cells that stand on a spot: those with findings first; again on the same spot: the next. @param {number} spot */
function chooseSpot(spot) {
  const cells = [...(cellsBySpot.get(spot) ?? [])].sort(
    (a, b) => Math.sign(findingsOn(b.task, b.field).length) - Math.sign(findingsOn(a.task, a.field).length),
  );
  const current = cells.findIndex(({ task, field }) => task === review.task && field === review.field);
  const next = cells[(current + 1) % cells.length];
  if (!next) return;
  const finding = findingsOn(next.task, next.field).find(index => review.shown.includes(index));
  if (review.panel === 'findings' && finding !== undefined) selectFinding(finding, { fromSource: true });
  else selectCell(next.task, next.field, { panel: 'tasks', fromSource: true });
}

/** Arrow keys in the source: to the neighbouring cell. @param {KeyboardEvent} event */
function moveInSource(event) {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', ' '].includes(event.key)) return;
  const host = byId('source-view');
  const all = /** @type {HTMLElement[]} */ ([...host.querySelectorAll('[data-linked]')]);
  const here = /** @type {HTMLElement | undefined} */ (
    document.activeElement?.closest('[data-linked]') ?? host.querySelector('.selected') ?? undefined
  );
  const to = here ? neighbour(all, here, event.key) : all[0];
  event.preventDefault();
  if (!to) return;
  to.focus({ preventScroll: true });
  bringIntoView(to);
  chooseSpot(Number(to.dataset.spot));
}

/** @param {HTMLElement[]} all @param {HTMLElement} here @param {string} key */
function neighbour(all, here, key) {
  if (key === 'Enter' || key === ' ') return here;
  if (key === 'ArrowLeft') return all[all.indexOf(here) - 1];
  if (key === 'ArrowRight') return all[all.indexOf(here) + 1];
  const from = here.getBoundingClientRect();
  const down = key === 'ArrowDown';
  const middle = (from.left + from.right) / 2;
  const beyond = all
    .map(node => ({ node, box: node.getBoundingClientRect() }))
    .filter(({ box }) => (down ? box.top >= from.bottom - 2 : box.bottom <= from.top + 2))
    .map(({ node, box }) => ({
      node,
      away:
        Math.abs(down ? box.top - from.bottom : from.top - box.bottom) +
        4 * Math.max(0, box.left - middle, middle - box.right),
    }));
  return beyond.reduce(
    (/** @type {{ node: HTMLElement, away: number } | undefined} */ best, one) =>
      best && best.away <= one.away ? best : one,
    undefined,
  )?.node;
}
