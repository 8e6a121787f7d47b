/** An archive holds everything: whoever takes one out while others work blind says so first, and it is told. */
import { expect, test } from 'vitest';
import { criterion } from '../schema/reviews.ts';
import { unblindings } from '../server/export/archive/blind-work.ts';
import { methodBlocks } from '../server/export/delivery/method.ts';
import { storeByHand } from '../server/records/hand-entry.ts';
import { castVote } from '../server/screening/votes.ts';
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
  const { as } = await startApp(db);
  return { db, row, owner, colleague, vote, as };
}

const zip = '/reviews/nature/archive.zip';
const page = '/reviews/nature/files/archive';

test('with nothing blind the archive comes at once', async () => {
  const { as, owner, vote } = await setting();
  expect((await as(owner).get(zip)).headers['content-type']).toBe('application/zip');
  // One's own answer is nothing that is kept from oneself.
  vote(owner, 'include');
  expect((await as(owner).get(zip)).headers['content-type']).toBe('application/zip');
});

test('a colleague’s open answer is not handed out before somebody says that they want to see it', async () => {
  const { db, row, as, owner, colleague, vote } = await setting();
  vote(colleague, 'include');
  const asked = await as(owner).get(zip);
  expect([asked.statusCode, asked.headers.location]).toEqual([303, page]);
  expect((await as(owner).get(page)).body).toContain('1 answer at the desk');
  const refused = await as(owner).post(page);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('id="confirmed-problem"');
  expect(unblindings(db, row.id)).toEqual([]);

  const given = await as(owner).post(page, { confirmed: 'on' });
  expect(given.headers['content-type']).toBe('application/zip');
  const seen = { answers: 1, codings: 0, appraisals: 0 };
  expect(unblindings(db, row.id)).toMatchObject([{ name: 'Astrid', seen }]);
  expect((await as(owner).get(page)).body).toContain('Astrid');
  const method = methodBlocks({ db, review: row, locale: 'en' } as never);
  expect(JSON.stringify(method)).toContain('Astrid took out the archive');
  // Said once is not said for all that colleagues answer later.
  expect((await as(owner).get(zip)).statusCode).toBe(303);
});

test('an administrator is asked too; what two have settled is no longer kept from anybody', async () => {
  const { db, as, owner, colleague, vote } = await setting();
  vote(colleague, 'include');
  const administrator = addPerson(db, 'Root', { isAdministrator: true });
  // An administrator may judge here as anybody of the team may.
  expect((await as(administrator).get(zip)).statusCode).toBe(303);
  vote(owner, 'include');
  expect((await as(owner).get(zip)).headers['content-type']).toBe('application/zip');
  expect((await as(colleague).get(page)).statusCode).toBe(404);
});
