/** The sources of imports, said for many at once after the files are in. */
import { beforeEach, expect, test } from 'vitest';
import type { Connection, SearchDb } from '../server/db.ts';
import { addSearchRun, searchRuns } from '../server/searches/runs.ts';
import { doJobs, freshFolder, giveFile } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase, startApp } from './helpers.ts';

let db: Connection;
let searchDb: SearchDb;
let dataDir: string;
let astrid: ReturnType<typeof addPerson>;
let reader: ReturnType<typeof addPerson>;
let reviewId: number;
const page = '/reviews/nature/records/sources';

beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reader = addPerson(db, 'Rikard');
  reviewId = addReview(db, [
    [astrid, 'reviewer'],
    [reader, 'reader'],
  ]).id;
  searchDb = freshSearchDatabase();
  dataDir = freshFolder();
});

/** @returns the import's id. */
async function give(fileName: string, ...tags: string[]): Promise<number> {
  const text = ['TY  - JOUR', `TI  - What ${fileName} told`, ...tags, 'ER  - '].join('\r\n');
  const to = { dataDir, reviewId, searchRunId: null };
  const { importId } = await giveFile(astrid, to, { text, fileName });
  await doJobs({ db, searchDb, dataDir });
  return importId;
}

async function startHere() {
  const { as } = await startApp(db);
  const numberOf = async (box: string) =>
    (await as(astrid).get('/reviews/nature/flow.json'))
      .json()
      .boxes.find(({ id }: { id: string }) => id === box).derived;
  return { as, numberOf };
}

const said = (id: number, source: string, kind = 'database', run = '') => ({
  [`run-${id}`]: run,
  [`source-${id}`]: source,
  [`kind-${id}`]: kind,
});

test('several imports get their sources at once, and the flow counts them', async () => {
  const early = await give('WoS_early.ris');
  const later = await give('WoS_later.ris');
  const letter = await give('letter.ris');
  const { as, numberOf } = await startHere();
  const list = await as(astrid).get('/reviews/nature/records');
  expect(list.body).toContain('3 imports have no source');
  const form = {
    ...said(early, 'Web of Science'),
    ...said(later, ' web of science '),
    ...said(letter, 'A colleague', 'contact'),
  };
  const sent = await as(astrid).post(page, form);
  expect(sent.headers.location).toBe('/reviews/nature/records?notice=sources_set');
  expect(
    searchRuns(db, reviewId).map(({ source, kind, imports }) => [source, kind, imports]),
  ).toEqual([
    ['Web of Science', 'database', 2],
    ['A colleague', 'contact', 1],
  ]);
  expect(await numberOf('I1')).toBe(2);
  expect(await numberOf('O3')).toBe(1);
  expect((await as(astrid).get('/reviews/nature/records')).body).not.toContain('no source');
  expect((await as(astrid).get(page)).body).toContain('Every import has a source.');
});

test('the name is suggested from what the records say, else from the file, and a logged search is found by it', async () => {
  const context = { db, actor: { personId: astrid.personId }, at: astrid.at };
  const run = addSearchRun(context, reviewId, { kind: 'database', source: 'Scopus' });
  const told = await give('export-2.ris', 'DB  - Scopus');
  const silent = await give('Green_File.ris');
  const { as } = await startHere();
  const { imports } = (await as(astrid).get(`${page}.json`)).json();
  expect(imports.map((row: { suggestion: string }) => row.suggestion)).toEqual([
    'Scopus',
    'Green File',
  ]);
  const { body } = await as(astrid).get(page);
  expect(body).toMatch(
    new RegExp(`id="run-${told}"[^]*?value="${run}" selected[^]*?id="run-${silent}"`),
  );
  await as(astrid).post(page, { ...said(told, '', 'database', String(run)), ...said(silent, '') });
  expect(searchRuns(db, reviewId)).toMatchObject([{ source: 'Scopus', imports: 1 }]);
  expect((await as(astrid).get(`${page}.json`)).json().imports).toHaveLength(1);
});

test('what cannot be is refused beside its import, nothing is set, and what was typed stays', async () => {
  const first = await give('one.ris');
  const second = await give('two.ris');
  const { as } = await startHere();
  const wrong = { ...said(first, 'Scopus'), ...said(second, 'Typed name', 'register', '99') };
  const refused = await as(astrid).post(page, wrong);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain(`id="problem-${second}"`);
  expect(refused.body).toContain('value="Typed name"');
  const long = await as(astrid).post(page, said(first, 'x'.repeat(501)));
  expect(long.statusCode).toBe(422);
  expect(long.body).toContain(`id="problem-${first}"`);
  expect(searchRuns(db, reviewId)).toEqual([]);
  expect((await as(reader).get(page)).statusCode).toBe(404);
});

test('what somebody typed in came of no file: no source is made of its name', async () => {
  const { as } = await startHere();
  await as(astrid).post('/reviews/nature/records/enter', {
    run: '',
    type: 'article-journal',
    title: 'A walk in a birch wood',
  });
  const { imports } = (await as(astrid).get(`${page}.json`)).json();
  expect(imports.map((row: { suggestion: string }) => row.suggestion)).toEqual(['']);
});
