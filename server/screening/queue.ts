/** What a person is to judge next: a cursor over the reports that still need this person's answer. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { report } from '../../schema/records.ts';
import { type Answer, type Stage, standing, vote } from '../../schema/screening.ts';
import type { Db } from '../db.ts';
import { isPublication } from '../records/reports.ts';
import { ownVote } from './votes.ts';

/** One person's place of work. */
export type Desk = { reviewId: number; stage: Stage; personId: number };

const shown = { id: report.id, reference: report.reference };
export type QueuedReport = { id: number; reference: (typeof report.$inferSelect)['reference'] };

/**
 * The first report after a given one that waits for this person: not answered by them, on any of its duplicates, and
 * not settled without them. One that waits for its second answer waits for somebody else.
 */
export function nextReport(db: Db, desk: Desk, after = 0): QueuedReport | undefined {
  return db
    .select(shown)
    .from(report)
    .leftJoin(standing, standsHere(desk.stage))
    .where(and(waitsFor(desk), gt(report.rootId, after)))
    .orderBy(asc(report.rootId))
    .limit(1)
    .get();
}

/** How many wait for this person. */
export function queueLength(db: Db, desk: Desk): number {
  const row = db
    .select({ n: count() })
    .from(report)
    .leftJoin(standing, standsHere(desk.stage))
    .where(waitsFor(desk))
    .get();
  return row?.n ?? 0;
}

/** Where to go on: after the report that this person answered last. */
export function lastPlace(db: Db, desk: Desk): number {
  return previousAnswer(db, desk)?.reportId ?? 0;
}

/** A report that this person has answered or may answer now; undefined when it needs nothing from them. */
export function reportForDesk(db: Db, desk: Desk, reportId: number): QueuedReport | undefined {
  const one = and(eq(report.id, reportId), eq(report.reviewId, desk.reviewId), isPublication);
  const found = db.select(shown).from(report).where(one).get();
  if (!found || ownVote(db, found.id, desk.stage, desk.personId)) return found;
  return db
    .select(shown)
    .from(report)
    .leftJoin(standing, standsHere(desk.stage))
    .where(and(waitsFor(desk), eq(report.id, reportId)))
    .get();
}

/** The answer before the one given to a report, or the latest one of all: what "undo" goes back to. */
export function previousAnswer(db: Db, desk: Desk, shownId?: number) {
  const current = shownId && ownVote(db, shownId, desk.stage, desk.personId);
  const earlier = current ? and(lt(vote.id, current.id), ne(report.rootId, shownId)) : undefined;
  const row = db
    .select({ reportId: report.rootId })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(and(byPerson(desk), earlier))
    .orderBy(desc(vote.id))
    .limit(1)
    .get();
  return row?.reportId ? { reportId: row.reportId } : undefined;
}

export type OwnAnswer = QueuedReport & {
  answer: Answer;
  criterionId: number | null;
  note: string;
  at: string;
};

/** What this person has answered, the latest first: one line for each report, with the answer that counts. */
export function ownAnswers(
  db: Db,
  desk: Desk,
  query: { answer: Answer | null; page: number; size: number },
): { rows: OwnAnswer[]; total: number } {
  const latest = db
    .select({ id: sql<number>`max(${vote.id})`.as('latest') })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(byPerson(desk))
    .groupBy(report.rootId);
  const wanted = and(
    inArray(vote.id, latest),
    query.answer === null ? undefined : eq(vote.answer, query.answer),
  );
  const total = db.select({ n: count() }).from(vote).where(wanted).get()?.n ?? 0;
  const root = sql.raw('(select m.root_id from report m where m.id = vote.report_id)');
  const rows = db
    .select({
      ...shown,
      answer: vote.answer,
      criterionId: vote.criterionId,
      note: vote.note,
      at: vote.at,
    })
    .from(vote)
    .innerJoin(report, sql`${report.id} = ${root}`)
    .where(wanted)
    .orderBy(desc(vote.id))
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .all();
  return { rows, total };
}

/** How many reports this person has answered. */
export function answeredCount(db: Db, desk: Desk): number {
  const row = db
    .select({ n: sql<number>`count(distinct ${report.rootId})` })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(byPerson(desk))
    .get();
  return row?.n ?? 0;
}

const byPerson = ({ reviewId, stage, personId }: Desk) =>
  and(eq(vote.reviewId, reviewId), eq(vote.stage, stage), eq(vote.personId, personId));

const standsHere = (stage: Stage) =>
  and(eq(standing.reportId, report.id), eq(standing.stage, stage));

function waitsFor({ reviewId, stage, personId }: Desk): SQL | undefined {
  return and(
    eq(report.reviewId, reviewId),
    isPublication,
    or(isNull(standing.state), inArray(standing.state, ['unscreened', 'partly'])),
    sql`not exists (
      select 1 from ${report} as member join ${vote} on ${vote.reportId} = member.id
      where member.root_id = report.id and ${vote.stage} = ${stage} and ${vote.personId} = ${personId})`,
    stage === 'full_text' ? isToBeRead : undefined,
  );
}

/** Passed title and abstract; and nobody has said that the full text cannot be had. */
export const hasPassedFirst = sql`exists (
  select 1 from ${standing} as earlier where earlier.report_id = report.id
  and earlier.stage = 'title_abstract' and earlier.state = 'passed')`;

export const latestRetrieval = sql<string>`coalesce((
  select retrieval.outcome from retrieval join ${report} as member on member.id = retrieval.report_id
  where member.root_id = report.id order by retrieval.id desc limit 1), 'none')`;

const isToBeRead = sql`${hasPassedFirst} and ${latestRetrieval} <> 'not_retrieved'`;
