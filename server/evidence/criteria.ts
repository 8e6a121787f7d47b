/** What is looked for: parsed from an address and printed back into it, so that every view is a link. */
import { z } from 'zod';
import { OneOrMany } from '../platform/forms.ts';

export const entryKinds = ['finding', 'publication', 'excerpt'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** In the order in which the page lists them. Several values of one facet mean any of them. */
export const facetNames = ['review', 'kind', 'theme', 'country', 'code', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

export const sorts = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof sorts)[number];

export type Criteria = {
  q: string;
  /** `all`: every word must be there; `any`: at least one. */
  match: 'all' | 'any';
  type: EntryKind | null;
  values: Record<FacetName, string[]>;
  yearFrom: number | null;
  yearTo: number | null;
  sort: Sort;
  page: number;
};

export const pageSize = 20;

/** Values that make no sense are left out rather than refused: an old link still opens. */
const Value = z.string().trim().min(1).max(120);
const Values = OneOrMany(z.unknown()).transform((list) => {
  const parsed = list.slice(0, 50).map((item) => Value.safeParse(item));
  return [...new Set(parsed.flatMap((result) => (result.success ? [result.data] : [])))].sort();
});
const Year = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce.number().int().min(1000).max(2999).nullable().catch(null),
);
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const One = <T extends z.ZodType>(schema: T) => z.preprocess(first, schema);

export const SearchQuery = z
  .object({
    q: One(z.string().trim().max(400).catch('')).default(''),
    match: One(z.enum(['all', 'any']).catch('all')).default('all'),
    type: One(z.enum(entryKinds).nullable().catch(null)).default(null),
    review: Values,
    kind: Values,
    theme: Values,
    country: Values.transform((list) => list.map((code) => code.toUpperCase())),
    code: Values,
    year: Values.transform((list) => list.filter((year) => /^\d{4}$/.test(year))),
    yearFrom: One(Year),
    yearTo: One(Year),
    sort: One(z.enum(sorts).catch('relevance')).default('relevance'),
    page: One(z.coerce.number().int().min(1).max(10_000).catch(1)).default(1),
  })
  .transform(
    ({ review, kind, theme, country, code, year, ...rest }): Criteria => ({
      ...rest,
      values: { review, kind, theme, country, code, year },
    }),
  );

export const everything: Criteria = SearchQuery.parse({});

/** The criteria with some of them changed, from the first page on unless the change names one. */
export function changed(criteria: Criteria, change: Partial<Criteria>): Criteria {
  return { ...criteria, page: 1, ...change };
}

/** The criteria with a value of a facet put in, or taken out when it was there. */
export function toggled(criteria: Criteria, facet: FacetName, value: string): Criteria {
  const had = criteria.values[facet];
  const next = had.includes(value) ? had.filter((item) => item !== value) : [...had, value].sort();
  return changed(criteria, { values: { ...criteria.values, [facet]: next } });
}

/** Without any filter; the words stay. */
export function cleared({ q, match, sort }: Criteria): Criteria {
  return { ...everything, q, match, sort };
}

export function isFiltered(criteria: Criteria): boolean {
  const { type, yearFrom, yearTo, values } = criteria;
  const chosen = facetNames.some((facet) => values[facet].length > 0);
  return chosen || type !== null || yearFrom !== null || yearTo !== null;
}

/** The pairs of an address, without what is as usual, always in the same order. */
export function pairsOf(criteria: Criteria): [string, string][] {
  const { values, ...single } = criteria;
  const usual: Record<string, unknown> = everything;
  const pairs = Object.entries(single)
    .filter(([name, value]) => value !== usual[name])
    .map(([name, value]): [string, string] => [name, String(value)]);
  const chosen = facetNames.flatMap((facet) =>
    values[facet].map((value): [string, string] => [facet, value]),
  );
  return [...pairs, ...chosen];
}

/** `/search?q=...`; the path may be another page's that shows the same. */
export function addressOf(criteria: Criteria, path = '/search'): string {
  const query = new URLSearchParams(pairsOf(criteria)).toString();
  return query ? `${path}?${query}` : path;
}
