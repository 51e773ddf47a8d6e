import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { choucha, root } from './run.ts';

const sample = resolve(root, 'samples/lvliang-2023.txt');
const table = [
  '序号\t抽查任务名称\t抽查事项\t抽查对象\t抽查比例\t发起部门',
  '1\t甲\t许可情况\t企业\t5%\t市公安局',
].join('\n');
let folder: string;
const at = (name: string): string => join(folder, name);
const review = (...words: string[]) => choucha(['review', ...words, '-o', at('out')], { cwd: folder });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha-review-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('review', () => {
  test('writes one self-contained file per document, named as convert names its own', () => {
    mkdirSync(at('in/sub'), { recursive: true });
    copyFileSync(sample, at('in/sub/plan.txt'));
    writeFileSync(at('in/other.txt'), table);
    const { status, stdout, stderr } = review('in');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('58 tasks; 2 errors, 9 warnings, 33 info → ');
    expect(readdirSync(at('out'), { recursive: true }).map(String).sort()).toEqual([
      'other.txt.review.html',
      'sub',
      'sub/plan.txt.review.html',
    ]);
    const html = readFileSync(at('out/sub/plan.txt.review.html'), 'utf8');
    expect(html).toContain('<html lang="en">');
    expect(html.match(/(?:src|href)=/g)).toBe(null);
    expect(html).toMatch(/default-src &#39;none&#39;/);
  });
  test('two plans in one document give two pages', () => {
    writeFileSync(at('two.txt'), `${table}\n\n附件2\n某市2026年度抽查计划\n${table}`);
    expect(review('two.txt', '--lang', 'zh').status).toBe(0);
    expect(readdirSync(at('out')).sort()).toEqual(['two.txt.1.review.html', 'two.txt.2.review.html']);
    expect(readFileSync(at('out/two.txt.1.review.html'), 'utf8')).toContain('<html lang="zh-CN">');
  });
  test('what is no document stops nothing else, and is exit 3', () => {
    copyFileSync(sample, at('plan.txt'));
    writeFileSync(at('empty.txt'), '');
    const { status, stderr } = review('missing.txt', 'empty.txt', 'plan.txt');
    expect(status).toBe(3);
    expect(stderr).toContain('[unreadable-file] error');
    expect(stderr).toContain('[empty-source] error');
    expect(readdirSync(at('out'))).toEqual(['plan.txt.review.html']);
  });
  test.each(['plan.txt.plan.json', 'plan.txt.plan.yaml', 'plan.txt.trace.json'])(
    '%s is a result: the document is asked for',
    name => {
      writeFileSync(at(name), '{}');
      const { status, stderr } = review(name);
      expect(status).toBe(2);
      expect(stderr).toContain('name the document itself');
      expect(existsSync(at('out'))).toBe(false);
    },
  );
  test('a corrections file beside the source is in the page; one that is none is exit 2 and writes nothing', () => {
    copyFileSync(sample, at('plan.txt'));
    writeFileSync(
      at('plan.txt.corrections.yaml'),
      'schema: choucha/corrections@1\ncorrections:\n  - target: 26.creditRule\n    expect: 对学校开展气象灾害防御教育的检查\n    set: null\n    reason: 原件此格为空\n',
    );
    expect(review('plan.txt').status).toBe(0);
    expect(readFileSync(at('out/plan.txt.review.html'), 'utf8')).toContain('原件此格为空');
    rmSync(at('out'), { recursive: true });
    writeFileSync(at('plan.txt.corrections.yaml'), 'schema: choucha/corrections@1\ncorrections: 5\n');
    const { status, stderr } = review('plan.txt');
    expect(status).toBe(2);
    expect(stderr).toContain('plan.txt.corrections.yaml:2:');
    expect(existsSync(at('out'))).toBe(false);
    writeFileSync(at('other.txt'), table);
    expect(review('plan.txt', 'other.txt', '--corrections', 'x.yaml').status).toBe(2);
  });
});
