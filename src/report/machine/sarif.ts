import { toJson } from '../../emit/json.ts';
import { catalogue, codes } from '../../model/catalogue/index.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { formatPlace, type Place } from '../../model/place.ts';
import type { Judged, ReportedFile } from '../findings.ts';

// SARIF 2.1.0, OASIS Standard (27 March 2020); the numbers in comments are its sections.
type Language = 'zh' | 'en';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const tags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The report as a SARIF log with one run; rules are told in both languages (3.14.9: translations), messages in one. */
export function toSarif(
  files: readonly ReportedFile[],
  { language, version }: { language: Language; version: string },
): string {
  const used = codes.filter(code => files.some(({ findings }) => findings.some(finding => finding.code === code)));
  const index = new Map(used.map((code, i) => [code as string, i]));
  const other = language === 'zh' ? 'en' : 'zh';
  return toJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'choucha',
            version,
            language: tags[language],
            rules: used.map(code => ({
              ...ruleText(code, language),
              defaultConfiguration: { level: levels[catalogue[code].severity] },
            })),
          },
        },
        language: tags[language],
        translations: [
          {
            name: 'choucha',
            language: tags[other],
            contents: ['localizedData'],
            rules: used.map(code => ruleText(code, other)),
          },
        ],
        columnKind: 'unicodeCodePoints',
        artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: files.flatMap(({ path, findings }, artifact) =>
          findings.map(finding =>
            resultOf(finding, { uri: uriOf(path), index: artifact }, index.get(finding.code)!, language),
          ),
        ),
      },
    ],
  });
}

/** A rule's sentences: what stands for a parameter becomes an ellipsis. */
function ruleText(code: (typeof codes)[number], language: Language): object {
  const { message, hint } = catalogue[code];
  const plain = (text: string) => text.replace(/\{\w+\}/g, '…');
  return {
    id: code,
    shortDescription: { text: plain(message[language]) },
    help: { text: plain(hint[language]) },
  };
}

/** A URI reference (RFC 3986); relative to wherever the program ran unless the path is absolute. */
export function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(parts[0]!);
  const uri = parts.map((part, i) => (drive && i === 0 ? part : encodeURIComponent(part))).join('/');
  if (drive) return `file:///${uri}`;
  return path.startsWith('/') ? `file://${uri}` : uri;
}

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function resultOf(finding: Judged, artifact: Artifact, ruleIndex: number, language: Language): object {
  const { code, severity, message, address, fingerprint, places, cause, waived, accepted } = finding;
  const logical = address === '' ? [] : [{ fullyQualifiedName: address, kind: 'element' }];
  const locations = (places.length > 0 ? places : [null]).map(place => ({
    physicalLocation: { artifactLocation: artifact, ...(place && 'line' in place && { region: regionOf(place) }) },
    ...(logical.length > 0 && { logicalLocations: logical }),
    // A page and box, a table's cell or a sheet's cell is no region of text: it stands in words.
    ...(place && !('line' in place) && { message: { text: formatPlace(place) } }),
  }));
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message[language] },
    locations,
    ...(fingerprint !== '' && { partialFingerprints: { 'choucha/v1': fingerprint } }),
    // 3.35: decided outside the source.
    ...(waived &&
      accepted && {
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: [waived.reason, waived.by, waived.date].filter(Boolean).join(', '),
          },
        ],
      }),
    ...(cause && { properties: { cause: cause.in, evidence: cause.evidence[language] } }),
  };
}

const regionOf = ({ line, column }: Extract<Place, { line: number }>): object => ({
  startLine: line,
  startColumn: column,
});
