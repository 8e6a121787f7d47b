/** Imports: every line accounted for, nothing twice, nothing lost, and a way back. */
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import {
  duplicateLink,
  importBatch,
  possiblePair,
  record,
  rejection,
  report,
} from '../schema/records.ts';
import { reportKey, reportKeyRecent } from '../schema/report-keys.ts';
import { criterion } from '../schema/reviews.ts';
import { vote } from '../schema/screening.ts';
import { searchRun } from '../schema/searches.ts';
import { agreeingFlowPaths, agreeingKeys } from '../server/check/derived.ts';
import type { Connection, SearchDb } from '../server/db.ts';
import { findJob, requeueInterrupted } from '../server/platform/jobs/jobs.ts';
import { accountingOf } from '../server/records/imports/accounting.ts';
import { runImport } from '../server/records/imports/import-job.ts';
import { findImport, readAgain } from '../server/records/imports/imports.ts';
import { lossesOf } from '../server/records/imports/losses.ts';
import { readAside } from '../server/records/imports/reading.ts';
import { undoImport } from '../server/records/imports/undo.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { membersOf, reportsPage } from '../server/records/reports/reports.ts';
import { doJobs, freshFolder, giveFile } from './data-folder.ts';
import {
  addPerson,
  addReview,
  freshDatabase,
  freshSearchDatabase,
  now,
  startApp,
} from './helpers.ts';

let db: Connection;
let searchDb: SearchDb;
let dataDir: string;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  ({ db, astrid, reviewId } = freshReview());
  searchDb = freshSearchDatabase();
  dataDir = freshFolder();
});

function freshReview() {
  const fresh = freshDatabase();
  const person = addPerson(fresh, 'Astrid');
  const review = addReview(fresh, [[person, 'reviewer']]);
  return { db: fresh, astrid: person, reviewId: review.id };
}

const ris = (number: number, title = `A study of walking in forests, number ${number} of many`) =>
  [
    'TY  - JOUR',
    `TI  - ${title}`,
    `AU  - Writer${number}, Anna`,
    `PY  - ${1990 + (number % 30)}`,
    `DO  - 10.1000/walk.${number}`,
    'XX  - what nobody knows',
    'ER  - ',
  ].join('\r\n');

function upload(text: string, { format, run }: { format?: string; run?: number } = {}) {
  const to = { dataDir, reviewId, searchRunId: run ?? null };
  return giveFile(astrid, to, { text, format: format ?? null });
}

const tools = () => ({ db, searchDb, dataDir, now: () => now.toISOString() });

/** The worker, until nothing waits. */
const work = () => doJobs({ db, searchDb, dataDir });

async function importFile(text: string, details: { format?: string; run?: number } = {}) {
  const { importId } = await upload(text, details);
  await work();
  return finished(importId);
}

function finished(importId: number) {
  const row = findImport(db, reviewId, importId);
  if (!row) throw new Error('no import');
  return { ...row, accounting: accountingOf(db, row) };
}

const publications = () => reportsPage(db, reviewId, everyReport, null).total;

test('an import accounts for every record, and keeps what it could not read with its lines', async () => {
  const file = [ris(1), ris(2), ris(1), 'What is this line doing here?', ris(3)].join('\r\n');
  const done = await importFile(file);
  expect(done).toMatchObject({ state: 'done', format: 'ris', encoding: 'utf-8' });
  expect(done.accounting).toMatchObject({
    declared: 5,
    parsed: 3,
    rejected: 1,
    duplicates: 1,
    difference: 0,
    fresh: 3,
  });
  expect(db.select().from(rejection).all()).toMatchObject([
    {
      lineFrom: 22,
      lineTo: 22,
      raw: 'What is this line doing here?',
      problem: { code: 'OUTSIDE_RECORD' },
    },
  ]);
  expect(db.select().from(record).all()[1]).toMatchObject({
    lineFrom: 8,
    lineTo: 14,
    raw: ris(2).replaceAll('\r\n', '\n'),
    unmapped: [{ tag: 'XX', value: 'what nobody knows' }],
  });
});

