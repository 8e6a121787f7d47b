/** RefWorks' tagged format, which Libris, EBSCO and others write as well: two letters, a blank and the value. */
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import type { Format } from '../format.ts';
import { type Line, readLines } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfEndnote } from './endnote-types.ts';
import { taggedReader } from './tagged-records.ts';

export const refworks: Format = {
  id: 'refworks',
  label: 'RefWorks (tagged)',
  extensions: ['txt'],
  mediaType: 'text/plain',
  detect: detectRefworks,
  read: (chunks) =>
    readLines(
      chunks,
      taggedReader({
        parse,
        begins: ({ tag }, found) => tag === 'RT' && found.length > 0,
        ends: () => false,
        isFrame: (text) => frame.test(text),
        toPiece,
      }),
    ),
};

/** The legend above the first record. */
const frame =
  /^(?:refworks export|character set|tag legend|\*{3,}|[A-Z][A-Z0-9]{1,4}=|font attribute|(?:start|end) \w+ ?=|begin exported)/i;

function detectRefworks(head: string): number {
  if (/^BEGIN EXPORTED REFERENCES\s*$/m.test(head)) return 0.98;
  return /^RT [A-Z][a-z]/m.test(head) && /^(?:T1|A1) \S/m.test(head) ? 0.96 : 0;
}

const roleOfTag: Record<string, Role> = {
  RT: 'type',
  A1: 'author',
  A2: 'editor',
  T1: 'title',
  T2: 'container',
  T3: 'series',
  OT: 'translatedTitle',
  JF: 'container',
  JO: 'container',
  YR: 'date',
  FD: 'date',
  VO: 'volume',
  IS: 'issue',
  SP: 'firstPage',
  OP: 'lastPage',
  ED: 'edition',
  PB: 'publisher',
  PP: 'place',
  DO: 'doi',
  SN: 'number',
  UL: 'url',
  LK: 'url',
  AB: 'abstract',
  K1: 'keyword',
  LA: 'language',
  NO: 'note',
  AN: 'accession',
  DB: 'database',
  DS: 'database',
};
/** A line of a text may begin with two capitals: only the format's own tags begin a field. */
const tags = new Set([
  ...Object.keys(roleOfTag),
  ...'SR ID A3 A4 A5 A6 AV AD CL SF CN CR IP RD ST SL LL WT WV WP OL PMID PMCID'.split(' '),
  ...Array.from({ length: 15 }, (_, index) => `U${index + 1}`),
]);

function parse(text: string): Field | undefined {
  const [, written = '', value = ''] =
    /^([A-Z][A-Z0-9]{1,4}|vo)(?: (.*))?$/.exec(text.trimEnd()) ?? [];
  // CNKI writes the volume in small letters.
  const tag = written === 'vo' ? 'VO' : written;
  return tags.has(tag) ? { tag, value: value.trim() } : undefined;
}

const ownTypes: Record<string, ReferenceType> = {
  abstract: 'article-journal',
  artwork: 'document',
  bills: 'bill',
  'book, edited': 'book',
  'book, section': 'chapter',
  'book, whole': 'book',
  'court decisions': 'legislation',
  dissertation: 'thesis',
  'dissertation/thesis': 'thesis',
  'journal, electronic': 'article-journal',
  laws: 'legislation',
  monograph: 'book',
  resolutions: 'bill',
  statutes: 'legislation',
  'thesis, unpublished': 'thesis',
  'unpublished material': 'manuscript',
};
const typeOf = (written: string): ReferenceType | undefined =>
  ownTypes[written.toLowerCase()] ?? typeOfEndnote(written);
/** What stands in nothing else: a further title is a series, a lone page number how many there are. */
const standsAlone = new Set<ReferenceType | undefined>(['book', 'thesis', 'report']);

function toPiece(lines: Line[], found: Field[]): Piece {
  const type = typeOf(found.find(({ tag }) => tag === 'RT')?.value ?? '');
  const alone = standsAlone.has(type);
  const hasLastPage = found.some(({ tag, value }) => tag === 'OP' && value !== '');
  const roleIn = ({ tag, value }: Field): Role | undefined => {
    if (tag === 'T2' && alone) return 'series';
    if (tag === 'A3' && alone) return 'editor';
    if (tag === 'SP' && alone && !hasLastPage) return undefined;
    if (tag === 'FD' && !/\d{4}/.test(value)) return undefined;
    return roleOfTag[tag];
  };
  const given = found.flatMap((field): RoleField[] => {
    const { tag, value } = field;
    const role = roleIn(field);
    if (role === 'keyword' || role === 'author' || role === 'editor')
      return value.split(/\n|;/).map((one): RoleField => ({ tag, value: one, role }));
    if (role === 'language') return [{ tag, value: value.replace(/;$/, ''), role }];
    const isText = role === 'abstract' || role === 'note';
    return [{ tag, value: isText ? value : value.replaceAll('\n', ' '), role }];
  });
  // The journal's full name before the short one.
  const rank = ({ tag }: Field) => (tag === 'JO' ? 1 : 0);
  return pieceFromRoles(
    lines,
    given.toSorted((a, b) => rank(a) - rank(b)),
    { typeOf, names: { withoutComma: 'body' } },
  );
}
