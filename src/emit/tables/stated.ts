import { creditRule } from '../../fields/credit-rule.ts';
import { frequency } from '../../fields/frequency.ts';
import { period } from '../../fields/period.ts';
import { ratio } from '../../fields/ratio.ts';
import type { Task } from '../../plan/schema.ts';
import { type Column, column, lines } from './column.ts';
import { firstDay, lastDay } from './days.ts';

/** A task, or one part of a task that spans several rows (which has only what differs by row). */
export type Stated = Partial<Omit<Task, 'id' | 'number' | 'name'>>;

type Bodies = Task['lead'];

const of = <Kind extends string>(kinds: readonly Kind[], zh: string, en: string) => ({
  values: kinds,
  description: { zh, en },
});

const ratioKind = ({ ratio, unread }: Stated): string | undefined =>
  ratio?.kind ?? (unread?.ratio === undefined ? undefined : 'unread');

const plainRatio = ({ ratio }: Stated) => (ratio?.kind === 'percent' || ratio?.kind === 'count' ? ratio : undefined);
const besides = ({ ratio }: Stated) => (ratio?.kind === 'percent' ? ratio.count : undefined);
const noteOf = (value: object | null | undefined): string | undefined =>
  value && 'note' in value ? (value.note as string | undefined) : undefined;

const ratioColumns: readonly Column<Stated>[] = [
  column('ratio_kind', 'text', '比例类型', 'kind of ratio', ratioKind, {
    ...of(
      ['percent', 'count', 'tiered', 'reference', 'undecided', 'unread'],
      'percent 百分比，count 数量，tiered 分档（见 tiers 表），reference 另见其他文件，undecided 未定，unread 有文字而未能识读；空为未写明',
      'percent; count; tiered (see table tiers); reference: stands elsewhere; undecided: left open; unread: a text that gave no value; empty: not stated',
    ),
  }),
  column('ratio_min', 'number', '比例下限', 'ratio at least', one => plainRatio(one)?.min, {
    description: { zh: '含本数，单位见 ratio_unit', en: 'inclusive, in ratio_unit' },
  }),
  column('ratio_max', 'number', '比例上限', 'ratio at most', one => plainRatio(one)?.max, {
    description: { zh: '含本数，单位见 ratio_unit', en: 'inclusive, in ratio_unit' },
  }),
  column(
    'ratio_unit',
    'text',
    '比例单位',
    'unit of the ratio',
    ({ ratio }) => (ratio?.kind === 'percent' ? '%' : ratio?.kind === 'count' ? ratio.unit : undefined),
    {
      description: { zh: '% 或计划所写的单位（户、家……）', en: '%, or the unit as the plan writes it (户, 家, …)' },
    },
  ),
  column(
    'ratio_about',
    'boolean',
    '比例为约数',
    'ratio is approximate',
    one => plainRatio(one) && plainRatio(one)?.about === true,
  ),
  column('ratio_count_min', 'integer', '并写数量下限', 'count beside it, at least', one => besides(one)?.min, {
    description: { zh: '百分比之外同时写明的数量：10%（20户）', en: 'a count stated beside a percentage: 10%（20户）' },
  }),
  column('ratio_count_max', 'integer', '并写数量上限', 'count beside it, at most', one => besides(one)?.max),
  column('ratio_count_unit', 'text', '并写数量单位', 'unit of the count beside it', one => besides(one)?.unit),
  column(
    'ratio_by',
    'text',
    '比例分档依据',
    'ratio tiered by',
    ({ ratio }) => (ratio?.kind === 'tiered' ? ratio.by : undefined),
    { values: ['credit', 'level', 'object'] },
  ),
  column('ratio_note', 'text', '比例附注', 'rider of the ratio', ({ ratio }) => noteOf(ratio)),
  column(
    'ratio_text',
    'text',
    '抽查比例',
    'ratio as text',
    ({ ratio: value, unread }) => (value ? ratio.format(value) : unread?.ratio),
    {
      description: {
        zh: '规范写法：不低于5%；未能识读的为原文',
        en: 'in canonical words: 不低于5%; of an unread cell its text',
      },
    },
  ),
];

const times = ({ frequency }: Stated) => (frequency && !('kind' in frequency) ? frequency : undefined);

