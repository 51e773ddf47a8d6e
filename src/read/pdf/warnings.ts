import { AsyncLocalStorage } from 'node:async_hooks';

/** pdf.js speaks of damage only through `console.warn`; every word is kept for the source it is about. */
const current = new AsyncLocalStorage<Set<string>>();
let listeners = 0;
let original: typeof console.warn = console.warn;

const said = /^Warning: /;

function listen(...words: unknown[]): void {
  const store = current.getStore();
  const text = words.map(String).join(' ');
  if (store && said.test(text)) store.add(text.replace(said, ''));
  else original(...words);
}

/** Runs a task and gives what pdf.js warned of meanwhile, each warning once. Tasks may run side by side. */
export async function withWarnings<T>(task: (warnings: ReadonlySet<string>) => Promise<T>): Promise<T> {
  if (listeners++ === 0) {
    original = console.warn;
    console.warn = listen;
  }
  const warnings = new Set<string>();
  try {
    return await current.run(warnings, () => task(warnings));
  } finally {
    if (--listeners === 0) console.warn = original;
  }
}
