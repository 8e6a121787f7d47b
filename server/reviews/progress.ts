/** How far a review has come: every number counted from the rows it stands for, and the next step that follows. */
import {
  and,
  eq,
  inArray,
  isNotNull,
  isNull,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { alias } from 'drizzle-orm/sqlite-core';
import { coding, excerpt } from '../../schema/coding.ts';
import { codingConsensus } from '../../schema/double-coding.ts';
import { finding } from '../../schema/findings.ts';
import { importBatch, possiblePair, record, report } from '../../schema/records.ts';
import type { review } from '../../schema/reviews.ts';
import { type Stage, type StandingState, standing } from '../../schema/screening.ts';
import { searchRun } from '../../schema/searches.ts';
import type { Db } from '../db.ts';
import { currentProtocol } from './protocol.ts';

export const steps = [
  'protocol',
  'searches',
  'import',
  'duplicates',
  'screening',
  'full_text',
  'coding',
  'findings',
  'publish',
] as const;
export type Step = (typeof steps)[number];

export type StepState = {
  step: Step;
  state: 'done' | 'current' | 'waiting';
  /** What is done, of how much; null where a step is not counted so. */
  done: number | null;
  total: number | null;
};

export type ReviewCounts = ReturnType<typeof reviewCounts>;

export function reviewCounts(db: Db, reviewId: number) {
  const count = (table: SQLiteTable & { id: AnySQLiteColumn }, where: SQL | undefined) =>
    db.select({ n: sql<number>`count(*)` }).from(table).where(where).get()?.n ?? 0;
  const isRoot = rootsOf(reviewId);
  return {
    searchRuns: count(
      searchRun,
      and(eq(searchRun.reviewId, reviewId), isNull(searchRun.archivedAt)),
    ),
    records: recordCount(db, reviewId),
    reports: count(report, isRoot),
    openPairs: openPairCount(db, reviewId),
    ...screeningCounts(db, reviewId),
    coded: codedCount(db, reviewId),
    findings: count(finding, and(eq(finding.reviewId, reviewId), isNull(finding.archivedAt))),
    finalFindings: count(
      finding,
      and(eq(finding.reviewId, reviewId), isNull(finding.archivedAt), eq(finding.state, 'final')),
    ),
  };
}

function rootsOf(reviewId: number) {
  return and(
    eq(report.reviewId, reviewId),
    eq(report.rootId, report.id),
    isNull(report.withdrawnAt),
  );
}

function recordCount(db: Db, reviewId: number): number {
  const kept = and(eq(record.reviewId, reviewId), isNull(importBatch.undoneAt));
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(record)
    .innerJoin(importBatch, eq(importBatch.id, record.importId))
    .where(kept)
    .get();
  return row?.n ?? 0;
}

/** Possible duplicates that still ask for an answer: both reports are there and not yet one. */
function openPairCount(db: Db, reviewId: number): number {
  const [first, second] = [alias(report, 'first'), alias(report, 'second')];
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .where(
      and(
        eq(possiblePair.reviewId, reviewId),
        eq(possiblePair.state, 'open'),
        isNull(first.withdrawnAt),
        isNull(second.withdrawnAt),
        ne(first.rootId, second.rootId),
      ),
    )
    .get();
  return row?.n ?? 0;
}

function screeningCounts(db: Db, reviewId: number) {
  const rows = db
    .select({ stage: standing.stage, state: standing.state, n: sql<number>`count(*)` })
    .from(standing)
    .innerJoin(report, eq(report.id, standing.reportId))
    .where(rootsOf(reviewId))
    .groupBy(standing.stage, standing.state)
    .all();
  const at = (stage: Stage, ...states: StandingState[]) =>
    rows
      .filter((row) => row.stage === stage && states.includes(row.state))
      .reduce((sum, row) => sum + row.n, 0);
  return {
    screened: at('title_abstract', 'passed', 'excluded'),
    conflicts: at('title_abstract', 'conflict') + at('full_text', 'conflict'),
    fullText: at('title_abstract', 'passed'),
    fullTextSettled: at('full_text', 'passed', 'excluded') + notRetrievedCount(db, reviewId),
    included: at('full_text', 'passed'),
  };
}

/** Publications that nobody can judge at full text, as it could not be had. */
function notRetrievedCount(db: Db, reviewId: number): number {
  const settled = db
    .select({ id: standing.reportId })
    .from(standing)
    .where(and(eq(standing.stage, 'full_text'), inArray(standing.state, ['passed', 'excluded'])));
  const latest = sql`(
    select retrieval.outcome from retrieval join ${report} as member on member.id = retrieval.report_id
    where member.root_id = report.id order by retrieval.id desc limit 1)`;
  const isLost = and(notInArray(report.id, settled), sql`${latest} = 'not_retrieved'`);
  return passedCount(db, reviewId, 'title_abstract', isLost);
}

/** Publications that have passed a stage, of which something else holds. */
function passedCount(db: Db, reviewId: number, stage: Stage, which: SQL | undefined): number {
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(report)
    .innerJoin(standing, eq(standing.reportId, report.id))
    .where(and(rootsOf(reviewId), eq(standing.stage, stage), eq(standing.state, 'passed'), which))
    .get();
  return row?.n ?? 0;
}

/** Where two code, what was marked since counts when they have agreed: until then each is blind to it. */
const blindSince = (reviewId: number) => sql`(
  select case when coders = 2 then at end from coding_policy where review_id = ${reviewId}
  order by id desc limit 1)`;

/** Included publications on which somebody has put at least one code. */
function codedCount(db: Db, reviewId: number): number {
  const member = alias(report, 'member');
  const coded = db
    .select({ rootId: member.rootId })
    .from(coding)
    .innerJoin(member, eq(member.id, coding.reportId))
    .where(and(eq(member.reviewId, reviewId), isNull(coding.removedAt), isNotNull(member.rootId)));
  const quoted = db
    .select({ rootId: member.rootId })
    .from(excerpt)
    .innerJoin(member, eq(member.id, excerpt.reportId))
    .where(
      and(
        eq(member.reviewId, reviewId),
        isNull(excerpt.archivedAt),
        sql`${excerpt.createdAt} < coalesce(${blindSince(reviewId)}, '9999')`,
      ),
    );
  const agreed = db
    .select({ rootId: member.rootId })
    .from(codingConsensus)
    .innerJoin(member, eq(member.id, codingConsensus.reportId))
    .where(and(eq(member.reviewId, reviewId), isNotNull(member.rootId)));
  const isCoded = or(...[coded, quoted, agreed].map((ids) => inArray(report.id, ids)));
  return passedCount(db, reviewId, 'full_text', isCoded);
}

/** The steps of a review in their order; the first that is not done is the one to take. */
export function reviewSteps(
  db: Db,
  row: Pick<typeof review.$inferSelect, 'id' | 'flowBasis' | 'publishedAt' | 'isExercise'>,
  counts: ReviewCounts,
): StepState[] {
  const measured = {
    protocol: yesOrNo(currentProtocol(db, row.id) !== null),
    searches: yesOrNo(counts.searchRuns > 0),
    import: yesOrNo(counts.records > 0),
    duplicates: yesOrNo(counts.records > 0 && counts.openPairs === 0),
    screening: outOf(counts.screened, counts.reports),
    full_text: outOf(counts.fullTextSettled, counts.fullText),
    coding: outOf(counts.coded, counts.included),
    findings: outOf(counts.finalFindings, counts.findings),
    publish: yesOrNo(row.publishedAt !== null),
  } satisfies Record<Step, unknown>;
  const taken = steps.filter((step) => isTaken(step, row));
  const next = taken.find((step) => !measured[step].isDone);
  return taken.map((step) => {
    const { isDone, done, total } = measured[step];
    const state = isDone ? 'done' : step === next ? 'current' : 'waiting';
    return { step, state, done, total };
  });
}

const yesOrNo = (isDone: boolean) => ({ isDone, done: null, total: null });
const outOf = (done: number, total: number) => ({
  isDone: total > 0 && done >= total,
  done,
  total,
});

/** A list taken over from a report was screened elsewhere; an exercise is never published. */
function isTaken(
  step: Step,
  { flowBasis, isExercise }: Pick<typeof review.$inferSelect, 'flowBasis' | 'isExercise'>,
): boolean {
  if (step === 'publish') return !isExercise;
  return flowBasis === 'records' || !['duplicates', 'screening', 'full_text'].includes(step);
}
