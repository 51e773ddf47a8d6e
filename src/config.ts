import { z } from 'zod';
import { nearest } from './corrections/nearest.ts';
import { planFormats } from './emit/index.ts';
import { readPositionedYaml, type YamlProblem } from './emit/positioned-yaml.ts';
import { type Code, codes } from './model/catalogue/index.ts';
import { type Bilingual, severities } from './model/diagnostic.ts';
import { describeIssues } from './plan/load.ts';

const level = z.enum(['off', ...severities]);

/** What a configuration file may settle: defaults of options, and the level of each kind of finding. */
export const configSchema = z
  .strictObject({
    lang: z.enum(['zh', 'en']).optional().meta({ title: '输出语言' }),
    out: z.string().min(1).optional().meta({ title: '输出文件夹' }),
    format: z
      .enum(Object.keys(planFormats) as [keyof typeof planFormats, ...(keyof typeof planFormats)[]])
      .optional()
      .meta({ title: '计划文件格式' }),
    failOn: z
      .enum([...severities, 'never'])
      .optional()
      .meta({ title: '达到该级别即以退出码 1 结束' }),
    maxWarnings: z.int().nonnegative().optional().meta({ title: '警告多于此数即以退出码 1 结束' }),
    show: z
      .enum([...severities, 'none'])
      .optional()
      .meta({ title: '打印该级别及以上的诊断' }),
    by: z.string().min(1).optional().meta({ title: '更正和豁免的决定人' }),
    rules: z
      .partialRecord(z.enum(codes as [Code, ...Code[]]), level)
      .optional()
      .meta({ title: '各诊断代码的级别，off 为不提' }),
  })
  .meta({ title: 'choucha 的配置' });

export type Config = z.infer<typeof configSchema>;
export const configKeys = Object.keys(configSchema.shape) as (keyof Config)[];

/** Where a setting stands in the file, 1-based. */
export interface Setting {
  readonly line: number;
  readonly column: number;
}

export interface ReadConfig {
  readonly config: Config;
  readonly at: (path: readonly PropertyKey[]) => Setting;
}

/** Reads the text of a configuration file; gives what is wrong with it where it is not in order. */
export function readConfig(text: string): ReadConfig | { readonly problems: readonly YamlProblem[] } {
  const file = readPositionedYaml(text);
  if ('reason' in file) return { problems: [file] };
  const result = configSchema.safeParse(file.data ?? {});
  if (result.success) return { config: result.data, at: file.at };
  return {
    problems: describeIssues(result.error.issues, file.data).flatMap(({ path, found, expected, unknown }) => {
      const isCode = path[0] === 'rules' && (unknown.length > 0 || path.length === 2);
      const keys = unknown.length > 0 ? unknown : isCode && !isKnown(path[1]) ? [String(path[1])] : [];
      if (keys.length === 0) return [{ ...file.at(path), reason: wrong(path, found, expected) }];
      const known = path[0] === 'rules' ? codes : configKeys;
      const map = unknown.length > 0 ? path : path.slice(0, -1);
      return keys.map(key => ({ ...file.atKey(map, key), reason: unknownKey(key, known, path[0] === 'rules') }));
    }),
  };
}

const isKnown = (key: PropertyKey | undefined): boolean => (codes as readonly string[]).includes(String(key));

function wrong(path: readonly PropertyKey[], found: string | Bilingual, expected: Bilingual): Bilingual {
  const name = path.map(String).join('.') || 'config';
  const shown = typeof found === 'string' ? { zh: found, en: found } : found;
  return {
    zh: `${name} 不应为 ${shown.zh}，应为${expected.zh}`,
    en: `unexpected ${shown.en} as ${name}, expected ${expected.en}`,
  };
}

function unknownKey(key: string, known: readonly string[], isCode: boolean): Bilingual {
  const near = nearest(key, known);
  const list = isCode ? null : known.join(', ');
  return {
    zh: `没有“${key}”${isCode ? '这个诊断代码' : '这一项'}${near ? `（是否想写 ${near}？）` : ''}${list ? `；应为 ${list}` : ''}`,
    en: `unexpected ${isCode ? 'code' : 'key'} “${key}”${near ? ` (did you mean ${near}?)` : ''}${list ? `, expected one of ${list}` : ''}`,
  };
}
