/** What the fields of UNIMARC mean: the catalogues of France, Italy, Portugal and others (BnF, Sudoc, SBN, Porbase). */
import { nameOfParts } from '../../normalize/names.ts';
import type { ReferenceType } from '../../reference.ts';
import { type Role, type RoleField, titleOf } from '../roles.ts';
import {
  bare,
  type DataField,
  type FieldReader,
  joined,
  type MarcRecord,
  named,
  parts,
  whole,
} from './marc-parts.ts';

/** MARC 21 has the title under 245, UNIMARC under 200. */
export const isUnimarc = ({ data }: MarcRecord): boolean =>
  data.some(({ tag }) => tag === '200') && !data.some(({ tag }) => tag === '245');

export const unimarcReaders: [RegExp, FieldReader][] = [
  [/^01[01]$/, parts({ a: 'number' })],
  [/^017$/, (field) => parts({ a: /doi/i.test(textOf(field, '2')) ? 'doi' : 'maybeDoi' })(field)],
  [/^101$/, parts({ a: 'language' })],
  [/^200$/, title],
  [/^205$/, parts({ a: 'edition' })],
  [/^21[04]$/, imprint],
  [/^215$/, whole],
  [/^225$/, (field) => [joined(field, /[av]/, 'series', ' ; ')]],
  [/^3(?:00|20|27|28)$/, (field) => [joined(field, /./, 'note', ' ')]],
  [/^330$/, (field) => [joined(field, /a/, 'abstract', ' ')]],
  [/^46[134]$/, host],
  [/^541$/, parts({ a: 'translatedTitle' })],
  [/^6(?:00|01|02|04|05|06|07|08)$/, (field) => [joined(field, /[abtjxyz]/, 'keyword', ' -- ')]],
  [/^610$/, parts({ a: 'keyword' })],
  [/^70[0-3]$/, person],
  [/^71[0-2]$/, body],
  [/^856$/, parts({ u: 'url' })],
];

const textOf = ({ subfields }: DataField, code: string): string =>
  subfields.find((one) => one.code === code)?.value ?? '';

function title(field: DataField): RoleField[] {
  const of = (code: string) =>
    field.subfields.filter((one) => one.code === code).map(({ value }) => bare(value));
  const main = titleOf(of('a')[0], of('e').join(': '));
  const value = [main, ...of('h'), ...of('i')].filter(Boolean).join('. ');
  const [, ...otherTitles] = field.subfields.filter(({ code }) => code === 'a');
  const others = field.subfields.filter(({ code }) => !/[aehid]/.test(code));
  return [
    { tag: field.tag, value, role: 'title' },
    // The same title in another language.
    ...named(
      field,
      field.subfields.filter(({ code }) => code === 'd'),
      'translatedTitle',
    ),
    ...named(field, [...otherTitles, ...others]),
  ];
}

/** `cop. 2000`, `DL 2015`, `[ca 1990]`: the year is what counts. */
function imprint(field: DataField): RoleField[] {
  return parts({ a: 'place', c: 'publisher', d: 'date' })(field).map((one) =>
    one.role === 'date' ? { ...one, value: /\d{4}/.exec(one.value)?.[0] ?? one.value } : one,
  );
}

/** What a person did: author when nothing or 070 is said, editor under 340 and 651. */
function roleOf(field: DataField): Role | undefined {
  const codes = field.subfields.filter(({ code }) => code === '4').map(({ value }) => value);
  if (codes.some((code) => /^(?:340|651|edt|pbd)$/.test(code))) return 'editor';
  const isAuthor = codes.some((code) => /^(?:070|aut|050|cre)$/.test(code));
  return isAuthor || (codes.length === 0 && !field.tag.endsWith('2')) ? 'author' : undefined;
}

function person(field: DataField): RoleField[] {
  const role = roleOf(field);
  const [family, given] = [bare(textOf(field, 'a')), bare(textOf(field, 'b'))];
  if (!role || family === '') return whole(field);
  const left = field.subfields.filter(({ code }) => !/[ab]/.test(code));
  const value = given ? `${family}, ${given}` : family;
  return [{ tag: field.tag, value, role, name: nameOfParts(family, given) }, ...named(field, left)];
}

function body(field: DataField): RoleField[] {
  const role = roleOf(field);
  const value = field.subfields
    .filter(({ code }) => /[ab]/.test(code))
    .map((one) => bare(one.value))
    .join('. ');
  if (!role || value === '') return whole(field);
  const left = field.subfields.filter(({ code }) => !/[ab]/.test(code));
  return [{ tag: field.tag, value, role, name: { literal: value } }, ...named(field, left)];
}

/** What the document stands in; a part of a set has its number there. */
function host(field: DataField): RoleField[] {
  const isSet = field.tag === '461' && textOf(field, 'x') === '';
  return parts({
    t: isSet ? 'series' : 'container',
    x: 'number',
    y: 'number',
    v: isSet ? undefined : 'volume',
    d: 'date',
    p: 'pages',
  })(field);
}

/** The leader tells a part from a whole; a thesis has a note of its own. */
export function typeOfUnimarc({ leader, data }: MarcRecord): ReferenceType | undefined {
  const has = (tag: RegExp) => data.some((field) => tag.test(field.tag));
  if (has(/^328$/)) return 'thesis';
  if (/^.{7}a/.test(leader))
    return data.some((field) => /^46[13]$/.test(field.tag) && textOf(field, 'x') !== '')
      ? 'article-journal'
      : 'chapter';
  if (/^.{6}l/.test(leader)) return undefined;
  return /^.{6}a[ms]/.test(leader) || has(/^010$/) ? 'book' : undefined;
}
