/** Splits RIS text into records and records into tagged values, however sloppily written. */
import type { Piece } from '../reference.ts';
import type { Field } from './fields.ts';
import { aside, type Line, type LineReader, problem, rejected } from './lines.ts';
import { knownTags, listTags, textTags } from './ris-tags.ts';

/** How tags are written in one record: what stands before the tag and between it and the hyphen. */
type Hand = { indent: number; gap: number };
type Tagged = { tag: string; value: string; indent: number; gap: number };

const start = /^\s{0,4}TY[ \t]{0,4}-[ \t]*(?:[A-Za-z][\w-]{0,15})?\s*$/;
const end = /^\s{0,4}ER[ \t]{0,4}-\s*$/;
const tagged = /^([ \t]*)([A-Z][A-Z0-9])([ \t]*)-(.*)$/;
const recordNumber = /^\s*\[?\d{1,7}[.\])]?\s*$/;
const fileHeading = /^\s*(?:provider|database|content|source|export(?:ed)?(?: date)?)\s*:/i;
// A stretch without records is given up in parts, so that memory stays flat.
const strayLinesMax = 1000;

/**
 * Cuts at every `TY` and `ER`. A record without `ER` ends where the next begins; tagged lines
 * outside a record begin one without `TY`; a line with only a number before `TY` belongs to the
 * record.
 */
export function risSplitter(toPiece: (lines: Line[], ended: boolean) => Piece): LineReader {
  let record: Line[] | undefined;
  let stray: Line[] = [];

  const finishRecord = (ended: boolean): Piece[] => {
    const lines = record;
    record = undefined;
    return lines ? [toPiece(lines, ended)] : [];
  };
  const giveUpStray = (): Piece[] => {
    const lines = stray;
    stray = [];
    if (lines.every((line) => line.text.trim() === '')) return [];
    const harmless = (text: string) =>
      text.trim() === '' || fileHeading.test(text) || end.test(text);
    if (lines.every((line) => harmless(line.text))) return [aside(lines)];
    return [rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  const begin = (line: Line): Piece[] => {
    const number = lastWithText(stray);
    const numbered =
      number && recordNumber.test(number.text) ? stray.indexOf(number) : stray.length;
    const own = stray.splice(numbered);
    const before = [...finishRecord(false), ...giveUpStray()];
    record = [...own, line];
    return before;
  };

  return {
    push(line) {
      if (start.test(line.text)) return begin(line);
      if (record) {
        record.push(line);
        return end.test(line.text) ? finishRecord(true) : [];
      }
      if (beginsWithoutType(line.text)) return begin(line);
      stray.push(line);
      return stray.length < strayLinesMax ? [] : giveUpStray();
    },
    end: () => [...finishRecord(false), ...giveUpStray()],
  };
}

/** The values of one record in order; a wrapped value is joined, a list's lines are values each. */
export function risFields(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  const first = lines.map((line) => parseTag(line.text)).find((found) => found !== undefined);
  const hand = first ?? { indent: 0, gap: 2 };
  const lastLine = lastWithText(lines);
  let current: Field | undefined;
  let wrapped = false;
  let blank = false;
  let before = '';
  for (const line of lines) {
    const text = line.text;
    const found = parseTag(text);
    // An `ER` that says something is text, unless nothing follows it.
    const closing = found?.tag === 'ER' && (line === lastLine || end.test(text));
    if (text.trim() === '') blank = true;
    else if (found && !closing && isTag(found, hand, current, wrapped || breaksOff(before))) {
      current = { tag: found.tag, value: found.value.trim() };
      fields.push(current);
      wrapped = false;
      blank = false;
    } else if (!closing && current) {
      current = continued(current, text.trim(), blank, fields);
      wrapped = true;
      blank = false;
    }
    before = text;
  }
  return fields;
}

function continued(current: Field, text: string, afterBlank: boolean, fields: Field[]): Field {
  const listed = listTags.has(current.tag);
  const nextName =
    /^A[U1-4]$/.test(current.tag) && current.value.includes(',') && text.includes(',');
  if (listed || nextName) {
    const next = { tag: current.tag, value: text };
    fields.push(next);
    return next;
  }
  // After an empty line only a long text goes on; anything else was never part of the value.
  if (afterBlank && !textTags.has(current.tag) && current.value !== '') {
    const loose = { tag: '', value: text };
    fields.push(loose);
    return loose;
  }
  const joint = current.value === '' ? '' : afterBlank ? '\n' : ' ';
  current.value += joint + text;
  return current;
}

function parseTag(text: string): Tagged | undefined {
  const found = tagged.exec(text);
  if (!found) return undefined;
  const [, indent = '', tag = '', gap = '', value = ''] = found;
  const apart = value === '' || /^\s/.test(value);
  if (!apart && !(knownTags.has(tag) && gap.length === 2)) return undefined;
  return { tag, value, indent: indent.length, gap: gap.length };
}

/**
 * Abstracts hold lines such as `OR - 1.2` and `CI  - 0.9`: whether one is a tag depends on the
 * rest.
 */
function isTag(found: Tagged, hand: Hand, current: Field | undefined, inRunningText: boolean) {
  const { tag, gap, indent } = found;
  if (tag === 'ER' || tag === 'TY') return tag === 'TY' && current === undefined;
  const alike = gap === hand.gap && indent <= hand.indent;
  const inText = current !== undefined && textTags.has(current.tag);
  if (knownTags.has(tag)) return alike || !inText;
  if (!alike) return false;
  return gap >= 2 ? !(inText && inRunningText) : !inText;
}

/** A long line that ends in mid-sentence is likely to go on in the next. */
function breaksOff(text: string): boolean {
  return text.length >= 60 && !/[.!?:;)\]"\u201d]\s*$/.test(text);
}

function beginsWithoutType(text: string): boolean {
  const found = parseTag(text);
  return found !== undefined && found.tag !== 'ER' && found.gap >= 1 && knownTags.has(found.tag);
}

function lastWithText(lines: readonly Line[]): Line | undefined {
  return lines.findLast((line) => line.text.trim() !== '');
}
