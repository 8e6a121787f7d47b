/** MARC 21 as lines of text, one a field: MarcEdit's (`=245  10$aTitle`), Alma's (`245[tab]10 $a Title`) and yaz's. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { type Line, type LineReader, problem, readLines, rejected, span } from '../lines.ts';
import { draftOfMarc } from './marc-fields.ts';
import type { DataField, MarcRecord } from './marc-parts.ts';

export const marcText: Format = {
  id: 'marc-text',
  label: 'MARC 21 (text)',
  extensions: ['mrk', 'txt'],
  mediaType: 'text/plain',
  detect: detectMarcText,
  read: (chunks) => readLines(chunks, marcTextReader()),
};

const line = /^=?(LDR|LEADER|000|\d{3})(?:\t| {1,2})(?:(?=\S)|(?= {1,2}[$|\u2021]))(.*)$/;
/** A leader without a name before it begins a record in yaz's text. */
const bareLeader = /^\d{5}[a-z][a-z ]{2}[a-z0-9 ]{2}[ \d]{2}\d{5}.{3}45[ \d]{2}\s*$/;
const subfieldSign = /[$|\u2021]/;

function detectMarcText(head: string): number {
  const title = /^=?2(?:45|00)(?:\t| {1,2})[\d #_\\]{2} ?[$|\u2021] ?a/m.test(head);
  const leader = /^=?(?:LDR|LEADER|000)(?:\t| )/m.test(head) || bareLeader.test(firstLine(head));
  return title ? (leader ? 0.98 : 0.9) : 0;
}

const firstLine = (text: string): string => /^\s*(.*)/.exec(text)?.[1] ?? '';
const isLeader = (text: string): boolean =>
  /^(?:LDR|LEADER|000)$/.test(line.exec(text)?.[1] ?? '') || bareLeader.test(text);

/** A leader begins a record, and so does a blank line. */
function marcTextReader(): LineReader {
  let record: Line[] = [];
  const finish = (): Piece[] => {
    const lines = record;
    record = [];
    return lines.length > 0 ? [pieceOf(lines)] : [];
  };
  return {
    push(one) {
      const isBlank = one.text.trim() === '';
      const done = isBlank || isLeader(one.text) ? finish() : [];
      if (!isBlank) record.push(one);
      return done;
    },
    end: finish,
  };
}

function pieceOf(lines: Line[]): Piece {
  const record: MarcRecord = { leader: '', control: [], data: [] };
  for (const field of fieldsOf(lines)) {
    if (bareLeader.test(field)) record.leader = field;
    else addField(field, record);
  }
  if (record.data.length === 0) return rejected(lines, problem('OUTSIDE_RECORD'));
  return { kind: 'reference', ...span(lines), ...draftOfMarc(record) };
}

/** A line that begins with no tag goes on with the field before it. */
function fieldsOf(lines: readonly Line[]): string[] {
  const fields: string[] = [];
  for (const { text } of lines) {
    if (fields.length === 0 || line.test(text) || bareLeader.test(text)) fields.push(text);
    else fields.push(`${fields.pop()} ${text.trim()}`);
  }
  return fields;
}

function addField(text: string, record: MarcRecord) {
  const [, tag = '', value = ''] = line.exec(text) ?? [];
  if (tag === '') record.control.push({ tag, value: text.trim() });
  else if (!/^\d/.test(tag) || tag === '000') record.leader = value.trim();
  else if (tag.startsWith('00'))
    record.control.push({ tag, value: value.replaceAll('\\', ' ').trim() });
  else record.data.push(dataField(tag, value));
}

/** Subfields stand with a blank on either side in Alma's and yaz's text: a sum of dollars is none of them. */
function dataField(tag: string, value: string): DataField {
  const at = value.search(subfieldSign);
  const indicators = at < 0 ? '' : value.slice(0, at);
  const body = at < 0 ? value : value.slice(at);
  const isSpaced = /^[$|\u2021][a-z0-9] /.test(body);
  const parts = isSpaced
    ? body.split(/(?:^|(?<= ))[$|\u2021](?=[a-z0-9] )/)
    : body.split(/[$|\u2021](?=[a-z0-9])/);
  const subfields = parts
    .filter((part) => part !== '')
    .map((part) => ({
      code: at < 0 ? '' : part.charAt(0),
      value: (at < 0 ? part : part.slice(1)).replaceAll('{dollar}', '$').trim(),
    }));
  return { tag, ind2: indicators.charAt(1), subfields };
}
