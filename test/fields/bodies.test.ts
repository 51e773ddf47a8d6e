import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listUnits, lookup } from '../../src/fields/bodies/registry.ts';
import { type Body, bodies } from '../../src/fields/bodies.ts';
import type { CellContext } from '../../src/fields/field.ts';
import { diagnose } from '../../src/model/diagnostic.ts';

const city: CellContext = { year: 2023, level: 'city', region: '吕梁市' };

/** A body on one line: name unit level <printed =alias (note). */
const show = ({ name, printed, unit, level, alias, note }: Body): string =>
  `${name} ${unit} ${level}${printed ? ` <${printed}` : ''}${alias ? ` =${alias}` : ''}${note ? ` (${note})` : ''}`;
const read = (text: string, context = city): string[] | null => bodies.parse(text, context).value?.map(show) ?? null;
const codes = (text: string, context = city): string[] => bodies.parse(text, context).findings.map(({ code }) => code);

const 市监 = '市场监督管理局';

describe('bodies are read', () => {
  test.each<[string, string[], string[]?]>([
    // one body, at every level
    ['市文化和旅游局', ['市文化和旅游局 文化和旅游局 city']],
    ['市文化旅游局', ['市文化旅游局 文化和旅游局 city']],
    ['市文旅局', ['市文旅局 文化和旅游局 city']],
    ['省文化和旅游厅', ['省文化和旅游厅 文化和旅游局 province']],
    ['文化和旅游部', ['文化和旅游部 文化和旅游局 national']],
    ['国家市场监管总局', [`国家市场监管总局 ${市监} national`]],
    ['教育厅', ['教育厅 教育局 province']],
    ['市市场监管局', [`市市场监管局 ${市监} city`]],
    ['市场监管局', [`市场监管局 ${市监} null`]],
    ['区市场监管局', [`区市场监管局 ${市监} county`]],
    ['旗农牧局', ['旗农牧局 农业农村局 county'], ['former-body']],
    ['吕梁市公安局', ['吕梁市公安局 公安局 city']],
    ['汾阳市公安局', ['汾阳市公安局 公安局 county']],
    ['北京市朝阳区城管执法局', ['北京市朝阳区城管执法局 城市管理局 county']],
    ['清河市教育局', ['清河市教育局 教育局 city'], ['unlisted-place']],
    ['吕梁经开区市场监管局', [`吕梁经开区市场监管局 ${市监} county`]],
    ['第八师市场监管局', [`第八师市场监管局 ${市监} city`]],
    ['晋阳海关', ['晋阳海关 海关 null']],
    ['市海关', ['市海关 海关 city']],
    ['海关总署', ['海关总署 海关 national']],
    ['国家税务总局', ['国家税务总局 税务局 national']],
    ['市国税局', ['市国税局 税务局 city'], ['former-body']],
    ['市消防救援支队', ['市消防救援支队 消防救援机构 city']],
    ['省消防救援总队', ['省消防救援总队 消防救援机构 province']],
    ['县消防大队', ['县消防大队 消防救援机构 county']],
    ['市防震减灾中心', ['市防震减灾中心 地震局 city']],
    ['市人防办', ['市人防办 人民防空办公室 city']],
    ['市委网信办', ['市委网信办 党委网络安全和信息化委员会办公室 city']],
    ['市直机关工委', ['市直机关工委 直属机关工作委员会 city']],
    ['国家税务总局吕梁市税务局', ['国家税务总局吕梁市税务局 税务局 city']],
    ['中国人民银行吕梁市分行', ['中国人民银行吕梁市分行 中国人民银行分支机构 null']],
    ['国家金融监督管理总局吕梁监管分局', ['国家金融监督管理总局吕梁监管分局 国家金融监督管理总局派出机构 null']],
    ['国家统计局吕梁调查队', ['国家统计局吕梁调查队 国家统计局调查队 null']],
    ['市中级人民法院、市检察院', ['市中级人民法院 人民法院 city', '市检察院 人民检察院 city']],
    ['团市委、市红十字会', ['团市委 共青团委员会 null', '市红十字会 红十字会 city']],
    ['市公安局交警支队', ['市公安局交警支队 公安机关交通管理部门 city']],
    ['市生态环境局离石分局', ['市生态环境局离石分局 生态环境局 city']],
    ['属地公安机关', ['属地公安机关 公安局 null']],
    ['市烟草专卖局（公司）', ['市烟草专卖局 烟草专卖局 city (公司)']],
    // former and merged bodies
    ['市工商局、市质监局', [`市工商局 ${市监} city`, `市质监局 ${市监} city`], ['former-body', 'former-body']],
    ['市环保局', ['市环保局 生态环境局 city'], ['former-body']],
    ['市安监局', ['市安监局 应急管理局 city'], ['former-body']],
    ['县教育体育局', ['县教育体育局 教育局 county'], ['merged-body']],
    // separators
    ['市公安局、市应急管理局', ['市公安局 公安局 city', '市应急管理局 应急管理局 city']],
    ['市公安局，市应急管理局；', ['市公安局 公安局 city', '市应急管理局 应急管理局 city']],
    ['市教育局/市民政局', ['市教育局 教育局 city', '市民政局 民政局 city']],
    ['市市场监管局\n市税务局', [`市市场监管局 ${市监} city`, '市税务局 税务局 city']],
    ['市市场监管局 市税务局', [`市市场监管局 ${市监} city`, '市税务局 税务局 city'], ['split-at-space']],
    ['市市场监管局市税务局', [`市市场监管局 ${市监} city`, '市税务局 税务局 city'], ['run-together']],
    ['市公安局和市应急管理局', ['市公安局 公安局 city', '市应急管理局 应急管理局 city']],
    ['市发展和改革委员会及市商务局', ['市发展和改革委员会 发展和改革委员会 city', '市商务局 商务局 city']],
    ['市规划和自然资源局、市林业和草原局', ['市规划和自然资源局 自然资源局 city', '市林业和草原局 林业和草原局 city']],
    [
      '市工业和信息化局与市住房和城乡建设局',
      ['市工业和信息化局 工业和信息化局 city', '市住房和城乡建设局 住房和城乡建设局 city'],
    ],
    ['市公安局（牵头）和市税务局', ['市公安局 公安局 city (牵头)', '市税务局 税务局 city']],
    ['民族、宗教事务局', ['民族、宗教事务局 民族宗教事务局 null']],
    ['市委 宣传部', ['市委宣传部 党委宣传部 city']],
    ['国家税务总局 吕梁市税务局', ['国家税务总局吕梁市税务局 税务局 city']],
    ['市公安局 交警支队', ['市公安局交警支队 公安机关交通管理部门 city']],
    // what a list leaves out
    [
      '市市场监管局、公安局、生态环境局',
      [`市市场监管局 ${市监} city`, '市公安局 公安局 city <公安局', '市生态环境局 生态环境局 city <生态环境局'],
      ['body-repaired', 'body-repaired'],
    ],
    ['市场监管局、市税务局', [`市市场监管局 ${市监} city <市场监管局`, '市税务局 税务局 city'], ['body-repaired']],
    [
      '市委宣传部、统战部、公安局',
      ['市委宣传部 党委宣传部 city', '市委统战部 党委统战部 city <统战部', '市公安局 公安局 city <公安局'],
      ['body-repaired', 'body-repaired'],
    ],
    ['教育、卫生健康部门', ['教育部门 教育局 null <教育', '卫生健康部门 卫生健康委员会 null'], ['body-repaired']],
    ['公安、市场监管局', ['公安局 公安局 null <公安', `市场监管局 ${市监} null`], ['body-repaired']],
    [
      '市市场监管、市交通运输局',
      [`市市场监管局 ${市监} city <市市场监管`, '市交通运输局 交通运输局 city'],
      ['body-repaired'],
    ],
    ['市场监管', [`市场监管 ${市监} null`], ['bare-body-name']],
    ['省教育', ['省教育 教育局 province'], ['bare-body-name']],
    ['教育行政部门部门', ['教育行政部门 教育局 null <教育行政部门部门'], ['body-repaired']],
    ['市公安局、晋阳海关', ['市公安局 公安局 city', '晋阳海关 海关 null']],
    ['省市场监管局、市公安局、教育局', [`省市场监管局 ${市监} province`, '市公安局 公安局 city', '教育局 教育局 null']],
    ['市场监管局、县（市、区）市场监管局', [`市场监管局 ${市监} null`, `县（市、区）市场监管局 ${市监} county`]],
    ['各县（市、区）公安局、教育局', ['各县（市、区）公安局 公安局 county', '教育局 教育局 null']],
    // levels
    [
      '市、县（市、区）粮食部门',
      [
        '市粮食部门 粮食和物资储备局 city <市、县（市、区）粮食部门',
        '县（市、区）粮食部门 粮食和物资储备局 county <市、县（市、区）粮食部门',
      ],
    ],
    [
      '市、县级城市管理部门',
      [
        '市城市管理部门 城市管理局 city <市、县级城市管理部门',
        '县级城市管理部门 城市管理局 county <市、县级城市管理部门',
      ],
    ],
    [
      '市县级城市管理部门',
      ['市城市管理部门 城市管理局 city <市县级城市管理部门', '县级城市管理部门 城市管理局 county <市县级城市管理部门'],
    ],
    [
      '省、市、县三级市场监管部门',
      ['省', '市', '县'].map(
        (word, i) => `${word}市场监管部门 ${市监} ${['province', 'city', 'county'][i]} <省、市、县三级市场监管部门`,
      ),
    ],
    [
      '各市、县（市、区）市场监管局',
      ['各市', '县（市、区）'].map(
        (word, i) => `${word}市场监管局 ${市监} ${['city', 'county'][i]} <各市、县（市、区）市场监管局`,
      ),
    ],
    [
      '市、县级公安、教育部门',
      [
        '市公安部门 公安局 city <市、县级公安',
        '县级公安部门 公安局 county <市、县级公安',
        '市教育部门 教育局 city <教育部门',
        '县级教育部门 教育局 county <教育部门',
      ],
      ['body-repaired', 'body-repaired'],
    ],
    ['各县（市、区）市场监管局', [`各县（市、区）市场监管局 ${市监} county`]],
    ['区、县市场监管局', [`区、县市场监管局 ${市监} county`]],
    ['各县区、开发区市场监管局', [`各县区、开发区市场监管局 ${市监} county`]],
    ['市级教育部门', ['市级教育部门 教育局 city']],
    ['各级市场监管部门', [`各级市场监管部门 ${市监} null`]],
    ['县级以上人民政府教育行政部门', ['县级以上人民政府教育行政部门 教育局 null']],
    ['市区城市管理局', ['市区城市管理局 城市管理局 null'], ['unclear-level']],
    ['各市（县、区）水行政主管部门', ['各市（县、区）水行政主管部门 水利局 null'], ['unclear-level']],
    // brackets
    ['市委宣传部 (市新闻出版局)', ['市委宣传部 党委宣传部 city =市新闻出版局'], ['second-name-plate']],
    ['市发改委（加挂粮食局牌子）', ['市发改委 发展和改革委员会 city =粮食局'], ['second-name-plate']],
    ['市公安局（牵头）、（配合）市税务局', ['市公安局 公安局 city (牵头)', '市税务局 税务局 city (配合)']],
    [
      '文化和旅游或\n卫生健康或宣传部门(检查电影院时宣传部门发起)',
      [
        '文化和旅游部门 文化和旅游局 null <文化和旅游',
        '卫生健康部门 卫生健康委员会 null <卫生健康 (或)',
        '宣传部门 党委宣传部 null (或；检查电影院时宣传部门发起)',
      ],
      ['body-repaired', 'body-repaired'],
    ],
    // nobody, not everybody, nobody in particular
    ['无', []],
    ['无配合部门', []],
    ['/', [], ['placeholder-cell']],
    ['——', [], ['placeholder-cell']],
    ['市公安局等', ['市公安局 公安局 city <市公安局等 (等)'], ['open-body-list']],
    [
      '公安、税务等部门',
      ['公安部门 公安局 null <公安', '税务部门 税务局 null <税务等部门 (等部门)'],
      ['body-repaired', 'body-repaired', 'open-body-list'],
    ],
    ['各相关部门', ['各相关部门 相关部门 null'], ['unnamed-body']],
    ['市直有关部门', ['市直有关部门 相关部门 city'], ['unnamed-body']],
    ['负责药品监督管理的部门', ['负责药品监督管理的部门 相关部门 null'], ['unnamed-body']],
    ['局机关各科室', ['局机关各科室 本部门 null'], ['unnamed-body']],
    // not in the registry
    ['消保市场股', ['消保市场股 消保市场股 null'], ['unknown-body']],
    ['市老龄事业促进中心', ['市老龄事业促进中心 老龄事业促进中心 city'], ['unknown-body']],
    ['县局', ['县局 局 county'], ['unknown-body']],
    ['园林和林业绿化局', ['园林和林业绿化局 园林和林业绿化局 null'], ['unknown-body']],
    ['市公安局治安支队', ['市公安局治安支队 公安局治安支队 city'], ['unknown-body']],
    // named twice
    ['市公安局、市税务局、市公安局', ['市公安局 公安局 city', '市税务局 税务局 city'], ['repeated-body']],
    ['市文旅局、市文化和旅游局', ['市文旅局 文化和旅游局 city'], ['repeated-body']],
    ['太原海关、晋阳海关', ['太原海关 海关 null', '晋阳海关 海关 null']],
    // script
    ['市衛生健康委員會', ['市衛生健康委員會 卫生健康委员会 city'], ['traditional-characters']],
    ['衛(wèi)生健康部門', ['衛生健康部門 卫生健康委员会 null <衛（wèi）生健康部門'], ['traditional-characters']],
  ])('%j', (text, value, findings = []) => {
    expect(read(text)).toEqual(value);
    expect(codes(text)).toEqual(findings);
  });

  test.each(['', '  ', '\n'])('a blank cell %j says nothing', text => {
    expect(bodies.parse(text)).toEqual({ value: null, by: null, findings: [] });
  });

  test('keys are in canonical order', () => {
    const [first] = bodies.parse('文化和旅游或宣传部（市新闻出版局）（甲）').value ?? [];
    const [, second] = bodies.parse('公安或教育、税务等部门').value ?? [];
    const order = ['name', 'printed', 'unit', 'level', 'alias', 'note'];
    for (const body of [first, second])
      expect(Object.keys(body!)).toEqual(order.filter(key => Object.hasOwn(body!, key)));
  });
});

