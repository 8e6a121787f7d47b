/** What the lists of publications and of excerpts may show. */
import type { Locale } from '../../../schema/columns.ts';
import { collator, countryName, translate } from '../../platform/i18n.ts';
import type { CodebookWithCodes } from '../codebooks/codebooks.ts';
import {
  codeChoices,
  codingNav,
  matchLine,
  placeText,
  publicationLine,
  type ReviewPlace,
} from '../page.ts';
import { type codingProgress, type DeskQuery, type excerptList, lacks } from './desk.ts';

type Progress = ReturnType<typeof codingProgress>;
type ExcerptQuery = { code: number | null; match: 'not_found' | null };
type Excerpts = ReturnType<typeof excerptList>;

export function reportsPage(
  locale: Locale,
  review: ReviewPlace,
  { rows, total }: Progress,
  query: DeskQuery,
  choices: { books: CodebookWithCodes[]; countries: string[] },
) {
  const names = choices.countries.map((code) => ({
    code,
    name: countryName(locale, code),
    isChosen: code === query.country,
  }));
  return {
    title: translate(locale, 'coding.reports'),
    nav: codingNav(review.slug, 'reports'),
    slug: review.slug,
    total,
    shown: rows.length,
    isFiltered: query.code !== null || query.country !== null || query.lacks !== null,
    codebooks: codeChoices(locale, choices.books, query.code === null ? [] : [query.code]),
    countries: names.sort((one, other) => collator(locale).compare(one.name, other.name)),
    lacks: lacks.map((lack) => ({ lack, isChosen: lack === query.lacks })),
    rows: rows.map((row) => ({
      ...publicationLine(locale, review.slug, row.publication),
      desk: `/reviews/${review.slug}/coding/reports/${row.publication.rootId}`,
      countries: row.countries,
      codeCount: row.codes.length,
      excerptCount: row.excerptCount,
      findingCount: row.findingCount,
      hasAim: row.hasAim,
    })),
  };
}

export function reportsAsJson({ rows, total }: Progress) {
  return {
    total,
    publications: rows.map(({ publication, codes, ...row }) => ({
      id: publication.rootId,
      title: publication.title,
      year: publication.year,
      reference: publication.reference,
      ...row,
      codes: codes.map(({ codebookKey, key, label }) => ({ codebook: codebookKey, key, label })),
    })),
  };
}

export function excerptsPage(
  locale: Locale,
  review: ReviewPlace,
  rows: Excerpts,
  query: ExcerptQuery,
  books: CodebookWithCodes[],
) {
  const missing = rows.filter((row) => row.match?.state === 'not_found');
  const shown = query.match === null ? rows : missing;
  return {
    title: translate(locale, 'coding.excerpts'),
    nav: codingNav(review.slug, 'excerpts'),
    slug: review.slug,
    codebooks: codeChoices(locale, books, query.code === null ? [] : [query.code]),
    count: rows.length,
    notFoundCount: missing.length,
    onlyMissing: query.match !== null,
    excerpts: shown.map((row) => ({
      ...excerptLine(locale, row, review.slug),
      publication: {
        ...publicationLine(locale, review.slug, row.publication),
        desk: `/reviews/${review.slug}/coding/reports/${row.rootId}#excerpt-${row.id}`,
      },
    })),
  };
}

/** An excerpt as the partial `excerpt` shows it. */
export function excerptLine(
  locale: Locale,
  row: Pick<
    Excerpts[number],
    'id' | 'rootId' | 'kind' | 'text' | 'page' | 'locator' | 'citedIn' | 'codes'
  > & {
    match: Excerpts[number]['match'];
  },
  slug: string | null = null,
) {
  return {
    id: row.id,
    isQuotation: row.kind === 'quotation',
    text: row.text,
    place: placeText(locale, row),
    match: matchLine(
      locale,
      row.match,
      slug && `/reviews/${slug}/coding/reports/${row.rootId}/text`,
    ),
    codes: row.codes.map(({ codeId, label }) => ({ codeId, label })),
  };
}

export function excerptsAsJson(rows: Excerpts) {
  return {
    excerpts: rows.map(({ publication, codes, rootId, ...row }) => ({
      id: row.id,
      publication: { id: rootId, title: publication.title, year: publication.year },
      kind: row.kind,
      text: row.text,
      page: row.page,
      locator: row.locator,
      citedIn: row.citedIn,
      match: row.match,
      codes: codes.map(({ codebookKey, key, label }) => ({ codebook: codebookKey, key, label })),
    })),
  };
}