const frequencyColumns: readonly Column<Stated>[] = [
  column(
    'frequency_kind',
    'text',
    '频次类型',
    'kind of frequency',
    ({ frequency, unread }) =>
      frequency
        ? 'kind' in frequency
          ? frequency.kind
          : 'times'
        : unread?.frequency === undefined
          ? undefined
          : 'unread',
    of(
      ['times', 'tiered', 'reference', 'undecided', 'unread'],
      'times 次数，其余同 ratio_kind',
      'times: a number of times; the others as in ratio_kind',
    ),
  ),
  column('frequency_min', 'integer', '最少次数', 'times at least', one => times(one)?.min),
  column('frequency_max', 'integer', '最多次数', 'times at most', one => times(one)?.max),
  column('frequency_per', 'text', '每多长时间', 'times in every', one => times(one)?.per, {
    description: {
      zh: 'ISO 8601 时长：P1Y、P6M、P3M；空为本计划内',
      en: 'an ISO 8601 duration: P1Y, P6M, P3M; empty: within the plan',
    },
  }),
  column(
    'frequency_by',
    'text',
    '频次分档依据',
    'frequency tiered by',
    ({ frequency }) => (frequency && 'kind' in frequency && frequency.kind === 'tiered' ? frequency.by : undefined),
    {
      values: ['credit', 'level', 'object'],
    },
  ),
  column('frequency_note', 'text', '频次附注', 'rider of the frequency', ({ frequency }) => noteOf(frequency)),
  column(
    'frequency_text',
    'text',
    '抽查频次',
    'frequency as text',
    ({ frequency: value, unread }) => (value ? frequency.format(value) : unread?.frequency),
    {
      description: {
        zh: '规范写法：不少于1次/年；未能识读的为原文',
        en: 'in canonical words: 不少于1次/年; of an unread cell its text',
      },
    },
  ),
];

const rule = ({ creditRule }: Stated) => (creditRule?.applies ? creditRule : undefined);

const creditColumns: readonly Column<Stated>[] = [
  column(
    'credit_kind',
    'text',
    '信用要求类型',
    'kind of credit rule',
    ({ creditRule, unread }) =>
      creditRule
        ? creditRule.applies
          ? 'applies'
          : 'not-applicable'
        : unread?.creditRule === undefined
          ? undefined
          : 'unread',
    of(
      ['applies', 'not-applicable', 'unread'],
      'applies 涉及信用风险分类，not-applicable 写明不涉及，unread 未能识读；空为未写明',
      'applies; not-applicable: the plan says that it does not apply; unread; empty: not stated',
    ),
  ),
  column('credit_basis', 'text', '分类依据', 'basis of the classes', one => rule(one)?.basis),
  column('credit_system', 'text', '分类体系', 'system of classes', one => rule(one)?.system),
  column('credit_classes', 'list', '所列类别', 'classes named', one => rule(one)?.classes),
  column('credit_raises', 'list', '递加内容', 'what rises with the class', one => rule(one)?.raises, {
    description: { zh: 'ratio 比例，frequency 频次', en: 'ratio, frequency' },
  }),
  column('credit_text', 'text', '信用风险分类要求', 'credit rule as text', ({ creditRule: value, unread }) =>
    value ? creditRule.format(value) : unread?.creditRule,
  ),
];

function periodKind({ period, unread }: Stated): string | undefined {
  if (!period) return unread?.period === undefined ? undefined : 'unread';
  if (period.segments) return 'several';
  if (period.start === null) return period.end === null ? 'words' : 'deadline';
  return period.end === null ? 'from' : 'window';
}

const periodColumns: readonly Column<Stated>[] = [
  column(
    'period_kind',
    'text',
    '时间类型',
    'kind of period',
    periodKind,
    of(
      ['window', 'several', 'deadline', 'from', 'words', 'unread'],
      'window 起止，several 几段（见 windows 表），deadline 截止，from 只有开始，words 只有文字，unread 未能识读；空为未写明',
      'window; several windows (see table windows); deadline: only an end; from: only a start; words without a date; unread; empty: not stated',
    ),
  ),
  column('period_start', 'text', '开始时间', 'start', ({ period }) => period?.start, {
    description: { zh: 'YYYY-MM 或 YYYY-MM-DD，与所写的一样精确', en: 'YYYY-MM or YYYY-MM-DD, as precise as written' },
  }),
  column('period_end', 'text', '结束时间', 'end', ({ period }) => period?.end, {
    description: { zh: 'YYYY-MM 或 YYYY-MM-DD，含当月或当日', en: 'YYYY-MM or YYYY-MM-DD, inclusive' },
  }),
  column('period_first_day', 'date', '第一天', 'first day', ({ period }) => firstDay(period?.start), {
    description: { zh: 'period_start 的第一天', en: 'the first day of period_start' },
  }),
  column('period_last_day', 'date', '最后一天', 'last day', ({ period }) => lastDay(period?.end), {
    description: { zh: 'period_end 的最后一天', en: 'the last day of period_end' },
  }),
  column('period_note', 'text', '时间附注', 'rider of the period', ({ period }) => period?.note),
  column('period_text', 'text', '抽查时间', 'period as text', ({ period: value, unread }) =>
    value ? period.format(value) : unread?.period,
  ),
];

