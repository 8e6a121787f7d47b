/** Duplicates in a set of references: blocking, comparing, and links with their reasons. */
import type { Reference } from '../reference.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import { type Sides, withoutChains } from './chains.ts';
import { compareFacts, type Verdict } from './compare.ts';
import { createFactStore } from './fact-store.ts';
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
  const equals = createBlocks();
  const blocks = createBlocks();
  const ids: Id[] = [];
  const seen = createFactStore();
  const sides = new Map<number, Sides>();
  for (const { id, reference } of records) {
    const index = ids.push(id) - 1;
    const hash = quickHash(reference);
    const [twin] = equals.latest(hash, 1);
    // Without a title two equal records may still be two documents that say nothing.
    if (twin !== undefined && reference.title !== '') {
      certain.push({ a: twin, b: index, score: 1, reasons: [sameContent], against: [] });
      seen.add();
      continue;
    }
    equals.add(hash, index);
    const facts = factsOf(reference);
    const keys = numericKeys(facts);
    for (const a of sharing(keys, blocks, blockSizeMax)) {
      const other = seen.at(a);
      if (!other) continue;
      const { verdict, score, reasons, against } = compareFacts(other, facts);
      if (verdict === 'different') continue;
      const link = { a, b: index, score, reasons, against };
      if (verdict === 'possible') possible.push(link);
      else {
        certain.push(link);
        sides.set(a, sidesOf(other)).set(index, sidesOf(facts));
      }
    }
    seen.add(facts);
    for (const key of keys) blocks.add(key, index);
  }
  const { kept, broken } = withoutChains(certain, (index) => sides.get(index));
  const asked = broken.map((link) => ({ ...link, against: [...link.against, wouldJoin] }));
  const named = ({ a, b, ...link }: Found): Link => ({ a: ids[a] ?? a, b: ids[b] ?? b, ...link });
  return { certain: kept.map(named), possible: [...possible, ...asked].map(named) };
}

/** A link by the places of its records in the set. */
type Found = Omit<Link, 'a' | 'b'> & { a: number; b: number };

const wouldJoin = { code: 'WOULD_JOIN_DIFFERENT', params: {} } as const;
const sameContent = { code: 'SAME_CONTENT', params: {} } as const;

const sidesOf = ({ doi, pages, container }: Facts): Sides => ({ doi, pages, container });

/** A large block is not skipped: its latest members are the ones most likely looked for. */
function sharing(keys: readonly number[], blocks: Blocks, blockSizeMax: number): number[] {
  const candidates = new Set<number>();
  for (const key of keys)
    for (const index of blocks.latest(key, blockSizeMax)) candidates.add(index);
  return [...candidates].sort((a, b) => a - b);
}
