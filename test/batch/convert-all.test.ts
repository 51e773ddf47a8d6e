import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert, convertAll, type NamedConversion, type Source } from '../../src/index.ts';

const seed = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../samples/lvliang-2023.txt')));
const source = (name: string, bytes = seed): Source => ({ name, bytes });
const collect = async (all: AsyncIterable<NamedConversion>): Promise<NamedConversion[]> => {
  const given: NamedConversion[] = [];
  for await (const one of all) given.push(one);
  return given;
};

describe('convertAll', () => {
  test('gives what convert gives, in the order of the sources; what is wrong with one stops no other', async () => {
    const given = await collect(convertAll([source('a.txt'), source('b.txt', new Uint8Array()), source('c.txt')]));
    expect(given.map(({ source }) => source)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(given[1]!.conversion).toMatchObject({ plans: [], refusal: { code: 'empty-source' } });
    expect(given[2]!.conversion).toEqual(await convert(source('c.txt')));
  });

  test('sources may be made as they are asked for, and no more than are looked ahead for', async () => {
    let made = 0;
    const sources = async function* () {
      for (;;) yield source(`${made++}.txt`, new TextEncoder().encode('没有表格'));
    };
    for await (const { source: name } of convertAll(sources(), { ahead: 3 })) if (name === '4.txt') break;
    expect(made).toBeLessThanOrEqual(5 + 3);
  });

  test('what a generator of sources throws, it throws, after what came before', async () => {
    const given: string[] = [];
    const sources = function* () {
      yield source('a.txt', new Uint8Array());
      throw new Error('no more');
    };
    const run = async () => {
      for await (const { source: name } of convertAll(sources())) given.push(name);
    };
    await expect(run()).rejects.toThrow('no more');
    expect(given).toEqual(['a.txt']);
  });

  test('an abort rejects with its reason', async () => {
    const controller = new AbortController();
    const run = async () => {
      for await (const _ of convertAll([source('a.txt'), source('b.txt')], { signal: controller.signal }))
        controller.abort(new Error('enough'));
    };
    await expect(run()).rejects.toThrow('enough');
    const { signal } = controller;
    await expect(collect(convertAll([source('a.txt')], { signal }))).rejects.toThrow('enough');
  });

  test.each([0, -1, 1.5, Number.NaN])('%d jobs are none', async jobs => {
    await expect(collect(convertAll([], { jobs }))).rejects.toThrow(RangeError);
  });
});
