/** The task (0-based) and field that a JSON Pointer into a plan names; null where it names none. */
export function target(pointer: string | undefined): { readonly index: number | null; readonly field: string | null } {
  const [, first, ...rest] = (pointer ?? '').split('/').map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (first !== 'tasks' || rest[0] === undefined) return { index: null, field: first ?? null };
  return { index: Number(rest[0]), field: rest[1] ?? null };
}

/** What points at tasks, by the task's index; under null what points at none. */
export function byTask<T>(all: readonly T[], pointer: (one: T) => string | undefined): Map<number | null, T[]> {
  const found = new Map<number | null, T[]>();
  for (const one of all) {
    const { index } = target(pointer(one));
    const known = found.get(index);
    if (known) known.push(one);
    else found.set(index, [one]);
  }
  return found;
}
