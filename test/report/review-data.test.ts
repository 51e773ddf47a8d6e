import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctionsSchema } from '../../src/corrections/schema.ts';
import { fromYaml } from '../../src/emit/yaml.ts';
import { fieldSchema, headSchema } from '../../src/plan/field-schema.ts';
import { fingerprintOf } from '../../src/plan/fingerprints.ts';
import { taskSchema } from '../../src/plan/schema.ts';
import { renderReview } from '../../src/report/review/index.ts';
import { manyTasks, pageScript, reviewOf, samples } from './make-review.ts';

const founding = await reviewOf('lvliang-2023.txt', readFileSync(resolve(samples, 'lvliang-2023.txt')));
const { data, plan, trace } = founding;
const field = (name: string): number => data.fields.findIndex(one => one.name === name);

describe('the data of the page', () => {
  test('every finding is there, the gravest first, with the fingerprint of its diagnostic', () => {
    expect(data.findings.map(({ severity }) => severity)).toEqual([
      ...new Array(2).fill('error'),
      ...new Array(9).fill('warning'),
      ...new Array(33).fill('info'),
    ]);
    const known = new Set(trace.diagnostics.map(one => fingerprintOf(one, plan)));
    expect(data.findings.every(({ fingerprint }) => known.has(fingerprint))).toBe(true);
  });
  test('every value shows its raw text, and its place is in the source', () => {
    const spots = new Set(
      'blocks' in data.view
        ? data.view.blocks.flatMap(block => (block.kind === 'grid' ? block.cells.map(cell => cell[5]) : [block.spot]))
        : [],
    );
    for (const [index, row] of trace.rows.entries())
      for (const [name, cell] of Object.entries(row.cells)) {
        const [raw, , origin, , ...places] = data.rows[index]!.cells[field(name)]!;
        expect(data.texts[raw]).toBe(cell.raw);
        expect(data.origins[origin]).toBe(cell.origin);
        expect(places.length).toBe(cell.places.length);
        expect(places.every(spot => spots.has(spot))).toBe(true);
      }
  });
  test.each([
    ['15.creditRule', 'ambiguous-blank', '与第14项合并', plan.tasks[13]!.creditRule],
    ['26.creditRule', 'misplaced-text', '视为空白', null],
    ['1.items', 'near-typo', '改作“印刷企业经营活动情况”', ['印刷企业经营活动情况', ...plan.tasks[0]!.items.slice(1)]],
  ])('%s: a correction stands ready', (target, code, label, value) => {
    const [proposal, ...more] = data.findings.find(one => one.target === target && one.code === code)!.proposals;
    expect(more).toEqual([]);
    expect(proposal!.label.zh).toBe(label);
    expect(proposal!.set === null ? null : data.values[proposal!.set]![1]).toEqual(value);
  });
  test('what tells whether a finding came with the conversion is there', () => {
    expect(data.findings.find(({ code }) => code === 'style-drift')!.cause).toEqual(
      trace.diagnostics.find(({ code }) => code === 'style-drift')!.cause,
    );
  });
  test('28: the would-be donor was not read, so nothing is proposed', () => {
    expect(data.findings.find(one => one.target === '28.creditRule')!.proposals).toEqual([]);
  });
  test('tasks whose number is missing or repeated are called by position', async () => {
    const rows = [
      '1\t甲\t许可\t企业\t5%\t市公安局',
      '1\t乙\t许可\t企业\t5%\t市公安局',
      '\t丙\t许可\t企业\t5%\t市公安局',
      '4\t丁\t许可\t企业\t5%\t市公安局',
    ];
    const text = ['序号\t抽查任务名称\t抽查事项\t抽查对象\t抽查比例\t发起部门', ...rows].join('\n');
    const { data: made } = await reviewOf('plan.txt', Buffer.from(text));
    expect(made.tasks.map(({ address }) => address)).toEqual(['#1', '#2', '#3', '4']);
  });
  test('the overview counts what the plan says', () => {
    const { leads, months, ratios, coverage, findings } = data.overview;
    expect(leads[0]).toEqual({ name: { zh: '商务局', en: '商务局' }, parts: [6] });
    expect(leads.reduce((sum, { parts }) => sum + parts[0]!, 0)).toBe(58);
    expect(months.find(({ month }) => month === '2023-12')!.tasks).toBe(
      plan.tasks.filter(({ period }) => period!.end === '2023-12').length,
    );
    expect(ratios.flatMap(({ marks }) => marks).reduce((sum, { tasks }) => sum + tasks, 0)).toBe(58);
    // read, merged, inferred, corrected, blank, unread
    expect(coverage[field('creditRule')]!.parts).toEqual([46, 0, 3, 0, 7, 2]);
    expect(findings.reduce((sum, { parts }) => sum + parts.reduce((a, b) => a + b, 0), 0)).toBe(44);
  });
});