test('the account balances for any file', async () => {
  const piece = fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((number) => ris(number)),
    fc.integer({ min: 1, max: 6 }).map((number) => ris(number, '')),
    fc.string({ maxLength: 60 }),
    fc.constantFrom('ER  - ', 'TY  - JOUR', '@article{a, title={B}}', '"', '\ufffd'),
  );
  const anyFile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('\n'));
  const formats = fc.constantFrom('ris', 'bibtex', 'csv', undefined);
  const balances = fc.asyncProperty(anyFile, formats, async (file, format) => {
    const done = await importFile(file, format ? { format } : {});
    if (done.state === 'failed') return;
    const { declared, parsed, rejected, duplicates, difference } = done.accounting;
    expect([done.state, difference]).toEqual(['done', 0]);
    expect(declared).toBe(parsed + rejected + duplicates);
    const ranges = [
      ...db.select().from(record).where(eq(record.importId, done.id)).all(),
      ...db.select().from(rejection).where(eq(rejection.importId, done.id)).all(),
    ].sort((a, b) => a.position - b.position);
    for (const [at, range] of ranges.entries()) {
      expect(range.lineTo).toBeGreaterThanOrEqual(range.lineFrom);
      expect(range.lineFrom).toBeGreaterThanOrEqual(ranges[at - 1]?.lineTo ?? 0);
    }
  });
  await fc.assert(balances, { numRuns: 40 });
});

test('what a running import stores stands in the flow and under its keys, batch by batch', async () => {
  const [run] = db
    .insert(searchRun)
    .values({ reviewId, kind: 'database', source: 'Scopus', createdBy: astrid.actor.personId })
    .returning()
    .all();
  const { job } = await upload(mixedFile, run ? { run: run.id } : {});
  const disagreeing = () =>
    [agreeingFlowPaths, agreeingKeys].flatMap((check) => check(db, { id: reviewId, slug: 'a' }));
  const seen: string[][] = [];
  const onBatch = () => seen.push(disagreeing());
  await runImport({ ...tools(), job }, { batchSize: 7, onBatch });
  expect(seen.length).toBeGreaterThan(7);
  expect(seen.flat()).toEqual([]);
  expect(disagreeing()).toEqual([]);
  expect(db.select().from(reportKeyRecent).all()).toEqual([]);
});

test('the same file twice adds no publication', async () => {
  const file = [ris(1), ris(2, ''), ris(3), ris(3), ris(4, '')].join('\n\n');
  await importFile(file);
  const before = publications();
  const again = await importFile(file);
  expect(publications()).toBe(before);
  expect(again.accounting).toMatchObject({ parsed: 4, duplicates: 1, linked: 4, fresh: 0 });
});

/** Everything an import leaves, but for the job itself. */
const rows = (from: Connection) =>
  [
    report,
    record,
    rejection,
    reportKey,
    reportKeyRecent,
    duplicateLink,
    possiblePair,
    importBatch,
  ].map((table) => from.select().from(table).all());

const mixedFile = Array.from({ length: 57 }, (_, index) =>
  index % 9 === 8 ? `stray line ${index}` : ris(index % 20, index % 7 === 3 ? '' : undefined),
).join('\n');

