import { readFile } from 'node:fs/promises';
import { check } from '../check.ts';
import { fromYaml } from '../emit/yaml.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { exit } from './exit.ts';
import type { Language } from './language.ts';
import { countsText, diagnosticLine, reaches, type Threshold } from './report.ts';

export interface CheckArguments {
  readonly failOn: Threshold;
  readonly show: Threshold;
  readonly language: Language;
}

/** `choucha check`: gives the exit code. */
export async function checkCommand(files: readonly string[], options: CheckArguments): Promise<number> {
  const { language } = options;
  let worst: number = exit.fine;
  for (const file of files) {
    const data = await load(file);
    if ('unreadable' in data) {
      note(diagnosticLine(file, data.unreadable, null, language));
      worst = exit.unreadable;
      continue;
    }
    const trace = await load(file.replace(/\.plan\.(?:json|ya?ml)$/, '.trace.json'));
    const { plan, diagnostics, skipped } = check(
      data.value,
      file.includes('.plan.') && 'value' in trace ? trace.value : undefined,
    );
    for (const diagnostic of diagnostics)
      if (reaches(diagnostic.severity, options.show)) note(diagnosticLine(file, atPointer(diagnostic), plan, language));
    if (skipped.length > 0)
      note(
        {
          zh: `${file}: 旁边没有追溯文件，跳过规则：${skipped.join('、')}`,
          en: `${file}: no trace beside it, skipped: ${skipped.join(', ')}`,
        }[language],
      );
    note(`${file}: ${countsText(diagnostics, language)}`);
    if (worst !== exit.unreadable && diagnostics.some(({ severity }) => reaches(severity, options.failOn)))
      worst = exit.findings;
  }
  return worst;
}

/** A finding in a plan file stands at its pointer, not where the source has it. */
const atPointer = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, places: [] });

async function load(file: string): Promise<{ value: unknown } | { unreadable: Diagnostic }> {
  try {
    const text = await readFile(file, 'utf8');
    return { value: /\.ya?ml$/.test(file) ? fromYaml(text) : JSON.parse(text) };
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message.split('\n')[0]!;
    return { unreadable: diagnose({ code: 'unreadable-file', params: { reason } }) };
  }
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
