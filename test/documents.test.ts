/** Full texts: sought, there or not to be had, and the text in which quotations are looked for. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { retrieval } from '../schema/documents.ts';
import { report } from '../schema/records.ts';
import { pageTexts, setPageText } from '../server/documents/page-texts.ts';
import { documentOf, recordRetrieval } from '../server/documents/retrievals.ts';
import { listOf } from '../server/export/tables/lists.ts';
import { reviewCounts } from '../server/reviews/progress.ts';
import { stageCounts } from '../server/screening/progress.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

/** One reviewer is enough here: "Wetlands" and "Forests" have passed title and abstract, "Gardens" has not. */
function seedDocuments() {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const reader = addPerson(db, 'Reader');
  const review = addReview(
    db,
    [
      [astrid, 'reviewer'],
      [reader, 'reader'],
    ],
    { reviewersTitleAbstract: 1 },
  );
  const [wetlands = 0, forests = 0, gardens = 0] = ['Wetlands', 'Forests', 'Gardens'].map(
    (title) => {
      const reference = { type: 'document' as const, title, authors: [] };
      const row = { reviewId: review.id, reference, title };
      const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
      db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
      return id;
    },
  );
  const vote = { reviewId: review.id, note: '', clientKey: null, criterionId: null } as const;
  const include = { ...vote, answer: 'include' } as const;
  for (const reportId of [wetlands, forests])
    castVote(astrid, { ...include, stage: 'title_abstract', reportId });
  const read = (reportId: number) => castVote(astrid, { ...include, stage: 'full_text', reportId });
  return { db, astrid, reader, reviewId: review.id, wetlands, forests, gardens, read };
}

let s: ReturnType<typeof seedDocuments>;
beforeEach(() => {
  s = seedDocuments();
});

function attempt(reportId: number, outcome: 'retrieved' | 'not_retrieved' | 'reopened', how = '') {
  recordRetrieval(s.astrid, { reviewId: s.reviewId, reportId, outcome, how });
}

test('the latest attempt says where a publication stands, and every attempt is kept', () => {
  const state = () => documentOf(s.db, s.reviewId, s.wetlands).state;
  expect(state()).toBe('sought');
  attempt(s.wetlands, 'not_retrieved', 'Asked the author');
  expect(state()).toBe('not_retrieved');
  attempt(s.wetlands, 'reopened');
  expect(state()).toBe('sought');
  attempt(s.wetlands, 'retrieved', 'https://example.org/a.pdf');
  expect(state()).toBe('retrieved');
  expect(s.db.select().from(retrieval).all()).toHaveLength(3);
  const review = { id: s.reviewId, slug: 'nature', title: {} };
  const { cells } = listOf('retrievals', { db: s.db, review, locale: 'en' });
  expect(cells.map((line) => line.slice(3).map(({ items }) => items[0]?.text))).toEqual([
    ['Retrieved.', 'https://example.org/a.pdf'],
    ['Sought again.', undefined],
    ['Not retrieved.', 'Asked the author'],
  ]);
});

test('what no person described is described in words, in the list too', () => {
  s.read(s.wetlands);
  const review = { id: s.reviewId, slug: 'nature', title: {} };
  const { cells } = listOf('retrievals', { db: s.db, review, locale: 'sv' });
  expect(cells.map((line) => line.at(-1)?.items[0]?.text)).toEqual(['Läst vid gallringen']);
});

test('an attempt on a duplicate counts for the publication', () => {
  attempt(s.forests, 'retrieved');
  s.db.update(report).set({ rootId: s.wetlands }).where(eq(report.id, s.forests)).run();
  expect(documentOf(s.db, s.reviewId, s.wetlands).state).toBe('retrieved');
});

test('"not retrieved" says what was tried', () => {
  expect(() => attempt(s.wetlands, 'not_retrieved')).toThrow('HOW_REQUIRED');
});

test('what somebody has read cannot be marked as not to be had', () => {
  s.read(s.wetlands);
  expect(() => attempt(s.wetlands, 'not_retrieved', 'Lost')).toThrow('FULL_TEXT_READ');
});

test('what has not passed title and abstract is not sought', () => {
  expect(() => attempt(s.gardens, 'retrieved')).toThrow('STAGE_NOT_REACHED');
});