test.each([
  [1, false],
  [3, false],
  [5, false],
  [3, true],
])(
  'killed after %i batches, an import ends as if nothing had happened (read in a thread of its own: %s)',
  async (killAt, readsAside) => {
    const { importId, job } = await upload(mixedFile);
    const killed = { ...tools(), job: { ...job, attempts: 1 } };
    let batches = 0;
    const onBatch = () => {
      batches += 1;
      if (batches === killAt) throw new Error('killed');
    };
    const options = { batchSize: 10, onBatch, readsAside };
    await expect(runImport(killed, options)).rejects.toThrow('killed');
    expect(finished(importId)).toMatchObject({ state: 'running', piecesStored: 10 * killAt });
    requeueInterrupted(db);
    if (readsAside) await runImport({ ...tools(), job }, { readsAside });
    else await work();
    expect(finished(importId).state).toBe('done');

    const interrupted = rows(db);
    ({ db, astrid, reviewId } = freshReview());
    await importFile(mixedFile);
    expect(interrupted).toEqual(rows(db));
  },
);

test('a thread that cannot read says so, and nobody waits for it', async () => {
  const reading = readAside(join(dataDir, 'gone.ris'), {}, 0);
  await expect(reading.next()).rejects.toThrow('ENOENT');
});

test('two processes at once store nothing twice', async () => {
  const { importId, job } = await upload(mixedFile);
  const both = [5, 8].map((batchSize) => runImport({ ...tools(), job }, { batchSize }));
  await Promise.all(both);
  expect(finished(importId).accounting).toMatchObject({ declared: 57, difference: 0 });
  expect(finished(importId).piecesStored).toBe(57);
});

test('progress is told in bytes read, in the transaction of what was stored', async () => {
  const { job } = await upload(mixedFile);
  const seen: [number, number | null][] = [];
  const onBatch = () => {
    const row = findJob(db, job.id);
    seen.push([row?.done ?? 0, row?.total ?? null]);
  };
  await runImport({ ...tools(), job }, { batchSize: 20, onBatch });
  expect(seen).toHaveLength(3);
  expect(seen.at(-1)).toEqual([mixedFile.length, mixedFile.length]);
});

test.each([
  ['', 'EMPTY_FILE', {}],
  ['  \n\n ', 'EMPTY_FILE', {}],
  ['%PDF-1.4\n%\u0001\u0002', 'BINARY_FILE', { kind: 'pdf' }],
  ['Dear colleague, the list is attached.', 'FORMAT_UNKNOWN', {}],
])('a file that holds no references fails and says why (%j)', async (text, code, params) => {
  expect(await importFile(text)).toMatchObject({ state: 'failed', problem: { code, params } });
});

test('a failed import is read again in the format that a person names', async () => {
  const failed = await importFile('TI  - Forests and health\nAU  - Berg, A');
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'FORMAT_UNKNOWN' } });
  readAgain(astrid, { reviewId, importId: failed.id }, 'ris');
  await work();
  expect(finished(failed.id)).toMatchObject({ state: 'done', accounting: { parsed: 1 } });
});

test('what the source declared is compared with what its files hold', async () => {
  const { id: run } = db
    .insert(searchRun)
    .values({ reviewId, kind: 'database', source: 'Scopus', hitsDeclared: 5, createdBy: 1 })
    .returning()
    .get();
  const done = await importFile([ris(1), ris(2), ris(3)].join('\n'), { run });
  expect(done.accounting).toMatchObject({ hitsDeclared: 5, hitsDifference: 2 });
});

test('an import that nobody has worked on can be undone, and imported again', async () => {
  const first = await importFile([ris(1), ris(2)].join('\n'));
  const second = await importFile([ris(2), ris(3)].join('\n'));
  const third = await importFile([ris(2), ris(4)].join('\n'));
  undoImport(astrid, { reviewId, importId: first.id });
  expect(finished(first.id).state).toBe('undone');
  // Number 2 of the second and of the third import were linked through the first; they still are one.
  expect(publications()).toBe(3);
  const [two] = db.select().from(record).where(eq(record.importId, second.id)).all();
  const [twin] = db.select().from(record).where(eq(record.importId, third.id)).all();
  expect(membersOf(db, two?.reportId ?? 0).map((row) => row.id)).toEqual([
    two?.reportId,
    twin?.reportId,
  ]);
  await importFile([ris(1), ris(2)].join('\n'));
  expect(publications()).toBe(4);
});

