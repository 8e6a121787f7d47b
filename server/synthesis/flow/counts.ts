/** How many rows stand behind each box, added up over groups of reports that are alike. Pure. */
import { type BoxId, boxIds, type Pending } from './boxes.ts';
import {
  boxConditions,
  type Condition,
  enteredOtherArm,
  entriesOf,
  isIncluded,
  type NoteKey,
  noteConditions,
  pendingConditions,
} from './history.ts';
import type { Path } from './path.ts';
import { countSources, type Overlap, overlapsOf, type SourceCount } from './sources.ts';
import type { Previous, Standpoint } from './standpoint.ts';

export type PartCount = { key: string; count: number };

export type Counts = {
  boxes: Partial<Record<BoxId, number>>;
  parts: Partial<Record<BoxId, PartCount[]>>;
  pending: Pending[];
  notes: Record<NoteKey, number>;
  sources: SourceCount[];
  overlaps: Overlap[];
  /** Reports that came by other methods and are still in play: a template without that arm has no place for them. */
  otherMethods: { entered: number; included: number };
  previous: Previous | null;
  /** New reports of studies that the previous version had, by the arm that found them. */
  ofPrevious: { databases: number; other: number; all: number };
};

export function countFlow(standpoint: Standpoint): Counts {
  return standpoint.basis === 'records'
    ? countHistory(standpoint)
    : countIncludedList(countHistory(standpoint));
}

function countHistory(standpoint: Standpoint): Counts {
  const { paths, studies, metaAnalysis, open, previous, names } = standpoint;
  const counts: Counts = {
    boxes: {
      N1: studies,
      ...(previous ? { P1: previous.studies, P2: previous.reports } : {}),
      ...(metaAnalysis ? { M1: metaAnalysis.studies, M2: metaAnalysis.reports } : {}),
    },
    parts: {},
    pending: [
      { box: 'I1', reason: 'unfinished_import', count: open.imports },
      { box: 'X1', reason: 'possible_duplicates', count: open.pairs },
    ],
    notes: mapValues(noteConditions, (condition) => countOf(paths, condition)),
    sources: countSources(paths, names.runs),
    overlaps: overlapsOf(paths, names.runs),
    otherMethods: {
      entered: countPaths(paths, enteredOtherArm),
      included: countPaths(paths, (path) => path.arm === 'right' && isIncluded(path)),
    },
    previous,
    ofPrevious: {
      databases: countPaths(paths, (path) => path.arm === 'left' && isNewOfPrevious(path)),
      other: countPaths(paths, (path) => path.arm === 'right' && isNewOfPrevious(path)),
      all: countPaths(paths, isNewOfPrevious),
    },
  };
  for (const box of boxIds) {
    const condition = boxConditions[box];
    if (!condition) continue;
    counts.boxes[box] = countOf(paths, condition);
    if (condition.part) counts.parts[box] = partsOf(paths, condition);
  }
  for (const { box, reason, holds } of pendingConditions)
    counts.pending.push({ box, reason, count: countPaths(paths, holds) });
  counts.pending = counts.pending.filter((row) => row.count > 0);
  return counts;
}

/** For a review of which only the list of what was included is known. */
function countIncludedList(counts: Counts): Counts {
  const { N1, N2, M1, M2, P1, P2 } = counts.boxes;
  const given = { M1, M2, P1, P2 };
  return {
    ...counts,
    // A list without any study recorded says nothing of how many there are.
    boxes: {
      ...(N1 || !N2 ? { N1: N1 ?? 0 } : {}),
      N2: N2 ?? 0,
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as Partial<Record<BoxId, number>>),
    },
    parts: {},
    pending: counts.pending.filter(({ reason }) => reason === 'without_study' && N1),
    notes: mapValues(noteConditions, () => 0),
    sources: [],
    overlaps: [],
    otherMethods: { entered: 0, included: 0 },
  };
}

const isNewOfPrevious = (path: Path) => isIncluded(path) && path.isOfPrevious;

const countPaths = (paths: readonly Path[], holds: (path: Path) => boolean): number =>
  paths.reduce((sum, path) => sum + (holds(path) ? path.count : 0), 0);

export function countOf(paths: readonly Path[], condition: Condition): number {
  if (condition.of === 'path') return countPaths(paths, condition.holds);
  const { holds } = condition;
  return paths.reduce((sum, path) => sum + path.count * entriesOf(path).filter(holds).length, 0);
}

function partsOf(paths: readonly Path[], condition: Condition): PartCount[] {
  const parts = new Map<string, number>();
  const add = (key: string, count: number) => parts.set(key, (parts.get(key) ?? 0) + count);
  for (const path of paths) {
    if (condition.of === 'path') {
      if (condition.holds(path)) add(condition.part?.(path) ?? '', path.count);
    } else
      for (const entry of entriesOf(path))
        if (condition.holds(entry)) add(condition.part?.(entry) ?? '', path.count);
  }
  const rows = [...parts].map(([key, count]) => ({ key, count }));
  return rows.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

function mapValues<K extends string, V, R>(values: Record<K, V>, to: (value: V) => R) {
  const entries = Object.entries<V>(values).map(([key, value]) => [key, to(value)]);
  return Object.fromEntries(entries) as Record<K, R>;
}
