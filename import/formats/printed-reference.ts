/** A reference as it is printed, taken apart only where its style leaves no doubt. */
import { doisIn } from '../normalize/doi.ts';
import { cutOthers } from '../normalize/names.ts';
import { splitPeople } from './csv-values.ts';
import type { RoleField } from './roles.ts';

/** What is certain in any style: DOI and address. The text itself is kept whole beside it. */
export function printedReference(text: string): RoleField[] {
  const dois = doisIn(text).map((value): RoleField => ({ tag: 'doi', value, role: 'doi' }));
  const urls = (text.match(/https?:\/\/[^\s>\])]+/g) ?? [])
    .map((url) => url.replace(/[.,;]+$/, ''))
    .filter((url) => !/doi\.org\//i.test(url))
    .map((value): RoleField => ({ tag: 'url', value, role: 'url' }));
  const plain = text
    .replace(/\b(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)?10\.\d{4,9}\/\S+/gi, '')
    .replace(
      /(?:Available (?:at|from):?|Hämtad från:?|Retrieved from:?|Tilgjengelig fra:?)?\s*<?https?:\/\/\S+/gi,
      '',
    )
    .trim();
  const parts = authorYear(plain) ?? vancouver(plain);
  // The whole text stays with the record whatever was taken from it.
  return [...(parts ?? []), ...dois, ...urls, { tag: 'text', value: text, role: undefined }];
}

/** APA and Harvard: `Berg, A., & Dahl, B. (2019). Title. Journal, 12(3), 1-9.` */
function authorYear(text: string): RoleField[] | undefined {
  const found =
    /^(?<people>\p{Lu}.{1,600}?)\s*\((?<date>(?:1[5-9]|20)\d{2})[a-z]?(?:, [^)]{1,30})?\)[.:,]?\s+(?<rest>\S.*)$/su.exec(
      text,
    );
  const { people = '', date = '', rest = '' } = found?.groups ?? {};
  if (!found) return undefined;
  const split = titleAndRest(rest);
  if (!split) return undefined;
  return [
    ...peopleIn(people),
    field('date', date),
    field('title', split.title),
    ...placeIn(split.rest),
  ];
}

/** Vancouver: `Berg A, Dahl B. Title. Journal. 2019;12(3):1-9.` */
function vancouver(text: string): RoleField[] | undefined {
  const found =
    /^(?<people>(?:[\p{Lu}\p{Ll}'\u2019 -]{2,40} \p{Lu}{1,4}(?:, |\. )){1,200}(?:et al\. )?)(?<title>[^.?!]{8,}[.?!]) (?<container>[^.]{2,120})\. (?<date>(?:19|20)\d{2})[^;:]{0,12};(?<volume>\d+)?(?:\((?<issue>[^)]{1,20})\))?:(?<pages>[\w-]+)/u.exec(
      text,
    );
  const groups = found?.groups;
  if (!groups) return undefined;
  const { people = '', title = '' } = groups;
  const rest = (['container', 'date', 'volume', 'issue', 'pages'] as const).flatMap((role) =>
    groups[role] ? [field(role, groups[role])] : [],
  );
  return [...peopleIn(people), field('title', title.replace(/\.$/, '')), ...rest];
}

function field(role: NonNullable<RoleField['role']>, value: string): RoleField {
  return { tag: role, value, role };
}

function peopleIn(written: string): RoleField[] {
  const { names, others } = cutOthers(written.trim().replace(/(\p{Ll}{2})\.$/u, '$1'));
  const list = names.replace(/,?\s+(?:&|and|och|og)\s+/g, ', ');
  const apa = [...list.matchAll(/([^,]+),\s*((?:\p{Lu}\.[ -]?){1,5})(?:,|$)/gu)];
  const isApa =
    apa.length > 0 && apa.map(([whole]) => whole).join('').length >= list.length - 2 * apa.length;
  const people = isApa
    ? apa.map(([, family = '', given = '']) => `${family.trim()}, ${given.trim()}`)
    : splitPeople(names);
  return [...people, others].filter(Boolean).map((name) => field('author', name));
}

/** The title ends at the first full stop that ends a sentence; with none, nothing is certain. */
function titleAndRest(text: string): { title: string; rest: string } | undefined {
  const found = /^(.{6,400}?[^.\s]{2}[.?!])(?:\s+(.*))?$/s.exec(text);
  const title = found?.[1]?.replace(/\.$/, '').replace(/^["\u201c](.*)["\u201d]$/, '$1');
  return title ? { title, rest: found?.[2] ?? '' } : undefined;
}

/** `Journal, 12(3), 1-9.` and nothing looser. */
function placeIn(rest: string): RoleField[] {
  const found =
    /^(?<container>[^,.]{3,150}(?:, [^,\d]{3,60})?), (?<volume>\d{1,4})(?:\s?\((?<issue>[^)]{1,20})\))?(?:[,:] (?:pp?\.\s*)?(?<pages>[\w]+(?:[-\u2013]\w+)?))?\.?(?:\s|$)/u.exec(
      rest,
    );
  const groups = found?.groups;
  if (!groups) return [];
  return (['container', 'volume', 'issue', 'pages'] as const).flatMap((role) =>
    groups[role] ? [field(role, groups[role])] : [],
  );
}
