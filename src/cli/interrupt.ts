/** A signal asked the program to stop. */
export class Interrupted extends Error {
  readonly by: NodeJS.Signals;
  constructor(by: NodeJS.Signals) {
    super(by);
    this.by = by;
  }
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Does work that stops cleanly when a signal says so: the work is aborted, tidies up, and rejects with `Interrupted`. A second signal
 * ends the program at once.
 */
export async function interruptible<R>(work: (signal: AbortSignal) => Promise<R>): Promise<R> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    forget();
    controller.abort(new Interrupted(signal));
  };
  const forget = (): void => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    forget();
  }
}

/** Ends the program by the signal that interrupted it, as its caller expects. */
export const endBy = ({ by }: Interrupted): true => process.kill(process.pid, by);
