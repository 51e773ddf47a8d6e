import { arabic, chinese } from '../numerals.ts';

/*
 * The words of amounts, in simplified characters, as sources of patterns. `lexicon` is ordered: a longer or more
 * special word stands before the words that it is made of.
 */
const verb = '抽查检查|监督检查|执法检查|随机抽查|监督抽查|抽查|检查|抽检|抽取|抽样|抽选|选取|核查|巡查|督查|覆盖';
const kind = '双随机|一公开|部门联合|跨部门|联合|随机|定向|不定向|日常|本年度|年度|全年|总体|整体|计划|拟|的';
const object = '检查对象|抽查对象|监管对象|对象|市场主体|经营主体|企业|单位|户';
// A label may start inside a longer word (农药企业|抽查比例): what it starts with must not be able to end a subject.
const mods = `(?:(?:${verb}|${kind})(?:${object})?){0,5}`;
const rate = '(?:比例|比率|概率|机率|百分比|占比|比重)';
const often = '(?:频次|频率|频度|频数|次数)';

const numeral = `(?:${arabic}|${chinese})`;
/** Dashes and words between the ends of a range. */
const dash = '(?:[-‐‑‒–—―−─━~～〜∼˜]{1,2}|至|到)';
const amount = '(?=\\d|[百千万]分之|[一二两三四五六七八九十]+成|一?半)';

const within = '(?:之内|以内|期内|内|期间|中)?';
const stretch = `(?:半年度?|年度?|季度?|月度?|周|星期|礼拜|工作日|日|天|旬)${within}`;
const several = `${numeral}个?(?:自然)?(?:年度?|季度|月|周|星期|工作日|天|日)${within}`;
/** What follows a stretch of time that has no 每 before it: 一年|抽查1次, 三年|至少1次, 半年|一次. */
const beforeTimes = `(?=(?:${verb}|组织|开展|实施|进行|随机|至少|最少|最多|不|各|[≥≤=]|\\d|[一两二三四五六七八九]))`;

const thing = '批|辆|台|件|份|处|座|艘|条|宗|起|栋|间|套|组|头|只|口|架|店|站|场|校|项|款|厂|种|部(?!门)';
/** Counters of what is inspected; 家次 and 户次 count visits. 一批, 一条 and their like are seldom amounts. */
const counter = `(?:户次|家次|人次|车次|批次|点位|户|家|个(?!月|季|年|工作日|部门|百分点|自然)|所|人(?!员|民)|名(?!录|单|称)|${thing})`;
const counted = `(?:${arabic}|(?!一(?:${thing}))${chinese})`;

/** What is done where there are too few to draw from: part of the rule, and no second amount. */
const smallSet =
  '(?<=^|[，；。（])(?:对|如|若)?[\\p{Script=Han}]{0,12}?(?:不足|不满|少于|低于|不到|小于)\\d+(?:家|户|个|所|人|件)(?:企业|单位|以下|的)*，?' +
  '(?:应|则|均|可|实行|予以)*(?:全覆盖|全部(?:抽查|检查|覆盖|抽取)?|(?:至少|最少|按照?|抽查|抽取|检查|不少于)*\\d+(?:家|户|个|所|人|件)(?:抽取|抽查|检查|计算|计|执行|确定)?)(?=$|[，；。）])';

