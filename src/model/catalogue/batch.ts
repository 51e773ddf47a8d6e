import { entries } from './entry.ts';

/** What can happen to one source of a batch, whatever it holds. */
export const batchEntries = entries({
  'source-too-large': {
    severity: 'error',
    message: { zh: '文件有 {size} MB，超过上限 {limit} MB', en: 'the file has {size} MB, expected at most {limit} MB' },
    hint: { zh: '确认是否为计划文件；图片过大时先压缩', en: 'make sure it is a plan; compress its pictures if it is' },
  },
  'source-changed': {
    severity: 'error',
    message: {
      zh: '文件在读取时被改写，应保持不变',
      en: 'the file was written to while it was read, expected it to stay the same',
    },
    hint: { zh: '等写入完成后再转换', en: 'convert it again when it is complete' },
  },
  'unwritable-output': {
    severity: 'error',
    message: { zh: '结果无法写入（{reason}）', en: 'the results cannot be written ({reason})' },
    hint: {
      zh: '文件名过长时改短（名称加 .plan.json 不得超过 255 字节），否则检查输出文件夹的权限',
      en: 'shorten a long name (with .plan.json it may have 255 bytes), else look at the permissions of the output folder',
    },
  },
  'internal-fault': {
    severity: 'error',
    message: { zh: '程序内部错误：{reason}', en: 'a fault of ours: {reason}' },
    hint: { zh: '请报告此错误，并附上文件', en: 'please report it, with the document' },
  },
  'time-limit': {
    severity: 'error',
    message: {
      zh: '超过时限 {seconds} 秒，已中止',
      en: 'stopped after {seconds} seconds, expected to be done by then',
    },
    hint: {
      zh: '检查文件是否异常；确需更久时用 --timeout 放宽',
      en: 'look whether the document is what it should be; if it only needs longer, allow it with --timeout',
    },
  },
  'worker-died': {
    severity: 'error',
    message: {
      zh: '转换该文件的进程异常终止（崩溃或内存不足），重试亦然',
      en: 'the process that converted the document died (a crash, or out of memory), twice',
    },
    hint: {
      zh: '单独转换此文件；内存不足时减小 --jobs 或拆分文件；否则请报告',
      en: 'convert it alone; if memory ran out, lower --jobs or split the document; else please report it',
    },
  },
});
