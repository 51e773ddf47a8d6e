import { aligned } from './aligned.ts';
import type { Claim } from './blocks.ts';
import { cellLines } from './cell-lines.ts';
import { comma, semicolon } from './csv.ts';
import type { Line } from './lines.ts';
import { pipes } from './pipes.ts';
import type { Doubt, Layout, Table } from './table.ts';
import { tabs } from './tabs.ts';
import type { Witness } from './witness.ts';

/** In order of certainty: a separator proves more than an alignment. */
const layouts: readonly Layout[] = [pipes, tabs, comma, semicolon, aligned, cellLines];

const shift = (table: Table, by: number): Table => ({ ...table, from: table.from + by, to: table.to + by });

function stretches(claims: readonly Claim[], length: number): [number, number][] {
  const ends = [0, ...claims.map(claim => claim.table.to)];
  const starts = [...claims.map(claim => claim.table.from), length];
  return ends.map((end, i) => [end, starts[i]!] as [number, number]).filter(([from, to]) => from < to);
}

/**
 * Every table of the text, each with its layout. Tables with a known header are claimed first, by any layout; then
 * what the layouts find in the lines between them.
 */
export function findClaims(lines: readonly Line[], witness: Witness): { claims: Claim[]; doubts: Doubt[] } {
  let claims: Claim[] = [];
  const doubts: Doubt[] = [];
  for (const headed of [true, false]) {
    for (const layout of layouts.filter(layout => headed || layout.bare)) {
      const found = stretches(claims, lines.length).flatMap(([from, to]) => {
        const { tables, doubts: more } = layout.find(lines.slice(from, to), witness);
        if (headed) doubts.push(...more.map(doubt => ({ ...doubt, line: doubt.line + from })));
        return tables.filter(table => table.headed || !headed).map(table => ({ table: shift(table, from), layout }));
      });
      claims = [...claims, ...found].sort((a, b) => a.table.from - b.table.from);
    }
  }
  const open = doubts.filter(({ line }) => !claims.some(({ table }) => table.from <= line && line < table.to));
  return { claims, doubts: open };
}
