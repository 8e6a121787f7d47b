/** Duplicates: what people decide about them holds, can be taken back, and carries everybody's work along. */
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { auditEntry } from '../schema/accounts.ts';
import { duplicateLink, possiblePair, report } from '../schema/records.ts';
import { standing, vote } from '../schema/screening.ts';
import type { Connection } from '../server/db.ts';
import { batchesOf } from '../server/records/duplicates/batches.ts';
import { recomputeRoots } from '../server/records/duplicates/clusters.ts';
import { countOpenPairs, neighbours, openPairs } from '../server/records/duplicates/duplicates.ts';
import { findDuplicatesNow } from '../server/records/duplicates/duplicates-job.ts';
import { answerPair, linkByHand, unlink } from '../server/records/duplicates/links.ts';
import { relatedTo } from '../server/records/duplicates/related.ts';
import { askAgain } from '../server/records/duplicates/take-back.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { undoImport } from '../server/records/imports/undo.ts';
import { membersOf } from '../server/records/reports/reports.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';
import { parks, typeIn } from './typed-references.ts';

/** Only possibly the same: another year, another place in print. */
const preprint: Reference = { ...parks, year: 2018, container: 'SSRN', volume: '', pages: '' };
/** Possibly the same as well, and nothing says that it is another document. */
const elsewhere: Reference = { ...parks, year: 2020, volume: '', pages: '' };
const forest = (number: number): Reference => ({
  type: 'book',
  title: `${['Birch', 'Spruce', 'Pine', 'Aspen', 'Alder', 'Rowan'][number]} woods and their keepers`,
  authors: [{ family: `Keeper${'abcdef'[number]}` }],
  year: 2000 + number * 3,
});

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
});

const enter = (...references: Reference[]) => typeIn(astrid, reviewId, references);
const range = { limit: 100, offset: 0 };
const members = (id: number) => membersOf(db, id).map((row) => row.id);

function firstPair() {
  const [pair] = openPairs(db, reviewId, range);
  if (!pair) throw new Error('nothing to decide');
  return pair;
}

function vouch(reportId: number, answer: 'include' | 'exclude') {
  const cast = { reviewId, reportId, personId: astrid.personId, at: astrid.at };
  db.insert(vote)
    .values({ ...cast, stage: 'title_abstract', answer })
    .run();
}

test('a pair that only may be the same is asked about, with reasons for and against', () => {
  enter(parks, preprint);
  const pair = firstPair();
  expect(pair.reasons.map(({ code }) => code)).toContain('SAME_TITLE');
  expect(pair.against.map(({ code }) => code)).toContain('DIFFERENT_CONTAINERS');
  expect(countOpenPairs(db, reviewId)).toBe(1);
});

test('linked by a person, the two are one; unlinked, each has its own votes back', () => {
  const [first = 0, second = 0] = enter(parks, preprint);
  vouch(first, 'include');
  vouch(second, 'exclude');
  answerPair(astrid, { reviewId, pairId: firstPair().id }, 'same');
  expect(members(first)).toEqual([first, second]);
  expect(members(second)).toEqual([]);
  const [link] = db.select().from(duplicateLink).all();
  unlink(astrid, { reviewId, linkId: link?.id ?? 0 });
  expect([members(first), members(second)]).toEqual([[first], [second]]);
  expect(
    db
      .select()
      .from(vote)
      .all()
      .map((row) => row.reportId),
  ).toEqual([first, second]);
  expect(
    db
      .select()
      .from(standing)
      .all()
      .map((row) => row.reportId),
  ).toEqual([first, second]);
  expect(db.select().from(possiblePair).all()).toMatchObject([
    { state: 'different', decidedBy: astrid.personId },
  ]);
});

test('what a person has kept apart the rules do not link', () => {
  const [first = 0, second = 0] = enter(parks, { ...parks, doi: '10.1000/parks' });
  expect(members(first)).toEqual([first, second]);
  const [link] = db.select().from(duplicateLink).all();
  unlink(astrid, { reviewId, linkId: link?.id ?? 0 });
  expect(findDuplicatesNow(astrid, reviewId)).toEqual({ links: 0, questions: 0 });
  expect(members(first)).toEqual([first]);
  expect(() => linkByHand(astrid, reviewId, [first, second])).toThrow('KEPT_APART');
});