describe('words seen in published plans', () => {
  test.each([
    ['市邮政管理局、\n市公安局', ['邮政管理局', '公安局']],
    ['市医保局', ['医疗保障局']],
    ['市审批服务管理局', ['行政审批服务管理局']],
    ['市园林局', ['园林绿化局']],
    ['市交通局、\n市市场监管局', ['交通运输局', 市监]],
    [
      '卫生健康或\n文化和旅游、宣传部门、消防救援机构',
      ['卫生健康委员会', '文化和旅游局', '党委宣传部', '消防救援机构'],
    ],
    ['县级以上市场监管\n部门', [市监]],
    ['各区县市场监管部门', [市监]],
    ['市县级城市园林绿化主管部门', ['园林绿化局', '园林绿化局']],
    ['市、縣級教育行政部門部門', ['教育局', '教育局']],
    ['縣局、各市場監管所、實行綜合行政執法的鎮街', ['局', '市场监督管理所', '乡镇人民政府和街道办事处']],
    ['市城市管理综合执法局、市发展和改革委', ['城市管理局', '发展和改革委员会']],
    ['省住建厅、省人社厅、省卫健委', ['住房和城乡建设局', '人力资源和社会保障局', '卫生健康委员会']],
  ])('%j', (text, units) => {
    expect(bodies.parse(text, city).value?.map(({ unit }) => unit)).toEqual(units);
  });
});