test('an undo that would lose a decision says what, and does nothing', async () => {
  const done = await importFile([ris(1), ris(2)].join('\n'));
  const [, judged] = db.select().from(report).all();
  db.insert(criterion)
    .values({ reviewId, code: 'E1', kind: 'exclude', label: {}, statement: {}, position: 1 })
    .run();
  const cast = { reviewId, reportId: judged?.id ?? 0, personId: astrid.personId, at: astrid.at };
  db.insert(vote)
    .values({ ...cast, stage: 'title_abstract', answer: 'include' })
    .run();
  expect(lossesOf(db, done.id)).toEqual([{ kind: 'votes', count: 1, reportIds: [judged?.id] }]);
  expect(() => undoImport(astrid, { reviewId, importId: done.id })).toThrow('IMPORT_HAS_DECISIONS');
  expect(publications()).toBe(2);
});

test('the log says who imported what, how it ended and who undid it', async () => {
  const done = await importFile(ris(1));
  undoImport(astrid, { reviewId, importId: done.id });
  const entries = db.select().from(auditEntry).all();
  expect(entries.map((entry) => [entry.action, entry.personId])).toEqual([
    ['import.created', astrid.personId],
    ['import.finished', astrid.personId],
    ['import.undone', astrid.personId],
  ]);
  expect(entries[1]?.after).toMatchObject({ declared: 1, parsed: 1 });
});

/** The app on this test's data folder. */
async function startHere() {
  const started = await startApp(db);
  started.app.config.dataDir = dataDir;
  return started;
}

