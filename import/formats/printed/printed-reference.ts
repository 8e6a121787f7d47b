/** A reference as it is printed, taken apart only where its style leaves no doubt. */
import { doisIn } from '../../normalize/doi.ts';
import { cutOthers } from '../../normalize/names.ts';
import type { ReferenceType } from '../../reference.ts';
import type { Role, RoleField } from '../roles.ts';
import { splitPeople } from '../tables/csv-values.ts';
import { type Printed, printedParts } from './printed-styles.ts';

/** What is certain in any style: DOI and address. The text itself is kept whole beside it. */
export function printedReference(text: string): { fields: RoleField[]; type?: ReferenceType } {
  const dois = doisIn(text).map((value): RoleField => ({ tag: 'doi', value, role: 'doi' }));
  const urls = (text.match(/https?:\/\/[^\s>\])]+/g) ?? [])
    .map((url) => url.replace(/[.,;]+$/, ''))
    .filter((url) => !/doi\.org\//i.test(url))
    .map((value): RoleField => ({ tag: 'url', value, role: 'url' }));
  const parts = printedParts(withoutAddresses(text));
  // The whole text stays with the record whatever was taken from it.
  const kept: RoleField = { tag: 'text', value: text, role: undefined };
  const fields = [...(parts ? fieldsOf(parts) : []), ...dois, ...urls, kept];
  return parts?.kind ? { fields, type: parts.kind } : { fields };
}

function withoutAddresses(text: string): string {
  return text
    .replace(/[,;]?\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)10\.\d{4,9}\/\S+/gi, '')
    .replace(/\b10\.\d{4,9}\/\S+/g, '')
    .replace(
      /(?:Available (?:at|from):?|Hämtad från:?|Retrieved from:?|Tilgjengelig fra:?)?\s*<?https?:\/\/\S+/gi,
      '',
    )
    .trim();
}

const roles = [
  'date',
  'title',
  'container',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'edition',
  'place',
  'publisher',
] as const satisfies readonly Role[];

function fieldsOf({ people = '', editors = '', ...parts }: Printed): RoleField[] {
  return [
    ...peopleIn(people, 'author'),
    ...peopleIn(editors, 'editor'),
    ...roles.flatMap((role): RoleField[] => {
      const value = parts[role]?.trim();
      if (!value) return [];
      return [{ tag: role, value: role === 'title' ? value.replace(/\.$/, '') : value, role }];
    }),
  ];
}

function peopleIn(written: string, role: 'author' | 'editor'): RoleField[] {
  // A full stop behind a name ends the list, one behind `Berg, A.` is the initial's.
  const bare = written.trim().replace(/(\p{Ll}{2}|[^,\s.] \p{Lu}{1,4})\.$/u, '$1');
  // APA names six and the last: `Berg, A., . . . Ek, B.`
  const listed = bare.split(/,?\s+(?:\. ?\. ?\.|\u2026)\s*(?:& )?/u);
  const { names, others } = cutOthers(listed.join(', '));
  if (names === '') return [];
  const leftOut = listed.length > 1 ? 'et al.' : others;
  return [...peopleApart(names), leftOut]
    .filter(Boolean)
    .map((value) => ({ tag: role, value, role }));
}

/** `Berg, A., & Ek, B.`, `Berg A, Ek B; The Group`, `A. Berg and B. Ek`, `Berg, Anna, Bo Ek, and Carl Dahl`. */
function peopleApart(names: string): string[] {
  const list = names.replace(/,?\s+(?:&|and|och|og)\s+/g, ', ');
  const apa = [...list.matchAll(/([^,]+),\s*((?:\p{Lu}\.?[ -]?){1,5})(?:,|$)/gu)];
  const isApa =
    apa.length > 0 && apa.map(([whole]) => whole).join('').length >= list.length - 2 * apa.length;
  if (isApa) return apa.map(([, family = '', given = '']) => `${family.trim()}, ${given.trim()}`);
  const groups = names.split(';').map((name) => name.trim());
  if (groups.length > 1) return groups.flatMap(peopleApart);
  // Chicago and MLA turn round only the first name.
  const [family = '', given = '', ...rest] = list.split(/,\s*/);
  const isTurned = /^\p{Lu}[\p{L}'\u2019-]+$/u.test(family) && /^\p{Lu}\p{Ll}/u.test(given);
  if (isTurned && (rest.length > 0 || list.includes(','))) return [`${family}, ${given}`, ...rest];
  return /^(?:\p{Lu}\.[ -]?)+\p{Lu}/u.test(list) ? list.split(/,\s*/) : splitPeople(names);
}
