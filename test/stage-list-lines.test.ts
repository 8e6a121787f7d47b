/** A line of an older list that the program found nothing for: a person says what it is, and may think again. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { membership } from '../schema/accounts.ts';
import { agreeingFlowPaths } from '../server/check/derived.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { lossesOf } from '../server/records/imports/losses.ts';
import { answerLine, type LineAnswer } from '../server/screening/stage-lists/answers.ts';
import { importStageList } from '../server/screening/stage-lists/lists.ts';
import { undoStageList } from '../server/screening/stage-lists/undo.ts';
import { disagreeingStandings } from '../server/screening/votes/standings.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addSearchRun } from '../server/searches/runs.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

/** The list `kept` names the first twice, the second, and in other words the third; `final` the second and no other. */
const titles = [
  'Nature contact and the health of older people',
  'Allotment gardens and loneliness',
  'Gardens in municipal care: the Lund handbook',
  'Forest therapy',
];

async function reviewWithList({ isJudged = false } = {}) {
  const db = freshDatabase();
  const owner = addPerson(db, 'Astrid');
  const row = addReview(db, [[owner, 'owner']], { flowTemplate: 'new-v1' });
  const searchRunId = addSearchRun(owner, row.id, { kind: 'database', source: 'Scopus' });
  const references = titles.map((title, at) => ({
    ...{ type: 'article-journal' as const, title, year: [2019, 2020, 2002, 2011][at] ?? 2000 },
    authors: [{ family: ['Berg', 'Holm', 'Lund', 'Ek'][at] ?? '', given: 'ABCE'[at] ?? '' }],
    doi: `10.1000/nature.${at + 1}`,
  }));
  const about = { reviewId: row.id, searchRunId, label: 'file', references };
  const { reportIds } = storeByHand(owner, about);
  const read = (name: 'kept' | 'final') =>
    importStageList(owner, {
      reviewId: row.id,
      stage: name === 'kept' ? 'title_abstract' : 'full_text',
      ...{ fileName: `${name}.ris`, fileHash: name, excludesOthers: true },
      path: join(import.meta.dirname, 'fixtures', 'stage-lists', `${name}.ris`),
    });
  const [first = 0, second = 0, handbook = 0] = reportIds;
  if (isJudged)
    castVote(owner, {
      ...{ reviewId: row.id, reportId: handbook, stage: 'title_abstract', answer: 'exclude' },
      ...{ criterionId: null, note: '', clientKey: null },
    });
  const { listId } = await read('kept');
  const place = { reviewId: row.id, listId, position: 4 };
  const say = (answer: LineAnswer, at = owner.at) => answerLine({ ...owner, at }, place, answer);
  const boxes = () => {
    const counted = flowOf(db, row).boxes.map((box) => [box.id, box.derived]);
    const { S2, Q1, A1, A2, N2 } = Object.fromEntries(counted);
    expect(disagreeingStandings(db, row.id)).toEqual([]);
    expect(agreeingFlowPaths(db, row)).toEqual([]);
    return { S2, Q1, A1, A2, N2 };
  };
  const account = () => flowOf(db, row).lists.find((list) => list.id === listId);
  const page = `/reviews/${row.slug}/flow/basis/lists/${listId}`;
  const ids = { first, second, handbook };
  return { db, owner, row, read, listId, ids, place, say, boxes, account, page };
}

const is = (reportId: number): LineAnswer => ({ answer: 'is', reportId, reason: '' });
const absent: LineAnswer = { answer: 'absent', reason: 'Handed over by a colleague' };
const open: LineAnswer = { answer: 'open' };

test('what a person finds is decided as the list says, and undecided when the answer is taken back', async () => {
  const { ids, say, boxes, account } = await reviewWithList();
  const before = boxes();
  expect(before).toMatchObject({ S2: 2, Q1: 2 });
  say(is(ids.handbook));
  expect(boxes()).toMatchObject({ S2: 1, Q1: 3 });
  expect(account()).toMatchObject({ matched: 3, repeats: 1, unmatched: 0, answered: 1 });
  // Said once more, nothing changes; said of another, the first is as it was.
  say(is(ids.handbook));
  say(is(ids.first));
  expect(boxes()).toEqual(before);
  expect(account()).toMatchObject({ matched: 2, repeats: 2, unmatched: 0 });
  say(is(ids.handbook));
  say(open);
  expect(boxes()).toEqual(before);
  expect(account()).toMatchObject({ matched: 2, repeats: 1, unmatched: 1, answered: 0 });
});

test('a later list that leaves out what it does not name leaves out what is found afterwards, too', async () => {
  const { owner, read, ids, row, place, say, boxes } = await reviewWithList();
  const { listId } = await read('final');
  const before = boxes();
  expect(before).toMatchObject({ S2: 2, Q1: 2, A1: 2, A2: 1, N2: 1 });
  say(is(ids.handbook));
  expect(boxes()).toMatchObject({ S2: 1, Q1: 3, A1: 3, A2: 2, N2: 1 });
  say(open);
  expect(boxes()).toMatchObject(before);
  // The same again after it was taken back, and the list itself taken back with what was found for it.
  say(is(ids.handbook));
  expect(boxes()).toMatchObject({ Q1: 3, A2: 2 });
  undoStageList(owner, { reviewId: row.id, listId: place.listId });
  expect(boxes()).toMatchObject({ S2: 0 });
  expect(() => say(open)).toThrow('STAGE_LIST_TAKEN_BACK');
  undoStageList(owner, { reviewId: row.id, listId });
  expect(boxes()).toMatchObject({ S2: 0, A2: 0 });
});

