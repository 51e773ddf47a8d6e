#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Bilingual } from '../model/diagnostic.ts';
import { batchOptions } from './batch-options.ts';
import { configName, findConfig } from './config.ts';
import { withDiffOptions } from './diff-options.ts';
import { exit } from './exit.ts';
import { displayWidth, helpTitles } from './help.ts';
import { chooseLanguage } from './language.ts';
import { readingOptions } from './reading.ts';
import { tell } from './tell.ts';
import { version } from './version.ts';

// Help and arguments only: each command's module is loaded when it runs.
const argv = process.argv;
const asked = argv.find((_, i) => argv[i - 1] === '--lang') ?? argv.find(word => word.startsWith('--lang='))?.slice(7);
const found = await findConfig(process.cwd()).catch(error => process.exit(tell(error, chooseLanguage(asked))));
const { config } = found;
const language = chooseLanguage(asked ?? config.lang);
const t = (zh: string, en: string): string => ({ zh, en })[language];

const failOn = () =>
  new Option(
    '--fail-on <level>',
    t('达到该级别即以退出码 1 结束', 'exit 1 when there are findings of this level or above'),
  )
    .choices(['error', 'warning', 'info', 'never'])
    .default(config.failOn ?? 'error');
const lang = () => new Option('--lang <language>', t('输出语言', 'language of what is printed')).choices(['zh', 'en']);
const show = () =>
  new Option('--show <level>', t('打印该级别及以上的诊断', 'print diagnostics of this level and above'))
    .choices(['error', 'warning', 'info', 'none'])
    .default(config.show ?? 'info');
const withOptions = (command: Command, options: readonly Option[]): Command =>
  options.reduce((all, option) => all.addOption(option), command);
/** A command that reads documents. */
const reading = (command: Command): Command => withOptions(command, readingOptions(language));
/** A command that works on many documents. */
const batching = (command: Command): Command => withOptions(command, batchOptions(language));

/** A command that judges findings. */
const judging = (command: Command): Command =>
  command
    .addOption(failOn())
    .addOption(
      new Option('--max-warnings <n>', t('警告多于此数即以退出码 1 结束', 'exit 1 when there are more warnings'))
        .argParser(text => {
          if (/^\d+$/.test(text)) return Number(text);
          throw new InvalidArgumentError(t('应为非负整数', 'expected a whole number'));
        })
        .default(config.maxWarnings),
    )
    .addOption(show())
    .option(
      '--report <format>',
      t(
        '供程序读取的报告：json、sarif 或 github，写到标准输出；sarif=<文件> 写入文件；可多次',
        'a report for machines, json, sarif or github, to standard output; sarif=<file> to a file; may be repeated',
      ),
      (word: string, before: readonly string[] = []) => [...before, word],
    );

const corrections = () =>
  new Option(
    '--corrections <file>',
    t(
      '更正文件；默认为来源旁的 <来源全名>.corrections.yaml',
      'corrections file; by default <source>.corrections.yaml beside the source',
    ),
  );
/** What is signed: options of the commands that write into a corrections file. */
const signed = (command: Command): Command =>
  reading(command)
    .requiredOption('--reason <text>', t('理由', 'why'))
    .option('--by <name>', t('决定人', 'who decides'), config.by)
    .option('--date <date>', t('决定日期，默认今天', 'day of the decision; by default today'))
    .option('--plan <n>', t('文件中第几个计划', 'which plan of the document'), Number)
    .addOption(corrections());

