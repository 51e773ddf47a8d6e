import { parentPort } from 'node:worker_threads';
import type { Finding } from '../../model/diagnostic.ts';
import type { Source } from '../../model/document.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import type { PagePicture, RenderOptions } from './render.ts';
import { type Work, work } from './work.ts';

/** What a thread is asked to do. */
export interface Task {
  readonly name: keyof Work;
  readonly source: Source;
  readonly options: Omit<ReadOptions, 'signal' | 'enters'> & RenderOptions;
}

/** What it says: pages as it comes to them, pictures, each of which is to be acknowledged, and one end. */
export type Said =
  | { readonly page: number }
  | { readonly picture: PagePicture }
  | { readonly result: unknown }
  | { readonly refusal: Finding }
  | { readonly fault: unknown };

const port = parentPort!;
const say = (said: Said): void => port.postMessage(said);

let acknowledged = (): void => {};
const hand = (picture: PagePicture): Promise<void> =>
  new Promise(resolve => {
    acknowledged = resolve;
    say({ picture });
  });

port.on('message', async (message: Task | 'taken') => {
  if (message === 'taken') return acknowledged();
  const { name, source } = message;
  const options = { ...message.options, enters: (page: number) => say({ page }) };
  try {
    const result = name === 'renderPages' ? await work[name](source, options, hand) : await work[name](source, options);
    say({ result });
  } catch (cause) {
    say(cause instanceof Refusal ? { refusal: cause.finding } : { fault: cause });
  }
});
