/** Rankings made again, because somebody wants to see that they can be: asked for, done in the worker, written down. */
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { auditEntry, person } from '../../../schema/accounts.ts';
import { rankingRun } from '../../../schema/ranking.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import type { Place } from './answers.ts';
import { type RankingRun, type Repeated, repeatRun } from './runs.ts';

const action = 'ranking.repeated';

/** The newest rankings of a stage before a given one. */
export function runsBefore(
  db: Db,
  { reviewId, stage }: Place,
  { before, limit }: { before?: number | undefined; limit: number },
): RankingRun[] {
  const ofPlace = and(eq(rankingRun.reviewId, reviewId), eq(rankingRun.stage, stage));
  const older = before === undefined ? undefined : lt(rankingRun.id, before);
  return db
    .select()
    .from(rankingRun)
    .where(and(ofPlace, older))
    .orderBy(desc(rankingRun.id))
    .limit(limit)
    .all();
}

/** Asks for a ranking to be made again, unless that is already asked for. @throws NOT_FOUND */
export function askToRepeat(context: PersonalContext, place: Place, runId: number): void {
  inTransaction(context, (tx) => {
    const run = runOf(tx.db, runId);
    if (run?.reviewId !== place.reviewId || run.stage !== place.stage) throw notFound();
    if (repeatsWaiting(tx.db, place.reviewId).has(runId)) return;
    enqueue(tx, 'ranking', { reviewId: place.reviewId, payload: { repeats: runId } });
  });
}

const runOf = (db: Db, id: number) =>
  db.select().from(rankingRun).where(eq(rankingRun.id, id)).get();

/** The rankings that are going to be made again. */
export function repeatsWaiting(db: Db, reviewId: number): Set<number> {
  return new Set(statement(db, waitingSql).pluck().all({ reviewId }) as number[]);
}

const waitingSql = `select json_extract(payload, '$.repeats') from job
  where kind = 'ranking' and review_id = @reviewId and state in ('queued', 'running')
    and json_extract(payload, '$.repeats') is not null`;

/** Makes a ranking again and writes down, for whoever asked, whether it is the same. */
export function repeatAndLog(
  db: Db,
  runId: number,
  asked: { personId: number | null; now(): string },
): void {
  const run = runOf(db, runId);
  if (!run) return;
  const after = { stage: run.stage, ...repeatRun(db, run) };
  const actor = asked.personId === null ? null : { personId: asked.personId };
  inTransaction({ db, actor, at: asked.now() }, (tx) =>
    audit(tx, {
      action,
      entity: 'ranking_run',
      entityId: run.id,
      reviewId: run.reviewId,
      after,
    }),
  );
}

export type LastRepeat = Repeated & { at: string; person: string | null };

/** By ranking: what came of making it again the last time. */
export function lastRepeats(db: Db, runIds: readonly number[]): Map<number, LastRepeat> {
  const rows = db
    .select({
      runId: auditEntry.entityId,
      at: auditEntry.at,
      person: person.name,
      after: auditEntry.after,
    })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, auditEntry.personId))
    .where(
      and(
        eq(auditEntry.entity, 'ranking_run'),
        eq(auditEntry.action, action),
        inArray(auditEntry.entityId, [...runIds]),
      ),
    )
    .orderBy(auditEntry.id)
    .all();
  return new Map(
    rows.map(({ runId, at, person, after }) => [
      runId ?? 0,
      { ...(after as Repeated), at, person },
    ]),
  );
}
