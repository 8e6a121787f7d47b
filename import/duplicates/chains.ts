/** Keeps a chain from joining what nobody would join directly: A is B, B is C, but A is not C. */
import { sameContainer } from './containers.ts';
import type { Facts } from './facts.ts';
import { pageMatch } from './places.ts';

/** What is known of a cluster, as far as it tells two reports apart. */
export type Sides = Pick<Facts, 'doi' | 'pages' | 'container'>;

// A cluster's first members say what it is; comparing all with all would be quadratic.
export const membersMax = 12;

/**
 * True when the record on one end of a link says too little to tell two reports apart, and so would
 * join them: it has no DOI (no pages) of its own, and every DOI (page range) that one cluster gives
 * is another than the other's. A DOI that both have settles it.
 */
export function contradict(
  ends: readonly (Sides | undefined)[],
  ones: readonly Sides[],
  others: readonly Sides[],
): boolean {
  const doi = compareAll(ones, others, doiApart);
  if (doi === 'apart') return ends.some((end) => end && !end.doi);
  if (doi === 'together') return false;
  const lacksPages = ends.some((end) => end && !end.pages);
  return lacksPages && compareAll(ones, others, pagesApart) === 'apart';
}

/** `undefined` when the two have nothing to compare. */
type Apart = (a: Sides, b: Sides) => boolean | undefined;

const doiApart: Apart = (a, b) => (a.doi && b.doi ? a.doi !== b.doi : undefined);
const pagesApart: Apart = (a, b) => {
  const match = pageMatch(a.pages, b.pages);
  if (match === 'unknown') return undefined;
  // Other pages of the same journal are one of its two numbers mistyped.
  return match === 'different' && !sameContainer(a.container, b.container);
};

function compareAll(ones: readonly Sides[], others: readonly Sides[], apart: Apart) {
  let found: 'apart' | 'together' | 'unknown' = 'unknown';
  for (const a of ones.slice(0, membersMax)) {
    for (const b of others.slice(0, membersMax)) {
      const answer = apart(a, b);
      if (answer === false) return 'together';
      if (answer) found = 'apart';
    }
  }
  return found;
}

type Joinable = { a: number; b: number };

/**
 * Links from the likeliest on, as long as the clusters they would join agree.
 * @param sidesOf what a record says of itself; undefined for one equal in everything to an earlier.
 */
export function withoutChains<Link extends Joinable>(
  links: readonly (Link & { score: number })[],
  sidesOf: (index: number) => Sides | undefined,
): { kept: Link[]; broken: Link[] } {
  const clusters = new Map<number, { members: number[]; sides: Sides[] }>();
  const clusterOf = (index: number) => {
    const known = clusters.get(index);
    if (known) return known;
    const own = sidesOf(index);
    const cluster = { members: [index], sides: own ? [own] : [] };
    clusters.set(index, cluster);
    return cluster;
  };
  const broken = new Set<Link>();
  for (const link of [...links].sort((x, y) => y.score - x.score)) {
    const [one, other] = [clusterOf(link.a), clusterOf(link.b)];
    if (one === other) continue;
    const ends = [sidesOf(link.a), sidesOf(link.b)];
    if (contradict(ends, one.sides, other.sides)) {
      broken.add(link);
      continue;
    }
    const [big, small] = one.members.length < other.members.length ? [other, one] : [one, other];
    for (const member of small.members) {
      big.members.push(member);
      clusters.set(member, big);
    }
    if (big.sides.length < membersMax) big.sides.push(...small.sides);
  }
  // What other links have joined all the same is no question any longer.
  const isOpen = ({ a, b }: Link) => clusterOf(a) !== clusterOf(b);
  return {
    kept: links.filter((link) => !broken.has(link)),
    broken: links.filter((link) => broken.has(link) && isOpen(link)),
  };
}
