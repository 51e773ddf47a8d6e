import { cellBehind, type Evidence, type Notice, noticeOn, type Rule } from './rule.ts';

/** 序号 runs on by one; it may start again where a city or section begins. */
export const numbering: Rule = {
  name: 'numbering',
  codes: ['number-gap', 'number-repeated', 'number-order', 'number-restart'],
  needs: 'plan',
  check(evidence) {
    const notices: Notice[] = [];
    let last: { number: number; group: string } | null = null;
    for (const [index, task] of evidence.plan.tasks.entries()) {
      if (task.number === null) continue;
      const here = { number: task.number, group: `${task.city ?? ''}|${task.section ?? ''}` };
      const say = (code: (typeof numbering.codes)[number], params: Record<string, string | number>) =>
        notices.push(noticeOn(evidence, index, 'number', { code, params }));
      if (last === null) {
        if (here.number > 1) say('number-gap', { missing: range(1, here.number - 1), number: here.number });
      } else if (here.number === 1 && last.number > 1) {
        if (here.group === last.group) say('number-restart', { before: last.number });
      } else if (here.number === last.number) {
        if (!isMerged(evidence, index)) say('number-repeated', { number: here.number });
      } else if (here.number < last.number) say('number-order', { number: here.number, before: last.number });
      else if (here.number > last.number + 1)
        say('number-gap', { missing: range(last.number + 1, here.number - 1), number: here.number });
      last = here;
    }
    return notices;
  },
};

const range = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

const isMerged = (evidence: Evidence, task: number): boolean =>
  cellBehind(evidence, task, 'number')?.cell.origin === 'merged';
