/** What the start page and the page of results may show. */
import type { Locale } from '../../schema/columns.ts';
import { analyseQuery } from '../platform/analyser.ts';
import { collator, countryName, inWords, translate } from '../platform/i18n.ts';
import type { Answer } from './answer.ts';
import {
  addressOf,
  type Criteria,
  changed,
  cleared,
  type EntryKind,
  entryKinds,
  everything,
  type FacetName,
  facetNames,
  isFiltered,
  pairsOf,
  sorts,
  toggled,
} from './criteria.ts';
import { entryLine } from './entry-pages.ts';
import type { Facet, FacetValue, Found, PublishedReview } from './store.ts';

/** A list of values longer than this shows the rest on demand. */
const valuesShown = 8;

export function searchPage(locale: Locale, { criteria, found, facets, isWidened }: Answer) {
  const parts = analyseQuery(criteria.q);
  const title = criteria.q
    ? translate(locale, 'evidence.search_title', { q: criteria.q })
    : translate(locale, 'evidence.everything_title');
  return {
    title,
    q: criteria.q,
    hidden: hiddenFields(criteria),
    total: found.total,
    entries: found.entries.map((entry) => entryLine(locale, entry, parts)),
    types: typeTabs(criteria, found),
    sorts: sorts.map((sort) => ({
      sort,
      href: addressOf(changed(criteria, { sort })),
      isCurrent: criteria.sort === sort,
    })),
    facets: facets.flatMap((facet) => facetList(locale, criteria, facet)),
    active: activeFilters(locale, criteria, facets),
    clearHref: isFiltered(criteria) ? addressOf(cleared(criteria)) : null,
    period: { from: criteria.yearFrom ?? '', to: criteria.yearTo ?? '' },
    periodHidden: hiddenFields(criteria, ['yearFrom', 'yearTo'], true),
    pager: pagerOf(criteria, found),
    jsonHref: addressOf({ ...criteria, page: found.page }, '/search.json'),
    kinds: kindsOf(locale, criteria, facets),
    isWidened,
    ...helpOf(criteria, found, isWidened),
  };
}

/** What the findings among the results are: what helps, what hinders, what is recommended. */
function kindsOf(locale: Locale, criteria: Criteria, facets: Facet[]) {
  const kinds = valuesOf(facets, 'kind').filter(({ count }) => count > 0);
  if (kinds.length < 2 || criteria.values.kind.length > 0) return [];
  return kinds.map((value) => ({
    text: valueName(locale, 'kind', value),
    count: value.count,
    href: addressOf(toggled(criteria, 'kind', value.value)),
  }));
}

function helpOf(criteria: Criteria, found: Found, isWidened: boolean) {
  const { anyWord, suggestion } = found;
  const isAny = criteria.match === 'any' && !isWidened;
  return {
    isEmpty: found.total === 0,
    hasWords: criteria.q !== '',
    anyWord: anyWord && { count: anyWord, href: addressOf(changed(criteria, { match: 'any' })) },
    allWordsHref: isAny ? addressOf(changed(criteria, { match: 'all' })) : null,
    eachWord: found.eachWord.map(({ word, count }) => ({
      word,
      count,
      href: count > 0 ? addressOf(changed(criteria, { q: word })) : null,
    })),
    suggestion: suggestion && {
      text: suggestion,
      href: addressOf(changed(criteria, { q: suggestion })),
    },
  };
}

/** What a form must send along so that its own fields change nothing else. */
function hiddenFields(criteria: Criteria, own: string[] = ['q', 'match'], withWords = false) {
  return pairsOf(criteria)
    .filter(([name]) => name !== 'page' && !own.includes(name) && (withWords || name !== 'q'))
    .map(([name, value]) => ({ name, value }));
}

function typeTabs(criteria: Criteria, found: Found) {
  const all = entryKinds.reduce((sum, kind) => sum + found.byType[kind], 0);
  const tab = (type: EntryKind | null, count: number) => ({
    key: type ?? 'all',
    count,
    href: addressOf(changed(criteria, { type })),
    isCurrent: criteria.type === type,
  });
  return [tab(null, all), ...entryKinds.map((kind) => tab(kind, found.byType[kind]))];
}