describe('the context is evidence', () => {
  test.each<[string, CellContext, string[]]>([
    ['市场监管局', { ...city, column: ['市市场监管局', '市公安局'] }, [`市市场监管局 ${市监} city <市场监管局`]],
    ['市市场监管', { ...city, column: ['市市场监管局'] }, [`市市场监管局 ${市监} city <市市场监管`]],
    ['市发改', { ...city, column: ['市发改委'] }, ['市发改委 发展和改革委员会 city <市发改']],
    // another body's prefix, two prefixes, a prefix of many, or of another level than the plan's prove nothing
    ['教育局', { ...city, column: ['市市场监管局', '市公安局'] }, ['教育局 教育局 null']],
    ['市场监管局', { ...city, column: ['市市场监管局', '省市场监管局'] }, [`市场监管局 ${市监} null`]],
    ['市场监管局', { ...city, column: ['各县（市、区）市场监管局'] }, [`市场监管局 ${市监} null`]],
    ['市场监管局', { level: 'county', column: ['市市场监管局'] }, [`市场监管局 ${市监} null`]],
    ['市发改', { ...city, column: ['市发改委', '县发改局'] }, ['市发改 发展和改革委员会 city']],
    // 市 in the plan of a county-level city, of a municipality, of its district; 区 in an autonomous region
    ['市公安局', { level: 'county', region: '汾阳市' }, ['市公安局 公安局 county']],
    ['市公安局', { level: 'province', region: '北京市' }, ['市公安局 公安局 province']],
    ['市公安局', { level: 'county', region: '渝中区' }, ['市公安局 公安局 province']],
    ['市公安局', { level: 'county', region: '离石区' }, ['市公安局 公安局 city']],
    ['区公安厅', { level: 'province', region: '广西壮族自治区' }, ['区公安厅 公安局 province']],
    [
      '省发展改革委、教育厅',
      { level: 'province', region: '山西省' },
      ['省发展改革委 发展和改革委员会 province', '省教育厅 教育局 province <教育厅'],
    ],
  ])('%j in %j', (text, context, value) => {
    expect(read(text, context)).toEqual(value);
  });
});

