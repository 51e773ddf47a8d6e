import type { Finding } from '../model/diagnostic.ts';
import { Refusal } from '../model/refusal.ts';

/** A text with the encoding its bytes were in, by its WHATWG name; GBK and GB2312 are read as gb18030, which holds them. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

/** Bytes that the encoding is chosen by. */
const sampleSize = 256 * 2 ** 10;
/** Chinese read in a wrong encoding has under half of its characters from everyday use, in the right one nearly all. */
const everydayShare = 0.6;
/** Chinese read as Western is made of marked letters. */
const westernShare = 0.2;
/** Fewer characters than this prove nothing. */
const provingCharacters = 20;
/** Lost characters that any text may have. */
const fewLost = 5;
/** Share of control characters or lost characters from which a text is none. */
const noiseShare = 0.02;

let everyday: Set<string> | undefined;
/** The hanzi of everyday use: level 1 of GB 2312 (simplified) and of Big5 (traditional), taken from the decoders. */
function everydayHanzi(): Set<string> {
  if (everyday) return everyday;
  const bytes = (leads: [number, number], trails: [number, number][]): Uint8Array => {
    const pairs: number[] = [];
    for (let lead = leads[0]; lead <= leads[1]; lead++)
      for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) pairs.push(lead, trail);
    return new Uint8Array(pairs);
  };
  const simplified = new TextDecoder('gb18030').decode(bytes([0xb0, 0xd7], [[0xa1, 0xfe]]));
  const traditional = new TextDecoder('big5').decode(
    bytes(
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  );
  everyday = new Set((simplified + traditional).match(/\p{Script=Han}/gu));
  return everyday;
}

interface Census {
  /** Code points that are not white space. */
  readonly characters: number;
  readonly hanzi: number;
  readonly everyday: number;
  /** ASCII, Chinese punctuation, full-width forms. */
  readonly usual: number;
  readonly controls: number;
  /** What wrong decodings leave: characters of private use, controls beyond ASCII. */
  readonly odd: number;
  readonly lost: number;
  /** Latin letters with marks, which garbled Chinese consists of when it was read as Western. */
  readonly western: number;
}

function census(text: string): Census {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const common = everydayHanzi();
  const hanzi = text.match(/[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu) ?? [];
  return {
    characters: count(/\S/gu),
    hanzi: hanzi.length,
    everyday: hanzi.filter(character => common.has(character)).length,
    usual: count(/[!-~·×±‰←-↓①-⓿㈠-㊰\u2010-\u203b\u3001-\u3029\u2e80-\u2fdf≤≥～─-╿\uff01-\uff5e]/gu),
    controls: count(/[\0-\x08\x0e-\x1f\x7f]/g),
    odd: count(/[\x80-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]/g),
    lost: count(/\ufffd/g),
    western: count(/[\u00a1-\u024f€‚ƒ„†‡ˆ‰‹Œ‘’“”•–—˜™›œ]/gu),
  };
}

/** How well a text looks like what people write, at most 1. */
const plausibility = ({ characters, everyday, usual, controls, odd, lost }: Census): number =>
  characters === 0 ? 0 : (everyday + usual - 4 * (controls + odd + lost)) / characters;

/** Without the character that the end of the sample may cut. */
const sampleAs = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes.subarray(0, sampleSize), { stream: true });

const marks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

const markedAs = (bytes: Uint8Array): string | undefined =>
  marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.encoding;

/** The text of valid UTF-8, else null. A NUL is valid, but no text has one: that is UTF-16, or no text at all. */
function strictUtf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The WHATWG name of a declared encoding; undefined where nobody knows it. */
const known = (label: string): string | undefined => {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
};

/** The encoding under which bytes look most like Chinese; of equals, the declared one. */
function likeliest(bytes: Uint8Array, declared: string | undefined): string {
  const stated = declared === undefined ? undefined : known(declared);
  const candidates = [...(stated === undefined ? [] : [stated]), 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'utf-8'];
  const scored = candidates.map(encoding => ({ encoding, score: plausibility(census(sampleAs(encoding, bytes))) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
}

/** Whether bytes are noise: a good part are control bytes, and no reading makes sense of them. */
function isNoise(bytes: Uint8Array, counts: Census): boolean {
  const sample = bytes.subarray(0, sampleSize);
  const controls = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  return (
    counts.controls > counts.characters * noiseShare ||
    (controls > sample.length * noiseShare && plausibility(counts) < 0.5)
  );
}

/** Why a decoded text is none; null where it is one. A large one is judged by its beginning, as its encoding is. */
function refusal(bytes: Uint8Array, whole: string, encoding: string): Finding | null {
  const text = whole.slice(0, sampleSize);
  const counts = census(text);
  const { characters, hanzi, everyday, odd, lost, western } = counts;
  if (isNoise(bytes, counts)) return { code: 'binary-source' };
  if (lost > Math.max(fewLost, characters * noiseShare))
    return { code: 'unknown-encoding', params: { encoding, lost } };
  const garbled =
    hanzi >= provingCharacters ? everyday < (hanzi + odd) * everydayShare : western > characters * westernShare;
  if (!garbled || characters < provingCharacters) return null;
  const line = text.split(/\r\n?|\n/).find(line => /[^\0-\x7f]/.test(line)) ?? '';
  return { code: 'garbled-source', params: { encoding, text: [...line.trim()].slice(0, 20).join('') } };
}

/** Where characters were lost, for the first few. */
function losses(text: string): readonly Finding[] {
  if (!text.includes('\ufffd')) return [];
  const places = text.split(/\r\n?|\n/).flatMap((line, i) => {
    const at = line.indexOf('\ufffd');
    return at < 0 ? [] : [{ line: i + 1, column: [...line.slice(0, at)].length + 1 }];
  });
  return [{ code: 'lost-characters', params: { count: census(text).lost }, places: places.slice(0, 20) }];
}

/**
 * Decodes bytes in any encoding Chinese plans come in: UTF-8, UTF-16 with or without a mark, GB18030 (GBK), Big5, or
 * the one the source declares. A mark and valid UTF-8 are certain; after them the reading that looks most like Chinese
 * is taken. Throws `Refusal` for binary noise and for text garbled by an earlier wrong decoding.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const marked = markedAs(bytes);
  const strict = marked === undefined ? strictUtf8(bytes) : null;
  const encoding = marked ?? (strict === null ? likeliest(bytes, declared) : 'utf-8');
  const text = strict ?? new TextDecoder(encoding).decode(bytes);
  const finding = refusal(bytes, text, encoding);
  if (finding) throw new Refusal(finding);
  return { text, encoding, findings: losses(text) };
}

/** Whether bytes are a text at all, by their beginning. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize);
  const encoding = markedAs(sample) ?? (strictUtf8(sample) === null ? likeliest(sample, undefined) : 'utf-8');
  const counts = census(sampleAs(encoding, sample));
  return (
    counts.characters > 0 &&
    !isNoise(sample, counts) &&
    counts.lost <= Math.max(fewLost, counts.characters * noiseShare)
  );
}
