/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import type { Task } from '../../src/plan/schema.ts';
import { grayPng } from '../../src/read/pdf/gray-png.ts';
import { renderReview } from '../../src/report/review/index.ts';
import { review } from '../../src/review.ts';
import { describeWithChromium, launchChromium } from '../needs.ts';
import { pdf, ruledTable, say } from '../read/pdf-bytes.ts';
import { manyTasks, openPage, reviewOf, samples } from './make-review.ts';

const html = async (name: string, bytes: Uint8Array, language: 'zh' | 'en' = 'zh'): Promise<string> =>
  (await review({ name, bytes }, { language })).reviews[0]!.html;
const sample = (name: string): Uint8Array => readFileSync(resolve(samples, name));

/** Rows of a ruled PDF table, the window of the first so that no notation reads it. */
const ruled = [
  ['序号', '抽查任务名称', '抽查事项', '抽查比例', '抽查时间', '发起部门'],
  ['1', '食品检查', '许可情况', '不低于5%', '三月左右', '市公安局'],
  ['2', '药品检查', '经营情况', '5%', '3月-12月', '市教育局'],
];
const ruledPdf = (pages = 1): Uint8Array =>
  pdf(
    Array.from({ length: pages }, () => ({
      content: `${say(60, 360, '某市2026年度双随机抽查计划')}${ruledTable(60, 250, ruled)}`,
    })),
  );

let browser: Browser;
let context: BrowserContext;
let close: () => Promise<void> = async () => {};
/** Every page is expected to have met no trouble, unless a test says otherwise. */
let troubles: string[] = [];

async function open(text: string): Promise<Page> {
  const opened = await openPage(context, text);
  ({ close, troubles } = opened);
  return opened.page;
}

const withoutUnread = ({ unread: _, ...task }: Task): Task => task;
const textOf = async (page: Page, selector: string): Promise<string> => (await page.textContent(selector)) ?? '';
const chosen = (page: Page): Promise<string> => textOf(page, '.finding[aria-current] .address');