const bodyColumns = (
  name: string,
  unit: string,
  zh: string,
  en: string,
  bodies: (one: Stated) => Bodies | undefined,
) => [
  column<Stated>(name, 'text', zh, en, one => lines(bodies(one)?.map(({ name }) => name)), {
    description: { zh: '一行一个，更多见 bodies 表', en: 'one a line; more in table bodies' },
  }),
  column<Stated>(unit, 'text', `${zh}（单位）`, `${en}: units`, one => lines(bodies(one)?.map(({ unit }) => unit)), {
    description: {
      zh: '部门名录的键，各级各种写法相同；与前一列逐行对应',
      en: 'keys of the registry, one for the same body at every level; line by line as the column before',
    },
  }),
];

const countColumns = (name: 'population' | 'sample', zh: string, en: string): readonly Column<Stated>[] => [
  column(`${name}_min`, 'integer', `${zh}下限`, `${en} at least`, one => one[name]?.min),
  column(`${name}_max`, 'integer', `${zh}上限`, `${en} at most`, one => one[name]?.max),
  column(`${name}_unit`, 'text', `${zh}单位`, `unit of the ${en}`, one => one[name]?.unit),
  column(`${name}_text`, 'text', zh, `${en} as text`, one => one[name]?.text ?? one.unread?.[name]),
];

/** What a row of the published table says: the columns that tasks and their parts share. */
export const statedColumns: readonly Column<Stated>[] = [
  column('items', 'text', '抽查事项', 'items', ({ items }) => lines(items), {
    description: { zh: '一行一项，另见 items 表', en: 'one a line; also in table items' },
  }),
  column('targets', 'text', '抽查对象范围', 'targets', ({ targets }) => targets),
  ...ratioColumns,
  ...frequencyColumns,
  ...creditColumns,
  ...periodColumns,
  ...bodyColumns('lead', 'lead_units', '发起部门', 'lead bodies', ({ lead }) => lead),
  ...bodyColumns('partners', 'partner_units', '配合部门', 'partners', ({ partners }) => partners),
  ...bodyColumns('executors', 'executor_units', '检查主体', 'executing bodies', ({ executors }) => executors),
  column('code', 'text', '任务编号', 'task code', ({ code }) => code),
  column('section', 'text', '所属分组', 'section', ({ section }) => section),
  column('domain', 'text', '抽查领域', 'domain', ({ domain }) => domain),
  column('city', 'text', '地市', 'city', ({ city }) => city),
  column('offices', 'text', '责任科室', 'offices', ({ offices }) => offices),
  column('targeting', 'text', '抽查类型（定向/不定向）', 'targeting', ({ targeting }) => targeting),
  column('item_class', 'text', '事项类别（重点/一般）', 'class of the items', ({ itemClass }) => itemClass),
  column('method', 'text', '检查方式', 'method', ({ method }) => method),
  column('basis', 'text', '抽查依据', 'legal basis', ({ basis }) => basis),
  column('mode', 'text', '抽查检查模式', 'mode', ({ mode }) => mode),
  column('initiation', 'text', '发起方式', 'initiation', ({ initiation }) => initiation),
  ...countColumns('population', '抽查基数', 'population'),
  ...countColumns('sample', '抽取户数', 'sample'),
  column('remarks', 'text', '备注', 'remarks', ({ remarks }) => remarks),
  column('extra', 'json', '其他栏目', 'other columns', ({ extra }) => extra, {
    description: { zh: '表头 → 原文', en: 'header → text' },
  }),
];
