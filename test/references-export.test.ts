/** References out: any list of publications, in the formats that other programs read. */
import { beforeEach, expect, test } from 'vitest';
import { detectFormat } from '../import/formats/formats.ts';
import type { Reference } from '../import/reference.ts';
import { review } from '../schema/reviews.ts';
import { standing } from '../schema/screening.ts';
import type { Connection } from '../server/db.ts';
import { bibliography } from '../server/export/csl/bibliography.ts';
import { citedReferences } from '../server/export/csl/cited.ts';
import { endings, referencesOf } from '../server/export/references/references.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const berg = (title: string): Reference => ({
  type: 'article-journal',
  title,
  authors: [{ family: 'Åsberg', given: 'Anna' }],
  year: 2020,
});
const titles = [
  'Walking in forests and the health of retired people',
  'Gardens behind hospitals for people in recovery',
  'Public benches and the reach of an evening stroll',
];

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let ids: number[];
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reader']]).id;
  const references = titles.map(berg);
  ids = typeIn(astrid, reviewId, references);
  const passed = { stage: 'full_text', state: 'passed' } as const;
  db.insert(standing)
    .values({ reportId: ids[1] ?? 0, ...passed })
    .run();
});

test('each publication goes out under a name of its own', () => {
  const names = referencesOf(db, reviewId, everyReport).map((reference) => reference.id);
  expect(names).toEqual(['asberg2020', 'asberg2020b', 'asberg2020c']);
});

test.each(Object.entries(endings))('a .%s file is what it says', async (ending, formatId) => {
  const { as } = await startApp(db);
  const file = await as(astrid).get(`/reviews/nature/references.${ending}`);
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-disposition']).toContain(`nature-references.${ending}`);
  expect(detectFormat(file.body)?.id).toBe(formatId);
  for (const title of titles) expect(file.body.replaceAll(/[{}]/g, '')).toContain(title);
});

test('a list goes out as it is filtered', async () => {
  const { as } = await startApp(db);
  const some = await as(astrid).get(`/reviews/nature/references.ris?ids=${ids[0]},${ids[2]}`);
  expect(some.body.match(/^TI {2}- .*/gm)).toHaveLength(2);
  const found = await as(astrid).get('/reviews/nature/references.ris?q=gardens');
  expect(found.body.match(/^TI {2}- .*/gm)).toEqual([expect.stringContaining(titles[1] ?? '')]);
  const included = await as(astrid).get('/reviews/nature/references.ris?included=1');
  expect(included.body).toBe(found.body);
});

test('the public gets what a published review rests on, and nothing of one that is not', async () => {
  const { as } = await startApp(db);
  expect((await as(null).get('/reviews/nature/references.ris')).statusCode).toBe(303);
  db.update(review).set({ publishedAt: astrid.at }).run();
  const open = await as(null).get(`/reviews/nature/references.ris?ids=${ids.join(',')}`);
  expect(open.body.match(/^TI {2}- .*/gm)).toEqual([expect.stringContaining(titles[1] ?? '')]);
});

test('the list stands in the style and the language that are asked for, on the page and in files', async () => {
  db.update(standing).set({ state: 'passed' }).run();
  const { as } = await startApp(db);
  const page = await as(astrid).get('/reviews/nature/references?style=apa&language=sv');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Åsberg, A. (2020).');
  expect(page.body).toContain('American Psychological Association 7th edition');
  const all = await as(astrid).get('/reviews/nature/references.txt?style=vancouver&state=any');
  expect(all.body.split('\n').filter(Boolean)).toHaveLength(3);
  expect(all.body).toMatch(/^1\. Åsberg A\. Walking in forests/);
  const word = await as(astrid).get('/reviews/nature/references.docx?style=ieee&lang=nb');
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
  const html = await as(astrid).get('/reviews/nature/references.html?lang=nn');
  expect(html.body).toContain('<html lang="nn-NO">');
  expect((await as(astrid).get('/reviews/nature/references.md')).body).toContain('# References');
  expect((await as(astrid).get('/reviews/nature/references?style=none')).statusCode).toBe(404);
  const found = await as(astrid).get('/reviews/nature/references?find=norsk+apa');
  expect(found.body).toContain('Norsk APA-manual - APA 7th edition (note)');
});

test('a long list is written aside, and is the same as one written at once', async () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    ...berg(`Title number ${at}`),
    id: at + 1,
  }));
  const citing = { style: 'vancouver', language: 'nb' } as const;
  const aside = await citedReferences(many, citing);
  expect(aside.entries).toHaveLength(40);
  expect(aside).toEqual(bibliography(many, citing));
});
