import { existsSync } from 'node:fs';
import { describe, test } from 'vitest';
import { chromiumProgram, sofficeProgram } from './programs.ts';

export { launchChromium } from './programs.ts';

// Tests that need a program from outside the project are skipped, with a notice, where it is not installed. In CI they
// are never skipped: there a program that is missing makes them fail.

const strict = !!process.env.CI && process.env.CI !== 'false';

function skipsWithout(program: string, installed: boolean): boolean {
  const skips = !installed && !strict;
  if (skips) console.warn(`${program} is not installed: the tests that need it are skipped`);
  return skips;
}

const withoutChromium = skipsWithout('Chromium', existsSync(chromiumProgram));
const withoutSoffice = skipsWithout('LibreOffice', sofficeProgram !== null);

export const testWithChromium = test.skipIf(withoutChromium);
export const describeWithChromium = describe.skipIf(withoutChromium);
export const testWithSoffice = test.skipIf(withoutSoffice);
