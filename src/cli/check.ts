import { check } from '../check.ts';
import { type Told, tellAll, tellOfFile } from '../report/findings.ts';
import { exit } from './exit.ts';
import { readPlanFile } from './plan-files.ts';
import { tallyText, Verdict, type VerdictOptions } from './verdict.ts';

/** `choucha check`: gives the exit code. */
export async function checkCommand(files: readonly string[], options: VerdictOptions): Promise<number> {
  const { language } = options;
  const verdict = new Verdict(options);
  let worst: number = exit.fine;
  for (const file of files) {
    const read = await readPlanFile(file);
    if ('severity' in read) {
      for (const line of verdict.refuse(file, [read])) note(line);
      worst = exit.unreadable;
      continue;
    }
    const { plan, diagnostics, skipped } = check(read.plan, read.trace);
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

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
