/** Cuts XML into its records while it comes in: one that is broken costs itself and no other. */
import type { Piece } from '../../reference.ts';
import { aside, type Line, lineFeeds, problem, rejected, type TextReader } from '../lines.ts';
import { type XmlNode, xmlTree } from './xml-tree.ts';

// A record that never closes would otherwise hold the rest of the file.
const recordCharactersMax = 8 * 1024 * 1024;
const betweenCharactersMax = 256 * 1024;

export type XmlRecord = { node: XmlNode; raw: string; lines: Line[] };

/** `names`: the elements that are records. What stands between them is an aside. */
export function xmlReader(
  names: readonly string[],
  toPiece: (record: XmlRecord) => Piece | undefined,
): TextReader {
  const opening = new RegExp(`<((?:[\\w.-]+:)?(?:${names.join('|')}))(?=[\\s>/])`);
  let held = '';
  let line = 1;
  const feeds = lineFeeds();
  /** From where on the end of an open record was not searched for yet. */
  let searched = 0;
  const take = (length: number): { text: string; lines: Line[] } => {
    const text = held.slice(0, length);
    held = held.slice(length);
    const lines = text.split('\n').map((one, index) => ({ number: line + index, text: one }));
    line += lines.length - 1;
    return { text, lines };
  };
  const between = (length: number): Piece[] => {
    const { text, lines } = take(length);
    return text.trim() === '' ? [] : [frameOf(lines)];
  };
  /** @returns undefined when more text is needed. */
  const next = (atEnd: boolean): Piece[] | undefined => {
    const found = opening.exec(held);
    if (!found) {
      if (held === '' || (!atEnd && held.length < betweenCharactersMax)) return undefined;
      // The start of a tag may be all that has come of it.
      const safe = atEnd ? held.length : Math.max(0, held.lastIndexOf('<'));
      return between(safe > 0 ? safe : held.length);
    }
    if (found.index > 0) {
      searched = 0;
      return between(found.index);
    }
    const opened = held.indexOf('>', found[0].length);
    if (opened > 0 && held[opened - 1] === '/') return [pieceOf(take(opened + 1), toPiece, true)];
    const closing = `</${found[1]}`;
    const end = endOfElement(held, closing, Math.max(0, searched - closing.length - 1));
    searched = held.length;
    if (end >= 0) {
      searched = 0;
      return [pieceOf(take(end + 1), toPiece, true)];
    }
    if (!atEnd && held.length < recordCharactersMax) return undefined;
    searched = 0;
    return [pieceOf(take(held.length), toPiece, false)];
  };
  function* drain(atEnd: boolean) {
    for (let pieces = next(atEnd); pieces; pieces = next(atEnd)) yield* pieces;
  }
  return {
    *push(text) {
      held += feeds.push(text);
      yield* drain(false);
    },
    *end() {
      held += feeds.end();
      yield* drain(true);
    },
  };
}

/** Where the element ends that this closes; `</record` does not close `<recordSchema>`. */
function endOfElement(text: string, closing: string, from: number): number {
  for (let at = text.indexOf(closing, from); at >= 0; at = text.indexOf(closing, at + 1))
    if (/[\s>]/.test(text[at + closing.length] ?? '')) return text.indexOf('>', at);
  return -1;
}

function pieceOf(
  { text, lines }: { text: string; lines: Line[] },
  toPiece: (record: XmlRecord) => Piece | undefined,
  isWhole: boolean,
): Piece {
  const [node] = xmlTree(text).children.filter((child) => typeof child !== 'string');
  const piece = node && toPiece({ node, raw: text, lines });
  if (!piece) return rejected(lines, problem('UNREADABLE_ENTRY', { entry: 'XML' }));
  if (isWhole || piece.kind !== 'reference') return piece;
  // Cut off in the middle: what came is kept, and a person is told.
  if (piece.reference.title === '')
    return rejected(lines, problem('UNCLOSED_ENTRY', { entry: 'XML' }));
  piece.notices.push(problem('NO_END'));
  return piece;
}

/** What stands in elements of its own (declarations, OAI's headers, settings) is no record. */
function frameOf(lines: Line[]): Piece {
  const first = lines.find((line) => line.text.trim() !== '')?.text.trimStart() ?? '';
  return first.startsWith('<') ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'));
}
