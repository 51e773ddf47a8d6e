import { z } from 'zod';
import type { Bilingual, Finding } from '../model/diagnostic.ts';
import { defineField, type Field } from './field.ts';

/**
 * Signs of a text that was decoded wrongly or never was text: replacement characters, UTF-8 or GBK taken for Latin-1,
 * UTF-8 taken for GBK (锛 for ，, 銆 for 、 and 。), glyphs of a font without a character map, a spreadsheet's error value.
 */
const garbled =
  /\ufffd|锟斤拷|烫烫|[锛銆]|[\ue000-\uf8ff]{2}|[\u00a1-\u00ff]{4}|(?:[\u00c2-\u00ef][\u0080-\u00bf]){2}|[åæèéçä][\u0080-\u00bf\u2010-\u203a]|^#(?:REF|NAME|VALUE|NUM|NULL|N\/A|DIV\/0|#)/u;
const ditto = /^(?:同上[一行栏]?|同前|[〃″"])$/u;

/** Why a text cannot be taken as it stands, whatever column it is in; null where it can. */
export function refuseText(text: string): Finding | null {
  if (garbled.test(text)) return { code: 'garbled-text', params: { text } };
  if (ditto.test(text)) return { code: 'ditto-cell', params: { text } };
  return null;
}

/** A cell without a word: a slash or a dash where nothing is to be said. */
export const isPlaceholder = (text: string): boolean => /^(?:[/\\]{1,8}|[-–—―－_]{1,8}|[*]{1,8})$/u.test(text);

const titles = {
  name: { zh: '抽查任务名称', en: 'task name' },
  targets: { zh: '抽查对象', en: 'targets' },
  code: { zh: '编号', en: 'code' },
  section: { zh: '板块', en: 'section' },
  domain: { zh: '抽查领域', en: 'domain' },
  city: { zh: '地市', en: 'city' },
  offices: { zh: '责任科室', en: 'offices' },
  targeting: { zh: '抽查类型', en: 'targeting' },
  itemClass: { zh: '事项类别', en: 'item class' },
  method: { zh: '检查方式', en: 'method' },
  basis: { zh: '检查依据', en: 'legal basis' },
  mode: { zh: '实施层级', en: 'mode' },
  initiation: { zh: '发起方式', en: 'initiation' },
  remarks: { zh: '备注', en: 'remarks' },
} satisfies Record<string, Bilingual>;

export type TextFieldName = keyof typeof titles;

/** A column whose cells are words to be kept, not values to be read: its value is the folded text. */
const textField = (name: TextFieldName): Field<string> =>
  defineField<string>({
    name,
    title: titles[name],
    expected: { zh: '可读的文字', en: 'readable text' },
    notations: [
      {
        name: 'text',
        title: { zh: '文字', en: 'text' },
        examples: ['本辖区获证印刷企业', '无'],
        pattern: /^.+$/su,
        read: ([text]) => {
          const refusal = refuseText(text);
          if (refusal) return { value: null, findings: [refusal] };
          return isPlaceholder(text)
            ? { value: null, findings: [{ code: 'placeholder-cell', params: { text } }] }
            : { value: text };
        },
      },
    ],
    refusals: ['锟斤拷', '同上', '#REF!', '/', '——'],
    schema: z.string().min(1),
    format: text => text,
  });

/** Every column of plain text, by field name. */
export const textFields = Object.fromEntries(
  (Object.keys(titles) as TextFieldName[]).map(name => [name, textField(name)]),
) as Readonly<Record<TextFieldName, Field<string>>>;
