// The plan at a glance: small charts drawn from counts, readable in print and without colour.

/** @param {string} tag @param {Record<string, string | number | null>} attributes @param {...(Node | string | null)} children */
function svg(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, String(value));
  made.append(...children.filter(child => child !== null));
  return made;
}

/** @param {number} x @param {number} y @param {string} text @param {string} [anchor] @param {string} [kind] */
const svgText = (x, y, text, anchor = 'start', kind = '') =>
  svg('text', { x, y, 'text-anchor': anchor, class: kind || null }, visibleText(text));

const chartWidth = 460;
const nameWidth = 150;
const lineHeight = 17;
/** More lines than this are summed up. */
const mostLines = 24;

/** @param {string} name @param {number} length characters */
const cutName = (name, length = 12) =>
  [...name].length > length ? `${[...name].slice(0, length - 1).join('')}…` : name;

/** @param {string} title @param {number} height @param {readonly Element[]} marks @param {string} note */
const chart = (title, height, marks, note = '') =>
  element(
    'figure',
    { class: 'chart' },
    element('figcaption', {}, title),
    /** @type {any} */ (
      svg('svg', { viewBox: `0 0 ${chartWidth} ${height}`, role: 'img', 'aria-label': title }, ...marks)
    ),
    note !== '' && element('p', { class: 'quiet' }, note),
  );

/**
 * Bars, one line each; of several parts each has its own pattern and its figure.
 * @param {string} title @param {readonly import('../review/data.ts').Bar[]} bars @param {readonly string[]} kinds @param {string} note
 */
function barChart(title, bars, kinds, note = '') {
  const shown = bars.slice(0, mostLines);
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, one) => sum + one, 0)));
  const scale = (chartWidth - nameWidth - 40) / most;
  const marks = shown.flatMap(({ name, parts }, line) => {
    const y = line * lineHeight;
    let x = nameWidth;
    const label = svgText(nameWidth - 6, y + 12, cutName(bilingual(name), 14), 'end');
    label.append(svg('title', {}, visibleText(bilingual(name))));
    const segments = parts.flatMap((part, kind) => {
      if (part === 0) return [];
      const width = part * scale;
      const bar = svg(
        'rect',
        { x, y: y + 2, width: Math.max(1, width - 0.5), height: lineHeight - 5, class: `bar ${kinds[kind] ?? ''}` },
        svg('title', {}, `${kindName(kinds[kind] ?? '')} ${part}`),
      );
      const figure =
        kinds.length > 1 && width > 16
          ? svgText(x + width / 2, y + 12, String(part), 'middle', `figure ${kinds[kind]}`)
          : null;
      x += width;
      return figure ? [bar, figure] : [bar];
    });
    const total = parts.reduce((sum, one) => sum + one, 0);
    return [label, ...segments, ...(kinds.length > 1 ? [] : [svgText(x + 4, y + 12, String(total))])];
  });
  const rest = bars.length - shown.length;
  return chart(
    title,
    shown.length * lineHeight + 4,
    marks,
    [rest > 0 && say('others', { count: rest }), note].filter(Boolean).join(' · '),
  );
}

/** @param {string} kind */
const kindName = kind =>
  kind === 'unread'
    ? say('unread')
    : reviewWords[`origin.${kind}`]
      ? say(`origin.${kind}`)
      : kind === 'one'
        ? ''
        : say(kind);

function monthChart() {
  const { months } = plan.overview;
  const most = Math.max(1, ...months.map(({ tasks }) => tasks));
  const step = (chartWidth - 20) / Math.max(12, months.length);
  const marks = months.flatMap(({ month, tasks }, i) => {
    const height = (90 * tasks) / most;
    const x = 10 + i * step;
    const [year, number] = month.split('-');
    const newYear = i === 0 || number === '01';
    return [
      svg(
        'rect',
        { x: x + 1, y: 104 - height, width: step - 2, height, class: 'bar one' },
        svg('title', {}, `${month}: ${tasks}`),
      ),
      svgText(x + step / 2, 100 - height, String(tasks), 'middle', 'figure'),
      svgText(x + step / 2, 118, String(Number(number)), 'middle'),
      ...(newYear ? [svgText(x + step / 2, 132, String(year), 'middle', 'quiet')] : []),
    ];
  });
  return chart(say('months'), 138, [
    ...marks,
    svg('line', { x1: 10, x2: chartWidth - 10, y1: 104.5, y2: 104.5, class: 'axis' }),
  ]);
}

/** Percentages on a scale by powers of ten: most are a few percent, some are all. @param {number} percent */
const ratioAt = percent => {
  const low = Math.log10(0.1);
  return nameWidth + ((chartWidth - nameWidth - 24) * (Math.log10(Math.max(0.1, percent)) - low)) / (2 - low);
};

function ratioChart() {
  const { ratios, otherRatios } = plan.overview;
  const shown = ratios.slice(0, mostLines);
  const height = shown.length * lineHeight + 18;
  const grid = [0.1, 1, 2, 5, 10, 20, 50, 100].flatMap(percent => [
    svg('line', { x1: ratioAt(percent), x2: ratioAt(percent), y1: 0, y2: height - 16, class: 'axis faint' }),
    svgText(ratioAt(percent), height - 3, String(percent), 'middle'),
  ]);
  const marks = shown.flatMap(({ name, marks }, line) => {
    const y = line * lineHeight + 12;
    return [
      svgText(nameWidth - 6, y, cutName(bilingual(name), 14), 'end'),
      ...marks.flatMap(({ percent, bound, tasks }) => {
        const shape = { min: '▷', exact: '●', max: '◁' }[bound];
        return [
          svgText(ratioAt(percent), y, shape, 'middle', 'ratio-mark'),
          ...(tasks > 1 ? [svgText(ratioAt(percent) + 6, y - 4, String(tasks), 'start', 'small')] : []),
        ];
      }),
    ];
  });
  return chart(
    say('ratios'),
    height,
    [...grid, ...marks],
    [say('bound'), otherRatios > 0 && say('otherRatios', { count: otherRatios })].filter(Boolean).join(' · '),
  );
}

function drawOverview() {
  const { leads, months, ratios, coverage, findings } = plan.overview;
  const origins = [...plan.origins, 'unread'];
  byId('panel-overview').replaceChildren(
    element('h2', { class: 'unseen' }, say('overview')),
    element(
      'div',
      { class: 'charts' },
      barChart(say('leads'), leads, ['one']),
      months.length > 0 && monthChart(),
      ratios.length > 0 && ratioChart(),
      barChart(
        say('coverage'),
        coverage,
        origins,
        origins.map(origin => `${say(`mark.${origin}`)} ${kindName(origin)}`).join('　'),
      ),
      findings.length > 0 &&
        barChart(
          say('byCode'),
          findings,
          ['error', 'warning', 'info'],
          ['error', 'warning', 'info']
            .map(one => `${severityShapes[/** @type {'error'} */ (one)]} ${say(one)}`)
            .join('　'),
        ),
    ),
    element('p', { class: 'quiet' }, say('asRead')),
  );
}
