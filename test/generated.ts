import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diffRules } from '../src/diff/rules/index.ts';
import { flatTable, type Table, tables } from '../src/emit/tables/index.ts';
import type { Field } from '../src/fields/field.ts';
import { documentedFields } from '../src/fields/index.ts';
import { jsonSchema, schemaNames } from '../src/json-schema.ts';
import { catalogue, codes } from '../src/model/catalogue/index.ts';
import { readers } from '../src/read/index.ts';

type Language = 'zh' | 'en';

const root = resolve(import.meta.dirname, '..');
const code = (text: string): string => `\`${text.replace(/\n/g, '⏎')}\``;
const list = (texts: readonly string[]): string => texts.map(code).join(' ');
const escapeCell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');

function fieldTable(field: Field<unknown>, language: Language): string {
  const heading = `**${field.title[language]}** (\`${field.name}\`)`;
  const rows = field.notations
    .filter(({ examples }) => examples.length > 0)
    .map(({ name, title, examples }) => [code(name), title[language], list(examples.slice(0, 6))]);
  const head = { zh: ['写法', '含义', '例'], en: ['notation', 'what it is', 'examples'] }[language];
  const refused = { zh: '不读，报告：', en: 'Refused and reported: ' }[language];
  return `${heading}\n\n${table(head, rows)}\n\n${refused}${list(field.refusals.slice(0, 12))}`;
}

const columnHead = { zh: ['列', '类型', '含义', '说明'], en: ['column', 'type', 'what it is', 'more'] };

/** A table of an export: its columns, `*` where never empty, keys in bold. */
function columnTable({ name, description, columns, key, references }: Table, language: Language): string {
  const to = references
    .map(({ columns: from, table: other }) => `${list(from)} → \`${other}\``)
    .join(language === 'zh' ? '；' : '; ');
  const keys = { zh: `主键 ${list(key)}`, en: `Key ${list(key)}` }[language];
  const refers = to === '' ? '' : { zh: `；外键 ${to}`, en: `; foreign keys ${to}` }[language];
  const stop = { zh: '。', en: '. ' }[language];
  const rows = columns.map(({ name: column, type, title, description: more, required, values }) => [
    `${code(column)}${required ? ' *' : ''}`,
    type,
    title[language],
    [more?.[language] ?? '', more === undefined && values ? list(values) : ''].join(''),
  ]);
  return `**${name}**${language === 'zh' ? '：' : ': '}${description[language]}${stop}${keys}${refers}${stop.trim()}\n\n${table(columnHead[language], rows)}`;
}

/** Parts have the columns of tasks: only what is their own is listed. */
function ownColumns(one: Table): Table {
  const [tasks, parts] = ['tasks', 'parts'].map(name => tables.find(other => other.name === name)!);
  const shared = tasks!.columns.map(({ name }) => name);
  const own = parts!.columns.filter(({ name }) => name === 'task_id' || !shared.includes(name));
  return one === parts ? { ...one, columns: own } : one;
}

const sections: Record<string, (language: Language) => string> = {
  fields: language => documentedFields.map(field => fieldTable(field, language)).join('\n\n'),
  formats: language =>
    table(
      { zh: ['格式', '扩展名'], en: ['format', 'extensions'] }[language],
      readers
        .filter(({ format }) => format !== 'refused')
        .map(({ format, extensions }) => [format, extensions.map(name => `.${name}`).join(' ')]),
    ),
  tables: language => tables.map(one => columnTable(ownColumns(one), language)).join('\n\n'),
  flat: () => list(flatTable.columns.map(({ name }) => name)),
  diffRules: language =>
    table(
      {
        zh: ['规则', '未通过的含义', '按调整比较', '按接续比较'],
        en: ['rule', 'what is wrong where it fails', 'adjustment', 'successor'],
      }[language],
      diffRules.map(({ id, title, levels }) => [
        code(id),
        title[language],
        levels.adjustment ?? '—',
        levels.successor ?? '—',
      ]),
    ),
  diagnostics: language =>
    table(
      { zh: ['代码', '级别', '说明', '建议'], en: ['code', 'severity', 'message', 'what to do next'] }[language],
      codes.map(name => {
        const { severity, message, hint } = catalogue[name];
        return [code(name), severity, message[language], hint[language]];
      }),
    ),
};

function withTables(readme: string, language: Language): string {
  const text = readFileSync(resolve(root, readme), 'utf8');
  return text.replace(
    /<!-- generated: (\w+) -->[\s\S]*?<!-- end -->/g,
    (_, name: string) => `<!-- generated: ${name} -->\n${sections[name]!(language)}\n<!-- end -->`,
  );
}

/** Every file that is made from the code, as it should be. */
export const generatedFiles = (): { path: string; text: string }[] => [
  ...schemaNames.map(name => ({
    path: resolve(root, `schemas/${name}.schema.json`),
    text: `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  })),
  { path: resolve(root, 'README.md'), text: withTables('README.md', 'en') },
  { path: resolve(root, 'README.zh-CN.md'), text: withTables('README.zh-CN.md', 'zh') },
];
