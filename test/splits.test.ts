/** A cluster taken apart: who leaves stands alone, who stays stays one, and it can be put back. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import type { Connection } from '../server/db.ts';
import { findDuplicatesNow } from '../server/records/duplicates/duplicates-job.ts';
import { linkByHand } from '../server/records/duplicates/links.ts';
import { keptApartFrom, putBack, splitCluster } from '../server/records/duplicates/splits.ts';
import { membersOf } from '../server/records/reports/reports.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';
import { parks, typeIn } from './typed-references.ts';

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
function begin() {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
}
beforeEach(begin);

function enter(count: number) {
  const references = Array.from({ length: count }, (_, index) => ({
    ...parks,
    issue: String(index),
    abstract: 'x'.repeat(index),
  }));
  const ids = typeIn(astrid, reviewId, references);
  for (const id of ids.slice(1)) linkByHand(astrid, reviewId, [ids[0] ?? 0, id]);
  return ids;
}
const members = (id: number) => membersOf(db, id).map((row) => row.id);

test('the one all others were linked to leaves, and the others stay one publication', () => {
  const [first = 0, second = 0, third = 0] = enter(3);
  splitCluster(astrid, { reviewId, rootId: first }, [first]);
  expect([members(first), members(second)]).toEqual([[first], [second, third]]);
  expect(keptApartFrom(db, reviewId, second).map(({ id }) => id)).toEqual([first]);
  expect(findDuplicatesNow(astrid, reviewId).links).toBe(0);
});

test('whoever is split off can be put back, one after the other', () => {
  const ids = enter(4);
  const [first = 0, second = 0] = ids;
  splitCluster(astrid, { reviewId, rootId: first }, ids.slice(1, 3));
  expect(members(second)).toEqual([second]);
  for (
    let [pair] = keptApartFrom(db, reviewId, first);
    pair;
    [pair] = keptApartFrom(db, reviewId, first)
  )
    putBack(astrid, { reviewId, pairId: pair.pairId });
  expect(members(first)).toEqual(ids);
  const actions = db.select().from(auditEntry).all();
  expect(actions.filter(({ action }) => action === 'duplicate.put_back')).toHaveLength(2);
});

test('whatever is split off, each that leaves stands alone and the rest is one', () => {
  const holds = fc.property(
    fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 6 }),
    (at) => {
      begin();
      const ids = enter(5);
      const leaving = at.map((index) => ids[index] ?? 0);
      const staying = ids.filter((id) => !leaving.includes(id));
      const split = () => splitCluster(astrid, { reviewId, rootId: ids[0] ?? 0 }, leaving);
      if (leaving.length === 0 || staying.length === 0) {
        expect(split).toThrow('SPLIT_SOME');
        return;
      }
      split();
      for (const id of leaving) expect(members(id)).toEqual([id]);
      expect(members(staying[0] ?? 0)).toEqual(staying);
    },
  );
  fc.assert(holds, { numRuns: 3, seed: 5 });
});

test('the page shows the best of all records with its source, splits by form, and puts back', async () => {
  const [first = 0, second = 0] = enter(2);
  const { as } = await startApp(db);
  const page = await as(astrid).get(`/reviews/nature/reports/${first}`);
  expect(page.body).toContain('Split it: records that are another publication');
  const none = await as(astrid).post(`/reviews/nature/reports/${first}/split`, {});
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('Tick at least one record');
  const split = await as(astrid).post(`/reviews/nature/reports/${first}/split`, {
    apart: String(second),
  });
  expect(split.headers.location).toBe(`/reviews/nature/reports/${first}?notice=split`);
  expect(members(second)).toEqual([second]);
  const [pair] = keptApartFrom(db, reviewId, first);
  const back = await as(astrid).post(`/reviews/nature/duplicates/${pair?.pairId}/put-back`);
  expect(back.statusCode).toBe(303);
  expect(members(first)).toEqual([first, second]);
});
