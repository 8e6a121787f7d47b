/** Text in chunks of any size to numbered lines, and what all line-based readers have in common. */
import type { AsidePiece, Piece, Problem, ProblemCode, RejectedPiece } from '../reference.ts';

export type Line = {
  number: number;
  text: string;
  /** A part of a line too long to be held whole: the next one goes on with it. */
  isOpen?: true;
};

/** A reader fed line by line. It may hold lines back, and gives up the last ones at `end`. */
export type LineReader = { push(line: Line): Piece[]; end(): Piece[] };

// Enough to see a file's nature, little enough to hold back.
const headCharacters = 4096;
const lineCharactersMax = 16 * 1024 * 1024;

const signatures: [string, string][] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'zip'],
  ['\u0089PNG', 'image'],
  ['\u2030PNG', 'image'],
  ['\u00ff\u00d8\u00ff', 'image'],
  ['GIF8', 'image'],
  ['II*\u0000', 'image'],
  ['RIFF', 'image'],
  ['\u001f\u008b', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!\u001a', 'archive'],
  ['SQLite format 3', 'database'],
  ['\u00d0\u00cf\u0011\u00e0', 'office'],
  ['{\\rtf', 'rtf'],
];

export function problem(code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, params };
}

/**
 * Runs a reader over chunks of text. Line ends are CR LF, LF or CR, also mixed, also split between
 * chunks. An empty file and a file that is no text become one rejected piece each.
 */
export async function* readLines(
  chunks: AsyncIterable<string>,
  reader: LineReader,
): AsyncGenerator<Piece> {
  let held = '';
  let number = 1;
  const pushAll = function* (lines: readonly string[]) {
    for (const text of lines) {
      const pieces = reader.push({ number, text });
      number += 1;
      if (pieces.length > 0) yield* pieces;
    }
  };
  yield* readText(chunks, {
    *push(text) {
      // A line without end (JSON often is one) must not be gone through again for every chunk.
      if (!held.endsWith('\r') && !/[\r\n]/.test(text)) {
        held += text;
        if (held.length < lineCharactersMax) return;
        // One line of hundreds of megabytes would fill the memory: it is given in parts.
        yield* reader.push({ number, text: held, isOpen: true });
        held = '';
        return;
      }
      const { lines, rest } = splitLines(held + text);
      held = rest;
      yield* pushAll(lines);
    },
    *end() {
      // A lone CR may still be held back: it ends a line that is not the last.
      const last = held.endsWith('\r') ? held.slice(0, -1) : held;
      if (last !== '') yield* pushAll([last]);
      yield* reader.end();
    },
  });
}

/** A reader fed with text in chunks of any size, as it comes. */
export type TextReader = { push(text: string): Iterable<Piece>; end(): Iterable<Piece> };

/** Text in chunks with line feeds for all its line ends, also those parted between two chunks. */
export function lineFeeds(): { push(text: string): string; end(): string } {
  let carriage = '';
  return {
    push(text) {
      const all = carriage + text;
      carriage = all.endsWith('\r') ? '\r' : '';
      const whole = carriage ? all.slice(0, -1) : all;
      return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
    },
    end: () => (carriage ? '\n' : ''),
  };
}

/** What every format does first: an empty file and a file that is no text are told apart. */
export async function* readText(
  chunks: AsyncIterable<string>,
  reader: TextReader,
): AsyncGenerator<Piece> {
  let found = false;
  const settled = settleHead(chunks);
  for await (const { text, binary } of settled) {
    if (binary) {
      yield await passOver(settled, text, binary);
      return;
    }
    found ||= text.trim() !== '';
    // One by one: `yield*` here would await every piece three times over.
    for (const piece of reader.push(text)) yield piece;
  }
  yield* reader.end();
  if (!found) yield rejected([{ number: 1, text: '' }], problem('EMPTY_FILE'));
}

/** The same by its first bytes as Latin-1, whatever the encoding was taken to be. */
export function kindBySignature(head: string): string | undefined {
  return signatures.find(([signature]) => head.startsWith(signature))?.[1];
}

/** What kind of file this is when it is not text, by its first characters. */
export function binaryKind(head: string): string | undefined {
  const known = kindBySignature(head);
  if (known) return known;
  // Catalogues part fields by control characters (MARC, ISO 2709): it is text all the same.
  if (/^\s*\d{5}[a-z][a-z ]{2}.{2}[ \d]{2}\d{5}/.test(head)) return undefined;
  let odd = 0;
  for (const character of head.slice(0, headCharacters)) {
    const code = character.codePointAt(0) ?? 0;
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12;
    if (control || code === 0xfffd) odd += 1;
  }
  return odd > 0.04 * Math.min(head.length, headCharacters) + 4 ? 'other' : undefined;
}

export function rejected(lines: readonly Line[], why: Problem): RejectedPiece {
  return { kind: 'rejected', ...span(lines), problem: why };
}

export function aside(lines: readonly Line[]): AsidePiece {
  return { kind: 'aside', ...span(lines) };
}

/** Line range and raw text, without the blank lines at either end. */
export function span(lines: readonly Line[]) {
  let from = 0;
  let to = lines.length - 1;
  while (from < to && lines[from]?.text.trim() === '') from += 1;
  while (to > from && lines[to]?.text.trim() === '') to -= 1;
  const kept = lines.slice(from, to + 1);
  return {
    lineFrom: kept[0]?.number ?? 0,
    lineTo: kept.at(-1)?.number ?? 0,
    raw: kept.map((line) => line.text).join('\n'),
  };
}

/**
 * Complete lines, and the rest, which the next chunk continues (so may be a CR at the very end).
 */
function splitLines(text: string): { lines: string[]; rest: string } {
  const open = text.endsWith('\r') ? text.length - 1 : text.length;
  const lines = text.slice(0, open).split(/\r\n|\n|\r/);
  const rest = (lines.pop() ?? '') + text.slice(open);
  return { lines, rest };
}

/** Holds back the start until there is enough to judge it by; a byte order mark is dropped. */
async function* settleHead(chunks: AsyncIterable<string>) {
  let head: string | undefined = '';
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield { text: chunk, binary: undefined };
      continue;
    }
    head += chunk;
    if (head.length < headCharacters) continue;
    yield judged(head);
    head = undefined;
  }
  if (head) yield judged(head);
}

function judged(head: string) {
  const text = withoutMark(head);
  return { text, binary: binaryKind(text) };
}

function withoutMark(text: string) {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Counts the lines of a file that is no text; its characters mean nothing and are not kept. */
async function passOver(rest: AsyncIterable<{ text: string }>, head: string, kind: string) {
  let lines = 1;
  let before = '';
  const count = (text: string) => {
    const joined = before + text;
    lines += splitLines(joined).lines.length;
    before = joined.endsWith('\r') ? '\r' : '';
  };
  count(head);
  for await (const { text } of rest) count(text);
  return {
    kind: 'rejected',
    lineFrom: 1,
    lineTo: lines,
    raw: '',
    problem: problem('BINARY_FILE', { kind }),
  } satisfies RejectedPiece;
}
