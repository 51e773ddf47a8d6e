import { type Config, configKeys } from '../config.ts';
import { toYaml } from '../emit/yaml.ts';
import type { FoundConfig } from './config.ts';
import { exit } from './exit.ts';
import type { Language } from './language.ts';

/** What holds where neither the command line nor a file says otherwise. */
export const defaults = {
  out: 'out',
  format: 'json',
  failOn: 'error',
  show: 'info',
} as const satisfies Partial<Config>;

/** `choucha config`: every setting that holds in this folder, with the place it comes from, as a configuration file. */
export async function configCommand(
  found: FoundConfig,
  { language }: { readonly language: Language },
): Promise<number> {
  const place = (path: readonly PropertyKey[]): string => {
    const at = found.at(path);
    return at && found.path !== null ? `${found.path}:${at.line}:${at.column}` : '';
  };
  const byDefault = { zh: '默认', en: 'default' }[language];
  const fromLocale = { zh: '取自系统语言', en: 'from the locale' }[language];
  const lines = configKeys.flatMap((key): string[] => {
    if (key === 'rules')
      return Object.entries(found.config.rules ?? {}).map(([code, level], i) =>
        line(`${i === 0 ? 'rules:\n' : ''}  `, code, level, place(['rules', code])),
      );
    const own = found.config[key];
    if (own !== undefined) return [line('', key, own, place([key]))];
    if (key === 'lang') return [line('', key, language, fromLocale)];
    const fallback = (defaults as Partial<Config>)[key];
    return fallback === undefined ? [] : [line('', key, fallback, byDefault)];
  });
  process.stdout.write(`${lines.join('\n')}\n`);
  return exit.fine;
}

const line = (indent: string, key: string, value: unknown, from: string): string =>
  `${indent}${`${key}: ${toYaml(value).trim()}`.padEnd(36)} # ${from}`;
