/** A labelled set, and how right a set of links is by it. The counting is that of the sets' README. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clustersOf } from '../../../import/duplicates/clusters.ts';
import type { Id, Link } from '../../../import/duplicates/duplicates.ts';
import { type Row, readRow } from '../../../import/duplicates/rows.ts';

/** `clusters` of one report each or, where only that is known, the `member`s of any. */
export type Gold = { clusters: Id[][] | null; member?: Id[] };
export type LabelledSet = { name: string; rows: Row[]; gold: Gold };

export function readSet(folder: string, name: string): LabelledSet {
  const lines = readFileSync(join(folder, `${name}.records.jsonl`), 'utf8').split('\n');
  const rows = lines.filter(Boolean).flatMap((line) => readRow(line) ?? []);
  const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold;
  return { name, rows, gold };
}

export type Score = { tp: number; fp: number; fn: number };

/** Extra records merged rightly, works lost by a wrong merge, extra records missed. */
export function score(links: readonly Link[], gold: Gold): Score {
  const clusters = clustersOf(links).filter((ids) => ids.length > 1);
  if (!gold.clusters) {
    const members = new Set(gold.member);
    const put = clusters.flat();
    const tp = put.filter((id) => members.has(id)).length;
    return { tp, fp: put.length - tp, fn: members.size - tp };
  }
  const clusterOf = labelsOf(gold);
  let [tp, fp] = [0, 0];
  for (const ids of clusters) {
    const works = new Set(ids.map((id) => clusterOf.get(id) ?? `alone ${id}`));
    tp += ids.length - works.size;
    fp += works.size - 1;
  }
  const extra = gold.clusters.reduce((sum, ids) => sum + ids.length - 1, 0);
  return { tp, fp, fn: extra - tp };
}

/** True when the labels say that both ends are one report. */
export function isRight({ a, b }: Link, gold: Gold, clusterOf = labelsOf(gold)): boolean {
  if (!gold.clusters) return new Set(gold.member).has(a) && new Set(gold.member).has(b);
  return clusterOf.has(a) && clusterOf.get(a) === clusterOf.get(b);
}

export function labelsOf(gold: Gold): Map<Id, number> {
  const clusters = gold.clusters ?? [];
  return new Map(clusters.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
}

export const precision = ({ tp, fp }: Score) => tp / Math.max(1, tp + fp);
export const recall = ({ tp, fn }: Score) => tp / Math.max(1, tp + fn);
export const f1 = ({ tp, fp, fn }: Score) => (2 * tp) / Math.max(1, 2 * tp + fp + fn);
