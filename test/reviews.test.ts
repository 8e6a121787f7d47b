/** Reviews: made, listed to those who may see them, led towards publication; their team and their log. */

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry, person } from '../schema/accounts.ts';
import { locales } from '../schema/columns.ts';
import { review } from '../schema/reviews.ts';
import { addMember, membersOf } from '../server/accounts/members.ts';
import type { Connection } from '../server/db.ts';
import { differences } from '../server/reviews/log/page.ts';
import { reviewCounts, reviewSteps } from '../server/reviews/progress.ts';
import { currentProtocol } from '../server/reviews/protocol.ts';
import { archiveReview, changeReview, createReview } from '../server/reviews/reviews.ts';
import { freeSlug, isSlug, slugFrom } from '../server/reviews/slugs.ts';
import { addSearchRun } from '../server/searches/runs.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

let db: Connection;
beforeEach(() => {
  db = freshDatabase();
});

const form = {
  title_en: 'Nature contact',
  kind: 'scoping',
  flowTemplate: 'new-v2',
  framework: 'PICO',
};

test.each([
  [{ sv: 'Vård & omsorg på Åland 2022' }, 'vard-omsorg-pa-aland-2022'],
  [{ nn: 'Ærleg øving', en: '' }, 'aerleg-oving'],
  [{ en: '???' }, 'review'],
])('the address of %j is %s', (title, slug) => {
  expect(slugFrom(title)).toBe(slug);
});

test('whatever the title, its address can be used and is free', () => {
  const anything = fc.property(fc.string(), fc.array(fc.string()), (title, taken) => {
    const slug = freeSlug(slugFrom({ en: title }), (one) => taken.includes(one));
    expect([isSlug(slug), taken.includes(slug)]).toEqual([true, false]);
  });
  fc.assert(anything);
});

test('whoever makes a review owns it and goes on to its protocol with the chosen framework', async () => {
  const astrid = addPerson(db, 'Astrid');
  const { as } = await startApp(db);
  const made = await as(astrid).post('/reviews', form);
  const editor = '/reviews/nature-contact/protocol/edit?framework=PICO&notice=review_created';
  expect(made.headers.location).toBe(editor);
  const row = db.select().from(review).get();
  expect(membersOf(db, row?.id ?? 0)).toMatchObject([{ name: 'Astrid', role: 'owner' }]);
  expect(currentProtocol(db, row?.id ?? 0)).toBeNull();
  expect((await as(astrid).get(editor)).body).toContain('name="element_intervention_en"');
  const page = await as(astrid).get('/reviews/nature-contact');
  expect(page.body).toContain('State what you ask');
});