test('a record that says too little to tell two apart does not join them: it is asked about', () => {
  const bare = { ...parks, pages: '33-48' };
  const [first = 0, second = 0, third = 0] = enter({ ...parks, doi: '10.1000/one' }, bare, {
    ...parks,
    doi: '10.1000/two',
  });
  expect(members(first)).toEqual([first, second]);
  expect(members(third)).toEqual([third]);
  const against = openPairs(db, reviewId, range).flatMap((pair) => pair.against);
  expect(against.map(({ code }) => code)).toContain('WOULD_JOIN_DIFFERENT');
  expect(findDuplicatesNow(astrid, reviewId)).toEqual({ links: 0, questions: 0 });
});

test('a third that matches both sides of a decision joins one of them and asks about the other', () => {
  const [first = 0, second = 0] = enter(parks, { ...parks, issue: '4' });
  const [link] = db.select().from(duplicateLink).all();
  unlink(astrid, { reviewId, linkId: link?.id ?? 0 });
  const [third = 0] = enter({ ...parks, issue: '4', publisher: 'Press' });
  expect(members(first)).toEqual([first, third]);
  expect(members(second)).toEqual([second]);
  expect(firstPair()).toMatchObject({ first: { id: second }, second: { id: third } });
});

test('an answer is given once, and a "different" can be asked again', () => {
  enter(parks, preprint);
  const about = { reviewId, pairId: firstPair().id };
  answerPair(astrid, about, 'different');
  expect(countOpenPairs(db, reviewId)).toBe(0);
  expect(() => answerPair(astrid, about, 'same')).toThrow('PAIR_ANSWERED');
  askAgain(astrid, about);
  expect(countOpenPairs(db, reviewId)).toBe(1);
});

test('what an undone import took along is no longer linked to anything', () => {
  const source = { reviewId, searchRunId: null, label: 'By mistake', references: [parks] };
  const { importId } = storeByHand(astrid, source);
  const [gone = 0] = db
    .select({ id: report.id })
    .from(report)
    .all()
    .map(({ id }) => id);
  const [other = 0] = enter(preprint);
  const about = { reviewId, pairId: firstPair().id };
  undoImport(astrid, { reviewId, importId });
  expect(() => linkByHand(astrid, reviewId, [gone, other])).toThrow('REPORT_WITHDRAWN');
  expect(() => answerPair(astrid, about, 'same')).toThrow('REPORT_WITHDRAWN');
  expect(members(other)).toEqual([other]);
});

test('clusters are the connected reports, whatever is linked and unlinked in which order', () => {
  const ids = enter(...Array.from({ length: 6 }, (_, number) => forest(number)));
  const at = fc.integer({ min: 0, max: 5 });
  const move = fc.oneof(
    fc.record({ link: fc.constant(true), one: at, other: at }),
    fc.record({ link: fc.constant(false), one: at, other: at }),
  );
  const holds = fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
    for (const { link, one, other } of moves) act(link, ids[one] ?? 0, ids[other] ?? 0);
    const before = db.select({ id: report.id, rootId: report.rootId }).from(report).all();
    recomputeRoots({ db }, ids);
    expect(db.select({ id: report.id, rootId: report.rootId }).from(report).all()).toEqual(before);
    for (const { id, rootId } of before) expect(rootId).toBeLessThanOrEqual(id);
  });
  fc.assert(holds, { numRuns: 30 });
});

/** Links or unlinks, where that is possible. */
function act(isLink: boolean, one: number, other: number): void {
  const links = and(
    eq(duplicateLink.keptId, Math.min(one, other)),
    eq(duplicateLink.duplicateId, Math.max(one, other)),
  );
  try {
    if (isLink) linkByHand(astrid, reviewId, [one, other]);
    else {
      const rows = db.select().from(duplicateLink).where(links).all();
      const active = rows.find((row) => row.undoneAt === null);
      if (active) unlink(astrid, { reviewId, linkId: active.id });
    }
  } catch (error) {
    expect((error as Error).message).toBe('KEPT_APART');
  }
}

