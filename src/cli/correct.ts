import type { Converted } from '../convert.ts';
import { copiesOf, expectOf, readSet, textBehind } from '../corrections/propose.ts';
import { type Decisions, noDecisions, readDecisions } from '../corrections/read.ts';
import type { Correction } from '../corrections/schema.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import { type EntryOptions, openUndecided, printLines, signature, type Undecided, writeEntries } from './entries.ts';
import { exit, UsageError } from './exit.ts';

export interface CorrectArguments extends EntryOptions {
  /** JSON as in the plan, or a text that the field reads. */
  readonly set: string;
  readonly evidence?: string;
  /** Decide alike on the tasks that took the cell over. */
  readonly copies?: boolean;
  /** Put the decision in place of an earlier one. */
  readonly replace?: boolean;
}

/** `choucha correct`: gives the exit code. */
export async function correctCommand(file: string, target: string, options: CorrectArguments): Promise<number> {
  const { language } = options;
  const open = await openUndecided(file, options);
  if (typeof open === 'number') return open;
  const [shown, position] = choosePlan(open, target, options);
  const copies = copiesOf(shown, target);
  const entries = [target, ...(options.copies ? copies : [])].map(each => entryOf(shown, position, each, options));

  const { corrections } = decisionsOf(open);
  const earlier = corrections.find(old =>
    entries.some(({ target, plan }) => old.target === target && old.plan === plan),
  );
  if (earlier && !options.replace) {
    printLines([
      {
        zh: `${open.path}:${earlier.at.line}: ${earlier.target} 已有决定；要改写请加 --replace`,
        en: `${open.path}:${earlier.at.line}: ${earlier.target} is decided on already; --replace rewrites it`,
      }[language],
    ]);
    return exit.corrections;
  }
  const code = await writeEntries(file, open, { list: 'corrections', entries }, options);
  if (code === exit.fine && copies.length > 0 && !options.copies)
    printLines([
      {
        zh: `${copies.join('、')} 承接此格，未更正；如也应更正请加 --copies`,
        en: `${copies.join(', ')} took this cell over and stay as they were; --copies decides on them alike`,
      }[language],
    ]);
  return code;
}

const decisionsOf = ({ text }: Undecided): Decisions => {
  const read = text === null || text.trim() === '' ? noDecisions : readDecisions(text);
  return 'problems' in read ? noDecisions : read;
};

function entryOf(shown: Converted, plan: number | undefined, target: string, options: CorrectArguments): Correction {
  const found = textBehind(shown, target);
  return {
    target,
    ...(plan !== undefined && { plan }),
    expect: 'raw' in found ? expectOf(found.raw) : '',
    set: readSet(shown, target, options.set),
    ...signature(options),
    ...(options.evidence !== undefined && { evidence: options.evidence }),
  };
}

/** The plan that an address is about, and its number where the document has several. Throws a UsageError where there is none. */
export function choosePlan(
  { conversion: { plans } }: Undecided,
  target: string,
  { plan, language }: EntryOptions,
): [shown: Converted, position: number | undefined] {
  const say = (text: Bilingual): never => {
    throw new UsageError(text[language]);
  };
  const only = (count: number): Bilingual => ({
    zh: `文件中只有 ${count} 个计划`,
    en: `the document has ${count} plan(s) only`,
  });
  if (plan !== undefined && !plans[plan - 1]) say(only(plans.length));
  const outcomes = plans.map((shown, i) => ({ shown, position: i + 1, found: textBehind(shown, target) }));
  const asked = plan === undefined ? outcomes : [outcomes[plan - 1]!];
  const [first, ...others] = asked.filter(({ found }) => 'raw' in found);
  if (!first) return say((asked[0]!.found as { problem: Bilingual }).problem);
  if (others.length > 0)
    say({
      zh: `文件中有几个计划都有 ${target}，请用 --plan 指明第几个`,
      en: `several plans of the document have ${target}; say which with --plan`,
    });
  return [first.shown, plans.length > 1 ? first.position : undefined];
}
