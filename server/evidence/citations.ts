/** How publications are named in running text and in full. */
import { familyOf, listedNames, type ShortNames } from '../../import/normalize/names.ts';
import type { Name, Reference } from '../../import/reference.ts';
import type { Locale } from '../../schema/columns.ts';
import { tags, translate } from '../platform/i18n.ts';

/** "Bai and Synnes", "Jensen et al."; the title's place when nobody is named. */
export function namesInShort(locale: Locale, { names, more }: ShortNames): string {
  const [one, other] = names;
  if (one === undefined) return translate(locale, 'evidence.no_author');
  if (more) return translate(locale, 'evidence.and_others', { name: one });
  return other === undefined ? one : translate(locale, 'evidence.two_names', { one, other });
}

/** "Bai and Synnes (2018)". */
export function citedAs(
  locale: Locale,
  { authors, year }: { authors: ShortNames; year: number | null },
): string {
  const names = namesInShort(locale, authors);
  const when = year === null ? translate(locale, 'evidence.no_year') : String(year);
  return translate(locale, 'evidence.names_and_year', { names, year: when });
}

/** Everybody, given names first: "Nina Beate Andfossen". */
export function everyName(locale: Locale, reference: Reference): string {
  const inOrder = (name: Exclude<Name, { literal: string }>) =>
    [name.given, familyOf(name), name.suffix].filter(Boolean).join(' ');
  return allNames(locale, reference, inOrder);
}

/** Whom it is listed under, in a row that ends in "et al." where the source leaves some out. */
function allNames(
  locale: Locale,
  reference: Reference,
  print: (name: Exclude<Name, { literal: string }>) => string,
): string {
  const { names, othersOmitted } = listedNames(reference);
  const written = names.map((name) => ('literal' in name ? name.literal : print(name)));
  if (othersOmitted) return translate(locale, 'evidence.and_others', { name: written.join(', ') });
  const list = new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(written);
  return list || translate(locale, 'evidence.no_author');
}

/** Volume, issue and pages: `21(3), 123–130`. */
export function placeInContainer({ volume, issue, pages }: Reference): string {
  const number = issue ? `${volume ?? ''}(${issue})` : (volume ?? '');
  return [number, pages?.replace(/-/g, '–') ?? ''].filter(Boolean).join(', ');
}

export type CiteLine = {
  names: string;
  year: string;
  title: string;
  container: string;
  place: string;
  publisher: string;
  /** The whole address. */
  doi: string | null;
};

/** The parts of a line that others can copy: names, year, title, where, DOI. */
export function citeLine(locale: Locale, reference: Reference): CiteLine {
  const { title, container = '', publisher = '', doi } = reference;
  const familyFirst = (name: Exclude<Name, { literal: string }>) =>
    [familyOf(name), initials(name.given ?? '')].filter(Boolean).join(', ');
  return {
    names: allNames(locale, reference, familyFirst),
    year: reference.year ? String(reference.year) : translate(locale, 'evidence.no_year'),
    title: /[.?!]$/.test(title) ? title : `${title}.`,
    container,
    place: placeInContainer(reference),
    publisher,
    doi: doi ? `https://doi.org/${doi}` : null,
  };
}

const initials = (given: string) =>
  given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(
      (name) =>
        `${name
          .split('-')
          .map((part) => part.charAt(0))
          .join('.-')}.`,
    )
    .join(' ');

/** An address that may stand in a link: only the web's. */
export const webAddress = (url: string): string | null =>
  /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
