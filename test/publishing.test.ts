/** Publishing: what is made public, what is refused, and what archives and project banks say. */
import { beforeEach, expect, test } from 'vitest';
import { excerpt } from '../schema/coding.ts';
import { finding, findingKind, support } from '../schema/findings.ts';
import { job } from '../schema/jobs.ts';
import { report } from '../schema/records.ts';
import { review } from '../schema/reviews.ts';
import type { Connection } from '../server/db.ts';
import {
  addArchiveFacts,
  addProject,
  archiveFacts,
  projects,
} from '../server/publishing/projects.ts';
import {
  publications,
  publishReview,
  unpublishReview,
  unsupportedFindings,
} from '../server/publishing/publications.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

let db: Connection;
let owner: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  owner = addPerson(db, 'Owner');
  reviewId = addReview(db, [[owner, 'owner']]).id;
});

function addFinal(key: string): number {
  const kind = { reviewId, key, label: { en: key }, position: 1 };
  const { id: kindId } = db.insert(findingKind).values(kind).returning().get();
  const row = { reviewId, kindId, key, number: 1, statement: { en: `Statement ${key}` } };
  return db
    .insert(finding)
    .values({ ...row, state: 'final', createdBy: owner.personId })
    .returning()
    .get().id;
}

function addReport(): number {
  const reference = { type: 'article', title: 'A title' } as never;
  return db.insert(report).values({ reviewId, reference, title: 'A title' }).returning().get().id;
}

const by = { personId: 1 };

test('a published review is read by anybody until it is taken back', async () => {
  const { as } = await startApp(db);
  expect((await as(null).get('/reviews/nature')).statusCode).toBe(303);
  const published = await as(owner).post('/reviews/nature/publish', { note: 'First' });
  expect(published.headers.location).toBe('/reviews/nature/publishing?notice=published');
  expect((await as(null).get('/reviews/nature')).statusCode).toBe(200);
  await as(owner).post('/reviews/nature/unpublish');
  expect((await as(null).get('/reviews/nature')).statusCode).toBe(303);
  await as(owner).post('/reviews/nature/publish', { note: '' });
  expect(publications(db, reviewId)).toMatchObject([
    { number: 2, withdrawnAt: null },
    { number: 1, note: 'First', withdrawnAt: now.toISOString(), person: 'Owner' },
  ]);
  expect(db.select().from(job).all()).toMatchObject([{ kind: 'index', reviewId }]);
});

