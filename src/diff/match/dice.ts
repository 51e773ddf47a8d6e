/** Pairs of neighbouring characters, with how often each stands; of a single character, it. */
export function bigramsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const characters = [...text];
  if (characters.length === 1) counts.set(text, 1);
  for (let i = 1; i < characters.length; i++) {
    const pair = characters[i - 1]! + characters[i]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Share of bigrams that two texts have in common, 0 to 1 (Dice). `weigh` says how telling a bigram is. */
export function diceOf(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  weigh: (bigram: string) => number = () => 1,
): number {
  let [common, all] = [0, 0];
  for (const [bigram, count] of a) {
    const weight = weigh(bigram);
    all += weight * count;
    common += weight * Math.min(count, b.get(bigram) ?? 0);
  }
  for (const [bigram, count] of b) all += weigh(bigram) * count;
  return all === 0 ? 0 : (2 * common) / all;
}

export const dice = (a: string, b: string): number => (a === b ? 1 : diceOf(bigramsOf(a), bigramsOf(b)));
