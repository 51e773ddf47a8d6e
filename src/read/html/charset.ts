import type { Finding } from '../../model/diagnostic.ts';
import { decode } from '../encoding.ts';

/** The encoding that a page says it is in, by its first `meta` or XML declaration; HTML wants it in the first kilobyte. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const meta =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return meta?.[1];
}

const canonical = (label: string): string => {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return label;
  }
};

/** Decodes a page: a byte order mark first, then what the page declares, if the bytes agree, then what they look like. */
export function decodePage(bytes: Uint8Array): { text: string; encoding: string; findings: readonly Finding[] } {
  const declared = declaredCharset(bytes);
  const decoded = decode(bytes, declared);
  if (declared === undefined || canonical(declared) === decoded.encoding) return decoded;
  // Plain ASCII is the same in all of them.
  if (!/[^\0-\x7f]/.test(decoded.text)) return decoded;
  const finding: Finding = { code: 'charset-corrected', params: { declared, used: decoded.encoding } };
  return { ...decoded, findings: [finding, ...decoded.findings] };
}
