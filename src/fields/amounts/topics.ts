import type { Half } from './statement.ts';
import type { Kind, Token } from './tokens.ts';

/** Labels, with what they announce. */
const labels: Partial<Record<Kind, readonly Half[]>> = {
  rateLabel: ['ratio'],
  sumLabel: ['ratio'],
  countLabel: ['ratio'],
  timesLabel: ['frequency'],
  bothLabel: ['ratio', 'frequency'],
};
export const labelled = ({ kind }: Token): readonly Half[] => labels[kind] ?? [];

const amounts: Partial<Record<Kind, Half>> = {
  percent: 'ratio',
  hundredth: 'ratio',
  tenth: 'ratio',
  half: 'ratio',
  hundred: 'ratio',
  fraction: 'ratio',
  full: 'ratio',
  count: 'ratio',
  total: 'ratio',
  times: 'frequency',
  interval: 'frequency',
  perSuffix: 'frequency',
  objectSuffix: 'frequency',
};
const spelt: readonly Kind[] = ['word', 'junk', 'group', 'fixed'];

/** What a phrase is about by its own words. */
export function topicsOfText(plain: string): Half[] {
  const topics: Half[] = [];
  if (/比例|比率|概率|百分比|[抽检]查[率面]|覆盖率|%|‰|数量|户数|家数|\d[:：比]\d/u.test(plain)) topics.push('ratio');
  if (/频|次|适时|不?定期|随时|[/∕]年/u.test(plain)) topics.push('frequency');
  return topics;
}

/** Which half of a cell on ratio and frequency a stretch speaks of; both or none where its words do not tell. */
export function topicsOf(tokens: readonly Token[]): Half[] {
  const topics = new Set(
    tokens.flatMap(token => [
      ...labelled(token),
      ...(amounts[token.kind] ? [amounts[token.kind]!] : []),
      ...(spelt.includes(token.kind) ? topicsOfText(token.text) : []),
    ]),
  );
  if (topics.size === 0 && tokens.some(({ kind }) => kind === 'per' || kind === 'halves')) return ['frequency'];
  return [...topics];
}
