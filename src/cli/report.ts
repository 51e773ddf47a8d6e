import { type Diagnostic, type Severity, severities } from '../model/diagnostic.ts';
import { formatPlace } from '../model/place.ts';
import { addressOf } from '../plan/address.ts';
import type { Plan } from '../plan/schema.ts';
import type { Language } from './language.ts';

export type Threshold = Severity | 'never' | 'none';

/** At or above a level; `never` and `none` are above everything. */
export const reaches = (severity: Severity, threshold: Threshold): boolean =>
  threshold !== 'never' && threshold !== 'none' && severities.indexOf(severity) <= severities.indexOf(threshold);

/** A name as it is printed: on one line, and with nothing that a terminal would obey. */
export const shownName = (name: string): string =>
  name.replace(/\p{Cc}/gu, character =>
    character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** One line per diagnostic: `file:place [code] severity address: message`. */
export function diagnosticLine(file: string, diagnostic: Diagnostic, plan: Plan | null, language: Language): string {
  const place = diagnostic.places[0] ? formatPlace(diagnostic.places[0]) : (diagnostic.pointer ?? '');
  const address = diagnostic.pointer === undefined ? '' : addressOf(diagnostic.pointer, plan);
  const text = diagnostic.message[language].replace(/\s+/g, ' ');
  return `${shownName(file)}:${place} [${diagnostic.code}] ${diagnostic.severity} ${address === '' ? '' : `${address}: `}${text}`;
}

export const countBySeverity = (diagnostics: readonly Diagnostic[]): Record<Severity, number> =>
  Object.fromEntries(
    severities.map(severity => [severity, diagnostics.filter(diagnostic => diagnostic.severity === severity).length]),
  ) as Record<Severity, number>;

export function countsText(diagnostics: readonly Diagnostic[], language: Language): string {
  const { error, warning, info } = countBySeverity(diagnostics);
  return language === 'zh'
    ? `错误 ${error}，警告 ${warning}，提示 ${info}`
    : `${error} error${error === 1 ? '' : 's'}, ${warning} warning${warning === 1 ? '' : 's'}, ${info} info`;
}
