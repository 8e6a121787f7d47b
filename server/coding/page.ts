/** What several pages of coding and findings show alike: publications, excerpts, choices of codes. */
import type { ShortNames } from '../../import/normalize/names.ts';
import type { Locale, Words } from '../../schema/columns.ts';
import { inWords, tags, translate } from '../platform/i18n.ts';
import type { CodebookWithCodes } from './codebooks/codebooks.ts';
import { flatten } from './codebooks/tree.ts';
import type { ExcerptRow } from './excerpts/excerpts.ts';
import type { Match } from './excerpts/quotations.ts';
import type { Publication } from './publications.ts';

export type ReviewPlace = { id: number; slug: string };

/** "Berg", "Berg and Dahl", "Berg et al.", or that nobody is named. */
export function authorsText(locale: Locale, { names, more }: ShortNames): string {
  const [first] = names;
  if (first === undefined) return translate(locale, 'coding.no_author');
  if (more) return translate(locale, 'coding.et_al', { first });
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(names);
}

export function publicationLine(locale: Locale, slug: string, publication: Publication) {
  const { rootId, title, year } = publication;
  const authors = authorsText(locale, publication.authors);
  const label = year
    ? translate(locale, 'coding.publication', { authors, year: String(year), title })
    : translate(locale, 'coding.publication_undated', { authors, title });
  return { rootId, title, year, authors, label, href: `/reviews/${slug}/publications/${rootId}` };
}

/** Where an excerpt stands, in one line: page, place, the document it was read in. */
export function placeText(
  locale: Locale,
  { page, locator, citedIn }: Pick<ExcerptRow, 'page' | 'locator' | 'citedIn'>,
): string {
  const parts = [
    page === '' ? '' : translate(locale, 'excerpt.on_page', { page }),
    locator,
    citedIn === '' ? '' : translate(locale, 'excerpt.as_cited_in', { source: citedIn }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What became of a quotation, in words, with the colour of its tag. */
export function matchLine(locale: Locale, match: Match | null, textPath: string | null = null) {
  if (match === null) return null;
  if (match.state === 'found')
    return {
      href: textPath && `${textPath}?file=${match.fullTextId ?? 'typed'}&page=${match.page}`,
      color: 'success',
      text: translate(locale, 'excerpt.found', { page: match.label || String(match.page) }),
    };
  if (match.state === 'no_text')
    return { href: null, color: 'neutral', text: translate(locale, 'excerpt.no_text') };
  return { href: null, color: 'warning', text: translate(locale, 'excerpt.not_found') };
}

/** The codes of all codebooks to choose from, indented by their depth. */
export function codeChoices(
  locale: Locale,
  books: readonly CodebookWithCodes[],
  chosen: readonly number[] = [],
) {
  const filled = books.filter((book) => book.codeCount > 0);
  return filled.map((book) => ({
    label: inWords(locale, book.label),
    codes: flatten(book.codes).map(({ node, depth }) => ({
      id: node.id,
      label: indented(inWords(locale, node.label), depth),
      name: node.label as Words,
      depth,
      isChosen: chosen.includes(node.id),
    })),
  }));
}

/** An option of a list cannot hold a tree; dashes show how deep it stands. */
const indented = (label: string, depth: number): string => `${'– '.repeat(depth - 1)}${label}`;

/** The entries of the coding room's own navigation. */
const codingParts = [
  'codebooks',
  'reports',
  'excerpts',
  'forms',
  'cases',
  'comparison',
  'indicators',
  'agreement',
] as const;
export type CodingPart = (typeof codingParts)[number];

export function codingNav(slug: string, current: CodingPart) {
  return codingParts.map((part) => ({
    part,
    isCurrent: part === current,
    href: `/reviews/${slug}/coding${part === 'codebooks' ? '' : `/${part}`}`,
  }));
}
