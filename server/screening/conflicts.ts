/** Conflicts, as an adjudicator sees them: which reports, and who answered, but not what. */
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import { report } from '../../schema/records.ts';
import { type Stage, standing, vote } from '../../schema/screening.ts';
import type { Db } from '../db.ts';
import { notFound } from '../errors.ts';
import { isPublication } from '../records/reports.ts';
import { latestSettlement } from './adjudications.ts';
import { stateOf } from './reports.ts';

type Place = { reviewId: number; stage: Stage };

const inConflict = ({ reviewId, stage }: Place) =>
  and(
    eq(report.reviewId, reviewId),
    isPublication,
    eq(standing.stage, stage),
    eq(standing.state, 'conflict'),
  );

/** One page of the reports in conflict, each with the people who answered it. */
export function conflictsPage(db: Db, place: Place, query: { page: number; size: number }) {
  const rows = db
    .select({ id: report.id, reference: report.reference })
    .from(report)
    .innerJoin(standing, eq(standing.reportId, report.id))
    .where(inConflict(place))
    .orderBy(asc(report.id))
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .all();
  const ids = rows.map((row) => row.id);
  const voters = votersOf(db, ids, place.stage);
  return {
    rows: rows.map((row) => ({ ...row, voters: voters.get(row.id) ?? [] })),
    total: conflictCount(db, place),
  };
}

export function conflictCount(db: Db, place: Place): number {
  const row = db
    .select({ n: count() })
    .from(report)
    .innerJoin(standing, eq(standing.reportId, report.id))
    .where(inConflict(place))
    .get();
  return row?.n ?? 0;
}

/** The first report in conflict after a given one, or the first of all. */
export function nextConflict(db: Db, place: Place, after: number): number | null {
  const ids = db
    .select({ id: report.id })
    .from(report)
    .innerJoin(standing, eq(standing.reportId, report.id))
    .where(inConflict(place))
    .orderBy(asc(report.id))
    .all()
    .map((row) => row.id);
  return ids.find((id) => id > after) ?? ids[0] ?? null;
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
  return { ...row, settlement, voters: votersOf(db, [row.id], stage).get(row.id) ?? [] };
}

export type Voter = { id: number; name: string };

function votersOf(db: Db, rootIds: number[], stage: Stage): Map<number, Voter[]> {
  const rows = db
    .selectDistinct({ rootId: report.rootId, id: person.id, name: person.name })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .innerJoin(person, eq(person.id, vote.personId))
    .where(and(inArray(report.rootId, rootIds), eq(vote.stage, stage)))
    .orderBy(asc(person.name))
    .all();
  const voters = new Map<number, Voter[]>();
  for (const { rootId, id, name } of rows)
    if (rootId !== null) voters.set(rootId, [...(voters.get(rootId) ?? []), { id, name }]);
  return voters;
}
