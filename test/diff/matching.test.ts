import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../src/diff/compare.ts';
import { assign } from '../../src/diff/match/assign.ts';
import { type Pairs, resolvePairs } from '../../src/diff/pairs.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { type Cells, planOf } from './make-plans.ts';

/** `kept 1 2`: task 1 of the base is task 2 of the head; by position, from 1. */
function outcome(base: Plan, head: Plan, options = {}): string[] {
  const at = (plan: Plan, ids: readonly string[]) =>
    ids.map(id => plan.tasks.findIndex(task => task.id === id) + 1).join('+') || '-';
  return comparePlans(base, head, options).tasks.map(
    ({ status, base: from, head: to, renamed }) =>
      `${status} ${at(base, from)} ${at(head, to)}${renamed ? ' renamed' : ''}`,
  );
}

const agency: Cells = {};
const cafe: Cells = {
  name: '对互联网上网服务营业场所的双随机抽查',
  items: '1.网络文化经营许可情况；2.上网人员实名登记情况；3.未成年人禁入标识情况',
  targets: '互联网上网服务营业场所',
};
const feed: Cells = {
  name: '对饲料、兽药生产经营的双随机抽查',
  items: '1.饲料生产许可情况；2.饲料添加剂使用情况；3.兽药经营质量管理规范执行情况；4.兽用处方药销售情况',
  targets: '饲料生产企业、兽药生产经营企业',
  lead: '市农业农村局',
};
const shop: Cells = {
  name: '对商场（超市）取得许可证及卫生管理情况的双随机抽查',
  items: '商场（超市）取得许可证及卫生管理情况等的检查',
  targets: '商场（超市）',
  lead: '市卫生健康委员会',
};
const pool: Cells = {
  name: '对游泳场（馆）取得许可证及卫生管理情况的双随机抽查',
  items: '游泳场（馆）取得许可证及卫生管理情况等的检查',
  targets: '游泳场馆',
  lead: '市卫生健康委员会',
};

