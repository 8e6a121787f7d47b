/** Work that waits in the database: put there by services, taken by one worker, its progress read from the row. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type JobKind, job } from '../../../schema/jobs.ts';
import type { Db, SearchDb } from '../../db.ts';
import { AppError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { withTurn } from './turns.ts';

export type JobRow = typeof job.$inferSelect;

/** What a kind of job is given. It reports progress in the transaction of the work that was done. */
export type JobTools = {
  db: Db;
  searchDb: SearchDb;
  dataDir: string;
  job: JobRow;
  /** Now, ISO 8601 in UTC. */
  now(): string;
};
/** Must be able to run again after a killed process and go on where the rows say it was. */
export type JobHandler = (tools: JobTools) => Promise<void>;

/** Kinds of work that go on beside each other: who waits for a ranking or a report does not wait for a long import. */
export const lanes = {
  quick: ['ranking'],
  long: ['import', 'undo', 'duplicates', 'index', 'full_text', 'restore'],
  written: ['report', 'archive'],
} as const satisfies Record<string, readonly JobKind[]>;
export type Lane = keyof typeof lanes;

/** Jobs that wait: of a lane, the one that is named, or all. */
export type Waiting = { lane?: Lane | undefined; jobId?: number };

/** How often a job that fails unexpectedly is tried before it is given up. */
export const attemptsMax = 3;

export function enqueue(
  context: Context,
  kind: JobKind,
  about: { reviewId?: number; payload?: Record<string, unknown> } = {},
): JobRow {
  return context.db
    .insert(job)
    .values({
      kind,
      reviewId: about.reviewId ?? null,
      payload: about.payload ?? {},
      personId: context.actor?.personId ?? null,
      createdAt: context.at,
    })
    .returning()
    .get();
}

/** Asks for a review's part of the search index to be made again, unless that is already waiting. */
export function enqueueIndex(context: Context, reviewId: number): void {
  const waiting = context.db
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.kind, 'index'), eq(job.reviewId, reviewId), eq(job.state, 'queued')))
    .get();
  if (!waiting) enqueue(context, 'index', { reviewId });
}

/** Takes the oldest of the jobs that wait; null when there is none. */
export function claim(db: Db, at: string, which: Waiting = {}): JobRow | null {
  const taking = db
    .update(job)
    .set({ state: 'running', startedAt: at, attempts: sql`${job.attempts} + 1` })
    .where(inArray(job.id, waiting(db, which)))
    .returning();
  // Another lane's worker may be writing batch after batch.
  return withTurn(() => taking.get()) ?? null;
}

export const isWaiting = (db: Db, which: Waiting): boolean =>
  waiting(db, which).get() !== undefined;

function waiting(db: Db, { lane, jobId }: Waiting) {
  const isOfLane = lane && inArray(job.kind, lanes[lane]);
  const isNamed = jobId === undefined ? undefined : eq(job.id, jobId);
  return db
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.state, 'queued'), isOfLane, isNamed))
    .orderBy(asc(job.id))
    .limit(1);
}

/** Progress, called inside the transaction that stores the work it counts. */
export function reportProgress(db: Db, jobId: number, done: number, total: number | null): void {
  db.update(job).set({ done, total }).where(eq(job.id, jobId)).run();
}

const tellEveryMs = 300;

/** Progress of work that is not stored on the way: told at once the first time, and now and then. */
export function progressTeller(db: Db, jobId: number): (done: number, total: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    withTurn(() => reportProgress(db, jobId, done, total));
  };
}

/** What the row of a job says, in per cent. */
export function percentOf(row: JobRow | undefined): number {
  const total = row?.total ?? 0;
  return total > 0 ? Math.min(100, Math.floor((100 * (row?.done ?? 0)) / total)) : 0;
}

/** After a start: what was running when the process ended waits again. */
export function requeueInterrupted(db: Db): void {
  db.update(job).set({ state: 'queued' }).where(eq(job.state, 'running')).run();
}

/** After a worker died: its job waits again, unless it has brought down a worker too often. */
export function requeueCrashed(db: Db, jobId: number, at: string): void {
  const row = findJob(db, jobId);
  if (row?.state !== 'running') return;
  const isHopeless = row.attempts >= attemptsMax;
  finish(db, jobId, isHopeless ? { state: 'failed', finishedAt: at } : { state: 'queued' });
}

/**
 * Runs one waiting job.
 * @param about a lane, if not any job is meant; what is told the job's id before the work begins.
 * @returns false when there was none.
 */
export async function runNext(
  tools: Omit<JobTools, 'job'>,
  handlers: Record<JobKind, JobHandler>,
  { lane, onTaken = () => {} }: { lane?: Lane; onTaken?: (jobId: number) => void } = {},
): Promise<boolean> {
  const taken = claim(tools.db, tools.now(), { lane });
  if (!taken) return false;
  onTaken(taken.id);
  await perform(tools, handlers[taken.kind], taken);
  return true;
}

// How often one who waits for a job looks at it.
const pollEveryMs = 100;

/**
 * Runs one particular job to its end, for a command that waits for it. When a server that runs on the same data has
 * taken it, waits for that.
 */
export async function runToEnd(
  tools: Omit<JobTools, 'job'>,
  jobId: number,
  handler: JobHandler,
): Promise<JobRow | undefined> {
  for (;;) {
    const row = findJob(tools.db, jobId);
    if (!row || row.state === 'done' || row.state === 'failed') return row;
    const taken = row.state === 'queued' ? claim(tools.db, tools.now(), { jobId }) : null;
    if (taken) await perform(tools, handler, taken);
    else await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
  }
}

async function perform(
  tools: Omit<JobTools, 'job'>,
  handler: JobHandler,
  taken: JobRow,
): Promise<void> {
  try {
    await handler({ ...tools, job: taken });
    finish(tools.db, taken.id, { state: 'done', finishedAt: tools.now() });
  } catch (error) {
    const problem = problemOf(error);
    // What is refused is refused the next time too.
    const again = !(error instanceof AppError) && taken.attempts < attemptsMax;
    finish(
      tools.db,
      taken.id,
      again ? { state: 'queued', problem } : { state: 'failed', problem, finishedAt: tools.now() },
    );
  }
}

function problemOf(error: unknown): JobRow['problem'] {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'job_failed', params: { message } };
}

function finish(db: Db, jobId: number, change: Partial<JobRow>): void {
  const ending = db.update(job).set(change).where(eq(job.id, jobId));
  withTurn(() => ending.run());
}

export function findJob(db: Db, jobId: number): JobRow | undefined {
  return db.select().from(job).where(eq(job.id, jobId)).get();
}
