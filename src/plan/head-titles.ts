/** What people call the properties of a plan that stand in its title block, in canonical order. */
export const headTitles = {
  title: { zh: '标题', en: 'title' },
  subtitle: { zh: '副标题', en: 'subtitle' },
  edition: { zh: '版次', en: 'edition' },
  year: { zh: '年度', en: 'year' },
  kind: { zh: '类型', en: 'kind' },
  region: { zh: '地区', en: 'region' },
  issuer: { zh: '发布机构', en: 'issuer' },
  documentNumber: { zh: '文号', en: 'document number' },
  issued: { zh: '成文或发布日期', en: 'day of issue' },
} as const;
