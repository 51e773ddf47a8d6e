import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { pdf, ruledTable, say } from '../read/pdf-bytes.ts';
import { choucha, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'choucha-test-'));
const out = join(folder, 'drawn');
beforeEach(() => rmSync(out, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = ['序号', '任务', '事项'];
const first = ruledTable(60, 60, [header, ['1', '食品检查', '许可情况']]);
const next = ruledTable(60, 320, [header, ['2', '药品检查', '经营情况']]);
const plan = join(folder, 'plan & <1>.pdf');
writeFileSync(plan, pdf([{ content: first }, { content: next }, { content: say(60, 200, '完') }]));

const draw = (...words: string[]) => choucha(['tables', plan, '-o', out, ...words]);
const drawn = (): string[] => readdirSync(out).sort();

/** The elements of a drawing by name; fails where it is not well-formed. */
function elements(file: string): Record<string, Record<string, string>[]> {
  const found: Record<string, Record<string, string>[]> = {};
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    found[name] ??= [];
    found[name].push(attributes as Record<string, string>);
  });
  parser.write(readFileSync(join(out, file), 'utf8')).close();
  return found;
}

describe('tables --debug', () => {
  test('draws a file per page, and says on stderr what it found', () => {
    const { status, stdout, stderr } = draw('--debug', 'svg');
    expect([status, stdout]).toEqual([0, '']);
    expect(drawn()).toEqual([1, 2, 3].map(n => `plan & <1>.pdf.page-00${n}.svg`));
    expect(stderr).toMatch(
      /page 1: 1 table, 6 cells → .*\n.*page 2: 1 table, 6 cells → .*\n.*page 3: 0 tables, 0 cells/,
    );
  });

  test('shows rulings, intersections, cells and joins over the page, in points', () => {
    draw('--debug', 'svg');
    const [page1, page2] = drawn().map(elements);
    const inks = (colour: string, page: typeof page1) => page!.line!.filter(({ stroke }) => stroke === colour);
    expect(page1!.svg![0]).toMatchObject({ width: '600', viewBox: expect.stringMatching(/^0 0 600 4\d\d/) });
    expect(page1!.image![0]).toMatchObject({
      width: '600',
      height: '400',
      href: expect.stringMatching(/^data:image\/png;base64,/),
    });
    // 3 rulings across, 4 down, one in the legend; 12 intersections, and one there.
    expect(inks('#0072b2', page1)).toHaveLength(3 + 4 + 1);
    expect(page1!.circle).toHaveLength(12 + 1);
    // The first page's table ends at a seam, the second's begins at one; one in the legend.
    expect(inks('#aa4499', page1).map(({ y1 }) => y1)[0]).toBe('340');
    expect(inks('#aa4499', page2).map(({ y1 }) => y1)[0]).toBe('40');
    expect([inks('#aa4499', page1).length, inks('#aa4499', page2).length]).toEqual([2, 2]);
    // Six cells tinted, and the header printed again tinted otherwise; the legend shows two and one.
    const tinted = (colour: string, page: typeof page1) =>
      page!.rect!.filter(({ fill, 'fill-opacity': opacity }) => fill === colour && Number(opacity) < 0.5).length;
    expect([tinted('#009e73', page1), tinted('#222222', page1)]).toEqual([6 + 2, 1]);
    expect([tinted('#009e73', page2), tinted('#222222', page2)]).toEqual([3 + 2, 3 + 1]);
  });

  test.each([
    ['en', 'page 2 t1: 2 rows × 3 columns, cells from rulings; goes on from an earlier page', 'intersection'],
    ['zh', '第 2 页 t1：2 行 × 3 列，由线条围成，接上页', '交点'],
  ])('has a legend in %s', (language, said, sign) => {
    draw('--debug', 'svg', '--pages', '2', '--lang', language);
    const svg = readFileSync(join(out, drawn()[0]!), 'utf8');
    expect(svg).toContain(said);
    expect(svg).toContain(`>${sign}</text>`);
  });

  test('makes pictures of the pages that were chosen', () => {
    expect(draw('--debug', 'png', '--pages', '3,1-1').status).toBe(0);
    expect(drawn()).toEqual([1, 3].map(n => `plan & <1>.pdf.page-00${n}.png`));
    const png = readFileSync(join(out, drawn()[0]!));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // 144 dpi, and a legend below.
    expect(png.readUInt32BE(16)).toBe(1200);
    expect(png.readUInt32BE(20)).toBeGreaterThan(800);
  });

  test('draws what there is where there is no table, and says so', () => {
    const { status, stderr } = draw('--debug', 'svg', '--pages', '3');
    expect([status, drawn().length]).toEqual([3, 1]);
    expect(stderr).toContain('[no-table]');
  });

  test.each<[words: string[], status: number, said: RegExp]>([
    [['--debug', 'gif'], 2, /Allowed choices are svg, png/],
    [['--debug', 'svg', '--pages', '0'], 2, /unexpected pages “0”, expected such as 1,3-5/],
    [['--debug', 'svg', '--pages', '3-1'], 2, /unexpected pages “3-1”/],
    [['--debug', 'svg', '--pages', 'x'], 2, /unexpected pages “x”/],
    [['--debug', 'svg', '--pages', '2,4'], 2, /has 3 pages, no page 4/],
    [['--pages', '2'], 2, /--pages goes with --debug only/],
    [['--debug', 'png', '--max-pages', '2'], 3, /\[too-many-pages\]/],
  ])('%j is refused', (words, status, said) => {
    const result = draw(...words);
    expect(result.stderr).toMatch(said);
    expect([result.status, result.stdout]).toEqual([status, '']);
  });

  test.each(['samples/lvliang-2023.txt', 'samples/merged/lvliang-2023.xlsx'])('%s has no pages to draw', file => {
    const { status, stderr } = choucha(['tables', resolveSample(file), '--debug', 'svg', '-o', out]);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/\[no-pages\].*no pages to draw/)]);
  });
});

const resolveSample = (file: string): string => join(root, file);
