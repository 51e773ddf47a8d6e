import type { Bilingual } from '../model/diagnostic.ts';
import type { ColumnType, Table } from './tables/index.ts';

/** How a database writes its types, and where it keeps what is said of tables and columns. */
export interface Dialect {
  readonly types: Readonly<Record<ColumnType, string>>;
  /** `comment on`: statements of their own; `inline`: SQL comments, which SQLite keeps with the table. */
  readonly comments: 'inline' | 'comment on';
}

export const sqliteDialect: Dialect = {
  comments: 'inline',
  types: {
    text: 'TEXT',
    integer: 'INTEGER',
    number: 'REAL',
    boolean: 'INTEGER',
    date: 'TEXT',
    list: 'TEXT',
    json: 'TEXT',
  },
};

export const postgresqlDialect: Dialect = {
  comments: 'comment on',
  types: {
    text: 'text',
    integer: 'bigint',
    number: 'double precision',
    boolean: 'boolean',
    date: 'date',
    list: 'jsonb',
    json: 'jsonb',
  },
};

export const duckdbDialect: Dialect = {
  comments: 'comment on',
  types: {
    text: 'VARCHAR',
    integer: 'BIGINT',
    number: 'DOUBLE',
    boolean: 'BOOLEAN',
    date: 'DATE',
    list: 'JSON',
    json: 'JSON',
  },
};

export const quoted = (name: string): string => `"${name}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

interface Described {
  readonly title: Bilingual;
  readonly description?: Bilingual;
}

const words = ({ title, description }: Described): string =>
  `${title.zh} ${title.en}${description ? `（${description.zh} ${description.en}）` : ''}`;

/** `CREATE TABLE` with keys and foreign keys, and what the table and its columns mean. */
export function createTable(table: Table, { types, comments }: Dialect): string {
  const { name, columns, key, references } = table;
  const inline = comments === 'inline';
  const lines = [
    ...columns.map(column => ({
      sql: `${quoted(column.name)} ${types[column.type]}${column.required ? ' NOT NULL' : ''}`,
      comment: inline ? ` -- ${words(column)}` : '',
    })),
    { sql: `PRIMARY KEY (${list(key)})`, comment: '' },
    ...references.map(({ columns: from, table: to }) => ({
      sql: `FOREIGN KEY (${list(from)}) REFERENCES ${quoted(to)} (${list(from)})`,
      comment: '',
    })),
  ];
  const body = lines.map(({ sql, comment }, i) => `  ${sql}${i < lines.length - 1 ? ',' : ''}${comment}`).join('\n');
  const statement = `CREATE TABLE ${quoted(name)} (${inline ? ` -- ${words(table)}` : ''}\n${body}\n);`;
  return inline ? statement : [statement, ...commentOn(table)].join('\n');
}

const commentOn = (table: Table): string[] => [
  `COMMENT ON TABLE ${quoted(table.name)} IS ${literal(words(table))};`,
  ...table.columns.map(
    column => `COMMENT ON COLUMN ${quoted(table.name)}.${quoted(column.name)} IS ${literal(words(column))};`,
  ),
];

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Indexes on what refers to other tables and does not already begin the key. */
export const createIndexes = ({ name, key, references }: Table): string[] =>
  references
    .filter(({ columns }) => columns[0] !== key[0])
    .map(
      ({ columns }) => `CREATE INDEX ${quoted(`${name}_${columns.join('_')}`)} ON ${quoted(name)} (${list(columns)});`,
    );
