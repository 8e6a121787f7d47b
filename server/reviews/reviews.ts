/** A review: made with its owner, changed, put away in the archive and taken out again. */
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { membership } from '../../schema/accounts.ts';
import type { Words } from '../../schema/columns.ts';
import {
  type FlowBasis,
  type FlowTemplate,
  type ReviewKind,
  review,
} from '../../schema/reviews.ts';
import { adjudication, type Stage, vote } from '../../schema/screening.ts';
import { audit } from '../accounts/audit.ts';
import { addMember } from '../accounts/members.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../platform/context.ts';
import { enqueueIndex } from '../platform/jobs/jobs.ts';
import { freeSlug, isSlug, slugFrom } from './slugs.ts';

type ReviewRow = typeof review.$inferSelect;

/** What an owner may change at any time; what is not given stays. */
export type ReviewChange = {
  title?: Words;
  summary?: Words;
  attribution?: Words;
  kind?: ReviewKind;
  flowTemplate?: FlowTemplate;
  flowBasis?: FlowBasis;
  reviewersTitleAbstract?: number;
  reviewersFullText?: number;
};

export type NewReview = ReviewChange & {
  title: Words;
  /** Taken from the title when it is not given. */
  slug?: string;
  isExercise?: boolean;
};

/** The person who makes a review owns it. @throws TITLE_REQUIRED, SLUG_INVALID, SLUG_TAKEN */
export function createReview(context: PersonalContext, input: NewReview) {
  return inTransaction(context, (tx) => {
    const { slug, ...details } = input;
    requireTitle(details.title);
    const row = tx.db
      .insert(review)
      .values({ ...details, slug: slugFor(tx.db, slug, details.title), createdAt: tx.at })
      .returning()
      .get();
    const { personId } = tx.actor;
    audit(tx, { ...about(row.id), action: 'review.created', after: described(row) });
    addMember(tx, { reviewId: row.id, personId, role: 'owner', mayAdjudicate: true });
    return { id: row.id, slug: row.slug };
  });
}

function slugFor(db: Db, wished: string | undefined, title: Words): string {
  const isTaken = (slug: string) =>
    db.select({ id: review.id }).from(review).where(eq(review.slug, slug)).get() !== undefined;
  if (!wished) return freeSlug(slugFrom(title), isTaken);
  if (!isSlug(wished)) throw new AppError('SLUG_INVALID', {}, 'slug');
  const proposal = freeSlug(wished, isTaken);
  if (proposal !== wished) throw new AppError('SLUG_TAKEN', { proposal }, 'slug');
  return wished;
}

/** @throws TITLE_REQUIRED, POLICY_IN_USE */
export function changeReview(context: Context, id: number, input: ReviewChange): void {
  inTransaction(context, (tx) => {
    const before = reviewById(tx.db, id);
    if (input.title) requireTitle(input.title);
    requireFreePolicy(tx.db, before, input);
    const after = tx.db.update(review).set(input).where(eq(review.id, id)).returning().get();
    const change = { before: described(before), after: described(after) };
    if (JSON.stringify(change.before) === JSON.stringify(change.after)) return;
    audit(tx, { ...about(id), action: 'review.changed', ...change });
    if (after.publishedAt) enqueueIndex(tx, id);
  });
}

/** Takes a review out of sight for everybody; nothing in it is lost. */
export function archiveReview(context: Context, id: number): void {
  inTransaction(context, (tx) => {
    if (reviewById(tx.db, id).archivedAt) throw notFound();
    tx.db.update(review).set({ archivedAt: tx.at }).where(eq(review.id, id)).run();
    audit(tx, { ...about(id), action: 'review.archived' });
    enqueueIndex(tx, id);
  });
}

export function restoreReview(context: Context, id: number): { slug: string } {
  return inTransaction(context, (tx) => {
    const { slug, archivedAt } = reviewById(tx.db, id);
    if (!archivedAt) throw notFound();
    tx.db.update(review).set({ archivedAt: null }).where(eq(review.id, id)).run();
    audit(tx, { ...about(id), action: 'review.restored' });
    enqueueIndex(tx, id);
    return { slug };
  });
}

const about = (id: number) => ({ entity: 'review', entityId: id, reviewId: id });

function reviewById(db: Db, id: number): ReviewRow {
  const row = db.select().from(review).where(eq(review.id, id)).get();
  if (!row) throw notFound();
  return row;
}

function requireTitle(title: Words): void {
  if (!Object.values(title).some((text) => text.trim() !== ''))
    throw new AppError('TITLE_REQUIRED', {}, 'title');
}

/** Where reports stand follows from how many judge them: that number is settled by the first answer. */
function requireFreePolicy(db: Db, before: ReviewRow, input: ReviewChange): void {
  const { reviewersTitleAbstract, reviewersFullText } = input;
  if (reviewersTitleAbstract && reviewersTitleAbstract !== before.reviewersTitleAbstract)
    requireNoAnswers(db, before.id, 'title_abstract', 'reviewersTitleAbstract');
  if (reviewersFullText && reviewersFullText !== before.reviewersFullText)
    requireNoAnswers(db, before.id, 'full_text', 'reviewersFullText');
}

function requireNoAnswers(db: Db, reviewId: number, stage: Stage, field: string): void {
  const given = [vote, adjudication].some((table) => {
    const atStage = and(eq(table.reviewId, reviewId), eq(table.stage, stage));
    return db.select({ id: table.id }).from(table).where(atStage).limit(1).get() !== undefined;
  });
  if (given) throw new AppError('POLICY_IN_USE', {}, field);
}

function described(row: ReviewRow) {
  const { id: _id, createdAt: _created, publishedAt: _p, archivedAt: _a, ...rest } = row;
  return rest;
}

const shown = {
  id: review.id,
  slug: review.slug,
  title: review.title,
  summary: review.summary,
  kind: review.kind,
  isExercise: review.isExercise,
  createdAt: review.createdAt,
  publishedAt: review.publishedAt,
  archivedAt: review.archivedAt,
};

/** What anybody may read, the newest first. */
export function publishedReviews(db: Db) {
  const open = and(isNotNull(review.publishedAt), isNull(review.archivedAt));
  return db.select(shown).from(review).where(open).orderBy(desc(review.publishedAt)).all();
}

/** The reviews in whose team a person is, with the role. */
export function reviewsOf(db: Db, personId: number) {
  return db
    .select({ ...shown, role: membership.role, mayAdjudicate: membership.mayAdjudicate })
    .from(membership)
    .innerJoin(review, eq(review.id, membership.reviewId))
    .where(
      and(eq(membership.personId, personId), isNull(membership.endedAt), isNull(review.archivedAt)),
    )
    .orderBy(desc(review.id))
    .all();
}

/** Every review of the installation, also those in the archive: for its administrators. */
export function allReviews(db: Db) {
  return db.select(shown).from(review).orderBy(asc(review.archivedAt), desc(review.id)).all();
}
