/** Making a review public, and taking that back. */
import { and, desc, eq, isNull, notExists, sql } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import { excerpt } from '../../schema/coding.ts';
import { finding, support } from '../../schema/findings.ts';
import { publication } from '../../schema/publishing.ts';
import { review } from '../../schema/reviews.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../platform/context.ts';
import { enqueueIndex } from '../platform/jobs/jobs.ts';

/**
 * @returns the number of the publication.
 * @throws EXERCISE_NOT_PUBLISHED, ALREADY_PUBLISHED, FINDINGS_UNSUPPORTED
 */
export function publishReview(context: PersonalContext, reviewId: number, note = ''): number {
  return inTransaction(context, (tx) => {
    const row = reviewById(tx.db, reviewId);
    if (row.isExercise) throw new AppError('EXERCISE_NOT_PUBLISHED');
    if (row.publishedAt) throw new AppError('ALREADY_PUBLISHED');
    const orphans = unsupportedFindings(tx.db, reviewId);
    if (orphans.length > 0)
      throw new AppError('FINDINGS_UNSUPPORTED', {
        count: orphans.length,
        findings: orphans.map(({ key }) => key).join(', '),
      });
    const number = (publications(tx.db, reviewId)[0]?.number ?? 0) + 1;
    const { personId } = tx.actor;
    tx.db.insert(publication).values({ reviewId, number, note, personId, at: tx.at }).run();
    setPublished(tx, reviewId, tx.at);
    audit(tx, { ...about(reviewId), action: 'review.published', after: { number, note } });
    return number;
  });
}

/** Takes the review out of the public base; its team keeps it as it is. @throws NOT_PUBLISHED */
export function unpublishReview(context: Context, reviewId: number): void {
  inTransaction(context, (tx) => {
    if (!reviewById(tx.db, reviewId).publishedAt) throw new AppError('NOT_PUBLISHED');
    const standing = and(eq(publication.reviewId, reviewId), isNull(publication.withdrawnAt));
    tx.db.update(publication).set({ withdrawnAt: tx.at }).where(standing).run();
    setPublished(tx, reviewId, null);
    audit(tx, { ...about(reviewId), action: 'review.unpublished' });
  });
}

function setPublished(context: Context, reviewId: number, publishedAt: string | null): void {
  context.db.update(review).set({ publishedAt }).where(eq(review.id, reviewId)).run();
  enqueueIndex(context, reviewId);
}

/** Final findings without an excerpt or a publication that supports them. */
export function unsupportedFindings(db: Db, reviewId: number) {
  const speaksFor = db
    .select({ one: sql`1` })
    .from(support)
    .leftJoin(excerpt, eq(excerpt.id, support.excerptId))
    .where(
      and(
        eq(support.findingId, finding.id),
        eq(support.stance, 'supports'),
        isNull(support.removedAt),
        isNull(excerpt.archivedAt),
      ),
    );
  return db
    .select({ id: finding.id, key: finding.key, statement: finding.statement })
    .from(finding)
    .where(
      and(
        eq(finding.reviewId, reviewId),
        eq(finding.state, 'final'),
        isNull(finding.archivedAt),
        notExists(speaksFor),
      ),
    )
    .all();
}

/** When the review was published and taken back, the latest first. */
export function publications(db: Db, reviewId: number) {
  return db
    .select({
      number: publication.number,
      note: publication.note,
      at: publication.at,
      withdrawnAt: publication.withdrawnAt,
      person: person.name,
    })
    .from(publication)
    .leftJoin(person, eq(person.id, publication.personId))
    .where(eq(publication.reviewId, reviewId))
    .orderBy(desc(publication.number))
    .all();
}

const about = (id: number) => ({ entity: 'review', entityId: id, reviewId: id });

function reviewById(db: Db, id: number) {
  const row = db.select().from(review).where(eq(review.id, id)).get();
  if (!row) throw notFound();
  return row;
}
