// Wide and full-width characters take two columns of a terminal or a typewriter's page.
const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** East Asian fonts draw these wide, others do not. */
const ambiguous = /[§°±·×÷‐-―‖‘’“”†‡•…‰′″※℃№Ⅰ-ⅹ←-↙∈-⌒①-⓿─-◯★☆]/u;
const zero = /[\p{Mn}\p{Cf}]/u;

/** One way of counting how far a character moves the next one to the right. */
export type Measure = (character: string) => number;

const remembered = (columns: Measure): Measure => {
  const known = new Map<string, number>();
  return character => {
    let count = known.get(character);
    if (count === undefined) {
      count = character < '\x7f' ? 1 : columns(character);
      known.set(character, count);
    }
    return count;
  };
};

/** Ways in which programs count columns, likeliest first. */
export const measures: readonly Measure[] = [
  remembered(c => (wide.test(c) ? 2 : zero.test(c) ? 0 : 1)),
  remembered(c => (wide.test(c) || ambiguous.test(c) ? 2 : zero.test(c) ? 0 : 1)),
  () => 1,
  remembered(c => new TextEncoder().encode(c).length),
];

/** Columns that a text takes, Chinese characters counting two. */
export const width = (text: string, measure: Measure = measures[0]!): number => {
  let columns = 0;
  for (const character of text) columns += measure(character);
  return columns;
};
