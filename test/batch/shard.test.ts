import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inShard, parseShard } from '../../src/batch/shard.ts';

describe('parseShard', () => {
  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['2/8', { index: 2, count: 8 }],
    ['16/16', { index: 16, count: 16 }],
  ])('%s', (text, shard) => expect(parseShard(text)).toEqual(shard));
  test.each(['0/3', '4/3', '1', '/', '1/0', 'a/b', '1/2/3', '01/2', '-1/2', '1 / 2', ''])('%j is none', text =>
    expect(parseShard(text)).toBeNull(),
  );
});

describe('inShard', () => {
  const shards = (count: number) => Array.from({ length: count }, (_, i) => ({ index: i + 1, count }));
  test('every name is in exactly one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (name, count) => {
        expect(shards(count).filter(shard => inShard(name, shard))).toHaveLength(1);
      }),
    );
  });
  test('however the name is spelled on the machine', () => {
    for (const shard of shards(7)) {
      expect(inShard('市\\計画.txt', shard)).toBe(inShard('市/計画.txt', shard));
      expect(inShard('e\u0301.txt', shard)).toBe(inShard('\u00e9.txt', shard));
    }
  });
  test('they are of about the same size', () => {
    const names = Array.from({ length: 2000 }, (_, i) => `市/计划 ${i}.pdf`);
    for (const shard of shards(8)) {
      const size = names.filter(name => inShard(name, shard)).length;
      expect(size).toBeGreaterThan(200);
      expect(size).toBeLessThan(300);
    }
  });
});