describe('what is no list of bodies is refused', () => {
  test.each([
    '区/市）',
    '市场监管局））',
    ...bodies.refusals.filter(text => !['锟斤拷', '同上'].includes(text)),
    '根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次',
    '检查电影院',
    '市公安局牵头，市税务局配合',
    '牵头部门：市公安局',
    '市公安局、12345',
    '市公安局）',
    '（市公安局）',
    '市、县',
    '各县（市、区）',
    '吕梁市',
    '公共场所',
    '加油站、加气站',
    '保安公司',
    '校外培训机构',
    '从事种畜禽生产经营的单位',
    '商业银行',
    '俱乐部',
    '歌舞厅、游艺厅',
    '20%；1次/年',
    '2023年10月至11月',
    '市抽市查',
    '定向',
    'XX局',
    '啊',
    '。',
  ])('%j', text => {
    const { value, by, findings } = bodies.parse(text, city);
    expect({ value, by, codes: findings.map(({ code }) => code) }).toEqual({
      value: null,
      by: null,
      codes: ['unread-cell'],
    });
  });

  test.each([
    ['锟斤拷', 'garbled-text'],
    ['甯傚競鍦虹洃绠″眬銆佸競', 'garbled-text'],
    ['同上', 'ditto-cell'],
  ])('%j with its reason', (text, code) => {
    expect(bodies.parse(text, city)).toMatchObject({ value: null, findings: [{ code }] });
  });
});

