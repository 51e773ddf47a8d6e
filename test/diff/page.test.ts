import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { comparePlans } from '../../src/diff/compare.ts';
import { renderDiff } from '../../src/render-diff.ts';
import { describeWithChromium, launchChromium, testWithChromium } from '../needs.ts';
import { composePair } from './compose-pair.ts';
import { type Cells, planOf } from './make-plans.ts';

const inn: Cells = { name: '对民宿的双随机抽查', items: '民宿登记情况', targets: '民宿', lead: '市公安局' };
const hostile = '</script><script>window.hit = 1</script><img src="http://192.0.2.1/x" onerror="window.hit = 1">';
const base = planOf([
  {},
  { ...inn, targets: `民宿${hostile}` },
  { name: '对档案服务企业的抽查', items: '档案服务', targets: '档案服务企业' },
]);
const head = planOf([
  { ...inn, targets: `民宿甲${hostile}` },
  { amounts: '不低于3%；抽查1次', items: '1.旅行社业务经营许可情况；2.旅游合同签订和备案情况；3.质量保证金交存情况' },
  { name: '对殡葬服务机构的抽查', items: '收费公示', targets: '殡仪馆', lead: '市民政局' },
]);
const html = (language: 'zh' | 'en') => renderDiff(comparePlans(base, head), base, head, { format: 'html', language });

describeWithChromium('the page of a comparison', { timeout: 60_000 }, () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());
  /** Every page in a tab of its own, as a file would be opened. */
  const open = async (text: string) => {
    page = await browser.newPage();
    page.on('request', request => requests.push(request.url()));
    page.on('pageerror', error => problems.push(String(error)));
    await page.setContent(text);
  };
  const visible = () => page.locator('.entry:visible h2').allTextContents();

  testWithChromium('shows what changed, old and new side by side', async () => {
    await open(html('zh'));
    expect(await page.locator('.counts li').allTextContents()).toEqual([
      ...['2 保留', '2 有变化', '1 新增', '1 取消', '0 拆分', '0 合并', '0 改名', '0 无法判断'],
    ]);
    const cells = page.locator('.entry').first().locator('tbody tr').filter({ hasText: '抽查事项' }).locator('td');
    expect(await cells.nth(2).locator('ins').allTextContents()).toEqual(['和备案']);
    expect(await cells.nth(1).locator('del').count()).toBe(0);
    expect(await page.locator('.findings .error').first().textContent()).toContain(
      '抽查比例低于基准计划：不低于5% → 不低于3%',
    );
  });

  testWithChromium('filters, by mouse and by keyboard', async () => {
    await open(html('zh'));
    expect(await visible()).toHaveLength(4);
    await page.getByRole('button', { name: '新增' }).click();
    expect(await visible()).toHaveLength(1);
    expect(await page.getByRole('status').textContent()).toBe('显示 1 / 4 项');
    await page.getByRole('button', { name: '全部' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('栏目').selectOption('ratio');
    expect(await visible()).toEqual(['保留 第 1 项 → 第 2 项 对旅行社经营活动的双随机抽查']);
    await page.getByLabel('栏目').selectOption('');
    await page.getByLabel('查找任务').fill('殡葬');
    expect(await visible()).toHaveLength(1);
  });

  testWithChromium('nothing of a document runs, and nothing is loaded', async () => {
    await open(html('en'));
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(requests.filter(url => /^https?:/.test(url))).toEqual([]);
    expect(problems).toEqual([]);
  });

  testWithChromium('prints everything, without the filters', async () => {
    await open(html('zh'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('.total').textContent()).toContain('合计：保留 2');
    expect(await visible()).toHaveLength(4);
  });

  testWithChromium('has no barriers that axe knows of, in both languages', async () => {
    const pair = composePair(21);
    const large = renderDiff(comparePlans(pair.base, pair.head), pair.base, pair.head, {
      format: 'html',
      language: 'en',
    });
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const text of [html('zh'), large]) {
      // The page's policy lets no other script in.
      await open(text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    }
  });
});
