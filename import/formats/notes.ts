/** Notes: several in one field, and several paragraphs in one of them. */
import type { Draft } from './fields.ts';
import { tidyText } from './fields.ts';
import { rayyanExtras } from './tables/rayyan.ts';

/** One a line; a line set in belongs to the note before it. */
export function joinNotes(notes: readonly string[]): string {
  return notes.map((note) => note.replaceAll('\n', '\n  ')).join('\n');
}

export const splitNotes = (text: string): string[] => text.split(/\n(?! {2})/);

/** Notes, each once; what another tool for screening wrote into them is taken out as what it is. */
export function takeNotes(written: readonly string[], draft: Draft): void {
  const notes: string[] = [];
  for (const text of written) {
    const read = draft.extras ? undefined : rayyanExtras(text);
    if (read) draft.extras = read.extras;
    const note = tidyText(draft, read?.rest ?? text);
    if (note !== '' && !notes.includes(note)) notes.push(note);
  }
  if (notes.length > 0) draft.reference.notes = notes;
}
