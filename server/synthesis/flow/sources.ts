/** What each search gave, where it went (E14), and how many reports any two searches have in common. Pure. */
import type { SourceKind } from '../../../schema/searches.ts';
import type { Path, Run } from './path.ts';

/** One search run: identified = kept + duplicates of what others had given before + removed before screening. */
export type SourceCount = {
  runId: number;
  kind: SourceKind;
  source: string;
  searchedOn: string | null;
  identified: number;
  kept: number;
  duplicates: number;
  automation: number;
  other: number;
  /** Reports that no other search gave. */
  unique: number;
  included: number;
};

/** How many reports both searches gave; with itself, all that it gave. */
export type Overlap = { one: number; other: number; reports: number };

export function countSources(paths: readonly Path[], runs: Map<number, Run>): SourceCount[] {
  const counts = new Map(
    [...runs.values()]
      .sort((one, other) => one.id - other.id)
      .map((run) => [run.id, emptyCount(run)]),
  );
  for (const path of paths) addPath(counts, path);
  return [...counts.values()].filter((row) => row.identified > 0);
}

function addPath(counts: Map<number, SourceCount>, path: Path): void {
  const { count, found, removed } = path;
  for (const [at, run] of found.entries()) {
    const row = counts.get(run.id);
    if (!row) continue;
    row.identified += count;
    if (at > 0) row.duplicates += count;
    else if (removed === 'automation') row.automation += count;
    else if (removed === 'other') row.other += count;
    else row.kept += count;
  }
  const distinct = new Set(found.map((run) => run.id));
  for (const id of distinct) {
    const row = counts.get(id);
    if (!row) continue;
    if (distinct.size === 1) row.unique += count;
    if (removed === '' && path.secondState === 'passed') row.included += count;
  }
}

const emptyCount = ({ id: runId, kind, source, searchedOn }: Run): SourceCount => ({
  ...{ runId, kind, source, searchedOn },
  ...{ identified: 0, kept: 0, duplicates: 0, automation: 0, other: 0, unique: 0, included: 0 },
});

export function overlapsOf(paths: readonly Path[], runs: Map<number, Run>): Overlap[] {
  const pairs = new Map<string, Overlap>();
  for (const { found, count } of paths) {
    const ids = [...new Set(found.map((run) => run.id))].sort((a, b) => a - b);
    for (const [at, one] of ids.entries())
      for (const other of ids.slice(at)) {
        const pair = pairs.get(`${one} ${other}`) ?? { one, other, reports: 0 };
        pair.reports += count;
        pairs.set(`${one} ${other}`, pair);
      }
  }
  const isKnown = ({ one, other }: Overlap) => runs.has(one) && runs.has(other);
  return [...pairs.values()].filter(isKnown).sort((a, b) => a.one - b.one || a.other - b.other);
}
