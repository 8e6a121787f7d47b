/** Cuts RIS text into records chunk by chunk; a line of a record costs a look at its first letters, no more. */
import { plainTestFor } from '../../normalize/plain.ts';
import type { Piece } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import { aside, type Line, problem, rejected, type TextReader } from '../lines.ts';
import {
  beginsWithoutType,
  end,
  type PlainRecord,
  plainRecord,
  start,
  typeCode,
} from './ris-records.ts';

/** The text of one record, lines parted by line feeds, and the number of its first line. */
export type RisText = {
  text: string;
  lineFrom: number;
  lineTo: number;
  isEnded: boolean;
  /** Nothing in it needs tidying but runs of blanks. */
  isPlain: boolean;
  /** Its values, where one look was enough. */
  fields?: Field[];
};

const recordNumber = /^\s*\[?\d{1,7}[.\])]?\s*$/;
/** What databases write around their records: Cochrane above each of them, Ovid below. */
const frame =
  /^\s*(?:(?:provider|database|content|source|export(?:ed)?(?: date)?)\s*:|record #\d+ of \d+\s*$|NL {2}- |EF {2}-\s*$|[^\t-\r -~\u0080-\uffff]\s*$|link to the (?:ovid|external) )/i;
// A stretch without records is given up in parts, so that memory stays flat.
const strayLinesMax = 1000;
// So long is waited for the rest of a record that is written as it should be.
const waitCharactersMax = 1024 * 1024;
// No record is as long as this; what is, is a file of another kind that began like one.
const recordCharactersMax = 16 * 1024 * 1024;
const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];
const [bigE, bigR, bigT, bigY] = [69, 82, 84, 89];

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
  /** Whether what is held has line feeds for line ends and nothing else. */
  let isTidy = true;
  /** Of the records in what is held. */
  let isPlain = plainTestFor('');
  /** So much must be held before it is looked at. */
  let enough = 0;

  const giveUpStray = (): Piece[] => {
    const lines = stray;
    stray = [];
    if (lines.every((line) => line.text.trim() === '')) return [];
    const harmless = (text: string) => text.trim() === '' || frame.test(text) || end.test(text);
    if (lines.every((line) => harmless(line.text))) return [aside(lines)];
    return [rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  const finish = (to: number, isHere: boolean, isEnded = isHere): Piece => {
    // A record that nothing ended stops before the line that is being looked at.
    const lineTo = isHere ? number : number - 1;
    const text = held.slice(from, to);
    from = -1;
    return toPiece({ text, lineFrom: fromNumber, lineTo, isEnded, isPlain: isPlain(text) });
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
  /** Blank lines, and the record as the format says that stands here, where no other is open. */
  const takePlain = (isLast: boolean): Piece | 'cut' | undefined => {
    for (let skip = blankLine(held, at); skip > 0; skip = blankLine(held, at)) {
      at += skip;
      number += 1;
    }
    if (at === held.length) return 'cut';
    if (held.charCodeAt(at) !== bigT || held.charCodeAt(at + 1) !== bigY) return undefined;
    const plain = plainRecord(held, at);
    if (plain === 'odd') return undefined;
    if (plain === 'cut') {
      const length = held.length - at;
      // Looked at again when there is twice as much of it, so that no chunk is too small.
      enough = 2 * length;
      return isLast || length > waitCharactersMax ? undefined : 'cut';
    }
    const text = recordText(held, at, plain);
    if (text === undefined || !typeCode.test(plain.fields[0]?.value ?? '')) return undefined;
    const lineFrom = number;
    number += plain.lines;
    at = plain.stop + 1;
    const { fields } = plain;
    const lineTo = number - 1;
    return toPiece({ text, lineFrom, lineTo, isEnded: true, isPlain: isPlain(text), fields });
  };
  /** What has been read is let go; no record is so long that it must be held whole. */
  const letGo = (): Piece[] => {
    const keep = from >= 0 ? from : at;
    held = held.slice(keep);
    at -= keep;
    if (from >= 0) from = 0;
    if (held.length <= recordCharactersMax) return [];
    const cut = from >= 0 ? [finish(held.length, true, false)] : [];
    if (cut.length === 0) stray.push({ number, text: withLineFeeds(held) });
    held = '';
    at = 0;
    return [...cut, ...giveUpStray()];
  };
  const tidy = () => {
    const keep = from >= 0 ? from : at;
    held = withLineFeeds(held.slice(keep));
    at -= keep;
    if (from >= 0) from = 0;
    isTidy = true;
  };
  /** Looks at the lines that are whole. */
  function* walk(isLast: boolean): Generator<Piece> {
    isPlain = plainTestFor(held);
    for (;;) {
      const piece = from < 0 && stray.length === 0 ? takePlain(isLast) : undefined;
      if (piece === 'cut') break;
      if (piece) {
        yield piece;
        continue;
      }
      if (!isTidy) tidy();
      const stop = held.indexOf('\n', at);
      if (stop < 0) {
        enough = Math.min(2 * (held.length - at), recordCharactersMax);
        break;
      }
      const lineStart = at;
      at = stop + 1;
      if (from < 0 || mayBeMark(held, lineStart)) yield* look(lineStart, stop);
      number += 1;
    }
    yield* letGo();
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
      held += whole;
      isTidy &&= !whole.includes('\r');
      if (held.length - at < enough) return;
      enough = 0;
      yield* walk(false);
    },
    *end() {
      held += '\n';
      yield* walk(true);
      if (from >= 0) yield finish(held.length, false);
      yield* giveUpStray();
    },
  };
}

/** How long the end of an empty line is that stands here. */
function blankLine(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === lineFeed) return 1;
  return first === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 0;
}

/** Whether a line may begin or end a record: all others cost no more than this. */
function mayBeMark(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return (
    (first === bigE && second === bigR) ||
    (first === bigT && second === bigY) ||
    first === space ||
    first === tab ||
    first > 127
  );
}

/** The text of a record with line feeds; undefined when carriage returns stand elsewhere than before them. */
function recordText(text: string, from: number, { stop, returns }: PlainRecord) {
  const record = text.slice(from, stop);
  if (returns === 0) return record.indexOf('\r') < 0 ? record : undefined;
  // To drop a letter is twice as fast as to put another in the place of two.
  const joined = record.replace(/\r/g, '');
  return record.length - joined.length === returns ? joined : undefined;
}

/** In two steps: the first, with no choice in its pattern, is the one that V8 does twice as fast. */
function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const joined = text.replace(/\r\n/g, '\n');
  return joined.includes('\r') ? joined.replaceAll('\r', '\n') : joined;
}
