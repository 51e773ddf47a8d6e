/** Adds items at the end of a list, however many: `push(...items)` would take them all onto the stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
