/** JSON that is not CSL: Zotero's items, and lists of plain objects whose keys are a table's headings. */
import type { Piece } from '../../reference.ts';
import { aside, type Line } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { columnsOf, guessColumns } from '../tables/csv-columns.ts';
import { rowPieces } from '../tables/csv-record.ts';
import { isObject, type Json } from './json-paths.ts';
import { extraFields, isAuthorType, typeOfZotero } from './zotero.ts';

const zoteroRoles: Record<string, Role> = {
  title: 'title',
  caseName: 'title',
  nameOfAct: 'title',
  subject: 'title',
  date: 'date',
  dateEnacted: 'date',
  publicationTitle: 'container',
  bookTitle: 'container',
  proceedingsTitle: 'container',
  encyclopediaTitle: 'container',
  dictionaryTitle: 'container',
  websiteTitle: 'container',
  blogTitle: 'container',
  volume: 'volume',
  issue: 'issue',
  reportNumber: 'issue',
  number: 'issue',
  pages: 'pages',
  edition: 'edition',
  series: 'series',
  seriesTitle: 'series',
  publisher: 'publisher',
  institution: 'publisher',
  university: 'publisher',
  place: 'place',
  DOI: 'doi',
  ISBN: 'number',
  ISSN: 'number',
  url: 'url',
  abstractNote: 'abstract',
  language: 'language',
  libraryCatalog: 'database',
  itemType: 'type',
};

/** Zotero's own JSON, bare or as its web interface gives it (the item under `data`). */
export function zoteroPiece(item: Json, lines: Line[]): Piece | undefined {
  const data = isObject(item.data) && 'itemType' in item.data ? item.data : item;
  const { itemType } = data;
  if (typeof itemType !== 'string') return undefined;
  // They belong to an item of their own; nothing is said about a document.
  if (/^(?:attachment|annotation)$/.test(itemType) || (itemType === 'note' && !data.title))
    return aside(lines);
  const given = Object.entries(data).flatMap(([tag, value]) => zoteroFields(tag, value));
  return pieceFromRoles(lines, given, {
    typeOf: typeOfZotero,
    names: { withoutComma: 'person' },
    keywordSeparator: /$^/,
  });
}

function zoteroFields(tag: string, value: unknown): RoleField[] {
  if (tag === 'creators' && Array.isArray(value)) return value.map(creatorField);
  if (tag === 'tags' && Array.isArray(value))
    return value.map((one) => ({
      tag,
      value: isObject(one) ? textOf(one.tag) : textOf(one),
      role: 'keyword',
    }));
  if (tag === 'notes' && Array.isArray(value))
    return value.map((one) => ({
      tag,
      value: isObject(one) ? textOf(one.note) : textOf(one),
      role: 'note',
    }));
  if (tag === 'extra' && typeof value === 'string') return extraFields(value);
  return [{ tag, value: textOf(value), role: zoteroRoles[tag] }];
}

function creatorField(creator: unknown): RoleField {
  if (!isObject(creator)) return { tag: 'creators', value: textOf(creator), role: undefined };
  const { creatorType, firstName, lastName, name } = creator;
  const type = textOf(creatorType);
  const isAuthor = type === '' || isAuthorType(type);
  const role: Role | undefined = isAuthor ? 'author' : type === 'editor' ? 'editor' : undefined;
  const family = textOf(lastName);
  const given = textOf(firstName);
  if (!family && !given)
    return { tag: type, value: textOf(name), role, name: { literal: textOf(name) } };
  // A particle stands in the family name: it is taken apart as in any other source.
  return { tag: type, value: given ? `${family}, ${given}` : family, role };
}

/** Any other object: its keys are headings, lists are cells with several values. */
export function objectPiece(item: Json, lines: Line[]): Piece | undefined {
  const columns = Object.keys(item);
  const guesses = Object.values(guessColumns(columns));
  if (!guesses.includes('title') && !guesses.includes('doi')) return undefined;
  const labels = columns.map((column) => labelsOf(item[column]));
  const cells = columns.map((column, index) => labels[index] ?? textOf(item[column]));
  const [piece] = rowPieces({ cells, lines }, columns, columnsOf(columns));
  if (piece?.kind !== 'reference') return piece;
  // Of what stands in objects only the names were read.
  const whole = columns.filter((_, index) => labels[index] !== undefined);
  const kept = whole.map((tag) => ({ tag, value: textOf(item[tag]) }));
  return { ...piece, unmapped: [...piece.unmapped, ...kept] };
}

/** `[{"name": "Berg, Anna"}, ...]`, `{"title": "Health & Place"}`: what an object, or each of a list, is called. */
function labelsOf(value: unknown): string | undefined {
  const list = Array.isArray(value) ? value : [value];
  const labels = list.map((one) => (isObject(one) ? labelOf(one) : undefined));
  if (list.length === 0 || labels.some((label) => label === undefined)) return undefined;
  return labels.join('; ');
}

function labelOf(one: Json): string | undefined {
  const text = (...names: string[]) =>
    names.map((name) => one[name]).find((found) => typeof found === 'string' && found !== '');
  const family = text('family', 'last_name', 'lastName', 'surname', 'familyName');
  const given = text('given', 'first_name', 'firstName', 'given_name', 'givenName', 'initials');
  const whole = text('name', 'full_name', 'fullName', 'display_name', 'title', 'term', 'value');
  const label = family ? [family, given].filter(Boolean).join(', ') : whole;
  return label === undefined ? undefined : String(label);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    if (value.length === 0) return '';
    if (value.every((one) => typeof one !== 'object' || one === null)) return value.join('; ');
  }
  return typeof value === 'object' ? emptyOr(JSON.stringify(value)) : String(value);
}

const emptyOr = (json: string) => (json === '{}' ? '' : json);
