// How the time of a conversion grows, as ratios in one run. Prints the machine; asserts nothing.
import { cpus, totalmem } from 'node:os';
import { convert } from '../../src/convert.ts';
import { makeText } from './make-text.ts';

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const { length, 0: cpu } = cpus();
console.log(`${cpu?.model} × ${length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);

const source = (rows: number) => ({ name: 'bench.txt', bytes: new TextEncoder().encode(makeText(rows)) });
await convert(source(200));
const base = await time(() => convert(source(1000)));
console.log('\ntext, tab-separated\nrows    ms      ms/row  against 1,000 rows');
for (const rows of [1000, 2000, 5000, 10_000, 20_000]) {
  const ms = await time(() => convert(source(rows)));
  const row = (ms / rows).toFixed(3);
  console.log(
    `${String(rows).padEnd(7)} ${ms.toFixed(0).padEnd(7)} ${row.padEnd(7)} ×${(ms / base).toFixed(1)} for ×${rows / 1000} rows`,
  );
}
