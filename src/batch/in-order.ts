import { Room } from './room.ts';

/** How much of a batch is under way at any time, and until when. */
export interface Bounds {
  /** Items that are worked on at once. */
  readonly atOnce: number;
  /** Items that are taken from the source before the first of them was given away; at least `atOnce` to keep all busy. */
  readonly ahead: number;
  readonly signal?: AbortSignal | undefined;
}

const end = Symbol('end');

/**
 * Works on items side by side and gives the results in the order of the items. A source may make its items when they are asked
 * for: none is taken before there is room to work on it. A failure of an item comes in its turn and ends the sequence; when it
 * ends early, for that, by the signal or because no more is wanted, what is still worked on is aborted and waited for.
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  { atOnce, ahead, signal }: Bounds,
  work: (item: T, signal: AbortSignal) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const room = new Room(atOnce);
  const stop = new AbortController();
  // Not a promise to race with: it would hold every result that ever won.
  let giveUp: (reason: unknown) => void = () => {};
  stop.signal.addEventListener('abort', () => giveUp(stop.signal.reason));
  const abort = (): void => stop.abort(signal?.reason);
  const worked = new Set<Promise<R>>();
  let taking = false;
  let taken: Promise<unknown> = Promise.resolve();

  /** The next item of the source, one after the other. */
  const take = async (): Promise<IteratorResult<T>> => {
    stop.signal.throwIfAborted();
    taking = true;
    try {
      return await source.next();
    } finally {
      taking = false;
    }
  };
  const start = async (): Promise<R | typeof end> => {
    const next = taken.then(() => room.enter()).then(take);
    taken = next;
    try {
      const item = await next;
      if (item.done) return end;
      const result = work(item.value, stop.signal);
      worked.add(result);
      return await result.finally(() => worked.delete(result));
    } finally {
      room.leave();
    }
  };

  const started: Promise<R | typeof end>[] = [];
  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', abort);
    for (;;) {
      while (started.length < ahead) {
        const result = start();
        // Its failure is told in its turn, or not at all when an earlier one ended the sequence.
        result.catch(() => {});
        started.push(result);
      }
      const first = started.shift()!;
      const result = await new Promise<R | typeof end>((resolve, reject) => {
        giveUp = reject;
        first.then(resolve, reject);
      });
      if (result === end) return;
      yield result;
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    stop.abort();
    // Nothing goes on behind the back of whoever was told that it ended.
    await Promise.allSettled(worked);
    const closed = Promise.resolve(source.return?.());
    // A source that is still making its next item hears of it then.
    if (taking) closed.catch(() => {});
    else await closed;
  }
}
