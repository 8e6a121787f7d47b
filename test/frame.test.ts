/** The frame around every page: what has just happened, and where one is. */
import { expect, test } from 'vitest';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

test('what has just happened is said on any page, also on one with a query of its own', async () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  addReview(db, [[astrid, 'owner']]);
  const { as } = await startApp(db);
  for (const address of [
    '/account',
    '/reviews/nature/protocol/edit',
    '/reviews/nature/duplicates',
  ]) {
    const { body } = await as(astrid).get(`${address}?notice=saved`);
    expect(body, address).toContain('<p>Saved.</p>');
    expect((await as(astrid).get(`${address}?notice=nonsense`)).body).not.toContain(
      'role="status"',
    );
  }
});
