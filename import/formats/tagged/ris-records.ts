/** The tagged values of a RIS record, however sloppily written. */
import { trimmed } from '../../normalize/text.ts';
import type { Field, TagIndex } from '../field-bag.ts';
import type { Line } from '../lines.ts';
import { knownTags, listTags, textTags } from './ris-tags.ts';

/** How tags are written in one record: what stands before the tag and between it and the hyphen. */
type Hand = { indent: number; gap: number };
type Tagged = { tag: string; value: string; indent: number; gap: number };

export const start = /^\s{0,4}TY[ \t]{0,4}[-\u2013][ \t]*(?:[A-Za-z][\w-]{0,15})?\s*$/;
/** The same of a line whose tag has been seen. */
export const typeCode = /^(?:[A-Za-z][\w-]{0,15})?$/;
/** Some writers end it with a comma. */
export const end = /^\s{0,4}ER[ \t]{0,4}[-\u2013]\s*[,;.]?\s*$/;
/** A word processor makes a dash of the hyphen; PsycNET has `DESCRIPTORS  - ` among its tags. */
const tagged = /^([ \t]*)([A-Z][A-Z0-9]|[A-Z]{3,20}(?= {2}- ))([ \t]*)[-\u2013](.*)$/s;
/** A record read in one go: its values, where its last line ends, and how many lines it has. */
export type PlainRecord = {
  fields: Field[];
  stop: number;
  lines: number;
  /** How many of the lines end in CR LF. */
  returns: number;
};

/**
 * The record that begins here, when it is written as the format says: every line a known tag, or one that no reading
 * takes for a tag. `odd` where a closer look is needed, `cut` where the text ends before the record. Lines end in LF or
 * in CR LF: a CR that stands alone is for the caller to find.
 */
export function plainRecord(text: string, from: number): PlainRecord | 'odd' | 'cut' {
  const fields: Field[] = [];
  let current: Field | undefined;
  let blank = false;
  let lines = 0;
  let returns = 0;
  for (let at = from; ; ) {
    const stop = text.indexOf('\n', at);
    if (stop < 0) return 'cut';
    lines += 1;
    if (text.charCodeAt(stop - 1) === 13) returns += 1;
    const tag = knownTagAt(text, at, stop);
    if (tag === 'ER') return isBlank(text, at + 5, stop) ? { fields, stop, lines, returns } : 'odd';
    if (tag === 'TY' && current) return 'odd';
    if (tag) {
      current = { tag, value: slicedBare(text, at + 5, stop) };
      fields.push(current);
      blank = false;
    } else {
      const line = slicedBare(text, at, stop);
      if (line === '') blank = true;
      else if (looksTagged(line) || !current) return 'odd';
      else {
        current = continued(current, line, blank, fields);
        blank = false;
      }
    }
    at = stop + 1;
  }
}

const isBlank = (text: string, from: number, to: number) => slicedBare(text, from, to) === '';

/** As `slice` and `trim`, with blanks passed over before a string is made of the rest. */
function slicedBare(text: string, from: number, to: number): string {
  let start = from;
  let stop = to;
  while (start < stop && text.charCodeAt(start) === 32) start += 1;
  if (stop > start && text.charCodeAt(stop - 1) === 13) stop -= 1;
  while (stop > start && text.charCodeAt(stop - 1) === 32) stop -= 1;
  return trimmed(text.slice(start, stop));
}

/** `AU  - `: two characters of a known tag, two blanks, a hyphen, a blank or the end. */
function knownTagAt(text: string, at: number, stop: number): string | undefined {
  if (stop - at < 5 || text.charCodeAt(at + 4) !== 45) return undefined;
  if (text.charCodeAt(at + 2) !== 32 || text.charCodeAt(at + 3) !== 32) return undefined;
  const after = text.charCodeAt(at + 5);
  if (stop - at > 5 && after !== 32 && after !== 9) return undefined;
  return tagTable[text.charCodeAt(at) * 128 + text.charCodeAt(at + 1)];
}

const codeOf = (tag: string) => tag.charCodeAt(0) * 128 + tag.charCodeAt(1);
const tagTable: (string | undefined)[] = new Array(128 * 128).fill(undefined);
const slotTable = new Uint8Array(128 * 128);
for (const [index, tag] of [...knownTags].entries()) {
  tagTable[codeOf(tag)] = tag;
  slotTable[codeOf(tag)] = index + 1;
}

/** An index of known tags: a place for each. No field is looked for under any other. */
export function risTagIndex(): TagIndex {
  const places: (number | undefined)[] = new Array(knownTags.size + 1);
  return {
    get: (tag) => (tag.length === 2 ? places[slotTable[codeOf(tag)] ?? 0] : undefined),
    set(tag, place) {
      const slot = tag.length === 2 && slotTable[codeOf(tag)];
      if (slot) places[slot] = place;
    },
  };
}

/** Two capitals or a capital and a digit, then perhaps blanks, then a hyphen. */
function looksTagged(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first < 65 || first > 90) return false;
  return /^[A-Z][A-Z0-9](?:[A-Z]{1,18} {2}|[ \t]*)-/.test(line);
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
  if (!alike || (tag.length > 2 && inText)) return false;
  return gap >= 2 ? !(inText && inRunningText) : !inText;
}

/** A long line that ends in mid-sentence is likely to go on in the next. */
function breaksOff(text: string): boolean {
  return text.length >= 60 && !/[.!?:;)\]"\u201d]\s*$/.test(text);
}

export function beginsWithoutType(text: string): boolean {
  const found = parseTag(text);
  return found !== undefined && found.tag !== 'ER' && found.gap >= 1 && knownTags.has(found.tag);
}

function lastWithText(lines: readonly Line[]): Line | undefined {
  return lines.findLast((line) => line.text.trim() !== '');
}
