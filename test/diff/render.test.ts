import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../src/diff/compare.ts';
import { marksOf } from '../../src/diff/text-marks.ts';
import { diffFormats, renderDiff } from '../../src/render-diff.ts';
import { type Cells, planOf } from './make-plans.ts';

const show = (
  base: readonly Cells[],
  head: readonly Cells[],
  format: (typeof diffFormats)[number],
  language: 'zh' | 'en',
  folded = false,
) => {
  const [from, to] = [planOf(base), planOf(head)];
  return renderDiff(comparePlans(from, to), from, to, { format, language, folded });
};

const inn: Cells = { name: '对民宿的双随机抽查', items: '民宿登记情况', targets: '民宿', lead: '市公安局' };

describe('text', () => {
  test.each([
    [
      'zh',
      '第 1 项 → 第 2 项  对旅行社经营活动的双随机抽查',
      '抽查比例由“不低于5%”降低为“不低于3%”。',
      '合计：保留 1，有变化 1，新增 1，取消 0，拆分 0，合并 0，改名 0，无法判断 0',
    ],
    [
      'en',
      '1 → 2  对旅行社经营活动的双随机抽查',
      'ratio lowered: “不低于5%” → “不低于3%”.',
      'total: 1 kept, 1 changed, 1 added, 0 dropped, 0 split, 0 merged, 0 renamed, 0 cannot tell',
    ],
  ] as const)('in %s: who, what, and the closing count', (language, who, what, count) => {
    const text = show([{}], [inn, { amounts: '不低于3%；抽查1次' }], 'text', language);
    const lines = text.trimEnd().split('\n');
    expect(lines).toContain(who);
    expect(lines).toContain(`  ${what}`);
    expect(lines.at(-1)).toBe(count);
  });

  test.each<[Cells, Cells, string]>([
    [{}, { amounts: '5%；抽查1次' }, '抽查比例的上下限改变：由“不低于5%”改为“5%”。'],
    [{}, { amounts: '抽查1次' }, '抽查比例由“不低于5%”改为未写明。'],
    [{}, { amounts: '20户；抽查1次' }, '抽查比例无法判断是否改变（两种写法不能互相比较）：“不低于5%”、“20户”。'],
    [{}, { period: '4月-10月' }, '抽查时间由“2024年3月-2024年11月”缩小为“2024年4月-2024年10月”。'],
    [{}, { partners: '市市场监管局' }, '配合部门：减少“市交通运输局”。'],
    [
      { lead: '市商务局', partners: '市公安局' },
      { lead: '市公安局', partners: '市商务局' },
      '发起部门：“市商务局”改为配合；“市公安局”改为发起。',
    ],
    [
      {},
      { items: '1.旅行社业务经营许可情况；2.旅游合同签订和备案情况；3.质量保证金交存情况' },
      '抽查事项：“旅游合同签订{+和备案+}情况”。',
    ],
    [
      { amounts: 'A3%，B4%' },
      { amounts: 'A3%，B5%' },
      '抽查比例由“A类3%；B类4%”提高为“A类3%；B类5%”（B 提高 4% → 5%）。',
    ],
  ])('%j → %j: %s', (base, head, expected) => {
    expect(show([base], [head], 'text', 'zh')).toContain(`  ${expected}\n`);
  });

  test('what is no change is told on request', () => {
    const [base, head]: Cells[] = [{ lead: '省文化和旅游厅' }, { lead: '市文旅局' }];
    expect(show([base!], [head!], 'text', 'zh')).not.toContain('不算变化');
    expect(show([base!], [head!], 'text', 'zh', true)).toContain('不算变化：发起部门（层级用语）、发起部门（别名）');
    expect(show([base!], [head!], 'text', 'en', true)).toContain(
      'no change: lead body (level words), lead body (alias)',
    );
  });
});

describe('what comes from a document is text, never markup', () => {
  const hostile = '<img src=x onerror=alert(1)> [a](http://x.example) | **b** `c`';
  const rows: [Cells[], Cells[]] = [
    [{ name: `对${hostile}的抽查`, targets: hostile }, inn],
    [{ name: `对${hostile}的抽查`, targets: `${hostile}甲` }],
  ];

  test('in HTML', () => {
    const page = show(...rows, 'html', 'zh');
    expect(page).not.toMatch(/<img/);
    expect(page).toContain('&#60;img src=x onerror=alert');
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
  });

  test('in Markdown', () => {
    const text = show(...rows, 'markdown', 'zh');
    expect(text).not.toMatch(/(?<!\\)[<>]|(?<!\\)\*\*b|(?<!\\)`c|(?<!\\)\[a/);
    // A cell ends where the table's own bars stand.
    for (const line of text.split('\n').filter(line => line.startsWith('| 第')))
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});

test.each(diffFormats)('%s tells of a plan without changes', format => {
  const text = show([{}], [{}], format, 'en');
  expect(text.length).toBeGreaterThan(50);
  if (format !== 'json') expect(text).toContain('1 kept');
});

describe('characters of two texts, aligned', () => {
  test.each([
    ['甲乙丙', '甲乙丙', '=甲乙丙'],
    ['甲乙丙', '甲丙', '=甲 -乙 =丙'],
    ['甲丙', '甲乙丙', '=甲 +乙 =丙'],
    ['学校的检查', '幼儿园的检查', '-学校 +幼儿园 =的检查'],
    ['', '甲', '+甲'],
    ['𠮷野家', '吉野家', '-𠮷 +吉 =野家'],
    ['甲乙丙丁', '戊乙己丁', '-甲乙丙 +戊乙己 =丁'],
  ])('%s → %s: %s', (from, to, expected) => {
    const sign = { both: '=', base: '-', head: '+' } as const;
    expect(
      marksOf(from, to)
        .map(mark => sign[mark.in] + mark.text)
        .join(' '),
    ).toBe(expected);
  });

  test('texts that have nothing in common cost bounded time', () => {
    const [from, to] = ['甲乙丙丁'.repeat(5000), '子丑寅卯'.repeat(5000)];
    expect(marksOf(from, to)).toHaveLength(2);
  });
});