/** A browser's upload of files. */
function multipart(files: [name: string, text: string][], fields: Record<string, string> = {}) {
  const boundary = 'underlag-test';
  const named = (name: string, more = '') =>
    `Content-Disposition: form-data; name="${name}"${more}`;
  const parts = [
    ...Object.entries(fields).map(([name, value]) => `${named(name)}\r\n\r\n${value}`),
    ...files.map(([name, text]) => `${named('files', `; filename="${name}"`)}\r\n\r\n${text}`),
  ];
  const payload = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return {
    payload: `${payload}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

async function uploadAs(
  started: Awaited<ReturnType<typeof startHere>>,
  ...about: Parameters<typeof multipart>
) {
  return started.as(astrid).send({
    method: 'POST',
    url: '/reviews/nature/records/import',
    ...multipart(...about),
  });
}

test('an uploaded file becomes an import whose page shows the account of every piece', async () => {
  const started = await startHere();
  const sent = await uploadAs(started, [['scopus.ris', [ris(1), 'stray', ris(1)].join('\n')]]);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/reviews/nature/imports/1']);
  const { as } = started;
  const waiting = await as(astrid).get('/reviews/nature/imports/1');
  expect(waiting.body).toContain('data-progress="/reviews/nature/imports/1/events"');
  await work();
  const page = await as(astrid).get('/reviews/nature/imports/1');
  expect(page.body).toContain('Everything is accounted for: 1 + 1 + 1');
  expect(page.body).toContain('The text stands outside any record.');
  expect(page.body).toContain('what nobody knows');
  const machine = await as(astrid).get('/reviews/nature/imports/1.json?outcome=rejected');
  expect(machine.json()).toMatchObject({
    accounting: { declared: 3, difference: 0 },
    pieces: [{ lineFrom: 8, rejected: { raw: 'stray' } }],
  });
  const events = await as(astrid).get('/reviews/nature/imports/1/events');
  expect(events.headers['content-type']).toContain('text/event-stream');
  expect(events.body).toContain('"isActive":false,"state":"done"');
  const original = await as(astrid).get('/reviews/nature/imports/1/file');
  expect(original.body).toContain('stray');
});

test('several files start several imports; none is refused beside the field', async () => {
  const started = await startHere();
  const several = await uploadAs(started, [
    ['a.ris', ris(1)],
    ['b.ris', ris(2)],
  ]);
  expect(several.headers.location).toBe('/reviews/nature/records?notice=imports_started');
  const { as } = started;
  const list = await as(astrid).get('/reviews/nature/records');
  expect(list.body).toContain('data-progress="/reviews/nature/records/events"');
  expect(list.body).toContain('2 files are left. a.ris: 0 % read.');
  const none = await uploadAs(started, [['', '']]);
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('Choose a file first.');
  const wrong = await uploadAs(started, [['a.ris', ris(1)]], { run: '99' });
  expect(wrong.statusCode).toBe(422);
  await work();
  expect((await as(astrid).get('/reviews/nature/records')).body).not.toContain('data-progress');
  const told = await as(astrid).get('/reviews/nature/records/events');
  expect(told.body).toContain('The imports are done.');
});

test('the search that an import came of is said afterwards, and the flow counts it', async () => {
  const { importId } = await upload(ris(1));
  await work();
  const { id: run } = db
    .insert(searchRun)
    .values({ reviewId, source: 'SwePub', kind: 'database', createdBy: 1 })
    .returning()
    .get();
  const { as } = await startHere();
  const page = `/reviews/nature/imports/${importId}`;
  expect((await as(astrid).get(page)).body).toContain('Set which search it came of');
  const wrong = await as(astrid).post(`${page}/search`, { run: '99' });
  expect(wrong.statusCode).toBe(422);
  const set = await as(astrid).post(`${page}/search`, { run: String(run) });
  expect(set.headers.location).toBe(`${page}?notice=import_search_set`);
  const identified = async () => {
    const { boxes } = (await as(astrid).get('/reviews/nature/flow.json')).json();
    return boxes.find((box: { id: string }) => box.id === 'I1').derived;
  };
  expect(await identified()).toBe(1);
  await as(astrid).post(`${page}/search`, { run: '' });
  expect(await identified()).toBe(0);
  await as(astrid).post(`${page}/undo`);
  expect((await as(astrid).post(`${page}/search`, { run: String(run) })).statusCode).toBe(409);
});

test('pasted text is imported like a file', async () => {
  const started = await startHere();
  const pasted = { run: '', format: '', label: 'From a letter', text: ris(7) };
  const sent = await started.as(astrid).post('/reviews/nature/records/paste', pasted);
  await work();
  const page = await started.as(astrid).get(String(sent.headers.location));
  expect(page.body).toContain('From a letter');
  expect(publications()).toBe(1);
});

test('an import is undone from its page, or the page says what that would lose', async () => {
  await importFile(ris(1));
  const { as } = await startHere();
  const page = '/reviews/nature/imports/1';
  const cast = { reviewId, reportId: 1, personId: astrid.personId, at: astrid.at };
  db.insert(vote)
    .values({ ...cast, stage: 'title_abstract', answer: 'include' })
    .run();
  expect((await as(astrid).get(page)).body).toContain('1 answer at screening');
  expect((await as(astrid).post(`${page}/undo`)).statusCode).toBe(422);
  await importFile(ris(2));
  const undone = await as(astrid).post('/reviews/nature/imports/2/undo');
  expect(undone.statusCode).toBe(303);
  expect((await as(astrid).get('/reviews/nature/imports/2')).body).toContain(
    'The import was undone',
  );
});

test('another review’s imports are not there', async () => {
  await importFile(ris(1));
  const other = addPerson(db, 'Other');
  addReview(db, [[other, 'owner']], { slug: 'other' });
  const { as } = await startHere();
  for (const path of ['', '.json', '/events', '/file'])
    expect((await as(other).get(`/reviews/other/imports/1${path}`)).statusCode).toBe(404);
  expect((await as(other).post('/reviews/other/imports/1/undo')).statusCode).toBe(404);
  expect((await as(other).get('/reviews/other/reports/1')).statusCode).toBe(404);
});
