import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { drawTables } from '../draw-tables.ts';
import { toCsv } from '../emit/csv.ts';
import { toJson } from '../emit/json.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Source } from '../model/document.ts';
import { readTables } from '../tables.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { diagnosticLine, reaches, type Threshold } from './report.ts';
import { writeAll } from './write.ts';

export interface TablesArguments extends ReadingArguments {
  readonly format: 'json' | 'csv';
  readonly show: Threshold;
  readonly language: Language;
  /** Draw what was found instead, in this format. */
  readonly debug?: 'svg' | 'png';
  /** Folder for the drawings. */
  readonly out: string;
  /** As typed: `1,3-5`. */
  readonly pages?: string;
}

/** `choucha tables`: gives the exit code. */
export async function tablesCommand(file: string, options: TablesArguments): Promise<number> {
  const pages = options.pages === undefined ? null : parsePages(options.pages, options.language);
  if (pages && !options.debug)
    throw new UsageError({ zh: '--pages 只用于 --debug', en: '--pages goes with --debug only' }[options.language]);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return refuse(file, diagnose({ code: 'unreadable-file', params: { reason } }), options.language);
  }
  const source = { name: file, bytes };
  return options.debug ? draw(source, options, pages) : print(source, options);
}

async function print(source: Source, options: TablesArguments): Promise<number> {
  const { tables, refusal, diagnostics } = await readTables(source, convertOptions(options));
  tell(source.name, diagnostics, options);
  if (refusal) return refuse(source.name, refusal, options.language);
  process.stdout.write(
    options.format === 'json'
      ? toJson(tables)
      : tables.map(({ rows }) => toCsv(rows.map(row => row.map(text => text ?? '')))).join('\n'),
  );
  return exit.fine;
}

async function draw(source: Source, options: TablesArguments, pages: readonly number[] | null): Promise<number> {
  const { debug: format = 'svg', out, language } = options;
  let found = 0;
  const choice = { ...convertOptions(options), format, language, ...(pages && { pages }) };
  const drawn = await drawTables(source, choice, async ({ page, tables, cells, content }) => {
    found += tables;
    const path = join(out, `${basename(source.name)}.page-${String(page).padStart(3, '0')}.${format}`);
    await writeAll([{ path, text: content }]);
    const counts = {
      zh: `第 ${page} 页：表格 ${tables}，单元格 ${cells}`,
      en: `page ${page}: ${tables} table${tables === 1 ? '' : 's'}, ${cells} cells`,
    };
    note(`${source.name}: ${counts[language]} → ${path}`);
  });
  const { total, refusal, diagnostics } = drawn;
  tell(source.name, diagnostics, options);
  if (refusal) return refuse(source.name, refusal, language);
  const beyond = pages?.filter(page => page > total) ?? [];
  if (beyond.length > 0)
    throw new UsageError(
      {
        zh: `${source.name} 只有 ${total} 页，没有第 ${beyond.join('、')} 页`,
        en: `${source.name} has ${total} pages, no page ${beyond.join(', ')}`,
      }[language],
    );
  return found > 0 ? exit.fine : refuse(source.name, diagnose({ code: 'no-table' }), language);
}

/** `1,3-5` as page numbers, in order. */
function parsePages(text: string, language: Language): number[] {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to = from] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5}))?\s*$/.exec(part) ?? [];
    if (!(Number(from) >= 1 && Number(to) >= Number(from)))
      throw new UsageError(
        { zh: `页码“${text}”看不懂，应如 1,3-5`, en: `unexpected pages “${text}”, expected such as 1,3-5` }[language],
      );
    for (let page = Number(from); page <= Number(to); page++) found.add(page);
  }
  return [...found].sort((a, b) => a - b);
}

function tell(file: string, diagnostics: readonly Diagnostic[], { show, language }: TablesArguments): void {
  for (const diagnostic of diagnostics)
    if (reaches(diagnostic.severity, show)) note(diagnosticLine(file, diagnostic, null, language));
}

function refuse(file: string, diagnostic: Diagnostic, language: Language): number {
  note(`${diagnosticLine(file, diagnostic, null, language)}\n  ${diagnostic.hint[language]}`);
  return exit.unreadable;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
