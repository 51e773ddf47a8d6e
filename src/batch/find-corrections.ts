import { readFile } from 'node:fs/promises';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';

/** A corrections file. */
export interface FoundCorrections {
  readonly path: string;
  readonly text: string;
}

/** Where the decisions on a source stand unless another file is named: beside it, under its whole name. */
export const besideSource = (source: string): string => `${source}.corrections.yaml`;

/** The corrections file of a source: the one named, which must be there, else the one beside it, which may be. */
export async function findCorrections(
  source: string,
  named?: string,
): Promise<FoundCorrections | { readonly path: string; readonly unreadable: Diagnostic } | null> {
  const path = named ?? besideSource(source);
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    // A source whose name leaves no room for the ending has no file of that name.
    if (named === undefined && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return null;
    return { path, unreadable: diagnose({ code: 'unreadable-file', params: { reason: code } }) };
  }
}
