import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../src/json-schema.ts';
import { diagnose, type Finding, type Position } from '../../src/model/diagnostic.ts';
import { type Judged, type ReportedFile, tellOfFile } from '../../src/report/findings.ts';
import { renderReport } from '../../src/report/machine/index.ts';
import { uriOf } from '../../src/report/machine/sarif.ts';

const require = createRequire(import.meta.url);
const options = { language: 'en', version: '1.2.3' } as const;

const told = (finding: Finding, position: Position = {}, more: Partial<Judged> = {}): Judged => ({
  ...tellOfFile(diagnose(finding, position)),
  accepted: false,
  ...more,
});
const blank = {
  code: 'ambiguous-blank',
  params: { field: { zh: '时间', en: 'period' }, donor: '1', text: 'x', doubt: '' },
} as const;
const files: ReportedFile[] = [
  {
    path: '计划/a b,1.txt',
    findings: [
      told(
        blank,
        { pointer: '/tasks/0/period', places: [{ line: 3, column: 7 }] },
        { address: '1.period', fingerprint: '0123456789abcdef' },
      ),
      told(
        { code: 'style-drift', params: { half: '1', full: '2' } },
        {},
        {
          ...({
            address: 'plan',
            cause: { in: 'conversion', evidence: { zh: '换页处', en: 'at 100% of pages' } },
          } as const),
        },
      ),
      told(
        { code: 'near-typo', params: { field: 'x', text: '甲\n乙', proposed: '丙' } },
        {},
        {
          ...{ accepted: true, waived: { reason: '原件如此', by: '张三', date: '2026-11-27' } },
        },
      ),
    ],
  },
  {
    path: '/data/b.pdf',
    findings: [
      told(
        { code: 'no-plan', params: { seen: 'x' } },
        { places: [{ page: 2, box: { x0: 1, top: 2, x1: 3, bottom: 4 } }] },
      ),
    ],
  },
  { path: 'c.xlsx', findings: [] },
];

describe('JSON', () => {
  test('fits its published schema, and adds up', () => {
    const report = JSON.parse(renderReport('json', files, options));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(jsonSchema('report'));
    expect([validate(report), validate.errors]).toEqual([true, null]);
    expect(report.summary).toEqual({ error: 1, warning: 1, info: 1, waived: 1 });
  });
});

describe('SARIF 2.1.0', () => {
  // The published schema is draft 4, of which it uses nothing that draft 7 reads otherwise but the name of its id.
  const { id, $schema: _, ...rest } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ $id: id, ...rest });
  const log = (language: 'zh' | 'en', reported = files) =>
    JSON.parse(renderReport('sarif', reported, { ...options, language }));

  test.each(['zh', 'en'] as const)('fits its schema (%s)', language => {
    for (const reported of [files, []])
      expect([validate(log(language, reported)), validate.errors]).toEqual([true, null]);
    expect(validate({ ...log(language), version: '2.0.0' })).toBe(false);
  });
  test('rules in both languages, in one order', () => {
    const { tool, translations, language } = log('en').runs[0];
    const ids = (rules: { id: string }[]) => rules.map(({ id }) => id);
    expect(ids(translations[0].rules)).toEqual(ids(tool.driver.rules));
    expect([language, translations[0].language]).toEqual(['en', 'zh-CN']);
    expect(translations[0].rules[0].help.text).toMatch(/\p{Script=Han}/u);
    expect(tool.driver).toMatchObject({ name: 'choucha', version: '1.2.3' });
  });
  test('results: level, place, fingerprint, suppression', () => {
    const { results, tool } = log('en').runs[0];
    expect(results).toHaveLength(4);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results[0]).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%E8%AE%A1%E5%88%92/a%20b%2C1.txt', index: 0 },
            region: { startLine: 3, startColumn: 7 },
          },
          logicalLocations: [{ fullyQualifiedName: '1.period' }],
        },
      ],
      partialFingerprints: { 'choucha/v1': '0123456789abcdef' },
    });
    expect(results[1]).toMatchObject({ level: 'note', properties: { cause: 'conversion' } });
    expect(results[2].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: '原件如此, 张三, 2026-11-27' },
    ]);
    expect(results[3].locations[0]).toMatchObject({
      message: { text: 'p2@1,2' },
      physicalLocation: { artifactLocation: { uri: 'file:///data/b.pdf' } },
    });
    expect(results[3].partialFingerprints).toBeUndefined();
  });
  test.each([
    ['a.txt', 'a.txt'],
    ['a#1?.txt', 'a%231%3F.txt'],
    ['sub\\a.txt', 'sub/a.txt'],
    ['/a b', 'file:///a%20b'],
    ['C:\\a b', 'file:///C:/a%20b'],
  ])('%s is %s', (path, uri) => expect(uriOf(path)).toBe(uri));
});

describe('GitHub annotations', () => {
  const lines = renderReport('github', files, options).trimEnd().split('\n');
  test('one line each, by pattern; what is waived is none', () => {
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^:,\n]+(?:,line=\d+,col=\d+)?,title=[^:,\n]+::[^\n]+$/);
    expect(lines[0]).toMatch(
      /^::warning file=计划\/a b%2C1\.txt,line=3,col=7,title=1\.period ambiguous-blank::blank period/,
    );
  });
  test('nothing in a text ends the line or begins another command', () => {
    const [line] = renderReport(
      'github',
      [
        {
          path: 'a\n::error::b',
          findings: [told({ code: 'unreadable-file', params: { reason: '100%\r\n::stop-commands::x' } })],
        },
      ],
      options,
    ).split('\n');
    expect(line).toBe(
      '::error file=a%0A%3A%3Aerror%3A%3Ab,title=unreadable-file::the file cannot be read (100%25%0D%0A::stop-commands::x)',
    );
  });
});
