/** What a person does about an import: columns to name, stretches to put right, a ZIP, and the same file once more. */
import { beforeEach, expect, test } from 'vitest';
import * as yazl from 'yazl';
import { columnMapping, importBatch, mending, record, rejection } from '../schema/records.ts';
import { standing, vote } from '../schema/screening.ts';
import type { Connection } from '../server/db.ts';
import { accountingOf } from '../server/records/imports/accounting.ts';
import { findImport } from '../server/records/imports/imports.ts';
import { doJobs, freshFolder } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase, startApp } from './helpers.ts';

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
let as: Awaited<ReturnType<typeof startApp>>['as'];
let work: () => Promise<void>;
beforeEach(async () => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
  const dataDir = freshFolder();
  const started = await startApp(db);
  started.app.config.dataDir = dataDir;
  as = started.as;
  const searchDb = freshSearchDatabase();
  work = () => doJobs({ db, searchDb, dataDir });
});

const ris = (title: string) => `TY  - JOUR\nTI  - ${title}\nAU  - Berg, Anna\nPY  - 2020\nER  - \n`;

async function upload(files: [name: string, bytes: Buffer][]) {
  const boundary = 'underlag-test';
  const parts = files.flatMap(([name, bytes]) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  const sent = await as(astrid).send({
    method: 'POST',
    url: '/reviews/nature/records/import',
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  await work();
  return sent;
}

function account(importId: number) {
  const row = findImport(db, reviewId, importId);
  if (!row) throw new Error('no import');
  return accountingOf(db, row);
}

async function zipped(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

const page = '/reviews/nature/imports/1';

test('every file of a ZIP is an import of its own', async () => {
  const packed = await zipped({ 'a/scopus.ris': ris('Walking'), 'b.bib': '@book{x, title={Sea}}' });
  await upload([['all.zip', packed]]);
  const rows = db.select().from(importBatch).all();
  expect(rows.map((row) => [row.fileName, row.archiveName, row.format, row.state])).toEqual([
    ['a/scopus.ris', 'all.zip', 'ris', 'done'],
    ['b.bib', 'all.zip', 'bibtex', 'done'],
  ]);
});

test('a ZIP that grows beyond measure says so once, and nothing of it is kept', async () => {
  const bomb = await zipped({ 'a.ris': ris('Walking'), 'b.ris': Buffer.alloc(30_000_000) });
  await upload([['bomb.zip', bomb]]);
  expect(db.select().from(importBatch).all()).toMatchObject([
    { fileName: 'bomb.zip', state: 'failed', problem: { code: 'ZIP_TOO_LARGE' } },
  ]);
  expect(db.select().from(record).all()).toEqual([]);
  expect((await as(astrid).get(page)).body).toContain('looks like a trap');
});

test.each([
  ['empty.ris', Buffer.alloc(0), 'EMPTY_FILE'],
  ['photo.ris', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'BINARY_FILE'],
  ['broken.zip', Buffer.from('504b0304aaaaaaaaaaaa', 'hex'), 'ZIP_BROKEN'],
])('%s ends with one clear reason', async (name, bytes, code) => {
  await upload([[name, bytes]]);
  expect(db.select().from(importBatch).all()).toMatchObject([
    { state: 'failed', problem: { code } },
  ]);
  const shown = await as(astrid).get(page);
  expect([shown.statusCode, shown.body.includes('import_problem')]).toEqual([200, false]);
});

const table = 'Vad den heter;Skriven av;Tryckt\nSkogen;Berg, Anna;2020\nHavet;Ek, Bo;2021\n';

test('a table with strange headings waits for its columns, and is read as the person says', async () => {
  await upload([['lista.csv', Buffer.from(table)]]);
  expect((await as(astrid).get(page)).body).toContain('say what the columns of this table hold');
  const asked = await as(astrid).get(`${page}/columns?c0=title&c2=year`);
  expect(asked.body).toContain('Skriven av');
  expect(asked.body).toContain('>Skogen<');
  const refused = await as(astrid).post(`${page}/columns`, { c0: '', c1: 'authors', c2: 'year' });
  expect([
    refused.statusCode,
    refused.body.includes('Choose the column that holds the title'),
  ]).toEqual([422, true]);
  const columns = { c0: 'title', c1: 'authors', c2: 'year', name: 'Kommunens lista' };
  expect((await as(astrid).post(`${page}/columns`, columns)).statusCode).toBe(303);
  await work();
  expect(account(1)).toMatchObject({ declared: 2, parsed: 2, difference: 0 });
  expect(db.select().from(record).all()[1]?.reference).toMatchObject({
    title: 'Havet',
    authors: [{ family: 'Ek', given: 'Bo' }],
    year: 2021,
  });
  expect(db.select().from(columnMapping).all()).toMatchObject([{ name: 'Kommunens lista' }]);
});

test('a table waits for its columns even when no heading says anything', async () => {
  await upload([['export.txt', Buffer.from('a;b;c\nSkogen;Berg;2020\nHavet;Ek;2021\n')]]);
  expect((await as(astrid).get(page)).body).toContain('say what the columns of this table hold');
});

test('what was said of columns holds for the next table with the same headings', async () => {
  await upload([['lista.csv', Buffer.from(table)]]);
  await as(astrid).post(`${page}/columns`, { c0: 'title', c1: 'authors', name: 'Lista' });
  await work();
  await upload([['lista2.csv', Buffer.from(table.replace('Skogen', 'Fjället'))]]);
  expect(findImport(db, reviewId, 2)).toMatchObject({ state: 'done', awaitsColumns: false });
  expect(account(2)).toMatchObject({ parsed: 2, linked: 1, fresh: 1 });
});

test('an export with plain headings is read at once', async () => {
  const plain = 'Title,Authors,Year,DOI\nWalking,"Berg, A.",2020,10.1000/a\n';
  await upload([['scopus.csv', Buffer.from(plain)]]);
  expect(account(1)).toMatchObject({ declared: 1, parsed: 1, difference: 0 });
});

test('a rejected stretch is put right in its place, and the account follows', async () => {
  await upload([['a.ris', Buffer.from(`${ris('Walking')}\nThis is no record.\n\n${ris('Sea')}`)]]);
  expect(account(1)).toMatchObject({ declared: 3, parsed: 2, rejected: 1 });
  const list = await as(astrid).get(`${page}?outcome=rejected`);
  expect(list.body).toContain(`${page}/rejected/1`);
  const piece = `${page}/rejected/1`;
  expect((await as(astrid).get(piece)).body).toContain('This is no record.');
  const unread = await as(astrid).post(piece, { text: 'Still nothing', act: 'read' });
  expect(unread.statusCode).toBe(422);
  const mended = await as(astrid).post(piece, { text: ris('Mended'), act: 'read' });
  expect(mended.statusCode).toBe(303);
  expect(account(1)).toMatchObject({
    declared: 3,
    parsed: 3,
    rejected: 0,
    mended: 1,
    difference: 0,
  });
  expect(db.select().from(rejection).all()).toMatchObject([{ raw: 'This is no record.' }]);
  expect(db.select().from(mending).all()).toMatchObject([
    { records: 1, personId: astrid.personId },
  ]);
  const records = db.select().from(record).all();
  expect(records.at(-1)).toMatchObject({
    importId: 1,
    position: 2,
    reference: { title: 'Mended' },
  });
  expect((await as(astrid).get(`${page}?outcome=mended`)).body).toContain('Put right by Astrid');
  expect((await as(astrid).post(piece, { text: ris('Again') })).statusCode).toBe(422);
});

test('a rejected stretch may be two records, or none', async () => {
  await upload([
    ['a.ris', Buffer.from(`${ris('Walking')}\nstray one\n\n${ris('Sea')}\nstray two\n`)],
  ]);
  await as(astrid).post(`${page}/rejected/1`, { text: ris('Lake') + ris('River') });
  expect(account(1)).toMatchObject({ declared: 5, parsed: 4, rejected: 1, difference: 0 });
  await as(astrid).post(`${page}/rejected/2`, { text: '', act: 'set_aside' });
  expect(account(1)).toMatchObject({
    declared: 4,
    parsed: 4,
    rejected: 0,
    difference: 0,
    asides: 1,
  });
});

test('tags that no field holds are listed with how often they come', async () => {
  const tagged = ris('Walking').replace('ER', 'XX  - a\nXX  - b\nER');
  await upload([['a.ris', Buffer.from(tagged)]]);
  expect(findImport(db, reviewId, 1)?.unmappedTags).toEqual([{ tag: 'XX', count: 2 }]);
  expect((await as(astrid).get(page)).body).toContain('One tag without a field of its own');
});

test('the same file once more says that nothing is new', async () => {
  const file: [string, Buffer][] = [['a.ris', Buffer.from(ris('Walking') + ris('Sea'))]];
  await upload(file);
  await upload(file);
  expect(account(2)).toMatchObject({ fresh: 0, linked: 2 });
  expect((await as(astrid).get('/reviews/nature/imports/2')).body).toContain('Nothing new');
});

test('of a later search, only what is new goes to screening', async () => {
  await upload([['a.ris', Buffer.from(ris('Walking') + ris('Sea'))]]);
  await upload([['b.ris', Buffer.from(ris('Walking') + ris('Mountains in the far north'))]]);
  const queue = await as(astrid).get('/reviews/nature/records.json');
  const titles = (queue.json() as { rows: { title: string }[] }).rows.map((row) => row.title);
  expect(titles).toEqual(['Walking', 'Sea', 'Mountains in the far north']);
});

test('decisions, notes and codes that left in a RIS file come back with it, and leave again', async () => {
  const entry = '{"stage":"full_text","decision":"exclude","reason":"E2","by":"Berg"}';
  const file = ris('Walking').replace('ER', `U1  - underlag:decision ${entry}\nER`);
  await upload([['back.ris', Buffer.from(file)]]);
  const [kept] = db.select().from(record).all();
  expect(kept?.unmapped).toEqual([{ tag: 'underlag:decision', value: entry }]);
  expect(db.select().from(vote).all()).toEqual([]);
  const rows = { reportId: kept?.reportId ?? 0, stage: 'title_abstract', state: 'passed' } as const;
  db.insert(standing).values(rows).run();
  const out = await as(astrid).get('/reviews/nature/references.ris?decisions=1');
  expect(out.body).toContain(`U1  - underlag:decision ${entry}`);
  expect(out.body).toContain('{"stage":"title_abstract","decision":"include"}');
  const plain = await as(astrid).get('/reviews/nature/references.ris');
  expect(plain.body).not.toContain('underlag:');
});
