import { z } from 'zod';
import { defineField, type Notation } from './field.ts';
import { numberOfCircled } from './mark-styles.ts';
import { readNumber } from './numerals.ts';

/**
 * What a 序号 cell holds: an integer is the task's printed number; a string (HY-001) is no number and goes to the task's
 * `code`.
 */
export type Serial = number | string;

const serial = (digits: string) => {
  const number = Number(digits);
  return number > 0 ? { value: number } : null;
};

const notations: readonly Notation<Serial>[] = [
  {
    name: 'integer',
    title: { zh: '整数', en: 'integer' },
    // 1.0 is how spreadsheets hand over a 1.
    examples: ['1', '58', '007', '12.', '3、', '1.0'],
    pattern: /^(\d{1,5})(?:\.0|[.、])?$/,
    read: ([, digits]) => serial(digits!),
  },
  {
    name: 'bracketed',
    title: { zh: '括号或“第…项”中的整数', en: 'integer in brackets' },
    examples: ['（3）', '3）', '第3项', '第12号'],
    pattern: /^(?:（(\d{1,4})）|(\d{1,4})）|第(\d{1,4})[项条号个])$/u,
    read: ([, a, b, c]) => serial((a ?? b ?? c)!),
  },
  {
    name: 'circled',
    title: { zh: '带圈数字', en: 'circled number' },
    examples: ['①', '㉑'],
    pattern: /^([①-⑳㉑-㉟㊱-㊿])$/u,
    read: ([, circled]) => ({ value: numberOfCircled(circled!) }),
  },
  {
    name: 'chinese-numeral',
    title: { zh: '汉字数字', en: 'Chinese numeral' },
    examples: ['一', '十二', '（三）', '四、'],
    pattern: /^(?:（([一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3})[、.]?)$/u,
    read: ([, a, b]) => {
      const value = readNumber((a ?? b)!);
      return value === null ? null : { value };
    },
  },
  {
    name: 'code',
    title: { zh: '编号', en: 'code' },
    examples: ['HY-001', 'A12', '1-2', '3.1', '2023-015', '4400002020001', '市监-03', 'LL2023_07'],
    // Not 1O or l2, where letters stand for digits, nor a date that a spreadsheet made of 5-1.
    pattern:
      /^(?![\dOoIl|]*[OoIl|][\dOoIl|]*$)(?!\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$)(?=.{1,40}$)(?=.*\d)(?:\d{6,}|[A-Za-z][A-Za-z\d]*(?:[-–—_./][A-Za-z\d]+)*|\d+(?:[-_./][A-Za-z\d]+)+|\p{Script=Han}{1,8}[-–—_]\d{1,12})$/u,
    read: ([code]) => ({ value: code }),
  },
];

/** 序号: the printed number of a task, or its code. */
export const number = defineField<Serial>({
  name: 'number',
  title: { zh: '序号', en: 'number' },
  expected: { zh: '整数或编号，如 12、HY-001', en: 'an integer or a code, such as 12 or HY-001' },
  notations,
  refusals: [
    '0',
    '-1',
    '1O',
    'l2',
    '1 2',
    '1,2',
    '合计',
    '5%',
    '3月',
    '抽查1次',
    '2023-05-01',
    'A',
    '第项',
    '市市场监管局',
    '十十',
  ],
  schema: z.union([z.number().int().positive(), z.string().min(1)]),
  format: String,
});

/** Source of an expression for a whole cell that keys a row: what readers of aligned text cut rows by. */
export const rowKey = '(?:\\d{1,5}[.、]?|[（(]\\d{1,4}[）)]|[A-Z]{1,8}[-_]?\\d{1,12})';