test('the page decides one pair after another, by form alone', async () => {
  enter(parks, preprint, forest(0), { ...forest(0), year: 1984 });
  const { as } = await startApp(db);
  const list = await as(astrid).get('/reviews/nature/duplicates');
  expect(list.body).toContain('Same title');
  const [first, second] = openPairs(db, reviewId, range);
  const page = await as(astrid).get(`/reviews/nature/duplicates/${first?.id}`);
  expect(page.body).toContain('aria-keyshortcuts="s"');
  expect(page.body).toContain('differs');
  const answered = await as(astrid).post(`/reviews/nature/duplicates/${first?.id}`, {
    answer: 'same',
  });
  expect(answered.headers.location).toBe(
    `/reviews/nature/duplicates/${second?.id}?answered=${first?.id}`,
  );
  const again = await as(astrid).post(`/reviews/nature/duplicates/${first?.id}`, {
    answer: 'same',
  });
  expect(again.statusCode).toBe(422);
  expect(neighbours(db, reviewId, { id: second?.id ?? 0, score: second?.score ?? 0 })).toEqual({
    next: null,
    previous: null,
  });
  for (const which of ['people', 'rules', 'apart'])
    expect((await as(astrid).get(`/reviews/nature/duplicates?list=${which}`)).statusCode).toBe(200);
  const links = await as(astrid).get('/reviews/nature/duplicates.json?list=people');
  expect(links.json().rows.links).toHaveLength(1);
  const linkId = links.json().rows.links[0].id;
  const undone = await as(astrid).post(`/reviews/nature/duplicates/links/${linkId}/undo`);
  expect(undone.headers.location).toBe('/reviews/nature/duplicates?list=apart&notice=unlinked');
  expect((await as(astrid).get(String(undone.headers.location))).body).toContain('Astrid');
  expect(
    db
      .select()
      .from(auditEntry)
      .all()
      .map((entry) => entry.action),
  ).toEqual(['import.entered', 'duplicate.linked', 'duplicate.unlinked']);
});

test('a reader sees no questions, and nobody another review’s', async () => {
  enter(parks, preprint);
  const reader = addPerson(db, 'Reader');
  const other = addPerson(db, 'Other');
  addReview(
    db,
    [
      [other, 'owner'],
      [reader, 'reader'],
    ],
    { slug: 'other' },
  );
  const { as } = await startApp(db);
  expect((await as(reader).get('/reviews/other/duplicates')).statusCode).toBe(404);
  const { id } = firstPair();
  expect((await as(other).get(`/reviews/other/duplicates/${id}`)).statusCode).toBe(404);
  const answered = await as(other).post(`/reviews/other/duplicates/${id}`, { answer: 'same' });
  expect(answered.statusCode).toBe(404);
  expect(countOpenPairs(db, reviewId)).toBe(1);
});

test('related is an answer of its own: two publications stay two, linked to each other', async () => {
  const [first = 0, second = 0] = enter(parks, preprint);
  const { as } = await startApp(db);
  const { id } = firstPair();
  const answered = await as(astrid).post(`/reviews/nature/duplicates/${id}`, { answer: 'related' });
  expect(answered.headers.location).toBe(`/reviews/nature/duplicates?answered=${id}`);
  expect([members(first), members(second)]).toEqual([[first], [second]]);
  const page = await as(astrid).get(`/reviews/nature/reports/${second}`);
  expect(page.body).toContain(`/reviews/nature/reports/${first}`);
  expect(page.body).toContain('Related reports');
  const list = await as(astrid).get('/reviews/nature/duplicates.json?list=related');
  expect(list.statusCode).toBe(200);
  const [link] = list.json().rows.related;
  expect(link.relation).toBe('version');
  expect((await as(astrid).get('/reviews/nature/duplicates?list=related')).body).toContain(
    'Another version',
  );
  await as(astrid).post(`/reviews/nature/duplicates/related/${link.id}/undo`);
  expect(relatedTo(db, first)).toEqual([]);
  const again = { other: String(second), relation: 'study' };
  await as(astrid).post(`/reviews/nature/reports/${first}/related`, again);
  expect(relatedTo(db, second)).toMatchObject([{ relation: 'study', other: { id: first } }]);
  const itself = { other: String(first), relation: 'study' };
  const refused = await as(astrid).post(`/reviews/nature/reports/${first}/related`, itself);
  expect(refused.statusCode).toBe(422);
});

