/** Jobs: done once, tried again, given up in the end, and never taken from another process. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { job, jobKinds } from '../schema/jobs.ts';
import {
  attemptsMax,
  claim,
  enqueue,
  enqueueIndex,
  findJob,
  type JobHandler,
  type Lane,
  lanes,
  requeueCrashed,
  requeueInterrupted,
  runNext,
} from '../server/platform/jobs/jobs.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase, now } from './helpers.ts';

const at = now.toISOString();

function setting(handler: JobHandler) {
  const db = freshDatabase();
  const context = { db, actor: null, at };
  const tools = { db, searchDb: freshSearchDatabase(), dataDir: '', now: () => at };
  const handlers = {
    import: handler,
    undo: handler,
    duplicates: handler,
    index: handler,
    full_text: handler,
    ranking: handler,
    report: handler,
    restore: handler,
    archive: handler,
  };
  const run = (lane?: Lane) => runNext(tools, handlers, lane ? { lane } : {});
  return { db, context, run };
}

test('jobs are done in the order in which they came, each once', async () => {
  const done: number[] = [];
  const { context, run } = setting(async ({ job: { id } }) => void done.push(id));
  const ids = [1, 2, 3].map(() => enqueue(context, 'index').id);
  while (await run()) {
    // Each turn does one job.
  }
  expect(done).toEqual(ids);
});

test('a ranking does not wait behind a long import, nor an import behind rankings', async () => {
  const done: string[] = [];
  const { db, context, run } = setting(async ({ job: { kind } }) => void done.push(kind));
  enqueue(context, 'import');
  enqueue(context, 'import');
  enqueue(context, 'ranking');
  claim(db, at, { lane: 'long' });
  expect(await run('quick')).toBe(true);
  expect(await run('quick')).toBe(false);
  expect(await run('long')).toBe(true);
  expect(done).toEqual(['ranking', 'import']);
});

test('every kind of work has its lane', () => {
  expect(Object.values(lanes).flat().toSorted()).toEqual(jobKinds.toSorted());
});

test('a job that fails is tried again, and given up with its reason kept', async () => {
  const { db, context, run } = setting(async () => {
    throw new Error('the disk is full');
  });
  const { id } = enqueue(context, 'import');
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) await run();
  expect(await run()).toBe(false);
  expect(findJob(db, id)).toMatchObject({ state: 'failed', attempts: attemptsMax, finishedAt: at });
  expect(JSON.stringify(findJob(db, id)?.problem)).toContain('the disk is full');
});

test('a job whose worker died waits again, but not for ever', () => {
  const { db, context } = setting(async () => {});
  const { id } = enqueue(context, 'import');
  for (let attempt = 1; attempt < attemptsMax; attempt += 1) {
    claim(db, at);
    requeueCrashed(db, id, at);
    expect(findJob(db, id)?.state).toBe('queued');
  }
  claim(db, at);
  requeueCrashed(db, id, at);
  expect(findJob(db, id)?.state).toBe('failed');
});

test('a job that another process has is not taken from it', () => {
  const { db, context } = setting(async () => {});
  const { id } = enqueue(context, 'import');
  claim(db, at);
  expect(claim(db, at)).toBeNull();
  expect(findJob(db, id)).toMatchObject({ state: 'running', attempts: 1 });
});

test('what ran when the program was killed waits again after the next start', () => {
  const { db, context } = setting(async () => {});
  const { id } = enqueue(context, 'import');
  claim(db, at);
  requeueInterrupted(db);
  expect(findJob(db, id)?.state).toBe('queued');
});

test('many changes of a review ask for one new index', () => {
  const { db, context } = setting(async () => {});
  const review = addReview(db, [[addPerson(db, 'Owner'), 'owner']]);
  for (let change = 0; change < 5; change += 1) enqueueIndex(context, review.id);
  expect(db.select().from(job).where(eq(job.kind, 'index')).all()).toHaveLength(1);
});
