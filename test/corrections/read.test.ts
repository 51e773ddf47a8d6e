import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/corrections/nearest.ts';
import { readDecisions } from '../../src/corrections/read.ts';

/** Code and place of what is wrong with a file. */
function problems(text: string): string[] {
  const read = readDecisions(text);
  if (!('problems' in read)) return [];
  return read.problems.map(({ code, places }) => {
    const [place] = places as readonly { line: number; column: number }[];
    return `${code} ${place?.line}:${place?.column}`;
  });
}
const said = (text: string): string => {
  const read = readDecisions(text);
  return 'problems' in read ? read.problems.map(({ message }) => message.en).join('\n') : '';
};

const head = 'schema: choucha/corrections@1\n';
const entry = (lines: string): string =>
  `${head}corrections:\n  - target: 1.ratio\n    expect: ""\n    reason: 对照原件\n${lines}`;

describe('files that are in order', () => {
  test.each([
    ['nothing decided', head],
    ['empty lists', `${head}corrections: []\nwaivers: []\n`],
    ['a blank confirmed', entry('    set: null\n')],
    ['a text', entry('    set: 5%\n')],
    ['a value', entry('    set: {kind: percent, min: 5, max: null}\n')],
    ['all keys', entry('    set: 5%\n    by: 张三\n    date: 2026-11-27\n    evidence: 第 5 页\n    plan: 1\n')],
    ['JSON', '{"schema": "choucha/corrections@1", "corrections": []}'],
    ['a byte order mark', `\ufeff${head}`],
    [
      'a waiver',
      `${head}waivers:\n  - {target: plan, code: style-drift, fingerprint: "0123456789abcdef", reason: 已核}\n`,
    ],
  ])('%s', (_, text) => expect(problems(text)).toEqual([]));
  test('dates are texts, whatever the version of YAML', () => {
    const read = readDecisions(entry('    set: 2023\n    date: 2026-11-27\n').replace('1.ratio', 'plan.year'));
    expect('corrections' in read && read.corrections[0]).toMatchObject({ date: '2026-11-27', set: 2023 });
  });
  test('every entry knows its line', () => {
    const read = readDecisions(
      entry('    set: 5%\n  - target: 2.ratio\n    expect: ""\n    set: 6%\n    reason: 核\n'),
    );
    expect('corrections' in read && read.corrections.map(({ at }) => at.line)).toEqual([3, 7]);
  });
});

