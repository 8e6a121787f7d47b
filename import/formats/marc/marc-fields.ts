/** What the fields of MARC mean, however the record is written: in XML, as ISO 2709 or as lines of text. */
import type { ReferenceType } from '../../reference.ts';
import type { Draft } from '../fields.ts';
import { draftFromRoles, type Role, type RoleField, titleOf } from '../roles.ts';
import { typeOfGenre } from '../xml/mods-genres.ts';
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
import { isUnimarc, typeOfUnimarc, unimarcReaders } from './unimarc.ts';

/** `left`: what stands beside the record and has no role. */
export function draftOfMarc(record: MarcRecord, left: RoleField[] = []): Draft {
  const { leader, control, data } = record;
  const isForeign = isUnimarc(record);
  const known = isForeign ? unimarcReaders : readers;
  const given = [
    ...data.flatMap((field) => rolesOf(field, known)),
    ...control.flatMap(rolesOfControl),
  ];
  const fixed = control.find(({ tag }) => tag === '008')?.value ?? '';
  // Written twice by cataloguers: the coded form serves where the printed one is missing.
  if (!given.some(({ role }) => role === 'date'))
    given.push({ tag: '008/date', value: yearIn(fixed.slice(7, 11)), role: 'date' });
  if (leader) given.push({ tag: 'leader', value: leader, role: undefined });
  const type = isForeign ? typeOfUnimarc(record) : typeOf(leader, data);
  return draftFromRoles([...given, ...left], type ? { type } : {});
}

const yearIn = (text: string) => (/^\d{4}$/.test(text) ? text : '');

const readers: [RegExp, FieldReader][] = [
  [/^020$/, parts({ a: 'number' })],
  [/^022$/, parts({ a: 'number' })],
  [/^024$/, identifier],
  [/^041$/, parts({ a: 'language' })],
  [/^(?:100|700)$/, person],
  [/^(?:110|111|710|711)$/, body],
  [/^242$/, title('translatedTitle')],
  [/^245$/, title('title')],
  [/^246$/, (field) => (field.ind2 === '1' ? title('translatedTitle')(field) : whole(field))],
  [/^250$/, parts({ a: 'edition' })],
  [/^26[04]$/, parts({ a: 'place', b: 'publisher', c: 'date' })],
  [/^(?:440|490)$/, (field) => [joined(field, /[av]/, 'series', ' ; ')]],
  [/^520$/, (field) => [joined(field, /[ab]/, 'abstract', ' ')]],
  [/^5(?:00|02|04|05|08|18|33|38)$/, (field) => [joined(field, /./, 'note', ' ')]],
  [/^6(?:00|10|11|30|47|48|50|51)$/, (field) => [joined(field, /[a-z]/, 'keyword', ' -- ')]],
  [/^653$/, parts({ a: 'keyword' })],
  [/^773$/, host],
  [/^856$/, parts({ u: 'url' })],
];

function rolesOf(field: DataField, known: typeof readers): RoleField[] {
  const reader = known.find(([tags]) => tags.test(field.tag))?.[1] ?? whole;
  return reader(field).filter(({ value }) => value !== '');
}

function rolesOfControl({ tag, value }: { tag: string; value: string }): RoleField[] {
  if (tag === '001') return [{ tag, value, role: 'accession' }];
  if (tag === '003') return [{ tag, value, role: 'database' }];
  return [{ tag, value, role: undefined }];
}

function title(role: 'title' | 'translatedTitle'): FieldReader {
  return (field) => {
    const { tag, subfields } = field;
    const of = (code: string) =>
      subfields.filter((one) => one.code === code).map(({ value }) => bare(value));
    const main = titleOf(of('a').join(' '), of('b').join(': '));
    const value = [main, ...of('n'), ...of('p')].filter(Boolean).join('. ');
    const others = subfields.filter(({ code }) => !/[abnp]/.test(code));
    return [{ tag, value, role }, ...named(field, others)];
  };
}

function identifier({ tag, subfields }: DataField): RoleField[] {
  const scheme = subfields.find(({ code }) => code === '2')?.value.toLowerCase() ?? '';
  return subfields.map(({ code, value }) => {
    const role: Role | undefined =
      code !== 'a'
        ? undefined
        : scheme === 'doi'
          ? 'doi'
          : /^https?:/.test(value)
            ? 'url'
            : 'maybeDoi';
    return { tag: `${tag}${code}`, value, role };
  });
}

