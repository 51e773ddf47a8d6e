import { once } from 'node:events';
import type { PlanFormat } from '../emit/index.ts';
import { listed } from '../emit/listed.ts';

/** Prints plans on stdout as they come: one as it would be written, several as one array. Only the first is kept. */
export class PlanPrinter {
  private readonly format: PlanFormat;
  private first: string | null = null;
  private count = 0;

  constructor(format: PlanFormat) {
    this.format = format;
  }

  async print(text: string): Promise<void> {
    this.count++;
    if (this.count === 1) {
      this.first = text;
      return;
    }
    if (this.first !== null) await this.write(listed.open[this.format] + listed.item(this.first, this.format));
    this.first = null;
    await this.write(listed.between[this.format] + listed.item(text, this.format));
  }

  async end(): Promise<void> {
    if (this.first !== null) await this.write(this.first);
    else if (this.count > 1) await this.write(listed.close[this.format]);
  }

  private async write(text: string): Promise<void> {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
