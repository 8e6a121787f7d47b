/** Stopping: what the test says, and what a decision to stop does to the queue and the flow. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { person } from '../schema/accounts.ts';
import { report } from '../schema/records.ts';
import { type Desk, ownProgress } from '../server/screening/desk/queue.ts';
import { stoppingMethods } from '../server/screening/ranking/methods.ts';
import { removeBeforeScreening } from '../server/screening/removals.ts';
import {
  reopenScreening,
  stoppingDecisions,
  stopScreening,
} from '../server/screening/stopping/decisions.ts';
import { historyOf } from '../server/screening/stopping/history.ts';
import {
  atMost,
  blanksNeeded,
  pFrom,
  rankedP,
} from '../server/screening/stopping/hypergeometric.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { type Story, tell } from './flow-data.ts';
import { freshDatabase, now } from './helpers.ts';

test('the hypergeometric tail is what counting gives', () => {
  // 5 relevant among 20, 4 drawn: C(15,4)/C(20,4) without one, plus 5 C(15,3)/C(20,4) with one.
  expect(atMost(0, 20, 5, 4)).toBeCloseTo(1365 / 4845, 12);
  expect(atMost(1, 20, 5, 4)).toBeCloseTo((1365 + 5 * 455) / 4845, 12);
  expect(atMost(4, 20, 5, 4)).toBeCloseTo(1, 12);
  // All of 20 drawn and none relevant: there cannot have been any.
  expect(atMost(0, 20, 1, 20)).toBe(0);
});

test('a random sample after ranking is judged as Callaghan and Müller-Hansen do', () => {
  // 1,000 in all, 20 found in the first 200, then 300 drawn at random without another one. Below 95 % recall there are
  // at least floor(20 / 0.95) - 20 + 1 = 2 among the 800 left.
  const history = [...Array(200).keys()].map((at) => at < 20).concat(Array(300).fill(false));
  const expected = (500 / 800) * (499 / 799);
  expect(pFrom(history, 1000, 0.95, 200)).toBeCloseTo(expected, 10);
});

/** In whole numbers: how many of so many one can choose, in how many ways. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let at = 1; at <= k; at += 1) ways = (ways * BigInt(n - k + at)) / BigInt(at);
  return k < 0 || k > n ? 0n : ways;
}

/** As in the authors' own code (k_h0 and calculate_h0 of buscar): the smallest p of all urns, counted out. */
function countedP(history: readonly boolean[], total: number, percent: number): number {
  const found = history.filter(Boolean).length;
  const ps = history.map((_, start) => {
    const before = history.slice(0, start).filter(Boolean).length;
    const hidden = Math.floor((found * 100) / percent) - before + 1;
    const [size, drawn] = [total - start, history.length - start];
    let ways = 0n;
    for (let each = 0; each <= found - before; each += 1)
      ways += choose(hidden, each) * choose(size - hidden, drawn - each);
    return hidden > size ? 0 : Number((ways * 10n ** 15n) / choose(size, drawn)) / 1e15;
  });
  return Math.min(1, ...ps);
}

test('the p-value is what counting out every urn in whole numbers gives', () => {
  const history = fc.array(fc.boolean(), { maxLength: 60 });
  const cases = fc.tuple(history, fc.integer({ min: 1, max: 200 }), fc.constantFrom(80, 90, 95));
  const holds = fc.property(cases, ([seen, more, percent]) => {
    const total = seen.length + more;
    expect(rankedP(seen, total, percent / 100)).toBeCloseTo(countedP(seen, total, percent), 9);
  });
  fc.assert(holds);
});

test('a long stretch without anything makes it unlikely that much was missed', () => {
  const start = [...Array(100).keys()].map((at) => at % 2 === 0);
  const p = (blanks: number) => rankedP([...start, ...Array(blanks).fill(false)], 2000, 0.9);
  expect(p(10)).toBeGreaterThan(0.5);
  expect(p(600)).toBeGreaterThan(p(1200));
  expect(p(1800)).toBeLessThan(0.05);
  expect(rankedP([...start, ...Array(1900).fill(false)], 2000, 0.9)).toBe(0);
});

test('it is said how many more without a relevant one would be enough', () => {
  const history = [...Array(150).keys()].map((at) => at < 100 && at % 2 === 0);
  const needed = blanksNeeded(history, 2000, 0.9, 0.05);
  const pAfter = (blanks: number) => rankedP([...history, ...Array(blanks).fill(false)], 2000, 0.9);
  expect(pAfter(needed)).toBeLessThan(0.05);
  expect(pAfter(Math.floor(needed * 0.9))).toBeGreaterThan(0.05);
  expect(blanksNeeded([...history, ...Array(needed).fill(false)], 2000, 0.9, 0.05)).toBe(0);
  expect(blanksNeeded([], 100, 0.95, 0.05)).toBeLessThanOrEqual(100);
});

