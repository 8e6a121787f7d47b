/** How far screening has come: counted from the rows, never from what anybody answered in particular. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { membership, person } from '../../schema/accounts.ts';
import { type Stage, standings } from '../../schema/screening.ts';
import { builtOnce, type Connection } from '../db.ts';
import { boardOf } from './board/board.ts';

const states = [...standings, 'not_retrieved'] as const;
/** Every publication of a stage is in exactly one state: they add up to `total`. */
export type StageCounts = { total: number } & Record<(typeof states)[number], number>;

/** The counts of a stage. At full text, the publications that passed title and abstract. */
export function stageCounts(db: Connection, reviewId: number, stage: Stage): StageCounts {
  const board = boardOf(db, { reviewId, stage });
  const counts = Object.fromEntries(states.map((state) => [state, board.counts.get(state) ?? 0]));
  return { total: board.items.size, ...counts } as StageCounts;
}

/** Of the publications that passed title and abstract: how many full texts are sought, there, or not to be had. */
export function retrievalCounts(db: Connection, reviewId: number) {
  const { retrievals } = boardOf(db, { reviewId, stage: 'full_text' });
  return {
    awaiting: (retrievals.get('none') ?? 0) + (retrievals.get('reopened') ?? 0),
    retrieved: retrievals.get('retrieved') ?? 0,
    notRetrieved: retrievals.get('not_retrieved') ?? 0,
  };
}

/** How many reports each person of the team has answered at a stage; not what. */
export function teamProgress(db: Connection, reviewId: number, stage: Stage) {
  const { answered } = boardOf(db, { reviewId, stage });
  return team(db)
    .all({ reviewId })
    .map((row) => ({ ...row, answered: answered.get(row.personId)?.size ?? 0 }));
}

const team = builtOnce((db) =>
  db
    .select({ personId: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.reviewId, sql.placeholder('reviewId')),
        isNull(membership.endedAt),
        inArray(membership.role, ['owner', 'reviewer']),
      ),
    )
    .orderBy(asc(person.name))
    .prepare(),
);