describe('pairs', () => {
  test.each<[string, Cells[], Cells[], string[]]>([
    [
      'by what they say, never by number',
      [agency, cafe, feed],
      [feed, agency, cafe],
      ['kept 1 2', 'kept 2 3', 'kept 3 1'],
    ],
    [
      'a name that changed',
      [agency, cafe],
      [{ ...agency, name: '旅游市场秩序整治' }, cafe],
      ['kept 1 1 renamed', 'kept 2 2'],
    ],
    [
      'another name in a plan without objects',
      [
        { ...agency, targets: '' },
        { ...cafe, targets: '' },
      ],
      [
        { ...cafe, targets: '' },
        { ...agency, targets: '', name: '旅游市场秩序整治' },
      ],
      ['kept 1 2 renamed', 'kept 2 1'],
    ],
    [
      'a name that no other task has, with other contents',
      [{ ...agency, name: '安全检查' }],
      [{ ...cafe, name: '安全检查', lead: '市公安局' }],
      ['kept 1 1'],
    ],
    ['one template, another subject', [shop, cafe], [pool, cafe], ['dropped 1 -', 'kept 2 2', 'added - 1']],
    ['one template, both subjects on both sides', [shop, pool], [pool, shop], ['kept 1 2', 'kept 2 1']],
    ['nothing in common', [agency], [feed], ['dropped 1 -', 'added - 1']],
    ['one lead, other work', [agency], [cafe], ['dropped 1 -', 'added - 1']],
    [
      'equal names, told apart by what they cover',
      [
        { ...shop, name: '卫生检查' },
        { ...pool, name: '卫生检查' },
      ],
      [
        { ...pool, name: '卫生检查' },
        { ...shop, name: '卫生检查' },
      ],
      ['kept 1 2', 'kept 2 1'],
    ],
    [
      'equal in all but an amount: order does not matter',
      [{ amounts: '不低于5%；抽查1次' }, { amounts: '不低于10%；抽查1次' }],
      [{ amounts: '不低于10%；抽查1次' }, { amounts: '不低于5%；抽查1次' }],
      ['kept 1 2', 'kept 2 1'],
    ],
    ['one of two equal tasks is gone', [agency, agency, cafe], [agency, cafe], ['kept 1 1', 'dropped 2 -', 'kept 3 2']],
    [
      'a new task that shares an item',
      [agency],
      [agency, { ...cafe, items: '1.旅游合同签订情况；2.网络文化经营许可情况；3.上网人员实名登记情况' }],
      ['kept 1 1', 'added - 2'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(outcome(planOf(base), planOf(head))).toEqual(expected);
  });

  test('each says how it came about', () => {
    const [kept, dropped] = comparePlans(planOf([agency, shop]), planOf([agency, pool])).tasks;
    expect(kept!.match).toMatchObject({ score: 1, band: 'same', parts: { name: 1, targets: 1, items: 1, lead: 1 } });
    expect(kept!.match!.margin).toBeGreaterThan(0.5);
    expect(dropped!.match!.band).toBe('none');
    expect(dropped!.nearest).toBe('141100-2024-joint-002');
    const near = { ...agency, items: '1.旅行社业务经营许可情况；2.导游委派情况', name: '旅行社行业规范经营抽查' };
    expect(comparePlans(planOf([agency]), planOf([near])).tasks[0]!.match!.band).toBe('review');
  });

  test('a table for all cities: a task is one with the task of its city', () => {
    const plan = (cities: string[], ratio: (city: string) => number): Plan => {
      const made = planOf(cities.map(city => ({ amounts: `不低于${ratio(city)}%；抽查1次` })));
      return { ...made, tasks: made.tasks.map((task, i) => ({ ...task, city: cities[i]! })) };
    };
    const base = plan(['太原市', '大同市', '朔州市'], () => 5);
    const head = plan(['朔州市', '太原市', '大同市'], city => (city === '大同市' ? 8 : 5));
    expect(outcome(base, head)).toEqual(['kept 1 2', 'kept 2 3', 'kept 3 1']);
    expect(comparePlans(base, head).summary.changed).toBe(1);
  });
});

describe('splits and merges', () => {
  const [byFeed, byDrug]: [Cells, Cells] = [
    {
      ...feed,
      name: '对饲料生产的双随机抽查',
      items: '1.饲料生产许可情况；2.饲料添加剂使用情况',
      targets: '饲料生产企业',
    },
    {
      ...feed,
      name: '对兽药经营的双随机抽查',
      items: '1.兽药经营质量管理规范执行情况；2.兽用处方药销售情况',
      targets: '兽药生产经营企业',
    },
  ];
  const dining: Cells = {
    ...shop,
    name: '对集中用餐单位食堂的双随机抽查',
    items: '1.食品安全管理制度落实情况；2.食品留样情况',
    targets: '养老机构食堂、企业职工食堂、医疗机构食堂',
  };
  const seeds = (what: string, made = what): Cells => ({
    name: `对${what}的双随机抽查`,
    items: `${made}监督检查`,
    targets: `${made}生产经营者`,
    lead: '市农业农村局',
  });
  test.each<[string, Cells[], Cells[], string[]]>([
    [
      'one sentence divided',
      [seeds('农药、肥料、种子')],
      ['农药', '肥料', '种子'].map(what => seeds(what)),
      ['split 1 1+2+3'],
    ],
    ['items divided', [feed, cafe], [byFeed, cafe, byDrug], ['split 1 1+3', 'kept 2 2']],
    ['merged again', [byFeed, cafe, byDrug], [feed, cafe], ['merged 1+3 1', 'kept 2 2']],
    [
      'objects divided',
      [dining],
      [
        { ...dining, name: '对养老机构食堂的双随机抽查', targets: '养老机构食堂' },
        { ...dining, name: '对企业、医疗机构食堂的双随机抽查', targets: '企业职工食堂、医疗机构食堂' },
      ],
      ['split 1 1+2'],
    ],
    [
      'an item moved to a task of its own',
      [feed],
      [
        { ...feed, items: '1.饲料生产许可情况；2.饲料添加剂使用情况；3.兽药经营质量管理规范执行情况' },
        { ...feed, name: '对兽用处方药的双随机抽查', items: '兽用处方药销售情况', targets: '兽药经营企业' },
      ],
      ['split 1 1+2'],
    ],
    ['half of it gone', [feed], [byFeed], ['kept 1 1 renamed']],
    [
      'the other half under another lead',
      [feed],
      [byFeed, { ...byDrug, lead: '市教育局' }],
      ['kept 1 1 renamed', 'added - 2'],
    ],
    ['the whole still there', [feed], [feed, byDrug], ['kept 1 1', 'added - 2']],
  ])('%s', (_, base, head, expected) => {
    expect(outcome(planOf(base), planOf(head))).toEqual(expected);
  });

  test('what is divided is no change, what is not is told of its part', () => {
    const [entry] = comparePlans(planOf([feed]), planOf([byFeed, { ...byDrug, amounts: '不低于3%；抽查1次' }])).tasks;
    expect(entry!.changes.map(({ field, kind, task }) => [field, kind, task])).toEqual([
      ['ratio', 'lowered', '141100-2024-joint-002'],
    ]);
    expect(entry!.changes[0]!.places.map(({ pointer }) => pointer)).toEqual(['/tasks/0/ratio', '/tasks/1/ratio']);
    const both = { amounts: '不低于3%；抽查1次' };
    const [alike] = comparePlans(
      planOf([feed]),
      planOf([
        { ...byFeed, ...both },
        { ...byDrug, ...both },
      ]),
    ).tasks;
    expect(alike!.changes.map(({ kind, task }) => [kind, task])).toEqual([['lowered', undefined]]);
    expect(
      comparePlans(planOf([seeds('农药、肥料')]), planOf([seeds('农药'), seeds('肥料')])).tasks[0]!.changes,
    ).toEqual([]);
    const [short] = comparePlans(
      planOf([feed]),
      planOf([byFeed, { ...byDrug, items: '1.兽药经营质量管理规范执行情况；2.兽药追溯情况' }]),
    ).tasks;
    expect([short!.status, short!.changes.map(({ field }) => field)]).toEqual(['split', ['items']]);
  });
});

describe('decisions of a pairs file', () => {
  const [base, head] = [planOf([agency, shop, feed]), planOf([pool, cafe, agency])];
  const follow = (pairs: Pairs['pairs']) => resolvePairs({ schema: 'choucha/pairs@1', pairs }, base, head);

  test('outrank the score', () => {
    const resolved = follow([
      { base: 2, head: '#1' },
      { base: '#1', head: [] },
    ]);
    if (!('pins' in resolved)) throw new Error('refused');
    expect(outcome(base, head, { pins: resolved.pins })).toEqual([
      'dropped 1 -',
      'kept 2 1 renamed',
      'dropped 3 -',
      'added - 2',
      'added - 3',
    ]);
    const kept = comparePlans(base, head, { pins: resolved.pins }).tasks[1]!;
    expect([kept.match!.pinned, kept.match!.band]).toEqual([true, 'same']);
  });

  test.each<[string, Pairs['pairs'], string]>([
    ['a task that is not there', [{ base: 9, head: 1 }], 'unknown'],
    [
      'a task named twice',
      [
        { base: 1, head: 1 },
        { base: 1, head: 2 },
      ],
      'twice',
    ],
    ['nothing', [{ base: [], head: [] }], 'empty'],
    ['several against several', [{ base: [1, 2], head: [1, 2] }], 'many-to-many'],
  ])('%s is refused', (_, pairs, problem) => {
    const resolved = follow(pairs);
    expect('problems' in resolved && resolved.problems.map(one => one.problem)).toEqual([problem]);
  });

  test('a number that stands twice is refused, its position is not', () => {
    const twice = { ...base, tasks: base.tasks.map(task => ({ ...task, number: 1 })) };
    const of = (address: number | string) =>
      resolvePairs({ schema: 'choucha/pairs@1', pairs: [{ base: address, head: 1 }] }, twice, head);
    expect(of(1)).toMatchObject({ problems: [{ problem: 'ambiguous', name: '1' }] });
    expect(of('#3')).toEqual({ pins: [{ base: [2], head: [0] }] });
  });
});

describe('assignment', () => {
  const total = (edges: readonly { gain: number }[]): number => edges.reduce((sum, { gain }) => sum + gain, 0);
  test('is best overall, not best first', () => {
    const edges = [
      { base: 0, head: 0, gain: 0.9 },
      { base: 0, head: 1, gain: 0.8 },
      { base: 1, head: 0, gain: 0.8 },
    ];
    expect(total(assign(edges))).toBeCloseTo(1.6);
  });

  test('is best also where it is cut into groups', () => {
    const edges = Array.from({ length: 900 }, (_, i) => [
      { base: i, head: i, gain: 0.9 },
      { base: i, head: (i + 1) % 900, gain: 0.6 },
    ]).flat();
    expect(total(assign(edges))).toBeCloseTo(810);
  });
});
