/** Edits (one character put in, left out, changed, or two swapped) between two words, optimal string alignment. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : change;
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, change, swap);
    }
  return rows[a.length]![b.length]!;
}

/** The known word that an unknown one most likely was meant to be; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const cut = word.toLowerCase().slice(0, 60);
  const [best] = known
    .map(name => ({ name, edits: distance(cut, name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(1, Math.floor(Math.max(cut.length, best.name.length) / 3)) ? best.name : null;
}