const editorTerms = /^(?:edt|editor|ed\.?|red\.?|redaktör|redaktør|utgivare|utgiver)\b/i;
const authorTerms = /^(?:aut|author|cre|creator|författare|forfatter|joint author|diss|rsp)\b/i;

function person(field: DataField): RoleField[] {
  const { tag, subfields } = field;
  const value = bare(subfields.find(({ code }) => code === 'a')?.value ?? '');
  const terms = subfields.filter(({ code }) => /[4e]/.test(code)).map(({ value: term }) => term);
  const role = roleOfTerms(terms);
  // A work within the work: its author has no part in this one.
  if (!role || subfields.some(({ code }) => code === 't')) return whole(field);
  const others = subfields.filter(({ code }) => code !== 'a');
  // The stop after an initial is the name's; after a name it closes the field.
  return [{ tag, value: value.replace(/(?<=\p{Ll}{2})\.$/u, ''), role }, ...named(field, others)];
}

function roleOfTerms(terms: readonly string[]): Role | undefined {
  if (terms.some((term) => editorTerms.test(bareTerm(term)))) return 'editor';
  return terms.length === 0 || terms.some((term) => authorTerms.test(bareTerm(term)))
    ? 'author'
    : undefined;
}

const bareTerm = (term: string) => term.replace(/^.*\/(?=\w+$)/, '').replace(/^[([]/, '');

function body(field: DataField): RoleField[] {
  const name = field.subfields
    .filter(({ code }) => /[abn]/.test(code))
    .map(({ value }) => bare(value).replace(/\.$/, ''))
    .join('. ');
  const terms = field.subfields.filter(({ code }) => /[4e]/.test(code)).map(({ value }) => value);
  const role = /^[17]10$/.test(field.tag) ? roleOfTerms(terms) : undefined;
  if (!role || name === '') return whole(field);
  return [{ tag: field.tag, value: name, role, name: { literal: name } }];
}

const hostRoles: Partial<Record<string, Role>> = { t: 'container', x: 'number', z: 'number' };
const hostPart =
  /^(?:(?:vol\.?|bd\.?|årg\.?)\s*)?(?<volume>\d+)?\s*(?:\((?<year>\d{4})\))?\s*(?:[:,]\s*(?:(?:no?\.?|nr\.?|h\.?)\s*)?(?<issue>\d+(?:[/-]\d+)?))?\s*(?:\(?(?<date>\d{4})\)?)?\s*,?\s*(?:(?:s\.?|p\.?|pp\.?|sid\.?|side)\s*(?<pages>\w+(?:\s*[-–]\s*\w+)?))?$/i;

/** What the document stands in, and where in it: `28(2015):2, s. 103-106`. */
function host({ tag, subfields }: DataField): RoleField[] {
  return subfields.flatMap(({ code, value }): RoleField[] => {
    const role = hostRoles[code];
    if (role) return [{ tag: `${tag}${code}`, value: bare(value).replace(/\.\s*-?$/, ''), role }];
    const groups =
      code === 'g' ? hostPart.exec(value.trim().replace(/\.$/, ''))?.groups : undefined;
    if (!groups) return [{ tag: `${tag}${code}`, value, role: undefined }];
    const { volume = '', issue = '', pages = '', year, date = '' } = groups;
    const found = { volume, issue, pages, date: year ?? date };
    return (['volume', 'issue', 'pages', 'date'] as const).map((part) => ({
      tag: `${tag}${code}`,
      value: found[part],
      role: part,
    }));
  });
}

/** A dissertation says so; a part of something is an article or a chapter; what stands alone is a book. */
function typeOf(leader: string, data: readonly DataField[]): ReferenceType | undefined {
  if (data.some(({ tag }) => tag === '502')) return 'thesis';
  for (const { tag, subfields } of data) {
    const genre =
      tag === '655' ? typeOfGenre(bare(subfields[0]?.value ?? '').replace(/\.$/, '')) : undefined;
    if (genre) return genre;
  }
  const inHost = data.find(({ tag }) => tag === '773');
  if (inHost)
    return inHost.subfields.some(({ code }) => code === 'x') ? 'article-journal' : 'chapter';
  return /^.{6}[at]m/.test(leader) ? 'book' : undefined;
}
