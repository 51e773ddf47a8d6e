import { Refusal } from '../model/refusal.ts';
import { type Element, elements, parseXml } from './xml.ts';
import { openArchive } from './zip.ts';

/** A relationship of a part to another (ECMA-376 part 2, clause 9): what it is for, and where it leads. */
export interface Relation {
  readonly id: string;
  /** Last step of the type's URI: `header`, `worksheet`, `comments`. */
  readonly type: string;
  /** Name of the part inside the package; for an external one, what the file says. */
  readonly target: string;
  readonly external: boolean;
}

/** An office file in Open Packaging Conventions: DOCX, XLSX. */
export interface Package {
  readonly has: (name: string) => boolean;
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The part as a tree, undefined where there is no such part. */
  readonly tree: (name: string, skip?: ReadonlySet<string>) => Element | undefined;
  /** What a part leads to; `''` is the package itself. */
  readonly relations: (name: string) => readonly Relation[];
}

const folderOf = (name: string): string[] => name.split('/').slice(0, -1);

// A target is relative to its part's folder, or with a leading slash to the package.
function resolve(target: string, from: string): string {
  const path = target.startsWith('/') ? [] : folderOf(from);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

export function openPackage(bytes: Uint8Array): Package {
  const archive = openArchive(bytes);
  const names = new Set(archive.names);
  const tree: Package['tree'] = (name, skip) => {
    const part = archive.part(name);
    return part && parseXml(part, name, skip);
  };
  const relations: Package['relations'] = name => {
    const folder = folderOf(name)
      .map(step => `${step}/`)
      .join('');
    const root = tree(`${folder}_rels/${name.slice(folder.length)}.rels`);
    if (!root) return [];
    return elements(root).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const external = TargetMode === 'External';
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      return { id: Id, type, external, target: external ? Target : resolve(Target, name) };
    });
  };
  return { has: name => names.has(name), bytes: archive.part, tree, relations };
}

/** The name of the package's main part: `word/document.xml`, `xl/workbook.xml`, as a rule. */
export function mainPart(office: Package, usual: string): string {
  const named = office.relations('').find(relation => relation.type === 'officeDocument')?.target;
  const part = named !== undefined && office.has(named) ? named : usual;
  if (!office.has(part)) throw new Refusal({ code: 'broken-package', params: { part } });
  return part;
}
