import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Source } from '../../model/document.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import type { PagePicture, RenderOptions } from './render.ts';
import type { Said, Task } from './thread.ts';
import type { Work } from './work.ts';

// pdf.js works without a pause: a hostile page keeps it busy for hours, or makes it take all memory, and nothing in the
// same thread could stop it. So it works in a thread that is ended when it takes too long or too much.

/** Threads that have done their work wait this long for more, milliseconds. */
const patience = 10_000;
/** How often a working thread is looked at, milliseconds. */
const watch = 100;
/** A thread that keeps to its time itself says better where it was. */
const grace = 1_000;

/** Threads without work, each with what will end it. */
const idle = new Map<Worker, NodeJS.Timeout>();
const waiting: (() => void)[] = [];
let working = 0;

function start(memory: number): Worker {
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 2 ** 20) },
  });
  worker.unref();
  return worker;
}

async function takeThread(memory: number): Promise<Worker> {
  if (working >= availableParallelism()) await new Promise<void>(resolve => waiting.push(resolve));
  working++;
  const [last] = [...idle.keys()].slice(-1);
  const worker = last ?? start(memory);
  forget(worker);
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

function giveBack(worker: Worker): void {
  worker.removeAllListeners();
  worker.unref();
  worker.on('exit', () => forget(worker));
  // Ending takes a while, in which nobody must take it for one that works.
  const end = (): void => {
    forget(worker);
    void worker.terminate();
  };
  idle.set(worker, setTimeout(end, patience).unref());
}

function forget(worker: Worker): void {
  clearTimeout(idle.get(worker));
  idle.delete(worker);
}

/** Does a piece of work in a thread of its own, within the limits of time and memory. Throws `Refusal` as the work does. */
export async function inThread<Name extends keyof Work>(
  name: Name,
  source: Source,
  { signal, enters: _, ...options }: ReadOptions & RenderOptions,
  each?: (picture: PagePicture) => void | Promise<void>,
): Promise<Awaited<ReturnType<Work[Name]>>> {
  signal?.throwIfAborted();
  const { milliseconds, memory } = options.limits;
  const worker = await takeThread(memory);
  const before = process.memoryUsage.rss();
  const end = Date.now() + milliseconds + grace;
  let page = 1;
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  let whole = false;
  try {
    const result = await new Promise((resolve, reject) => {
      const refuse = (code: 'too-slow' | 'too-much-memory', params: Record<string, number>) =>
        reject(new Refusal({ code, params }));
      const exhausted = () => refuse('too-much-memory', { page, limit: Math.round(memory / 2 ** 20) });
      timer = setInterval(() => {
        if (Date.now() > end) refuse('too-slow', { page });
        else if (process.memoryUsage.rss() - before > memory * working) exhausted();
      }, watch);
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      worker.on('message', async (said: Said) => {
        if ('page' in said) page = said.page;
        else if ('picture' in said)
          try {
            await each?.(said.picture);
            worker.postMessage('taken');
          } catch (cause) {
            reject(cause);
          }
        else {
          whole = true;
          if ('result' in said) resolve(said.result);
          else reject('refusal' in said ? new Refusal(said.refusal) : said.fault);
        }
      });
      // What pdf.js lets fall ends the thread, and says that the file is broken.
      worker.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? exhausted()
          : reject(new Refusal({ code: 'broken-pdf', params: { reason: error.message } })),
      );
      worker.on('exit', () => reject(new Refusal({ code: 'broken-pdf', params: { reason: 'pdf.js ended' } })));
      worker.postMessage({ name, source, options } satisfies Task);
    });
    return result as Awaited<ReturnType<Work[Name]>>;
  } finally {
    clearInterval(timer);
    if (abort) signal?.removeEventListener('abort', abort);
    if (whole) giveBack(worker);
    else await worker.terminate();
    working--;
    waiting.shift()?.();
  }
}
