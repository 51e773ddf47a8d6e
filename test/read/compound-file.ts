/** Writes compound files and the records of old workbooks, for tests. */
const sector = 512;
const mini = 64;
const end = 0xfffffffe;
const free = 0xffffffff;

const padded = (bytes: Uint8Array, size: number): Uint8Array => {
  const whole = new Uint8Array(Math.ceil(bytes.length / size) * size);
  whole.set(bytes);
  return whole;
};
const words = (numbers: readonly number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [i, n] of numbers.entries()) view.setUint32(i * 4, n, true);
  return new Uint8Array(view.buffer);
};
const chain = (from: number, length: number): number[] =>
  Array.from({ length }, (_, i) => (i === length - 1 ? end : from + i + 1));

/** A compound file with these streams at the top; those under 4,096 bytes share the short stream. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const body: Uint8Array[] = [];
  const table: number[] = [];
  const place = (bytes: Uint8Array): number => {
    const whole = padded(bytes, sector);
    const at = table.length;
    table.push(...chain(at, whole.length / sector));
    body.push(whole);
    return whole.length === 0 ? end : at;
  };
  const miniTable: number[] = [];
  const miniBody: Uint8Array[] = [];
  const starts = Object.values(streams).map(bytes => {
    if (bytes.length >= 4096) return place(bytes);
    const whole = padded(bytes, mini);
    const at = miniTable.length;
    miniTable.push(...chain(at, whole.length / mini));
    miniBody.push(whole);
    return at;
  });
  const short = Buffer.concat(miniBody);
  const shortStart = place(short);
  const miniTableStart = place(words(miniTable));
  const entry = (name: string, type: number, right: number, child: number, start: number, size: number): Uint8Array => {
    const view = new DataView(new ArrayBuffer(128));
    for (const [i, character] of [...name].entries()) view.setUint16(i * 2, character.charCodeAt(0), true);
    view.setUint16(64, name.length * 2 + 2, true);
    view.setUint8(66, type);
    for (const [i, n] of [free, right, child].entries()) view.setUint32(68 + 4 * i, n, true);
    view.setUint32(116, start, true);
    view.setUint32(120, size, true);
    return new Uint8Array(view.buffer);
  };
  const names = Object.keys(streams);
  const directory = Buffer.concat([
    entry('Root Entry', 5, free, 1, shortStart, short.length),
    ...names.map((name, i) =>
      entry(name, 2, i + 2 <= names.length ? i + 2 : free, free, starts[i]!, streams[name]!.length),
    ),
  ]);
  const directoryStart = place(directory);
  const tableStart = table.length;
  const count = Math.ceil((table.length + 1) / (sector / 4));
  table.push(...Array(count).fill(0xfffffffd));
  const header = new DataView(new ArrayBuffer(sector));
  for (const [i, byte] of [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].entries()) header.setUint8(i, byte);
  for (const [at, n] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.setUint16(at, n, true);
  for (const [at, n] of [
    [44, count],
    [48, directoryStart],
    [56, 4096],
    [60, miniTableStart],
    [68, end],
  ] as const)
    header.setUint32(at, n, true);
  for (let i = 0; i < 109; i++) header.setUint32(76 + 4 * i, i < count ? tableStart + i : free, true);
  const whole = words([...table, ...Array(count * (sector / 4) - table.length).fill(free)]);
  return new Uint8Array(Buffer.concat([new Uint8Array(header.buffer), ...body, whole]));
}

export const u16 = (...numbers: number[]): number[] => numbers.flatMap(n => [n & 255, (n >> 8) & 255]);
export const u32 = (...numbers: number[]): number[] =>
  numbers.flatMap(n => [...u16(n & 0xffff), ...u16(Math.floor(n / 65_536) & 0xffff)]);
export const f64 = (n: number): number[] => [...new Uint8Array(new Float64Array([n]).buffer)];
/** A Unicode string with a length in two bytes. */
export const text = (string: string): number[] => [
  ...u16(string.length),
  1,
  ...u16(...[...string].map(each => each.charCodeAt(0))),
];
export const record = (type: number, data: readonly number[]): number[] => [...u16(type, data.length), ...data];

export const BOF = (version = 0x600, kind = 0x10): number[] =>
  record(0x809, [...u16(version, kind), ...Array(12).fill(0)]);
export const EOF: number[] = record(0x0a, []);

interface XlsSheet {
  readonly name: string;
  readonly state?: number;
  readonly records: readonly number[][];
}

/** An XLS file: globals, then sheets. */
export function xls(sheets: readonly XlsSheet[], globals: readonly number[][] = []): Uint8Array {
  const bound = (at: number, { name, state = 0 }: XlsSheet): number[] =>
    record(0x85, [...u32(at), state, 0, name.length, 1, ...u16(...[...name].map(each => each.charCodeAt(0)))]);
  const before = [...BOF(0x600, 5), ...globals.flat()];
  const bodies = sheets.map(sheet => [...BOF(), ...sheet.records.flat(), ...EOF]);
  let at = before.length + sheets.reduce((sum, sheet) => sum + bound(0, sheet).length, 0) + EOF.length;
  const bounds = sheets.map((sheet, i) => {
    const made = bound(at, sheet);
    at += bodies[i]!.length;
    return made;
  });
  return compoundFile({ Workbook: new Uint8Array([...before, ...bounds.flat(), ...EOF, ...bodies.flat()]) });
}
