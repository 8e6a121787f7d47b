/** Getting full texts: every attempt is kept, the latest says where a publication stands. */
import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import { type RetrievalOutcome, retrieval } from '../../schema/documents.ts';
import { report } from '../../schema/records.ts';
import { vote } from '../../schema/screening.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { isPublication } from '../records/reports/reports.ts';
import { hasPassedFirst, latestRetrieval } from '../screening/desk/queue.ts';
import { reportOfReview, requireStage } from '../screening/reports.ts';
import { latestOutcome, type RetrievalState } from '../screening/retrieval.ts';

export type AttemptInput = {
  reviewId: number;
  reportId: number;
  outcome: RetrievalOutcome;
  /** Where it was found or asked for: a link, a library, a letter to the author. */
  how: string;
};

/** @throws NOT_FOUND, STAGE_NOT_REACHED, HOW_REQUIRED, FULL_TEXT_READ */
export function recordRetrieval(context: PersonalContext, input: AttemptInput): void {
  inTransaction(context, (tx) => {
    const { reviewId, reportId, outcome, how } = input;
    const { rootId } = reportOfReview(tx.db, reviewId, reportId);
    requireStage(tx.db, rootId, 'full_text');
    // "Not to be had" counts in the flow: it says what was tried.
    if (outcome === 'not_retrieved' && how === '') throw new AppError('HOW_REQUIRED', {}, 'how');
    if (outcome !== 'retrieved' && isRead(tx.db, rootId)) throw new AppError('FULL_TEXT_READ');
    const before = latestOutcome(tx.db, rootId);
    const { personId } = tx.actor;
    const { id } = tx.db
      .insert(retrieval)
      .values({ reportId, outcome, how, personId, at: tx.at })
      .returning({ id: retrieval.id })
      .get();
    audit(tx, {
      action: 'retrieval.recorded',
      entity: 'retrieval',
      entityId: id,
      reviewId,
      before: before && { outcome: before },
      after: { reportId, outcome, how },
    });
  });
}

/** Somebody has judged the full text of a report, so it is there. */
function isRead(db: Db, rootId: number): boolean {
  const read = db
    .select({ id: vote.id })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(and(eq(report.rootId, rootId), eq(vote.stage, 'full_text')))
    .limit(1)
    .get();
  return read !== undefined;
}

const outcomesOf: Record<RetrievalState, string[]> = {
  sought: ['none', 'reopened'],
  retrieved: ['retrieved'],
  not_retrieved: ['not_retrieved'],
};

/** One page of the publications that passed title and abstract, in one state or all, with the latest attempt. */
export function documentsPage(
  db: Db,
  reviewId: number,
  query: { state: RetrievalState | null; page: number; size: number },
) {
  const { state } = query;
  const ofReview = and(eq(report.reviewId, reviewId), isPublication, hasPassedFirst);
  const where = and(
    ofReview,
    state === null ? undefined : inArray(latestRetrieval, outcomesOf[state]),
  );
  const rows = db
    .select({ id: report.id, reference: report.reference, outcome: latestRetrieval })
    .from(report)
    .where(where)
    .orderBy(sql`report.first_author collate nocase`, asc(report.year), asc(report.id))
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .all();
  const total = db.select({ n: count() }).from(report).where(where).get()?.n ?? 0;
  const attempts = latestAttempts(
    db,
    rows.map((row) => row.id),
  );
  return {
    rows: rows.map(({ outcome, ...row }) => ({
      ...row,
      state: stateFrom(outcome),
      attempt: attempts.get(row.id) ?? null,
    })),
    total,
  };
}

/** A publication that passed title and abstract. @throws NOT_FOUND */
export function documentOf(db: Db, reviewId: number, reportId: number) {
  const row = db
    .select({ id: report.id, reference: report.reference, outcome: latestRetrieval })
    .from(report)
    .where(
      and(eq(report.id, reportId), eq(report.reviewId, reviewId), isPublication, hasPassedFirst),
    )
    .get();
  if (!row) throw notFound();
  const { outcome, ...rest } = row;
  return { ...rest, state: stateFrom(outcome), attempts: attemptsOf(db, [reportId]) };
}

function stateFrom(outcome: string): RetrievalState {
  return outcome === 'retrieved' || outcome === 'not_retrieved' ? outcome : 'sought';
}

/** Every attempt on these publications, the latest first. */
const attemptsOf = (db: Db, rootIds: number[]) =>
  attemptsWhere(db, inArray(report.rootId, rootIds));

/** Every attempt on what is in the review, the latest first. */
export const attemptsOfReview = (db: Db, reviewId: number) =>
  attemptsWhere(db, and(eq(report.reviewId, reviewId), isNull(report.withdrawnAt)));

function attemptsWhere(db: Db, where: SQL | undefined) {
  return db
    .select({
      rootId: report.rootId,
      outcome: retrieval.outcome,
      how: retrieval.how,
      at: retrieval.at,
      person: person.name,
    })
    .from(retrieval)
    .innerJoin(report, eq(report.id, retrieval.reportId))
    .leftJoin(person, eq(person.id, retrieval.personId))
    .where(where)
    .orderBy(desc(retrieval.id))
    .all();
}

export type Attempt = ReturnType<typeof attemptsOf>[number];

function latestAttempts(db: Db, rootIds: number[]): Map<number, Attempt> {
  const latest = new Map<number, Attempt>();
  for (const attempt of attemptsOf(db, rootIds))
    if (attempt.rootId !== null && !latest.has(attempt.rootId)) latest.set(attempt.rootId, attempt);
  return latest;
}
