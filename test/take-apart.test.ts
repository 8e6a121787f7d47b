/** A record that is really several: marked by a person, read again, and nothing of what came is changed. */
import { expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { record } from '../schema/records.ts';
import { accountingOf } from '../server/records/imports/accounting.ts';
import { findImport } from '../server/records/imports/imports.ts';
import { shownReference } from '../server/records/reports/reports.ts';
import { doJobs, freshFolder, giveFile } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase, startApp } from './helpers.ts';

const joined = `TY  - JOUR
TI  - Care at home
AU  - Berg, Anna
AB  - One.
PY  - 2019

TI  - Planning in small towns
AU  - Ek, Bo
XX  - own
ER  - `;
const marked = joined.replace('\n\nTI', '\nER  - \nTY  - JOUR\nTI');

async function reviewWith(text: string) {
  const [db, searchDb] = [freshDatabase(), freshSearchDatabase()];
  const dataDir = freshFolder();
  const astrid = addPerson(db, 'Astrid');
  const bjorn = addPerson(db, 'Bjørn');
  const review = addReview(db, [
    [astrid, 'reviewer'],
    [bjorn, 'reader'],
  ]);
  await giveFile(astrid, { dataDir, reviewId: review.id }, { text });
  await doJobs({ db, searchDb, dataDir });
  const { as } = await startApp(db);
  return { db, as, astrid, bjorn, review };
}

test('the first part corrects the publication, the others are records of the same import', async () => {
  const { db, as, astrid, review } = await reviewWith(joined);
  const page = `/reviews/${review.slug}/records/1/apart`;
  expect((await as(astrid).get(`/reviews/${review.slug}/reports/1`)).body).toContain(page);
  expect((await as(astrid).get(page)).body).toContain('AU  - Ek, Bo');
  const sent = await as(astrid).post(page, { text: marked });
  expect(sent.headers.location).toContain('notice=record_taken_apart');
  const [first, second, ...more] = db.select().from(record).all();
  expect(more).toEqual([]);
  // What came stays as it came; what is shown is put right.
  expect(first).toMatchObject({ raw: joined, reference: { authors: [{}, {}] } });
  expect(shownReference(db, 1).reference).toMatchObject({
    title: 'Care at home',
    authors: [{ family: 'Berg', given: 'Anna' }],
    year: 2019,
  });
  expect(second).toMatchObject({
    lineFrom: 1,
    reference: { title: 'Planning in small towns', authors: [{ family: 'Ek', given: 'Bo' }] },
  });
  const row = findImport(db, review.id, 1);
  expect(row && accountingOf(db, row)).toMatchObject({ declared: 2, parsed: 2, rejected: 0 });
  const entry = db.select().from(auditEntry).all().at(-1);
  expect(entry).toMatchObject({
    action: 'record.taken_apart',
    before: { raw: joined },
    after: { raw: marked, records: 2 },
  });
});

test('a text that still is one record is sent back as it was typed, and a reader changes nothing', async () => {
  const { db, as, astrid, bjorn, review } = await reviewWith(joined);
  const page = `/reviews/${review.slug}/records/1/apart`;
  const refused = await as(astrid).post(page, { text: `${joined}\n` });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Only one record was read');
  expect((await as(bjorn).post(page, { text: marked })).statusCode).toBe(404);
  expect((await as(bjorn).get(`/reviews/${review.slug}/reports/1`)).body).not.toContain(page);
  expect((await as(astrid).get(`/reviews/${review.slug}/records/99/apart`)).statusCode).toBe(404);
  expect(db.select().from(record).all()).toHaveLength(1);
});

test('what another has said of the publication stays when its record is taken apart', async () => {
  const { db, as, astrid, review } = await reviewWith(joined);
  const report = `/reviews/${review.slug}/reports/1`;
  await as(astrid).post(`${report}/corrections`, { field: 'authors', value: 'Dahl, Eva' });
  await as(astrid).post(`/reviews/${review.slug}/records/1/apart`, { text: marked });
  expect(shownReference(db, 1).reference.authors).toEqual([{ family: 'Dahl', given: 'Eva' }]);
});
