/** Records taken away before anybody screens them (PRISMA's "removed before screening"): with a reason, undoable. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import { type RemovalKind, removal } from '../../schema/flow.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { refreshStandings } from './votes/standings.ts';

/** Which publications: named one by one, or all that a rule catches and nobody has judged. */
export type RemovalChoice = {
  reportIds: number[];
  yearBefore: number | null;
  yearAfter: number | null;
  /** ISO 639-1: those in any of these languages. */
  languages: string[];
};

export type RemovalInput = RemovalChoice & {
  reviewId: number;
  kind: RemovalKind;
  reason: string;
  /** The program that marked them; empty for a person's own reasons. */
  tool: string;
};

/** @returns how many were removed. @throws REASON_REQUIRED, TOOL_REQUIRED, NOTHING_TO_REMOVE */
export function removeBeforeScreening(context: PersonalContext, input: RemovalInput): number {
  return inTransaction(context, (tx) => {
    const { reviewId, kind } = input;
    const reason = input.reason.trim();
    const tool = kind === 'automation' ? input.tool.trim() : '';
    if (reason === '') throw new AppError('REASON_REQUIRED', {}, 'reason');
    if (kind === 'automation' && tool === '') throw new AppError('TOOL_REQUIRED', {}, 'tool');
    const reportIds = removable(tx.db, reviewId, input);
    if (reportIds.length === 0) throw new AppError('NOTHING_TO_REMOVE', {}, 'reports');
    const { personId } = tx.actor;
    for (const reportId of reportIds)
      tx.db
        .insert(removal)
        .values({ reviewId, reportId, kind, reason, tool, personId, at: tx.at })
        .run();
    refreshStandings(tx, reportIds);
    audit(tx, {
      action: 'records.removed',
      entity: 'removal',
      reviewId,
      after: { kind, reason, tool, reports: reportIds },
    });
    return reportIds.length;
  });
}

/** Puts back what one act removed: everything with the same moment and reason. */
export function undoRemoval(
  context: PersonalContext,
  about: { reviewId: number; removalId: number },
): number {
  return inTransaction(context, (tx) => {
    const { reviewId, removalId } = about;
    const one = tx.db
      .select()
      .from(removal)
      .where(and(eq(removal.id, removalId), eq(removal.reviewId, reviewId)))
      .get();
    if (!one || one.undoneAt) throw notFound();
    const same = and(
      eq(removal.reviewId, reviewId),
      eq(removal.at, one.at),
      eq(removal.reason, one.reason),
      eq(removal.kind, one.kind),
      isNull(removal.undoneAt),
    );
    const rows = tx.db.select({ reportId: removal.reportId }).from(removal).where(same).all();
    const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
    tx.db.update(removal).set(undone).where(same).run();
    const reports = rows.map((row) => row.reportId);
    refreshStandings(tx, rootsOf(tx.db, reports));
    audit(tx, {
      action: 'records.put_back',
      entity: 'removal',
      entityId: removalId,
      reviewId,
      before: { kind: one.kind, reason: one.reason, tool: one.tool, reports },
    });
    return reports.length;
  });
}

/** The acts that hold, the latest first. */
export function removalsOf(db: Db, reviewId: number) {
  return db
    .select({
      id: sql<number>`min(${removal.id})`,
      kind: removal.kind,
      reason: removal.reason,
      tool: removal.tool,
      at: removal.at,
      person: person.name,
      reports: sql<number>`count(*)`,
    })
    .from(removal)
    .leftJoin(person, eq(person.id, removal.personId))
    .where(and(eq(removal.reviewId, reviewId), isNull(removal.undoneAt)))
    .groupBy(removal.at, removal.reason, removal.kind, removal.tool, person.name)
    .orderBy(sql`min(${removal.id}) desc`)
    .all();
}

/** Roots that nobody has judged and nobody has removed; a rule or a list of ids says which of them. */
function removable(db: Db, reviewId: number, choice: RemovalChoice): number[] {
  const { reportIds, yearBefore, yearAfter, languages } = choice;
  const chosen = [
    reportIds.length > 0
      ? sql`root.id in (select member.root_id from report as member
          where member.id in (select value from json_each(${JSON.stringify(reportIds)})))`
      : undefined,
    yearBefore === null ? undefined : sql`root.year < ${yearBefore}`,
    yearAfter === null ? undefined : sql`root.year > ${yearAfter}`,
    languages.length > 0
      ? sql`root.reference ->> '$.language' in (select value from json_each(${JSON.stringify(languages)}))`
      : undefined,
  ].filter((each) => each !== undefined);
  if (chosen.length === 0) return [];
  const rows = db.all<{ id: number }>(
    sql`select root.id as id from report as root
      where root.review_id = ${reviewId} and root.root_id = root.id and root.withdrawn_at is null
        and not exists (select 1 from standing where standing.report_id = root.id)
        and not exists (select 1 from report as member join vote on vote.report_id = member.id
          where member.root_id = root.id)
        and ${sql.join(chosen, sql` and `)}
      order by root.id`,
  );
  return rows.map((row) => row.id);
}

const rootsOf = (db: Db, reportIds: number[]): number[] =>
  db
    .all<{ id: number }>(
      sql`select distinct ${report.rootId} as id from ${report}
        where ${report.id} in (select value from json_each(${JSON.stringify(reportIds)}))`,
    )
    .map((row) => row.id);
