/** How the name of a public body ends. */
const suffix =
  /(?:局|委|委员会|厅|部|部门|办|办公室|署|院|中心|总队|支队|大队|中队|海关|税务|分局|所|站|机构|银行|公司|协会|法院|检察院|管理处|服务处)$/u;

/** True where a text is one complete body name: what a space may stand between. */
export const isBodyName = (text: string): boolean =>
  text.length >= 2 && text.length <= 24 && /^[\p{Script=Han}（）]+$/u.test(text) && suffix.test(text);
