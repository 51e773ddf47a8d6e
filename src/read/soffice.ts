import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice as it is called here. */
export interface Converter {
  /** The program; by default looked for on the PATH and in the usual places. Null: it is not to be used. */
  readonly program?: string | null;
  /** Milliseconds until it is stopped; default two minutes. */
  readonly timeout?: number;
}

export type Conversion = { readonly bytes: Uint8Array } | { readonly failure: string };

const usualPlaces = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Where LibreOffice is installed, null where it is not. */
export async function findSoffice(path = process.env.PATH ?? ''): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice'];
  const onPath = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap(folder => names.map(name => join(folder, name)));
  for (const candidate of [...onPath, ...usualPlaces]) if (await isProgram(candidate)) return candidate;
  return null;
}

// A fresh profile asks nothing, runs no macro and follows no link of the document.
const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.Common/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${setting('Security/Scripting', 'MacroSecurityLevel', '3')}
${setting('Security/Scripting', 'DisableMacrosExecution', 'true')}
${setting('Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
</oor:items>
`;

/** Runs a program in a process group of its own, and ends the whole group when time is up or the reader gives up. */
function run(program: string, args: readonly string[], timeout: number, signal?: AbortSignal): Promise<string | null> {
  return new Promise(resolve => {
    const grouped = process.platform !== 'win32';
    const child = spawn(program, args, { detached: grouped, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let stopped: string | null = null;
    const stop = (why: string): void => {
      stopped ??= why;
      try {
        if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It has ended in the meantime.
      }
    };
    const timer = setTimeout(() => stop(`> ${timeout / 1000} s`), timeout);
    const abort = (): void => stop('aborted');
    signal?.addEventListener('abort', abort, { once: true });
    const finish = (failure: string | null): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(failure);
    };
    child.stderr.on('data', data => {
      said = (said + String(data)).slice(-500);
    });
    child.on('error', error => finish(error.message));
    // What it leaves running goes with it.
    child.on('exit', () => stop(''));
    child.on('close', code => finish(stopped || (code === 0 ? null : said.trim() || `exit ${code}`)));
  });
}

/**
 * Converts a document with LibreOffice, in a private profile and folder that are removed afterwards.
 * @param from extension of the document, `to` that of the wanted format: `docx`, `xlsx`
 * @returns null where LibreOffice is not there
 */
export async function convertWithSoffice(
  bytes: Uint8Array,
  from: string,
  to: string,
  { program, timeout = 120_000 }: Converter = {},
  signal?: AbortSignal,
): Promise<Conversion | null> {
  const soffice = program === undefined ? await findSoffice() : program;
  if (soffice === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'choucha-'));
  try {
    const user = join(folder, 'profile', 'user');
    await mkdir(user, { recursive: true });
    await writeFile(join(user, 'registrymodifications.xcu'), profile);
    const input = join(folder, `source.${from}`);
    await writeFile(input, bytes);
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'],
      ...['--convert-to', to, '--outdir', join(folder, 'out'), input],
    ];
    const failure = await run(soffice, args, timeout, signal);
    if (failure !== null) return { failure };
    return { bytes: new Uint8Array(await readFile(join(folder, 'out', `source.${to}`))) };
  } catch (error) {
    // LibreOffice says success and writes nothing where it cannot read a file.
    return { failure: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no output' : (error as Error).message };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
