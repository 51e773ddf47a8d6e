// A worker that does what its source's name says.
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';

closeSync(2);
openSync(devNull, 'w');

const fates = {
  abort: () => process.abort(),
  exit: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  hang: () => {
    for (;;);
  },
  sleep: () => new Promise(() => setInterval(() => {}, 1000)),
  memory: () => {
    const held = [];
    for (;;) held.push(new Array(1e5).fill(held.length));
  },
};

export default async ({ unit: { source, options } }) => {
  if (options.log) appendFileSync(options.log, `${source.name} ${process.pid}\n`);
  await fates[source.name]?.();
  return { plans: [], refusal: null, said: `${source.name} ${source.bytes.length} ${process.env.TMPDIR}` };
};