test('many questions are accepted from a likeness on, shown first, and undone as one', async () => {
  const others = [0, 1, 2].flatMap((number) => [
    forest(number),
    { ...forest(number), year: 1980 + number },
  ]);
  const [first = 0, second = 0] = enter(parks, elsewhere, ...others);
  const open = countOpenPairs(db, reviewId);
  expect(open).toBe(4);
  vouch(first, 'include');
  vouch(second, 'exclude');
  const { as } = await startApp(db);
  const page = await as(astrid).get('/reviews/nature/duplicates/batch?from=50');
  expect(page.body).toContain('4 questions are at 50 per cent or more');
  expect(page.body).toContain('8 publications become 4.');
  expect(page.body).toContain('2 of them already have votes');
  expect(page.body).toContain('Accept 4 as the same');
  const accepted = await as(astrid).post('/reviews/nature/duplicates/batch', { from: '50' });
  expect(accepted.headers.location).toBe(
    '/reviews/nature/duplicates/batch?from=50&notice=batch_accepted',
  );
  expect(countOpenPairs(db, reviewId)).toBe(0);
  expect(members(first)).toEqual([first, second]);
  const [batch] = batchesOf(db, reviewId);
  expect(batch?.links).toBe(4);
  const undo = `/reviews/nature/duplicates/batch/${batch?.id}/undo`;
  expect((await as(astrid).post(undo)).statusCode).toBe(303);
  expect(countOpenPairs(db, reviewId)).toBe(open);
  expect([members(first), members(second)]).toEqual([[first], [second]]);
  expect(
    db
      .select({ id: standing.reportId })
      .from(standing)
      .all()
      .map(({ id }) => id),
  ).toEqual([first, second]);
  expect((await as(astrid).post(undo)).statusCode).toBe(404);
});

test('a question that other links of a batch had answered is open again when the batch is undone', async () => {
  enter(forest(0), { ...forest(0), year: 1984 }, { ...forest(0), year: 1989 });
  const open = countOpenPairs(db, reviewId);
  expect(open).toBe(3);
  const { as } = await startApp(db);
  const page = await as(astrid).get('/reviews/nature/duplicates/batch?from=50');
  expect(page.body).toContain('3 publications become 1.');
  await as(astrid).post('/reviews/nature/duplicates/batch', { from: '50' });
  const [batch] = batchesOf(db, reviewId);
  await as(astrid).post(`/reviews/nature/duplicates/batch/${batch?.id}/undo`);
  expect(countOpenPairs(db, reviewId)).toBe(open);
});

test('votes that clash after a link leave the publication in conflict, and come back with the undo', () => {
  const bjorn = addPerson(db, 'Bjørn');
  const [first = 0, second = 0] = enter(parks, preprint);
  const cast = { reviewId, stage: 'title_abstract', at: astrid.at } as const;
  db.insert(vote)
    .values([
      { ...cast, personId: astrid.personId, reportId: first, answer: 'include' },
      { ...cast, personId: bjorn.personId, reportId: second, answer: 'exclude' },
    ])
    .run();
  answerPair(astrid, { reviewId, pairId: firstPair().id }, 'same');
  const standings = () =>
    db.select({ id: standing.reportId, state: standing.state }).from(standing).all();
  expect(standings()).toEqual([{ id: first, state: 'conflict' }]);
  const [link] = db.select().from(duplicateLink).all();
  unlink(astrid, { reviewId, linkId: link?.id ?? 0 });
  expect(standings()).toEqual([
    { id: first, state: 'partly' },
    { id: second, state: 'partly' },
  ]);
});
