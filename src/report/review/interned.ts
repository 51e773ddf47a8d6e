/** A list in which equal things stand once, and where each stands. */
export interface Interned<T> {
  readonly list: readonly T[];
  /** Index of the thing, which is added where it is new. */
  readonly of: (thing: T) => number;
  /** Index of the thing, -1 where it is not in the list. */
  readonly find: (thing: T) => number;
}

/** `key`: equal for things that are the same. */
export function interned<T>(key: (thing: T) => string): Interned<T> {
  const list: T[] = [];
  const known = new Map<string, number>();
  const find = (thing: T): number => known.get(key(thing)) ?? -1;
  const add = (thing: T): number => {
    known.set(key(thing), list.length);
    return list.push(thing) - 1;
  };
  return {
    list,
    find,
    of: thing => {
      const found = find(thing);
      return found < 0 ? add(thing) : found;
    },
  };
}
