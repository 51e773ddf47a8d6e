import { availableParallelism, totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { Tinypool, type TinypoolWorker } from 'tinypool';
import { Room } from './room.ts';
import { makeScratch } from './scratch.ts';
import { refusedBy, type TaskName, type TaskResults, type Unit } from './unit.ts';

/** Something that does tasks. Rejects only when aborted: whatever happens to a task is its source's refusal. */
export interface Workers {
  /** How many tasks it does at once. */
  readonly jobs: number;
  run<N extends TaskName>(name: N, unit: Unit, signal?: AbortSignal): Promise<TaskResults[N]>;
  close(): Promise<void>;
}

export interface WorkersOptions {
  /** Child processes; by default as many as fit the machine and the number of sources. */
  readonly jobs?: number | undefined;
  /** After this many milliseconds a task's child is killed. */
  readonly milliseconds: number;
}

/**
 * When a child is killed, milliseconds: a reader that keeps to its time says better where it was spent, so that only what does not is
 * killed, a little later.
 */
export const killAfter = (limit: number): number => 1.25 * limit + 2000;

/** Below this many sources a second child costs more to warm up than it saves (measured: see the bench). */
const worthASecondChild = 20;

/** One source is converted in this process; few in one child, where they can do no harm; many in as many as there are cores. */
export const workersFor = (sources: number, { jobs, milliseconds }: WorkersOptions): Workers =>
  jobs === undefined && sources <= 1
    ? inThisProcess()
    : inChildren({ jobs: jobs ?? (sources < worthASecondChild ? 1 : availableParallelism()), milliseconds });

/** Tasks done in this process, one after the other: no warm-up, no wall between a document and the program. */
export function inThisProcess(): Workers {
  const room = new Room(1);
  return {
    jobs: 1,
    async run(name, unit, signal) {
      await room.enter();
      try {
        const { perform } = await import('./tasks.ts');
        return await perform(name, unit, signal);
      } finally {
        room.leave();
      }
    },
    close: async () => {},
  };
}

export interface ChildOptions {
  readonly jobs: number;
  readonly milliseconds: number;
  /** The module that children load, for tests. */
  readonly module?: URL;
  /** For tests; by default what the machine has for each. */
  readonly heapMegabytes?: number;
}

/** Tasks done in child processes: a crash, a hang or running out of memory ends a child, and refuses one source. */
export function inChildren(options: ChildOptions): Workers {
  let pool: Pool | null = null;
  const room = new Room(options.jobs);
  const attempt = async <N extends TaskName>(name: N, unit: Unit, signal?: AbortSignal) => {
    // Not started before there is something to do: when all is unchanged, nobody is needed.
    pool ??= openPool(options);
    const { milliseconds } = options;
    const stop = new AbortController();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop.abort();
    }, milliseconds);
    const abort = (): void => stop.abort();
    signal?.addEventListener('abort', abort);
    try {
      return (await pool.run({ name, unit }, stop.signal)) as TaskResults[N];
    } catch {
      signal?.throwIfAborted();
      return late ? (refusedBy('time-limit', { seconds: Math.round(milliseconds / 1000) }) as TaskResults[N]) : null;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
  return {
    jobs: options.jobs,
    async run(name, unit, signal) {
      // The time of a task is counted from when a child takes it.
      await room.enter();
      try {
        signal?.throwIfAborted();
        // A child may have died of what came before: a second one, new, settles whether it is this source.
        const result = (await attempt(name, unit, signal)) ?? (await attempt(name, unit, signal));
        return result ?? (refusedBy('worker-died', {}) as TaskResults[typeof name]);
      } finally {
        room.leave();
      }
    },
    async close() {
      await pool?.end();
      pool = null;
    },
  };
}

type Pool = ReturnType<typeof openPool>;

function openPool({ jobs, module, heapMegabytes }: ChildOptions) {
  const heap = heapMegabytes ?? heapOf(jobs);
  const scratch = makeScratch();
  const children = new Tinypool({
    runtime: 'child_process',
    filename: (module ?? new URL('./worker.js', import.meta.url)).href,
    minThreads: jobs,
    maxThreads: jobs,
    // By default a child would get no environment at all, and find no LibreOffice.
    env: { ...(process.env as Record<string, string>), ...scratch.env },
    execArgv: [`--max-old-space-size=${heap}`],
    serialization: 'advanced',
    // What earlier documents left must not be what a later one fails of.
    maxMemoryLimitBeforeRecycle: (heap / 4) * 2 ** 20,
  });
  // A child that dies idle is replaced; its end is nobody's refusal.
  children.on('error', () => {});
  // Those that were told to end are forgotten by the pool before they have.
  const ends = new Map<TinypoolWorker, Promise<void>>();
  const watch = (): void => {
    for (const child of children.threads)
      if (!ends.has(child))
        ends.set(
          child,
          new Promise(resolve =>
            child.once('exit', () => {
              ends.delete(child);
              resolve();
            }),
          ),
        );
  };
  return {
    run(task: { name: TaskName; unit: Unit }, signal: AbortSignal): Promise<unknown> {
      const result = children.run(task, { signal });
      watch();
      return result;
    },
    async end(): Promise<void> {
      watch();
      for (const child of ends.keys()) child.ref?.();
      await children.destroy();
      await Promise.all(ends.values());
      scratch.remove();
    },
  };
}

/** Megabytes of heap for each child: what Node would take itself, unless all together would not fit into the machine. */
const heapOf = (jobs: number): number =>
  Math.floor(Math.min(getHeapStatistics().heap_size_limit, (0.8 * totalmem()) / jobs) / 2 ** 20);