test('an exercise is never published', async () => {
  const exercise = addReview(db, [[owner, 'owner']], { slug: 'try', isExercise: true });
  expect(() => publishReview(owner, exercise.id)).toThrow('EXERCISE_NOT_PUBLISHED');
  const { as } = await startApp(db);
  const refused = await as(owner).post('/reviews/try/publish', { note: '' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('An exercise is never published');
});

test('a final finding without support stops publication and is named', async () => {
  const bare = addFinal('s1');
  const { as } = await startApp(db);
  const refused = await as(owner).post('/reviews/nature/publish', { note: '' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('nothing that supports it: s1');
  expect(refused.body).toContain('Statement s1');
  const backing = { findingId: bare, reportId: addReport(), stance: 'supports' as const, ...by };
  db.insert(support).values(backing).run();
  expect(publishReview(owner, reviewId)).toBe(1);
});

test('what contradicts, was removed or rests on an archived excerpt is no support', () => {
  const findingId = addFinal('s1');
  const reportId = addReport();
  const quoted = {
    reviewId,
    reportId,
    kind: 'quotation' as const,
    text: { en: 'x' },
    page: '1',
    ...by,
  };
  const { id: excerptId } = db
    .insert(excerpt)
    .values({ ...quoted, archivedAt: now.toISOString() })
    .returning()
    .get();
  const rows = [
    { stance: 'contradicts' as const },
    { stance: 'supports' as const, removedAt: now.toISOString() },
    { stance: 'supports' as const, excerptId },
  ];
  for (const row of rows)
    db.insert(support)
      .values({ findingId, reportId, ...by, ...row })
      .run();
  expect(unsupportedFindings(db, reviewId).map(({ key }) => key)).toEqual(['s1']);
});

test('publishing twice, or taking back what is not public, is refused', () => {
  publishReview(owner, reviewId);
  expect(() => publishReview(owner, reviewId)).toThrow('ALREADY_PUBLISHED');
  unpublishReview(owner, reviewId);
  expect(() => unpublishReview(owner, reviewId)).toThrow('NOT_PUBLISHED');
  expect(db.select().from(review).get()?.publishedAt).toBeNull();
});

test('a project is shown with its amount, work packages and source', async () => {
  const copro = {
    key: 'copro',
    title: { en: 'Co-production', nn: 'Samskaping' },
    funder: 'The Research Council of Norway',
    scheme: 'HELSEVEL',
    amount: 12_000_000,
    currency: 'NOK',
    countries: ['NO', 'DE'],
    source: 'Project bank',
    workPackages: [
      { code: 'WP1', summary: { en: 'Review' } },
      { code: 'WP2', summary: { en: 'Cases' } },
    ],
  };
  addProject(owner, reviewId, copro);
  expect(() => addProject(owner, reviewId, copro)).toThrow('PROJECT_KEY_TAKEN');
  publishReview(owner, reviewId);
  const { as } = await startApp(db, { 'accept-language': 'nn' });
  const { body } = await as(null).get('/reviews/nature/projects');
  for (const text of ['Samskaping', 'HELSEVEL', '<code>WP2</code>', '<li>Tyskland</li>'])
    expect(body).toContain(text);
  expect(body).toMatch(/12\s000\s000\sNOK|NOK\s12\s000\s000/);
  const { projects } = (await as(owner).get('/reviews/nature/projects.json')).json();
  expect(projects).toMatchObject([
    { key: 'copro', workPackages: [{ code: 'WP1' }, { code: 'WP2' }] },
  ]);
});

test('the facts of an archive stay in their order, added at once or later', () => {
  const reportId = addReport();
  const source = 'Archive page';
  addArchiveFacts(owner, reportId, [
    { kind: 'sdg', text: '3', count: 1377, source },
    { kind: 'path', text: 'Institution', source },
  ]);
  addArchiveFacts(owner, reportId, [{ kind: 'keyword', text: 'samskaping', source }]);
  expect(archiveFacts(db, reportId).map(({ text, count }) => [text, count])).toEqual([
    ['3', 1377],
    ['Institution', null],
    ['samskaping', null],
  ]);
});

test('a project is written in, changed and archived by those who review, and refused without a title', async () => {
  const { as } = await startApp(db);
  const room = '/reviews/nature/projects';
  const refused = await as(owner).post(room, { title_sv: '', funder: 'Vinnova' });
  expect([refused.statusCode, refused.body.includes('value="Vinnova"')]).toEqual([422, true]);
  const project = {
    ...{ title_en: 'Care together', title_sv: 'Vård tillsammans', funder: 'Vinnova' },
    ...{ amount: '1200000', currency: 'sek', countries: 'se, no', source: 'Report, p. 3' },
    workPackages: 'WP1; Mapping\nWP2; Trying out',
  };
  expect((await as(owner).post(room, project)).headers.location).toContain(`${room}?notice=saved`);
  const [made] = projects(db, reviewId);
  expect(made).toMatchObject({
    ...{ key: 'care-together', amount: 1_200_000, currency: 'SEK', countries: ['SE', 'NO'] },
    workPackages: [{ code: 'WP1', summary: { en: 'Mapping' } }, { code: 'WP2' }],
  });
  const page = `${room}/${made?.id}`;
  expect((await as(owner).get(`${page}/edit`)).body).toContain('WP1; Mapping');
  const twice = await as(owner).post(page, { ...project, workPackages: 'A; one\nA; two' });
  expect(twice.statusCode).toBe(422);
  const changed = { ...project, funder: 'Forte', workPackages: 'WP1; Mapping' };
  expect((await as(owner).post(page, changed)).statusCode).toBe(303);
  expect(projects(db, reviewId)).toMatchObject([
    { funder: 'Forte', workPackages: [{ code: 'WP1' }] },
  ]);
  expect((await as(null).get(`${page}/edit`)).headers.location).toContain('/sign-in');
  await as(owner).post(`${page}/archive`);
  expect(projects(db, reviewId)).toEqual([]);
});
