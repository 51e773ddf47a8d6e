/**
 * What a reader may know of plans, as plain data: aligned text and borderless PDFs can only be cut into rows and
 * columns by one who knows what a header and a row key look like. Made by `convert.ts`.
 */
export interface Hints {
  /** Header wordings without white space: 抽查任务名称. */
  readonly headers: readonly string[];
  /** Source of a regular expression that a whole row key (序号) matches. */
  readonly rowKey: string;
  /** Source of a regular expression that a heading between rows begins with (一、). */
  readonly heading?: string;
}
