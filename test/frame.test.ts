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

test('the language of a refused form is changed on a page that is there', async () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  addReview(db, [[astrid, 'owner']]);
  const { as } = await startApp(db);
  for (const [form, page] of [
    ['/reviews/nature/team/invitations', '/reviews/nature/team'],
    ['/reviews/nature/searches', '/reviews/nature/searches'],
    ['/account/password', '/account'],
  ] as const) {
    const { body } = await as(astrid).post(form, { email: 'nobody', role: 'reader' });
    expect(/name="next" value="([^"]*)"/.exec(body)?.[1]).toBe(page);
    expect((await as(astrid).get(page)).statusCode).toBe(200);
  }
});
