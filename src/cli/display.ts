import { MultiBar } from 'cli-progress';
import { type Bilingual, severities } from '../model/diagnostic.ts';
import type { Language } from './language.ts';
import type { Total } from './total.ts';

/** Where a run speaks: lines on stderr, and on a terminal a bar below them. */
export interface Display {
  line(text: string): void;
  /** Shows how far the run has come. */
  advance(total: Total): void;
  /** Removes the bar; lines are still welcome. */
  close(): void;
}

const plain: Display = {
  line: text => void process.stderr.write(`${text}\n`),
  advance: () => {},
  close: () => {},
};

const format: Bilingual = {
  zh: '{bar} {value}/{total} 个文件，{tasks} 项任务，{findings} 条诊断，剩余 {left}',
  en: '{bar} {value}/{total} files, {tasks} tasks, {findings} findings, {left} left',
};

/** A bar on a terminal for more than one file; elsewhere lines alone, and no control characters. */
export function openDisplay(files: number, { language, quiet }: { language: Language; quiet: boolean }): Display {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb' || quiet || files < 2) return plain;
  const bars = new MultiBar({
    format: format[language],
    barCompleteChar: '█',
    barIncompleteChar: '░',
    // Chinese characters take two columns, which the library does not know: short enough for 80.
    barsize: 16,
    // Lines above the bar may be long; they are not to be cut.
    linewrap: true,
    fps: 5,
    forceRedraw: true,
    hideCursor: true,
    clearOnComplete: true,
  });
  const began = Date.now();
  const bar = bars.create(files, 0, { tasks: 0, findings: 0, left: '…' });
  let open = true;
  return {
    line: text => (open ? void bars.log(`${text}\n`) : plain.line(text)),
    advance: total => {
      // Files that were skipped took no time and say nothing of those to come.
      const done = total.files - total.unchanged;
      const each = done > 0 ? (Date.now() - began) / done : null;
      bar.update(total.files, {
        tasks: total.tasks,
        findings: severities.reduce((sum, severity) => sum + total.counts[severity], 0),
        left: each === null ? '…' : duration((each * (files - total.files)) / 1000),
      });
    },
    close: () => {
      if (!open) return;
      open = false;
      // What was said since the last drawing is still to be written.
      bars.update();
      bars.stop();
    },
  };
}

/** `45s`, `3:05`, `2:00:10`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const padded = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(whole % 60)}` : `${minutes}:${padded(whole % 60)}`;
}
