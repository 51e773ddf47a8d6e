import type { Bilingual } from '../model/diagnostic.ts';

export type Language = 'zh' | 'en';

/** `--lang`, else the locale of the shell, else that of the system. */
export function chooseLanguage(asked: string | undefined): Language {
  const locale =
    asked ??
    [process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG].find(value => value) ??
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

export const say = (text: Bilingual, language: Language): string => text[language];