test('the text of a page is replaced, and the log keeps what stood there', () => {
  setPageText(s.astrid, s.wetlands, 4, 'As first read.');
  setPageText(s.astrid, s.wetlands, 4, 'As it stands.');
  setPageText(s.astrid, s.wetlands, 4, 'As it stands.');
  expect(pageTexts(s.db, s.wetlands)).toEqual([
    { reportId: s.wetlands, page: 4, text: 'As it stands.' },
  ]);
  const saved = eq(auditEntry.action, 'page_text.saved');
  expect(s.db.select().from(auditEntry).where(saved).all()).toMatchObject([
    { before: null, after: { text: 'As first read.' } },
    { before: { text: 'As first read.' }, after: { text: 'As it stands.' } },
  ]);
  setPageText(s.astrid, s.wetlands, 4, '');
  expect(pageTexts(s.db, s.wetlands)).toEqual([]);
});

test('the list holds what is sought, and an attempt moves it on', async () => {
  const { as } = await startApp(s.db);
  const url = '/reviews/nature/documents';
  const sought = await as(s.astrid).get(`${url}?state=sought`);
  expect(sought.body).toContain('Wetlands');
  expect(sought.body).not.toContain('Gardens');
  const form = { outcome: 'not_retrieved', how: 'Asked <two> libraries', from: 'sought' };
  const saved = await as(s.astrid).post(`${url}/${s.wetlands}/attempts`, form);
  expect(saved.headers.location).toBe(`${url}?state=sought&notice=saved`);
  const counts = { sought: 1, retrieved: 0, not_retrieved: 1 };
  expect((await as(s.astrid).get(`${url}.json`)).json()).toMatchObject({ counts, total: 2 });
  const page = await as(s.astrid).get(`${url}?state=not_retrieved`);
  expect(page.body).toContain('Asked &lt;two&gt; libraries');
  s.read(s.forests);
  expect((await as(s.astrid).get(`${url}?state=retrieved`)).body).toContain('Read at screening');
});

test('a page of a document is entered by hand; a wrong number is sent back with the text', async () => {
  const { as } = await startApp(s.db);
  const url = `/reviews/nature/documents/${s.wetlands}`;
  const text = 'The municipality and the associations met every month.';
  const refused = await as(s.astrid).post(`${url}/pages`, { page: 'iv', text });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Write the number of the page');
  expect(refused.body).toContain(text);
  expect((await as(s.astrid).post(`${url}/pages`, { page: '4', text })).statusCode).toBe(303);
  expect((await as(s.astrid).get(url)).body).toContain(text);
  expect((await as(s.astrid).get(`${url}.json`)).json()).toMatchObject({
    pages: [{ page: 4, text }],
  });
});

test('full texts are for the people who review', async () => {
  const { as } = await startApp(s.db);
  for (const path of ['/reviews/nature/documents', `/reviews/nature/documents/${s.wetlands}`])
    expect((await as(s.reader).get(path)).statusCode).toBe(404);
});

test.each(['en', 'sv', 'nb', 'nn'])('has all its pages in %s', async (language) => {
  attempt(s.wetlands, 'not_retrieved', 'Asked');
  s.read(s.forests);
  s.db.$client.prepare('update person set locale = ?').run(language);
  const { as } = await startApp(s.db);
  const url = '/reviews/nature/documents';
  for (const path of [url, `${url}?state=sought`, `${url}/${s.wetlands}`, `${url}/${s.forests}`])
    expect([path, (await as(s.astrid).get(path)).statusCode]).toEqual([path, 200]);
});

test('nothing waits for a full text that cannot be had', () => {
  const settledOf = () => {
    const { fullTextSettled, fullText } = reviewCounts(s.db, s.reviewId);
    return [fullTextSettled, fullText];
  };
  s.read(s.forests);
  expect(settledOf()).toEqual([0, 2]);
  expect(stageCounts(s.db, s.reviewId, 'full_text')).toMatchObject({ unscreened: 1, partly: 1 });
  attempt(s.wetlands, 'not_retrieved', 'Asked the author');
  expect(settledOf()).toEqual([1, 2]);
  const counts = { total: 2, unscreened: 0, partly: 1, not_retrieved: 1 };
  expect(stageCounts(s.db, s.reviewId, 'full_text')).toMatchObject(counts);
  attempt(s.wetlands, 'reopened');
  expect(settledOf()).toEqual([0, 2]);
});