export const lexicon = {
  smallSet,
  inclusive: '（含(?:本数|[\\d.]+[%‰次户家]?)?）|含本数',
  sep: '[，；。;]|(?<=[%‰])[/∕](?=\\d)',
  // Numbers that are no amounts: titles and numbers of documents, annexes, years, dates, ordinals.
  cite:
    '《[^《》]{0,120}》|〔\\d{4}〕\\d+号|（(?:19|20)\\d{2}）|(?:附件|附表|表|备?注)\\d+|(?:19|20)\\d{2}年(?:度|版)?|' +
    '\\d{1,2}月?[-—–~～至到]\\d{1,2}月份?|\\d{1,2}月\\d{1,2}日(?:之?前|以前|后|起)?|\\d{1,2}月(?:底|末|初|份|上旬|中旬|下旬)(?:之?前|以前|后)?|' +
    '第[一二三四五六七八九十\\d]+(?:批次?|类|级|季度|三方|方|条|款|项|章|次|轮|产业|阶段)',
  fixed:
    '上一?年度?|去年|往年|次年|下一?年度?|上半年(?!.{0,3}下半年各)|下半年|一次性|全部门|同比|其中|[1-5]A级|一定比例|' +
    '统一|唯一|一律|一并|一致|一旦|进一步|一般(?![不每为按控至最])|较[高低大]',
  halves: '上、?下半年各|上半年[、和及]下半年各',
  bothLabel: `${mods}(?:${rate}[和及与、/]{1,2}${mods}${often}|${often}[和及与、/]{1,2}${mods}${rate})`,
  sumLabel: `${mods}${rate}(?:之和|合计)`,
  rateLabel: `${mods}(?:${rate}(?:要求|标准)?|(?<=抽查|检查|抽检|抽取|抽样|核查|巡查|覆盖)(?:率|面))`,
  timesLabel: `${mods}${often}`,
  countLabel: `(?:${kind}){0,3}(?:${verb})(?:${kind}|${object}){0,3}(?:数量|户数|家数|总数|数目|个数|数)(?!量?[的之据])`,
  percent: `(?:(?<low>${arabic})(?<unit>[%‰]?)${dash})?(?<high>${arabic})(?<sign>[%‰])`,
  hundredth: `(?<scale>[百千万])分之(?<from>${numeral})(?:${dash}(?:\\k<scale>分之)?(?<to>${numeral}))?`,
  tenth: `(?:(?<less>${numeral})成?${dash})?(?<more>${numeral})成(?<rest>半|[一二三四五六七八九])?(?![立员品本果为都人分功套长年交效绩型])`,
  half: '一半|半数',
  hundred: '百分百',
  fraction: `(?<whole>${numeral})分之(?<part>${numeral})`,
  full: '(?:全覆盖|全面覆盖|全部覆盖|全员覆盖|全量覆盖|全部|全数|全量)(?:随机)?(?:抽查|检查|抽取|抽检|覆盖)?(?=$|[，；。、（）])',
  interval: `(?<every>${numeral}个?(?:年|季度?|月|周|天|日)|半年)[/∕⁄][1一]?次`,
  times: `(?:(?<few>${numeral})(?:次|遍|轮)?${dash})?(?<many>${numeral})(?:次|遍|轮次?|回)(?![年月日性数序品])`,
  each:
    '(?:对|针对)?(?:每一?个?|同一个?|单个)(?:家|户|名|所|个)?(?:被)?(?:检查|抽查|监管)?' +
    '(?:对象|单位|企业|市场主体|经营主体|主体|机构|项目|场所|学校|商户|经营户|人)(?:（[^（）]{0,8}）)?|每(?:家|户|所)',
  perSuffix: `[/∕⁄·•]每?(?:${several}|一?个?${stretch})`,
  objectSuffix: '[/∕⁄·•]每?(?:家|户|单位|企业|对象|检查对象|市场主体|经营主体|主体|人|校|所)',
  per:
    `每(?:${several}|一?个?(?:自然|日历|财政)?${stretch})|(?:同|整)?一个(?:自然|日历)?(?:年度?|季度|月度)(?:之内|以内|期内|内|中)|` +
    `同一(?:年度?|季度)|一(?:年度?|个?季度|个月|周)${beforeTimes}|一(?:月|季|日|旬)(?=[一两二三四]次)|` +
    `${numeral}(?:年|个月|个?季度|周)(?:之内|以内|内|${beforeTimes})|全年度?|年度(?:之?内)|年内|当年度?|` +
    `本年度?内?|一?个?半年${beforeTimes}|(?<=^|[，；。、:：（]|频次|频率|次数|为)(?:年度?|季度?|月度?|周)${beforeTimes}|` +
    '按(?:年度?|季度?|月度?|周|半年)(?![要规计])',
  count: `(?:(?<least>${counted})(?<tail>[百千万亿]{0,2})${counter}?${dash})?(?<most>${counted})(?<scale2>[百千万亿]{0,2})(?<odd>[余多来])?(?<counter>${counter})(?<within>中(?=$|[，、按抽随]))?`,
  lostFloor: `不(?:得|能|应)?[低少小]${amount}`,
  lostCeiling: `不(?:得|能|应)?[高多大]${amount}`,
  floor:
    '(?:应当?|须|必须|均)?不(?:得|能|应|可|宜|会|要)?[少低小下]于|至少(?:应?为|是|应?达到?|不低于|不少于)?|最少为?|' +
    '最低(?:为|不低于|不少于)?|[大高多]于(?:或者?|和)?等于|[≥≧⩾]|>=|=>|下限为?|起码',
  ceiling:
    '(?:应当?|须|必须|均)?不(?:得|能|应|可|宜|会|要)?(?:[高多大]于|超(?:过|出)?)|至多|最多(?:为|不超过)?|' +
    '最高(?:为|不超过)?|[小低少]于(?:或者?|和)?等于|[≤≦⩽]|<=|=<|(?:频次)?上限为?|封顶',
  above: '[高多大]于|超(?:过|出)|>',
  below: '[低少小]于|不足|不到|不满|未达|<',
  up: '(?:及其?|或)?(?:以上|之上)',
  down: '(?:及其?|或)?(?:以下|之下|以内|之内)',
  about: '大约为?|约为|约占|约|大概',
  around: '左右|上下(?!半年)',
  total:
    '(?:总户数|总家数|总数量?|总量|总体|基数|备案数|登记数|注册数|在册数|许可数|持证数|存量|(?:[户家]|对象|企业|单位|主体)数量?|' +
    '名录库|对象库|主体库|名单库|数据库|台账|清单|数量?(?=[的之]))(?:的|之|中的|内的|中|内|里)?',
  hedge:
    '原则上|一般情况下|通常情况下|一般|通常|初步确定|初步拟定|初定|暂定|暂按|力争|争取|力求|预计|预估|达到|达|控制在|平均|每次|每批次?|累计',
  respectively: '分别(?:为|是|按照?)?',
  // Words by which a number is no longer the amount itself.
  relative:
    '提高|增加|递增|递加|上浮|下浮|上调|下调|降低|减少|提升|增长|上升|翻番|取消|不再|暂停|免于|除外|以外|之外|或者?|较|倍|未(?!成年)',
  link: '应?(?:为|是|占)|[:：=]|等于',
  filler:
    `${verb}|随机|监督|组织|开展|实施|进行|完成|确保|实现|做到|全面?覆盖|按照?(?!摩)|对(?![外口虾象])|以(?=[\\d不百])|应当?|需要|需(?=[\\d抽检不达])|须|必须|` +
    '拟|共计|总计|合计|共(?=[\\d抽检不约])|计划|各自?|均|都|并(?!网|购)|且|同时|再(?!生)|的|从(?!业|事)|在(?=[\\d不])|予以|给予|' +
    '任务|活动|工作|双随机|一公开|部门联合|联合|定向|方式|比例|之间|设定|确定|[、和及与]',
  latin: '(?<![A-Za-z\\d])[A-Za-z]{2,}(?![A-Za-z\\d])',
  letter: '(?<![A-Za-z\\d])[A-E](?![A-Za-z])',
  number: `(?:(?<first>${arabic})${dash})?(?<last>${arabic}(?:[万亿](?!元))?)`,
  word: '[\\p{Script=Han}\\u2160-\\u216b“”‘’…·/&,](?<!\\d[,/])',
  space: '\\s',
} as const;

/** True for a text that is a counter: 户 of the header 抽取对象数（户）. */
export const isCounter = (text: string): boolean => new RegExp(`^${counter}$`, 'u').test(text);
