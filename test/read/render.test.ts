import { describe, expect, test } from 'vitest';
import { defaultLimits, type PagePicture, type ReadOptions, renderPages } from '../../src/read/index.ts';
import { withFamilies } from '../../src/read/pdf/fallback-fonts.ts';
import { boundedScale, type RenderOptions } from '../../src/read/pdf/render.ts';
import { type PageBytes, pdf, ruledTable } from './pdf-bytes.ts';

const options: ReadOptions = { hints: { headers: [], rowKey: '^\\d+$' }, limits: defaultLimits };
const render = async (bytes: Uint8Array, more: Partial<ReadOptions & RenderOptions> = {}) => {
  const pictures: PagePicture[] = [];
  const result = await renderPages({ name: 'plan.pdf', bytes }, { ...options, ...more }, picture => {
    pictures.push(picture);
  });
  return { pictures, result };
};
const file = (...pages: PageBytes[]): Uint8Array => pdf(pages);

/** Width and height as the PNG's header says (PNG 11.2.1). */
const sizeOf = ({ png }: PagePicture): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

const table = { content: ruledTable(60, 250, [['序号'], ['1']]) };

describe('pictures of pages', () => {
  test('have the size that was asked for, page by page', async () => {
    const { pictures, result } = await render(file(table, { ...table, rotate: 90 }), { dpi: 72 });
    expect(result).toEqual({ findings: [] });
    expect(pictures.map(({ page, width, height, scale }) => [page, width, height, scale])).toEqual([
      [1, 600, 400, 1],
      [2, 400, 600, 1],
    ]);
    expect(pictures.map(sizeOf)).toEqual([
      [600, 400],
      [400, 600],
    ]);
  });

  test('only of the pages that were chosen and are there', async () => {
    const { pictures } = await render(file(table, table, table), { dpi: 36, pages: [3, 1, 9, 0, 1.5] });
    expect(pictures.map(({ page }) => page)).toEqual([3, 1]);
  });

  test('show the page: what is drawn, and what is drawn over it', async () => {
    const dot = { kind: 'dot', x: 50, y: 50, radius: 9, color: '#000000' } as const;
    const over = { width: 600, height: 400, shapes: [dot] };
    const blank = (await render(file({ content: '' }), { dpi: 72 })).pictures[0]!.png;
    const drawn = (await render(file(table), { dpi: 72 })).pictures[0]!.png;
    const both = (await render(file(table), { dpi: 72, over: new Map([[1, over]]) })).pictures[0]!.png;
    expect(new Set([blank, drawn, both].map(png => Buffer.from(png).toString('base64'))).size).toBe(3);
  });

  test('of a file that says it has fewer pages than it has', async () => {
    const { pictures } = await render(pdf([table, table], { count: 1 }), { dpi: 36 });
    expect(pictures).toHaveLength(2);
  });

  test.each<[string, Uint8Array, Partial<ReadOptions & RenderOptions>, string]>([
    ['no pages in a text', new TextEncoder().encode('序号\t任务\n1\t检查\n'), {}, 'no-pages'],
    ['no bytes', new Uint8Array(), {}, 'empty-source'],
    ['nothing but a header', new TextEncoder().encode('%PDF-1.5'), {}, 'broken-pdf'],
    ['a password', pdf([table], { password: 'secret' }), {}, 'password-needed'],
    ['too many bytes', file(table), { limits: { ...defaultLimits, bytes: 9 } }, 'too-large'],
    ['too many pages', file(table, table), { limits: { ...defaultLimits, pages: 1 } }, 'too-many-pages'],
    ['too little time', file(table), { limits: { ...defaultLimits, milliseconds: -1 } }, 'too-slow'],
  ])('refused: %s', async (_, bytes, more, code) => {
    expect((await render(bytes, more)).result).toMatchObject({ refusal: { code } });
  });

  test('an error of whoever takes the pictures is theirs', async () => {
    const full = () => {
      throw new Error('disk full');
    };
    await expect(renderPages({ name: 'plan.pdf', bytes: file(table) }, options, full)).rejects.toThrow('disk full');
  });
});

test.each<[width: number, height: number, wanted: number, scale: number]>([
  [600, 400, 2, 2],
  [14_400, 100, 2, 8_000 / 14_400],
  [8_000, 8_000, 2, Math.sqrt(24_000_000) / 8_000],
  [1e9, 1e9, 2, Math.sqrt(24_000_000) / 1e9],
  [0.001, 0.001, 2, 2],
])('a page of %d × %d is drawn at no more than is sensible', (width, height, wanted, scale) => {
  expect(boundedScale(width, height, wanted)).toBeCloseTo(scale, 12);
});

test.each<[font: string, expected: RegExp]>([
  ['normal normal 10px "g_d0_f1", serif', /^normal normal 10px "g_d0_f1", "Noto Serif CJK SC".*"DejaVu Sans"$/],
  ['30px sans-serif', /^30px "Noto Sans CJK SC".*"DejaVu Sans"$/],
  ['10px "A sans-serif font"', /^10px "A sans-serif font"$/],
])('%s', (font, expected) => {
  expect(withFamilies(font)).toMatch(expected);
});
