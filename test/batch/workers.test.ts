import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mapInOrder } from '../../src/batch/in-order.ts';
import type { Unit } from '../../src/batch/unit.ts';
import { type ChildOptions, inChildren, inThisProcess, workersFor } from '../../src/batch/workers.ts';

const unit = (name: string, options: object = {}): Unit => ({
  source: { name, bytes: new TextEncoder().encode(name) },
  options: { format: 'json', ...options },
});
const module = new URL('./unruly.mjs', import.meta.url);
const unruly = (options: Partial<ChildOptions> = {}) =>
  inChildren({ jobs: 2, milliseconds: 20_000, heapMegabytes: 64, module, ...options });
const codesOf = async (names: readonly string[], options?: Partial<ChildOptions>): Promise<(string | null)[]> => {
  const workers = unruly(options);
  try {
    const codes: (string | null)[] = [];
    for await (const { refusal } of mapInOrder(names, { atOnce: 3, ahead: 9 }, name => workers.run('unit', unit(name))))
      codes.push(refusal?.code ?? null);
    return codes;
  } finally {
    await workers.close();
  }
};

describe('children', () => {
  test.each(['abort', 'exit', 'kill', 'memory'])('one that ends by %s is one refusal; the others go on', async fate => {
    expect(await codesOf(['a', fate, 'b', 'c', fate, 'd'])).toEqual([
      null,
      'worker-died',
      null,
      null,
      'worker-died',
      null,
    ]);
  });

  test.each(['hang', 'sleep'])('one that does not end (%s) is killed when its time is up', async fate => {
    expect(await codesOf(['a', fate, 'b', 'c'], { milliseconds: 2500 })).toEqual([null, 'time-limit', null, null]);
  });

  test('waiting for a place does not count as time', async () => {
    expect(await codesOf(['hang', 'a', 'b'], { jobs: 1, milliseconds: 2500 })).toEqual(['time-limit', null, null]);
  });

  test('an abort ends what runs, at once, and is no refusal', async () => {
    const workers = unruly();
    const controller = new AbortController();
    const running = Promise.allSettled(
      ['hang', 'sleep', 'a'].map(name => workers.run('unit', unit(name), controller.signal)),
    );
    setTimeout(() => controller.abort(new Error('enough')), 1000);
    expect((await running).slice(0, 2)).toMatchObject([
      { reason: { message: 'enough' } },
      { reason: { message: 'enough' } },
    ]);
    await workers.close();
  });

  test('a source that killed its child is tried once more, in a new one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'choucha-workers-'));
    const log = join(folder, 'log');
    const workers = unruly({ jobs: 1 });
    await workers.run('unit', unit('exit', { log }));
    await workers.run('unit', unit('a', { log }));
    await workers.close();
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    expect(lines.map(line => line.split(' ')[0])).toEqual(['exit', 'exit', 'a']);
    expect(new Set(lines).size).toBe(3);
    rmSync(folder, { recursive: true });
  });

  test('they get the environment, a folder of their own for what they put aside, and leave none', async () => {
    const workers = unruly({ jobs: 1 });
    const { said } = (await workers.run('unit', unit('a'))) as unknown as { said: string };
    await workers.close();
    expect(said).toMatch(new RegExp(`^a 1 .*choucha-run-${process.pid}-`));
    expect(readdirSync(tmpdir()).filter(name => name.startsWith(`choucha-run-${process.pid}-`))).toEqual([]);
  });

  test('closing what never started is nothing', async () => {
    await unruly().close();
  });
});

describe('in this process', () => {
  test('a fault of ours is the refusal of its source, with the place where it broke', async () => {
    const broken = { source: { name: 'a', bytes: null }, options: { format: 'json' } } as unknown as Unit;
    const { plans, refusal } = await inThisProcess().run('unit', broken);
    expect([plans, refusal?.code]).toEqual([[], 'internal-fault']);
    expect(refusal?.message.en).toMatch(/\.ts:\d+\)$/);
  });
  test('an abort rejects', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const pdf = { source: { name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }, options: { format: 'json' } };
    await expect(inThisProcess().run('unit', pdf as Unit, signal)).rejects.toThrow('enough');
  });
});

test.each([
  [1, undefined, 1],
  [19, undefined, 1],
  [1, 3, 3],
  [5, 2, 2],
])('%d sources with --jobs %s: %d at once', (sources, jobs, expected) => {
  expect(workersFor(sources, { jobs, milliseconds: 1000 }).jobs).toBe(expected);
});
