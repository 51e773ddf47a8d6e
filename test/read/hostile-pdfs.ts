import { deflateSync } from 'node:zlib';
import { pdf, ruledTable, say } from './pdf-bytes.ts';

export const table = [
  ['序号', '任务', '事项'],
  ['1', '食品检查', '许可情况'],
  ['2', '药品检查', '经营情况'],
];
export const plain = ruledTable(60, 250, table);

type Body = string | Buffer;

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(bodies: readonly Body[]): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let size = parts[0]!.length;
  bodies.forEach((body, i) => {
    offsets.push(size);
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(body as string),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    size += part.length;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const stream = (data: Body, dictionary = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>stream\n`),
    Buffer.from(data as string),
    Buffer.from('\nendstream'),
  ]);

/** Objects 1 to 3: one page, shown so many times; the next object is number 4. */
const page = (contents: string, resources = '', times = 1): string[] => [
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages/Kids[${'3 0 R '.repeat(times)}]/Count ${times}>>`,
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Contents ${contents}/Resources<<${resources}>>>>`,
];

const form = (content: string, next: number | null): Buffer =>
  stream(
    content,
    `/Type/XObject/Subtype/Form/BBox[0 0 600 400]/Resources<<${next === null ? '' : `/XObject<</X ${next} 0 R>>`}>>`,
  );

/** Forms that each show the next one so many times. */
const forms = (depth: number, times: number): Uint8Array =>
  pdfOf([
    ...page('4 0 R', '/XObject<</X 5 0 R>>'),
    stream('/X Do'),
    ...Array.from({ length: depth }, (_, i) => form('/X Do '.repeat(times), 6 + i)),
    form('0 0 m 9 9 l S', null),
  ]);

/** So many spaces, deflated so many times over. */
function deflated(size: number, times: number): Buffer {
  let data: Buffer = Buffer.alloc(size, 0x20);
  for (let i = 0; i < times; i++) data = deflateSync(data, { level: 9 });
  return data;
}

/** Files that cost much: made when asked for. */
export const costly: Readonly<Record<string, () => Uint8Array>> = {
  'a million lines': () => pdf([{ content: plain + '1 1 m 2 2 l S\n'.repeat(1_000_000) }]),
  'a million characters': () => pdf([{ content: plain + say(60, 100, '字'.repeat(1_000_000)) }]),
  'a million pieces of text': () => pdf([{ content: plain + say(60, 100, '字').repeat(1_000_000) }]),
  'three million saved states': () => pdf([{ content: `${plain}${'q '.repeat(3_000_000)}` }]),
  'a million changes of state': () => pdf([{ content: plain + '/Pale gs '.repeat(1_000_000) }]),
  'crossing lines': () =>
    pdf([
      {
        content: Array.from(
          { length: 3000 },
          (_, i) => `${i * 0.2} 0 m ${i * 0.2} 400 l S 0 ${i * 0.13} m 600 ${i * 0.13} l S `,
        ).join(''),
      },
    ]),
  'ten thousand pages': () => pdfOf([...page('4 0 R', '', 10_000), stream(plain)]),
  'streams in streams': () =>
    pdfOf([...page('4 0 R'), stream(deflated(400 * 2 ** 20, 3), '/Filter[/FlateDecode/FlateDecode/FlateDecode]')]),
  'one large stream a thousand times': () =>
    pdfOf([...page(`[${'4 0 R '.repeat(1000)}]`), stream(deflated(100 * 2 ** 20, 1), '/Filter/FlateDecode')]),
  'forms that multiply': () => forms(9, 10),
  'forms in forms, 20,000 deep': () => forms(20_000, 1),
  'a page tree 50,000 deep': () =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      ...Array.from({ length: 50_000 }, (_, i) => `<</Type/Pages/Kids[${i + 3} 0 R]/Count 1>>`),
      '<</Type/Page/MediaBox[0 0 9 9]>>',
    ]),
  'large pictures many times': () =>
    pdfOf([
      ...page('4 0 R', '/XObject<</I 5 0 R>>'),
      stream('q 500 0 0 300 0 0 cm /I Do Q '.repeat(500)),
      stream(
        deflateSync(Buffer.alloc(8000 * 8000)),
        '/Type/XObject/Subtype/Image/Width 8000/Height 8000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
      ),
    ]),
};

const javaScript =
  '/S/JavaScript/JS(app.launchURL\\("http://127.0.0.1:9/"\\);this.submitForm\\("http://127.0.0.1:9/"\\))';

/** A plan whose every part asks for something from outside, or to be run. */
export const reaching = (): Uint8Array =>
  pdf([{ content: `${plain}/Out Do` }], {
    catalog: `/OpenAction<<${javaScript}>>/AA<</WC<<${javaScript}>>>>/Names<</JavaScript<</Names[(a)<<${javaScript}>>]>>/EmbeddedFiles<</Names[(b)<</Type/Filespec/F(http://127.0.0.1:9/b)/FS/URL>>]>>>>/URI<</Base(http://127.0.0.1:9/)>>/AcroForm<</XFA(http://127.0.0.1:9/)/Fields[]>>`,
    page: `/AA<</O<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>/C<<${javaScript}>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 600 400]/A<</S/URI/URI(http://127.0.0.1:9/)>>>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(http://127.0.0.1:9/x.pdf)/D[0/Fit]>>>><</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/JS(app.alert\\(1\\))>>>><</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/FS/URL/F(http://127.0.0.1:9/)>>>>]`,
    objects: [
      '<</Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/F<</FS/URL/F(http://127.0.0.1:9/i)>>/FFilter/DCTDecode/Length 0>>stream\n\nendstream',
    ],
    xobjects: '/Out 10 0 R',
  });
