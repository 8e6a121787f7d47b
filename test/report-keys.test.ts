/** What is stored later is found among what is there, wherever its keys stand: written down as they came, or in place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportKey, reportKeyRecent } from '../schema/report-keys.ts';
import {
  createKeyIndex,
  forgetKeys,
  forgetKeysOfMany,
  storedKeys,
} from '../server/records/duplicates/report-keys.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

function place() {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId } = addReview(db, [[astrid, 'owner']]);
  const context = { db, actor: null, at: astrid.at };
  return { db, reviewId, context };
}

test('a report is found under its keys by whoever asks, before they are in their place and after', async () => {
  const { db, reviewId, context } = place();
  const importing = createKeyIndex(db, reviewId);
  importing.note(1, [10, 20]);
  importing.note(2, [20, 30]);
  importing.writeDown();
  const found = () => {
    const byHand = createKeyIndex(db, reviewId);
    byHand.prepare();
    return [10, 20, 30, 40].map((key) => [...byHand.withKey(key)].sort());
  };
  const all = [[1], [1, 2], [2], []];
  expect(found()).toEqual(all);
  expect(db.select().from(reportKey).all()).toEqual([]);
  await importing.settle(context);
  expect(found()).toEqual(all);
  expect(db.select().from(reportKeyRecent).all()).toEqual([]);
  expect(db.select().from(reportKey).all()).toHaveLength(4);
});

test('what one writes down in the middle of another’s import is found by both', async () => {
  const { db, reviewId, context } = place();
  const [one, other] = [createKeyIndex(db, reviewId), createKeyIndex(db, reviewId)];
  one.note(1, [10]);
  one.writeDown();
  other.prepare([10]);
  expect(other.withKey(10)).toEqual([1]);
  other.note(2, [10]);
  other.writeDown();
  one.prepare([10]);
  expect(one.withKey(10)).toEqual([1, 2]);
  await one.settle(context);
  other.prepare([10]);
  expect(new Set(other.withKey(10))).toEqual(new Set([1, 2]));
  await other.settle(context);
  expect(storedKeys(db, reviewId)).toEqual(new Map([1, 2].map((id) => [id, new Set([10])])));
});

test('a key that many share gives the latest of them, another review none', () => {
  const { db, reviewId } = place();
  const index = createKeyIndex(db, reviewId);
  for (let id = 1; id <= 200; id += 1) index.note(id, [7]);
  index.storeInPlace();
  const latest = Array.from({ length: 60 }, (_, at) => 141 + at);
  const again = createKeyIndex(db, reviewId);
  expect([...again.withKey(7)].sort((a, b) => a - b)).toEqual(latest);
  again.prepare([7, 8]);
  expect([...again.withKey(7)].sort((a, b) => a - b)).toEqual(latest);
  again.note(201, [7]);
  expect([...again.withKey(7)].sort((a, b) => a - b)).toEqual([...latest.slice(1), 201]);
  expect(createKeyIndex(db, reviewId + 1).withKey(7)).toEqual([]);
});

test('whatever is noted, put in place and forgotten in whatever order, the rest is found', async () => {
  const report = fc.record({
    id: fc.integer({ min: 1, max: 40 }),
    keys: fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 53 - 1 }), { minLength: 1, maxLength: 4 }),
  });
  const step = fc.record({
    reports: fc.array(report, { maxLength: 6 }),
    after: fc.constantFrom('write down', 'in place', 'settle', 'forget', 'forget many'),
  });
  const holds = fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
    const { db, reviewId, context } = place();
    const expected = new Map<number, Set<number>>();
    let index = createKeyIndex(db, reviewId);
    for (const { reports, after } of steps) {
      index.prepare();
      for (const { id, keys } of reports) {
        index.note(id, keys);
        expected.set(id, new Set([...(expected.get(id) ?? []), ...keys]));
      }
      if (after === 'in place') index.storeInPlace();
      else index.writeDown();
      if (after === 'settle') await index.settle(context);
      if (after === 'forget' || after === 'forget many') {
        const gone = new Map(reports.map(({ id }) => [id, [...(expected.get(id) ?? [])]]));
        if (after === 'forget') forgetKeys(db, reviewId, gone);
        else await forgetKeysOfMany(context, reviewId, new Set(gone.keys()));
        for (const id of gone.keys()) expected.delete(id);
        index = createKeyIndex(db, reviewId);
      }
    }
    expect(storedKeys(db, reviewId)).toEqual(expected);
  });
  await fc.assert(holds, { numRuns: 30 });
});
