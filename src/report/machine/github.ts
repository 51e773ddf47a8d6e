import type { Severity } from '../../model/diagnostic.ts';
import type { Judged, ReportedFile } from '../findings.ts';

// Workflow commands of GitHub Actions, https://docs.github.com/actions/reference/workflow-commands-for-github-actions
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Annotations of GitHub Actions, one line each; what is waived is none. */
export const toGithub = (files: readonly ReportedFile[], language: 'zh' | 'en'): string =>
  files
    .flatMap(({ path, findings }) =>
      findings.filter(({ accepted }) => !accepted).map(finding => annotation(path, finding, language)),
    )
    .map(line => `${line}\n`)
    .join('');

function annotation(path: string, finding: Judged, language: 'zh' | 'en'): string {
  const place = finding.places.find(one => 'line' in one);
  const properties = [
    ['file', path.replaceAll('\\', '/')],
    ...(place && 'line' in place
      ? [
          ['line', String(place.line)],
          ['col', String(place.column)],
        ]
      : []),
    ['title', [finding.address, finding.code].filter(part => part !== '').join(' ')],
  ].map(([name, value]) => `${name}=${escapeProperty(value!)}`);
  return `::${commands[finding.severity]} ${properties.join(',')}::${escapeData(finding.message[language])}`;
}
