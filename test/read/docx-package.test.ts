import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxReader } from '../../src/read/docx/index.ts';
import { compareWithMammoth } from '../../src/read/docx/witness.ts';
import { openPackage } from '../../src/read/opc.ts';
import { xlsxReader } from '../../src/read/xlsx/index.ts';
import { blocksOf, codes, docx, read, readWell, w, xlsx, zip } from './office-files.ts';

const { p, run, tbl, tr, tc, table } = w;
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const document = (body: string): string => `<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`;

/** Sets 4 bytes after every occurrence of a signature: to lie about sizes. */
function patch(file: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 < copy.length; at++)
    if (view.getUint32(at, true) === signature) view.setUint32(at + offset, value, true);
  return copy;
}
const central = 0x02014b50;
/** As if 4 GB of blanks stood in the document. */
const lying = patch(docx(p('x'.repeat(1000))), central, 24, 0xffff_fff0);

describe('packages', () => {
  test.each<[name: string, file: Uint8Array, code: string]>([
    ['cut short', docx(p('x')).slice(0, 600), 'broken-package'],
    ['no document', docx(p('x'), {}, { 'word/document.xml': undefined }), 'broken-package'],
    ['nothing in it', new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]), 'broken-package'],
    ['unclosed XML', docx(p('x'), {}, { 'word/document.xml': document('<w:p>').slice(0, -5) }), 'broken-xml'],
    ['no XML', docx(p('x'), {}, { 'word/document.xml': 'Hello' }), 'broken-xml'],
    [
      'bytes that are no UTF-8',
      zipOf('word/document.xml', new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e])),
      'broken-xml',
    ],
    ['an undefined entity', docx('<w:p>&boom;</w:p>'), 'broken-xml'],
    [
      'entities that grow',
      docx(
        p('x'),
        {},
        {
          'word/document.xml': `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${document('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')}`,
        },
      ),
      'broken-xml',
    ],
    [
      'an entity from elsewhere',
      docx(
        p('x'),
        {},
        {
          'word/document.xml': `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${document('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>')}`,
        },
      ),
      'broken-xml',
    ],
    ['elements in elements', docx(p('<w:smartTag>'.repeat(5_000) + '</w:smartTag>'.repeat(5_000))), 'too-complex'],
    ['a name that leads out', docx(p('x'), {}, { '../../etc/cron.d/x': 'x' }), 'unsafe-entry'],
    ['a size beyond the bounds', lying, 'package-too-large'],
    ['more than was declared', patch(docx(p('x'.repeat(5000))), central, 24, 100), 'broken-package'],
    ['a password', patch(docx(p('x')), central, 8, 0x0008_0001), 'encrypted-office'],
    ['an unknown compression', patch(docx(p('x')), central, 10, 0x0000_000c), 'broken-package'],
    [
      'parts beyond number',
      zipSync(
        Object.fromEntries(Array.from({ length: 11_000 }, (_, i) => [`word/document${i}.xml`, new Uint8Array()])),
      ),
      'too-complex',
    ],
  ])('refuses %s', async (_, file, code) => {
    const begun = performance.now();
    expect(docxReader.recognises(file) || code === 'broken-package').toBe(true);
    expect(await read(docxReader, file)).toMatchObject({ code });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  function zipOf(name: string, bytes: Uint8Array): Uint8Array {
    return zipSync({ [name]: bytes });
  }

  test('a bomb is refused by what comes out, not by what it says', () => {
    const zeros = deflateRawSync(Buffer.alloc(300 * 2 ** 20));
    const file = zipSync({ 'word/document.xml': new Uint8Array(100) }, { level: 0 });
    // A local header and a directory entry for far more than 128 MB, said to be 100 bytes.
    const bomb = Buffer.concat([file.subarray(0, 47), zeros, file.subarray(147)]);
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const entry = 47 + zeros.length;
    expect(view.getUint32(entry, true)).toBe(central);
    view.setUint16(entry + 10, 8, true);
    view.setUint32(entry + 20, zeros.length, true);
    view.setUint32(bomb.length - 6, entry, true);
    const begun = performance.now();
    expect(() => openPackage(new Uint8Array(bomb)).bytes('word/document.xml')).toThrow('broken-package');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test('what a relationship names is found, wherever it stands', async () => {
    const file = zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>',
      'word/document2.xml': document(p('甲')),
      'word/_rels/document2.xml.rels':
        '<Relationships><Relationship Id="b" Type="x/header" Target="../word/./h.xml"/><Relationship Id="c" Type="x/footer" Target="../../../f.xml"/><Relationship Id="d" Type="x/header" Target="http://example.com/h.xml" TargetMode="External"/></Relationships>',
      'word/h.xml': `<w:hdr ${wordNamespace}>${p('眉')}</w:hdr>`,
      'f.xml': `<w:ftr ${wordNamespace}>${p('脚')}</w:ftr>`,
    });
    expect(docxReader.recognises(file)).toBe(true);
    expect(blocksOf(await readWell(docxReader, file))).toEqual(['furniture 眉', '甲', 'furniture 脚']);
  });

  test.each<[name: string, xml: string]>([
    [
      'another prefix',
      `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:pPr><ns0:rPr/></ns0:pPr><ns0:r><ns0:t>甲</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
    ],
    [
      'no prefix',
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>甲</t></r></p></body></document>',
    ],
    [
      'the strict namespace',
      '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
    ],
    ['UTF-16', Buffer.from(`\ufeff${document(p('甲'))}`, 'utf16le').toString('latin1')],
  ])('%s', async (name, xml) => {
    const file = docx('', {}, { 'word/document.xml': name === 'UTF-16' ? undefined : xml });
    const whole =
      name === 'UTF-16' ? zipSync({ 'word/document.xml': new Uint8Array(Buffer.from(xml, 'latin1')) }) : file;
    expect(blocksOf(await readWell(docxReader, whole))).toEqual(['甲']);
  });

  test('an embedded file is not read, and told', async () => {
    const rels = '<Relationships><Relationship Id="a" Type="x/package" Target="embeddings/book.xlsx"/></Relationships>';
    const document = await readWell(docxReader, docx(p('见附件'), {}, { 'word/_rels/document.xml.rels': rels }));
    expect(document.findings).toEqual([{ code: 'unread-part', params: { part: 'word/embeddings/book.xlsx' } }]);
  });

  test('documents and workbooks are told apart by what they hold', () => {
    const [word, sheet, other] = [docx(p('x')), xlsx([{ xml: '' }]), zip({ 'a.txt': 'word/document.xml' })];
    expect([word, sheet, other].map(docxReader.recognises)).toEqual([true, false, false]);
    expect([word, sheet, other].map(xlsxReader.recognises)).toEqual([false, true, false]);
    expect(docxReader.recognises(new TextEncoder().encode('word/document.xml'))).toBe(false);
  });
});

describe('bounds', () => {
  const cells = (count: number): string => tc('x').repeat(count);
  test.each<[name: string, body: string]>([
    [
      'a span over 100,000,000 columns',
      tbl([tr([tc('标题', '<w:gridSpan w:val="100000000"/>')]), tr([tc('a'), tc('b')])]),
    ],
    ['10,000 columns', tbl([tr([cells(10_000)]), tr([tc('b')])])],
    [
      'tables in tables',
      Array.from({ length: 40 }).reduce<string>(inner => tbl([tr([tc(`${inner}${p('')}`), tc('b')])]), p('a')),
    ],
    [
      '100,000 changes',
      p(`${'<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>y</w:t></w:r>'.repeat(100_000)}`),
    ],
    ['50,000 paragraphs', p('甲').repeat(50_000)],
  ])('reads %s, soon', async (_, body) => {
    const begun = performance.now();
    expect((await readWell(docxReader, docx(body))).blocks.length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('the limits of the caller', async () => {
    const file = docx(
      table([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    );
    expect(await read(docxReader, file, { cells: 3 })).toMatchObject({ code: 'table-too-large' });
    expect(await read(docxReader, file, { bytes: 100 })).toMatchObject({ code: 'package-too-large' });
    expect(await read(docxReader, file, { cells: 4 })).not.toHaveProperty('code');
  });
});

describe('the second witness', () => {
  const change = 'w:id="1" w:author="a" w:date="b"';
  const cell = (content: string): string => tbl([tr([tc('1'), tc(p(content))])]);
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  test.each<[name: string, body: string]>([
    ['list numbers', tbl([tr([tc(p('', w.list(1))), tc(p('甲', w.list(1)))])])],
    ['hidden text', cell(run('明') + run('暗', '<w:vanish/>'))],
    ['a hidden row', tbl([tr([tc('a'), tc('b')]), tr([tc('c'), tc('d')], '<w:hidden/>')])],
    [
      'changes',
      cell(
        `${run('甲')}<w:ins ${change}>${run('乙')}</w:ins><w:del ${change}><w:r><w:delText>丙</w:delText></w:r></w:del>`,
      ),
    ],
    ['symbols', cell(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run('5%')}`)],
    ['fields', cell(`<w:fldSimple w:instr="DATE">${run('一月')}</w:fldSimple>`)],
    ['formulas', cell('<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath>')],
    [
      'reading aids',
      cell(`<w:r><w:ruby><w:rt>${run('shi')}</w:rt><w:rubyBase>${run('市')}</w:rubyBase></w:ruby></w:r>`),
    ],
    [
      'a box without its older form',
      cell(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('框')}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
      ),
    ],
    [
      'merged cells',
      tbl([tr([tc('a', '<w:vMerge w:val="restart"/>'), tc('b')]), tr([tc('', '<w:vMerge/>'), tc('c')])]),
    ],
  ])('is silent on what it is known to lose: %s', async (_, body) => {
    const found = codes(await readWell(docxReader, docx(body, { numbering })));
    expect(found.filter(code => code.startsWith('witness'))).toEqual([]);
  });

  test('a difference is told, with both readings', async () => {
    const office = openPackage(
      docx(
        table([
          ['序号', '任务'],
          ['1', '检查企业'],
        ]),
      ),
    );
    expect(await compareWithMammoth(office, 'word/document.xml', ['序号', '任务', '1', '检查企业'])).toEqual([]);
    expect(await compareWithMammoth(office, 'word/document.xml', ['序号', '任务', '1', '检查'])).toEqual([
      { code: 'witness-differs', params: { ours: '序号任务1检查', theirs: '序号任务1检查企业' } },
    ]);
  });

  test('a very large document is read once, and says so', async () => {
    const body = table(Array.from({ length: 2_000 }, (_, i) => [`${i}`, '甲'.repeat(400)]));
    expect(codes(await readWell(docxReader, docx(body)))).toEqual(['witness-absent']);
  });
});
