/** Looks for what a new report may duplicate: certain matches become links, possible ones questions to a person. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { contradict, membersMax } from '../../import/duplicates/chains.ts';
import { compareFacts, type Verdict } from '../../import/duplicates/compare.ts';
import { type Facts, factsOf } from '../../import/duplicates/facts.ts';
import type { Reference } from '../../import/reference.ts';
import { possiblePair, record, report } from '../../schema/records.ts';
import { type Db, driverOf } from '../db.ts';
import type { Context } from '../platform/context.ts';
import { areKeptApart, linkReports } from './clusters.ts';

/** A report with its own record: what is compared is what the source said, never what a person corrected. */
export type Candidate = {
  reportId: number;
  reference: Reference;
  contentHash: string;
  raw: string;
  keys: string[];
  /** When whoever asks has worked them out already. */
  facts?: Facts;
  /** The earlier report that says exactly the same, null for none, when whoever asks has looked. */
  twin?: number | null;
  /** Earlier reports that share a key with it, the latest of each, when whoever asks has looked. */
  sharing?: Set<number>;
};
export type Matched = { links: number; questions: number; changedRoots: number[] };

/** A key shared by more reports than this says little about any two of them: the latest are compared. */
export const blockSizeMax = 60;
/** Facts of earlier reports kept at hand during one run. */
const factsMax = 20_000;

export type Matcher = { match(tx: Context, found: Candidate): Matched };

/** One for a run over many reports of one review: statements are prepared and facts remembered. */
export function createMatcher(db: Db, reviewId: number): Matcher {
  const latestWithKey = driverOf(db)
    .prepare(
      `select report_id from report_key where review_id = ? and key = ? and report_id < ?
       order by report_id desc limit ?`,
    )
    .pluck();
  const twinOf = twinLookup(db, reviewId);
  const facts = new Map<number, Facts>();

  const remember = (reportId: number, reference: Reference): Facts => {
    const known = facts.get(reportId) ?? factsOf(reference);
    facts.set(reportId, known);
    return known;
  };
  const factsOfAll = (tx: Context, ids: number[]): Facts[] => {
    const unknown = ids.filter((id) => !facts.has(id));
    for (const row of ownReferences(tx.db, unknown)) remember(row.reportId, row.reference);
    return ids.flatMap((id) => facts.get(id) ?? []);
  };
  const settle = settler(db, reviewId, factsOfAll);
  const sharingWith = ({ reportId: before, keys }: Candidate) =>
    new Set(
      keys.flatMap((key) => latestWithKey.all(reviewId, key, before, blockSizeMax) as number[]),
    );
  const candidatesFor = (tx: Context, found: Candidate) => {
    const ids = [...(found.sharing ?? sharingWith(found))].sort((a, b) => a - b);
    factsOfAll(tx, ids);
    return ids;
  };

  return {
    match(tx, found) {
      // Between two matches, so that no candidate is forgotten while it is compared.
      if (facts.size > factsMax) facts.clear();
      const twin = found.twin === undefined ? twinOf(found) : found.twin;
      if (twin !== null) return settle(tx, found, [{ id: twin, verdict: identical }]);
      const own = found.facts ?? factsOf(found.reference);
      facts.set(found.reportId, own);
      const alike = candidatesFor(tx, found).flatMap((id) => {
        const theirs = facts.get(id);
        const verdict = theirs && compareFacts(theirs, own);
        return verdict && verdict.verdict !== 'different' ? [{ id, verdict }] : [];
      });
      return settle(tx, found, alike);
    },
  };
}

type Alike = { id: number; verdict: Verdict };
const identical: Verdict = {
  verdict: 'certain',
  score: 1,
  reasons: [{ code: 'SAME_CONTENT', params: {} }],
  against: [],
};

/** An earlier report whose record says exactly the same. Two that say nothing are one only if written alike. */
function twinLookup(db: Db, reviewId: number) {
  const same = db
    .select({ id: record.reportId, raw: record.raw })
    .from(record)
    .innerJoin(report, eq(report.id, record.reportId))
    .where(
      and(
        eq(record.reviewId, reviewId),
        eq(record.contentHash, sql.placeholder('hash')),
        isNull(report.withdrawnAt),
      ),
    )
    .prepare();
  return ({ reportId, reference, contentHash: hash, raw }: Candidate): number | null => {
    const twins = same
      .all({ hash })
      .filter((row) => row.id < reportId && (reference.title !== '' || row.raw === raw));
    return twins.length > 0 ? Math.min(...twins.map((row) => row.id)) : null;
  };
}

function ownReferences(db: Db, reportIds: number[]) {
  if (reportIds.length === 0) return [];
  return db
    .select({ reportId: record.reportId, reference: record.reference })
    .from(record)
    .where(inArray(record.reportId, reportIds))
    .all();
}

/** Links to one report of each cluster that is certainly the same, the earliest; asks about one of each other. */
function settler(db: Db, reviewId: number, factsOfAll: FactsOfAll) {
  const rootOf = rootLookup(db);
  const wouldChain = chainGuard(db, factsOfAll);
  const isAnyoneKeptApart = apartLookup(db, reviewId);
  return (tx: Context, found: Candidate, alike: Alike[]): Matched => {
    const matched: Matched = { links: 0, questions: 0, changedRoots: [] };
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
      if (match.verdict !== identical && wouldChain(tx, [match.id, found.reportId], [root, own])) {
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

type FactsOfAll = (tx: Context, reportIds: number[]) => Facts[];

/** Whether a link between two reports would bring clusters together that contradict each other. */
function chainGuard(db: Db, factsOfAll: FactsOfAll) {
  const members = driverOf(db)
    .prepare('select id from report where root_id = ? order by id limit ?')
    .pluck();
  return (tx: Context, ends: [number, number], [one, other]: [number, number]): boolean => {
    const [ones, others] = [one, other].map((root) => members.all(root, membersMax) as number[]);
    // Two that stand alone have been compared already.
    if (!ones || !others || ones.length + others.length < 3) return false;
    return contradict(factsOfAll(tx, ends), factsOfAll(tx, ones), factsOfAll(tx, others));
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
