/** A large import is undone in the background: followed on its page, never half, and nobody works on what is going. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { job } from '../schema/jobs.ts';
import { importBatch, possiblePair, report } from '../schema/records.ts';
import { vote } from '../schema/screening.ts';
import { agreeingKeys } from '../server/check/derived.ts';
import type { Connection } from '../server/db.ts';
import { restoreArchive } from '../server/export/archive/restore.ts';
import { answerPair, linkByHand } from '../server/records/duplicates/links.ts';
import { findImport } from '../server/records/imports/imports.ts';
import { undoImport } from '../server/records/imports/undo.ts';
import { runUndo } from '../server/records/imports/undo-job.ts';
import { correctReport } from '../server/records/reports/corrections.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { reportsPage } from '../server/records/reports/reports.ts';
import { archiveOf } from './archives.ts';
import { doJobs, freshFolder, giveFile, opened } from './data-folder.ts';
import {
  addPerson,
  addReview,
  freshDatabase,
  freshSearchDatabase,
  now,
  startApp,
} from './helpers.ts';

const records = 320;
const file = Array.from({ length: records }, (_, number) =>
  [
    'TY  - JOUR',
    `TI  - What number ${number} says of gardens, forests and rivers`,
    `AU  - Writer${number}, Anna`,
    `DO  - 10.1000/garden.${number}`,
    'ER  - ',
  ].join('\r\n'),
).join('\r\n');

let world: Awaited<ReturnType<typeof imported>>;
beforeEach(async () => {
  world = await imported();
});

async function imported() {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId, slug } = addReview(db, [[astrid, 'owner']]);
  const place = { db, searchDb: freshSearchDatabase(), dataDir: freshFolder() };
  const { importId } = await giveFile(astrid, { dataDir: place.dataDir, reviewId }, { text: file });
  await doJobs(place);
  return { ...place, astrid, reviewId, slug, importId, about: { reviewId, importId } };
}

const publications = (db: Connection, reviewId: number) =>
  reportsPage(db, reviewId, everyReport, null).total;
const stateOf = () => findImport(world.db, world.reviewId, world.importId)?.state;
const page = () => `/reviews/${world.slug}/imports/${world.importId}`;

/** The work of undoing, stopped after some batches. */
const undoSome = (batches: number) => {
  const { db, searchDb, dataDir } = world;
  const [row] = db.select().from(job).where(eq(job.kind, 'undo')).all();
  if (!row) throw new Error('no job');
  let left = batches;
  const onBatch = () => {
    left -= 1;
    if (left === 0) throw new Error('killed');
  };
  const tools = { db, searchDb, dataDir, job: row, now: () => now.toISOString() };
  return expect(runUndo(tools, { batchSize: 50, onBatch })).rejects.toThrow('killed');
};

test('whoever undoes a large import follows it on the page and in the list, and may leave', async () => {
  const { db, reviewId, slug, astrid } = world;
  const { as } = await startApp(db);
  const answer = await as(astrid).post(`${page()}/undo`, {});
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    `${page()}?notice=import_undo_began`,
  ]);
  expect((await as(astrid).get(page())).body).toContain('The undoing waits for its turn');
  await undoSome(2);
  db.update(job).set({ state: 'running' }).run();
  const shown = (await as(astrid).get(page())).body;
  expect(shown).toContain('Being undone');
  expect(shown).toContain('31 % of its records are withdrawn');
  expect(shown).toContain('nobody can judge the publications of this import');
  expect(shown).not.toContain('Undo the import');
  expect((await as(astrid).get(`${page()}.json`)).json()).toMatchObject({
    state: 'undoing',
    job: { kind: 'undo', done: 100, total: records },
  });
  const list = await as(astrid).get(`/reviews/${slug}/records`);
  expect(list.body).toContain('An import is being undone: export.ris, 31 %.');
  expect(publications(db, reviewId)).toBe(records - 100);
  db.update(job).set({ state: 'queued' }).run();
  await doJobs(world);
  expect((await as(astrid).get(page())).body).toContain('Its records count nowhere');
  expect(publications(db, reviewId)).toBe(0);
  expect(agreeingKeys(db, { id: reviewId, slug })).toEqual([]);
  const log = db.select().from(auditEntry).where(eq(auditEntry.entityId, world.importId)).all();
  expect(log.map(({ action }) => action).filter((action) => action.includes('und'))).toEqual([
    'import.undo_began',
    'import.undone',
  ]);
});

