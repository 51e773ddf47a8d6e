import { expect } from 'vitest';
import { launchChromium, testWithChromium } from './needs.ts';

testWithChromium('Chromium starts, lays out Chinese text, and ends', { timeout: 60_000 }, async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<p style="font-size:20px;display:inline-block">抽查</p>');
    expect(await page.locator('p').evaluate(p => p.getBoundingClientRect().width)).toBeCloseTo(40, 0);
  } finally {
    await browser.close();
  }
});
