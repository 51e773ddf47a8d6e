import type { Finding } from '../../model/diagnostic.ts';

/** The two things that a cell on amounts may speak of. */
export type Half = 'ratio' | 'frequency';

export type Bound = 'floor' | 'ceiling';

/** A stretch of the cell as printed (folded), and in simplified characters for matching. */
export interface Stretch {
  readonly text: string;
  readonly plain: string;
}

/** One amount that the cell states, with everything said of it. */
export interface Claim {
  readonly type: 'claim';
  readonly what: 'percent' | 'count' | 'times';
  readonly low: number;
  readonly high: number;
  readonly bound: Bound | null;
  /** The bound is worded as an upper limit (上限, 最多), so that it may stand beside an exact amount. */
  readonly cap: boolean;
  readonly about: boolean;
  /** 全覆盖 and its like. */
  readonly full: boolean;
  /** No number of times is printed: 每半年. */
  readonly implied: boolean;
  /** Counter of a count. */
  readonly unit: string | null;
  /** ISO 8601 duration: for every such stretch of time. */
  readonly per: string | null;
  /** The objects, level or class that it holds for. */
  readonly subject: Stretch | null;
  /** It says how many there are, not how many are inspected: 基数186万. */
  readonly population: boolean;
  /** 分别: the subjects are a list, and the amounts that follow belong to them in turn. */
  readonly respectively: boolean;
  /** Words that qualify the amount (原则上), as printed. */
  readonly hedges: readonly string[];
  /** Conditions and explanations that stand before it and after it, as printed. */
  readonly preface: readonly string[];
  readonly riders: readonly string[];
  readonly findings: readonly Finding[];
  /** All of it, as printed. */
  readonly text: string;
}

export const halfOf = (claim: Pick<Claim, 'what'>): Half => (claim.what === 'times' ? 'frequency' : 'ratio');

/** Words that leave the amount open, or to another document. */
export interface Open {
  readonly type: 'open';
  readonly kind: 'undecided' | 'reference';
  /** What it speaks of; empty where it names neither. */
  readonly halves: readonly Half[];
  /** Ends in 确定 or its like: what is not stated otherwise is to be settled. */
  readonly settles: boolean;
  /** With its label; `at` and `end` are without. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** A condition or explanation. */
export interface Rider {
  readonly type: 'rider';
  /** What it speaks of, where its words show it. */
  readonly halves: readonly Half[];
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** A stretch that could not be read. */
export interface Broken {
  readonly type: 'broken';
  readonly halves: readonly Half[];
  readonly text: string;
  /** Why, where more can be said than that it is unread. */
  readonly finding: Finding | null;
}

export type Statement = Claim | Open | Rider | Broken;
