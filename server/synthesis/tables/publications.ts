/** The list of included publications: authors, year, title, countries, aim. */
import { printName } from '../../../import/normalize/names.ts';
import type { Locale } from '../../../schema/columns.ts';
import { aimsOf } from '../../coding/aims.ts';
import { countriesOf } from '../../coding/countries.ts';
import { includedPublications, type Publication } from '../../coding/publications.ts';
import { collator, countryName, inWords, translate } from '../../platform/i18n.ts';
import { publicationAddress } from '../addresses.ts';
import {
  type Column,
  listCell,
  numberCell,
  plainCell,
  type SummaryTable,
  type TableRequest,
  wordsCell,
} from './table.ts';

export function publicationsTable(request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const publications = sorted(request, includedPublications(db, review.id));
  const ids = publications.map((publication) => publication.rootId);
  const countries = countriesOf(db, ids);
  const aims = aimsOf(db, ids);
  const countriesFor = (id: number) => countries.get(id) ?? [];
  const aimOf = (id: number) => aims.get(id)?.text ?? {};
  const links = ids.reduce((sum, id) => sum + countriesFor(id).length, 0);
  const title = translate(locale, 'tables.publications.title');
  return {
    name: 'publications',
    title,
    review: inWords(locale, review.title),
    caption: translate(locale, 'tables.caption', { title, review: inWords(locale, review.title) }),
    columns: columnsFor(request),
    rows: publications.map((publication) => ({
      id: publication.rootId,
      authors: publication.reference.authors.map(printName),
      ...(publication.reference.othersOmitted && { othersOmitted: true }),
      year: publication.year,
      title: publication.title,
      countries: countriesFor(publication.rootId),
      aim: inWords(locale, aimOf(publication.rootId)),
    })),
    cells: publications.map((publication) => [
      listCell(
        authorsOf(locale, publication).map((text) => ({ text, language: null, href: null })),
      ),
      numberCell(publication.year),
      plainCell(publication.title, publicationAddress(review.slug, publication.rootId)),
      listCell(
        countriesFor(publication.rootId)
          .map((code) => ({ text: countryName(locale, code), language: null, href: null }))
          .sort((one, other) => collator(locale).compare(one.text, other.text)),
      ),
      wordsCell(locale, aimOf(publication.rootId)),
    ]),
    headerAt: 2,
    totals: null,
    note: translate(locale, 'tables.publications.note', { publications: ids.length, links }),
    sources: [],
    empty: translate(locale, 'tables.publications.empty'),
    filter: [],
  };
}

function columnsFor({ locale }: TableRequest): Column[] {
  return [
    { key: 'authors', label: translate(locale, 'tables.column.authors'), kind: 'list' },
    { key: 'year', label: translate(locale, 'tables.column.year'), kind: 'number' },
    { key: 'title', label: translate(locale, 'tables.column.title'), kind: 'text' },
    { key: 'countries', label: translate(locale, 'tables.column.countries'), kind: 'list' },
    { key: 'aim', label: translate(locale, 'tables.column.aim'), kind: 'text' },
  ];
}

/** Everybody; the last with "et al." where the source names no more of them. */
function authorsOf(locale: Locale, { reference }: Publication): string[] {
  const names = reference.authors.map(printName);
  const last = names.at(-1);
  if (last === undefined || !reference.othersOmitted) return names;
  return [...names.slice(0, -1), translate(locale, 'tables.authors_more', { one: last })];
}

/** By first author as the language's alphabet has it, then by year: å after z in Swedish. */
function sorted({ locale }: TableRequest, publications: Publication[]): Publication[] {
  const { compare } = collator(locale);
  return publications.toSorted(
    (one, other) =>
      compare(one.firstAuthor, other.firstAuthor) ||
      (one.year ?? 0) - (other.year ?? 0) ||
      compare(one.title, other.title),
  );
}
