/** MARC 21 as catalogues exchange it: ISO 2709, records of fields parted by control characters. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import {
  type Line,
  lineFeeds,
  problem,
  readText,
  rejected,
  span,
  type TextReader,
} from '../lines.ts';
import { draftOfMarc } from './marc-fields.ts';
import type { DataField, MarcRecord, Subfield } from './marc-parts.ts';

export const marc: Format = {
  id: 'marc',
  label: 'MARC 21 (ISO 2709)',
  extensions: ['mrc', 'marc', 'iso2709'],
  mediaType: 'application/marc',
  detect: (head) => (leaderOfMarc.test(head) ? 0.99 : 0),
  read: (chunks) => readText(chunks, marcReader()),
};

/** Length, status, kind of record, ... "4500"; then the directory of the fields. */
const leaderOfMarc = /^\s*\d{5}[a-z][a-z ]{2}[a-z0-9 ]{2}[ \d]{2}\d{5}.{3}45[ \d]{2}\d{12}/;

/** Behind each field, before each subfield, behind each record; shown by their pictures in Unicode. */
const signs = [
  ['\u001e', '\u241e'],
  ['\u001f', '\u241f'],
  ['\u001d', '\u241d'],
] as const;
const [fieldEnd, subfieldStart, recordEnd] = signs.map(([, picture]) => picture) as [
  string,
  string,
  string,
];
// No record of the standard is longer than 99,999 bytes.
const recordCharactersMax = 256 * 1024;
const leaderLength = 24;
const entryLength = 12;

function marcReader(): TextReader {
  const feeds = lineFeeds();
  let held = '';
  let line = 1;
  const take = (length: number): Piece[] => {
    const text = held.slice(0, length);
    held = held.slice(length);
    const lines = text.split('\n').map((one, index) => ({ number: line + index, text: one }));
    line += lines.length - 1;
    return text.trim() === '' ? [] : [pieceOf(text, lines)];
  };
  return {
    *push(text) {
      held += withPictures(feeds.push(text));
      for (let end = held.indexOf(recordEnd); end >= 0; end = held.indexOf(recordEnd))
        yield* take(end + 1);
      if (held.length > recordCharactersMax) yield* take(held.length);
    },
    *end() {
      held += feeds.end();
      yield* take(held.length);
    },
  };
}

function pieceOf(text: string, lines: Line[]): Piece {
  const record = recordOf(text.trimStart());
  if (!record) return rejected(lines, problem('UNREADABLE_ENTRY', { entry: 'MARC' }));
  const draft = draftOfMarc(record);
  if (!text.endsWith(recordEnd)) draft.notices.push(problem('NO_END'));
  return { kind: 'reference', ...span(lines), ...draft };
}

/** No page and no table can hold the signs themselves. */
function withPictures(text: string): string {
  return signs.reduce((shown, [sign, picture]) => shown.replaceAll(sign, picture), text);
}

/**
 * The directory says which field stands where, in bytes of an encoding that nobody knows for certain; the order of the
 * fields is the same in any encoding.
 */
function recordOf(text: string): MarcRecord | undefined {
  const [head = '', ...fields] = text.replace(recordEnd, '').split(fieldEnd);
  const leader = head.slice(0, leaderLength);
  const directory = head.slice(leaderLength).match(new RegExp(`\\d{${entryLength}}`, 'g')) ?? [];
  if (!/^\d{5}/.test(leader) || directory.length === 0) return undefined;
  const inOrder = directory
    .map((entry) => ({ tag: entry.slice(0, 3), start: Number(entry.slice(7)) }))
    .toSorted((a, b) => a.start - b.start);
  const record: MarcRecord = { leader, control: [], data: [] };
  for (const [index, { tag }] of inOrder.entries()) {
    const value = (fields[index] ?? '').replace(/\s+/g, ' ');
    if (tag.startsWith('00')) record.control.push({ tag, value: value.trim() });
    else record.data.push(dataField(tag, value));
  }
  // What no entry of the directory speaks of is kept.
  for (const value of fields.slice(inOrder.length))
    if (value.trim() !== '') record.control.push({ tag: '', value: value.trim() });
  return record;
}

function dataField(tag: string, value: string): DataField {
  const [indicators = '', ...parts] = value.split(subfieldStart);
  const subfields = parts.map((part): Subfield => {
    const [code = ''] = part;
    return { code, value: part.slice(1).trim() };
  });
  return { tag, ind2: indicators.charAt(1), subfields };
}
