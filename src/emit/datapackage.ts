import { createHash } from 'node:crypto';
import { cellText, toCsv } from './csv.ts';
import type { ExportFormat, Sink } from './export-format.ts';
import { toJson } from './json.ts';
import { createIndexes, createTable, duckdbDialect, postgresqlDialect, quoted } from './sql.ts';
import { type Column, type ColumnType, type Table, tables } from './tables/index.ts';

const types: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  list: 'array',
  json: 'object',
};

const field = ({ name, type, title, description, required, values }: Omit<Column<never>, 'read'>): object => ({
  name,
  type: types[type],
  title: `${title.zh} / ${title.en}`,
  ...(description && { description: `${description.zh} / ${description.en}` }),
  ...((required || values) && {
    constraints: { ...(required && { required }), ...(values && { enum: values }) },
  }),
});

/** A table as Frictionless Table Schema. */
export const tableSchema = ({ columns, key, references }: Table): object => ({
  fields: columns.map(field),
  missingValues: [''],
  primaryKey: key,
  ...(references.length > 0 && {
    foreignKeys: references.map(({ columns: fields, table }) => ({
      fields,
      reference: { resource: table, fields },
    })),
  }),
});

interface Written {
  readonly bytes: number;
  readonly hash: string;
}

const resource = (table: Table, { bytes, hash }: Written): object => ({
  name: table.name,
  type: 'table',
  path: `${table.name}.csv`,
  title: `${table.title.zh} / ${table.title.en}`,
  description: `${table.description.zh} / ${table.description.en}`,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes,
  hash: `sha256:${hash}`,
  dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: tableSchema(table),
});

const descriptor = (written: readonly Written[]): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'inspection-plans',
  title: '“双随机、一公开”抽查计划 / inspection plans',
  resources: tables.map((table, i) => resource(table, written[i]!)),
});

/** Creates the tables and loads the files beside it; run in the folder. */
const loadPostgresql = (): string =>
  script(
    ['-- In this folder: psql -d plans -v ON_ERROR_STOP=1 -f load-postgresql.sql', '\\encoding UTF8'],
    tables.map(table => createTable(table, postgresqlDialect)),
    tables.map(
      ({ name }) => `\\copy ${quoted(name)} FROM '${name}.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
    ),
  );

/** The same for DuckDB. */
const loadDuckdb = (): string =>
  script(
    ['-- In this folder, with any DuckDB client (in its shell: .read load-duckdb.sql)'],
    tables.map(table => createTable(table, duckdbDialect)),
    tables.map(
      ({ name }) =>
        `COPY ${quoted(name)} FROM '${name}.csv' (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"', ESCAPE '"');`,
    ),
  );

const script = (opening: readonly string[], create: readonly string[], copy: readonly string[]): string =>
  `${[...opening, 'BEGIN;', ...create, ...copy, ...tables.flatMap(createIndexes), 'COMMIT;'].join('\n')}\n`;

/** A sink that also counts and hashes what goes through it. */
function measured(sink: Sink) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: (text: string): void => {
      const piece = new TextEncoder().encode(text);
      hash.update(piece);
      bytes += piece.length;
      sink(piece);
    },
    written: (): Written => ({ bytes, hash: hash.digest('hex') }),
  };
}

/** A Frictionless Data Package: a CSV per table, `datapackage.json` with Table Schema, and scripts that load them. */
export const datapackage: ExportFormat = {
  file: null,
  options: [],
  write: open => {
    const files = tables.map(table => {
      const file = measured(open(`${table.name}.csv`));
      file.write(toCsv([table.columns.map(({ name }) => name)]));
      return { table, file };
    });
    return {
      add: plan => {
        for (const { table, file } of files) file.write(toCsv(table.rows(plan).map(row => row.map(cellText))));
      },
      finish: () => {
        open('load-postgresql.sql')(loadPostgresql());
        open('load-duckdb.sql')(loadDuckdb());
        open('datapackage.json')(toJson(descriptor(files.map(({ file }) => file.written()))));
      },
    };
  },
};
