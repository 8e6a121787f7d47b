/** What Chinese databases export: NoteExpress (`{Title}: ...`), and CNKI's own fields (`Title-题名: ...`). */
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import type { Format } from '../format.ts';
import { type Line, readLines } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import { typeOfEndnote } from './endnote-types.ts';
import { taggedReader } from './tagged-records.ts';

export const noteExpress: Format = {
  id: 'noteexpress',
  label: 'NoteExpress / CNKI',
  extensions: ['net', 'txt'],
  mediaType: 'text/plain',
  detect: (head) =>
    /^(?:.*;)?\s*[{[]Reference Type[}\]]:/m.test(head) || /^Title-题名 ?:/m.test(head) ? 0.97 : 0,
  read: (chunks) =>
    readLines(
      chunks,
      taggedReader({ parse, begins, ends: () => false, isFrame: () => false, toPiece }),
    ),
};

/** A page's script may stand before the first record, on its line. */
const inBraces = /^(?:.{0,200};)?\s*[{[]([A-Z][A-Za-z/ ()]{1,40})[}\]]:(.*)$/;
/** The name in English and in Chinese. */
const inTwoTongues = /^([A-Z][A-Za-z/ ]{1,30}-(?:\p{Script=Han}{1,12}|DOI)|DataType) ?:(.*)$/u;

function parse(text: string): Field | undefined {
  const [, tag, value = ''] = inBraces.exec(text) ?? inTwoTongues.exec(text) ?? [];
  return tag === undefined ? undefined : { tag, value: value.trim() };
}

/** The first field, or a title, comes again. */
function begins({ tag }: Field, found: readonly Field[]): boolean {
  return tag === found[0]?.tag || (isTitle(tag) && found.some((field) => isTitle(field.tag)));
}

const isTitle = (tag: string): boolean => /^Title(?:-|$)/.test(tag);

/** CNKI's names without the Chinese, except where that tells two apart. */
const roleOfTag: Record<string, Role> = {
  'reference type': 'type',
  title: 'title',
  'translated title': 'translatedTitle',
  author: 'author',
  journal: 'container',
  'secondary title': 'container',
  source: 'container',
  'tertiary title': 'series',
  year: 'date',
  date: 'date',
  pubtime: 'date',
  volume: 'volume',
  issue: 'issue',
  period: 'issue',
  pages: 'pages',
  'page-页码': 'pages',
  'pagecount-页码': 'pages',
  keywords: 'keyword',
  keyword: 'keyword',
  abstract: 'abstract',
  summary: 'abstract',
  'isbn/issn': 'number',
  issn: 'number',
  isbn: 'number',
  publisher: 'publisher',
  'place published': 'place',
  edition: 'edition',
  language: 'language',
  'accession number': 'accession',
  url: 'url',
  link: 'url',
  doi: 'doi',
  'database provider': 'database',
  srcdatabase: 'type',
};
const listed = /^(?:author|keyword)$/;

function toPiece(lines: Line[], found: Field[]): Piece {
  const type = found.map(typeIn).find(Boolean);
  const given = found.flatMap(({ tag, value }): RoleField[] => {
    const role = roleOf(tag.toLowerCase(), type);
    if (role && listed.test(role)) return eachOf(tag, value, role);
    if (role === 'date') return [{ tag, value: value.replace(/ \d\d:\d\d.*$/, ''), role }];
    return [{ tag, value: role === 'abstract' ? value : value.replaceAll('\n', ' '), role }];
  });
  return pieceFromRoles(lines, given, { typeOf, names: { withoutComma: 'person' } });
}

/** A thesis stands in nothing: its source is where it was written. */
function roleOf(tag: string, type: ReferenceType | undefined): Role | undefined {
  const role = roleOfTag[tag] ?? roleOfTag[tag.replace(/-.*$/, '')];
  return role === 'container' && type === 'thesis' ? 'publisher' : role;
}

function eachOf(tag: string, value: string, role: Role): RoleField[] {
  const parts = value.split(/[;；\n]/).map((part) => part.trim());
  return parts.filter(Boolean).map((part) => ({ tag, value: part, role }));
}

const typeIn = ({ tag, value }: Field): ReferenceType | undefined =>
  /^(?:Reference Type$|SrcDatabase-)/.test(tag) ? typeOf(value) : undefined;

/** EndNote's names, or that of one of the databases that CNKI is made of. */
const typeOf = (written: string): ReferenceType | undefined =>
  typeOfEndnote(written) ?? typeOfWord(written);
