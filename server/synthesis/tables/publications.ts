/** The list of included publications: authors, year, title, countries, aim. */
import { printName } from '../../../import/normalize/names.ts';
import type { Locale } from '../../../schema/columns.ts';
import { aimsOf } from '../../coding/desk/aims.ts';
import { countriesOf } from '../../coding/desk/countries.ts';
import { type Publication, publicationsByRoot } from '../../coding/publications.ts';
import { collator, countryName, inWords, translate } from '../../platform/i18n.ts';
import { publicationAddress } from '../addresses.ts';
import { placesOf } from '../builder/dimension.ts';
import { publicationDimension } from '../builder/publication-dimensions.ts';
import { type Reader, readerFor } from '../builder/reader.ts';
import {
  type Column,
  fixedWords,
  listCell,
  numberCell,
  plainCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

export function publicationsTable(request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const reader = readerFor(request);
  const order = Array.from(reader.order());
  const ids = shownRows(request, order).map((place) => reader.base().ids[place] ?? 0);
  const known = publicationsByRoot(db, ids);
  const publications = ids.flatMap((id) => known.get(id) ?? []);
  const countries = countriesOf(db, ids);
  const aims = aimsOf(db, ids);
  const countriesFor = (id: number) => countries.get(id) ?? [];
  const aimOf = (id: number) => aims.get(id)?.text ?? {};
  const links = countryCount(reader);
  return {
    ...fixedWords(request, 'publications'),
    columns: columnsFor(request),
    count: order.length,
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
    note: translate(locale, 'tables.publications.note', { publications: order.length, links }),
    sources: [],
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

/** How many countries the publications are about, each counted once for each of them. */
function countryCount(reader: Reader): number {
  const values = publicationDimension(reader, 'country')?.values;
  if (!values) return 0;
  return values.own.reduce((sum, _, place) => sum + placesOf(values, place).length, 0);
}
