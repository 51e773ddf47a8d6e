/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import type { BrowserContext, Page } from 'playwright-core';
import { type Converted, convert, readOptions } from '../../src/convert.ts';
import type { Document } from '../../src/model/document.ts';
import { readDocument } from '../../src/read/index.ts';
import type { ReviewData } from '../../src/report/review/data.ts';
import { reviewData } from '../../src/report/review/index.ts';

export const samples = resolve(import.meta.dirname, '../../samples');

/** A document with its plan and the data of its review page, without pictures. */
export async function reviewOf(
  name: string,
  bytes: Uint8Array,
): Promise<Converted & { document: Document; data: ReviewData }> {
  const source = { name, bytes };
  const read = await readDocument(source, readOptions());
  if ('refusal' in read) throw new Error(read.refusal.code);
  const converted = (await convert(source)).plans[0]!;
  const { document } = read;
  return { ...converted, document, data: reviewData({ document, ...converted, position: null, pages: [] }) };
}

/** What a script of the page defines, run by itself. */
export function pageScript<T>(names: readonly string[], wanted: string): T {
  const text = names.map(name => readFileSync(resolve(import.meta.dirname, '../../src/report/assets', name), 'utf8'));
  return vm.runInNewContext(`${text.join('\n')}\n(${wanted})`) as T;
}

const header =
  '序号\t抽查任务名称\t抽查事项\t抽查对象范围\t抽查比例及频次\t信用风险分类要求\t抽查检查起止时间\t发起部门\t配合部门';

/** The text of a plan of many tasks, each with texts of its own. */
export const manyTasks = (count: number): string =>
  [
    '某市2026年度部门联合双随机抽查计划',
    header,
    ...Array.from({ length: count }, (_, i) =>
      [
        i + 1,
        `对第${i + 1}类经营单位的双随机抽查`,
        `1.第${i + 1}类许可情况检查；2.第${i + 1}类经营活动情况检查；3.第${i + 1}类从业人员情况检查`,
        `本辖区第${i + 1}类获证企业`,
        `抽查比例不低${i % 2 ? '于' : ''}${(i % 50) + 1}%；抽查1次`,
        i % 7 === 6 ? '' : '根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次',
        `${(i % 9) + 1}月-${(i % 3) + 10}月`,
        ['市市场监管局', '市公安局', '市教育局', '市应急管理局'][Math.floor(i / 5) % 4],
        '市市场监管局、公安局',
      ].join('\t'),
    ),
  ].join('\n');

/** Opens a page in the browser and gives what went wrong in it: errors, policy violations, requests to anywhere. */
export async function openPage(
  context: BrowserContext,
  html: string,
): Promise<{ page: Page; troubles: string[]; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'choucha-review-'));
  const file = join(folder, 'plan.review.html');
  await writeFile(file, html);
  const page = await context.newPage();
  // Shorter than a test may take, so that what was waited for is told.
  page.setDefaultTimeout(10_000);
  const troubles: string[] = [];
  page.on('pageerror', error => troubles.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('dialog', dialog => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', request => {
    if (!/^(?:file|data|blob):/.test(request.url())) troubles.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event =>
      console.error(`policy: ${event.violatedDirective} ${event.sample}`),
    );
  });
  await page.goto(`file://${file}`);
  await page.waitForSelector('#findings > *');
  return {
    page,
    troubles,
    close: async () => {
      await page.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