describe('size', () => {
  test('the page of the founding plan in text takes less than 300 KB', () => {
    const html = renderReview({ ...founding, position: null, pages: [] }, 'zh');
    expect(Buffer.byteLength(html)).toBeLessThan(300_000);
  });
  test('a task takes less than 2.5 KB more', async () => {
    const [few, many] = await Promise.all([
      reviewOf('a.txt', Buffer.from(manyTasks(100))),
      reviewOf('a.txt', Buffer.from(manyTasks(600))),
    ]);
    const size = (one: typeof few) => Buffer.byteLength(JSON.stringify(one.data));
    expect(many.plan.tasks).toHaveLength(600);
    expect((size(many) - size(few)) / 500).toBeLessThan(2_500);
  });
});

test('nothing of a document can end the data or the title', async () => {
  const hostile = '</script><script>alert(1)</script><!-- " onload=alert(2) \u202egnp.exe';
  const text = [
    '序号\t抽查任务名称\t抽查事项\t抽查对象\t抽查比例\t发起部门',
    `1\t${hostile}\t许可\t企业\t5%\t市公安局`,
  ].join('\n');
  const made = await reviewOf(`${hostile}.txt`, Buffer.from(text));
  const html = renderReview({ ...made, plan: { ...made.plan, title: hostile }, position: null, pages: [] }, 'zh');
  expect(html.split(/<script/i)).toHaveLength(3);
  expect(html.split('<!--')).toHaveLength(1);
  expect(/<title>(.*)<\/title>/.exec(html)![1]).toContain('‹U+202E›');
});

interface Problem {
  readonly path: string;
}
const valueProblems = pageScript<(field: object, value: unknown) => Problem[]>(['review-schema.js'], 'valueProblems');

describe('the page checks values as the plan’s schema does', () => {
  const percent = { kind: 'percent', min: 5, max: null };
  const cases: [string, unknown][] = [
    ['ratio', percent],
    ['ratio', null],
    ['ratio', { ...percent, min: null }],
    ['ratio', { ...percent, min: 0 }],
    ['ratio', { ...percent, min: 101 }],
    ['ratio', { ...percent, min: 10, max: 5 }],
    ['ratio', { ...percent, about: true }],
    ['ratio', { ...percent, max: 6, about: true }],
    ['ratio', { ...percent, about: false }],
    ['ratio', { ...percent, note: '' }],
    ['ratio', { ...percent, other: 1 }],
    ['ratio', { kind: 'percent', min: 5 }],
    ['ratio', { kind: 'percent', min: '5', max: null }],
    ['ratio', { ...percent, count: { min: 20, max: 20, unit: '户' } }],
    ['ratio', { ...percent, count: { min: null, max: null, unit: '户' } }],
    ['ratio', { kind: 'count', min: 1.5, max: null, unit: '户' }],
    ['ratio', { kind: 'tiered', by: 'credit', tiers: [{ of: 'low', ...percent }] }],
    ['ratio', { kind: 'tiered', by: 'credit', tiers: [] }],
    ['ratio', { kind: 'tiered', by: 'credit', tiers: [{ of: 'low', kind: 'percent', min: 9, max: 1 }] }],
    ['ratio', { kind: 'undecided', text: '待定' }],
    ['ratio', { kind: 'undecided' }],
    ['ratio', 5],
    ['ratio', []],
    ['frequency', { min: 1, max: 1, per: null }],
    ['frequency', { min: 1, max: 1, per: 'P1Y' }],
    ['frequency', { min: 1, max: 1, per: '1Y' }],
    ['frequency', { min: 2, max: 1, per: null }],
    ['frequency', { min: 367, max: null, per: null }],
    ['frequency', { kind: 'reference', text: '见附件' }],
    ['period', { start: '2026-03', end: '2026-11-30' }],
    ['period', { start: '2026-04', end: '2026-03-31' }],
    ['period', { start: '2026-03-15', end: '2026-03' }],
    ['period', { start: '2026-13', end: '2026-03' }],
    ['period', { start: null, end: null }],
    ['period', { start: null, end: '2026-11', note: '' }],
    ['period', { start: '2026-01', end: '2026-12', segments: [{ start: '2026-01', end: '2026-02' }] }],
    ['lead', []],
    ['lead', null],
    ['lead', [{ name: '市公安局', unit: '公安局', level: 'city' }]],
    ['lead', [{ name: '市公安局', unit: '公安局' }]],
    ['lead', [{ name: '', unit: '公安局', level: null }]],
    ['lead', [{ name: '市公安局', unit: '公安局', level: 'town' }]],
    ['items', ['许可情况', '经营情况']],
    ['items', ['']],
    ['items', '许可情况'],
    ['creditRule', { applies: false, text: '不涉及' }],
    ['creditRule', { applies: true, text: '按风险' }],
    ['creditRule', { applies: true, basis: null, system: 'A-D', classes: ['A'], raises: ['ratio'], text: '按风险' }],
    ['creditRule', { applies: true, basis: null, system: 'E-F', classes: [], raises: [], text: '按风险' }],
    ['population', { min: null, max: null, unit: null, text: '待定' }],
    ['population', { min: 5, max: 1, unit: '户', text: '5户' }],
    ['number', 12],
    ['number', -1],
    ['number', 1.5],
    ['targets', '企业'],
    ['targets', ''],
    ['targets', null],
  ];
  const accepts = (name: string, value: unknown): boolean =>
    (taskSchema.shape as unknown as Record<string, { safeParse(value: unknown): { success: boolean } }>)[
      name
    ]!.safeParse(value).success;
  test.each(cases)('%s %j', (name, value) => {
    const problems = valueProblems({ name, schema: fieldSchema(name) }, value);
    expect(problems.length === 0).toBe(accepts(name, value));
  });
  test('a third and more of these are refused', () => {
    expect(cases.filter(([name, value]) => !accepts(name, value)).length * 3).toBeGreaterThan(cases.length);
  });
  test('every value of the founding plan is one', () => {
    for (const task of plan.tasks)
      for (const { name, schema } of data.fields)
        expect(valueProblems({ name, schema }, (task as Record<string, unknown>)[name])).toHaveLength(0);
  });
  test.each([
    ['issued', '2026-02-28', true],
    ['issued', '2026-02-30', false],
    ['year', 2026, true],
    ['year', 12, false],
    ['kind', 'joint', true],
    ['kind', 'other', false],
    ['region', { name: '吕梁市', code: '141100', level: 'city' }, true],
    ['region', { name: '吕梁市', code: '1411', level: 'city' }, false],
  ] as const)('plan.%s %j: %s', (name, value, fits) => {
    expect(valueProblems({ name, schema: headSchema(name) }, value).length === 0).toBe(fits);
  });
  test('and says where', () => {
    const [problem] = valueProblems(
      { name: 'ratio', schema: fieldSchema('ratio') },
      { kind: 'tiered', by: 'credit', tiers: [{ of: 'low', ...percent, min: 500 }] },
    );
    expect(problem!.path).toBe('/tiers/1/min');
  });
});

