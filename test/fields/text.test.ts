import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/fields/fold.ts';
import { textFields } from '../../src/fields/text.ts';

describe('text fields', () => {
  test.each<[field: keyof typeof textFields, raw: string, value: string]>([
    ['name', '对包装装潢、其他印刷品 \n印制单位的双随机抽查', '对包装装潢、其他印刷品印制单位的双随机抽查'],
    ['targets', '本辖区获证印刷企业(含个体)', '本辖区获证印刷企业（含个体）'],
    ['code', ' HY－001 ', 'HY-001'],
    ['section', '综合执法\n一中队', '综合执法一中队'],
    ['domain', '⽂化', '文化'],
    ['city', '吕梁市', '吕梁市'],
    ['offices', '消保市场股', '消保市场股'],
    ['targeting', '定向\n\n抽查', '定向抽查'],
    ['itemClass', '重点检\n查事项', '重点检查事项'],
    ['method', '现场检查与网络检查', '现场检查与网络检查'],
    ['basis', '《旅游法》、《旅行社管理条例》', '《旅游法》、《旅行社管理条例》'],
    ['mode', '市抽市查、市抽县(区)查', '市抽市查、市抽县（区）查'],
    ['initiation', '市级组织发起(市局林政科负责)', '市级组织发起（市局林政科负责）'],
    ['remarks', '无', '无'],
    // Latin letters, ODS and pinyin are no mojibake.
    ['targets', '使用ODS的企业 (café)', '使用ODS的企业（café）'],
    ['name', '衛(wèi)生檢查', '衛（wèi）生檢查'],
  ])('%s: %j', (field, raw, value) => {
    expect(textFields[field].parse(raw)).toEqual({ value, by: 'text', findings: [] });
  });

  test.each([
    ['锟斤拷锟斤拷', 'garbled-text'],
    ['市场�管', 'garbled-text'],
    ['å¸‚åœºç›‘ç®¡', 'garbled-text'],
    ['ÊÐ³¡¼à¹Ü', 'garbled-text'],
    ['鎶芥煡锛', 'garbled-text'],
    ['\ue001\ue002\ue003', 'garbled-text'],
    ['#REF!', 'garbled-text'],
    ['#DIV/0!', 'garbled-text'],
    ['########', 'garbled-text'],
    ['同上', 'ditto-cell'],
    ['〃', 'ditto-cell'],
    ['/', 'placeholder-cell'],
    ['——', 'placeholder-cell'],
  ])('refused: %j', (raw, code) => {
    const { value, by, findings } = textFields.remarks.parse(raw);
    expect({ value, by }).toEqual({ value: null, by: null });
    expect(findings.map(finding => finding.code)).toEqual([code]);
  });

  test('every text of the vocabulary is read as printed', () => {
    const columns: Record<string, keyof typeof textFields> = {
      ...{ type: 'targeting', method: 'method', mode: 'mode', 'mode(10th column)': 'mode', level: 'mode' },
      ...{ class: 'itemClass', basis: 'basis', initiation: 'initiation', section: 'section', remark: 'remarks' },
      ...{ ids: 'code', code: 'code', object: 'targets', scope: 'targets' },
    };
    const cells: { column: string; form: string; literal: boolean }[] = JSON.parse(
      readFileSync('test/domain/cells.json', 'utf8'),
    );
    const printed = cells.filter(({ column, literal }) => literal && column in columns);
    expect(printed.length).toBeGreaterThan(40);
    for (const { column, form } of printed) {
      const raw = form.replaceAll('⏎', '\n');
      const field = textFields[columns[column]!];
      expect(field.parse(raw)).toEqual({ value: foldText(raw), by: 'text', findings: [] });
    }
  });

  test('blank is nothing', () => {
    expect(textFields.name.parse(' \n ')).toEqual({ value: null, by: null, findings: [] });
  });

  test('parse∘format is the identity, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), raw => {
        const { value } = textFields.name.parse(raw);
        if (value !== null) expect(textFields.name.parse(textFields.name.format(value)).value).toBe(value);
      }),
    );
  });
});