describe('notations', () => {
  test.each(bodies.notations.flatMap(({ name, examples }) => examples.map(example => [name, example] as const)))(
    '%s reads %j',
    (name, example) => {
      expect(bodies.parse(example).by).toBe(name);
    },
  );
});

describe('the registry', () => {
  const units = [...listUnits()];
  const names = units.flatMap(unit => unit.names.map(name => [unit.unit, name] as const));

  test('has the usual bodies, each under many names', () => {
    expect(units.length).toBeGreaterThan(120);
    expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length);
    expect(names.length).toBeGreaterThan(10_000);
  });

  test('gives every name its unit, under every prefix', () => {
    const prefixes = [
      ['市', 'city'],
      ['县', 'county'],
      ['省', 'province'],
      ['吕梁市', 'city'],
      ['汾阳市', 'county'],
      ['山西省', 'province'],
      ['各县（市、区）', 'county'],
      ['北京市朝阳区', 'county'],
    ] as const;
    const wrong = names.flatMap(([unit, name], i) => {
      const [prefix, level] = prefixes[i % prefixes.length]!;
      const { value } = bodies.parse(prefix + name);
      const [body] = value ?? [];
      const right = value?.length === 1 && body?.name === prefix + name && body.unit === unit && body.level === level;
      return right ? [] : [prefix + name];
    });
    expect(wrong).toEqual([]);
  });

  test('a lost character never gives another body unreported, but for short names of real bodies', () => {
    const silent = new Set<string>();
    for (const [unit, name] of names.filter(([unit], i) => i % 7 === 0 && unit !== '开发区管理委员会'))
      for (let i = 1; i <= name.length; i++) {
        const text = `市${name.slice(0, i - 1)}${name.slice(i)}`;
        const { value, findings } = bodies.parse(text);
        const [body] = value ?? [];
        const other = body && (body.unit !== unit || (body.level !== null && body.level !== 'city'));
        if (other && value!.length === 1 && findings.length === 0) silent.add(text);
      }
    // 市药监局 for 市食药监局, 市工信局 for 市科工信局, 市政府 for 市政府办: each is right as it stands.
    const right = [...silent].filter(text => lookup(text.slice(1)) ?? lookup(text));
    expect([...silent].filter(text => !right.includes(text))).toEqual([]);
    expect(silent.size).toBeLessThan(30);
  });
});

