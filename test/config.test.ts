import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const problems = (text: string): string[] => {
  const read = readConfig(text);
  return 'problems' in read ? read.problems.map(({ line, column, reason }) => `${line}:${column} ${reason.en}`) : [];
};

describe('a configuration file', () => {
  test.each(['', '# nothing\n', '{}', 'failOn: warning\nrules:\n  style-drift: off\n', 'maxWarnings: 0\nby: 张三\n'])(
    '%j is in order',
    text => expect(problems(text)).toEqual([]),
  );
  test.each<[string, RegExp]>([
    ['failon: error\n', /^1:1 .*“failon” \(did you mean failOn\?\)/],
    ['lang: de\n', /^1:7 unexpected "de" as lang, expected one of zh \| en/],
    ['rules:\n  style-drfit: off\n', /^2:3 .*code “style-drfit” \(did you mean style-drift\?\)/],
    ['rules:\n  style-drift: quiet\n', /^2:16 unexpected "quiet" as rules\.style-drift, expected one of off/],
    ['rules: [style-drift]\n', /^1:8 /],
    ['maxWarnings: -1\n', /^1:14 /],
    ['maxWarnings: many\n', /^1:14 /],
    ['failOn: "error\n', /^2:1 |^1:\d+ /],
    ['- failOn\n', /^1:1 /],
  ])('%j is not', (text, said) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem).toMatch(said);
  });
});
