import { bodies } from '../fields/bodies.ts';
import { isAttachmentMark, type Line } from '../locate/index.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { TracedCell } from '../model/traced.ts';
import { readImprint } from './imprint.ts';
import { findPlanRegion } from './plan-region.ts';
import { type Folded, fold, type Said, tracedLine } from './prose.ts';
import { findYear } from './prose-dates.ts';
import type { Notice } from './rules/index.ts';
import type { Plan } from './schema.ts';
import { editionInTitle, findTitle, readBelowTitle } from './title.ts';

/** What a plan says of itself, besides its tasks and notes. */
export type Head = Pick<
  Plan,
  'title' | 'subtitle' | 'edition' | 'year' | 'kind' | 'region' | 'issuer' | 'documentNumber' | 'issued'
>;

/** What the prose around a table says of the plan as a whole. */
export interface TitleBlock {
  readonly head: Head;
  readonly cells: Readonly<Record<string, TracedCell>>;
  /** The lines that are title, subtitle, edition or year; all others around the table are prose or notes. */
  readonly titleLines: ReadonlySet<Line>;
  readonly findings: readonly Notice[];
}

/** Reads the lines above and below a table; what they do not say is null. */
export function readTitleBlock(aboveLines: readonly Line[], belowLines: readonly Line[]): TitleBlock {
  const above = aboveLines.map(fold).filter(({ text }) => text !== '');
  const below = belowLines.map(fold).filter(({ text }) => text !== '');
  const found = findTitle(above);
  const title = found?.line.text ?? null;
  const under = readBelowTitle(found ? above.slice(found.next) : [], title ?? '');
  const inTitle = title === null ? null : editionInTitle(title);
  const others = above.filter(({ text }) => text !== title && !isAttachmentMark(text));
  const imprint = readImprint(above, below, found?.next ?? -1);

  const year = planYear(found?.line ?? null, under.year, others);
  const region = findPlanRegion(found?.line ?? null, under.subtitle?.line ?? null, others, imprint.issuer);
  const kind = findKind([title ?? '', under.subtitle?.text ?? '']);
  const issuer = imprint.issuer && bodies.parse(imprint.issuer.value, { level: region?.value?.level ?? null });

  const cells: Record<string, TracedCell> = {};
  const trace = (key: string, said: { by: string; line: Folded } | null, inferred = false) => {
    if (said) cells[key] = tracedLine(said.line, said.by, inferred ? 'inferred' : 'read');
  };
  trace('title', found && { by: 'title-line', line: found.line });
  trace('subtitle', under.subtitle && { by: 'subtitle-line', line: under.subtitle.line });
  trace(
    'edition',
    inTitle !== null
      ? { by: 'title-edition', line: found!.line }
      : under.edition && { by: 'edition-line', line: under.edition.line },
  );
  trace('year', year, year?.by === 'prose-year');
  trace('kind', kind && found && { by: 'title-kind', line: found.line });
  trace('region', region, region?.by === 'prose-region');
  for (const key of ['issuer', 'documentNumber', 'issued'] as const) trace(key, imprint[key]);

  return {
    head: {
      title,
      subtitle: under.subtitle?.text ?? null,
      edition: inTitle ?? under.edition?.text ?? null,
      year: year?.value ?? null,
      kind,
      region: region?.value ?? null,
      issuer: issuer?.value ?? [],
      documentNumber: imprint.documentNumber?.value ?? null,
      issued: imprint.issued?.value ?? null,
    },
    cells,
    titleLines: new Set([found, under.subtitle, under.edition, under.year].flatMap(part => part?.line.lines ?? [])),
    findings: [
      ...on('title', title === null ? [{ code: 'title-missing' }] : []),
      ...on('year', year ? inferred(year, { zh: '年度', en: 'year' }, 'prose-year') : [{ code: 'year-unstated' }]),
      ...on(
        'region',
        region ? [...inferred(region, { zh: '地区', en: 'region' }, 'prose-region'), ...region.findings] : [],
      ),
      ...on('issuer', issuer?.findings ?? []),
    ],
  };
}

const on = (key: keyof Head, findings: readonly Finding[]): Notice[] =>
  findings.map(finding => ({ ...finding, pointer: `/${key}` }));

const inferred = ({ by, line }: Said<unknown>, what: { zh: string; en: string }, when: string): Finding[] =>
  by === when
    ? [{ code: 'head-inferred', params: { what, text: line.text.slice(0, 40) }, places: line.lines[0]!.places }]
    : [];

/** The year from the title, else from a bracket under it, else from another line above the table. */
function planYear(
  title: Folded | null,
  bracket: { year: number; line: Folded } | null,
  others: readonly Folded[],
): Said<number> | null {
  const year = title && findYear(title.text);
  if (title && year !== null) return { value: year, by: 'title-year', line: title };
  if (bracket) return { value: bracket.year, by: 'bracketed-year', line: bracket.line };
  const line = others.findLast(({ text }) => /(?:19|20)\d\d年度/.test(text) && text.length <= 80);
  return line ? { value: findYear(/(?:19|20)\d\d年度/.exec(line.text)![0])!, by: 'prose-year', line } : null;
}

function findKind(texts: readonly string[]): Plan['kind'] {
  const joint = texts.some(text => /联合|跨部门|多部门/u.test(text));
  const departmental = texts.some(text => /本部门|部门内|内部|单部门/u.test(text));
  return joint === departmental ? null : joint ? 'joint' : 'departmental';
}