function program(): Command {
  const root = new Command('choucha')
    .description(
      t(
        '把“双随机、一公开”抽查计划变成干净、可核对、可追溯的数据',
        'turns inspection plans into clean, validated, traceable data',
      ),
    )
    .version(version(), '-V, --version', t('版本', 'print the version'))
    .helpOption('-h, --help', t('帮助', 'print this help'))
    .helpCommand(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'choucha: ')) })
    .addOption(lang())
    .configureHelp({ displayWidth, styleTitle: title => helpTitles[language]?.[title] ?? title })
    .exitOverride();
  const command = (usage: string, description: Bilingual) =>
    root
      .command(usage)
      .description(description[language])
      .helpOption('-h, --help', t('帮助', 'print this help'))
      .addOption(lang())
      .exitOverride();

  batching(
    judging(
      reading(
        command('convert <sources...>', {
          zh: '转换计划：文件、文件夹或通配符 → 计划与追溯文件',
          en: 'convert plans: files, folders or globs → plan and trace files',
        }),
      ),
    ),
  )
    .option('-o, --out <folder>', t('输出文件夹', 'folder for the results'), config.out ?? 'out')
    .addOption(
      new Option('--format <format>', t('计划文件格式', 'format of the plan file'))
        .choices(['json', 'yaml'])
        .default(config.format ?? 'json'),
    )
    .option('--stdout', t('计划写到标准输出，不写文件', 'print the plan instead of writing files'))
    .addOption(corrections())
    .action(async (sources, options) =>
      run((await import('./convert.ts')).convertCommand(sources, { ...options, ...(await judgement(options)) })),
    );

  judging(
    command('check <plans...>', {
      zh: '按模式与规则校验计划文件（同目录的追溯文件一并使用）',
      en: 'validate plan files against schema and rules (with the trace beside them)',
    }),
  ).action(async (plans, options) =>
    run((await import('./check.ts')).checkCommand(plans, { ...options, ...(await judgement(options)) })),
  );

  reading(
    command('explain <file> <address>', {
      zh: '说明一个值的原文、位置、写法和诊断：26.creditRule 按序号，#26 按位置',
      en: 'raw text, place, notation and diagnostics of one value: 26.creditRule by printed number, #26 by position',
    }),
  )
    .addOption(corrections())
    .action(async (file, address, options) =>
      run((await import('./explain.ts')).explainCommand(file, address, { ...options, language })),
    );

  signed(
    command('correct <file> <target>', {
      zh: '写入一条更正：26.creditRule、plan.year；值写 JSON，或该栏目能识读的文字，null 为没有写明',
      en: 'write a correction of 26.creditRule or plan.year: JSON, a text that the field reads, or null for not stated',
    }),
  )
    .requiredOption('--set <value>', t('更正后的值', 'the value decided on'))
    .option('--evidence <text>', t('依据，如原件页码', 'evidence, such as a page of the original'))
    .option('--copies', t('承接此格的任务一并更正', 'decide alike on the tasks that took the cell over'))
    .option('--replace', t('改写已有的决定', 'rewrite an earlier decision'))
    .action(async (file, target, options) =>
      run((await import('./correct.ts')).correctCommand(file, target, { ...options, language })),
    );

  signed(
    command('waive <file> <target>', {
      zh: '豁免一条诊断：51.creditRule，或 plan（整个计划的诊断）',
      en: 'accept a finding as it is: of 51.creditRule, or of plan (what is said of the plan as a whole)',
    }),
  )
    .option('--code <code>', t('诊断代码', 'code of the finding'))
    .option('--until <date>', t('有效期至（含当日）', 'last day on which it holds'))
    .action(async (file, target, options) =>
      run((await import('./waive.ts')).waiveCommand(file, target, { ...options, language })),
    );

  reading(
    command('review <sources...>', {
      zh: '核对页：每个计划一个自足的 HTML 文件，左为来源，右为读到的数据',
      en: 'the review page: one self-contained HTML file per plan, the source beside what was read',
    }),
  )
    .option('-o, --out <folder>', t('输出文件夹', 'folder for the pages'), 'out')
    .addOption(corrections())
    .action(async (sources, options) =>
      run((await import('./review.ts')).reviewCommand(sources, { ...options, language })),
    );

  reading(
    command('tables <file>', {
      zh: '列出文件中的原始表格（未作解释）',
      en: 'the raw grids of a document, before any meaning',
    }),
  )
    .addOption(new Option('--format <format>', t('输出格式', 'output format')).choices(['json', 'csv']).default('json'))
    .addOption(show())
    .addOption(
      new Option(
        '--debug <format>',
        t(
          '在页面上画出线条、交点、单元格和跨页接续，每页一个文件',
          'draw what was found over the pages, a file per page',
        ),
      ).choices(['svg', 'png']),
    )
    .option('-o, --out <folder>', t('--debug 的输出文件夹', 'folder for the drawings of --debug'), 'out')
    .option('--pages <numbers>', t('--debug 只画这些页，如 1,3-5', 'pages that --debug draws, such as 1,3-5'))
    .action(async (file, options) => run((await import('./tables.ts')).tablesCommand(file, { ...options, language })));

  withDiffOptions(
    reading(
      command('diff <plans...>', {
        zh: '比较两个计划（计划文件或任何格式的文件）：什么变了；--twins：逐格比较同一计划的几份文件',
        en: 'what changed between two plans (plan files or documents); --twins: compare documents of one plan cell by cell',
      }),
    ),
    language,
  ).action(async (plans, { twins, ...options }) =>
    run(
      twins
        ? (await import('./twins.ts')).twinsCommand(plans, { ...options, language })
        : (await import('./diff.ts')).diffCommand(plans, { ...options, language }),
    ),
  );

  command('export <plans...>', {
    zh: '把计划文件导出给其他系统：文件、文件夹或通配符（同目录的追溯文件一并使用）',
    en: 'export plan files for other systems: files, folders or globs (with the traces beside them)',
  })
    .addOption(
      new Option('--to <format>', t('导出格式', 'format of the export'))
        .choices(['jsonl', 'csv', 'tsv', 'xlsx', 'sqlite', 'parquet', 'datapackage'])
        .makeOptionMandatory(),
    )
    .option(
      '-o, --out <path>',
      t(
        '输出文件；parquet 与 datapackage 为文件夹（默认在 out 之下）',
        'the file to write; for parquet and datapackage the folder (default: below out)',
      ),
    )
    .option('--stdout', t('写到标准输出（单文件格式）', 'print the export (formats of one file)'))
    .option('--bom', t('CSV、TSV 加字节序标记，供 Excel 识别', 'CSV and TSV: begin with a byte order mark, for Excel'))
    .addOption(
      new Option(
        '--header <kind>',
        t('CSV、TSV、XLSX 的表头：列名或标题', 'header of CSV, TSV, XLSX: names of columns, or titles'),
      ).choices(['names', 'zh', 'en']),
    )
    .action(async (plans, options) =>
      run((await import('./export.ts')).exportCommand(plans, { ...options, language })),
    );
  command('config', {
    zh: `打印此处适用的各项设置及其出处（${configName}，向上查找）`,
    en: `print the settings that hold here, each with its place (${configName}, looked for upward)`,
  }).action(async () => run((await import('./print-config.ts')).configCommand(found, { language })));

  command('schema [name]', {
    zh: '打印 JSON Schema：plan、trace、diff、corrections、config 或 report',
    en: 'print a JSON Schema: plan, trace, diff, corrections, config or report',
  }).action(async name => run((await import('./schema.ts')).schemaCommand(name ?? 'plan')));
  return root;
}

/** What the verdict needs besides the options as typed. */
async function judgement({ report = [] }: { readonly report?: readonly string[] }) {
  const { readReportTarget } = await import('./verdict.ts');
  return { report: report.map(readReportTarget), rules: config.rules, language };
}

async function run(code: Promise<number>): Promise<void> {
  process.exitCode = await code;
}

// A reader that closes the pipe early (head, less) is no fault of ours.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(process.exitCode ?? exit.fine);
  throw error;
});

try {
  await program().parseAsync(argv);
} catch (error) {
  process.exitCode = tell(error, chooseLanguage(asked));
}
