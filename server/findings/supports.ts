/** Attaches excerpts and publications to findings, takes them away, and lists what hangs loose. */
import { and, eq, isNull } from 'drizzle-orm';
import { finding, type Stance, support } from '../../schema/findings.ts';
import { audit } from '../accounts/audit.ts';
import type { Viewer } from '../coding/coders/double-coding.ts';
import { excerptsOfReview, isKept, requireExcerpt } from '../coding/excerpts/excerpts.ts';
import { renewIndex, requireReport } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { findingsOf, reopenUnsupported, requireFinding } from './findings.ts';

export type SupportInput = {
  reportId: number;
  /** Null when the publication as a whole speaks for or against. */
  excerptId: number | null;
  stance: Stance;
};

/**
 * @throws SUPPORT_REPEATED when the same excerpt or publication already stands there with that stance; EXCERPT_KEPT
 * while the coders of its publication are blind to each other.
 */
export function addSupport(
  context: PersonalContext,
  findingId: number,
  input: SupportInput,
): number {
  return inTransaction(context, (tx) => {
    const { reviewId } = requireFinding(tx.db, findingId);
    requireReport(tx.db, input.reportId, reviewId);
    if (input.excerptId !== null) {
      const { reportId } = requireExcerpt(tx.db, input.excerptId, reviewId, tx.actor.personId);
      if (reportId !== input.reportId) throw notFound();
      // The team reads a finding together: the other coder would read it there.
      if (isKept(tx.db, input.excerptId, reviewId)) throw new AppError('EXCERPT_KEPT');
    }
    if (isThere(tx.db, findingId, input)) throw new AppError('SUPPORT_REPEATED');
    const { personId } = tx.actor;
    const row = { findingId, ...input, personId, createdAt: tx.at };
    const { id } = tx.db.insert(support).values(row).returning().get();
    const after = { findingId, ...input };
    audit(tx, { action: 'support.added', entity: 'support', entityId: id, reviewId, after });
    renewIndex(tx, reviewId);
    return id;
  });
}

function isThere(db: Db, findingId: number, input: SupportInput): boolean {
  const { reportId, excerptId, stance } = input;
  const same = and(
    eq(support.findingId, findingId),
    eq(support.reportId, reportId),
    eq(support.stance, stance),
    excerptId === null ? isNull(support.excerptId) : eq(support.excerptId, excerptId),
    isNull(support.removedAt),
  );
  return db.select({ id: support.id }).from(support).where(same).get() !== undefined;
}

/**
 * Takes a support away. A final finding that loses its last support is a draft again: refusing would leave a claim
 * standing on something that a person has just found not to carry it.
 *
 * @returns whether the finding went back to draft.
 */
export function removeSupport(
  context: PersonalContext,
  supportId: number,
  reviewId: number,
): { reopened: boolean } {
  return inTransaction(context, (tx) => {
    const open = and(eq(support.id, supportId), isNull(support.removedAt));
    const row = tx.db.select().from(support).where(open).get();
    if (!row) throw notFound();
    requireFinding(tx.db, row.findingId, reviewId);
    const removed = { removedAt: tx.at, removedBy: tx.actor.personId };
    tx.db.update(support).set(removed).where(eq(support.id, supportId)).run();
    const { findingId, reportId, excerptId, stance } = row;
    const before = { findingId, reportId, excerptId, stance };
    const about = { entity: 'support', entityId: supportId, reviewId, before };
    audit(tx, { action: 'support.removed', ...about });
    renewIndex(tx, reviewId);
    return { reopened: reopenUnsupported(tx, findingId) };
  });
}

/** Claims that nothing supports, and excerpts that nothing uses. */
export function orphansOf(db: Db, reviewId: number, viewer: Viewer = null) {
  const findings = findingsOf(db, reviewId, { onlyFinal: false });
  const used = new Set(
    db
      .select({ excerptId: support.excerptId })
      .from(support)
      .innerJoin(finding, eq(finding.id, support.findingId))
      .where(and(isNull(support.removedAt), isNull(finding.archivedAt)))
      .all()
      .map((row) => row.excerptId),
  );
  return {
    findings: findings.filter((row) => row.supportingIds.length === 0),
    excerpts: excerptsOfReview(db, reviewId, viewer).filter((row) => !used.has(row.id)),
  };
}
