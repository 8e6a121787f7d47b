/** A database from before the rules changed is brought up to them, so that nothing is looked up in vain. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyRules, keysOf } from '../import/duplicates/keys.ts';
import { referenceOfRow } from '../import/duplicates/rows.ts';
import { job } from '../schema/jobs.ts';
import { report } from '../schema/records.ts';
import { reportKey } from '../schema/report-keys.ts';
import { agreeingKeys, agreeingReferences } from '../server/check/derived.ts';
import type { Connection } from '../server/db.ts';
import { duplicatesJob } from '../server/records/duplicates/duplicates-job.ts';
import { enqueueStaleKeys } from '../server/records/duplicates/key-rules.ts';
import { readSet } from './bench/duplicates/sets.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const titles = ['Green parks and the loneliness of adults', 'Birch woods and their keepers'];
const jobsOf = (db: Connection) => db.select().from(job).all();

test('keys made by older rules are made again after the program starts, once', async () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId } = addReview(db, [[astrid, 'owner']]);
  const references = titles.map((title) => ({ type: 'book' as const, title, authors: [] }));
  typeIn(astrid, reviewId, references);
  const ref = { id: reviewId, slug: 'nature' };
  db.delete(reportKey).run();
  db.insert(reportKey).values({ reviewId, key: 7, reportId: 1 }).run();
  expect(agreeingKeys(db, ref)).toHaveLength(2);
  const before = jobsOf(db).length;
  enqueueStaleKeys({ ...astrid, db });
  enqueueStaleKeys({ ...astrid, db });
  const asked = jobsOf(db).slice(before);
  expect(asked.map(({ kind }) => kind)).toEqual(['duplicates']);
  const tools = { db, dataDir: '', now: () => astrid.at, job: asked[0] };
  await duplicatesJob(tools as unknown as Parameters<typeof duplicatesJob>[0]);
  expect(agreeingKeys(db, ref)).toEqual([]);
});

test('what a publication of several records shows is chosen again by the newer rules', async () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId } = addReview(db, [[astrid, 'owner']]);
  const [title = ''] = titles;
  const book = { type: 'book' as const, authors: [{ family: 'Alm', given: 'Eva' }], year: 2019 };
  const isbn = ['9789144000000'];
  const references = [title.toUpperCase(), title].map((text) => ({ ...book, title: text, isbn }));
  typeIn(astrid, reviewId, references);
  expect(agreeingReferences(db, { id: reviewId, slug: 'nature' })).toEqual([]);
  db.update(report).set({ title: title.toUpperCase() }).run();
  const before = jobsOf(db).length;
  enqueueStaleKeys({ ...astrid, db });
  const tools = { db, dataDir: '', now: () => astrid.at, job: jobsOf(db)[before] };
  await duplicatesJob(tools as unknown as Parameters<typeof duplicatesJob>[0]);
  expect(db.select().from(report).all()).toMatchObject([{ title }, { rootId: 1 }]);
});

test('whoever changes what keys are made says so by raising the number of their rules', () => {
  const { rows } = readSet(join(import.meta.dirname, 'fixtures/nordic-duplicates'), 'nordic');
  const keys = rows.flatMap((row) => keysOf(referenceOfRow(row)));
  const digest = createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16);
  expect([keyRules, digest]).toEqual([5, '7c453a3b6a2eb17b']);
});
