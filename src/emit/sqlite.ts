import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportFormat, Sink } from './export-format.ts';
import { createIndexes, createTable, quoted, sqliteDialect } from './sql.ts';
import { type Cell, jsonText, tables } from './tables/index.ts';

const value = (cell: Cell): string | number | null =>
  typeof cell === 'boolean' ? Number(cell) : typeof cell === 'object' && cell !== null ? jsonText(cell) : cell;

/**
 * One database with every table, its keys, foreign keys and indexes. The library writes only to files: the database is made in a
 * folder of its own below `scratch`, which is removed.
 */
export const sqlite: ExportFormat = {
  file: 'plans.sqlite',
  options: ['scratch'],
  write: async (open, { scratch = tmpdir() }) => {
    // Loaded only when asked for: it starts a WebAssembly module.
    const { Database } = (await import('node-sqlite3-wasm')).default;
    const sink = open('plans.sqlite');
    const folder = mkdtempSync(join(scratch, '.choucha-sqlite-'));
    const path = join(folder, 'plans.sqlite');
    const database = new Database(path);
    // The file has no name yet that anybody could open: nothing has to survive a crash.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; BEGIN;');
    for (const table of tables) database.exec(createTable(table, sqliteDialect));
    const inserts = tables.map(table => ({
      table,
      statement: database.prepare(
        `INSERT INTO ${quoted(table.name)} VALUES (${table.columns.map(() => '?').join(', ')})`,
      ),
    }));
    const close = () => {
      for (const { statement } of inserts) statement.finalize();
      database.close();
    };
    return {
      add: plan => {
        for (const { table, statement } of inserts) for (const row of table.rows(plan)) statement.run(row.map(value));
      },
      finish: () => {
        for (const index of tables.flatMap(createIndexes)) database.exec(index);
        database.exec('COMMIT');
        close();
        pass(path, sink);
        rmSync(folder, { recursive: true });
      },
      abandon: () => {
        if (database.isOpen) close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Passes a file on, a piece at a time. */
function pass(path: string, sink: Sink): void {
  const file = openSync(path, 'r');
  try {
    const piece = new Uint8Array(1 << 20);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) sink(piece.slice(0, size));
  } finally {
    closeSync(file);
  }
}