describe('the corrections file that the page writes', () => {
  const correctionsYaml = pageScript<(decisions: object) => string>(['review-yaml.js'], 'correctionsYaml');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('null', 'no', '2026-01-01', '- a', '#x', '"', '\u2028', '\u202e', '\ufeff'),
  );
  const filled = text.filter(one => one !== '');
  test('is YAML that loads to what was decided, whatever stands in it', () => {
    const correction = fc.record({ target: filled, expect: text, set: fc.jsonValue(), reason: filled });
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 3 }), corrections => {
        const loaded = fromYaml(correctionsYaml({ corrections, waivers: [] }));
        const expected = JSON.parse(JSON.stringify(corrections)) as unknown[];
        expect(loaded).toEqual({
          schema: 'choucha/corrections@1',
          ...(expected.length > 0 && { corrections: expected }),
        });
      }),
    );
  });
  test('fits the published schema, properties in its order', () => {
    const yaml = correctionsYaml({
      corrections: [{ target: '26.creditRule', expect: '', set: null, reason: '原件为空', date: '2026-11-27' }],
      waivers: [
        {
          target: '51.creditRule',
          code: 'ambiguous-blank',
          fingerprint: '0123456789abcdef',
          reason: '原文如此',
          by: '张三',
          date: '2026-11-27',
        },
      ],
    });
    expect(yaml).toBe(`schema: choucha/corrections@1
corrections:
  - target: "26.creditRule"
    expect: ""
    set: null
    reason: "原件为空"
    date: "2026-11-27"
waivers:
  - target: "51.creditRule"
    code: "ambiguous-blank"
    fingerprint: "0123456789abcdef"
    reason: "原文如此"
    by: "张三"
    date: "2026-11-27"
`);
    expect(correctionsSchema.safeParse(fromYaml(yaml)).success).toBe(true);
  });
  test('holds no character that a reader or an eye could miss', () => {
    const yaml = correctionsYaml({
      corrections: [{ target: 'a', expect: '\u202e\u2028\u007f\u0085\ufeff', set: '\u200b', reason: 'x' }],
      waivers: [],
    });
    expect(yaml).toMatch(/^[\n\x20-\x7e]*$/);
  });
});