describe('laws', () => {
  const all = [...listUnits()].flatMap(({ names }) => names.slice(0, 6));
  const name = fc.constantFrom(...all, '教育', '公安', '市场监管', '民族', '宗教', '文化', '消保市场股', '某某中心');
  const lead = fc.constantFrom(
    '',
    '',
    '市',
    '县',
    '省',
    '吕梁市',
    '各县（市、区）',
    '市、县',
    '市县级',
    '县级以上',
    '各',
    '属地',
    '市区',
    '清河市',
  );
  const tail = fc.constantFrom('', '', '', '（牵头）', '（市新闻出版局）', '等部门');
  const body = fc.tuple(lead, name, tail).map(parts => parts.join(''));
  const visible = ['、', '、', '，', '；', '和', '或', '/'];
  const cellOf = (separators: readonly string[]) =>
    fc
      .array(fc.tuple(body, fc.constantFrom(...separators)), { minLength: 1, maxLength: 5 })
      .map(parts => parts.map(([text, after], i) => (i < parts.length - 1 ? text + after : text)).join(''));
  const cell = cellOf([...visible, ' ', '\n', '']);
  const canonical = (value: readonly Body[]): Body[] => value.map(({ printed: _, ...body }) => body);

  test('parse undoes format, and format is idempotent', () => {
    let seen = 0;
    fc.assert(
      fc.property(cell, text => {
        const { value } = bodies.parse(text, city);
        if (value === null) return;
        seen++;
        const written = bodies.format(value);
        const again = bodies.parse(written, city).value!;
        expect(canonical(again)).toEqual(canonical(value));
        expect(bodies.format(again)).toBe(written);
        expect(bodies.schema.safeParse(value).success).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  test('nobody is written 无', () => {
    expect(bodies.format([])).toBe('无');
    expect(bodies.parse('无').value).toEqual([]);
  });

  test('the width of punctuation, and white space that is not the only separator, change nothing', () => {
    fc.assert(
      fc.property(cellOf(visible), text => {
        const wide = text
          .replaceAll('、', ' 、\n')
          .replaceAll('（', ' (')
          .replaceAll('）', ' )')
          .replaceAll('；', '; ');
        expect(bodies.parse(wide, city).value).toEqual(bodies.parse(text, city).value);
      }),
      { numRuns: 500 },
    );
  });

  test('never throws', () => {
    const near = fc.string({
      unit: fc.constantFrom(...'市县区省各委局厅部、，（）和或等级以上公安教育市场监管 \n/3%（“”wè門衛'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), text => {
        const { value, findings } = bodies.parse(text, { ...city, column: [text, '市公安局'] });
        if (value === null && text.trim() !== '')
          expect(findings.length + (bodies.parse(text).by === null ? 1 : 0)).toBeGreaterThan(0);
        for (const finding of findings) expect(diagnose(finding).message.zh).not.toMatch(/\{\w+\}/);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    '市公安局、',
    '市、',
    '局',
    '（',
    '市公安局和',
    '市公安局',
    '各县（市、',
    '的',
    '部门',
    '（a）',
    '等',
    '公安、',
    '民族、宗教、',
  ])('is quick on %j again and again', unit => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    bodies.parse(text, { ...city, column: [text] });
  });
});
