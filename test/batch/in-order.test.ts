import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapInOrder } from '../../src/batch/in-order.ts';

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const soon = (turns: number): Promise<void> =>
  turns <= 0 ? Promise.resolve() : new Promise<void>(resolve => setImmediate(resolve)).then(() => soon(turns - 1));
const bounds = { atOnce: 2, ahead: 4 };

describe('mapInOrder', () => {
  test('order, and no more at once than asked, whatever each item takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(6), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (turns, atOnce, ahead) => {
          let running = 0;
          let most = 0;
          const results = mapInOrder(turns.entries(), { atOnce, ahead }, async ([i, count]) => {
            most = Math.max(most, ++running);
            await soon(count);
            running--;
            return i;
          });
          expect(await collect(results)).toEqual(turns.map((_, i) => i));
          expect(most).toBeLessThanOrEqual(Math.min(atOnce, ahead));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('takes no more from a source than fits before the first is given away', async () => {
    let made = 0;
    const source = (function* () {
      for (;;) yield made++;
    })();
    const results = mapInOrder(source, bounds, async item => item);
    for (let i = 0; i < 10; i++) expect((await results.next()).value).toBe(i);
    await soon(20);
    expect(made).toBeLessThanOrEqual(10 + bounds.ahead);
    await results.return();
  });

  test('a source may make its items as they are asked for, and is told when no more are wanted', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        for (let i = 0; ; i++) {
          await soon(1);
          yield i;
        }
      } finally {
        closed = true;
      }
    })();
    for await (const item of mapInOrder(source, bounds, async item => item)) if (item === 5) break;
    // It may have been making one more.
    await soon(5);
    expect(closed).toBe(true);
  });

  test.each([
    ['work', async (item: number) => (item === 2 ? Promise.reject(new Error('two')) : item), [0, 1]],
    [
      'later work that fails first',
      (item: number) => soon(9 - item).then(() => (item > 2 ? Promise.reject(new Error('two')) : item)),
      [0, 1, 2],
    ],
  ])('a failure of %s comes in its turn', async (_, work, before) => {
    const given: number[] = [];
    const run = async () => {
      for await (const item of mapInOrder([0, 1, 2, 3, 4, 5], bounds, work)) given.push(item);
    };
    await expect(run()).rejects.toThrow('two');
    expect(given).toEqual(before);
  });

  test('a failure of the source comes in its turn', async () => {
    const source = (function* () {
      yield 1;
      throw new Error('no more');
    })();
    const results = mapInOrder(source, bounds, async item => item);
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow('no more');
  });

  describe('stopped by a signal', () => {
    test('at once, though the source is still making its next item', async () => {
      const controller = new AbortController();
      let closed = false;
      const source = (async function* () {
        try {
          yield 1;
          await new Promise(resolve => setTimeout(resolve, 300));
          yield 2;
        } finally {
          closed = true;
        }
      })();
      const results = mapInOrder(source, { ...bounds, signal: controller.signal }, async item => item);
      expect((await results.next()).value).toBe(1);
      setImmediate(() => controller.abort(new Error('enough')));
      await expect(results.next()).rejects.toThrow('enough');
      expect(closed).toBe(false);
      await new Promise(resolve => setTimeout(resolve, 400));
      expect(closed).toBe(true);
    });
    test('what is worked on hears of it and is waited for', async () => {
      const controller = new AbortController();
      let running = 0;
      const results = mapInOrder([1, 2, 3], { ...bounds, signal: controller.signal }, async (_, signal) => {
        running++;
        await new Promise(resolve => signal.addEventListener('abort', resolve));
        await soon(5);
        running--;
      });
      setTimeout(() => controller.abort(new Error('enough')), 20);
      await expect(results.next()).rejects.toThrow('enough');
      expect(running).toBe(0);
    });
    test('before it began', async () => {
      const results = mapInOrder(
        [1],
        { ...bounds, signal: AbortSignal.abort(new Error('enough')) },
        async item => item,
      );
      await expect(results.next()).rejects.toThrow('enough');
    });
  });

  test('no items, no results', async () => {
    expect(await collect(mapInOrder([], bounds, async item => item))).toEqual([]);
  });
});
