/** Who may call what: every route against every role, read from the table of routes itself. */
import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { membership, person } from '../schema/accounts.ts';
import { review } from '../schema/reviews.ts';
import type { Access } from '../server/platform/guards.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

const visitors = [
  'anybody',
  'outsider',
  'reader',
  'reviewer',
  'adjudicator',
  'owner',
  'administrator',
] as const;
type Visitor = (typeof visitors)[number];

/** Said here a second time on purpose: what the guards allow is compared with this table. */
const allowed: Record<Access, readonly Visitor[]> = {
  public: visitors,
  signed_in: visitors.slice(1),
  administrator: ['administrator'],
  published: visitors.slice(2),
  reader: visitors.slice(2),
  reviewer: visitors.slice(3),
  adjudicator: visitors.slice(4),
  owner: visitors.slice(5),
};

/** An app in which whatever passes the guards is answered 299 before any handler runs. */
async function guardedApp() {
  const db = freshDatabase();
  const people = {
    outsider: addPerson(db, 'Outsider'),
    reader: addPerson(db, 'Reader'),
    reviewer: addPerson(db, 'Reviewer'),
    adjudicator: addPerson(db, 'Adjudicator'),
    owner: addPerson(db, 'Owner'),
    administrator: addPerson(db, 'Administrator', { isAdministrator: true }),
  };
  const { reader, reviewer, adjudicator, owner } = people;
  const row = addReview(db, [
    [reader, 'reader'],
    [reviewer, 'reviewer'],
    [adjudicator, 'reviewer'],
    [owner, 'owner'],
  ]);
  const place = and(eq(membership.reviewId, row.id), eq(membership.personId, adjudicator.personId));
  db.update(membership).set({ mayAdjudicate: true }).where(place).run();
  const { app, as } = await startApp(
    db,
    {},
    {
      beforeRoutes: (instance) => {
        instance.addHook('preValidation', (_request, reply) => reply.code(299).send('passed'));
      },
    },
  );
  const browsers = new Map<Visitor, ReturnType<typeof as>>([['anybody', as(null)]]);
  for (const [name, context] of Object.entries(people)) browsers.set(name as Visitor, as(context));
  return { app, db, browsers };
}

let setting: Awaited<ReturnType<typeof guardedApp>>;
beforeEach(async () => {
  setting = await guardedApp();
});

const addressOf = (url: string) =>
  url.replace(':review', 'nature').replaceAll(/:(\w+)(\([^)]*\))?/g, '1');

async function passes(visitor: Visitor, route: { method: string; url: string }): Promise<boolean> {
  const browser = setting.browsers.get(visitor);
  const address = addressOf(route.url);
  const answer =
    route.method === 'POST' ? await browser?.post(address) : await browser?.get(address);
  if (answer?.statusCode === 299) return true;
  // Refusals look alike: sign in first, or nothing here.
  const refusals = visitor === 'anybody' ? [303, 401] : [404];
  expect([route.url, visitor, refusals.includes(answer?.statusCode ?? 0)]).toEqual([
    route.url,
    visitor,
    true,
  ]);
  return false;
}

test('each route of a review that is not published lets in exactly the people it names', async () => {
  const { routeTable } = setting.app;
  expect(routeTable.length).toBeGreaterThan(20);
  for (const route of routeTable.filter(({ method }) => method !== 'HEAD')) {
    const passed: Visitor[] = [];
    for (const visitor of visitors) if (await passes(visitor, route)) passed.push(visitor);
    expect([route.method, route.url, passed]).toEqual([
      route.method,
      route.url,
      [...allowed[route.access]],
    ]);
  }
});

test('what is published is open to everybody, the rest of the review is not', async () => {
  const published = { publishedAt: '2026-11-22T12:00:00.000Z' };
  setting.db.update(review).set(published).run();
  const { routeTable } = setting.app;
  for (const route of routeTable.filter(({ url }) => url.includes(':review')))
    if (route.method !== 'HEAD')
      expect([route.url, await passes('anybody', route)]).toEqual([
        route.url,
        route.access === 'published',
      ]);
  setting.db.update(review).set({ publishedAt: null }).run();
});

test('a person whose account is closed is anybody', async () => {
  const { db, app, browsers } = setting;
  const owner = eq(person.name, 'Owner');
  db.update(person).set({ closedAt: '2026-11-22T12:00:00.000Z' }).where(owner).run();
  const own = app.routeTable.find(
    ({ access, method }) => access === 'signed_in' && method === 'GET',
  );
  expect((await browsers.get('owner')?.get(addressOf(own?.url ?? '')))?.statusCode).toBe(303);
  db.update(person).set({ closedAt: null }).where(owner).run();
});

test('a route that does not say who may call it stops the program', async () => {
  const unanswered = startApp(
    freshDatabase(),
    {},
    {
      beforeRoutes: (app) => {
        app.get('/unanswered', () => 'anything');
      },
    },
  );
  await expect(unanswered).rejects.toThrow('GET /unanswered does not say who may');
});

test('the list of routes and who may call them is up to date', async () => {
  const lines = setting.app.routeTable
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url, access }) => `| ${access} | ${method} | \`${url}\` |`)
    .sort();
  const page = [
    '# Who may call what',
    '',
    'Generated from the table of routes by `test/rights.test.ts`. `published` is open to everybody once the review is',
    'published and to its team before; the words are explained in `server/platform/guards.ts`.',
    '',
    '| who | method | address |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../docs/access.md');
});
