/** What a publication sets out to do, in the review's own words. What was written before stays. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { aim } from '../../../schema/coding.ts';
import type { Words } from '../../../schema/columns.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { cleanWords, isOneOf, renewIndex, requireReport, requireWords } from '../rows.ts';

export type AimInput = { text: Words; plainSummary?: Words; source?: string };
export type Aim = { text: Words; plainSummary: Words; source: string };

export function setAim(context: PersonalContext, reportId: number, input: AimInput): number {
  return inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    const after: Aim = {
      text: requireWords(input.text, 'aim'),
      plainSummary: cleanWords(input.plainSummary ?? {}),
      source: input.source?.trim() ?? '',
    };
    const before = aimsOf(tx.db, [rootId]).get(rootId) ?? null;
    const row = { reportId, ...after, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(aim).values(row).returning().get();
    const about = { entity: 'report', entityId: reportId, reviewId, before, after };
    audit(tx, { action: 'aim.changed', ...about });
    renewIndex(tx, reviewId);
    return id;
  });
}

/** The aim that holds, by publication: the latest one written on it or on one of its duplicates. */
export function aimsOf(db: Db, rootIds: Iterable<number>): Map<number, Aim> {
  const rows = db
    .select({
      rootId: report.rootId,
      text: aim.text,
      plainSummary: aim.plainSummary,
      source: aim.source,
    })
    .from(aim)
    .innerJoin(report, eq(report.id, aim.reportId))
    .where(and(isOneOf(report.rootId, rootIds), isNull(report.withdrawnAt)))
    .orderBy(asc(aim.at), asc(aim.id))
    .all();
  return new Map(rows.map(({ rootId, ...row }) => [rootId ?? 0, row]));
}
