import { readName } from './bodies/name.ts';
import { simplify } from './traditional.ts';

/** How names of public bodies end. */
const ending =
  /(?:局|委|厅|部|部门|办|办公室|署|院|中心|支队|总队|大队|中队|海关|所|站|机构|银行|分行|支行|公司|管理处|服务处|办事处|委员会|红十字会|协会|工会|联合会|[妇残文侨]联|工商联|科协|政协|政府|机关)$/u;
/** Endings of words that are mostly none. Here the registry decides, which is not loaded for anything else. */
const rareEnding = /[处室队伍馆段行社会网协大团议组镇道街台）]$/u;

/** Words that end like a body and are none: 全部, 统一部署, 公共场所, 加油站; and 市委, which opens 市委宣传部. */
const none =
  /(?:^.?(?:全部|[内外干]部)|俱乐部|部署|场所|加[油气]站|充电站|^(?!团)[^团]{0,8}[省市县区州盟旗]委|^党委)$/u;

/** Chinese characters, with brackets that close; one may open before: 区）教育局 is what folding sees of 县（市、区）教育局. */
const form = /^(?:\p{Script=Han}+）)?\p{Script=Han}(?:\p{Script=Han}|（\p{Script=Han}+）)*$/u;

/** True where a text is one complete body name, by its form or in the registry: what a space may stand between. */
export function isBodyName(text: string): boolean {
  if (text.length < 2 || text.length > 32 || !form.test(text)) return false;
  const name = simplify(text);
  return ending.test(name) ? !none.test(name) : rareEnding.test(name) && readName(name, {}) !== null;
}