test('a title in one language is enough, none is sent back beside its field', async () => {
  const astrid = addPerson(db, 'Astrid');
  db.update(person).set({ locale: 'nn' }).run();
  const { as } = await startApp(db);
  const { title_en: _, ...untitled } = form;
  const refused = await as(astrid).post('/reviews', { ...untitled, slug: 'kept' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('id="title-problem">Gi oversikta ein tittel');
  expect(refused.body).toContain('value="kept"');
  const made = await as(astrid).post('/reviews', { ...untitled, title_nn: 'Natur' });
  expect(made.headers.location).toContain('/reviews/natur/protocol/edit');
});

test('an address that is taken comes back with one that is free', async () => {
  const astrid = addPerson(db, 'Astrid');
  createReview(astrid, { title: { en: 'Nature' }, slug: 'nature' });
  expect(createReview(astrid, { title: { en: 'Nature' } }).slug).toBe('nature-2');
  const { as } = await startApp(db);
  const refused = await as(astrid).post('/reviews', { ...form, slug: 'nature' });
  expect(refused.body).toContain('“nature-3” is free');
});

test('the public sees the published, the team its own, administrators everything', async () => {
  const owner = addPerson(db, 'Owner');
  const administrator = addPerson(db, 'Ada', { isAdministrator: true });
  const stranger = addPerson(db, 'Stranger');
  const published = { publishedAt: now.toISOString() };
  addReview(db, [], { slug: 'open', title: { en: 'Open to all' }, ...published });
  addReview(db, [[owner, 'reader']], { slug: 'own', title: { en: 'Being made' } });
  addReview(db, [], { slug: 'try', title: { en: 'Try it out' }, isExercise: true });
  const { as } = await startApp(db);
  const seen = async (who: typeof owner | null) => {
    const { body } = await as(who).get('/reviews');
    return ['Open to all', 'Being made', 'Try it out', 'Reader', 'Exercise'].filter((text) =>
      body.includes(text),
    );
  };
  expect(await seen(null)).toEqual(['Open to all']);
  expect(await seen(stranger)).toEqual(['Open to all']);
  expect(await seen(owner)).toEqual(['Open to all', 'Being made', 'Reader']);
  expect(await seen(administrator)).toEqual([
    'Open to all',
    'Being made',
    'Try it out',
    'Exercise',
  ]);
  const { mine, published: open, others } = (await as(owner).get('/reviews.json')).json();
  expect([mine.length, open.length, others.length]).toEqual([1, 1, 0]);
  const all = (await as(administrator).get('/reviews.json')).json();
  expect([all.published.length, all.others.length], 'each in one list').toEqual([1, 2]);
});

test('a published review shows its public face, and its unpublished neighbour none', async () => {
  const owner = addPerson(db, 'Owner');
  addReview(db, [[owner, 'owner']], {
    publishedAt: now.toISOString(),
    attribution: { sv: 'För Eskilstuna kommun' },
  });
  addReview(db, [[owner, 'owner']], { slug: 'draft' });
  const { as } = await startApp(db);
  const page = await as(null).get('/reviews/nature');
  expect(page.body).toContain('<span lang="sv">För Eskilstuna kommun</span>');
  expect(page.body).not.toContain('Next step');
  expect(Object.keys((await as(null).get('/reviews/nature.json')).json().counts)).toEqual([
    'included',
    'findings',
  ]);
  expect((await as(null).get('/reviews/draft.json')).statusCode).toBe(401);
});

test('the next step follows from what is there', () => {
  const owner = addPerson(db, 'Owner');
  const { id } = createReview(owner, { title: { en: 'Nature' } });
  const row = { id, flowBasis: 'records', publishedAt: null, isExercise: false } as const;
  const steps = reviewSteps(db, row, reviewCounts(db, id));
  expect(steps.map(({ state }) => state)).toEqual(['current', ...Array(8).fill('waiting')]);
  const exercise = reviewSteps(db, { ...row, isExercise: true }, reviewCounts(db, id));
  expect(exercise.map(({ step }) => step)).not.toContain('publish');
  const legacy = reviewSteps(db, { ...row, flowBasis: 'included_list' }, reviewCounts(db, id));
  expect(legacy.map(({ step }) => step)).not.toContain('screening');
});

test('settings are changed with before and after in the log', async () => {
  const owner = addPerson(db, 'Owner');
  const { slug } = createReview(owner, { title: { en: 'Nature' } });
  const { as } = await startApp(db);
  const settings = {
    title_en: 'Nature and health',
    summary_sv: 'Kort',
    kind: 'rapid',
    flowTemplate: 'new-v1',
    reviewersTitleAbstract: '1',
    reviewersFullText: '2',
  };
  expect((await as(owner).post(`/reviews/${slug}/settings`, settings)).statusCode).toBe(303);
  expect(db.select().from(review).get()).toMatchObject({
    title: { en: 'Nature and health' },
    summary: { sv: 'Kort' },
    kind: 'rapid',
    reviewersTitleAbstract: 1,
  });
  const log = await as(owner).get(`/reviews/${slug}/log`);
  expect(log.body).toContain('changed the review’s settings');
  expect(log.body).toContain('<code>title.en</code>');
  expect((await as(owner).get(`/reviews/${slug}/settings`)).body).toContain('>Kort</textarea>');
});

test('saving the same settings leaves no trace', () => {
  const owner = addPerson(db, 'Owner');
  const { id } = createReview(owner, { title: { en: 'Nature' } });
  changeReview(owner, id, { title: { en: 'Nature' } });
  const changed = eq(auditEntry.action, 'review.changed');
  expect(db.select().from(auditEntry).where(changed).all()).toEqual([]);
});

test('an archived review is out of sight until an administrator takes it back', async () => {
  const owner = addPerson(db, 'Owner');
  const administrator = addPerson(db, 'Ada', { isAdministrator: true });
  const { id, slug } = createReview(owner, { title: { en: 'Nature' } });
  archiveReview(owner, id);
  const { as } = await startApp(db);
  expect((await as(owner).get(`/reviews/${slug}`)).statusCode).toBe(404);
  expect((await as(owner).post(`/archive/reviews/${id}/restore`)).statusCode).toBe(404);
  expect((await as(administrator).get('/reviews')).body).toContain('Take out of the archive');
  const restored = await as(administrator).post(`/archive/reviews/${id}/restore`);
  expect(restored.headers.location).toBe(`/reviews/${slug}?notice=review_restored`);
  expect((await as(owner).get(`/reviews/${slug}`)).statusCode).toBe(200);
});

test('an owner invites with a link that is shown once and works', async () => {
  const owner = addPerson(db, 'Owner');
  const joining = addPerson(db, 'Bjørn');
  const { id, slug } = createReview(owner, { title: { en: 'Nature' } });
  const { as } = await startApp(db);
  const invitation = { email: '', role: 'reviewer', mayAdjudicate: 'on' };
  const page = await as(owner).post(`/reviews/${slug}/team/invitations`, invitation);
  const link = /value="[^"]*(\/invitations\/[^"]+)"/.exec(page.body)?.[1] ?? '';
  expect((await as(joining).post(`${link}/join`)).statusCode).toBe(303);
  expect(membersOf(db, id)).toMatchObject([
    { name: 'Bjørn', role: 'reviewer', mayAdjudicate: true },
    { name: 'Owner' },
  ]);
  expect((await as(owner).get(`/reviews/${slug}/team`)).body).not.toContain('/invitations/');
});

test('a reader never settles conflicts, and a review keeps its last owner', async () => {
  const owner = addPerson(db, 'Owner');
  const bjorn = addPerson(db, 'Bjørn');
  const nature = addReview(db, [
    [owner, 'owner'],
    [bjorn, 'reviewer'],
  ]);
  const { as } = await startApp(db);
  const members = '/reviews/nature/team/members';
  const change = { role: 'reader', mayAdjudicate: 'on' };
  await as(owner).post(`${members}/${bjorn.personId}`, change);
  expect(membersOf(db, nature.id)[0]).toMatchObject({ role: 'reader', mayAdjudicate: false });
  const refused = await as(owner).post(`${members}/${owner.personId}`, change);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('A review must keep an owner');
  await as(owner).post(`${members}/${bjorn.personId}/remove`);
  expect(membersOf(db, nature.id)).toHaveLength(1);
  expect((await as(bjorn).get('/reviews/nature')).statusCode).toBe(404);
});

test('the log is read page by page, the newest first', async () => {
  const owner = addPerson(db, 'Owner');
  const { id, slug } = createReview(owner, { title: { en: 'Nature' } });
  for (let number = 1; number <= 60; number += 1)
    changeReview(owner, id, { title: { en: `Nature ${number}` } });
  const { as } = await startApp(db);
  const first = (await as(owner).get(`/reviews/${slug}/log.json`)).json();
  expect(first.entries).toHaveLength(50);
  expect(first.entries[0].after.title.en).toBe('Nature 60');
  const page = await as(owner).get(`/reviews/${slug}/log?before=${first.older}`);
  expect(page.body).toContain('made the review');
  expect(page.body).not.toContain('<td>Nature 60</td>');
});

test('the log is asked who did what and when, and names what each entry is about', async () => {
  const owner = addPerson(db, 'Owner');
  const colleague = addPerson(db, 'Colleague');
  const { id, slug } = createReview(owner, { title: { en: 'Nature' } });
  addMember(owner, {
    reviewId: id,
    personId: colleague.personId,
    role: 'owner',
    mayAdjudicate: false,
  });
  const earlier = { ...colleague, at: '2026-11-20T12:00:00.000Z' };
  const runId = addSearchRun(earlier, id, { kind: 'database', source: 'Scopus' });
  const { as } = await startApp(db);
  const path = `/reviews/${slug}/log`;
  const actions = async (query: string) =>
    (await as(owner).get(`${path}.json?${query}`)).json().entries.map(actionOf);
  expect(await actions(`person=${colleague.personId}`)).toEqual(['search_run.added']);
  expect(await actions('action=member.added&person=&from=')).toEqual(Array(2).fill('member.added'));
  expect(await actions('until=2026-11-20&from=2026-11-20')).toEqual(['search_run.added']);
  const page = await as(owner).get(`${path}?person=${colleague.personId}`);
  expect(page.body).toContain(`<a href="/reviews/${slug}/searches/${runId}/edit">Scopus</a>`);
  expect(page.body).toContain(`<option value="${colleague.personId}" selected>Colleague</option>`);
  const none = await as(owner).get(`${path}?from=2030-01-01`);
  expect(none.body).toContain('Nothing in the log is like that');
});
const actionOf = (entry: { action: string }) => entry.action;

test('the log names what differs by where it stands', () => {
  const before = { title: { en: 'One', sv: 'Ett' }, kinds: ['a', 'b'] };
  const after = { title: { en: 'Two', sv: 'Ett' }, kinds: ['a'] };
  expect(differences(before, after)).toEqual([
    { name: 'title.en', before: 'One', after: 'Two' },
    { name: 'kinds.1', before: 'b', after: null },
  ]);
});

test.each(locales)('every page about a review is whole in %s', async (locale) => {
  const owner = addPerson(db, 'Owner', { isAdministrator: true });
  const { slug } = createReview(owner, { title: { en: 'Nature' } });
  db.update(person).set({ locale }).run();
  const { as } = await startApp(db);
  const parts = ['', '/settings', '/team', '/log', '/protocol', '/protocol/edit'];
  const paths = parts.map((part) => `/reviews/${slug}${part}`);
  for (const path of ['/reviews', '/reviews/new', '/log', ...paths]) {
    const page = await as(owner).get(path);
    expect([path, page.statusCode]).toEqual([path, 200]);
    expect(page.body).toContain(`<html lang="${locale}"`);
    expect(page.body).not.toMatch(/>(audit|step|count|review|protocol)\.[a-z_.]+</);
  }
});
