/** One person said two things of two records that turn out to be one: they are asked again, and nothing is lost. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { duplicateLink } from '../schema/records.ts';
import { standing } from '../schema/screening.ts';
import type { Connection } from '../server/db.ts';
import { linkByHand, unlink } from '../server/records/duplicates/links.ts';
import { boardOf, readBoard } from '../server/screening/board/board.ts';
import { nextReport } from '../server/screening/desk/queue.ts';
import { isClash } from '../server/screening/votes/clashes.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const book = (title: string): Reference => ({ type: 'book', title, authors: [] });
const stage = 'title_abstract';
const at = (minute: number) => `2026-01-01T12:${String(minute).padStart(2, '0')}:00.000Z`;

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
let first: number;
let second: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
  const references = [book('Birch woods and their keepers'), book('On herring in the Baltic')];
  [first = 0, second = 0] = typeIn(astrid, reviewId, references);
});

const link = (minute: number) =>
  linkByHand({ ...astrid, at: at(minute) }, reviewId, [first, second]);
function say(minute: number, reportId: number, answer: 'include' | 'exclude') {
  const vote = { reviewId, reportId, stage, answer, criterionId: null, note: '' } as const;
  castVote({ ...astrid, at: at(minute) }, { ...vote, clientKey: null });
}
const desk = () => ({ reviewId, stage, personId: astrid.personId }) as const;
const states = () =>
  db
    .select()
    .from(standing)
    .all()
    .map((row) => [row.reportId, row.state]);
const boardAgrees = () => {
  const board = boardOf(db, { reviewId, stage });
  const items = [...board.items.values()];
  expect(items).toEqual([...readBoard(db, { reviewId, stage }).items.values()]);
  return items.map(({ id, people }) => [id, people]);
};

test('who kept one record and excluded the other is asked again once they are one', () => {
  say(1, first, 'include');
  say(2, second, 'exclude');
  boardAgrees();
  link(3);
  expect(states()).toEqual([]);
  expect(boardAgrees()).toEqual([[first, []]]);
  expect(nextReport(db, desk())?.id).toBe(first);
});

test('what is said after that settles it, whichever record it is said of', () => {
  say(1, first, 'include');
  say(2, second, 'exclude');
  link(3);
  say(4, first, 'include');
  expect(states()).toEqual([[first, 'partly']]);
  expect(boardAgrees()).toEqual([[first, [astrid.personId]]]);
});

test('taken apart again, each record has the answer it was given', () => {
  say(1, first, 'include');
  say(2, second, 'exclude');
  link(3);
  const [made] = db.select().from(duplicateLink).all();
  unlink({ ...astrid, at: at(5) }, { reviewId, linkId: made?.id ?? 0 });
  expect(states()).toEqual([
    [first, 'partly'],
    [second, 'partly'],
  ]);
  expect(boardAgrees()).toEqual([
    [first, [astrid.personId]],
    [second, [astrid.personId]],
  ]);
});

test('the same answer twice is one answer', () => {
  say(1, first, 'include');
  say(2, second, 'include');
  link(3);
  expect(states()).toEqual([[first, 'partly']]);
});

test('a third record that joins later does not open what was settled', () => {
  const links = [
    { keptId: 1, duplicateId: 2, decidedAt: at(3) },
    { keptId: 2, duplicateId: 3, decidedAt: at(9) },
  ];
  const votes = [
    { reportId: 1, answer: 'include', at: at(1) },
    { reportId: 2, answer: 'exclude', at: at(2) },
    { reportId: 1, answer: 'exclude', at: at(4) },
  ] as const;
  expect(isClash(votes.slice(0, 2), links)).toBe(true);
  expect(isClash(votes, links)).toBe(false);
});

test('answers given after everything was one never clash, and links without answers change nothing', () => {
  const votes = fc.array(
    fc.record({
      reportId: fc.integer({ min: 1, max: 4 }),
      answer: fc.constantFrom('include', 'maybe', 'exclude'),
    }),
    { maxLength: 6 },
  );
  const links = [2, 3, 4].map((id) => ({ keptId: 1, duplicateId: id, decidedAt: at(10) }));
  const holds = fc.property(votes, (said) => {
    const late = said.map((vote, index) => ({ ...vote, at: at(11 + index) }));
    expect(isClash(late, links)).toBe(false);
    const early = said.map((vote, index) => ({ ...vote, at: at(index) }));
    const last = new Map(early.map((vote) => [vote.reportId, vote.answer === 'exclude']));
    expect(isClash(early, links)).toBe(new Set(last.values()).size > 1);
  });
  fc.assert(holds, { numRuns: 200 });
});
