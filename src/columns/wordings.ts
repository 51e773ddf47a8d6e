/** Header wordings that mean the same. */
export interface Wording {
  /** What a column under such a header holds: plan fields, several for a combined column. */
  readonly fields: readonly string[];
  /** What else it may hold; the content of the column, or the other columns, decide. */
  readonly or?: readonly (readonly string[])[];
  /** The words say too little: a column whose cells fit no meaning stays unknown. */
  readonly vague?: true;
  /** Templates, see `template.ts`. */
  readonly words: readonly string[];
}

const body = '[部门|单位|机构|机关|主体|方|科室|股室|处室|处科室|科处室|科股室|责任单位|责任部门|责任科室]';
const room = '[处室|科室|股室|处科室|科处室|科股室|科所|站所]';
const level = '[国家级|省级|市级|县级|区级|区县级|县区级|省|市|县|区|]';
const counted = '[对象|主体|市场主体|经营主体|企业|单位|]';

/**
 * Every header wording, by field. Ordered: the first that matches a whole header has it, so narrower wordings stand
 * before wider ones.
 */
export const wordings: readonly Wording[] = [
  // Ratio, frequency, credit.
  {
    fields: ['ratio', 'frequency'],
    words: ['*[比例|比率]*[频次|频率|次数][要求|]', '*[频次|频率|次数]*[比例|比率][要求|]'],
  },
  {
    fields: ['ratio'],
    words: [
      `*${counted}[最低|最高|]*[比例|比率|概率|比重][要求|上限|下限|标准|]`,
      '[最低|最高|不低于]*[比例|比率]',
      '*[抽查率|检查率|抽检率|覆盖率|覆盖面|抽查面|数量比例]',
    ],
  },
  {
    fields: ['frequency'],
    words: [
      '*[最高|最低|][频次|频率|频度|次数|周期][要求|标准|上限|下限|及上限|和上限|]',
      '[每年|年|最高|最低]*[频次|频率|次数][上限|]',
    ],
  },
  {
    fields: ['creditRule'],
    words: [
      '信用风险[分类|等级|分级|分级分类|分类分级|等级分类|][监管|管理|抽查|差异化监管|结果|][要求|措施|规则|情况|方式|运用|应用|运用情况|应用情况|]',
      '*[智慧监管|企业|市场主体|经营主体]信用风险[分类|等级|分级|分级分类|分类分级|等级分类|][监管|管理|抽查|差异化监管|结果|][要求|措施|规则|情况|方式|运用|应用|]',
      '*[智慧监管|企业|市场主体|经营主体|]信用[分类|等级|分级|分级分类|评价|监管][监管|管理|结果|][要求|措施|规则|情况|运用|应用|]',
      '智慧监管',
      '[差异化|分级分类|分类分级|智慧]监管[要求|措施|规则|方式]',
      '差异化[抽查|检查][要求|措施|规则|方式]',
      '风险[等级|分级|分类|分级分类|分类分级][监管|管理|][要求|措施|规则|]',
    ],
  },
  // Numbers and names.
  { fields: ['number'], or: [['code']], words: ['*[序号|顺序号|序次|序列号|行号]', '[序|No|NO|No.|NO.|№]'] },
  {
    fields: ['code'],
    or: [['number']],
    words: ['*[编号|编码|代码|编码号|ID|id]', '*[目录|清单|权责清单][编号|编码|代码]'],
  },
  { fields: ['name'], or: [['code']], words: ['计划名称'] },
  // Names the plan that a task belongs to, as 抽查计划编号 does; where nothing else names the tasks, it names them.
  { fields: ['code'], or: [['name']], words: ['*计划名称'] },
  { fields: ['name'], or: [['items']], words: ['[涉企|]行政检查事项名称', '*项目名称'] },
  { fields: ['items'], or: [['name']], words: ['*事项名称'] },
  {
    fields: ['name'],
    words: ['*[名称|任务|任务名|领域名称|主题|主题名称|专项名称|场景|场景名称]', '*[一件事|一件事名称|一业一查]'],
  },
  { fields: ['name'], or: [['domain']], words: ['*[抽查|检查|抽检]*领域'] },
  { fields: ['domain'], or: [['name']], words: ['[监管|所属|业务|行业|工作|重点|]领域', '*领域'] },
  {
    fields: ['domain'],
    words: ['[监管|所属|检查|抽查|]行业[领域|类别|分类|名称|及领域|]', '[业务|监管|]条线'],
  },
  // What is inspected, and at whom.
  {
    fields: ['itemClass'],
    or: [['targeting'], ['initiation']],
    words: ['*[类别|分类]', '*事项[类型|等级|级别|性质|属性]'],
  },
  {
    fields: ['items'],
    or: [['itemClass'], ['name']],
    words: ['*[事项|项目]', '*事项[内容|清单|目录]', '[权责|权力|权力和责任|监管|抽查|随机抽查]清单事项'],
  },
  {
    fields: ['items'],
    words: [
      '*内容[要求|标准|及要求|和要求|与要求|及标准|和标准|]',
      '重点*内容',
      '*[要点|细项|子项|检查项|抽查项|检查重点|抽查重点|重点内容|重点事项]',
      '*项目[内容|及内容]',
    ],
  },
  { fields: ['targets'], or: [['city']], words: ['*范围'] },
  {
    fields: ['targets'],
    or: [['population'], ['city']],
    words: [
      '*[被|受|]*对象[范围|名称|类型|类别|主体|单位|名录|名录库|]',
      // 象 goes at a line break.
      '*对范围',
      '*[被|受][检|检查|抽查|抽检|监管][单位|企业|主体|市场主体]',
      '*[对象|企业|主体|市场主体|经营主体]名称',
      '[适用|受检|被检]对象',
      '*[名录库|对象库|主体范围]',
      '行政相对人',
      '[抽查|检查|抽取|监管|被检查|被抽查|监督检查][企业|市场主体|经营主体]',
    ],
  },
  {
    fields: ['population'],
    or: [['sample'], ['ratio']],
    words: [`*${counted}[基数|总数|底数|总量|存量|总户数|总家数]`, '[名录库|对象库][数量|户数|总数|对象数|企业数]'],
  },
  {
    fields: ['sample'],
    or: [['population'], ['ratio']],
    words: [
      `*${counted}[户数|家数|户次|家次|目标数|数量|个数|样本数|样本量]`,
      '*[对象|主体|市场主体|经营主体|企业|单位|抽查|检查|抽取]数',
    ],
  },
  // When.
  {
    fields: ['period.start'],
    words: ['*[开始|起始|启动][时间|日期|月份|年月]', '*[起止|]*[时间|日期|期限|月份][起|自|从|开始|起始]'],
  },
  {
    fields: ['period.end'],
    words: [
      '*[结束|截止|截至|终止|完成截止][时间|日期|月份|期限|年月]',
      '*[起止|]*[时间|日期|期限|月份][止|至|到|结束|截止|终止]',
    ],
  },
  { fields: ['period.start'], or: [['period']], words: ['*抽取日期'] },
  {
    fields: ['period'],
    words: [
      '*[起止|执行|完成|安排|]*[时间|日期|期限|时段|月份|时限|年月|时间段|时间范围|时间节点|时间进度|期间|进度][安排|要求|计划|]',
    ],
  },
  // Who.
  {
    fields: ['lead'],
    words: [
      `${level}*[发起|牵头|主办|主责|承办|召集|主导|发起牵头|牵头发起|牵头组织|组织牵头|牵头指导|发起、牵头|牵头、发起|发起/牵头|牵头/发起]*${body}`,
      '*[计划|组织|组织实施][部门|单位]',
      '[指导|牵头指导|业务指导][部门|单位|处室|科室]',
    ],
  },
  {
    fields: ['partners'],
    words: [
      `${level}*[其他|][配合|参与|协同|协办|协助|协作|参加|会同|联动|配合参与|参与配合]*${body}`,
      `*联合*${body}`,
      '[联合|联合检查|联合抽查]成员单位',
    ],
  },
  {
    fields: ['offices'],
    words: [
      `[省局|市局|县局|区局|本局|局|][责任|执行|联络|联系|经办|具体|业务|业务主管|分管|对口|主管|内设|负责|实施|检查|抽查|承接|]${room}`,
      `*分配任务的${room}`,
      '[责任|内设]机构',
    ],
  },
  { fields: ['executors'], or: [['lead'], ['targets']], words: ['单位', '单位名称', '[检查|抽查|抽检]单位'] },
  {
    fields: ['executors'],
    or: [['lead']],
    words: [
      '[部门|部门名称|责任主体]',
      '[责任|主管|行业主管|业务主管|负责|监管][部门|单位]',
      '[检查|抽查|抽检|执法|行政执法|执行|实施|监督检查|行政检查|任务实施|检查实施][部门|单位]',
    ],
  },
  {
    fields: ['executors'],
    words: [
      `${level}[检查|抽查|抽检|抽取|监督检查|行政检查|行政执法|执法|监管|实施|组织实施|具体实施|执行|承担]*[主体|机关|机构|部门|单位]`,
    ],
  },
  // How.
  { fields: ['targeting'], or: [['method']], words: ['*抽取[方式|形式]', '*是否定向[抽查|]'] },
  {
    fields: ['targeting'],
    or: [['initiation'], ['itemClass'], ['mode'], ['method']],
    vague: true,
    words: ['*类型'],
  },
  { fields: ['method'], or: [['targeting']], words: ['*[方式|方法|形式|手段|方式方法]'] },
  {
    fields: ['basis'],
    words: ['*[法律|法规|法律法规|政策|文件|法定|设定|制定|]依据[文件|条款|名称|]'],
  },
  {
    fields: ['initiation'],
    or: [['mode']],
    words: ['*[发起|组织|联合][方式|类型|形式]', '*[任务|计划|]来源'],
  },
  {
    fields: ['mode'],
    or: [['city'], ['initiation']],
    words: ['*[模式|层级|级别]', '[组织|组织实施|行使|事权|发起|管理]*[层级|级别]'],
  },
  {
    fields: ['city'],
    or: [['mode']],
    words: [
      '[所属|所在|实施|抽查|检查|][地市|市州|州市|盟市|地区|区县|县区|市县|县市区|县、市、区|县市、区|市、县|区域|辖区|属地|行政区划|设区市]',
    ],
  },
  { fields: ['section'], words: ['[所属|]板块', '章节'] },
  { fields: ['remarks'], words: ['备注[说明|]', '[任务|情况|其他|有关|相关|]说明', '[备考|附注]'] },
];

