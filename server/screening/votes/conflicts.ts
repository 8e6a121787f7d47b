/** Conflicts, as an adjudicator sees them: which reports, and who answered, but not what. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { report } from '../../../schema/records.ts';
import { type Stage, vote } from '../../../schema/screening.ts';
import type { Connection, Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { isPublication } from '../../records/reports/reports.ts';
import { boardOf } from '../board/board.ts';
import { columnsOf, inConflict, placesAt } from '../board/columns.ts';
import { hidesAt, visible } from '../desk/look.ts';
import { stateOf } from '../reports.ts';
import { ruleOf } from '../rules/rules.ts';
import { latestSettlement } from './adjudications.ts';
import { ownVote } from './votes.ts';
import { isWithdrawn } from './withdrawn.ts';

type Place = { reviewId: number; stage: Stage };

export function conflictCount(db: Connection, place: Place): number {
  return boardOf(db, place).counts.get('conflict') ?? 0;
}

/** The first report in conflict after a given one, or the first of all. */
export function nextConflict(db: Connection, place: Place, after: number): number | null {
  const ids = conflictIds(db, place);
  return ids.find((id) => id > after) ?? ids[0] ?? null;
}

function conflictIds(db: Connection, place: Place): number[] {
  const columns = columnsOf(boardOf(db, place));
  return placesAt(columns, inConflict).map((at) => columns.ids[at] ?? 0);
}

/** A conflict to settle, or one that was settled and may be settled anew. @throws NOT_FOUND */
export function conflict(db: Db, { reviewId, stage }: Place, reportId: number) {
  const row = db
    .select({ id: report.id, reference: report.reference })
    .from(report)
    .where(and(eq(report.id, reportId), eq(report.reviewId, reviewId), isPublication))
    .get();
  if (!row) throw notFound();
  const settlement = latestSettlement(db, row.id, stage) ?? null;
  if (!settlement && stateOf(db, row.id, stage) !== 'conflict') throw notFound();
  const voters = votersOf(db, [row.id], stage).get(row.id) ?? [];
  const { blindAdjudication } = ruleOf(db, reviewId, stage);
  const said = (personId: number) =>
    blindAdjudication ? null : (ownVote(db, row.id, stage, personId)?.answer ?? null);
  const reference = visible(row.reference, hidesAt(db, reviewId, stage));
  return {
    ...row,
    reference,
    settlement,
    voters: voters.map((each) => ({ ...each, said: said(each.id) })),
  };
}

type Voter = { id: number; name: string };

export function votersOf(db: Db, rootIds: number[], stage: Stage): Map<number, Voter[]> {
  const rows = db
    .selectDistinct({ rootId: report.rootId, id: person.id, name: person.name })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .innerJoin(person, eq(person.id, vote.personId))
    .where(and(inArray(report.rootId, rootIds), eq(vote.stage, stage), sql`not ${isWithdrawn}`))
    .orderBy(asc(person.name))
    .all();
  const voters = new Map<number, Voter[]>();
  for (const { rootId, id, name } of rows)
    if (rootId !== null) voters.set(rootId, [...(voters.get(rootId) ?? []), { id, name }]);
  return voters;
}