test('the answers of people here hold against what a list is found to say', async () => {
  const { ids, say, boxes, account } = await reviewWithList({ isJudged: true });
  const before = boxes();
  say(is(ids.handbook));
  expect(boxes()).toEqual(before);
  expect(account()).toMatchObject({ matched: 3, unmatched: 0 });
});

test('an import is not undone under an answer in force', async () => {
  const { db, ids, say } = await reviewWithList({ isJudged: true });
  const importId = Number(db.$client.prepare('select max(id) from import_batch').pluck().get());
  const lost = () => lossesOf(db, importId).find(({ kind }) => kind === 'lines');
  expect(lost()).toBeUndefined();
  say(is(ids.handbook));
  expect(lost()).toMatchObject({ count: 1, reportIds: [ids.handbook] });
  say(absent);
  expect(lost()).toBeUndefined();
});

test('a record that was never there is counted apart, with its reason, and the flow of an earlier day knows nothing of it', async () => {
  const { db, owner, row, say, account, page } = await reviewWithList();
  expect(() => say({ answer: 'absent', reason: '' })).toThrow('REASON_REQUIRED');
  say(absent, '2999-11-24T09:00:00.000Z');
  expect(account()).toMatchObject({ unmatched: 0, absent: 1 });
  const { as } = await startApp(db);
  const flow = (query = '') => as(owner).get(`/reviews/${row.slug}/flow.json${query}`);
  expect((await flow('?at=2999-11-23')).json().lists).toMatchObject([{ unmatched: 1, absent: 0 }]);
  expect((await flow()).json().lists).toMatchObject([{ unmatched: 0, absent: 1 }]);
  const seen = (await as(owner).get(`/reviews/${row.slug}/flow`)).body;
  expect(seen).toContain(
    '1 record of the 4 in kept.ris (kept after title and abstract) never came',
  );
  const listed = (await as(owner).get(`${page}?state=absent`)).body;
  expect(listed).toContain('Handed over by a colleague');
  expect((await as(owner).get(`${page}.json?state=absent`)).json().rows).toMatchObject([
    { position: 4, answer: { person: 'Astrid', reason: 'Handed over by a colleague' } },
  ]);
});

test('a line is offered what is like it, in words, and what a person looks for; one button answers', async () => {
  const { db, owner, row, ids, page } = await reviewWithList();
  const reviewer = addPerson(db, 'Bo');
  db.insert(membership)
    .values({ reviewId: row.id, personId: reviewer.personId, role: 'reviewer' })
    .run();
  const { as } = await startApp(db);
  const line = `${page}/lines/4`;
  const { likely, sought } = (await as(owner).get(`${line}.json`)).json();
  expect(likely.map((each: { id: number }) => each.id)).toEqual([ids.handbook]);
  expect(sought).toBeNull();
  const shown = (await as(owner).get(line)).body;
  expect(shown).toContain('Same authors');
  expect(shown).toContain('It is this one');
  const found = (await as(owner).get(`${line}.json?q=allotment`)).json().sought;
  expect(found).toMatchObject({ total: 1, shown: [{ id: ids.second }] });
  expect((await as(owner).get(`${line}.json?q=${ids.first}`)).json().sought.shown).toMatchObject([
    { id: ids.first },
  ]);
  expect((await as(owner).get(`${line}?q=nothingofthekind`)).body).toContain('No publication has');
  // Whoever may not settle sees it all and is asked nothing.
  expect((await as(reviewer).get(line)).body).not.toContain('It is this one');
  expect((await as(reviewer).post(line, { answer: 'open' })).statusCode).toBe(404);
  const refused = await as(owner).post(line, { answer: 'absent', reason: ' ' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('aria-invalid="true"');
  expect((await as(owner).post(`${page}/lines/1`, { answer: 'open' })).statusCode).toBe(404);
  expect((await as(owner).post(line, { answer: 'is', report: '999' })).statusCode).toBe(404);
  const answered = await as(owner).post(line, { answer: 'is', report: String(ids.handbook) });
  expect(answered.headers.location).toBe(`${page}?notice=line_is`);
  expect((await as(owner).get(line)).body).toContain('Take the answer back');
  const log = (await as(owner).get(`/reviews/${row.slug}/log`)).body;
  expect(log).toContain('matched a record of a list to a publication');
});

test.each(['en', 'sv', 'nb', 'nn'])('a line speaks %s', async (locale) => {
  const { db, owner, say, page } = await reviewWithList();
  const { as } = await startApp(db, { 'accept-language': locale });
  for (const answer of [absent, is(3)]) {
    say(answer);
    const shown = (await as(owner).get(`${page}/lines/4?q=health`)).body;
    expect(shown).toContain(`lang="${locale}"`);
    expect(shown).not.toContain('stage_list.');
  }
});
