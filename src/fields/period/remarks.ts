import type { Finding } from '../../model/diagnostic.ts';
import type { CellContext, Notation, Outcome } from '../field.ts';
import { readDated } from './notations.ts';
import { build } from './outcome.ts';
import type { Period } from './schema.ts';
import { mannerSource, remarkKind, wordsWithoutDate } from './words.ts';

/** A window and what is said beside it, which is kept as its note. */
function withNote(window: string, note: string, bracketed: boolean, whole: string, context: CellContext) {
  const kind = remarkKind(note, bracketed);
  const outcome: Outcome<Period> | null = kind && readDated(window, context);
  if (!outcome?.value) return outcome;
  const { value, findings = [] } = outcome;
  if (value.start === null && value.end === null) return { value: { ...value, note: whole }, findings };
  const finding: Finding = {
    code: 'period-note',
    params: { note },
    ...(kind === 'doubtful' && { severity: 'warning' as const }),
  };
  return {
    value: { ...value, note: value.note === undefined ? note : `${value.note}；${note}` },
    findings: [...findings, finding],
  };
}

const bracketed: Notation<Period> = {
  name: 'with-bracket',
  title: { zh: '时间后加括号说明', en: 'a window with a remark in brackets' },
  examples: ['2024年3月至10月（各地根据实际情况分阶段开展）'],
  pattern: /^([^（]+)（(.+)）$/u,
  read: ([text, window = '', note = ''], context) => withNote(window, note, true, text, context),
};

const trailing: Notation<Period> = {
  name: 'with-remark',
  title: { zh: '时间后加说明', en: 'a window with a remark' },
  examples: ['2025年3月-11月，各县分阶段开展', '2025年全年不定期'],
  pattern: build(`([^，；。（）]+?)(?:[，；。](.+)|(${mannerSource}))`),
  read: ([text, window = '', remark, manner], context) => withNote(window, (remark ?? manner)!, false, text, context),
};

const leading: Notation<Period> = {
  name: 'with-ground',
  title: { zh: '先写依据、后写时间', en: 'a window after the ground it is set on' },
  examples: ['按照省局统一部署，2025年11月底前完成'],
  pattern: /^([^，；。（）]+)[，；](.+)$/u,
  read: ([text, ground = '', window = ''], context) =>
    wordsWithoutDate(ground) ? withNote(window, ground, false, text, context) : null,
};

/** Words without a date: the note is all there is. */
const words: Notation<Period> = {
  name: 'words',
  title: { zh: '没有日期的说法', en: 'words without a date' },
  examples: ['局统一安排', '根据监管需要确定', '待定', '每月', '春秋季开学、中高考等节点'],
  pattern: /^[^\d%]+$/u,
  read: ([text]) => {
    const kind = wordsWithoutDate(text);
    if (!kind) return null;
    const severity = kind === 'occasional' ? 'warning' : 'info';
    return {
      value: { start: null, end: null, note: text },
      findings: [{ code: 'period-undated', params: { text }, severity }],
    };
  },
};

/** Notations with words beside or instead of dates; after the dated ones. */
export const remarked: readonly Notation<Period>[] = [bracketed, trailing, leading, words];
