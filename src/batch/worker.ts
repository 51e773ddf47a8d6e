// What a child process loads: it does one task after another until its parent ends it.
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { Worker } from 'node:worker_threads';
import { perform } from './tasks.ts';
import type { TaskName, Unit } from './unit.ts';

const aborted = new AbortController();
let running: Promise<unknown> = Promise.resolve();

// What a child says is data. When it dies of memory V8 prints pages of stack; the parent has a sentence for that.
closeSync(2);
openSync(devNull, 'w');

// Ctrl-C reaches the whole group; the parent says what is to happen.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
// What a task has started (LibreOffice) ends with it, if that takes no longer than the parent waits.
process.on('SIGTERM', () => {
  aborted.abort();
  void running.catch(() => {}).finally(() => process.exit());
});
process.on('disconnect', () => process.exit());

// A parent that was killed can end nobody, and a document that never ends keeps this thread from noticing.
if (process.platform !== 'win32')
  new Worker(`setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, 'SIGKILL'), 1000)`, {
    eval: true,
    stdout: false,
    stderr: false,
  }).unref();

export default ({ name, unit }: { name: TaskName; unit: Unit }): Promise<unknown> => {
  const task = perform(name, unit, aborted.signal);
  running = task;
  return task;
};
