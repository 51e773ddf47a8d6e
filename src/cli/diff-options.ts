import { type Command, Option } from 'commander';
import type { Language } from './language.ts';

/** The options of `choucha diff` besides those of reading. */
export function withDiffOptions(command: Command, language: Language): Command {
  const t = (zh: string, en: string): string => ({ zh, en })[language];
  return command
    .option('--twins', t('各文件是同一个计划', 'the documents show one plan'))
    .addOption(
      new Option('--format <format>', t('输出格式', 'output format'))
        .choices(['text', 'json', 'markdown', 'html'])
        .default('text'),
    )
    .addOption(
      new Option(
        '--as <relation>',
        t('两个计划的关系，默认按年度判断', 'how the plans stand to each other; by default from their years'),
      ).choices(['adjustment', 'successor']),
    )
    .option('--pairs <file>', t('配对文件：哪些任务是同一项', 'pairs file: which tasks belong together'))
    .option('--folded', t('同时列出不算变化的差异', 'also tell differences that are no change'))
    .addOption(
      new Option(
        '--fail-on <level>',
        t(
          '规则结论达到该级别即以退出码 1 结束，默认有变化即为 1',
          'exit 1 when a rule gives a finding of this level or above; by default on any change',
        ),
      ).choices(['error', 'warning', 'info', 'never']),
    )
    .option('-o, --output <file>', t('写入文件', 'write to a file'));
}
