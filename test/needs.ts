import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, test } from 'vitest';
import { findSoffice } from '../src/read/soffice.ts';

// Tests that need a program from outside the project are skipped, with a notice, where it is not installed. In CI they
// are never skipped: there a program that is missing makes them fail.

const strict = !!process.env.CI && process.env.CI !== 'false';

function skipsWithout(program: string, installed: boolean): boolean {
  const skips = !installed && !strict;
  if (skips) console.warn(`${program} is not installed: the tests that need it are skipped`);
  return skips;
}

/** Chromium's program: named by CHOUCHA_CHROMIUM, or where Debian has it. */
export const chromiumProgram: string = process.env.CHOUCHA_CHROMIUM ?? '/usr/bin/chromium';
/** LibreOffice's program, null where it is not installed. */
export const sofficeProgram: string | null = await findSoffice();

const withoutChromium = skipsWithout('Chromium', existsSync(chromiumProgram));
const withoutSoffice = skipsWithout('LibreOffice', sofficeProgram !== null);

export const testWithChromium = test.skipIf(withoutChromium);
export const describeWithChromium = describe.skipIf(withoutChromium);
export const testWithSoffice = test.skipIf(withoutSoffice);

/** Starts Chromium without a window, in a profile of its own that goes with it. Whoever starts it closes it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumProgram,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
