/** CSV to rows, each with its lines: quoted line breaks, any of four delimiters, Excel's `sep=`. */
import type { Line } from '../lines.ts';

export type Row = { cells: string[]; lines: Line[]; unclosed: boolean };
export type Delimiter = ',' | ';' | '\t' | '|';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
// A quotation mark left open would otherwise make one row of the rest of the file.
const rowLinesMax = 500;

/** Excel writes `sep=;` first; else the delimiter that splits the heading into most cells. */
export function sniffDelimiter(text: string): Delimiter {
  const declared = declaredDelimiter(text);
  if (declared) return declared;
  const counts = delimiters.map((delimiter) => ({ delimiter, cells: countCells(text, delimiter) }));
  return counts.reduce((a, b) => (b.cells > a.cells ? b : a)).delimiter;
}

export function declaredDelimiter(text: string): Delimiter | undefined {
  const declared = /^"?sep=(.)"?[,;\t]*$/i.exec(text.trimEnd() || text)?.[1];
  return delimiters.find((delimiter) => delimiter === declared);
}

/**
 * Collects lines until the row they hold is whole (RFC 4180, and forgiving: a quotation mark inside
 * a cell that is not quoted is itself). `add` gives the row that the line completes.
 */
export function rowCollector(delimiter: Delimiter, columns = 0) {
  let held: Line[] = [];
  let text = '';
  let open = false;
  const give = (unclosed: boolean, cells = cellsOf(text, delimiter).cells): Row => {
    const row = { cells, lines: held, unclosed };
    held = [];
    text = '';
    open = false;
    return row;
  };
  return {
    add(line: Line): Row | undefined {
      held.push(line);
      text = held.length === 1 ? line.text : `${text}\n${line.text}`;
      const literal = held.length === 1 ? literalCells(line.text, delimiter, columns) : undefined;
      if (literal) return give(false, literal);
      // A line without quotation marks cannot change whether one is open.
      if (held.length === 1 || line.text.includes('"')) open = cellsOf(text, delimiter).open;
      if (open && held.length < rowLinesMax) return undefined;
      return give(open);
    },
    /** The lines of a row that never ended, to be tried one by one. */
    end(): Line[] {
      return held;
    },
  };
}

/**
 * Web of Science quotes nothing: a title that begins with a quotation mark is a title, where the tabs alone make the
 * right number of cells and the marks do not.
 */
function literalCells(text: string, delimiter: Delimiter, columns: number): string[] | undefined {
  if (delimiter !== '\t' || columns < 2 || !text.includes('"')) return undefined;
  const literal = text.replace(/\t$/, '').split('\t');
  if (literal.length !== columns) return undefined;
  const { cells, open } = cellsOf(text, delimiter);
  return open || cells.length < columns ? literal : undefined;
}

export function cellsOf(text: string, delimiter: Delimiter): { cells: string[]; open: boolean } {
  if (!text.includes('"')) return { cells: text.split(delimiter), open: false };
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const blank = delimiter === '\t' ? 0 : (/^ */.exec(text.slice(at, at + 20))?.[0].length ?? 0);
    if (text[at + blank] !== '"') {
      const next = text.indexOf(delimiter, at);
      cells.push(text.slice(at, next < 0 ? undefined : next));
      if (next < 0) return { cells, open: false };
      at = next + 1;
      continue;
    }
    const { value, end } = quotedCell(text, at + blank + 1, delimiter);
    cells.push(value);
    if (end === undefined) return { cells, open: true };
    if (end >= text.length) return { cells, open: false };
    at = end + 1;
  }
}

/** A quotation mark closes the cell only before a delimiter or the end; elsewhere it is text. */
function quotedCell(text: string, from: number, delimiter: Delimiter) {
  let value = '';
  let start = from;
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      value += text.slice(start, at + 1);
      at += 1;
      start = at + 1;
      continue;
    }
    const after = /^[ \r]*/.exec(text.slice(at + 1, at + 20))?.[0].length ?? 0;
    const end = at + 1 + after;
    if (end >= text.length || text[end] === delimiter || text[end] === '\n') {
      return { value: value + text.slice(start, at), end };
    }
  }
  return { value: value + text.slice(start), end: undefined };
}

function countCells(text: string, delimiter: Delimiter): number {
  return cellsOf(text, delimiter).cells.filter((cell) => cell.trim() !== '').length;
}
