import { InvalidArgumentError, Option } from 'commander';
import type { Language } from './language.ts';

/** Options of a command that works on many documents. */
export function batchOptions(language: Language): Option[] {
  const t = (zh: string, en: string): string => ({ zh, en })[language];
  const positive = (text: string): number => {
    if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
    throw new InvalidArgumentError(t('应为正整数', 'expected a positive whole number'));
  };
  return [
    new Option('-q, --quiet', t('只打印未能转换的文件', 'print nothing but files that were refused')),
    new Option('--force', t('未变的文件也重新转换', 'convert unchanged files again')),
    new Option('--shard <i/n>', t('只转换 n 份中的第 i 份', 'convert only part i of n of the files')),
    new Option(
      '-j, --jobs <number>',
      t('同时转换的进程数，默认按机器而定', 'processes that convert at once; by default what fits the machine'),
    ).argParser(positive),
  ];
}
