import { readFile } from 'node:fs/promises';
import { check } from '../check.ts';
import { fromYaml } from '../emit/yaml.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { type Told, tellAll, tellOfFile } from '../report/findings.ts';
import { exit } from './exit.ts';
import { tallyText, Verdict, type VerdictOptions } from './verdict.ts';

/** `choucha check`: gives the exit code. */
export async function checkCommand(files: readonly string[], options: VerdictOptions): Promise<number> {
  const { language } = options;
  const verdict = new Verdict(options);
  let worst: number = exit.fine;
  for (const file of files) {
    const data = await load(file);
    if ('unreadable' in data) {
      for (const line of verdict.refuse(file, [data.unreadable])) note(line);
      worst = exit.unreadable;
      continue;
    }
    const trace = await load(file.replace(/\.plan\.(?:json|ya?ml)$/, '.trace.json'));
    const { plan, diagnostics, skipped } = check(
      data.value,
      file.includes('.plan.') && 'value' in trace ? trace.value : undefined,
    );
    const told = plan ? tellAll(plan, diagnostics) : diagnostics.map(tellOfFile);
    const { lines, counts } = verdict.add(file, told.map(atPointer));
    for (const line of lines) note(line);
    if (skipped.length > 0)
      note(
        {
          zh: `${file}: 旁边没有追溯文件，跳过规则：${skipped.join('、')}`,
          en: `${file}: no trace beside it, skipped: ${skipped.join(', ')}`,
        }[language],
      );
    note(`${file}: ${tallyText(counts, language)}`);
  }
  await verdict.writeReports();
  return Math.max(worst, verdict.exitCode);
}

/** A finding in a plan file stands at its pointer, not where the source has it. */
const atPointer = (diagnostic: Told): Told => ({ ...diagnostic, places: [] });

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
