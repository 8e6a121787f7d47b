/** Reading a publication's text page by page, and excerpts made by marking in it. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { excerpt } from '../schema/coding.ts';
import { fullText, fullTextPage } from '../schema/documents.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

const first = 'The munici-\npality and the associations met.';
let db: ReturnType<typeof freshDatabase>;
let astrid: ReturnType<typeof addPerson>;
let reader: ReturnType<typeof addPerson>;
let report: number;
let file: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reader = addPerson(db, 'Reader');
  const review = addReview(db, [
    [astrid, 'reviewer'],
    [reader, 'reader'],
  ]);
  report = addPublication(astrid, review.id, { title: 'Walking in the forest' });
  const row = {
    reviewId: review.id,
    reportId: report,
    fileHash: 'f',
    fileName: 'walk.pdf',
    fileBytes: 9,
  };
  file = db
    .insert(fullText)
    .values({
      ...row,
      format: 'pdf',
      state: 'read',
      personId: astrid.personId,
      createdAt: astrid.at,
    })
    .returning()
    .get().id;
  const pages = [
    { page: 1, label: 'xi', text: first },
    { page: 2, label: '', text: '', isScanned: true },
  ];
  for (const page of pages)
    db.insert(fullTextPage)
      .values({ fullTextId: file, ...page })
      .run();
});

const url = () => `/reviews/nature/coding/reports/${report}/text`;
const mark = (more: Record<string, string> = {}) => ({
  quotation: 'The munici-\r\npality and the associations',
  language: 'en',
  page: 'xi',
  locator: '',
  fileId: String(file),
  textPage: '1',
  from: '0',
  to: '39',
  ...more,
});

test('what is marked becomes an excerpt with its page and place, and stands marked in the text', async () => {
  const { as } = await startApp(db);
  const page = await as(astrid).get(url());
  expect(page.body).toContain('value="xi"');
  const saved = await as(astrid).post(url(), mark());
  expect(saved.headers.location).toBe(`${url()}?file=${file}&page=1&notice=saved#excerpt-1`);
  expect(db.select().from(excerpt).get()).toMatchObject({
    text: { en: 'The municipality and the associations' },
    page: 'xi',
    fullTextId: file,
    markedPage: 1,
    markedFrom: 0,
    markedTo: 39,
  });
  const read = await as(astrid).get(`${url()}?file=${file}&page=1`);
  expect(read.body).toContain('<mark><a href="#excerpt-1">The munici-\npality and the association');
  expect(read.body).toContain('Found on page xi');
});

test('without scripts a pasted quotation is looked for, and its place is kept', async () => {
  const { as } = await startApp(db);
  await as(astrid).post(
    url(),
    mark({ quotation: 'associations met', from: '', to: '', textPage: '2' }),
  );
  expect(db.select().from(excerpt).get()).toMatchObject({
    markedPage: 1,
    markedFrom: first.indexOf('associations'),
    markedTo: first.length - 1,
  });
});

test('a place that says something else is not believed', async () => {
  const { as } = await startApp(db);
  await as(astrid).post(url(), mark({ quotation: 'associations', from: '0', to: '3' }));
  expect(db.select().from(excerpt).get()).toMatchObject({
    markedFrom: first.indexOf('associations'),
  });
  await as(astrid).post(url(), mark({ quotation: 'not a word of it' }));
  const [, second] = db.select().from(excerpt).all();
  expect(second).toMatchObject({ fullTextId: null, markedFrom: null });
  const list = await as(astrid).get('/reviews/nature/coding/excerpts?match=not_found');
  expect(list.body).toContain('not a word of it');
  expect(list.body).not.toContain('<p>associations</p>');
});

test('a refused excerpt comes back as it was typed; a scanned page says that it is one', async () => {
  const { as } = await startApp(db);
  const refused = await as(astrid).post(url(), mark({ page: '', locator: '' }));
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('pality and the associations</textarea>');
  const scanned = await as(astrid).get(`${url()}?file=${file}&page=2`);
  expect(scanned.body).toContain('This page is a picture without text.');
});

test('a text taken away is read no more, and its excerpts stay', async () => {
  const { as } = await startApp(db);
  await as(astrid).post(url(), mark());
  db.update(fullText).set({ removedAt: astrid.at }).where(eq(fullText.id, file)).run();
  expect((await as(astrid).get(url())).body).toContain('There is no text of this publication yet.');
  expect(db.select().from(excerpt).all()).toHaveLength(1);
});

test.each(['en', 'sv', 'nb', 'nn'] as const)(
  'is there in %s, for those who review',
  async (locale) => {
    speak(astrid, locale);
    const { as } = await startApp(db);
    expect((await as(astrid).get(url())).statusCode).toBe(200);
    expect((await as(astrid).get(`${url()}.json`)).json()).toMatchObject({
      sources: [{ file: { fileName: 'walk.pdf' }, pages: [{ label: 'xi' }, { page: 2 }] }],
    });
    expect((await as(reader).get(url())).statusCode).toBe(404);
  },
);