test('nobody’s answer is taken on a publication that is going, and none is lost', async () => {
  const { db, reviewId, slug, astrid } = world;
  undoImport(astrid, world.about);
  await undoSome(2);
  const { as } = await startApp(db);
  const desk = `/reviews/${slug}/screening/title_abstract`;
  const refused = await as(astrid).post(desk, { reportId: '300', answer: 'include' });
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain('is being undone. It takes no more answers');
  const going = 'IMPORT_BEING_UNDONE';
  expect(() => correctReport(astrid, 300, 'title', 'Another')).toThrow(going);
  expect(() => linkByHand(astrid, reviewId, [300, 301])).toThrow(going);
  const [firstId, secondId] = [300, 301];
  const { id: pairId } = db
    .insert(possiblePair)
    .values({ reviewId, firstId, secondId, score: 0.5, reasons: [], against: [] })
    .returning()
    .get();
  expect(() => answerPair(astrid, { reviewId, pairId }, 'different')).toThrow(going);
  await doJobs(world);
  expect(stateOf()).toBe('undone');
  expect(db.select().from(vote).all()).toEqual([]);
  expect(
    db
      .select()
      .from(report)
      .all()
      .every((row) => row.withdrawnAt),
  ).toBe(true);
});

test('an import that somebody has worked on is not even begun to be undone', async () => {
  const { db, slug, astrid } = world;
  const { as } = await startApp(db);
  await as(astrid).post(`/reviews/${slug}/screening/title_abstract`, {
    reportId: '300',
    answer: 'include',
  });
  expect((await as(astrid).post(`${page()}/undo`, {})).statusCode).toBe(422);
  expect(stateOf()).toBe('done');
  expect((await as(astrid).get(page())).body).toContain('This import cannot be undone');
});

test('undoing that was given up says so, and goes on when somebody asks for it', async () => {
  const { db, astrid, reviewId } = world;
  undoImport(astrid, world.about);
  await undoSome(3);
  expect(() => undoImport(astrid, world.about)).toThrow('IMPORT_NOT_DONE');
  const problem = { code: 'job_failed', params: { message: 'the disk is full' } };
  db.update(job).set({ state: 'failed', problem }).where(eq(job.kind, 'undo')).run();
  const { as } = await startApp(db);
  const shown = (await as(astrid).get(page())).body;
  expect(shown).toContain('The undoing has stopped before its end');
  expect(shown).toContain('the disk is full');
  expect(shown).not.toContain('data-progress');
  expect(stateOf()).toBe('running');
  await as(astrid).post(`${page()}/undo`, {});
  await doJobs(world);
  expect([stateOf(), publications(db, reviewId)]).toEqual(['undone', 0]);
});

test('a review that left while an import was being undone goes on with that where it is restored', async () => {
  const { astrid, slug, dataDir } = world;
  undoImport(astrid, world.about);
  await undoSome(2);
  const elsewhere = opened(freshFolder());
  const path = join(dataDir, 'review.zip');
  writeFileSync(path, await archiveOf(world, slug));
  const by = { personId: null, at: now.toISOString() };
  const restored = await restoreArchive(elsewhere, path, by);
  expect(publications(elsewhere.db, restored.id)).toBe(records - 100);
  await doJobs(elsewhere);
  expect(publications(elsewhere.db, restored.id)).toBe(0);
  expect(elsewhere.db.select().from(importBatch).all()).toMatchObject([{ state: 'undone' }]);
});