/** The lower of two headers, where it says too little alone: 起 under 抽查时间, 牵头 under 部门. */
export const roles: readonly (readonly [fields: readonly string[], under: string, words: string])[] = [
  [['period.start'], 'period', '[起|自|从|始|起始|开始|启动]'],
  [['period.end'], 'period', '[止|至|到|终|截止|结束|终止|截至]'],
  [['lead'], 'executors', '[发起|牵头|主办|主责|承办|发起方|牵头方]'],
  [['partners'], 'executors', '[配合|参与|协同|协办|协助|参加|联合|配合方|参与方]'],
];

/** Two meanings joined in one header: 比例及频次, 对象及数量. Null where no reader could part such cells. */
export const joined: readonly (readonly [first: string, second: string, fields: readonly string[]])[] = [
  ['ratio', 'frequency', ['ratio', 'frequency']],
  ['period', 'frequency', ['period', 'frequency']],
  ['population', 'ratio', ['population', 'ratio']],
  // 10%（20户）: the count beside a percentage is part of the ratio.
  ['ratio', 'sample', ['ratio']],
  ['targets', 'population', ['targets']],
  ['targets', 'sample', ['targets']],
  ['targets', 'ratio', ['targets']],
  ['items', 'method', ['items']],
  ['items', 'basis', ['items']],
  ['items', 'remarks', ['items']],
  ['lead', 'mode', ['lead']],
  ['partners', 'mode', ['partners']],
  ['executors', 'mode', ['executors']],
  ['mode', 'remarks', ['mode']],
];

/** What a column that is headed as one field may hold after all, if its cells say so. */
export const contradictions: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ratio: [['frequency']],
  frequency: [['ratio']],
  period: [['frequency'], ['ratio']],
};

/** What may stand in a column besides what its header says. */
export const companions: Readonly<Record<string, readonly string[]>> = {
  ratio: ['ratio', 'frequency'],
  frequency: ['ratio', 'frequency'],
  period: ['period', 'frequency'],
};

/** A meaning that follows from the other columns: a column that may mean `to` does, where the plan lacks and has these. */
export const tableRules: readonly { from: string; to: string; lacks: string; has?: string }[] = [
  // Who inspects in a joint plan is who leads.
  { from: 'executors', to: 'lead', lacks: 'lead', has: 'partners' },
  { from: 'domain', to: 'name', lacks: 'name' },
  { from: 'period.start', to: 'period', lacks: 'period.end' },
];
