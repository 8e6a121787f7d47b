/** The next records, which the desk's script fetches ahead: kept as text, and never older than what they are made of. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { report } from '../schema/records.ts';
import { addLabel, labelsOf, retireLabel, setLabel } from '../server/screening/desk/labels.ts';
import { addTerms, removeTerm, termsFor } from '../server/screening/desk/terms.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

async function site() {
  const db = freshDatabase();
  const [anna, bo] = [addPerson(db, 'Anna'), addPerson(db, 'Bo')];
  const review = addReview(db, [
    [anna, 'owner'],
    [bo, 'reviewer'],
  ]);
  const reference = { type: 'document' as const, title: 'Wetlands and gardens', authors: [] };
  const row = { reviewId: review.id, reference, title: reference.title };
  const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
  db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
  const { as } = await startApp(db);
  const shownTo = async (person: typeof anna): Promise<string> => {
    const path = '/reviews/nature/screening/title_abstract/next.json';
    return (await as(person).get(path)).json().reports[0].html;
  };
  return { db, anna, bo, reviewId: review.id, id, reference, shownTo };
}

test('a record that was fetched before is sent again as it is now: its text, and the labels on it', async () => {
  const { db, anna, bo, reviewId, id, reference, shownTo } = await site();
  expect(await shownTo(anna)).toContain('Wetlands and gardens');
  const mended = { ...reference, title: 'Wetlands and parks' };
  db.update(report).set({ reference: mended }).where(eq(report.id, id)).run();
  expect(await shownTo(anna)).toContain('Wetlands and parks');
  addLabel(anna, { reviewId, name: 'to discuss', color: 'info' });
  expect(await shownTo(bo)).toContain('to discuss');
  const [label] = labelsOf(db, reviewId);
  const labelId = label?.id ?? 0;
  expect(await shownTo(anna)).toContain(`value="${labelId}:on"`);
  setLabel(bo, { reviewId, reportId: id, labelId, isOn: true });
  expect(await shownTo(anna)).toContain(`value="${labelId}:off"`);
  retireLabel(anna, { reviewId, labelId });
  expect(await shownTo(anna)).not.toContain('to discuss');
});

test('a person’s own terms are marked for them alone, and no longer when they are taken away', async () => {
  const { db, anna, bo, reviewId, shownTo } = await site();
  const plain = await shownTo(bo);
  addTerms(anna, { reviewId, kind: 'include', text: 'wetland', isShared: false });
  expect(await shownTo(anna)).toContain('>Wetlands<span');
  expect(await shownTo(bo)).toBe(plain);
  const [term] = termsFor(db, reviewId, anna.personId);
  removeTerm(anna, { reviewId, termId: term?.id ?? 0, mayOwn: false });
  expect(await shownTo(anna)).toBe(plain);
});
