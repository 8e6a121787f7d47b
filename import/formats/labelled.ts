/** Text exports with field names in words: Ovid, ProQuest, EBSCO, Embase and the Cochrane Library. */
import type { Piece } from '../reference.ts';
import { typeOfWord } from './csv-values.ts';
import type { Field } from './fields.ts';
import type { Format } from './format.ts';
import { isOtherLabel, labelRole, peopleOf, sourceFields } from './labelled-fields.ts';
import { aside, type Line, type LineReader, problem, readLines, rejected } from './lines.ts';
import { pieceFromRoles, type RoleField } from './roles.ts';

export const labelled: Format = {
  id: 'labelled-text',
  label: 'Ovid / ProQuest / EBSCO / Cochrane (text)',
  extensions: ['txt'],
  mediaType: 'text/plain',
  detect: detectLabelled,
  read: (chunks) => readLines(chunks, labelledReader()),
};

const separator =
  /^\s{0,2}(?:<\d{1,7}>|_{10,}|-{20,}|={20,}|Record:? #?\d+(?: of \d+)?|RECORD \d+|Document \d+ of \d+)\s*$/i;
const labelAlone = /^(\p{L}[\p{L}\p{N} /&()'.-]{0,60}?)\s*:?\s*$/u;
const labelInline = /^(\p{L}[\p{L}\p{N} /&()'-]{0,40}):(?: +(.*)|\s*)$/u;
const fieldLinesMax = 5000;

function detectLabelled(head: string): number {
  const lines = head.split(/\r\n|\n|\r/);
  const separated = lines.some((line) => separator.test(line));
  const known = lines.filter((line) => {
    const label = labelInline.exec(line)?.[1] ?? labelAlone.exec(line)?.[1];
    return label !== undefined && labelRole(label) !== undefined;
  }).length;
  if (separated && known >= 2) return 0.9;
  return known >= 5 && lines.some((line) => /^(?:title|TI)\s*:?/i.test(line)) ? 0.7 : 0;
}

/** A record ends at a separator; without any, where its first field, or the title, comes again. */
function labelledReader(): LineReader {
  let record: Line[] = [];
  let seen: string[] = [];
  let isSeparated = false;
  const finish = (): Piece[] => {
    const lines = record;
    record = [];
    seen = [];
    return piecesOf(lines);
  };
  return {
    push(line) {
      if (separator.test(line.text)) {
        isSeparated = true;
        const done = finish();
        record = [line];
        return done;
      }
      const label = labelOf(line.text);
      const again = label !== undefined && !isSeparated && label === seen[0];
      const done = again || record.length > fieldLinesMax ? finish() : [];
      if (label !== undefined) seen.push(label);
      record.push(line);
      return done;
    },
    end: finish,
  };
}

function labelOf(text: string): string | undefined {
  const label = labelInline.exec(text)?.[1] ?? labelAlone.exec(text)?.[1];
  return label !== undefined && labelRole(label) !== undefined ? label.toLowerCase() : undefined;
}

function piecesOf(lines: Line[]): Piece[] {
  if (lines.every(({ text }) => text.trim() === '')) return [];
  const found = fieldsOf(lines);
  const known = found.filter(({ tag }) => labelRole(tag) !== undefined);
  if (known.length === 0) {
    const frame = lines.every(
      ({ text }) =>
        text.trim() === '' ||
        separator.test(text) ||
        /^(?:search|database|date|results|copyright|©)/i.test(text.trim()),
    );
    return [frame ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'))];
  }
  const given = found.flatMap(rolesOf);
  return [
    pieceFromRoles(lines, given, {
      typeOf: typeOfWord,
      names: { withoutComma: 'person' },
      keywordSeparator: /;|\n/,
    }),
  ];
}

/** Values stand behind the label, or below it; further lines go on with the value. */
function fieldsOf(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  const isIndented = lines.some(({ text }, index) =>
    isLabelOverValue(text, lines[index + 1]?.text),
  );
  for (const { text } of lines) {
    if (separator.test(text)) continue;
    const current = fields.at(-1);
    const inline = labelInline.exec(text);
    const inText = current !== undefined && labelRole(current.tag) === 'abstract';
    if (inline && (labelRole(inline[1] ?? '') !== undefined || !(inText || isIndented))) {
      fields.push({ tag: inline[1] ?? '', value: (inline[2] ?? '').trim() });
      continue;
    }
    const alone = labelAlone.exec(text)?.[1];
    if (alone !== undefined && (isIndented || labelRole(alone) || isOtherLabel(alone))) {
      fields.push({ tag: alone, value: '' });
    } else if (current) {
      if (text.trim() !== '') current.value += `${current.value === '' ? '' : '\n'}${text.trim()}`;
    } else if (text.trim() !== '') fields.push({ tag: '', value: text.trim() });
  }
  return fields;
}

/** Ovid's way: the name of the field at the margin, its value indented below. */
function isLabelOverValue(text: string, next = ''): boolean {
  const label = labelAlone.exec(text)?.[1];
  return label !== undefined && labelRole(label) !== undefined && /^\s+\S/.test(next);
}

function rolesOf({ tag, value }: Field): RoleField[] {
  const role = labelRole(tag);
  if (role === 'source') return sourceFields(tag, value.replaceAll('\n', ' '));
  if (role === 'author' || role === 'editor') return peopleOf(tag, value, role);
  if (role === 'type') return [{ tag, value: value.replace(/[.\n].*$/s, ''), role }];
  if (role === 'abstract' || role === 'note' || role === 'keyword') return [{ tag, value, role }];
  const text = value.replaceAll('\n', ' ').trim();
  if (role === 'title')
    return [
      {
        tag,
        value: text.replace(
          /\.?\s*\[(?:Article|Review|Miscellaneous|Editorial|Letter|Report)\]\.?$/i,
          '',
        ),
        role,
      },
    ];
  if (role === 'language') return [{ tag, value: text.replace(/\.$/, ''), role }];
  if (role === 'accession') return [{ tag, value: text.replace(/\.$/, ''), role }];
  return [{ tag, value: text, role }];
}
