import { simplify } from '../traditional.ts';

/** 衛（wèi）生: pronunciation that mirrors of web pages leave behind a character. */
const pronunciation = /（[a-zà-ʯ]{1,6}）/gu;

/** A cell's text as names are looked up in it. All positions are in `plain`. */
export interface Script {
  /** Simplified, without pronunciation. */
  readonly plain: string;
  /** The same stretch as the plan writes it, without pronunciation. */
  readonly written: (start: number, end: number) => string;
  /** The same stretch with everything that stands in it. */
  readonly printed: (start: number, end: number) => string;
  /** Where a position stands in the text that was given. */
  readonly origin: (position: number) => number;
  readonly traditional: boolean;
  readonly annotated: boolean;
}

export function readScript(text: string): Script {
  const origin: number[] = [];
  let written = '';
  let at = 0;
  const copy = (end: number) => {
    written += text.slice(at, end);
    for (; at < end; at++) origin.push(at);
  };
  for (const { index, 0: noise } of text.matchAll(pronunciation)) {
    copy(index);
    at = index + noise.length;
  }
  copy(text.length);
  origin.push(text.length);
  const plain = simplify(written);
  return {
    plain,
    written: (start, end) => written.slice(start, end),
    printed: (start, end) => text.slice(origin[start], origin[end]),
    origin: position => origin[position]!,
    traditional: plain !== written,
    annotated: written.length < text.length,
  };
}