test('nothing screened tells nothing', () => {
  expect(rankedP([], 100, 0.95)).toBe(1);
});

const story = (screened: Story['screened']): Story => ({
  found: [0],
  screened,
  retrieval: 'none',
  assessed: 'unscreened',
});

function setting() {
  const db = freshDatabase();
  const stories = [story('passed'), story('excluded'), story('unscreened'), story('unscreened')];
  const review = tell(db, stories);
  const owner = db.select({ id: person.id }).from(person).get();
  const context = { db, actor: { personId: owner?.id ?? 0 }, at: now.toISOString() };
  const boxes = () =>
    Object.fromEntries(flowOf(db, review).boxes.map((box) => [box.id, box.derived]));
  const desk = { reviewId: review.id, stage: 'title_abstract', personId: context.actor.personId };
  return { db, review, context, boxes, queue: () => ownProgress(db, desk as Desk).left };
}
const stopping = { rule: 'ranked', target: 0.95, confidence: 0.95, reason: 'Enough' } as const;

test('what is left when screening is stopped is excluded by automation, until it is taken up again', () => {
  const { db, review, context, boxes, queue } = setting();
  expect(boxes()).toMatchObject({ S1: 2, S2: 1, Q1: 1 });
  expect(queue()).toBe(2);
  stopScreening(context, { reviewId: review.id, ...stopping });
  expect(boxes()).toMatchObject({ S1: 4, S2: 3, Q1: 1 });
  const parts = flowOf(db, review).boxes.find((box) => box.id === 'S2')?.parts;
  expect(parts).toMatchObject([{ key: 'automation', derived: 2 }]);
  expect(queue()).toBe(0);
  expect(() => stopScreening(context, { reviewId: review.id, ...stopping })).toThrow(
    'ALREADY_STOPPED',
  );
  reopenScreening(context, { reviewId: review.id, reason: 'More time after all' });
  expect(boxes()).toMatchObject({ S1: 2, S2: 1, Q1: 1 });
  expect(queue()).toBe(2);
  expect(stoppingDecisions(db, review.id)).toMatchObject([
    { kind: 'reopen', person: 'Astrid' },
    { kind: 'stop', rule: 'ranked', parameters: { screened: 2, found: 1, left: 2, target: 0.95 } },
  ]);
});

test('the methods text says when it was stopped, and never that p is nought', () => {
  const { db, review, context } = setting();
  stopScreening(context, { reviewId: review.id, ...stopping });
  const [sentence] = stoppingMethods(db, review.id);
  expect(sentence?.params).toMatchObject({ on: context.at.slice(0, 10), screened: 2, left: 2 });
  const p = Number(sentence?.params.p);
  expect(p).toBeGreaterThanOrEqual(Number(stoppingDecisions(db, review.id)[0]?.parameters.p));
  expect(p).toBeGreaterThan(0);
});

test('what comes into the review after the stop is screened', () => {
  const { db, review, context, boxes, queue } = setting();
  stopScreening(context, { reviewId: review.id, ...stopping });
  const reference = { type: 'document' as const, title: 'New', authors: [] };
  const row = { reviewId: review.id, reference, title: 'New' };
  const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
  db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
  expect(queue()).toBe(1);
  expect(boxes()).toMatchObject({ S2: 3 });
});

test('what was removed before screening is neither screened nor left', () => {
  const { db, review, context } = setting();
  const before = historyOf(db, review.id);
  expect(before).toMatchObject({ kept: [true, false], total: 4, unscreened: 2 });
  const [removed] = db.select().from(report).all().slice(-1);
  const choice = { yearBefore: null, yearAfter: null, languages: [], tool: '' };
  removeBeforeScreening(context, {
    ...choice,
    reviewId: review.id,
    reportIds: [removed?.id ?? 0],
    kind: 'other',
    reason: 'Not research',
  });
  expect(historyOf(db, review.id)).toMatchObject({ kept: [true, false], total: 3, unscreened: 1 });
});

test('the index of the flow stays what the rows say', () => {
  const { db, review, context } = setting();
  stopScreening(context, { reviewId: review.id, ...stopping });
  const both = ['flow_path', 'flow_path_now'].map((name) =>
    db.$client.prepare(`select root_id, class from ${name} order by root_id`).all(),
  );
  expect(both[0]).toEqual(both[1]);
});
