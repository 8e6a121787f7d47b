/** While publications come, everything that a desk keeps in memory is what it would be read anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskOrder } from '../schema/ranking.ts';
import { openDatabase } from '../server/db.ts';
import { linkByHand } from '../server/records/duplicates/links.ts';
import { changesSince } from '../server/screening/board/changes.ts';
import { beginsWith, grown } from '../server/screening/board/lists.ts';
import { nextIds, ownProgress } from '../server/screening/desk/queue.ts';
import { chooseStageOrder } from '../server/screening/ranking/desk-order.ts';
import { rankStage } from '../server/screening/ranking/runs.ts';
import { removeBeforeScreening } from '../server/screening/removals.ts';
import { type RuleInput, ruleOf, saveRule } from '../server/screening/rules/rules.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const stage = 'title_abstract';
const rules: Partial<RuleInput>[] = [
  {},
  { assignment: 'people' },
  { assignment: 'languages', shares: { sv: [1], '': [] } },
];

function setting(order: DeskOrder, rule: Partial<RuleInput>) {
  const db = freshDatabase();
  const [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  const { id: reviewId } = addReview(db, [
    [astrid, 'owner'],
    [bo, 'reviewer'],
  ]);
  const place = { reviewId, stage } as const;
  const people = { '': [astrid.personId, bo.personId] };
  const shares = rule.assignment === 'people' ? people : (rule.shares ?? {});
  const input = { ...ruleOf(db, reviewId, stage), reviewers: 2 as const, ...rule, shares };
  saveRule({ ...astrid, db }, reviewId, stage, input);
  const ids: number[] = [];
  const add = (count: number) => {
    const references = Array.from({ length: count }, (_, at) => ({
      type: 'book' as const,
      title: `Of ${'gardens walks benches'.split(' ')[at % 3]} and number ${ids.length + at}`,
      authors: [],
      language: at % 2 === 0 ? 'sv' : 'en',
    }));
    ids.push(...typeIn(astrid, reviewId, references));
  };
  const vote = (reportId: number, answer: 'include' | 'exclude') => {
    const plain = { criterionId: null, note: '', clientKey: null };
    for (const who of [astrid, bo]) castVote(who, { ...plain, ...place, reportId, answer });
  };
  add(5);
  if (order === 'ranked') {
    for (const [at, id] of ids.slice(0, 4).entries())
      vote(id, at % 2 === 0 ? 'include' : 'exclude');
    expect(rankStage(db, place, { at: astrid.at, elapsedMs: () => 0 })).not.toBeNull();
  }
  chooseStageOrder({ ...astrid, db }, place, order);
  const seen = (from: typeof db) =>
    [astrid, bo].map(({ personId }) => {
      const desk = { ...place, personId };
      return [nextIds(from, desk, { limit: 200 }), ownProgress(from, desk)];
    });
  return { db, astrid, reviewId, ids, add, vote, seen };
}

const step = fc.record({
  act: fc.constantFrom('add', 'add', 'vote', 'remove', 'remove', 'link'),
  number: fc.nat({ max: 6 }),
  // Several things may happen before anybody looks.
  isSeen: fc.boolean(),
});

const last = { act: 'add', number: 1, isSeen: true };

test.each<DeskOrder>(['chronological', 'random', 'ranked'])(
  'a desk in %s order shows and counts what it would show and count after a start',
  (order) => {
    const holds = fc.property(
      fc.constantFrom(...rules),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (rule, steps) => {
        const s = setting(order, rule);
        for (const { act, number, isSeen } of [...steps, last]) {
          const id = s.ids.at(-1 - (number % s.ids.length)) ?? 0;
          const other = s.ids[0] ?? 0;
          try {
            if (act === 'add') s.add(number);
            else if (act === 'vote') s.vote(id, 'exclude');
            else if (act === 'link') linkByHand(s.astrid, s.reviewId, [id, other]);
            else remove(s, id);
          } catch (error) {
            // Refused, as it may be: a second vote, a removal of what has been judged.
            if (!('code' in (error as object))) throw error;
          }
          if (!isSeen) continue;
          const anew = openDatabase(s.db.$client.serialize());
          expect(s.seen(s.db)).toEqual(s.seen(anew));
          anew.$client.close();
        }
        s.db.$client.close();
      },
    );
    fc.assert(holds, { numRuns: 25 });
  },
);

function remove({ astrid, reviewId }: ReturnType<typeof setting>, id: number): void {
  removeBeforeScreening(astrid, {
    ...{ reviewId, reportIds: [id], kind: 'other', reason: 'Not research', tool: '' },
    ...{ yearBefore: null, yearAfter: null, languages: [] },
  });
}

test('a list that has grown begins with what it was, and with nothing else', () => {
  const first = [1, 2];
  const second = grown(first, [3]);
  const third = grown(second, [5, 8]);
  expect(third).toEqual([1, 2, 3, 5, 8]);
  expect([first, second, third].map((list) => beginsWith(third, list))).toEqual([true, true, true]);
  expect(beginsWith(first, third)).toBe(false);
  expect(beginsWith(third, [1, 2])).toBe(false);
});

test('changes are told of a large review too', () => {
  const db = freshDatabase();
  for (const size of [0, 33_335, 100_001]) expect(changesSince(db, 0, size)).toEqual([]);
});
