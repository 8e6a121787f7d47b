/** Web of Science's tagged text (ISI Export Format) and what other products call by the same name. */
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import type { Format } from '../format.ts';
import { type Line, problem, readLines } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import { taggedReader } from './tagged-records.ts';

export const wos: Format = {
  id: 'wos',
  label: 'Web of Science (tagged)',
  extensions: ['txt', 'isi', 'ciw'],
  mediaType: 'text/plain',
  detect: detectWos,
  read: (chunks) =>
    readLines(
      chunks,
      taggedReader({
        parse,
        begins: ({ tag }, found) => tag === 'PT' && found.length > 0,
        ends: ({ tag, value }) => tag === 'ER' && value === '',
        isFrame: (text) => /^(?:FN |VR |EF\s*$|EF$)/.test(text),
        toPiece,
      }),
    ),
};

function detectWos(head: string): number {
  if (/^FN (?:Clarivate|ISI|Thomson)/m.test(head)) return 0.98;
  return /^PT [A-Z]\s*$/m.test(head) && /^(?:AU|TI|SO) \S/m.test(head) ? 0.9 : 0;
}

/** Continued lines are indented by three; a tag alone on its line has no value. */
function parse(text: string): Field | undefined {
  const [, tag, value = ''] = /^([A-Z][A-Z0-9])(?: (.*))?$/.exec(text.trimEnd()) ?? [];
  return tag === undefined ? undefined : { tag, value: value.trim() };
}

const roleOfTag: Record<string, Role> = {
  TI: 'title',
  AF: 'author',
  CA: 'author',
  GP: 'author',
  BE: 'editor',
  ED: 'editor',
  PY: 'date',
  SO: 'container',
  VL: 'volume',
  IS: 'issue',
  BP: 'firstPage',
  SP: 'firstPage',
  EP: 'lastPage',
  PS: 'pages',
  AR: 'articleNumber',
  SE: 'series',
  PU: 'publisher',
  PI: 'place',
  DI: 'doi',
  D2: 'doi',
  SN: 'number',
  EI: 'number',
  BN: 'number',
  AB: 'abstract',
  DE: 'keyword',
  ID: 'keyword',
  LA: 'language',
  UT: 'accession',
  DT: 'type',
};
/** Tags whose lines are values of their own. */
const listTags = new Set(['AU', 'AF', 'BA', 'BF', 'BE', 'CA', 'ED', 'GP']);
const typeOfCode: Record<string, ReferenceType> = {
  J: 'article-journal',
  B: 'book',
  S: 'book',
  C: 'paper-conference',
  P: 'patent',
};

function toPiece(lines: Line[], found: Field[]): Piece {
  const has = (tag: string) => found.some((field) => field.tag === tag && field.value !== '');
  const fullNames = has('AF');
  const code = found.find(({ tag }) => tag === 'PT')?.value ?? '';
  const given = found.flatMap((field): RoleField[] => {
    const { tag, value } = field;
    const values = listTags.has(tag) ? value.split(/\n|;(?: |$)/) : [value.replaceAll('\n', ' ')];
    return values.map((one) => ({ tag, value: one, role: roleIn(tag, one, { fullNames, code }) }));
  });
  const type = typeOfCode[code];
  const piece = pieceFromRoles(lines, given, {
    ...(type ? { type } : {}),
    typeOf: (word) => (type === 'article-journal' ? undefined : typeOfType(word, type)),
    names: { withoutComma: 'person' },
  });
  const closed = /^ER\s*$/.test(lines.at(-1)?.text ?? '');
  if (piece.kind === 'reference' && !closed) piece.notices.push(problem('NO_END'));
  return piece;
}

function roleIn(tag: string, value: string, about: { fullNames: boolean; code: string }) {
  if (tag === 'AU') return about.fullNames ? undefined : 'author';
  if (tag === 'PT') return typeOfCode[value] ? undefined : 'type';
  // Medline and Inspec put the date where Web of Science puts the day: with the year it is one.
  if (tag === 'PD') return /\d{4}/.test(value) ? 'date' : undefined;
  if ((tag === 'BP' || tag === 'EP' || tag === 'AR' || tag === 'SP') && /^-*$/.test(value))
    return undefined;
  return roleOfTag[tag];
}

/** A book's chapter says so in its document type; an article stays one whatever else it is. */
function typeOfType(word: string, type: ReferenceType | undefined): ReferenceType | undefined {
  if (/book chapter/i.test(word)) return 'chapter';
  if (/proceedings? paper|meeting/i.test(word)) return 'paper-conference';
  return type === undefined ? typeOfWord(word) : undefined;
}
