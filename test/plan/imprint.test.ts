import { describe, expect, test } from 'vitest';
import { readImprint } from '../../src/plan/imprint.ts';
import { fold } from '../../src/plan/prose.ts';

const lines = (texts: readonly string[]) => texts.map(text => fold({ text, places: [] }));

describe('who issued a plan, under what number, when', () => {
  test.each([
    // [lines above, lines below, issuer, number, issued]
    [
      ['吕梁市市场监督管理局文件', '吕市监发〔2023〕12号', '关于印发……的通知', '吕梁市市场监督管理局', '2023年3月15日'],
      [],
      '吕梁市市场监督管理局',
      '吕市监发〔2023〕12号',
      '2023-03-15',
    ],
    [['市商务局文件', '吕商[2024]3号'], [], '市商务局', '吕商[2024]3号', null],
    [['填报单位：市商务局 填报人：张三 填报日期：2024年3月1日'], [], '市商务局', null, '2024-03-01'],
    [['发布机构：市气象局', '发布日期：2024-05-06'], [], '市气象局', null, '2024-05-06'],
    [[], ['注：略', '市水利局', '二〇二四年四月三日'], '市水利局', null, '2024-04-03'],
    [[], ['市水利局办公室2024年4月3日印发'], null, null, '2024-04-03'],
    // Near misses: deadlines, citations, dates in sentences.
    [['请于2024年12月31日前完成全部任务'], [], null, null, null],
    [['根据《关于……的通知》（国发〔2019〕5号）'], [], null, null, null],
    [['按照国发〔2019〕5号要求'], [], null, null, null],
    [['2024年3月至11月'], [], null, null, null],
    [['附件1'], ['联系电话：0358-1234567'], null, null, null],
    [['各县（市、区）人民政府：', '2024年3月1日'], [], null, null, null],
  ] as const)('%j and %j', (above, below, issuer, number, issued) => {
    const found = readImprint(lines(above), lines(below), -1);
    expect([found.issuer?.value ?? null, found.documentNumber?.value ?? null, found.issued?.value ?? null]).toEqual([
      issuer,
      number,
      issued,
    ]);
  });

  test('a date right under the title is its date', () => {
    expect(readImprint(lines(['某计划', '（2024年3月1日）']), [], 1).issued?.value).toBe('2024-03-01');
  });
});
