import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import { emit } from '../../src/emit/index.ts';
import { makeText } from '../bench/make-text.ts';

const seed = readFileSync(resolve(import.meta.dirname, '../../samples/lvliang-2023.txt'), 'utf8');
const lines = seed.split('\n').slice(0, 30);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Never an exception: a plan that fits its schema with a ledger that adds up, or a refusal. */
async function holds(bytes: Uint8Array): Promise<void> {
  const { plans, refusal } = await convert({ name: 'fuzz', bytes });
  if (plans.length === 0) expect(refusal).not.toBeNull();
  for (const { plan, trace } of plans) {
    emit(plan);
    const { characters, discarded, ...parts } = trace.ledger;
    const gone = discarded.reduce((sum, { text }) => sum + [...text].filter(c => !/\s/u.test(c)).length, 0);
    expect(Object.values(parts).reduce((sum, count) => sum + count, gone)).toBe(characters);
  }
}

test('a damaged text gives a plan or a refusal', async () => {
  const cut = fc.tuple(
    fc.nat(seed.length),
    fc.nat(200),
    fc.constantFrom('', '\t', '\n', '|', ',', '"', '一', '5%', '\u0000', '注：', '合计'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 12 }), async cuts => {
      let text = lines.join('\n');
      for (const [at, gone, put] of cuts)
        text = text.slice(0, at % text.length) + put + text.slice((at % text.length) + gone);
      await holds(bytesOf(text));
    }),
    { numRuns: 3000 },
  );
});

test('lines in any order give a plan or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines), async some => holds(bytesOf(some.join('\n')))),
    { numRuns: 1000 },
  );
});

test('any bytes give a refusal or a plan', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), holds), { numRuns: 5000 });
});

test('200 MB of text are refused at once', async () => {
  const { refusal } = await convert({ name: 'large.txt', bytes: new Uint8Array(200 * 2 ** 20).fill(0x61) });
  expect(refusal?.severity).toBe('error');
});

test('a plan of 20,000 rows', async () => {
  const { plans } = await convert({ name: 'long.txt', bytes: bytesOf(makeText(20_000)) });
  expect(plans[0]!.plan.tasks).toHaveLength(20_000);
});
