/** Looks for what a new report may duplicate: certain matches become links, possible ones questions to a person. */
import { and, eq, sql } from 'drizzle-orm';
import { contradict, membersMax } from '../../../import/duplicates/chains.ts';
import { compareFacts, meetByChance, type Verdict } from '../../../import/duplicates/compare.ts';
import {
  createTextStore,
  type PackedFacts,
  packFacts,
  unpackBrief,
  unpackFacts,
} from '../../../import/duplicates/fact-store.ts';
import { type Facts, factsOf } from '../../../import/duplicates/facts.ts';
import type { Reference } from '../../../import/reference.ts';
import { possiblePair, report } from '../../../schema/records.ts';
import { type Db, driverOf } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { areKeptApart, linkReports } from './clusters.ts';
import type { KeyIndex } from './report-keys.ts';

/** A report with its own record: what is compared is what the source said, never what a person corrected. */
export type Candidate = {
  reportId: number;
  title: string;
  contentHash: string;
  raw: string;
  /** All it is found by. The first is that of its content. */
  keys: number[];
  facts: PackedFacts;
  /** The reports that say exactly the same, when whoever asks has looked. */
  same?: Same[];
};
export type Matched = { links: number; questions: number; changedRoots: readonly number[] };
const nothing: Matched = { links: 0, questions: 0, changedRoots: [] };
/** A report whose record says exactly the same as another. */
export type Same = { reportId: number; importId: number; isWithdrawn: 0 | 1 };

/** Facts of earlier reports are kept at hand during one run: of some 200,000, and the rest of 60,000. */
const briefBytesMax = 64 * 1024 * 1024;
const restBytesMax = 32 * 1024 * 1024;

export type Matcher = {
  match(tx: Context, found: Candidate): Matched;
  /** Earlier reports that say exactly the same. Two that say nothing are one only if written alike. */
  sameAs(found: Candidate): Same[];
};

/** One for a run over many reports of one review: statements are prepared and facts remembered. */
export function createMatcher(db: Db, reviewId: number, keyIndex: KeyIndex): Matcher {
  const briefs = createTextStore(briefBytesMax);
  const rests = createTextStore(restBytesMax);
  const keep = (id: number, { brief, rest }: PackedFacts) => {
    briefs.put(id, brief);
    rests.put(id, rest);
  };
  const ownReference = driverOf(db)
    .prepare('select reference from record where report_id = ?')
    .pluck();

  const factsOfOne = (id: number): Facts | undefined => {
    const [brief, rest] = [briefs.at(id), rests.at(id)];
    if (brief && rest) return unpackFacts({ brief, rest });
    const reference = ownReference.get(id) as string | undefined;
    if (reference === undefined) return undefined;
    const made = factsOf(JSON.parse(reference) as Reference);
    keep(id, packFacts(made));
    return made;
  };
  const factsOfAll = (ids: number[]) => ids.flatMap((id) => factsOfOne(id) ?? []);
  const settle = settler(db, reviewId, factsOfAll);
  const sameAs = sameLookup(db, keyIndex);
  const isStanding = standingLookup(db);
  const candidatesFor = ({ reportId, keys }: Candidate) => {
    const [, ...shared] = keys;
    const ids = new Set(shared.flatMap((key) => keyIndex.withKey(key)));
    return [...ids].filter((id) => id < reportId).sort((a, b) => a - b);
  };

  return {
    sameAs,
    match(tx, found) {
      const twins = (found.same ?? sameAs(found)).filter((row) => !row.isWithdrawn);
      if (twins.length > 0) {
        const first = Math.min(...twins.map((row) => row.reportId));
        return settle(tx, found, [{ id: first, verdict: identical }]);
      }
      keep(found.reportId, found.facts);
      const candidates = candidatesFor(found);
      if (candidates.length === 0) return nothing;
      const own = unpackFacts(found.facts);
      const alike = candidates.flatMap((id) => {
        const brief = briefs.at(id);
        if (brief && meetByChance(unpackBrief(brief), own)) return [];
        const theirs = factsOfOne(id);
        const verdict = theirs && compareFacts(theirs, own);
        const isAlike = verdict && verdict.verdict !== 'different' && isStanding(id);
        return isAlike ? [{ id, verdict }] : [];
      });
      return alike.length === 0 ? nothing : settle(tx, found, alike);
    },
  };
}

type Alike = { id: number; verdict: Verdict };
export const identical: Verdict = {
  verdict: 'certain',
  score: 1,
  reasons: [{ code: 'SAME_CONTENT', params: {} }],
  against: [],
};

