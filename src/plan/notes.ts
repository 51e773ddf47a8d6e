import { foldText } from '../fields/fold.ts';
import { hasOwnMark, isAttachmentMark, isSignature, type Line, opensNotes } from '../locate/index.ts';

/** The lines below a table: what is a note, what is other prose. */
export interface Below {
  /** Folded, one per note. */
  readonly notes: readonly string[];
  readonly noteLines: ReadonlySet<Line>;
}

/** From the first note mark on; a line without a mark of its own continues the one above; a signature ends them. */
export function readNotes(below: readonly Line[]): Below {
  const notes: string[] = [];
  const noteLines = new Set<Line>();
  let open = false;
  for (const line of below) {
    const text = foldText(line.text);
    if (opensNotes(text)) open = true;
    else if (isSignature(text) || isAttachmentMark(text)) open = false;
    if (!open) continue;
    noteLines.add(line);
    // 备注： alone on its line opens the note that follows.
    const bare = notes.length === 1 && /^[\p{Script=Han}]{1,6}：?$/u.test(notes[0]!);
    if (notes.length === 0 || (hasOwnMark(text) && !bare)) notes.push(text);
    else notes[notes.length - 1] = foldText(`${notes.at(-1)} ${text}`);
  }
  return { notes, noteLines };
}
