import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ExportLimit, type ExportOptions, type Header } from '../emit/export-format.ts';
import { type ExportName, exportFormats } from '../emit/exports.ts';
import { beginExport, type Export } from '../export.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { expandPlanFiles, readPlanFile } from './plan-files.ts';
import { diagnosticLine } from './report.ts';
import { stageFiles } from './staged.ts';

export interface ExportArguments {
  readonly to: ExportName;
  /** The file; for a format of several files the folder. */
  readonly out?: string;
  readonly stdout?: boolean;
  readonly bom?: boolean;
  readonly header?: Header;
  readonly language: Language;
}

/** `choucha export`: gives the exit code. */
export async function exportCommand(words: readonly string[], options: ExportArguments): Promise<number> {
  const { to, language } = options;
  refuseStrangers(options);
  const files = await expandPlanFiles(words);
  if (files.length === 0) {
    note(
      { zh: '没有找到计划文件（*.plan.json、*.plan.yaml）', en: 'no plan files found (*.plan.json, *.plan.yaml)' }[
        language
      ],
    );
    return exit.unreadable;
  }
  const scratch = options.stdout ? mkdtempSync(join(tmpdir(), 'choucha-export-')) : null;
  const target = scratch ? { folder: scratch, file: exportFormats[to].file } : placeOf(options);
  const path = target.file === null ? target.folder : join(target.folder, target.file);
  const staged = stageFiles();
  let current: Export | undefined;
  try {
    current = await beginExport(to, name => staged.open(join(target.folder, target.file ?? name)), settings(options));
    const { plans, tasks, refused } = await addAll(current, files, language);
    if (plans === 0) return exit.unreadable;
    await current.finish();
    staged.commit();
    if (scratch) await pipeline(createReadStream(path), process.stdout, { end: false });
    note(summary(plans, tasks, refused, scratch ? 'stdout' : path, language));
    return refused > 0 ? exit.unreadable : exit.fine;
  } catch (cause) {
    throw cause instanceof ExportLimit ? new UsageError(cause.sentence[language]) : cause;
  } finally {
    current?.abandon();
    staged.discard();
    if (scratch) rmSync(scratch, { recursive: true, force: true });
  }
}

function summary(plans: number, tasks: number, refused: number, where: string, language: Language): string {
  const missing = { zh: `，${refused} 个文件未能导出`, en: `, ${refused} refused` }[language];
  const done = {
    zh: `${plans} 个计划，${tasks} 项任务`,
    en: `${plans} plan${plans === 1 ? '' : 's'}, ${tasks} task${tasks === 1 ? '' : 's'}`,
  }[language];
  return `${done}${refused > 0 ? missing : ''} → ${where}`;
}

/** An option that the format does not know would do nothing without a word. */
function refuseStrangers({ to, bom, header, stdout, out, language }: ExportArguments): void {
  const { options, file } = exportFormats[to];
  const given = Object.entries({ bom, header }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const strangers = given.filter(name => !(options as readonly string[]).includes(name));
  if (stdout && file === null) strangers.push('stdout');
  if (strangers.length > 0) {
    const names = strangers.map(name => `--${name}`).join(', ');
    throw new UsageError({ zh: `${names} 不适用于 ${to}`, en: `${names} does not apply to ${to}` }[language]);
  }
  if (stdout && out !== undefined)
    throw new UsageError({ zh: '--stdout 与 -o 只能用一个', en: '--stdout and -o exclude each other' }[language]);
}

/** Where the export goes: by default into `out`, below a folder where one is named for a format of one file. */
function placeOf({ to, out }: ExportArguments): { folder: string; file: string | null } {
  const { file } = exportFormats[to];
  if (file === null) return { folder: out ?? join('out', to), file };
  if (out === undefined) return { folder: 'out', file };
  if (/[\\/]$/.test(out) || isFolder(out)) return { folder: out, file };
  return { folder: dirname(out), file: basename(out) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whether something can be written there is seen when it is.
    return false;
  }
}

const settings = ({ bom, header }: ExportArguments): ExportOptions => ({
  ...(bom !== undefined && { bom }),
  ...(header !== undefined && { header }),
});

/** Offers every plan; says which files gave none. @throws UsageError where two different plans have one id. */
async function addAll(
  current: Export,
  files: readonly string[],
  language: Language,
): Promise<{ plans: number; tasks: number; refused: number }> {
  const total = { plans: 0, tasks: 0, refused: 0 };
  const refuse = (file: string, diagnostic: Diagnostic): void => {
    note(diagnosticLine(file, { ...diagnostic, places: [] }, null, language));
    note(`  ${diagnostic.hint[language]}`);
    total.refused += 1;
  };
  for (const file of files) {
    const data = await readPlanFile(file);
    if ('severity' in data) {
      refuse(file, data);
      continue;
    }
    const offered = current.add({ name: file, ...data });
    if (offered.outcome === 'refused') refuse(file, offered.diagnostic);
    else if (offered.outcome === 'repeated')
      note(
        {
          zh: `${file}: 与 ${offered.name} 是同一计划，只导出一次`,
          en: `${file}: the same plan as ${offered.name}, exported once`,
        }[language],
      );
    else if (offered.outcome === 'conflict') {
      throw new UsageError(
        {
          zh: `${offered.name} 与 ${file} 是两个不同的计划，标识同为 ${offered.id}；什么也没有写出。请只留其中一个，或分开导出`,
          en: `${offered.name} and ${file} are different plans with one id, ${offered.id}; nothing was written. Leave one of them out, or export them apart`,
        }[language],
      );
    } else {
      total.plans += 1;
      total.tasks += offered.tasks;
    }
  }
  return total;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
