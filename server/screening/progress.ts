/** How far screening has come: counted from the rows, never from what anybody answered in particular. */
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { membership, person } from '../../schema/accounts.ts';
import { report } from '../../schema/records.ts';
import { type Stage, standing, standings, vote } from '../../schema/screening.ts';
import type { Db } from '../db.ts';
import { isPublication } from '../records/reports.ts';
import { answeredCount, type Desk, hasPassedFirst, latestRetrieval, queueLength } from './queue.ts';

const states = [...standings, 'not_retrieved'] as const;
/** Every publication of a stage is in exactly one state: they add up to `total`. */
export type StageCounts = { total: number } & Record<(typeof states)[number], number>;

/** The counts of a stage. At full text, the publications that passed title and abstract. */
export function stageCounts(db: Db, reviewId: number, stage: Stage): StageCounts {
  const judged = sql<keyof StageCounts>`coalesce(${standing.state}, 'unscreened')`;
  // What cannot be had waits for nobody, unless it was settled before.
  const beyondReach = sql`${latestRetrieval} = 'not_retrieved'
    and ${judged} not in ('passed', 'excluded')`;
  const state =
    stage === 'full_text'
      ? sql<keyof StageCounts>`case when ${beyondReach} then 'not_retrieved' else ${judged} end`
      : judged;
  const rows = db
    .select({ state, n: count() })
    .from(report)
    .leftJoin(standing, and(eq(standing.reportId, report.id), eq(standing.stage, stage)))
    .where(
      and(
        eq(report.reviewId, reviewId),
        isPublication,
        stage === 'full_text' ? hasPassedFirst : undefined,
      ),
    )
    .groupBy(state)
    .all();
  const of = (wanted: keyof StageCounts) => rows.find((row) => row.state === wanted)?.n ?? 0;
  const counts = Object.fromEntries(states.map((each) => [each, of(each)]));
  const total = rows.reduce((sum, row) => sum + row.n, 0);
  return { total, ...counts } as StageCounts;
}

/** Of the publications that passed title and abstract: how many full texts are sought, there, or not to be had. */
export function retrievalCounts(db: Db, reviewId: number) {
  const rows = db
    .select({ outcome: latestRetrieval, n: count() })
    .from(report)
    .where(and(eq(report.reviewId, reviewId), isPublication, hasPassedFirst))
    .groupBy(latestRetrieval)
    .all();
  const of = (...wanted: string[]) =>
    rows.filter((row) => wanted.includes(row.outcome)).reduce((sum, row) => sum + row.n, 0);
  return {
    awaiting: of('none', 'reopened'),
    retrieved: of('retrieved'),
    notRetrieved: of('not_retrieved'),
  };
}

/** One person's own: how many answered, and how many wait for them. */
export function ownProgress(db: Db, desk: Desk): { answered: number; left: number } {
  return { answered: answeredCount(db, desk), left: queueLength(db, desk) };
}

/** How many reports each person of the team has answered at a stage; not what. */
export function teamProgress(db: Db, reviewId: number, stage: Stage) {
  const answered = db
    .select({
      personId: vote.personId,
      n: sql<number>`count(distinct ${report.rootId})`.as('n'),
    })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(and(eq(vote.reviewId, reviewId), eq(vote.stage, stage)))
    .groupBy(vote.personId)
    .as('answered');
  return db
    .select({
      personId: person.id,
      name: person.name,
      answered: sql<number>`coalesce(${answered.n}, 0)`,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(answered, eq(answered.personId, person.id))
    .where(
      and(
        eq(membership.reviewId, reviewId),
        isNull(membership.endedAt),
        inArray(membership.role, ['owner', 'reviewer']),
      ),
    )
    .orderBy(asc(person.name))
    .all();
}
