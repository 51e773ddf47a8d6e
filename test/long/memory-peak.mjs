// Loaded before the program: says at its end what it held at most, after collecting, megabytes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// A child has a channel to its parent; only the program itself is looked at.
if (!process.send) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  let peak = 0;
  setInterval(() => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    peak = Math.max(peak, heapUsed + external);
  }, 200).unref();
  process.on('exit', () => process._rawDebug('held', peak / 2 ** 20, process.resourceUsage().maxRSS / 1024));
}
