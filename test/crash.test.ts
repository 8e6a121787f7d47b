/** The server is killed in the middle of an import: what it had acknowledged is there, and the next one goes on. */
import { once } from 'node:events';
import { asc, count, isNotNull, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { duplicateLink, importBatch, record, rejection, report } from '../schema/records.ts';
import { vote } from '../schema/screening.ts';
import { createPerson } from '../server/accounts/people.ts';
import { checkEverything } from '../server/check/check.ts';
import type { Connection } from '../server/db.ts';
import { jobHandlers } from '../server/job-handlers.ts';
import { runNext } from '../server/platform/jobs/jobs.ts';
import { accountingOf } from '../server/records/imports/accounting.ts';
import { storeFile } from '../server/records/imports/files.ts';
import { createImport } from '../server/records/imports/imports.ts';
import { createReview } from '../server/reviews/reviews.ts';
import { freshFolder, opened } from './data-folder.ts';
import { startServer, until } from './server-process.ts';

const at = '2026-11-22T12:00:00.000Z';
const account = { email: 'astrid@example.org', password: 'killed in the middle' };

/** 3,000 records: every 100th is said twice in the same words, every 50th again with another journal. */
const file = Array.from({ length: 3000 }, (_, index) => {
  const number = index % 100 === 99 ? index - 1 : index;
  const again = index % 50 === 25;
  return [
    'TY  - JOUR',
    `AU  - Author${again ? number - 1 : number}, Anna`,
    `TI  - What number ${again ? number - 1 : number} says of gardens, forests and rivers`,
    `PY  - ${1990 + ((again ? number - 1 : number) % 30)}`,
    `JO  - ${again ? 'J Nat' : 'Journal of Nature'}`,
    `DO  - 10.1234/nature.${again ? number - 1 : number}`,
    'ER  - ',
    '',
  ].join('\r\n');
}).join('\r\n');

/** A data folder with one review and an import that waits for its turn. */
async function installation() {
  const { db, searchDb, dataDir } = opened(freshFolder());
  const context = { db, actor: null, at };
  const personId = await createPerson(context, {
    ...account,
    name: 'Astrid',
    isAdministrator: true,
  });
  const owner = { ...context, actor: { personId } };
  const { id: reviewId, slug } = createReview(owner, { title: { en: 'Nature' } });
  const { hash, bytes } = await storeFile(dataDir, chunk(file));
  createImport(owner, {
    reviewId,
    searchRunId: null,
    fileName: 'nature.ris',
    fileHash: hash,
    fileBytes: bytes,
    format: null,
  });
  return { dataDir, db, searchDb, slug };
}

async function* chunk(text: string) {
  yield Buffer.from(text);
}

const post = (url: string, form: Record<string, string>, cookie = '') =>
  fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { cookie, origin: new URL(url).origin },
    redirect: 'manual',
  });

const importOf = (db: Connection) => db.select().from(importBatch).get();
const stored = (db: Connection) => importOf(db)?.piecesStored ?? 0;
const recordsOf = (db: Connection) =>
  db
    .select({ id: record.id, position: record.position })
    .from(record)
    .orderBy(asc(record.id))
    .all();

/** Everything that an import leaves behind, in numbers. */
function outcomeOf(db: Connection) {
  const row = importOf(db);
  const links = db.select({ n: count() }).from(duplicateLink).where(isNull(duplicateLink.undoneAt));
  const { declared, parsed, duplicates, rejected, linked, fresh } = row
    ? accountingOf(db, row)
    : expect.unreachable('no import');
  return {
    state: row?.state,
    account: { declared, parsed, duplicates, rejected, linked, fresh },
    links: links.get()?.n,
    reports: db.select({ n: count() }).from(report).get()?.n,
    rejections: db.select({ n: count() }).from(rejection).get()?.n,
  };
}

test('a server killed in the middle of an import loses and doubles nothing; the next one finishes', async () => {
  const { dataDir, db, searchDb, slug } = await installation();
  const { server, address } = await startServer(dataDir);
  const signedIn = await post(`${address}/sign-in`, account);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  await until(() => stored(db) > 0);
  const desk = `${address}/reviews/${slug}/screening/title_abstract`;
  const answered = await post(desk, { reportId: '1', answer: 'include' }, cookie);
  expect(answered.status).toBe(303);
  const acknowledged = recordsOf(db);
  server.kill('SIGKILL');
  await once(server, 'exit');

  const left = recordsOf(db);
  expect(left.length).toBe(stored(db));
  expect(left.length).toBeLessThan(3000);
  expect(left.slice(0, acknowledged.length)).toEqual(acknowledged);
  expect(importOf(db)?.state).toBe('running');

  const again = await startServer(dataDir);
  await until(() => importOf(db)?.state !== 'running');
  again.server.kill('SIGTERM');
  await once(again.server, 'exit');
  expect(outcomeOf(db)).toEqual(await undisturbed());
  expect(recordsOf(db).slice(0, left.length)).toEqual(left);
  expect(recordsOf(db).map(({ position }) => position)).toEqual(
    Array.from({ length: 3000 }, (_, index) => index + 1),
  );
  expect(db.select().from(vote).all()).toMatchObject([{ reportId: 1, answer: 'include' }]);
  expect(checkEverything(db, searchDb).flatMap(({ problems }) => problems)).toEqual([]);
}, 300_000);

/** The same import in one go. */
async function undisturbed() {
  const { dataDir, db, searchDb } = await installation();
  const tools = { db, searchDb, dataDir, now: () => at };
  while (await runNext(tools, jobHandlers));
  const outcome = outcomeOf(db);
  expect(outcome.account).toMatchObject({ declared: 3000, duplicates: 30, linked: 60 });
  return outcome;
}

test('a server killed in the middle of undoing an import never says that it is undone; the next one finishes', async () => {
  const { dataDir, db, searchDb, slug } = await installation();
  while (await runNext({ db, searchDb, dataDir, now: () => at }, jobHandlers));
  const { server, address } = await startServer(dataDir);
  const signedIn = await post(`${address}/sign-in`, account);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = `${address}/reviews/${slug}/imports/1`;
  expect((await post(`${page}/undo`, {}, cookie)).status).toBe(303);
  await until(() => withdrawn(db) > 0);
  server.kill('SIGKILL');
  await once(server, 'exit');

  const left = withdrawn(db);
  expect(left).toBeLessThan(3000);
  expect(importOf(db)?.state).toBe('running');
  expect(checkEverything(db, searchDb).flatMap(({ problems }) => problems)).toEqual([]);

  const again = await startServer(dataDir);
  await until(() => importOf(db)?.state !== 'running');
  again.server.kill('SIGTERM');
  await once(again.server, 'exit');
  expect([importOf(db)?.state, withdrawn(db)]).toEqual(['undone', 3000]);
  expect(db.select().from(vote).all()).toEqual([]);
  while (await runNext({ db, searchDb, dataDir, now: () => at }, jobHandlers));
  expect(checkEverything(db, searchDb).flatMap(({ problems }) => problems)).toEqual([]);
}, 300_000);

const withdrawn = (db: Connection) =>
  db.select({ n: count() }).from(report).where(isNotNull(report.withdrawnAt)).get()?.n ?? 0;
