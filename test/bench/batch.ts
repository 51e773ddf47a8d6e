// How a batch grows with its workers, and children against threads: the samples again and again, as in one run. Prints the machine and its load;
// asserts nothing. Wall time says something only on a quiet machine; processor time says it on any.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { mapInOrder } from '../../src/batch/in-order.ts';
import type { Unit } from '../../src/batch/unit.ts';
import { inChildren, inThisProcess, type Workers } from '../../src/batch/workers.ts';

const root = resolve(import.meta.dirname, '../..');
const worker = new URL('../../dist/batch/worker.js', import.meta.url);
const sources = readdirSync(join(root, 'samples'), { recursive: true })
  .map(String)
  .filter(name => /\.(?:pdf|docx|html|xlsx|txt)$/.test(name) && !name.startsWith('make'))
  .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(root, 'samples', name))) }));

const threads = (jobs: number): Workers => {
  const module = new URL('../../dist/batch/tasks.js', import.meta.url).href;
  const script = `import { perform } from '${module}'; export default ({ name, unit }) => perform(name, unit);`;
  const filename = `data:text/javascript,${encodeURIComponent(script)}`;
  const pool = new Tinypool({ runtime: 'worker_threads', filename, minThreads: jobs, maxThreads: jobs });
  return { jobs, run: (name, unit) => pool.run({ name, unit }), close: () => pool.destroy() };
};

async function measure(what: string, count: number, make: () => Workers): Promise<number> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const workers = make();
  const units = Array.from(
    { length: count },
    (_, i): Unit => ({ source: sources[i % sources.length]!, options: { format: 'json' } }),
  );
  const all = mapInOrder(units, { atOnce: workers.jobs + 1, ahead: 128 }, unit => workers.run('unit', unit));
  for await (const { refusal } of all) if (refusal) throw new Error(refusal.message.en);
  await workers.close();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const own = ((user + system) / 1000 / count).toFixed(1);
  console.log(
    `${what.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${own.padStart(6)} ms of this process per document  load ${loadavg()[0]!.toFixed(1)}`,
  );
  return seconds;
}

console.log(
  `${cpus()[0]?.model} × ${availableParallelism()}, Node ${process.version}; ${sources.length} samples in turn`,
);
for (const count of [10, 20, 200]) {
  console.log(`\n${count} documents`);
  await measure('this process', count, inThisProcess);
  const one = await measure('1 child', count, () => inChildren({ jobs: 1, milliseconds: 600_000, module: worker }));
  const two = await measure('2 children', count, () => inChildren({ jobs: 2, milliseconds: 600_000, module: worker }));
  await measure('2 threads', count, () => threads(2));
  console.log(`2 children are ×${(one / two).toFixed(2)} of 1`);
}
