import { InvalidArgumentError, Option } from 'commander';
import type { ConvertOptions } from '../convert.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import { defaultLimits, type Limits } from '../read/reader.ts';
import type { Language } from './language.ts';

/** Options of every command that reads documents: how they are opened, and what each may cost. */
export interface ReadingArguments {
  readonly password?: string;
  readonly soffice?: string;
  readonly maxBytes?: number;
  readonly maxPages?: number;
  readonly maxCells?: number;
  readonly maxMemory?: number;
  /** Seconds. */
  readonly timeout?: number;
}

const refuse = (text: Bilingual, language: Language): never => {
  throw new InvalidArgumentError(text[language]);
};

const units: Record<string, number> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/** `300`, `64K`, `1.5G` as a number of bytes. */
export function parseBytes(text: string, language: Language): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([KMG]?)(?:i?B)?$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(number) * units[unit.toUpperCase()]!);
  return bytes >= 1
    ? bytes
    : refuse({ zh: '应为字节数，如 300、64K、1.5G', en: 'expected bytes: 300, 64K, 1.5G' }, language);
}

function parseCount(text: string, language: Language): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count >= 1 ? count : refuse({ zh: '应为正整数', en: 'expected a positive whole number' }, language);
}

function parseSeconds(text: string, language: Language): number {
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  // What a timer can hold.
  return seconds > 0 && seconds <= 2_000_000
    ? seconds
    : refuse({ zh: '应为秒数', en: 'expected a number of seconds' }, language);
}

/** The options as the command line has them. */
export function readingOptions(language: Language): Option[] {
  const t = (zh: string, en: string): string => ({ zh, en })[language];
  const { bytes, pages, cells, milliseconds, memory } = defaultLimits;
  const unless = (limit: string): string => t(`（默认 ${limit}）`, ` (default: ${limit})`);
  const upTo = (zh: string, en: string, limit: string): string =>
    `${t(`拒绝超过此数的${zh}`, `refuse a document of more ${en}`)}${unless(limit)}`;
  return [
    new Option('--password <text>', t('加密 PDF 的口令', 'password of an encrypted PDF')),
    new Option(
      '--soffice <program>',
      t('LibreOffice 程序，默认自动查找', 'the program of LibreOffice; by default it is looked for'),
    ),
    new Option('--max-bytes <size>', upTo('字节', 'bytes', `${bytes / 2 ** 20}M`)).argParser(text =>
      parseBytes(text, language),
    ),
    new Option('--max-pages <count>', upTo('页', 'pages', String(pages))).argParser(text => parseCount(text, language)),
    new Option('--max-cells <count>', upTo('单元格', 'cells', String(cells))).argParser(text =>
      parseCount(text, language),
    ),
    new Option(
      '--max-memory <size>',
      `${t('读一份 PDF 最多用的内存', 'most memory for reading one PDF')}${unless(`${memory / 2 ** 30}G`)}`,
    ).argParser(text => parseBytes(text, language)),
    new Option(
      '--timeout <seconds>',
      `${t('读一份文件最多用的时间', 'longest time for reading one document')}${unless(String(milliseconds / 1000))}`,
    ).argParser(text => parseSeconds(text, language)),
  ];
}

/** The library's options, from the command line's. */
export function convertOptions(options: ReadingArguments): Omit<ConvertOptions, 'corrections' | 'signal'> {
  const { password, soffice, maxBytes: bytes, maxPages: pages, maxCells: cells, maxMemory: memory, timeout } = options;
  const limits: Partial<Limits> = {
    ...(bytes !== undefined && { bytes }),
    ...(pages !== undefined && { pages }),
    ...(cells !== undefined && { cells }),
    ...(memory !== undefined && { memory }),
    ...(timeout !== undefined && { milliseconds: timeout * 1000 }),
  };
  return { limits, ...(password !== undefined && { password }), ...(soffice !== undefined && { soffice }) };
}