describe('files that are not', () => {
  test.each([
    ['an unknown key', `${head}correction: []\n`, ['corrections-unknown-key 2:1']],
    ['an unknown key of an entry', entry('    set: 5%\n    becuase: x\n'), ['corrections-unknown-key 7:5']],
    [
      'two unknown keys',
      entry('    set: 5%\n    a: 1\n    b: 2\n'),
      ['corrections-unknown-key 7:5', 'corrections-unknown-key 8:5'],
    ],
    ['a key that is missing', entry(''), ['corrections-wrong-form 3:5']],
    ['no schema', 'corrections: []\n', ['corrections-wrong-form 1:1']],
    ['another schema', 'schema: choucha/corrections@2\n', ['corrections-wrong-form 1:9']],
    ['a number for a text', entry('    set: 5%\n').replace('对照原件', '12'), ['corrections-wrong-form 5:13']],
    ['no expect', entry('    set: 5%\n').replace('""', ''), ['corrections-wrong-form 4:13']],
    ['no date', entry('    set: 5%\n    date: 昨天\n'), ['corrections-wrong-form 7:11']],
    ['no list', `${head}corrections: 5.ratio\n`, ['corrections-wrong-form 2:14']],
    ['a list', '- 1\n- 2\n', ['corrections-wrong-form 1:1']],
    ['nothing', '', ['corrections-wrong-form 1:1']],
    ['prose', '更正如下\n', ['corrections-wrong-form 1:1']],
    ['an open quote', `${head}corrections:\n  - target: "1.ratio\n`, ['corrections-not-yaml 4:1']],
    ['a tab', `${head}corrections:\n\t- target: 1.ratio\n`, ['corrections-not-yaml 3:1']],
    ['a key twice', `${head}waivers: []\nwaivers: []\n`, ['corrections-not-yaml 3:1']],
    ['two documents', `${head}---\n${head}`, ['corrections-not-yaml 2:1']],
    ['a field that is none', entry('    set: 5%\n').replace('ratio', 'raito'), ['corrections-unknown-field 3:13']],
    ['no field', entry('    set: 5%\n').replace('1.ratio', '"1"'), ['corrections-unknown-field 3:13']],
    [
      'a field that is not decided on',
      entry('    set: x\n').replace('1.ratio', '1.id'),
      ['corrections-unknown-field 3:13'],
    ],
    [
      'a field of the plan that is none',
      entry('    set: x\n').replace('1.ratio', 'plan.ratio'),
      ['corrections-unknown-field 3:13'],
    ],
    ['a text that the field does not read', entry('    set: 5O%\n'), ['corrections-unfit-value 6:10']],
    ['a value of another field', entry('    set: {start: 2023-03, end: null}\n'), ['corrections-unfit-value 6:10']],
    ['a number for a ratio', entry('    set: 5\n'), ['corrections-unfit-value 6:10']],
    ['a list for a text', entry('    set: [a]\n').replace('ratio', 'name'), ['corrections-unfit-value 6:10']],
    ['an empty text', entry('    set: ""\n').replace('ratio', 'name'), ['corrections-unfit-value 6:10']],
    [
      'a text read with a doubt',
      entry('    set: 市市场监管局市税务局\n').replace('ratio', 'lead'),
      ['corrections-unfit-value 6:10'],
    ],
    [
      'a year that is none',
      entry('    set: 二〇二三\n').replace('1.ratio', 'plan.year'),
      ['corrections-unfit-value 6:10'],
    ],
    [
      'a place that is none',
      entry('    set: 某某\n').replace('1.ratio', 'plan.region'),
      ['corrections-unfit-value 6:10'],
    ],
    [
      'a code that is none',
      `${head}waivers:\n  - {target: plan, code: near-tpyo, fingerprint: "0123456789abcdef", reason: x}\n`,
      ['corrections-wrong-form 3:26'],
    ],
    [
      'a short fingerprint',
      `${head}waivers:\n  - {target: plan, code: near-typo, fingerprint: abc, reason: x}\n`,
      ['corrections-wrong-form 3:50'],
    ],
    [
      'two waivers of one finding',
      `${head}waivers:\n${'  - {target: plan, code: near-typo, fingerprint: "0123456789abcdef", reason: x}\n'.repeat(2)}`,
      ['correction-conflict 4:5'],
    ],
  ])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected));

  test.each([
    [`${head}correction: []\n`, 'did you mean corrections?'],
    [entry('    set: 5%\n    evidance: x\n'), 'did you mean evidence?'],
    [entry('    set: 5%\n').replace('ratio', 'credit_rule'), 'did you mean creditRule?'],
    [entry('    set: 5%\n').replace('1.ratio', 'plan.years'), 'did you mean year?'],
    [
      `${head}waivers:\n  - {target: plan, code: near-tpyo, fingerprint: "0123456789abcdef", reason: x}\n`,
      'did you mean near-typo?',
    ],
  ])('%j: %s', (text, meant) => expect(said(text)).toContain(meant));

  test('what goes round in circles, or blows up, is refused in bounded time', () => {
    expect(problems(entry('    set: &a [*a]\n'))).toEqual(['corrections-not-yaml 1:1']);
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [i, name] of [...'bcdefgh'].entries()) {
      const above = 'abcdefgh'[i];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${above}`).join(', ')}]`);
    }
    expect(problems(bomb.join('\n'))).toEqual(['corrections-not-yaml 1:1']);
    expect(problems(entry(`    set: ${'['.repeat(5000)}${']'.repeat(5000)}\n`))).toEqual([
      expect.stringMatching(/^corrections-not-yaml/),
    ]);
  });
});

test.each([
  ['reson', 'reason'],
  ['Reason', 'reason'],
  ['tagret', 'target'],
  ['colour', null],
  ['', null],
])('the word nearest to %j is %j', (word, expected) => {
  expect(nearest(word, ['target', 'expect', 'set', 'reason', 'by', 'date'])).toBe(expected);
});

test('the sample is in order', () => {
  const file = resolve(import.meta.dirname, '../../samples/corrections/lvliang-2023.corrections.yaml');
  expect(problems(readFileSync(file, 'utf8'))).toEqual([]);
});
