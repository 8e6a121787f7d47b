/** The rule of screening: what follows from the answers, whatever order they came in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answers, type Stage, stages } from '../schema/screening.ts';
import { type Settlement, type StoredVote, standingOf } from '../server/screening/votes/outcome.ts';

type Said = Answer | `exclude ${number}`;

/** Answers of different people, one each. `exclude 3` names criterion 3. */
function panel(said: readonly Said[]): StoredVote[] {
  return said.map((each, index) => {
    const [answer = 'include', criterion] = each.split(' ') as [Answer, string?];
    const criterionId = criterion ? Number(criterion) : null;
    return { id: index + 1, personId: index + 1, answer, criterionId };
  });
}

const standing = (stage: Stage, reviewers: 1 | 2, said: readonly Said[]) =>
  standingOf({ stage, reviewers }, panel(said), []);

describe('two people at title and abstract', () => {
  test.each<[Said[], string, number | null]>([
    [[], 'unscreened', null],
    [['include'], 'partly', null],
    [['exclude'], 'partly', null],
    [['include', 'include'], 'passed', null],
    [['include', 'maybe'], 'passed', null],
    [['maybe', 'maybe'], 'passed', null],
    [['exclude', 'exclude'], 'excluded', null],
    [['exclude 1', 'exclude 1'], 'excluded', 1],
    [['exclude 1', 'exclude'], 'excluded', 1],
    [['exclude 1', 'exclude 2'], 'excluded', null],
    [['include', 'exclude'], 'conflict', null],
    [['maybe', 'exclude 1'], 'conflict', null],
    [['include', 'include', 'exclude'], 'conflict', null],
  ])('%j leaves a report %s', (said, state, criterionId) => {
    expect(standing('title_abstract', 2, said)).toEqual({ state, criterionId });
  });
});

describe('two people at full text', () => {
  test.each<[Said[], string, number | null]>([
    [['exclude 1'], 'partly', null],
    [['include', 'include'], 'passed', null],
    [['exclude 1', 'exclude 1'], 'excluded', 1],
    [['exclude 1', 'exclude 2'], 'conflict', null],
    [['include', 'exclude 1'], 'conflict', null],
    [['exclude 1', 'exclude 1', 'exclude 2'], 'conflict', null],
  ])('%j leaves a report %s', (said, state, criterionId) => {
    expect(standing('full_text', 2, said)).toEqual({ state, criterionId });
  });
});

describe('one person', () => {
  test.each<[Stage, Said[], string, number | null]>([
    ['title_abstract', [], 'unscreened', null],
    ['title_abstract', ['maybe'], 'passed', null],
    ['title_abstract', ['exclude 2'], 'excluded', 2],
    ['full_text', ['exclude 2'], 'excluded', 2],
    ['full_text', ['include'], 'passed', null],
    // Two may have answered all the same: each on one of two duplicates that were linked later.
    ['title_abstract', ['include', 'exclude'], 'conflict', null],
  ])('at %s, %j leaves a report %s', (stage, said, state, criterionId) => {
    expect(standing(stage, 1, said)).toEqual({ state, criterionId });
  });
});

test('a changed mind takes the place of the earlier answer', () => {
  const votes = [...panel(['include', 'exclude']), { ...vote(3, 1), answer: 'exclude' as const }];
  const policy = { stage: 'title_abstract', reviewers: 2 } as const;
  expect(standingOf(policy, votes, []).state).toBe('excluded');
});

test('an adjudication settles, holds against later votes, and gives way to a newer one', () => {
  const policy = { stage: 'full_text', reviewers: 2 } as const;
  const votes = panel(['include', 'exclude 1', 'exclude 2']);
  const first: Settlement = { id: 1, answer: 'exclude', criterionId: 2 };
  const second: Settlement = { id: 2, answer: 'include', criterionId: null };
  expect(standingOf(policy, votes, [first])).toEqual({ state: 'excluded', criterionId: 2 });
  expect(standingOf(policy, votes, [second, first]).state).toBe('passed');
  expect(standingOf(policy, [], [first]).state).toBe('excluded');
});

function vote(id: number, personId: number): StoredVote {
  return { id, personId, answer: 'include', criterionId: null };
}

const policies = fc.record({
  stage: fc.constantFrom(...stages),
  reviewers: fc.constantFrom(1 as const, 2 as const),
});
const votes = fc
  .array(
    fc.record({
      personId: fc.integer({ min: 1, max: 4 }),
      answer: fc.constantFrom(...answers),
      criterionId: fc.constantFrom(null, 1, 2),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, index): StoredVote => ({ id: index + 1, ...row })));

test('the order in which rows are read does not matter', () => {
  const shuffled = votes.chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
    ),
  );
  const holds = fc.property(policies, shuffled, (policy, [rows, mixed]) => {
    expect(standingOf(policy, mixed, [])).toEqual(standingOf(policy, rows, []));
  });
  fc.assert(holds);
});

test('it does not matter who of the people answered what', () => {
  const holds = fc.property(policies, votes, fc.integer({ min: 1, max: 3 }), (policy, rows, by) => {
    const swapped = rows.map((row) => ({ ...row, personId: (row.personId + by) % 4 }));
    expect(standingOf(policy, swapped, [])).toEqual(standingOf(policy, rows, []));
  });
  fc.assert(holds);
});

test('saying the same again changes nothing', () => {
  const holds = fc.property(policies, votes, fc.nat(), (policy, rows, pick) => {
    const person = rows[pick % Math.max(rows.length, 1)]?.personId;
    const last = rows.findLast((row) => row.personId === person);
    const again = last ? [...rows, { ...last, id: rows.length + 1 }] : rows;
    expect(standingOf(policy, again, [])).toEqual(standingOf(policy, rows, []));
  });
  fc.assert(holds);
});

test('what a person has taken back has no influence', () => {
  const holds = fc.property(policies, votes, (policy, rows) => {
    const final = rows.filter(
      (row) => !rows.some((later) => later.personId === row.personId && later.id > row.id),
    );
    expect(standingOf(policy, rows, [])).toEqual(standingOf(policy, final, []));
  });
  fc.assert(holds);
});

test('nothing is settled before enough people have answered, and only exclusions have a reason', () => {
  const holds = fc.property(policies, votes, (policy, rows) => {
    const people = new Set(rows.map((row) => row.personId)).size;
    const { state, criterionId } = standingOf(policy, rows, []);
    expect(['unscreened', 'partly'].includes(state)).toBe(people < policy.reviewers);
    if (criterionId !== null) expect(state).toBe('excluded');
  });
  fc.assert(holds);
});
