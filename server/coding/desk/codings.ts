/** Codes that people put on publications, and took away again. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { code, codebook, coding } from '../../../schema/coding.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { requireCodes } from '../codebooks/codes.ts';
import { groupBy, isOneOf, renewIndex, requireReport } from '../rows.ts';

/** Puts a code on a publication. One that it already has is left as it is. */
export function addCoding(
  context: PersonalContext,
  reportId: number,
  codeId: number,
  locator = '',
): number {
  return inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    requireCodes(tx.db, reviewId, [codeId], 'codeId');
    const had = codingsOf(tx.db, [rootId]).find((row) => row.codeId === codeId);
    if (had) return had.codingId;
    const { personId } = tx.actor;
    const row = { reportId, codeId, locator: locator.trim(), personId, createdAt: tx.at };
    const { id } = tx.db.insert(coding).values(row).returning().get();
    const after = { reportId, codeId, locator: row.locator };
    audit(tx, { action: 'coding.added', entity: 'coding', entityId: id, reviewId, after });
    renewIndex(tx, reviewId);
    return id;
  });
}

export function removeCoding(context: PersonalContext, codingId: number, reviewId?: number): void {
  inTransaction(context, (tx) => {
    const open = and(eq(coding.id, codingId), isNull(coding.removedAt));
    const row = tx.db.select().from(coding).where(open).get();
    if (!row) throw notFound();
    const place = requireReport(tx.db, row.reportId, reviewId);
    const removed = { removedAt: tx.at, removedBy: tx.actor.personId };
    tx.db.update(coding).set(removed).where(eq(coding.id, codingId)).run();
    audit(tx, {
      action: 'coding.removed',
      entity: 'coding',
      entityId: codingId,
      reviewId: place.reviewId,
      before: { reportId: row.reportId, codeId: row.codeId, locator: row.locator },
    });
    renewIndex(tx, place.reviewId);
  });
}

/** Every coding that holds, in the order of the codebooks. */
export function codingsOf(db: Db, rootIds: Iterable<number>) {
  const rows = db
    .select({
      codingId: coding.id,
      rootId: report.rootId,
      locator: coding.locator,
      personId: coding.personId,
      codeId: code.id,
      key: code.key,
      label: code.label,
      parentId: code.parentId,
      codebookId: codebook.id,
      codebookKey: codebook.key,
      codebookKind: codebook.kind,
      codebookLabel: codebook.label,
    })
    .from(coding)
    .innerJoin(report, eq(report.id, coding.reportId))
    .innerJoin(code, eq(code.id, coding.codeId))
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(
      and(
        isOneOf(report.rootId, rootIds),
        isNull(coding.removedAt),
        isNull(report.withdrawnAt),
        isNull(code.archivedAt),
        isNull(codebook.archivedAt),
      ),
    )
    .orderBy(asc(codebook.position), asc(codebook.id), asc(code.position), asc(coding.id))
    .all();
  return rows.map((row) => ({ ...row, rootId: row.rootId ?? 0 }));
}

export type CodingRow = ReturnType<typeof codingsOf>[number];

/** The codes of each publication, a code once even when two of its reports carry it. */
export function codesOf(db: Db, rootIds: Iterable<number>): Map<number, CodingRow[]> {
  const byRoot = groupBy(codingsOf(db, rootIds), (row) => row.rootId);
  const once = (rows: CodingRow[]) => [...new Map(rows.map((row) => [row.codeId, row])).values()];
  return new Map([...byRoot].map(([rootId, rows]) => [rootId, once(rows)]));
}
