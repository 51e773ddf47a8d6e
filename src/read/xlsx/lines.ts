/** A sheet's rows or columns that are shown, in order; `find` gives the first position at or after a line. */
export interface Lines {
  readonly numbers: readonly number[];
  readonly find: (line: number) => number;
}

/**
 * The lines that hold text and are not hidden, with one blank line for every gap between them: it may part two
 * tables, but a stray note a million rows below must not cost a million rows.
 */
export function usedLines(used: ReadonlySet<number>, hidden: ReadonlySet<number>): Lines {
  const numbers: number[] = [];
  for (const line of [...used].sort((a, b) => a - b)) {
    if (hidden.has(line)) continue;
    const last = numbers.at(-1);
    let blank = (last ?? line) + 1;
    while (blank < line && hidden.has(blank)) blank++;
    if (last !== undefined && blank < line) numbers.push(blank);
    numbers.push(line);
  }
  const find = (line: number): number => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { numbers, find };
}

/** Row or column numbers for people: `3–5, 9`. */
export function listed(numbers: Iterable<number>, write: (n: number) => string): string {
  const runs: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? write(from) : `${write(from)}–${write(to)}`)).join(', ');
}
