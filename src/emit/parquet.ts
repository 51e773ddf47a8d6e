import type { SchemaElement } from 'hyparquet-writer';
import type { ExportFormat, Sink } from './export-format.ts';
import { type Cell, type Column, type ColumnType, type Row, type Table, tables } from './tables/index.ts';

/** Rows of a row group: what is held in memory of each table. */
const groupSize = 10_000;

/** How each type is declared, and a value of it as the library wants it. */
const types: Readonly<
  Record<ColumnType, { readonly element: Omit<SchemaElement, 'name'>; readonly value: (cell: never) => unknown }>
> = {
  text: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, value: cell => cell },
  integer: { element: { type: 'INT64' }, value: (cell: number) => BigInt(cell) },
  number: { element: { type: 'DOUBLE' }, value: cell => cell },
  boolean: { element: { type: 'BOOLEAN' }, value: cell => cell },
  date: { element: { type: 'INT32', converted_type: 'DATE' }, value: (cell: string) => new Date(cell) },
  list: { element: { converted_type: 'LIST', num_children: 1 }, value: cell => cell },
  json: { element: { type: 'BYTE_ARRAY', converted_type: 'JSON' }, value: cell => cell },
};

const elements = ({ name, type, required }: Omit<Column<never>, 'read'>): SchemaElement[] => [
  { name, repetition_type: required ? 'REQUIRED' : 'OPTIONAL', ...types[type].element },
  ...(type === 'list'
    ? ([
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      ] satisfies SchemaElement[])
    : []),
];

/** Titles and descriptions travel with the file, under `choucha`. */
const described = ({ title, description, columns, key, references }: Table): string =>
  JSON.stringify({
    title,
    description,
    primaryKey: key,
    foreignKeys: references,
    columns: Object.fromEntries(
      columns.map(column => [column.name, { title: column.title, description: column.description }]),
    ),
  });

type Library = typeof import('hyparquet-writer');

function tableWriter({ ByteWriter, ParquetWriter }: Library, table: Table, sink: Sink) {
  const bytes = new ByteWriter();
  const flush = () => {
    sink(new Uint8Array(bytes.buffer, 0, bytes.index).slice());
    bytes.index = 0;
  };
  const parquet = new ParquetWriter({
    // The offset goes on counting: what was passed on is only no longer held.
    writer: Object.assign(bytes, { flush, finish: flush }),
    schema: [{ name: 'root', num_children: table.columns.length }, ...table.columns.flatMap(elements)],
    kvMetadata: [{ key: 'choucha', value: described(table) }],
    createdBy: 'choucha',
  });
  let held: Row[] = [];
  const write = () => {
    const columnData = table.columns.map(({ name, type }, i) => ({
      name,
      data: held.map(row => (row[i] === null ? null : types[type].value(row[i] as Cell as never))),
    }));
    void parquet.write({ columnData, rowGroupSize: groupSize });
    held = [];
  };
  return {
    add: (rows: readonly Row[]): void => {
      for (const row of rows) {
        held.push(row);
        if (held.length === groupSize) write();
      }
    },
    finish: (): void => {
      if (held.length > 0) write();
      void parquet.finish();
    },
  };
}

/** One file per table. */
export const parquet: ExportFormat = {
  file: null,
  options: [],
  write: async open => {
    const library = await import('hyparquet-writer');
    const writers = tables.map(table => ({
      table,
      writer: tableWriter(library, table, open(`${table.name}.parquet`)),
    }));
    return {
      add: plan => {
        for (const { table, writer } of writers) writer.add(table.rows(plan));
      },
      finish: () => {
        for (const { writer } of writers) writer.finish();
      },
    };
  },
};
