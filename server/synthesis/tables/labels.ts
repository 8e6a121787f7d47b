/** How tables name publications: "Scheele et al. 2019". */
import type { Locale } from '../../../schema/columns.ts';
import type { PublicationName } from '../../coding/publications.ts';
import { collator, translate } from '../../platform/i18n.ts';
import { publicationAddress } from '../addresses.ts';
import type { Item, TableRequest } from './table.ts';

export function publicationLabel(locale: Locale, publication: PublicationName): string {
  const { names, more } = publication.authors;
  const [one = translate(locale, 'tables.anonymous'), other] = names;
  const authors = more
    ? translate(locale, 'tables.authors_more', { one })
    : other
      ? translate(locale, 'tables.authors_two', { one, other })
      : one;
  const year = publication.year ?? translate(locale, 'tables.no_year');
  return translate(locale, 'tables.publication', { authors, year: String(year) });
}

export const publicationItem = (
  { locale, review }: Pick<TableRequest, 'locale' | 'review'>,
  publication: PublicationName,
): Item => ({
  text: publicationLabel(locale, publication),
  language: null,
  href: publicationAddress(review.slug, publication.rootId),
});

/** By label in the language's own alphabet. */
export function sortedByLabel(locale: Locale, publications: PublicationName[]): PublicationName[] {
  const { compare } = collator(locale);
  const labelled = publications.map((each) => ({ each, label: publicationLabel(locale, each) }));
  return labelled.sort((one, other) => compare(one.label, other.label)).map(({ each }) => each);
}
