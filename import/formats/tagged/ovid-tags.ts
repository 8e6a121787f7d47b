/** What Ovid calls its fields in the tagged text it writes for reference managers (Citavi, EndNote): near MEDLINE's, not the same. */
import type { Field } from '../field-bag.ts';
import type { Role, RoleField } from '../roles.ts';
import { peopleOf, sourceFields } from './labelled-fields.ts';

const roles: Record<string, Role> = {
  TI: 'title',
  TT: 'translatedTitle',
  YR: 'date',
  JT: 'container',
  BT: 'container',
  VI: 'volume',
  IP: 'issue',
  PG: 'pages',
  EN: 'edition',
  PB: 'publisher',
  PL: 'place',
  DO: 'doi',
  DI: 'maybeDoi',
  IS: 'number',
  IB: 'number',
  XL: 'url',
  JL: 'url',
  AB: 'abstract',
  MH: 'keyword',
  KW: 'keyword',
  DE: 'keyword',
  ID: 'keyword',
  LG: 'language',
  LA: 'language',
  AN: 'accession',
  UI: 'accession',
  DB: 'database',
  PT: 'type',
  DT: 'type',
};
/** Said better by these, where the database has them, than by the line that tells where an article stands. */
const placeTags = new Set(['JT', 'BT', 'VI', 'IP', 'PG']);

/** `FA` is the full form of the names under `AU`; what `SO` says of a place that other tags have stays as it is written. */
export function ovidRoles(found: readonly Field[]): RoleField[] {
  const has = (tag: string) => found.some((field) => field.tag === tag);
  const isPlaced = found.some(({ tag }) => placeTags.has(tag));
  return found.flatMap(({ tag, value }): RoleField[] => {
    if (tag === 'SO' && !isPlaced) return sourceFields(tag, value);
    if (tag === 'FA' || (tag === 'AU' && !has('FA'))) return peopleOf(tag, value, 'author');
    if (tag === 'ED') return peopleOf(tag, value, 'editor');
    if (tag === 'PG' && /^no pagination/i.test(value)) return [{ tag, value, role: undefined }];
    return [{ tag, value, role: roles[tag] }];
  });
}
