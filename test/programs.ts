import { type Browser, chromium } from 'playwright-core';
import { findSoffice } from '../src/read/soffice.ts';

// Programs from outside the project that some tests and the makers of samples use.

/** Chromium's program: named by CHOUCHA_CHROMIUM, or where Debian has it. */
export const chromiumProgram: string = process.env.CHOUCHA_CHROMIUM ?? '/usr/bin/chromium';
/** LibreOffice's program, null where it is not installed. */
export const sofficeProgram: string | null = await findSoffice();

/** Starts Chromium without a window, in a profile of its own that goes with it. Whoever starts it closes it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumProgram,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
