/** Where the ids of an archive go in an installation that has rows already: after them, in the same order. */
import type { Connection } from '../../db.ts';
import { carriedTables, quoted } from './carried.ts';
import type { NewIds } from './moved.ts';

/** From the lowest to the highest that the archive has, moved by the same. */
export type Stretch = { from: number; to: number; by: number };

export type PlannedIds = NewIds & { stretchOf(table: string): Stretch | null };

/**
 * Every id of a table moves by the same number, so that what comes first still does: the latest row holds, the earlier
 * of two duplicates is kept, what came after a ranking is known by its id.
 *
 * @param people by id in the archive, their ids here.
 */
export function plannedIds(db: Connection, people: ReadonlyMap<number, number>): PlannedIds {
  const stretches = new Map<string, Stretch | null>();
  const lasts = new Map<string, number>();
  for (const { name, columns } of carriedTables()) {
    if (!columns.some((column) => column.name === 'id')) continue;
    const ends = (schema: string) =>
      db.$client
        .prepare(`select min(id) as first, max(id) as last from ${schema}.${quoted(name)}`)
        .get() as { first: number | null; last: number | null };
    const last = ends('main').last ?? 0;
    const { first: from, last: to } = ends('staged');
    lasts.set(name, last);
    stretches.set(name, from === null || to === null ? null : { from, to, by: last + 1 - from });
  }
  const stretchOf = (table: string) => stretches.get(table) ?? null;
  return {
    stretchOf,
    id(table, old) {
      if (table === 'person') return people.get(old) ?? null;
      const stretch = stretchOf(table);
      const isThere = stretch !== null && old >= stretch.from && old <= stretch.to;
      return isThere ? old + stretch.by : null;
    },
    until(table, old) {
      const stretch = stretchOf(table);
      if (old <= 0) return old;
      // It may have been the last of all reviews there; here it is the last of this one.
      if (stretch === null) return lasts.get(table) ?? 0;
      return Math.max(0, Math.min(old, stretch.to) + stretch.by);
    },
  };
}
