/** A wrong key about duplicates is taken back: the question is open, and everything is as it was. */
import { beforeEach, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { duplicateLink, possiblePair, report } from '../schema/records.ts';
import { standing, vote } from '../schema/screening.ts';
import type { Connection } from '../server/db.ts';
import { countOpenPairs, openPairs } from '../server/records/duplicates/duplicates.ts';
import { answerPair, linkByHand } from '../server/records/duplicates/links.ts';
import { answerRelated, relatedTo } from '../server/records/duplicates/related.ts';
import { answerTo, askAgain, takeBack } from '../server/records/duplicates/take-back.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';
import { parks, typeIn } from './typed-references.ts';

/** Another year, and no place in print before or after: only possibly the same. */
const online: Reference = { ...parks, year: 2020, volume: '', pages: '' };
const erratum: Reference = { ...parks, title: `Erratum: ${parks.title}`, pages: '512' };

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
});

const enter = (...references: Reference[]) => typeIn(astrid, reviewId, references);
const open = () => openPairs(db, reviewId, { limit: 10, offset: 0 });
const about = () => ({ reviewId, pairId: open()[0]?.id ?? 0 });
const roots = () =>
  db
    .select({ rootId: report.rootId })
    .from(report)
    .all()
    .map((row) => row.rootId);
const standings = () =>
  db.select({ id: standing.reportId, state: standing.state }).from(standing).all();

test('“the same” taken back: two publications, each with its vote, and the question open', () => {
  const [first = 0, second = 0] = enter(parks, online);
  const cast = { reviewId, stage: 'title_abstract', at: astrid.at } as const;
  const { personId } = astrid;
  db.insert(vote)
    .values([
      { ...cast, personId, reportId: first, answer: 'include' },
      { ...cast, personId: addPerson(db, 'Bo').personId, reportId: second, answer: 'exclude' },
    ])
    .run();
  const asked = about();
  answerPair(astrid, asked, 'same');
  expect(standings()).toEqual([{ id: first, state: 'conflict' }]);
  expect(answerTo(db, asked)?.answer).toBe('same');
  takeBack(astrid, asked);
  expect(roots()).toEqual([first, second]);
  expect(standings()).toEqual([
    { id: first, state: 'partly' },
    { id: second, state: 'partly' },
  ]);
  expect(open()).toMatchObject([{ id: asked.pairId }]);
  expect(answerTo(db, asked)).toBeUndefined();
  answerPair(astrid, asked, 'same');
  expect(roots()).toEqual([first, first]);
});

test('“different” taken back opens every question that it settled, and the two can be linked', () => {
  const [first = 0, second = 0, third = 0] = enter(parks, online, {
    ...online,
    year: 2018,
    volume: '11',
  });
  linkByHand(astrid, reviewId, [second, third]);
  expect(countOpenPairs(db, reviewId)).toBe(2);
  const asked = about();
  answerPair(astrid, asked, 'different');
  expect(countOpenPairs(db, reviewId)).toBe(0);
  takeBack(astrid, asked);
  expect(countOpenPairs(db, reviewId)).toBe(2);
  linkByHand(astrid, reviewId, [first, third]);
  expect(roots()).toEqual([first, first, first]);
});

test('asked again long after, nothing that was said between the two stands in the way', () => {
  const [first = 0, second = 0, third = 0] = enter(parks, online, {
    ...online,
    year: 2018,
    volume: '11',
  });
  linkByHand(astrid, reviewId, [second, third]);
  const asked = about();
  answerPair(astrid, asked, 'different');
  askAgain({ ...astrid, at: '2026-12-01T08:00:00.000Z' }, asked);
  answerPair(astrid, asked, 'same');
  expect(roots()).toEqual([first, first, first]);
});

test('“related” taken back leaves neither the relation nor the answer', () => {
  const [first = 0] = enter(parks, erratum);
  const asked = about();
  answerRelated(astrid, asked);
  expect(relatedTo(db, first)).toMatchObject([{ relation: 'about' }]);
  expect(answerTo(db, asked)?.answer).toBe('related');
  takeBack(astrid, asked);
  expect(relatedTo(db, first)).toEqual([]);
  expect(db.select().from(possiblePair).all()).toMatchObject([{ state: 'open', decidedBy: null }]);
});

test('the page after an answer says what was answered, and one form takes it back', async () => {
  enter(parks, online, erratum);
  const { as } = await startApp(db);
  const [{ id = 0 } = {}] = open();
  const path = `/reviews/nature/duplicates/${id}`;
  const answered = await as(astrid).post(path, { answer: 'same' });
  const next = await as(astrid).get(String(answered.headers.location));
  expect(next.body).toContain('Publications 1 and 2 are now one.');
  expect(next.body).toContain(`action="${path}/take-back"`);
  expect(next.body).toContain('aria-keyshortcuts="u"');
  const undone = await as(astrid).post(`${path}/take-back`);
  expect(undone.headers.location).toBe(`${path}?notice=asked_again`);
  expect((await as(astrid).get(path)).body).toContain('aria-keyshortcuts="s"');
  expect(db.select().from(duplicateLink).all()).toMatchObject([{ undoneBy: astrid.personId }]);
  expect((await as(astrid).post(`${path}/take-back`)).statusCode).toBe(404);
});

test('a correction is offered as related, and the reader of the page chooses how', async () => {
  const [first = 0] = enter(parks, erratum);
  const { as } = await startApp(db);
  const { pairId } = about();
  const path = `/reviews/nature/duplicates/${pairId}`;
  const page = await as(astrid).get(path);
  expect(page.body).toContain('Looks like a correction, reply or comment');
  expect(page.body).toMatch(/<option value="about" selected>/);
  await as(astrid).post(path, { answer: 'related', relation: 'version' });
  expect(relatedTo(db, first)).toMatchObject([{ relation: 'version' }]);
});

test('many at once leave out what looks related', async () => {
  enter(parks, erratum);
  const { as } = await startApp(db);
  const page = await as(astrid).get('/reviews/nature/duplicates/batch?from=50');
  expect(page.body).not.toContain('as the same');
  await as(astrid).post('/reviews/nature/duplicates/batch', { from: '50' });
  expect(countOpenPairs(db, reviewId)).toBe(1);
});
