/** A pasted list of DOIs, or of references as they are printed: only what is plain is filled in. */
import { isDoi } from '../../normalize/doi.ts';
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { aside, type Line, type LineReader, problem, readLines } from '../lines.ts';
import { pieceFromRoles, type RoleField } from '../roles.ts';
import { printedReference } from './printed-reference.ts';

export const plainList: Format = {
  id: 'plain-list',
  label: 'DOI / reference list',
  extensions: ['txt'],
  mediaType: 'text/plain',
  detect: detectList,
  read: (chunks) => readLines(chunks, listReader()),
};

const numbered = /^\s{0,6}(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+\S/;
const pmid = /^\s*(?:PMID:?\s*)?(\d{5,9})\s*$/i;
const yearLike = /\b(?:1[5-9]|20)\d{2}[a-z]?\b|\b(?:in press|n\.d\.|u\.å\.|forthcoming)/i;
const heading =
  /^\s*(?:references?|bibliography|literature|litteratur|referenser|referansar|källor|kilder|doi|dois|pmids?):?\s*$/i;
// So many lines tell how the list is laid out.
const settledLinesMax = 400;
const paragraphLinesMax = 40;

function detectList(head: string): number {
  // XML and HTML that no reader knows are no list, however many addresses they hold.
  if (/^\s*<[?!\w]/.test(head)) return 0;
  const lines = head
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && !heading.test(line));
  if (lines.length === 0) return 0;
  const share = (test: (line: string) => boolean) => lines.filter(test).length / lines.length;
  if (share((line) => isDoi(bare(line))) > 0.8) return 0.92;
  if (share((line) => /PMID/i.test(line) && pmid.test(line)) > 0.8) return 0.85;
  const isPrinted = (text: string) => text.length > 40 && yearLike.test(text) && /[,.] /.test(text);
  const printed = share(isPrinted);
  if (printed > 0.6 || (printed > 0.25 && share((line) => numbered.test(line)) > 0.2)) return 0.55;
  const wrapped = wrappedEntries(lines);
  return wrapped.length > 1 && wrapped.filter(isPrinted).length > 0.6 * wrapped.length ? 0.55 : 0;
}

/** Numbered or indented references over several lines, each on one line; none when no line begins one. */
function wrappedEntries(lines: readonly string[]): string[] {
  const layout = layoutOf(lines);
  if (layout !== 'numbered' && layout !== 'indented') return [];
  const entries: string[] = [];
  for (const line of lines) {
    if (entries.length === 0 || begins[layout].test(line)) entries.push(line);
    else entries.push(`${entries.pop()} ${line.trim()}`);
  }
  return entries;
}

/** Without its number or bullet. */
function bare(line: string): string {
  return line
    .replace(/^\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)](?=\s)|[-*\u2022\u2013])\s*/, '')
    .trim();
}

type Layout = 'lines' | 'numbered' | 'indented' | 'paragraphs';
/** What begins an entry; in other layouts each line is one, or a blank line parts them. */
const begins = { numbered, indented: /^\S/ };

/** Looks at the first lines for how the list is laid out, and reads all of it so. */
function listReader(): LineReader {
  let held: Line[] = [];
  let layout: Layout | undefined;
  let entry: Line[] = [];
  const finish = (): Piece[] => {
    const lines = entry;
    entry = [];
    return lines.length > 0 ? [toPiece(lines)] : [];
  };
  const read = (line: Line): Piece[] => {
    const isBlank = line.text.trim() === '';
    const isStart =
      layout === 'numbered' || layout === 'indented'
        ? begins[layout].test(line.text)
        : layout === 'lines' || isBlank;
    const done = isStart || entry.length >= paragraphLinesMax ? finish() : [];
    if (!isBlank) entry.push(line);
    return done;
  };
  const settle = (): Piece[] => {
    const lines = held;
    held = [];
    layout ??= layoutOf(lines.map(({ text }) => text));
    return lines.flatMap(read);
  };
  return {
    push(line) {
      if (layout) return read(line);
      held.push(line);
      return held.length < settledLinesMax ? [] : settle();
    },
    end: () => [...settle(), ...finish()],
  };
}

function layoutOf(lines: readonly string[]): Layout {
  const full = lines.filter((line) => line.trim() !== '');
  if (
    full.filter((line) => numbered.test(line)).length > 1 &&
    full.length > full.filter((line) => numbered.test(line)).length
  )
    return 'numbered';
  if (isHanging(full)) return 'indented';
  const dois = full.filter((line) => isDoi(bare(line))).length;
  if (dois > 0.5 * full.length) return 'lines';
  // Wrapped text has lines of one width and blank lines between the references.
  const blanks = lines.length - full.length;
  const whole = full.filter((line) => yearLike.test(line)).length > 0.8 * full.length;
  return blanks > 0 && !whole
    ? 'paragraphs'
    : whole
      ? 'lines'
      : blanks > 0
        ? 'paragraphs'
        : 'lines';
}

/** The first line of each stands out to the left. */
function isHanging(full: readonly string[]): boolean {
  const listed = full.filter((line) => !heading.test(line));
  const outer = listed.filter((line) => begins.indented.test(line)).length;
  const isFirst = begins.indented.test(listed[0] ?? ' ');
  return isFirst && outer > 1 && listed.length - outer > 0.2 * listed.length;
}

function toPiece(lines: Line[]): Piece {
  const text = bare(lines.map((line) => line.text.trim()).join(' '));
  if (heading.test(text)) return aside(lines);
  const number = pmid.exec(text)?.[1];
  const { fields: given, type }: { fields: RoleField[]; type?: ReferenceType } = isDoi(text)
    ? { fields: [{ tag: 'doi', value: text, role: 'doi' }] }
    : number
      ? { fields: [{ tag: 'PMID', value: number, role: 'accession' }] }
      : printedReference(text);
  const piece = pieceFromRoles(lines, given, {
    names: { withoutComma: 'person' },
    ...(type ? { type } : {}),
  });
  const partly = given.some(({ tag, role }) => tag === 'text' && role === undefined);
  if (piece.kind === 'reference' && partly) piece.notices.push(problem('PARTLY_READ'));
  return piece;
}
