/** Numbers of pages as they are said: 1, 2, 3, 7 → 1–3, 7. */
export function pageRanges(pages: readonly number[]): string {
  const runs: number[][] = [];
  for (const page of pages) {
    if (runs.at(-1)?.at(-1) === page - 1) runs.at(-1)!.push(page);
    else runs.push([page]);
  }
  return runs.map(run => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : `${run[0]}`)).join(', ');
}
