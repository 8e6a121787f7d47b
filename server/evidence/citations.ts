/** How publications are named in running text and in full. */
import { familyOf, type ShortNames } from '../../import/normalize/names.ts';
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
export function everyName(locale: Locale, names: readonly Name[]): string {
  const written = names.map((name) =>
    'literal' in name
      ? name.literal
      : [name.given, familyOf(name), name.suffix].filter(Boolean).join(' '),
  );
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(written);
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
  const people = reference.authors.length > 0 ? reference.authors : (reference.editors ?? []);
  const written = people.map((name) =>
    'literal' in name
      ? name.literal
      : [familyOf(name), initials(name.given ?? '')].filter(Boolean).join(', '),
  );
  const names = new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(written);
  return {
    names: names || translate(locale, 'evidence.no_author'),
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
