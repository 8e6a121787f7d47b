/** Splits BibTeX into entries and entries into fields; a broken entry costs itself and no other. */
import type { Piece, ProblemCode } from '../../reference.ts';
import { aside, type Line, type LineReader, problem, rejected } from '../lines.ts';

/** Raw values still hold their braces and LaTeX: what they mean depends on the field. */
export type Entry = { type: string; key: string; fields: Map<string, string> };
type Macros = Map<string, string>;

const entryStart = /^\s*@\s*[A-Za-z]+\s*[{(]/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Cuts before every line that begins an entry: from there on an earlier unclosed brace is harmless.
 */
export function bibtexSplitter(toPiece: (entry: Entry, lines: Line[]) => Piece): LineReader {
  const macros: Macros = new Map(months.map((name) => [name, name]));
  let block: Line[] = [];
  const flush = (): Piece[] => {
    const lines = block;
    block = [];
    return [...piecesOf(lines, macros, toPiece)];
  };
  return {
    push(line) {
      const before = entryStart.test(line.text) ? flush() : [];
      block.push(line);
      return before;
    },
    end: flush,
  };
}

/** The pieces of one block: entries, and the text between and after them, which BibTeX ignores. */
function* piecesOf(lines: Line[], macros: Macros, toPiece: (entry: Entry, lines: Line[]) => Piece) {
  const text = lines.map((line) => line.text).join('\n');
  const lineAt = lineFinder(lines);
  const linesBetween = (from: number, to: number) => lines.slice(lineAt(from), lineAt(to) + 1);
  let at = 0;
  while (at < text.length) {
    const found = /@\s*([A-Za-z]+)\s*([{(])/.exec(text.slice(at));
    const start = found ? at + found.index : text.length;
    const between = text.slice(at, start);
    if (between.trim() !== '')
      yield strayText(between, linesBetween(at + leading(between), start - trailing(between)));
    if (!found) return;
    const type = (found[1] ?? '').toLowerCase();
    const body = start + found[0].length;
    const end = closingOf(text, body, found[2] === '(' ? ')' : '}', true);
    const spoilt = end === undefined || /^\s*,/.test(text.slice(end + 1));
    const own = linesBetween(start, spoilt ? text.trimEnd().length : end + 1);
    if (spoilt) {
      yield broken(type, own, end === undefined ? 'UNCLOSED_ENTRY' : 'UNREADABLE_ENTRY');
      return;
    }
    const piece = entryPiece(type, text.slice(body, end), own, macros, toPiece);
    // Entries may share one long line, which must not be kept once for each of them.
    yield { ...piece, raw: text.slice(start, end + 1) };
    at = end + 1;
  }
}

/** Which of the lines, joined by line feeds, holds a character. */
function lineFinder(lines: readonly Line[]): (offset: number) => number {
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.text.length + 1);
  return (offset) => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function entryPiece(
  type: string,
  body: string,
  lines: Line[],
  macros: Macros,
  toPiece: (entry: Entry, lines: Line[]) => Piece,
): Piece {
  if (type === 'comment' || type === 'preamble') return aside(lines);
  if (type === 'string') {
    for (const [name, value] of fieldsOf(body, macros) ?? []) macros.set(name, value);
    return aside(lines);
  }
  const key = /^\s*([^,={}"]*?)\s*(?:,|$)/.exec(body);
  const fields = fieldsOf(key ? body.slice(key[0].length) : body, macros);
  if (!fields) return broken(type, lines, 'UNREADABLE_ENTRY');
  return toPiece({ type, key: key?.[1] ?? '', fields }, lines);
}

function broken(type: string, lines: Line[], code: ProblemCode): Piece {
  // The rest of a comment that never closes is comment all the same.
  return type === 'comment' ? aside(lines) : rejected(lines, problem(code, { entry: type }));
}

/** BibTeX's comments, and what Scopus and the Cochrane Library write above their entries. */
const harmless = /^\s*(?:%.*|scopus|export date:.*|record #\d+ of \d+)?\s*$/i;

/**
 * `% Encoding: UTF-8` and the like are comments; other text outside entries may be a lost record.
 */
function strayText(text: string, lines: Line[]): Piece {
  const comment = text.split('\n').every((line) => harmless.test(line));
  return comment ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'));
}

/**
 * Where the group that is open at `from` closes; braces count, escaped ones do not. Between the
 * fields of an entry quotation marks hold values, inside a value in braces they are text.
 */
function closingOf(text: string, from: number, closing: ')' | '}', ofEntry = false) {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (depth === 0 && character === closing && !quoted) return at;
    else if (character === '}') {
      depth -= 1;
      if (depth < 0) return undefined;
    } else if (ofEntry && character === '"' && depth === 0)
      quoted = opensOrCloses(text, at, quoted);
  }
  return undefined;
}

/** Only a quotation mark after `=` or `#` opens a value: `12" disks` in a broken one must not. */
function opensOrCloses(text: string, at: number, quoted: boolean): boolean {
  if (quoted) return false;
  return /[=#]\s*$/.test(text.slice(Math.max(0, at - 40), at));
}

/**
 * `name = value # value, ...`; a missing comma is forgiven. Undefined when there is no sense in it.
 */
function fieldsOf(body: string, macros: Macros): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  let at = 0;
  for (;;) {
    at += between.exec(body.slice(at))?.[0].length ?? 0;
    if (at >= body.length) return fields;
    const name = /^([^\s,={}"#]+)\s*=\s*/.exec(body.slice(at));
    if (!name) return undefined;
    at += name[0].length;
    let value = '';
    for (;;) {
      const part = valueAt(body, at, macros);
      if (!part) return undefined;
      value += part.value;
      at = part.end;
      const joint = /^\s*#\s*/.exec(body.slice(at));
      if (!joint) break;
      at += joint[0].length;
    }
    const field = (name[1] ?? '').toLowerCase();
    // A field given twice: BibTeX takes the first; the other is kept under a name of its own.
    fields.set(fields.has(field) ? `${field} (${fields.size})` : field, value);
  }
}

/** Commas, blanks, and lines that Biber takes for comments. */
const between = /^(?:[\s,]|%.*(?:\n|$))*/;

function valueAt(
  body: string,
  at: number,
  macros: Macros,
): { value: string; end: number } | undefined {
  const first = body[at];
  if (first === '{') {
    const end = closingOf(body, at + 1, '}');
    return end === undefined ? undefined : { value: body.slice(at + 1, end), end: end + 1 };
  }
  if (first === '"') {
    const end = closingQuote(body, at + 1);
    return end === undefined ? undefined : { value: body.slice(at + 1, end), end: end + 1 };
  }
  const word = /^[^\s,#{}"=]+/.exec(body.slice(at))?.[0];
  if (word === undefined)
    return /^\s*(?:,|$)/.test(body.slice(at)) ? { value: '', end: at } : undefined;
  return { value: macros.get(word.toLowerCase()) ?? word, end: at + word.length };
}

function closingQuote(body: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < body.length; at += 1) {
    const character = body[at];
    if (character === '\\' && body[at + 1] !== '"') at += 1;
    else if (character === '\\') {
      // In quotes `\"` is still an accent's command, as in `"G{\"o}del"`.
      at += 1;
    } else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '"' && depth <= 0) return at;
  }
  return undefined;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}