function sameLookup(db: Db, keyIndex: KeyIndex): Matcher['sameAs'] {
  const same = driverOf(db).prepare(
    `select record.report_id as reportId, record.import_id as importId, record.raw,
       report.withdrawn_at is not null as isWithdrawn
     from record join report on report.id = record.report_id
     where record.report_id = ? and record.content_hash = ?`,
  );
  return ({ reportId, title, contentHash, raw, keys: [key = 0] }) =>
    keyIndex
      .withKey(key)
      .filter((id) => id < reportId)
      .flatMap((id) => same.all(id, contentHash) as (Same & { raw: string })[])
      .filter((row) => title !== '' || row.raw === raw);
}

function standingLookup(db: Db): (reportId: number) => boolean {
  const standing = driverOf(db).prepare(
    'select 1 from report where id = ? and withdrawn_at is null',
  );
  return (id) => standing.get(id) !== undefined;
}

/** Links to one report of each cluster that is certainly the same, the earliest; asks about one of each other. */
function settler(db: Db, reviewId: number, factsOfAll: FactsOfAll) {
  const rootOf = rootLookup(db);
  const wouldChain = chainGuard(db, factsOfAll);
  const isAnyoneKeptApart = apartLookup(db, reviewId);
  return (tx: Context, found: Candidate, alike: Alike[]): Matched => {
    const matched = { links: 0, questions: 0, changedRoots: [] as number[] };
    const certain = alike
      .filter(({ verdict }) => verdict.verdict === 'certain')
      .sort((a, b) => b.verdict.score - a.verdict.score);
    const unsure = alike.filter(({ verdict }) => verdict.verdict === 'possible');
    for (const match of certain) {
      const [root, own] = [rootOf(match.id), rootOf(found.reportId)];
      if (root === own) continue;
      // A person has kept these two apart: nothing but a person brings them together.
      if (isAnyoneKeptApart() && areKeptApart(tx.db, root, own)) {
        unsure.push(match);
        continue;
      }
      if (match.verdict !== identical && wouldChain([match.id, found.reportId], [root, own])) {
        const against = [...match.verdict.against, wouldJoin];
        unsure.push({ id: match.id, verdict: { ...match.verdict, against } });
        continue;
      }
      const { reasons, score } = match.verdict;
      const ends = { one: match.id, other: found.reportId };
      linkReports(tx, { reviewId, ...ends, reasons, score, decidedBy: null });
      matched.links += 1;
      matched.changedRoots.push(root, own);
    }
    for (const match of bestOfEachCluster(rootOf, unsure, found.reportId))
      if (ask(tx, reviewId, found.reportId, match)) matched.questions += 1;
    return matched;
  };
}

const wouldJoin = { code: 'WOULD_JOIN_DIFFERENT', params: {} } as const;

type FactsOfAll = (reportIds: number[]) => Facts[];

/** Whether a link between two reports would bring clusters together that contradict each other. */
function chainGuard(db: Db, factsOfAll: FactsOfAll) {
  const members = driverOf(db)
    .prepare('select id from report where root_id = ? order by id limit ?')
    .pluck();
  return (ends: [number, number], [one, other]: [number, number]): boolean => {
    const [ones, others] = [one, other].map((root) => members.all(root, membersMax) as number[]);
    // Two that stand alone have been compared already.
    if (!ones || !others || ones.length + others.length < 3) return false;
    return contradict(factsOfAll(ends), factsOfAll(ones), factsOfAll(others));
  };
}

function rootLookup(db: Db): (reportId: number) => number {
  const byId = db
    .select({ rootId: report.rootId })
    .from(report)
    .where(eq(report.id, sql.placeholder('id')))
    .prepare();
  return (id) => byId.get({ id })?.rootId ?? id;
}

/** Most reviews have nothing kept apart; then nobody needs to look further. */
function apartLookup(db: Db, reviewId: number): () => boolean {
  const different = db
    .select({ id: possiblePair.id })
    .from(possiblePair)
    .where(and(eq(possiblePair.reviewId, reviewId), eq(possiblePair.state, 'different')))
    .limit(1)
    .prepare();
  return () => different.get() !== undefined;
}

function bestOfEachCluster(
  rootOf: (reportId: number) => number,
  alike: Alike[],
  ownId: number,
): Alike[] {
  if (alike.length === 0) return [];
  const ownRoot = rootOf(ownId);
  const best = new Map<number, Alike>();
  for (const match of alike) {
    const root = rootOf(match.id);
    if (root === ownRoot) continue;
    const known = best.get(root);
    if (!known || match.verdict.score > known.verdict.score) best.set(root, match);
  }
  return [...best.values()];
}

/** Once asked, a pair is not asked about again, whatever was answered. */
function ask(tx: Context, reviewId: number, ownId: number, { id, verdict }: Alike): boolean {
  const { score, reasons, against } = verdict;
  const [firstId, secondId] = [Math.min(id, ownId), Math.max(id, ownId)];
  const asked = tx.db
    .insert(possiblePair)
    .values({ reviewId, firstId, secondId, score, reasons, against })
    .onConflictDoNothing()
    .run();
  return asked.changes > 0;
}
