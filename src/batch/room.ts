/** A room with so many places: whoever finds none waits in a line. */
export class Room {
  private free: number;
  private readonly line: (() => void)[] = [];

  constructor(places: number) {
    this.free = places;
  }

  async enter(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>(resolve => this.line.push(resolve));
  }

  leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.free++;
  }
}
