/** The flow: every number is the length of its list, and the sums hold or it says that it is provisional. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { possiblePair } from '../schema/records.ts';
import { flowTemplates } from '../schema/reviews.ts';
import { sourceKinds } from '../schema/searches.ts';
import { reportedNumber } from '../schema/synthesis.ts';
import type { Connection } from '../server/db.ts';
import { textWidth, wrapText } from '../server/platform/figures/fonts.ts';
import type { BoxId } from '../server/synthesis/flow/boxes.ts';
import { type Flow, flowOf } from '../server/synthesis/flow/flow.ts';
import { type Behind, opens, rowsBehind } from '../server/synthesis/flow/lists.ts';
import { standpointNow } from '../server/synthesis/flow/standpoint.ts';
import { checkSums } from '../server/synthesis/flow/sums.ts';
import { done, type Story, tell, tellLegacy } from './flow-data.ts';
import { freshDatabase, now } from './helpers.ts';

const at = now.toISOString();
let db: Connection;
beforeEach(() => {
  db = freshDatabase();
});

const box = (flow: Flow, id: BoxId) => flow.boxes.find((each) => each.id === id);
const derived = (flow: Flow) =>
  Object.fromEntries(flow.boxes.map((each) => [each.id, each.derived]));
const failing = (flow: Flow) => flow.checks.filter((check) => check.state === 'fails');

const anyStory: fc.Arbitrary<Story> = fc.record({
  found: fc.array(fc.nat({ max: sourceKinds.length - 1 }), { minLength: 1, maxLength: 4 }),
  screened: fc.constantFrom('unscreened', 'conflict', 'excluded', 'passed'),
  retrieval: fc.constantFrom('none', 'retrieved', 'not_retrieved', 'reopened'),
  assessed: fc.constantFrom('unscreened', 'partly', 'conflict', 'excluded', 'passed'),
});

test('whatever happened, no sum fails: it holds, or it waits and the flow is provisional', () => {
  const holds = fc.property(
    fc.array(anyStory, { maxLength: 25 }),
    fc.constantFrom(...flowTemplates),
    (stories, flowTemplate) => {
      const fresh = freshDatabase();
      const flow = flowOf(fresh, tell(fresh, stories, { flowTemplate }));
      const oneArm = flowTemplate.endsWith('v1') && flow.isProvisional;
      // A template without other methods cannot add up when reports came by them: it says so instead.
      const failed = failing(flow).filter((check) => !(oneArm && check.id === 'E9'));
      expect(failed).toEqual([]);
      const waits = flow.checks.some((check) => check.state !== 'holds');
      if (waits || flow.pending.length > 0) expect(flow.isProvisional).toBe(true);
      else expect(flow.isProvisional).toBe(false);
    },
  );
  fc.assert(holds, { numRuns: 40 });
});

test('every number is the length of the list that it opens, and so is every part of it', () => {
  const holds = fc.property(fc.array(anyStory, { maxLength: 25 }), (stories) => {
    const fresh = freshDatabase();
    const row = tell(fresh, stories);
    const whole = { limit: 1000, offset: 0 };
    const standpoint = standpointNow(fresh, row);
    const lengthOf = (behind: Behind) => {
      const found = rowsBehind(fresh, row.id, standpoint, behind, whole);
      expect(found?.rows).toHaveLength(found?.total ?? -1);
      return found?.total;
    };
    for (const { id, derived: n, parts, pending } of flowOf(fresh, row).boxes) {
      if (!opens(id)) continue;
      expect(lengthOf({ box: id, part: null, pending: null }), id).toBe(n);
      for (const part of parts)
        expect(lengthOf({ box: id, part: part.key, pending: null })).toBe(part.derived);
      for (const { reason, count } of pending)
        expect(lengthOf({ box: id, part: null, pending: reason })).toBe(count);
    }
  });
  fc.assert(holds, { numRuns: 25 });
});

test('a finished history is counted box by box, and is final', () => {
  const flow = flowOf(
    db,
    tell(db, [
      { found: [0], ...done, assessed: 'passed' },
      { found: [0, 1], ...done, assessed: 'excluded' },
      { found: [1], screened: 'excluded', retrieval: 'none', assessed: 'unscreened' },
      { found: [0], screened: 'passed', retrieval: 'not_retrieved', assessed: 'unscreened' },
      { found: [2], ...done, assessed: 'passed' },
      { found: [4], ...done, assessed: 'excluded' },
    ]),
  );
  expect(derived(flow)).toEqual({
    ...{ I1: 3, I2: 2, X1: 1, X2: 0, X3: 0, S1: 4, S2: 1, Q1: 3, Q2: 1, A1: 2, A2: 1 },
    ...{ O1: 1, O2: 0, O3: 1, OQ1: 2, OQ2: 0, OA1: 2, OA2: 1, N1: 2, N2: 2 },
  });
  expect(flow.isProvisional).toBe(false);
  expect(box(flow, 'A2')?.parts).toMatchObject([{ key: 'E1', derived: 1 }]);
  expect(box(flow, 'N2')?.parts).toMatchObject([
    { key: 'databases', derived: 1 },
    { key: 'other', derived: 1 },
  ]);
});

test('a report belongs to the arm that found it first, and its later records are duplicates', () => {
  const flow = flowOf(
    db,
    tell(db, [{ found: [0, 1], ...done, assessed: 'passed' }], {}, ['website', 'database']),
  );
  expect(derived(flow)).toMatchObject({ I1: 1, X1: 1, S1: 0, O1: 1, OQ1: 1, N2: 1 });
  expect(failing(flow)).toEqual([]);
});

test('what other methods saw again or rejected on sight stands beside the figure, in no box', () => {
  const flow = flowOf(
    db,
    tell(db, [
      { found: [0, 2], ...done, assessed: 'passed' },
      { found: [2], screened: 'excluded', retrieval: 'none', assessed: 'unscreened' },
    ]),
  );
  expect(derived(flow)).toMatchObject({ O1: 0, OQ1: 0, N2: 1 });
  expect(flow.notes).toEqual([
    { key: 'seen_again', count: 1 },
    { key: 'rejected_on_sight', count: 1 },
  ]);
  expect(flow.isProvisional).toBe(false);
});

test('one vote missing, one pair undecided or one import running makes it provisional', () => {
  const row = tell(db, [
    { found: [0], ...done, assessed: 'passed' },
    { found: [0], ...done, assessed: 'excluded' },
  ]);
  expect(flowOf(db, row).isProvisional).toBe(false);
  db.insert(possiblePair)
    .values({ reviewId: row.id, firstId: 1, secondId: 2, score: 0.7, reasons: [], against: [] })
    .run();
  expect(flowOf(db, row).pending).toEqual([{ box: 'X1', reason: 'possible_duplicates', count: 1 }]);
  db.$client.exec("update possible_pair set state = 'different'");
  expect(flowOf(db, row).isProvisional).toBe(false);
  db.$client.exec("update import_batch set state = 'running' where id = 2");
  expect(flowOf(db, row).isProvisional).toBe(true);
});

test('records of an undone import are in no box', () => {
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }]);
  db.$client.exec("update import_batch set state = 'undone'; update report set withdrawn_at = ''");
  expect(derived(flowOf(db, row))).toMatchObject({ I1: 0, S1: 0, N1: 0, N2: 0 });
});

test('an exclusion without a reason and an inclusion without a study are pending', () => {
  const row = tell(db, [
    { found: [0], ...done, assessed: 'excluded' },
    { found: [0], ...done, assessed: 'passed' },
  ]);
  db.$client.exec('update standing set criterion_id = null; update report set study_id = null');
  const flow = flowOf(db, row);
  expect(flow.pending).toEqual([
    { box: 'A2', reason: 'without_reason', count: 1 },
    { box: 'N1', reason: 'without_study', count: 1 },
  ]);
  expect(failing(flow)).toEqual([]);
});

test('a legacy flow derives only what was included; reported numbers stand beside it', () => {
  const flow = flowOf(db, tellLegacy(db));
  expect(box(flow, 'N2')).toMatchObject({ derived: 2, reported: 3, status: 'disagrees' });
  expect(box(flow, 'N2')?.parts).toMatchObject([
    { key: 'databases', derived: null, reported: 2 },
    { key: 'other', derived: null, reported: 0 },
  ]);
  expect(box(flow, 'S1')).toMatchObject({ derived: null, reported: null, status: 'not_reported' });
  expect(box(flow, 'A1')).toMatchObject({ derived: null, reported: 40, status: 'reported_only' });
  expect(box(flow, 'N1')).toMatchObject({ derived: 2, reported: null, status: 'derived_only' });
  expect(flow.isProvisional).toBe(false);
  expect(failing(flow)).toMatchObject([{ id: 'reported_parts', box: 'N2', left: 3, right: 2 }]);
});

test('an updated review adds what was included before, when a report says how much', () => {
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    flowTemplate: 'updated-v1',
  });
  expect(flowOf(db, row).pending.map(({ box: id }) => id)).toEqual(['P1', 'P2']);
  for (const [name, value] of [
    ['P1', 4],
    ['P2', 6],
  ] as const)
    db.insert(reportedNumber)
      .values({ reviewId: row.id, box: name, value, source: 'p. 3', personId: 1, at })
      .run();
  const flow = flowOf(db, row);
  expect(derived(flow)).toMatchObject({ P1: null, T1: 5, T2: 7 });
  expect(flow.isProvisional).toBe(false);
});

test('a sum that does not hold names its equation', () => {
  const sums = checkSums({
    template: 'new-v1',
    basis: 'records',
    boxes: { I1: 10, I2: 0, X1: 2, S1: 9, S2: 5, Q1: 4, Q2: 0, A1: 4, A2: 1, N1: 3, N2: 3 },
    parts: { A2: [{ key: 'E1', count: 1 }], N2: [{ key: 'databases', count: 3 }] },
    pending: [],
    sources: [
      { kind: 'database', identified: 10, kept: 9, duplicates: 1, automation: 0, other: 0 },
    ],
    ofPrevious: { databases: 0, other: 0, all: 0 },
    withdrawn: { studies: 0, reports: 0 },
    reported: [],
  });
  const failed = sums.filter((check) => check.state !== 'holds');
  expect(failed).toMatchObject([{ id: 'E2', state: 'fails', left: 9, right: 8 }]);
});

test('words in the figure break between words, and a word too long for its box is cut', () => {
  const wrap = (text: string, width: number) =>
    wrapText(text, width, (part) => textWidth(part, 13));
  expect(wrap('Reports not retrieved', 60)).toEqual(['Reports', 'not', 'retrieved']);
  expect(wrap('a'.repeat(60), 100).every((line) => textWidth(line, 13) <= 100)).toBe(true);
});