function facetList(locale: Locale, criteria: Criteria, { facet, values }: Facet) {
  if (values.length === 0) return [];
  const lines = values.map((value) => ({
    text: valueName(locale, facet, value),
    count: value.count,
    isChosen: value.isChosen,
    // A tree is indented only while all of it is there to see.
    depth: Math.min(value.depth, 4),
    href: addressOf(toggled(criteria, facet, value.value)),
  }));
  const shown = Math.max(valuesShown, lines.findLastIndex((line) => line.isChosen) + 1);
  const isOpen = criteria.values[facet].length > 0;
  // One line more is not worth a button.
  const cut = lines.length <= shown + 1 ? lines.length : shown;
  return [{ facet, isOpen, first: lines.slice(0, cut), rest: lines.slice(cut) }];
}

function valueName(locale: Locale, facet: FacetName, { value, label }: FacetValue): string {
  if (facet === 'country') return countryName(locale, value);
  return label ? inWords(locale, label) : value;
}

function activeFilters(locale: Locale, criteria: Criteria, facets: Facet[]) {
  const chosen = facetNames.flatMap((name) =>
    (facets.find(({ facet }) => facet === name)?.values ?? [])
      .filter((value) => value.isChosen)
      .map((value) => ({
        facet: name as string,
        text: valueName(locale, name, value),
        href: addressOf(toggled(criteria, name, value.value)),
      })),
  );
  const { yearFrom, yearTo } = criteria;
  if (yearFrom === null && yearTo === null) return chosen;
  const text = `${yearFrom ?? ''}–${yearTo ?? ''}`;
  const href = addressOf(changed(criteria, { yearFrom: null, yearTo: null }));
  return [...chosen, { facet: 'year', text, href }];
}

function pagerOf(criteria: Criteria, { page, pages }: Found) {
  if (pages === 1) return null;
  const to = (number: number) => addressOf({ ...criteria, page: number });
  return {
    page,
    pages,
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
  };
}

export function searchJson(locale: Locale, { criteria, found, facets, isWidened }: Answer) {
  const parts = analyseQuery(criteria.q);
  return {
    criteria,
    isWidened,
    total: found.total,
    byType: found.byType,
    page: found.page,
    pages: found.pages,
    anyWord: found.anyWord,
    eachWord: found.eachWord,
    suggestion: found.suggestion,
    results: found.entries.map((entry) => {
      const { href } = entryLine(locale, entry, parts);
      const { kind, refId, reviewSlug, title, body, facts } = entry;
      return { type: kind, id: refId, review: reviewSlug, href, title, body, ...facts };
    }),
    facets: facets.map(({ facet, values }) => ({
      facet,
      values: values.map(({ value, label, count, isChosen }) => ({
        value,
        label,
        count,
        isChosen,
      })),
    })),
  };
}

/** @param counted how many findings and how many publications there are under each value. */
export function startPage(
  locale: Locale,
  reviews: PublishedReview[],
  counted: Record<'findings' | 'publications', Facet[]>,
) {
  const links = (name: FacetName) =>
    valuesOf(counted.findings, name).map((value) => ({
      text: valueName(locale, name, value),
      count: value.count,
      depth: value.depth,
      href: addressOf(toggled({ ...everything, type: 'finding' }, name, value.value)),
    }));
  return {
    title: translate(locale, 'evidence.start_title'),
    reviews: reviews.map((review) => ({
      ...review,
      types: entryKinds.map((type) => ({
        type,
        count: review.counts[type],
        href: addressOf(toggled({ ...everything, type }, 'review', review.slug)),
      })),
    })),
    kinds: links('kind'),
    themes: links('theme').filter(({ depth }) => depth === 1),
    countries: countryLinks(locale, counted.publications),
  };
}

const valuesOf = (facets: Facet[], name: FacetName) =>
  facets.find(({ facet }) => facet === name)?.values ?? [];

/** Countries in the language's order, each with its publications. */
export function countryLinks(locale: Locale, facets: Facet[]) {
  const { compare } = collator(locale);
  return valuesOf(facets, 'country')
    .map(({ value, count }) => ({
      code: value,
      text: countryName(locale, value),
      count,
      href: `/countries/${value}`,
    }))
    .sort((one, other) => compare(one.text, other.text));
}
