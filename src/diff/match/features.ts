import type { Task } from '../../plan/schema.ts';
import { unitKey } from '../values/bodies.ts';
import { moveYears } from '../values/period.ts';
import { nameKey, plainKey, type Setting, stretchesOf, textKey } from '../wording.ts';
import { bigramsOf } from './dice.ts';

/** The parts of a task that tell which one it is. */
export const facets = ['name', 'targets', 'items'] as const;
export type Facet = (typeof facets)[number];

/** What matching sees of a task: no number, no place in the list. */
export interface Features {
  /** Texts without template wording, levels and punctuation; `''` where the task has none. */
  readonly texts: Readonly<Record<Facet, string>>;
  readonly bigrams: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  readonly items: readonly string[];
  /** The members of a facet that is written as a list: 商场、市场、宾馆. */
  readonly members: Readonly<Record<Facet, readonly string[]>>;
  readonly lead: ReadonlySet<string>;
  /** Facets whose text no other task of the plan has. */
  readonly unique: ReadonlySet<Facet>;
  readonly city: string;
  /** What else it says, field by field: tells tasks of one wording apart, whatever their order. */
  readonly others: readonly string[];
}

/** What matching sees of every task of a plan, in order. */
export function featuresOf(tasks: readonly Task[], setting: Setting): Features[] {
  const features = tasks.map(task => featuresOfTask(task, setting));
  const holders = Object.fromEntries(facets.map(facet => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  const keyOf = ({ texts, city }: (typeof features)[number], facet: Facet) => `${texts[facet]}\n${city}`;
  for (const one of features)
    for (const facet of facets) {
      const key = keyOf(one, facet);
      holders[facet].set(key, (holders[facet].get(key) ?? 0) + 1);
    }
  return features.map(one => ({
    ...one,
    unique: new Set(facets.filter(facet => one.texts[facet] !== '' && holders[facet].get(keyOf(one, facet)) === 1)),
  }));
}

function featuresOfTask(task: Task, setting: Setting): Omit<Features, 'unique'> {
  const items = task.items.map(item => textKey(item, setting)).filter(key => key !== '');
  const texts = {
    name: task.name === null ? '' : nameKey(task.name, setting),
    targets: task.targets === null ? '' : textKey(task.targets, setting),
    items: items.join(''),
  };
  const bodies = task.lead.length > 0 ? task.lead : (task.executors ?? []);
  return {
    texts,
    bigrams: { name: bigramsOf(texts.name), targets: bigramsOf(texts.targets), items: bigramsOf(texts.items) },
    items,
    members: {
      name: membersOf(task.name === null ? '' : task.name, setting),
      targets: membersOf(task.targets ?? '', setting),
      items: membersOf(task.items.length === 1 ? task.items[0]! : '', setting),
    },
    lead: new Set(bodies.map(body => unitKey(body, setting))),
    city: plainKey(task.city ?? '', setting),
    others: othersOf(task, setting),
  };
}

const membersOf = (text: string, setting: Setting): string[] =>
  stretchesOf(text)
    .map(stretch => nameKey(stretch, setting))
    .filter(key => key !== '');

function othersOf(task: Task, setting: Setting): string[] {
  const period = task.period && moveYears(task.period, -(setting.year ?? 0));
  const words = [task.creditRule?.text, task.section, task.domain, task.method, task.basis, task.remarks];
  return [
    ...[task.ratio, task.frequency, period, task.parts ?? null].map(value => JSON.stringify(value)),
    ...words.map(text => textKey(text ?? '', setting)),
    task.partners
      .map(body => unitKey(body, setting))
      .sort()
      .join(),
  ];
}

/** How telling a bigram is: the rarer in the plans, the more. Of a single task every one is alike. */
export type Weigh = (bigram: string) => number;

/** Weights from two plans: of a bigram in a share f of the tasks of a plan, log(1 + 1/f). */
export function weighBy(base: readonly Features[], head: readonly Features[]): Weigh {
  const shares = new Map<string, number>();
  for (const plan of [base, head]) {
    const seen = new Map<string, number>();
    for (const { bigrams } of plan) {
      const own = new Set(facets.flatMap(facet => [...bigrams[facet].keys()]));
      for (const bigram of own) seen.set(bigram, (seen.get(bigram) ?? 0) + 1);
    }
    for (const [bigram, count] of seen) shares.set(bigram, Math.max(shares.get(bigram) ?? 0, count / plan.length));
  }
  const weights = new Map([...shares].map(([bigram, share]) => [bigram, Math.log(1 + 1 / share)]));
  return bigram => weights.get(bigram) ?? 1;
}
