import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Text of a document as HTML text or attribute value: nothing in it can become markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

/** A stylesheet or browser script of a page, from `report/assets`. */
export const asset = (name: string): string => readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');

export interface Page {
  readonly title: string;
  /** BCP 47: `zh-CN`, `en`. */
  readonly language: string;
  readonly style: string;
  /** Markup; whatever comes from a document is escaped in it. */
  readonly body: string;
  /** Runs in the page; reads `data` as `JSON.parse(document.getElementById('data').textContent)`. */
  readonly script?: string;
  readonly data?: unknown;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * One self-contained HTML file: style, script and data inside, and a policy that lets nothing else run and nothing be loaded
 * or sent (Content Security Policy Level 3: only the hashed style and script, images only from data: URLs).
 */
export function renderPage({ title, language, style, body, script = '', data }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${script === '' ? "'none'" : hash(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${data === undefined ? '' : `<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`}${script === '' ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}
