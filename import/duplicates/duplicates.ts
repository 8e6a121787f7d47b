/** Duplicates in a set of references: blocking, comparing, and links with their reasons. */
import type { Reference } from '../reference.ts';
import { compareFacts, type Verdict } from './compare.ts';
import { type Facts, factsOf } from './facts.ts';
import { contentHash, keysOfFacts } from './keys.ts';

export type Id = number | string;
/** Two records that are, or may be, one report. `a` came first. */
export type Link = { a: Id; b: Id } & Pick<Verdict, 'score' | 'reasons' | 'against'>;
export type DuplicateOptions = {
  /** A key shared by more records than this says nothing about any two of them. */
  blockSizeMax?: number;
};

/**
 * Compares records that share a key, each pair once, and returns what is certainly and what is
 * possibly the same. Records equal in everything are linked to the first of them. Time grows with
 * the number of records, since no block is larger than `blockSizeMax`.
 */
export function findDuplicates(
  records: Iterable<{ id: Id; reference: Reference }>,
  { blockSizeMax = 60 }: DuplicateOptions = {},
): { certain: Link[]; possible: Link[] } {
  const certain: Link[] = [];
  const possible: Link[] = [];
  const firstWith = new Map<string, Id>();
  const blocks = new Map<string, number[]>();
  const seen: { id: Id; facts: Facts }[] = [];
  for (const { id, reference } of records) {
    const hash = contentHash(reference);
    const twin = firstWith.get(hash);
    // Without a title two equal records may still be two documents that say nothing.
    if (twin !== undefined && reference.title !== '') {
      certain.push({ a: twin, b: id, score: 1, reasons: [sameContent], against: [] });
      continue;
    }
    firstWith.set(hash, id);
    const facts = factsOf(reference);
    for (const { index, verdict } of matches(facts, blocks, seen, blockSizeMax)) {
      const a = seen[index]?.id;
      if (a === undefined || verdict.verdict === 'different') continue;
      const { score, reasons, against } = verdict;
      (verdict.verdict === 'certain' ? certain : possible).push({
        a,
        b: id,
        score,
        reasons,
        against,
      });
    }
    remember(facts, seen.push({ id, facts }) - 1, blocks);
  }
  return { certain, possible };
}

const sameContent = { code: 'SAME_CONTENT', params: {} } as const;

function* matches(
  facts: Facts,
  blocks: ReadonlyMap<string, number[]>,
  seen: readonly { facts: Facts }[],
  blockSizeMax: number,
) {
  const candidates = new Set<number>();
  for (const key of keysOfFacts(facts)) {
    const block = blocks.get(key) ?? [];
    // A large block is not skipped: its latest members are the ones most likely looked for.
    for (const index of block.slice(-blockSizeMax)) candidates.add(index);
  }
  for (const index of candidates) {
    const other = seen[index];
    if (other) yield { index, verdict: compareFacts(other.facts, facts) };
  }
}

function remember(facts: Facts, index: number, blocks: Map<string, number[]>) {
  for (const key of keysOfFacts(facts)) {
    const block = blocks.get(key);
    if (block) block.push(index);
    else blocks.set(key, [index]);
  }
}
