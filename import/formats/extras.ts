/**
 * Decisions, notes and codes in RIS: one line of JSON each under `U1` to `U3`, RIS's own fields for users, marked as
 * ours. Reference managers keep such fields, whatever they make of the rest. See docs/formats.md.
 */
import type { Extras } from '../reference.ts';
import type { FieldBag } from './field-bag.ts';

const extrasMark = 'underlag:';
const kinds = [
  { kind: 'decision', list: 'decisions', tag: 'U1', needs: ['stage', 'decision'] },
  { kind: 'code', list: 'codes', tag: 'U2', needs: ['code'] },
  { kind: 'note', list: 'notes', tag: 'U3', needs: ['text'] },
] as const;
/** Programs move custom fields about: the mark says what a line is, not the tag it stands under. */
const customTags = [
  'U1',
  'U2',
  'U3',
  'U4',
  'U5',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'N1',
];

export function extraLines(extras: Extras = {}): [tag: string, value: string][] {
  return kinds.flatMap(({ kind, list, tag }) =>
    (extras[list] ?? []).map((entry): [string, string] => [
      tag,
      `${extrasMark}${kind} ${JSON.stringify(entry)}`,
    ]),
  );
}

/** Takes our own lines out of a record; what only looks like one stays where it is. */
export function takeExtras(bag: FieldBag): Extras | undefined {
  // Nearly every file is somebody else's.
  if (bag.peek(customTags) === undefined) return undefined;
  const found: Record<string, Record<string, string>[]> = {};
  const taken = bag.where(customTags, (value) => entryOf(value) !== undefined);
  for (const { value } of taken) {
    const read = entryOf(value);
    if (read) found[read.list] = [...(found[read.list] ?? []), read.entry];
  }
  return taken.length > 0 ? (found as Extras) : undefined;
}

function entryOf(value: string) {
  if (!value.startsWith(extrasMark)) return undefined;
  const space = value.indexOf(' ');
  const kind = kinds.find((known) => known.kind === value.slice(extrasMark.length, space));
  if (!kind) return undefined;
  try {
    const entry: unknown = JSON.parse(value.slice(space + 1));
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return undefined;
    const isText = Object.values(entry).every((one) => typeof one === 'string');
    const isWhole = kind.needs.every((name) => name in entry);
    return isText && isWhole
      ? { list: kind.list, entry: entry as Record<string, string> }
      : undefined;
  } catch {
    return undefined;
  }
}
