/** The sources that were searched: which kind they are, how the review groups them, what was found in each. */
import { locales, type Words } from '../../../schema/columns.ts';
import { type SourceKind, sourceKinds } from '../../../schema/searches.ts';
import { type Db, statement } from '../../db.ts';
import { collator, translate } from '../../platform/i18n.ts';
import { importLinks } from './base.ts';
import { plain, worded } from './categories.ts';
import type { Category } from './dimension.ts';
import type { SourceDimension } from './names.ts';
import type { Reader } from './reader.ts';

export type Source = { id: number; kind: SourceKind; source: string; grouping: Words };

const sourceSql = `select id, kind, source, grouping from search_run
  where review_id = ? and archived_at is null order by id`;

/** Searches that are not in the archive, in the order in which they were logged. */
export function sourcesOf(db: Db, reviewId: number): Source[] {
  const rows = statement(db, sourceSql).raw().all(reviewId) as [
    ...[id: number, kind: SourceKind, source: string, grouping: string],
  ][];
  return rows.map(([id, kind, source, grouping]) => ({
    ...{ id, kind, source },
    grouping: JSON.parse(grouping) as Words,
  }));
}

const importSql = `select id, search_run_id from import_batch
  where review_id = ? and search_run_id is not null and state <> 'undone'`;

/** By import that stands the search that it came from. */
export const searchesByImport = (db: Db, reviewId: number): Map<number, number> =>
  new Map(statement(db, importSql).raw().all(reviewId) as [number, number][]);

/** By search the places of the included publications that it found, each once. */
export function foundBy({ request: { db, review }, base }: Reader): Map<number, number[]> {
  const { placeOf } = base();
  const searches = searchesByImport(db, review.id);
  const found = new Map<number, Set<number>>();
  for (const { value, reports } of importLinks(db, review.id)) {
    const run = searches.get(Number(value)) ?? 0;
    const places = found.get(run) ?? new Set();
    for (const report of reports) if (placeOf(report) >= 0) places.add(placeOf(report));
    found.set(run, places);
  }
  return new Map([...found].map(([run, places]) => [run, [...places]]));
}

export type Sorted = { categories: Category[]; placeOf: Map<number, number> };

/** The categories of sources, and by search the place of its own. */
export function sourcesBy(reader: Reader, name: SourceDimension): Sorted {
  const { request } = reader;
  const sources = sourcesOf(request.db, request.review.id);
  const own = (source: Source): Category => {
    if (name === 'source') return plain(source.source, source.source);
    const group = locales.map((locale) => source.grouping[locale]).find((text) => text);
    if (name === 'source_group' && group) return worded(reader, group, source.grouping);
    return plain(source.kind, translate(request.locale, `source_kind.${source.kind}`));
  };
  const { compare } = collator(request.locale);
  const inOrder = {
    source: () => sources.toSorted((one, other) => compare(one.source, other.source)),
    source_kind: () => sourceKinds.flatMap((kind) => sources.filter((each) => each.kind === kind)),
    source_group: () => sources,
  };
  const categories = new Map<string, Category>();
  for (const source of inOrder[name]()) {
    const category = own(source);
    if (!categories.has(category.key)) categories.set(category.key, category);
  }
  const keys = [...categories.keys()];
  return {
    categories: [...categories.values()],
    placeOf: new Map(sources.map((source) => [source.id, keys.indexOf(own(source).key)])),
  };
}
