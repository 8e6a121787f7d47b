/** A field of MARC taken apart: what MARC 21 and UNIMARC have in common. */
import type { Role, RoleField } from '../roles.ts';

export type Subfield = { code: string; value: string };
export type DataField = { tag: string; ind2: string; subfields: Subfield[] };
export type MarcRecord = {
  leader: string;
  control: { tag: string; value: string }[];
  data: DataField[];
};

/** Cataloguers write the sign that parts a value from the next at its end. */
export const bare = (text: string) =>
  text
    .replace(notSorted, '')
    .replace(/\s*[/:;,=]+\s*$/, '')
    .trim();
// Around an article that is passed over in sorting.
const notSorted = /[\u0088\u0089\u0098\u009c]/g;

export type FieldReader = (field: DataField) => RoleField[];

/** A field without a place of its own, as cataloguers write it. */
export function whole({ tag, subfields }: DataField): RoleField[] {
  const value = subfields.map(({ code, value: one }) => (code ? `$${code} ${one}` : one)).join(' ');
  return [{ tag, value, role: undefined }];
}

/** Each subfield under its role; the others under their own names. */
export function parts(roleOf: Partial<Record<string, Role>>): FieldReader {
  return ({ tag, subfields }) =>
    subfields.map(({ code, value }) => {
      const role = roleOf[code];
      return { tag: `${tag}${code}`, value: role ? bare(tidied(role, value)) : value, role };
    });
}

/** `[2015]`, `c2015`, `©2015`: a year, and a bracket that tells where the cataloguer had it from. */
function tidied(role: Role, value: string): string {
  if (role === 'date') return value.replace(/^[[©cp]*(\d{4})[\].,]*$/, '$1');
  return role === 'place' || role === 'publisher'
    ? value.replace(/^\[(.*?)\](\W*)$/, '$1$2')
    : value;
}

export function joined(
  { tag, subfields }: DataField,
  codes: RegExp,
  role: Role,
  glue: string,
): RoleField {
  const kept = subfields.filter(({ code }) => codes.test(code));
  return { tag, value: kept.map(({ value }) => bare(value)).join(glue), role };
}

/** Subfields under names of their own, in a role or in none. */
export const named = (
  { tag }: DataField,
  subfields: readonly Subfield[],
  role?: Role,
): RoleField[] => subfields.map(({ code, value }) => ({ tag: `${tag}${code}`, value, role }));
