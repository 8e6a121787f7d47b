/** Text exports with field names in words: Ovid, ProQuest, EBSCO, Embase and the Cochrane Library. */
import type { Piece } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import type { Format } from '../format.ts';
import { aside, type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import { pieceFromRoles, type RoleField } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import {
  isOtherLabel,
  isProquestLabel,
  labelRole,
  peopleOf,
  sourceFields,
} from './labelled-fields.ts';

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
const labelAlone = /^(\p{L}[\p{L}\p{N} /&()'.-]{0,60}?)(?:\s*:)?\s*$/u;
const labelInline = /^(\p{L}[\p{L}\p{N} /&()'-]{0,60}):(?:[ \t]+(.*)|\s*)$/u;
/** EBSCO's: nothing else has a tab there. */
const labelTab = /^\p{L}[^:\t]{0,65}:\t/u;
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

/** What databases write above and below all records. */
const frame =
  /^(?:search|database|date|results|copyright|©|report information from|contact us at|\d{1,2} \p{L}+ \d{4})/iu;
const contents = /^(?:table of contents|\d{1,4}\. .*)$/i;

function isFrame(lines: readonly Line[]): boolean {
  const texts = lines.map(({ text }) => text.trim()).filter(Boolean);
  const hasContents = texts.some((text) => /^table of contents$/i.test(text));
  return texts.every(
    (text) => separator.test(text) || frame.test(text) || (hasContents && contents.test(text)),
  );
}

function piecesOf(lines: Line[]): Piece[] {
  if (lines.every(({ text }) => text.trim() === '')) return [];
  const found = fieldsOf(lines);
  const known = found.filter(({ tag }) => labelRole(tag) !== undefined);
  if (known.length === 0)
    return [isFrame(lines) ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'))];
  const fields = found.filter((field) => !isHeading(field, found)).map(withoutPlace(found));
  const given = fields.flatMap(rolesOf);
  return [
    pieceFromRoles(lines, given, {
      typeOf: typeOfWord,
      names: { withoutComma: 'person' },
      keywordSeparator: /;|\n/,
    }),
  ];
}

/** ProQuest writes the title above the fields as well. */
function isHeading({ tag, value }: Field, fields: readonly Field[]): boolean {
  return tag === '' && fields.some((field) => field.tag !== '' && field.value === value);
}

/** ProQuest adds the place to the journal's name: `Health & Place; Oxford`. */
function withoutPlace(fields: readonly Field[]): (field: Field) => Field {
  const place = fields.find(({ tag }) => labelRole(tag) === 'place')?.value;
  return ({ tag, value }) => {
    const isAdded = place && labelRole(tag) === 'container' && value.endsWith(`; ${place}`);
    return { tag, value: isAdded ? value.slice(0, -place.length - 2) : value };
  };
}

/** Values stand behind the label, or below it; further lines go on with the value. */
function fieldsOf(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  const isIndented = lines.some(({ text }, index) =>
    isLabelOverValue(text, lines[index + 1]?.text),
  );
  const isSpaced = isSpacedOut(lines);
  for (const [index, { text }] of lines.entries()) {
    if (separator.test(text)) continue;
    const current = fields.at(-1);
    const inline = labelInline.exec(text);
    const inText = current !== undefined && labelRole(current.tag) === 'abstract';
    // Between fields that stand apart, `Note:` at the start of a line is the abstract's own word.
    const mayBegin = !(inText && isSpaced && (lines[index - 1]?.text.trim() ?? '') !== '');
    const name = inline?.[1] ?? '';
    const isKnown = labelRole(name) !== undefined || (isSpaced && isProquestLabel(name));
    const isLabel = isKnown ? mayBegin : !(inText || isIndented);
    if (inline && (isLabel || labelTab.test(text))) {
      fields.push({ tag: name, value: (inline[2] ?? '').trim() });
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

/** ProQuest's way: an empty line before nearly every field. */
function isSpacedOut(lines: readonly Line[]): boolean {
  const labels = lines.flatMap(({ text }, index) =>
    labelRole(labelInline.exec(text)?.[1] ?? '') === undefined ? [] : [index],
  );
  const apart = labels.filter((index) => (lines[index - 1]?.text.trim() ?? '') === '').length;
  return labels.length > 3 && apart > 0.7 * labels.length;
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
