import { readdir, realpath, stat } from 'node:fs/promises';

/**
 * The files below a folder that are wanted by their name, as paths below it, sorted. Each folder is read once, by its own name
 * rather than by a link to it, so that links in a circle end. A link that leads nowhere and a folder that cannot be read are given like
 * files: reading them says why.
 */
export async function documentsBelow(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  let links: string[] = [];

  const walk = async (below: string): Promise<void> => {
    const path = below === '' ? folder : `${folder}/${below}`;
    const real = await realpath(path).catch(() => path);
    if (seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (!entries) found.push(below);
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isSymbolicLink()) links.push(name);
      else if (entry.isFile() && isWanted(name)) found.push(name);
    }
  };

  await walk('');
  while (links.length > 0) {
    const round = links.sort();
    links = [];
    for (const name of round) {
      const target = await stat(`${folder}/${name}`).catch(() => null);
      if (target?.isDirectory()) await walk(name);
      else if ((!target || target.isFile()) && isWanted(name)) found.push(name);
    }
  }
  return found.sort();
}
