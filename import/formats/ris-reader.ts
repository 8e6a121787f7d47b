/** Cuts RIS text into records chunk by chunk; a line of a record costs a look at its first letters, no more. */
import type { Piece } from '../reference.ts';
import type { Field } from './fields.ts';
import { aside, type Line, problem, rejected, type TextReader } from './lines.ts';
import { beginsWithoutType, end, plainRecord, start } from './ris-records.ts';

/** The text of one record, lines parted by line feeds, and the number of its first line. */
export type RisText = {
  text: string;
  lineFrom: number;
  lineTo: number;
  isEnded: boolean;
  /** Its values, where one look was enough. */
  fields?: Field[];
};

const recordNumber = /^\s*\[?\d{1,7}[.\])]?\s*$/;
const fileHeading = /^\s*(?:provider|database|content|source|export(?:ed)?(?: date)?)\s*:/i;
// A stretch without records is given up in parts, so that memory stays flat.
const strayLinesMax = 1000;
const [space, tab, bigE, bigR, bigT, bigY] = [32, 9, 69, 82, 84, 89];

/**
 * Cuts at every `TY` and `ER`. A record without `ER` ends where the next begins; tagged lines
 * outside a record begin one without `TY`; a line with only a number before `TY` belongs to the
 * record.
 */
export function risReader(toPiece: (record: RisText) => Piece): TextReader {
  let held = '';
  let carriage = '';
  /** Where the next line to look at begins, and its number. */
  let at = 0;
  let number = 1;
  /** Where the open record begins; -1 when none is open. */
  let from = -1;
  let fromNumber = 0;
  let stray: Line[] = [];

  const giveUpStray = (): Piece[] => {
    const lines = stray;
    stray = [];
    if (lines.every((line) => line.text.trim() === '')) return [];
    const harmless = (text: string) =>
      text.trim() === '' || fileHeading.test(text) || end.test(text);
    if (lines.every((line) => harmless(line.text))) return [aside(lines)];
    return [rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  const finish = (to: number, isEnded: boolean): Piece => {
    // A record that nothing ended stops before the line that is being looked at.
    const lineTo = isEnded ? number : number - 1;
    const record = { text: held.slice(from, to), lineFrom: fromNumber, lineTo, isEnded };
    from = -1;
    return toPiece(record);
  };
  /** A number on a line of its own before a record is the record's. */
  const begin = (lineStart: number): Piece[] => {
    const before = from >= 0 ? [finish(lineStart, false)] : [];
    from = lineStart;
    fromNumber = number;
    if (stray.length === 0) return before;
    const last = stray.findLastIndex((line) => line.text.trim() !== '');
    const own = recordNumber.test(stray[last]?.text ?? '') ? stray.splice(last) : [];
    before.push(...giveUpStray());
    if (own.length > 0) {
      // Its lines stand right before the record: the text still holds them.
      const text = `${own.map((line) => line.text).join('\n')}\n`;
      held = text + held.slice(lineStart);
      at = at - lineStart + text.length;
      from = 0;
      fromNumber = own[0]?.number ?? number;
    }
    return before;
  };
  const outside = (lineStart: number, text: string): Piece[] => {
    if (beginsWithoutType(text)) return begin(lineStart);
    if (stray.length > 0 || text.trim() !== '') stray.push({ number, text });
    return stray.length < strayLinesMax ? [] : giveUpStray();
  };
  /** A record as the format says, whole in what is held, where no other is open. */
  const takePlain = (): Piece | undefined => {
    if (from >= 0 || stray.length > 0) return undefined;
    const plain = plainRecord(held, at);
    if (!plain) return undefined;
    const { fields, stop, lines } = plain;
    const text = held.slice(at, stop);
    const lineFrom = number;
    number += lines;
    at = stop + 1;
    return toPiece({ text, lineFrom, lineTo: number - 1, isEnded: true, fields });
  };
  /** Looks at the lines that are whole. */
  function* walk(): Generator<Piece> {
    for (let stop = held.indexOf('\n', at); stop >= 0; stop = held.indexOf('\n', at)) {
      const lineStart = at;
      const first = held.charCodeAt(lineStart);
      const second = held.charCodeAt(lineStart + 1);
      if (first === bigT && second === bigY) {
        const piece = start.test(held.slice(lineStart, stop)) ? takePlain() : undefined;
        if (piece) {
          yield piece;
          continue;
        }
      }
      at = stop + 1;
      const mark =
        (first === bigE && second === bigR) ||
        (first === bigT && second === bigY) ||
        first === space ||
        first === tab ||
        first > 127;
      const isIdle = from < 0 && stray.length === 0 && stop === lineStart;
      if (mark || (from < 0 && !isIdle)) yield* look(lineStart, stop);
      number += 1;
    }
    // What has been read is let go.
    const keep = from >= 0 ? from : at;
    held = held.slice(keep);
    at -= keep;
    if (from >= 0) from = 0;
  }
  function* look(lineStart: number, stop: number): Generator<Piece> {
    const text = held.slice(lineStart, stop);
    if (start.test(text)) yield* begin(lineStart);
    else if (from < 0) yield* outside(lineStart, text);
    else if (end.test(text)) yield finish(stop, true);
  }
  return {
    *push(chunk) {
      const all = carriage + chunk;
      carriage = all.endsWith('\r') ? '\r' : '';
      const whole = carriage ? all.slice(0, -1) : all;
      held += withLineFeeds(whole);
      yield* walk();
    },
    *end() {
      held += '\n';
      yield* walk();
      if (from >= 0) yield finish(held.length, false);
      yield* giveUpStray();
    },
  };
}

/** In two steps: the first, with no choice in its pattern, is the one that V8 does twice as fast. */
function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const joined = text.replace(/\r\n/g, '\n');
  return joined.includes('\r') ? joined.replaceAll('\r', '\n') : joined;
}
