/** An archive holds everything: whoever takes one out while others work blind says so first, and it is told. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { criterion } from '../schema/reviews.ts';
import { unblindings } from '../server/export/archive/blind-work.ts';
import { archiveStream } from '../server/export/archive/write.ts';
import { methodBlocks } from '../server/export/delivery/method.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { doJobs, freshFolder } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

async function setting() {
  const db = freshDatabase();
  const owner = addPerson(db, 'Astrid');
  const colleague = addPerson(db, 'Bo');
  const row = addReview(db, [
    [owner, 'owner'],
    [colleague, 'reviewer'],
  ]);
  db.insert(criterion)
    .values({
      reviewId: row.id,
      code: 'E1',
      kind: 'exclude',
      label: {},
      statement: {},
      position: 1,
    })
    .run();
  const { reportIds } = storeByHand(owner, {
    reviewId: row.id,
    searchRunId: null,
    label: 'By hand',
    references: [{ type: 'article', title: 'Gardens', authors: [] }] as never,
  });
  const vote = (who: typeof owner, answer: 'include' | 'exclude') =>
    castVote(who, {
      reviewId: row.id,
      reportId: reportIds[0] ?? 0,
      stage: 'title_abstract',
      answer,
      criterionId: null,
      note: '',
      clientKey: null,
    });
  const { app, as, searchDb } = await startApp(db);
  const dataDir = freshFolder();
  app.config.dataDir = dataDir;
  const place = { db, searchDb, dataDir };
  /** Asks for the archive, has it made, and takes it out. */
  const takenOut = async (who: typeof owner, form: Record<string, string> = {}) => {
    const asked = await as(who).post(page, form);
    expect([asked.statusCode, asked.headers.location]).toEqual([303, page]);
    await doJobs(place);
    return as(who).get(zip);
  };
  return { db, row, owner, colleague, vote, as, place, takenOut };
}

const zip = '/reviews/nature/archive.zip';
const page = '/reviews/nature/files/archive';

test('whoever asks sees how far it is, and then the file, which says when the review has been changed since', async () => {
  const { as, owner, vote, place } = await setting();
  expect((await as(owner).get(zip)).headers.location).toBe(page);
  await as(owner).post(page, {});
  await as(owner).post(page, {});
  const waiting = (await as(owner).get(page)).body;
  expect(waiting).toContain('<progress');
  expect(waiting).toContain(`data-progress="${page}/events"`);
  await doJobs(place);
  const ready = (await as(owner).get(page)).body;
  expect(ready).not.toContain('<progress');
  expect(ready).toContain(`href="${zip}"`);
  expect(ready).not.toContain('changed since');
  const file = await as(owner).get(zip);
  expect(file.headers['content-type']).toBe('application/zip');
  expect(file.headers['content-disposition']).toContain('nature-archive.zip');
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  vote(owner, 'include');
  expect((await as(owner).get(page)).body).toContain('changed since');
  await as(owner).post(page, {});
  await doJobs(place);
  expect(readdirSync(join(place.dataDir, 'archives'))).toHaveLength(1);
});

test('its progress moves to the end, row by row', async () => {
  const { db, row, place } = await setting();
  const told: [number, number][] = [];
  const stream = archiveStream(db, place.dataDir, row, (done, total) => told.push([done, total]));
  for await (const _ of stream);
  const [[first, total] = [-1, 0], last] = [told[0], told.at(-1)];
  expect(first).toBe(0);
  expect(last).toEqual([total, total]);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
});

test('an archive is for the one who asked for it; one that cannot be made says so', async () => {
  const { db, as, owner, place, takenOut } = await setting();
  await takenOut(owner);
  const other = addPerson(db, 'Root', { isAdministrator: true });
  expect((await as(other).get(zip)).headers.location).toBe(page);
  expect((await as(other).get(page)).body).not.toContain(`href="${zip}"`);
  db.$client.exec("update import_batch set file_hash = 'lost'");
  await as(other).post(page, {});
  await doJobs(place);
  expect((await as(other).get(page)).body).toContain('data-color="danger"');
});

test('with nothing blind the archive is made at once', async () => {
  const { owner, vote, takenOut } = await setting();
  expect((await takenOut(owner)).headers['content-type']).toBe('application/zip');
  // One's own answer is nothing that is kept from oneself.
  vote(owner, 'include');
  expect((await takenOut(owner)).headers['content-type']).toBe('application/zip');
});

test('a colleague’s open answer is not handed out before somebody says that they want to see it', async () => {
  const { db, row, as, owner, colleague, vote, takenOut } = await setting();
  vote(colleague, 'include');
  const asked = await as(owner).get(zip);
  expect([asked.statusCode, asked.headers.location]).toEqual([303, page]);
  expect((await as(owner).get(page)).body).toContain('1 answer at the desk');
  const refused = await as(owner).post(page);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('id="confirmed-problem"');
  expect(unblindings(db, row.id)).toEqual([]);

  const given = await takenOut(owner, { confirmed: 'on' });
  expect(given.headers['content-type']).toBe('application/zip');
  const seen = { answers: 1, codings: 0, appraisals: 0 };
  expect(unblindings(db, row.id)).toMatchObject([{ name: 'Astrid', seen }]);
  expect((await as(owner).get(page)).body).toContain('Astrid');
  const method = methodBlocks({ db, review: row, locale: 'en' } as never);
  expect(JSON.stringify(method)).toContain('Astrid took out the archive');
  // Said once is not said for all that colleagues answer later.
  expect((await as(owner).post(page)).statusCode).toBe(422);
});

test('an administrator is asked too; what two have settled is no longer kept from anybody', async () => {
  const { db, as, owner, colleague, vote, takenOut } = await setting();
  vote(colleague, 'include');
  const administrator = addPerson(db, 'Root', { isAdministrator: true });
  // An administrator may judge here as anybody of the team may.
  expect((await as(administrator).post(page)).statusCode).toBe(422);
  vote(owner, 'include');
  expect((await takenOut(owner)).headers['content-type']).toBe('application/zip');
  expect((await as(colleague).get(page)).statusCode).toBe(404);
});