describeWithChromium('the review page in the browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1400, height: 900 }, acceptDownloads: true });
  });
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await close();
    await context.close();
  });

  test('opens with the gravest findings first, counted', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    expect(await page.title()).toContain('吕梁市2023年度部门联合双随机抽查工作计划');
    expect(await textOf(page, '.finding:first-child .address')).toBe('26.creditRule');
    expect(
      await page.$$eval('[data-filter]', chips => chips.map(chip => chip.textContent?.replace(/\s/g, ''))),
    ).toEqual(['■错误2', '▲警告9', '●提示33']);
  });

  test('filters by severity, code, field, task and text, and those not decided', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    const shown = () => textOf(page, '#findings-count');
    await page.click('[data-filter=info]');
    expect(await shown()).toBe('显示 11 / 44');
    await page.selectOption('[aria-label=代码]', 'ambiguous-blank');
    expect(await shown()).toBe('显示 7 / 44');
    await page.fill('#search-findings', '道路运输');
    expect(await shown()).toBe('显示 1 / 44');
    await page.fill('#search-findings', '');
    await page.fill('#filter-task', '28');
    expect(await shown()).toBe('显示 1 / 44');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.keyboard.press('a');
    await page.check('text=只看未决');
    expect(await shown()).toBe('显示 0 / 44');
    await page.uncheck('text=只看未决');
    await page.fill('#filter-task', '');
    await page.selectOption('[aria-label=代码]', '');
    await page.selectOption('[aria-label=栏目]', { label: '抽查对象' });
    expect(await shown()).toBe('显示 1 / 44');
  });

  test('a finding shows its cell in the source, and a cell its finding or its task', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    for (let i = 0; i < 6; i++) await page.keyboard.press('n');
    expect(await chosen(page)).toBe('28.creditRule');
    expect(await page.$$eval('#source .selected', cells => cells.map(cell => cell.textContent))).toEqual(['']);
    const row = await page.$eval('#source .selected', cell => cell.parentElement?.textContent);
    expect(row).toContain('对学校气象灾害防御教育的双随机检查');
    // Cells beyond the pane's edge are drawn when they are scrolled to.
    for (const width of [1400, 600]) {
      await page.setViewportSize({ width, height: 900 });
      await page.click('.finding:has-text("2.lead") .address');
      const seen = await page.$eval('#source .selected', node => {
        const { left, top, width, height } = node.getBoundingClientRect();
        return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      expect(seen).toBe(true);
    }
    await page.setViewportSize({ width: 1400, height: 900 });
    for (let i = 0; i < 30; i++) await page.keyboard.press('p');
    for (let i = 0; i < 5; i++) await page.keyboard.press('n');
    expect(await chosen(page)).toBe('28.creditRule');
    await page.click('#source bdi:text-is("各类学校")');
    expect(await page.getAttribute('#panel-tasks', 'hidden')).toBe(null);
    expect(await textOf(page, '.field[aria-current] th')).toBe('抽查对象');
    expect(await textOf(page, '.task:has(.field[aria-current]) .number')).toBe('28');
  });

  test('a box lies on its cell in the picture of the page, to the pixel', async () => {
    const bytes = ruledPdf();
    const { trace, html: text } = (await review({ name: 'plan.pdf', bytes })).reviews[0]!;
    const page = await open(text);
    await page.keyboard.press('n');
    expect(await chosen(page)).toBe('1.period');
    const [place] = trace.rows[0]!.cells.period!.places as {
      page: number;
      box: { x0: number; top: number; x1: number; bottom: number };
    }[];
    const { box, sheet } = await page.$eval('.box.selected', node => {
      const rect = ({ x, y, width, height }: DOMRect) => ({ x, y, width, height });
      return { box: rect(node.getBoundingClientRect()), sheet: rect(node.closest('.sheet')!.getBoundingClientRect()) };
    });
    const scale = sheet.width / 600;
    const { x0, top, x1, bottom } = place!.box;
    for (const [found, expected] of [
      [box.x - sheet.x, x0 * scale],
      [box.y - sheet.y, top * scale],
      [box.width, (x1 - x0) * scale],
      [box.height, (bottom - top) * scale],
    ])
      expect(Math.abs(found! - expected!)).toBeLessThan(1);
    // In the picture itself: the sides of the box are ruling lines, what lies beside them is paper.
    const dark = await page.$eval(
      '.sheet img',
      async (img, sides) => {
        const image = img as HTMLImageElement;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const drawing = canvas.getContext('2d')!;
        drawing.drawImage(image, 0, 0);
        const perPoint = image.naturalWidth / 600;
        const darkest = (x: number, y: number) => {
          const { data } = drawing.getImageData(Math.round(x * perPoint) - 1, Math.round(y * perPoint) - 1, 3, 3);
          return Math.min(...data.filter((_, i) => i % 4 === 0));
        };
        const middle = (sides.top + sides.bottom) / 2;
        return {
          left: darkest(sides.x0, middle),
          right: darkest(sides.x1, middle),
          above: darkest((sides.x0 + sides.x1) / 2, sides.top),
          below: darkest((sides.x0 + sides.x1) / 2, sides.bottom),
          paper: darkest(sides.x1 - 6, sides.bottom - 3),
        };
      },
      place!.box,
    );
    expect(Math.max(dark.left, dark.right, dark.above, dark.below)).toBeLessThan(150);
    expect(dark.paper).toBeGreaterThan(240);
    await page.click('button.box[aria-label="市教育局"]');
    expect(await textOf(page, '.field[aria-current] th')).toBe('发起部门');
  });

  test('corrects through a form that checks, accepts, exports, and keeps it all on reload', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt'), 'en'));
    await page.keyboard.press('4');
    await page.getByLabel('Decided by (').fill('Zhang San');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.click('text=treat as blank');
    await page.keyboard.press('n');
    await page.keyboard.press('a');
    // A ratio of 500 % is refused, one of 8 to 12 % is taken.
    await page.keyboard.press('2');
    await page.fill('#search-tasks', '10');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    for (let i = 0; i < 3; i++) await page.keyboard.press('f');
    await page.keyboard.press('c');
    const editor = page.locator('#panel-tasks .editor');
    await editor.getByLabel('at least').fill('500');
    await editor.getByLabel('at most').fill('12');
    await page.keyboard.press('Control+Enter');
    expect(await textOf(page, '#panel-tasks .problems')).toContain('must be at most 100');
    await editor.getByLabel('at least').fill('8');
    await editor.getByLabel('evidence').fill('page 3');
    await page.keyboard.press('Control+Enter');
    expect(await editor.count()).toBe(0);
    expect(await textOf(page, '.field[aria-current] .value')).toContain('at least 8 · at most 12');
    expect(await page.getAttribute('.field[aria-current] .origin', 'class')).toContain('corrected');

    await page.keyboard.press('4');
    const yaml = async (): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Escape').then(() => page.keyboard.press('e')),
      ]);
      expect(download.suggestedFilename()).toBe('plan.txt.corrections.yaml');
      return readFileSync(await download.path(), 'utf8');
    };
    const first = await yaml();
    expect(first).toContain('target: "26.creditRule"\n    expect: "对学校开展气象灾害防御教育的检查"\n    set: null\n');
    expect(first).toContain('set: {"kind":"percent","min":8,"max":12}\n');
    expect(first).toContain('evidence: "page 3"\n');
    expect(first).toMatch(
      /waivers:\n {2}- target: "27.creditRule"\n {4}code: "misplaced-text"\n {4}fingerprint: "[0-9a-f]{16}"\n/,
    );
    // Replayed, it gives the corrected plan.
    const source = { name: 'plan.txt', bytes: sample('lvliang-2023.txt') };
    const [before, after] = await Promise.all([convert(source), convert(source, { corrections: first })]);
    expect(after.unsettled).toEqual([]);
    const [old, { plan, trace }] = [before.plans[0]!.plan, after.plans[0]!];
    expect(plan.tasks[25]).toEqual({ ...withoutUnread(old.tasks[25]!), creditRule: null });
    expect(plan.tasks[9]).toEqual({ ...old.tasks[9], ratio: { kind: 'percent', min: 8, max: 12 } });
    expect(plan.tasks.filter((task, i) => JSON.stringify(task) !== JSON.stringify(old.tasks[i]))).toHaveLength(2);
    expect(trace.rows[9]!.cells.ratio).toMatchObject({
      origin: 'corrected',
      correction: { by: 'Zhang San', evidence: 'page 3' },
    });
    expect(trace.diagnostics.flatMap(({ code, pointer, waived }) => (waived ? [`${code} ${pointer}`] : []))).toEqual([
      'misplaced-text /tasks/26/creditRule',
    ]);
    await page.reload();
    await page.waitForSelector('.finding');
    expect(await textOf(page, '#tab-decisions')).toBe('Decisions 3');
    expect(await yaml()).toBe(first);
    await page.keyboard.press('n');
    await page.keyboard.press('u');
    expect(await textOf(page, '#tab-decisions')).toBe('Decisions 2');
  });

  test('shows the decisions that it was made with, and exports them with the new ones', async () => {
    const source = { name: 'plan.txt', bytes: sample('lvliang-2023.txt') };
    const corrections = {
      schema: 'choucha/corrections@1' as const,
      corrections: [
        { target: '26.creditRule', expect: '对学校开展气象灾害防御教育的检查', set: null, reason: '错位', by: '张三' },
        { target: '10.ratio', expect: '抽查比例不低于5%', set: null, reason: '旧' },
      ],
    };
    const page = await open((await review(source, { corrections })).reviews[0]!.html);
    await page.keyboard.press('n');
    expect(await textOf(page, '.finding[aria-current] .state')).toContain('已更正');
    await page.keyboard.press('n');
    await page.keyboard.press('a');
    await page.keyboard.press('4');
    expect(
      await page.$$eval('.decision', all => all.map(node => (node.textContent ?? '').includes('与当前来源不符'))),
    ).toEqual([false, true, false]);
    await page.click('summary');
    const yaml = await textOf(page, '#preview');
    expect(yaml).toContain('by: "张三"');
    expect(yaml.match(/target: .*/g)).toEqual([
      'target: "26.creditRule"',
      'target: "10.ratio"',
      'target: "27.creditRule"',
    ]);
  });

  test('a value that others took over is corrected for them too, if wished', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    await page.keyboard.press('2');
    await page.fill('#search-tasks', '19');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.click('.task:has(.field[aria-current]) button:text-is("抽查时间")');
    await page.keyboard.press('c');
    expect(await textOf(page, '#panel-tasks .editor')).toContain('承接此格的任务一并更正：20、21、22');
    await page.getByLabel('结束').fill('2023-10');
    await page.keyboard.press('Control+Enter');
    expect(await textOf(page, '#tab-decisions')).toBe('决定 4');
  });

  test('what the plan says of itself is corrected in the same way', async () => {
    const rows = [
      '序号\t抽查任务名称\t抽查事项\t抽查对象\t抽查比例\t抽查时间\t发起部门',
      '1\t甲\t许可\t企业\t5%\t3月-5月\t市公安局',
    ];
    const source = { name: 'plan.txt', bytes: Buffer.from(rows.join('\n')) };
    const page = await open((await review(source)).reviews[0]!.html);
    await page.click('.finding:has-text("plan.year") .address');
    await page.keyboard.press('c');
    await page.getByLabel('年度', { exact: true }).fill('12');
    await page.keyboard.press('Control+Enter');
    expect(await textOf(page, '.problems')).toContain('应不小于 1990');
    await page.getByLabel('年度', { exact: true }).fill('2026');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('4');
    await page.click('summary');
    const { plans } = await convert(source, { corrections: await textOf(page, '#preview') });
    expect(plans[0]!.plan.year).toBe(2026);
    expect(plans[0]!.plan.tasks[0]!.period).toEqual({ start: '2026-03', end: '2026-05' });
  });

  test('a form suits every kind of value, and gives back what it was given', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    const percent = { kind: 'percent', min: 1, max: null };
    const more: Record<string, unknown[]> = {
      ratio: [
        null,
        { ...percent, max: 2, about: true, count: { min: 20, max: 20, unit: '户' }, note: '逐步提高' },
        { kind: 'count', min: null, max: 20, unit: '户' },
        {
          kind: 'tiered',
          by: 'credit',
          tiers: [
            { of: 'low', ...percent },
            { of: 'high', kind: 'count', min: 3, max: 3, unit: '家' },
          ],
        },
        { kind: 'undecided', text: '待定' },
      ],
      frequency: [
        null,
        { min: 1, max: 2, per: 'P6M', note: '视情况' },
        { kind: 'tiered', by: 'level', tiers: [{ of: 'city', min: 1, max: 1, per: null }] },
      ],
      period: [
        null,
        { start: null, end: '2023-11' },
        {
          start: '2023-03',
          end: '2023-10',
          segments: [
            { start: '2023-03', end: '2023-04' },
            { start: '2023-09', end: '2023-10' },
          ],
        },
      ],
      lead: [[], [{ name: '市公安局', printed: '公安局', unit: '公安局', level: null, alias: '甲', note: '乙' }]],
      creditRule: [
        null,
        { applies: false, text: '不涉及' },
        { applies: true, basis: null, system: null, classes: ['守信', '失信'], raises: [], text: '按信用' },
      ],
      items: [[], ['许可情况', '经营情况']],
    };
    const wrong = await page.evaluate(
      `(${(others: Record<string, unknown[]>) => {
        // biome-ignore lint/suspicious/noExplicitAny: the page's own scripts
        const { plan, formPart } = (globalThis as any).reviewWorld;
        const wrong: string[] = [];
        for (const [field, { name, schema }] of plan.fields.entries()) {
          const values = plan.tasks.map(({ values }: { values: (number | null)[] }) => values[field]);
          const stated = values.flatMap((id: number | null) => (id === null ? [] : [plan.values[id][1]]));
          for (const value of [...stated, ...(others[name] ?? [])]) {
            const read = JSON.stringify(formPart(schema, value, name).read() ?? null);
            if (read !== JSON.stringify(value)) wrong.push(`${name}: ${JSON.stringify(value)} became ${read}`);
          }
        }
        return wrong;
      }})((globalThis.reviewWorld = { plan, formPart }, ${JSON.stringify(more)}))`,
    );
    expect(wrong).toEqual([]);
  });

  test('what a document says never becomes markup or script, and what it hides is shown', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(2)>',
      "' onload='alert(3)",
      '</script><!--',
      '\u202efdp.exe\u202c',
      '&lt;b&gt;',
      'javascript:alert(4)',
      '长'.repeat(20_000),
    ];
    // As a web page would hold them: as text, escaped.
    const cell = (text: string) => `<td>${text.replace(/[&<>"']/g, one => `&#${one.charCodeAt(0)};`)}</td>`;
    const rows = hostile.map(
      (text, i) => `<tr><td>${i + 1}</td>${[text, text, text, `${text}5%`, text, text].map(cell).join('')}</tr>`,
    );
    const titles = ['序号', '抽查任务名称', '抽查事项', '抽查对象', '抽查比例', '发起部门', hostile[1]!].map(cell);
    const title = cell(`${hostile[0]}某市2026年度双随机抽查计划${hostile[4]}`).replaceAll('td>', 'p>');
    const text = `<meta charset=utf-8>${title}<table><tr>${titles.join('')}</tr>${rows.join('')}</table>`;
    const page = await open(await html('<img src=x onerror=alert(5)>.html', Buffer.from(text)));
    for (const panel of ['1', '2', '3', '4']) await page.keyboard.press(panel);
    await page.keyboard.press('1');
    for (let i = 0; i < 4; i++) await page.keyboard.press('n');
    await page.keyboard.press('a');
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await page.keyboard.press('4');
    expect(
      await page.$$eval('img, iframe, object, embed, link, base, meta[http-equiv=refresh]', found => found.length),
    ).toBe(0);
    expect(await page.$$eval('script', found => found.length)).toBe(2);
    expect(
      await page.$$eval('*', all =>
        all.flatMap(node => [...node.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name)),
      ),
    ).toEqual([]);
    const shown = await page.$eval('#review', node => node.textContent ?? '');
    expect(shown).toContain('<script>alert(1)</script>');
    expect(shown).toContain('‹U+202E›');
    expect(shown).not.toContain('\u202e');
    expect(
      await page.$$eval('#source bdi', all => Math.max(...all.map(node => node.textContent!.length))),
    ).toBeLessThan(2_000);
  });

  test('what this browser has kept is not taken on trust', async () => {
    const text = await html('plan.txt', sample('lvliang-2023.txt'));
    const page = await open(text);
    await page.evaluate(() => {
      const data = JSON.parse(document.getElementById('data')!.textContent!);
      const correction = { target: '<img src=x onerror=alert(1)>.ratio', expect: 'x', set: null, reason: 'r' };
      localStorage.setItem(
        `choucha/review/${data.source.sha256}`,
        JSON.stringify({ corrections: [correction, null, 5, { target: 1 }], waivers: 'x', by: {} }),
      );
    });
    await page.reload();
    await page.waitForSelector('.finding');
    expect(await textOf(page, '#tab-decisions')).toBe('决定 1');
    await page.keyboard.press('4');
    expect(await textOf(page, '.decision')).toContain('与当前来源不符');
    expect(await page.$$('img')).toHaveLength(0);
  });

  test('has no accessibility violations, in either language, with a form and the help open', async () => {
    const page = await open(await html('plan.pdf', ruledPdf()));
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const violations = async (): Promise<string[]> => {
      // Evaluated from outside, which the page's policy does not concern.
      await page.evaluate(axe);
      return page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe-core as the page has it
        const found = await (globalThis as any).axe.run();
        return found.violations.map(
          ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
            `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`,
        );
      });
    };
    for (const language of ['zh', 'en']) {
      await page.keyboard.press('1');
      await page.keyboard.press('n');
      expect(await violations()).toEqual([]);
      await page.keyboard.press('c');
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('a');
      for (const key of ['2', '3', '4']) {
        await page.keyboard.press(key);
        expect(await violations()).toEqual([]);
      }
      await page.keyboard.press('?');
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe({ zh: 'zh-CN', en: 'en' }[language]);
      await page.keyboard.press('l');
    }
  });

  test('everything can be reached with the keyboard', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    const order: string[] = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ''));
    }
    expect(order.slice(0, 7)).toEqual(['skip', '快捷键 ?', 'English', '−', '+', 'source-view', 'tab-findings']);
    await page.focus('#source-view');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    const here = await page.evaluate(() => document.activeElement?.textContent);
    expect(await page.$eval('#source .selected', node => node.textContent)).toBe(here);
    await page.focus('#tab-findings');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-tasks');
    // Single keys can be turned off, and stay off.
    await page.keyboard.press('?');
    await page.click('dialog input[type=checkbox]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    expect(await page.getAttribute('#panel-overview', 'hidden')).toBe('');
  });

  test('2,000 tasks: little is made before it is looked at, and the last task is a search away', async () => {
    const page = await open(await html('plan.txt', Buffer.from(manyTasks(2_000))));
    expect(await page.$$eval('*', all => all.length)).toBeLessThan(8_000);
    await page.keyboard.press('2');
    await page.fill('#search-tasks', '2000');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.click('.task:has-text("第2000类") th button:text-is("抽查事项")');
    expect(await textOf(page, '#source .selected')).toContain('第2000类许可情况检查');
    expect(await page.$eval('#source .selected', node => node.getBoundingClientRect().top)).toBeLessThan(900);
    expect(await page.$$eval('*', all => all.length)).toBeLessThan(16_000);
  });

  test('200 pages: each gets its picture when it comes into view', async () => {
    const { document, plan, trace } = await reviewOf('plan.pdf', ruledPdf());
    const png = grayPng(600, 400, new Uint8Array(600 * 400 * 4).fill(255));
    const pages = Array.from({ length: 200 }, (_, i) => ({ page: i + 1, width: 600, height: 400, png }));
    const page = await open(renderReview({ document, plan, trace, position: null, pages }, 'zh'));
    expect(await page.$$eval('.sheet img', all => all.length)).toBeLessThan(20);
    await page.$eval('#source-view', pane => pane.scrollTo(0, pane.scrollHeight));
    await page.waitForSelector('[data-page="200"] img');
    expect(await page.$$eval('.sheet img', all => all.length)).toBeLessThan(40);
  });

  test('a page without a picture is drawn from its cells, which lead to the data all the same', async () => {
    const source = { name: 'plan.pdf', bytes: ruledPdf(3) };
    const page = await open((await review(source, { pictures: { pages: 1 } })).reviews[0]!.html);
    expect(
      await page.$$eval('.sheet', sheets => sheets.slice(0, 2).map(sheet => sheet.querySelectorAll('img').length)),
    ).toEqual([1, 0]);
    await page.click('[data-page="2"] button.box[aria-label="市公安局"]');
    expect(await textOf(page, '.field[aria-current] th')).toBe('发起部门');
    expect(await textOf(page, '[data-page="2"] figcaption')).toContain('本页没有图像');
  });

  test('prints overview, findings, decisions and all tasks, without the source', async () => {
    const page = await open(await html('plan.txt', sample('lvliang-2023.txt')));
    await page.emulateMedia({ media: 'print' });
    const printed = Buffer.from(await page.pdf({ format: 'A4' }));
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
    expect(
      await page.$$eval(
        '.task:not(.head)',
        tasks => tasks.filter(task => task.getBoundingClientRect().height > 0).length,
      ),
    ).toBe(58);
    expect(await page.$eval('#source', node => node.getBoundingClientRect().height)).toBe(0);
    expect(await page.$$eval('.chart svg', all => all.length)).toBe(5);
    const tops = await page.$$eval('.panel', all =>
      all.map(node => [node.getBoundingClientRect().top, node.id] as const),
    );
    expect(tops.sort(([a], [b]) => a - b).map(([, id]) => id.slice('panel-'.length))).toEqual([
      'overview',
      'findings',
      'decisions',
      'tasks',
    ]);
  });
});
