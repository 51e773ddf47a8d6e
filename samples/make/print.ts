import { convertWithSoffice } from '../../src/read/soffice.ts';
import { launchChromium } from '../../test/programs.ts';
import type { PlanTable } from './plan-table.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';

/** Programs that the founding plan is printed with. */
export const printers = {
  libreoffice: async (plan: PlanTable): Promise<Uint8Array> => {
    const printed = await convertWithSoffice(writeDocx(plan, true), 'docx', 'pdf');
    if (!printed || 'failure' in printed) throw new Error(`LibreOffice: ${printed?.failure ?? 'not installed'}`);
    return dateless(printed.bytes);
  },
  chromium: async (plan: PlanTable): Promise<Uint8Array> => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.setContent(writeHtml(plan, true));
      return dateless(await page.pdf({ preferCSSPageSize: true }));
    } finally {
      await browser.close();
    }
  },
};

/** A PDF with the moment of printing, and the identifiers made from it, written over: printing again gives the same bytes. */
function dateless(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const same = text
    .replace(/\(D:\d{14}([^)]*)\)/g, '(D:20230101000000$1)')
    .replace(/(\/DocChecksum \/)([0-9A-F]+)/g, (_, key: string, sum: string) => key + '0'.repeat(sum.length))
    .replace(/<([0-9A-F]{32})>/g, `<${'0'.repeat(32)}>`);
  return new Uint8Array(Buffer.from(same, 'latin1'));
}
