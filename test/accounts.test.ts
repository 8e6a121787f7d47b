/** Accounts: who gets in, how, and what is written down about it. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry, person } from '../schema/accounts.ts';
import { firstAdministratorLink } from '../server/accounts/first-administrator.ts';
import { invite } from '../server/accounts/invitations.ts';
import { addMember, membersOf, removeMember } from '../server/accounts/members.ts';
import { createPerson } from '../server/accounts/people.ts';
import type { Connection } from '../server/db.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

let db: Connection;
beforeEach(() => {
  db = freshDatabase();
});

const account = { email: 'Astrid@Example.org', name: 'Astrid', password: 'a long password' };

test('the first link makes the administrator, once', async () => {
  const { app, as } = await startApp(db);
  const link = firstAdministratorLink(db, app.sessionTokens.hash, now, app.config);
  const made = await as(null).post(link ?? '', account);
  expect([made.statusCode, made.headers.location]).toEqual([303, '/reviews?notice=welcome']);
  expect(db.select().from(person).all()).toMatchObject([
    { email: 'astrid@example.org', isAdministrator: true },
  ]);
  expect((await as(null).post(link ?? '', account)).statusCode).toBe(404);
  expect(firstAdministratorLink(db, app.sessionTokens.hash, now, app.config)).toBeNull();
});

test('a person signs in with any spelling of the address, and out again', async () => {
  const context = { db, actor: null, at: now.toISOString() };
  await createPerson(context, account);
  const { app, as } = await startApp(db);
  const form = { email: 'ASTRID@example.ORG', password: account.password, next: '/account' };
  const signedIn = await as(null).post('/sign-in', form);
  expect(signedIn.headers.location).toBe('/account');
  const cookies = { underlag_session: signedIn.cookies[0]?.value ?? '' };
  expect((await app.inject({ url: '/account', cookies })).statusCode).toBe(200);
  await app.inject({ method: 'POST', url: '/sign-out', cookies });
  expect((await app.inject({ url: '/account', cookies })).headers.location).toContain('/sign-in');
});

test.each([
  ['a wrong password', { email: account.email, password: 'another password' }],
  ['an unknown address', { email: 'bjorn@example.org', password: account.password }],
])('%s is refused in the same words', async (_case, form) => {
  await createPerson({ db, actor: null, at: now.toISOString() }, account);
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const refused = await as(null).post('/sign-in', form);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('E-postadressen och lösenordet hör inte ihop');
});

test('a link never sends a person who signs in to another site', async () => {
  await createPerson({ db, actor: null, at: now.toISOString() }, account);
  const { as } = await startApp(db);
  const signedIn = await as(null).post('/sign-in', { ...account, next: '//evil.example' });
  expect(signedIn.headers.location).toBe('/');
});

test('an invitation to a review gives the role it names', async () => {
  const owner = addPerson(db, 'Owner');
  const nature = addReview(db, [[owner, 'owner']]);
  const { app, as } = await startApp(db);
  const input = {
    email: null,
    reviewId: nature.id,
    role: 'reviewer',
    mayAdjudicate: true,
    makesAdministrator: false,
  } as const;
  const { token } = invite(owner, app.sessionTokens.hash, input, 14);
  await as(null).post(`/invitations/${token}`, account);
  expect(membersOf(db, nature.id)).toMatchObject([
    { name: 'Astrid', role: 'reviewer', mayAdjudicate: true },
    { name: 'Owner', role: 'owner' },
  ]);
});

test('a review keeps its last owner', () => {
  const owner = addPerson(db, 'Owner');
  const nature = addReview(db, [[owner, 'owner']]);
  expect(() => removeMember(owner, nature.id, owner.personId)).toThrow('LAST_OWNER');
  expect(membersOf(db, nature.id)).toHaveLength(1);
});

test('every change says who, what, when, before and after', () => {
  const owner = addPerson(db, 'Owner');
  const bjorn = addPerson(db, 'Bjørn');
  const nature = addReview(db, [[owner, 'owner']]);
  const place = { reviewId: nature.id, personId: bjorn.personId };
  addMember(owner, { ...place, role: 'reader', mayAdjudicate: false });
  addMember(owner, { ...place, role: 'reviewer', mayAdjudicate: true });
  const changed = eq(auditEntry.action, 'member.changed');
  expect(db.select().from(auditEntry).where(changed).all()).toMatchObject([
    {
      at: now.toISOString(),
      personId: owner.personId,
      before: { role: 'reader' },
      after: { role: 'reviewer', mayAdjudicate: true },
    },
  ]);
});

test('a session can be ended from another browser', async () => {
  const astrid = addPerson(db, 'Astrid');
  const { as } = await startApp(db);
  const [first, second] = [as(astrid), as(astrid)];
  const page = await first.get('/account');
  const other = /account\/sessions\/(\d+)\/end/.exec(page.body)?.[1];
  expect((await first.post(`/account/sessions/${other}/end`)).statusCode).toBe(303);
  expect((await second.get('/account')).statusCode).toBe(303);
  expect((await first.get('/account')).statusCode).toBe(200);
});

test.each(['cross-site', 'same-site'])('a %s form is refused', async (site) => {
  const { as } = await startApp(db, { 'sec-fetch-site': site });
  expect((await as(null).post('/sign-in', account)).statusCode).toBe(403);
});

test('pages speak the four languages', async () => {
  const { as } = await startApp(db);
  const titles = ['en', 'sv', 'nb', 'nn', 'no', 'de'].map(async (tag) => {
    const page = await as(null).get('/sign-in', { 'accept-language': tag });
    return /<html lang="(\w+)"/.exec(page.body)?.[1];
  });
  expect(await Promise.all(titles)).toEqual(['en', 'sv', 'nb', 'nn', 'nb', 'en']);
});
