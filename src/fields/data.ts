import { readFileSync } from 'node:fs';

/** Reads a registry from `data/`. Only when it is first needed: a command loads only what it uses. */
export const readData = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as T;

/** Computes once, on first use. */
export function lazy<T>(compute: () => T): () => T {
  let held: { readonly value: T } | undefined;
  return () => {
    held ??= { value: compute() };
    return held.value;
  };
}

/** Remembers what a pure function of a text gave, for the cells that a plan repeats; forgets all when it grows large. */
export function remembered<T>(compute: (text: string) => T, most = 20_000): (text: string) => T {
  const held = new Map<string, T>();
  return text => {
    if (!held.has(text)) {
      if (held.size >= most) held.clear();
      held.set(text, compute(text));
    }
    return held.get(text)!;
  };
}
