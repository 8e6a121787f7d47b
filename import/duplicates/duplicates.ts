/** Duplicates in a set of references: blocking, comparing, and links with their reasons. */
import type { Reference } from '../reference.ts';
import { withoutChains } from './chains.ts';
import { compareFacts, type Verdict } from './compare.ts';
import { type Facts, factsOf } from './facts.ts';
import { numericKeys, quickHash } from './keys.ts';

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
  const certain: Found[] = [];
  const possible: Found[] = [];
  const firstWith = new Map<number, number>();
  const blocks: Blocks = new Map();
  const ids: Id[] = [];
  const seen: (Facts | undefined)[] = [];
  for (const { id, reference } of records) {
    const index = ids.push(id) - 1;
    const hash = quickHash(reference);
    const twin = firstWith.get(hash);
    // Without a title two equal records may still be two documents that say nothing.
    if (twin !== undefined && reference.title !== '') {
      certain.push({ a: twin, b: index, score: 1, reasons: [sameContent], against: [] });
      seen.push(undefined);
      continue;
    }
    firstWith.set(hash, index);
    const facts = factsOf(reference);
    const keys = numericKeys(facts);
    for (const { a, verdict } of matches(facts, keys, blocks, seen, blockSizeMax)) {
      if (verdict.verdict === 'different') continue;
      const { score, reasons, against } = verdict;
      const list = verdict.verdict === 'certain' ? certain : possible;
      list.push({ a, b: index, score, reasons, against });
    }
    seen.push(facts);
    remember(keys, index, blocks);
  }
  const { kept, broken } = withoutChains(certain, (index) => seen[index]);
  const asked = broken.map((link) => ({ ...link, against: [...link.against, wouldJoin] }));
  const named = ({ a, b, ...link }: Found): Link => ({ a: ids[a] ?? a, b: ids[b] ?? b, ...link });
  return { certain: kept.map(named), possible: [...possible, ...asked].map(named) };
}

/** A link by the places of its records in the set. */
type Found = Omit<Link, 'a' | 'b'> & { a: number; b: number };

const wouldJoin = { code: 'WOULD_JOIN_DIFFERENT', params: {} } as const;
const sameContent = { code: 'SAME_CONTENT', params: {} } as const;

function* matches(
  facts: Facts,
  keys: readonly number[],
  blocks: Blocks,
  seen: readonly (Facts | undefined)[],
  blockSizeMax: number,
) {
  const candidates = new Set<number>();
  for (const key of keys) {
    const block = blocks.get(key);
    if (block === undefined) continue;
    if (typeof block === 'number') candidates.add(block);
    else {
      // A large block is not skipped: its latest members are the ones most likely looked for.
      const from = Math.max(0, block.length - blockSizeMax);
      for (let at = from; at < block.length; at += 1) candidates.add(block[at] ?? 0);
    }
  }
  for (const a of candidates) {
    const other = seen[a];
    if (other) yield { a, verdict: compareFacts(other, facts) };
  }
}

/** Most keys are one record's alone: a list is made for the second. */
type Blocks = Map<number, number | number[]>;

function remember(keys: readonly number[], index: number, blocks: Blocks): void {
  for (const key of keys) {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, index);
    else if (typeof block === 'number') blocks.set(key, [block, index]);
    else block.push(index);
  }
}
