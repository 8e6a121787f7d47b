/** Coding: codebooks that stay trees, publications with countries, codes and excerpts, and who sees what. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { code, countryLink, excerpt } from '../schema/coding.ts';
import { locales } from '../schema/columns.ts';
import { documentPage } from '../schema/documents.ts';
import { job } from '../schema/jobs.ts';
import { review } from '../schema/reviews.ts';
import { codeUse } from '../server/coding/codebooks/code-use.ts';
import { addCodebook, codebooksOf, findCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode, archiveCode, changeCode, moveCode } from '../server/coding/codebooks/codes.ts';
import { codeDepthMax, depthOf, flatten } from '../server/coding/codebooks/tree.ts';
import { aimsOf, setAim } from '../server/coding/desk/aims.ts';
import { addCoding, codesOf, codingsOf, removeCoding } from '../server/coding/desk/codings.ts';
import { countriesOf, setCountries } from '../server/coding/desk/countries.ts';
import { codingProgress, deskOf } from '../server/coding/desk/desk.ts';
import { addExcerpt, archiveExcerpt, excerptsOf } from '../server/coding/excerpts/excerpts.ts';
import { findPage } from '../server/coding/excerpts/quotations.ts';
import type { Connection } from '../server/db.ts';
import { addFinding } from '../server/findings/findings.ts';
import { addSupport } from '../server/findings/supports.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: Connection;
let reviewer: ReturnType<typeof addPerson>;
let nature: ReturnType<typeof addReview>;
let report: number;
let book: number;
beforeEach(() => {
  db = freshDatabase();
  reviewer = addPerson(db, 'Astrid');
  nature = addReview(db, [[reviewer, 'reviewer']]);
  report = addPublication(reviewer, nature.id, { title: 'Walking in the forest' });
  book = addCodebook(reviewer, nature.id, { key: 'themes', kind: 'tree', label: { en: 'Themes' } });
});

const newCode = (en: string, parentId: number | null = null) =>
  addCode(reviewer, book, { label: { en }, parentId });
const labels = () =>
  flatten(findCodebook(db, nature.id, 'themes').codes).map(
    ({ node, depth }) => `${'-'.repeat(depth - 1)}${node.label.en}`,
  );
const en = (text: string) => ({ en: text });

test('codes stand in their tree in the order they were given', () => {
  const organisation = newCode('Organisation');
  newCode('Trust');
  newCode('Steering', organisation);
  newCode('Funding', organisation);
  expect(labels()).toEqual(['Organisation', '-Steering', '-Funding', 'Trust']);
});

test('a code is moved to a place among its new siblings', () => {
  const organisation = newCode('Organisation');
  newCode('Steering', organisation);
  newCode('Funding', organisation);
  const trust = newCode('Trust');
  moveCode(reviewer, trust, { parentId: organisation, position: 2 });
  expect(labels()).toEqual(['Organisation', '-Steering', '-Trust', '-Funding']);
  moveCode(reviewer, trust, { parentId: null, position: 1 });
  expect(labels()).toEqual(['Trust', 'Organisation', '-Steering', '-Funding']);
});

test('whatever people move where, a codebook stays a tree and never too deep', () => {
  const move = fc.record({
    code: fc.nat(7),
    parent: fc.option(fc.nat(7)),
    position: fc.integer({ min: -1, max: 9 }),
  });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => newCode(name));
  const holds = fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
    for (const { code: which, parent, position } of moves) {
      const parentId = parent === null ? null : (ids[parent] ?? null);
      try {
        moveCode(reviewer, ids[which] ?? 0, { parentId, position });
      } catch (error) {
        expect(String(error)).toMatch(/CODE_CYCLE|CODE_TOO_DEEP/);
      }
      const lines = flatten(findCodebook(db, nature.id, 'themes').codes);
      // A cycle would be reachable from no top: its codes would be missing here.
      expect(lines.map(({ node }) => node.id).toSorted((one, other) => one - other)).toEqual(ids);
      expect(Math.max(...lines.map(({ depth }) => depth))).toBeLessThanOrEqual(codeDepthMax);
    }
  });
  fc.assert(holds, { numRuns: 40 });
});

test('a code cannot stand below itself', () => {
  const above = newCode('Above');
  const below = newCode('Below', above);
  const under = () => moveCode(reviewer, above, { parentId: below, position: 1 });
  expect(under).toThrow('CODE_CYCLE');
  expect(labels()).toEqual(['Above', '-Below']);
});

test('a tree that would be too deep to read is refused', () => {
  let parent: number | null = null;
  for (let level = 1; level <= codeDepthMax; level += 1) parent = newCode(`Level ${level}`, parent);
  expect(() => newCode('One more', parent)).toThrow('CODE_TOO_DEEP');
  expect(depthOf(db.select().from(code).all(), parent)).toBe(codeDepthMax);
});

test('a code with others below it is not archived over their heads', () => {
  const above = newCode('Above');
  const below = newCode('Below', above);
  expect(() => archiveCode(reviewer, above)).toThrow('CODE_HAS_CHILDREN');
  archiveCode(reviewer, below);
  archiveCode(reviewer, above);
  expect(labels()).toEqual([]);
  expect(db.select().from(code).all()).toHaveLength(2);
});

test('a code keeps its name for machines when people change its words', () => {
  const id = newCode('Trust');
  const words = { label: { en: 'Confidence', sv: 'Tillit' }, synonyms: { sv: ['tilltro', ' '] } };
  changeCode(reviewer, id, words);
  expect(db.select().from(code).get()).toMatchObject({
    key: 'trust',
    label: { en: 'Confidence', sv: 'Tillit' },
    synonyms: { sv: ['tilltro'] },
  });
});

test('a report on six countries counts once in the total and once in each country', () => {
  const other = addPublication(reviewer, nature.id, { title: 'Only here' });
  const six = ['GB', 'SE', 'NO', 'BE', 'DK', 'NL'];
  setCountries(reviewer, report, six);
  setCountries(reviewer, other, ['SE']);
  const linked = countriesOf(db, [report, other]);
  expect(linked.size).toBe(2);
  expect([...linked.values()].flat()).toHaveLength(7);
  const inSweden = codingProgress(db, nature.id, { code: null, country: 'SE', lacks: null });
  expect(inSweden).toMatchObject({ total: 2, rows: [{}, {}] });
  const inNorway = codingProgress(db, nature.id, { code: null, country: 'NO', lacks: null });
  expect(inNorway.rows).toHaveLength(1);
});

test('what was attached to a duplicate counts for the publication, once', () => {
  const copy = addPublication(reviewer, nature.id, { title: 'The same', rootId: report });
  const trust = newCode('Trust');
  setCountries(reviewer, copy, ['SE', 'NO']);
  setCountries(reviewer, report, ['SE']);
  addCoding(reviewer, copy, trust);
  expect(addCoding(reviewer, report, trust)).toBe(codingsOf(db, [report])[0]?.codingId);
  expect(countriesOf(db, [report]).get(report)).toEqual(['SE']);
  expect(codesOf(db, [report]).get(report)).toHaveLength(1);
  expect(codeUse(db, nature.id, { onlyFinal: false }).get(trust)?.publications).toBe(1);
});

test('a country that does not exist is refused', () => {
  expect(() => setCountries(reviewer, report, ['SE', 'XX'])).toThrow('COUNTRY_UNKNOWN');
  expect(countriesOf(db, [report]).size).toBe(0);
});

test('countries taken away stay in the database, and the log says what they were', () => {
  setCountries(reviewer, report, ['SE', 'NO']);
  setCountries(reviewer, report, ['NO']);
  expect(db.select().from(countryLink).all()).toMatchObject([
    { country: 'NO', removedAt: null },
    { country: 'SE', removedBy: reviewer.personId },
  ]);
  const changed = eq(auditEntry.action, 'countries.changed');
  expect(db.select().from(auditEntry).where(changed).all()).toMatchObject([
    { before: [], after: ['NO', 'SE'] },
    { before: ['NO', 'SE'], after: ['NO'] },
  ]);
});

test('the latest aim holds', () => {
  setAim(reviewer, report, { text: en('First'), source: 'Table 1' });
  setAim(reviewer, report, { text: { en: 'Second', sv: 'Andra' } });
  expect(aimsOf(db, [report]).get(report)?.text).toEqual({ en: 'Second', sv: 'Andra' });
});

test('a code of another review cannot be used', () => {
  const other = addReview(db, [[reviewer, 'reviewer']], { slug: 'other' });
  const theirs = addCodebook(reviewer, other.id, { kind: 'tree', label: en('Theirs') });
  const foreign = addCode(reviewer, theirs, { label: en('Foreign') });
  expect(() => addCoding(reviewer, report, foreign)).toThrow('CODE_UNKNOWN');
});

test('a code taken away from a publication is not lost', () => {
  const codingId = addCoding(reviewer, report, newCode('Trust'));
  removeCoding(reviewer, codingId);
  expect(codingsOf(db, [report])).toEqual([]);
  expect(() => removeCoding(reviewer, codingId)).toThrow('NOT_FOUND');
});

const quotation = (text: string, more = {}) =>
  addExcerpt(reviewer, nature.id, {
    reportId: report,
    kind: 'quotation',
    text: en(text),
    page: '3',
    ...more,
  });

test('an excerpt says where it stands, or is refused', () => {
  expect(() => quotation('Words', { page: '', locator: '' })).toThrow('EXCERPT_NOT_LOCATED');
  expect(() => quotation('Words', { text: { en: 'Words', sv: 'Ord' } })).toThrow(
    'QUOTATION_HAS_ONE_LANGUAGE',
  );
  expect(() => quotation('  ')).toThrow('WORDS_REQUIRED');
});

test.each([
  ['as it stands', 'the volunteers asked for a contact', 1],
  ['in other case and quotes', '“The Volunteers” asked', 1],
  ['divided at the end of a line', 'for better coordination of self-help groups', 1],
  ['over a line break', 'person. Trust grew', 1],
  ['over a page break', 'slowly over the years', 1],
  ['with something left out', 'The volunteers […] Trust grew', 1],
  ['further on', 'nobody knew why', 2],
])('a quotation is found %s', (_case, text, page) => {
  const pages = [
    {
      page: 1,
      text: 'The "volunteers" asked for a contact\nperson. Trust grew, for better coordi-\nnation of self-\nhelp groups, slow-',
    },
    { page: 2, text: 'ly over the years. Nobody knew why.' },
  ];
  expect(findPage(text, pages)?.page).toBe(page);
});

test.each([
  ['other words', 'the volunteers asked for money'],
  ['half a word', 'unteers asked'],
  ['the parts in another order', 'Trust grew … The volunteers'],
])('%s are not found', (_case, text) => {
  const pages = [{ page: 1, text: 'The volunteers asked for a contact person. Trust grew.' }];
  expect(findPage(text, pages)).toBeNull();
});

test('the desk shows what became of each quotation', () => {
  quotation('Trust grew');
  const restated = { kind: 'restatement', text: en('People came to trust each other'), page: '4' };
  quotation('', restated);
  expect(deskOf(db, nature.id, report, reviewer.personId).excerpts.map((row) => row.match)).toEqual(
    [{ state: 'no_text', page: null }, null],
  );
  db.insert(documentPage).values({ reportId: report, page: 3, text: 'TRUST\ngrew.' }).run();
  expect(deskOf(db, nature.id, report, reviewer.personId).excerpts[0]?.match).toMatchObject({
    state: 'found',
    page: 3,
  });
});

test('an excerpt that a finding leans on is not archived under it', () => {
  const excerptId = quotation('Trust grew');
  const kindKey = 'success_factor';
  const findingId = addFinding(reviewer, nature.id, { kindKey, statement: en('Trust') });
  addSupport(reviewer, findingId, { reportId: report, excerptId, stance: 'supports' });
  expect(() => archiveExcerpt(reviewer, excerptId, nature.id)).toThrow('EXCERPT_IN_USE');
  expect(excerptsOf(db, [report]).get(report)).toHaveLength(1);
});

test('a published review is indexed anew after a change, an unpublished one is not', () => {
  const indexing = () => db.select().from(job).where(eq(job.kind, 'index')).all().length;
  newCode('Trust');
  expect(indexing()).toBe(0);
  const publishedAt = reviewer.at;
  db.update(review).set({ publishedAt }).where(eq(review.id, nature.id)).run();
  newCode('Steering');
  expect(indexing()).toBe(1);
});

test('codebooks of a review come with their codes counted', () => {
  newCode('Trust');
  expect(codebooksOf(db, nature.id)).toMatchObject([{ key: 'themes', codeCount: 1 }]);
  expect(db.select().from(excerpt).all()).toEqual([]);
});

const desk = () => `/reviews/nature/coding/reports/${report}`;

test('the desk takes an aim, countries, a code, an excerpt and a case, each by its own form', async () => {
  const trust = newCode('Trust');
  const { as } = await startApp(db);
  const astrid = as(reviewer);
  const forms: [string, Record<string, string | string[]>][] = [
    ['aim', { aim_en: 'Does walking help?', aim_sv: 'Hjälper det att gå?', source: 'Table 1' }],
    ['countries', { country: ['SE', 'NO'], other: 'DK' }],
    ['codings', { codeId: String(trust), locator: 'p. 4' }],
    ['excerpts', { kind: 'quotation', text_en: 'Trust grew', page: '3', codeIds: String(trust) }],
    ['cases', { label: 'Alta', country: 'NO' }],
  ];
  for (const [part, form] of forms)
    expect((await astrid.post(`${desk()}/${part}`, form)).statusCode, part).toBe(303);
  expect((await astrid.get(`${desk()}.json`)).json()).toMatchObject({
    aim: { text: { en: 'Does walking help?', sv: 'Hjälper det att gå?' } },
    countries: ['DK', 'NO', 'SE'],
    codes: [{ key: 'trust', locator: 'p. 4' }],
    excerpts: [{ text: { en: 'Trust grew' }, page: '3', match: { state: 'no_text' } }],
    cases: [{ label: 'Alta', country: 'NO' }],
  });
  const page = await astrid.get(desk());
  expect(page.body).toContain('No text stored');
});

test('a refused excerpt comes back with its words and the problem beside the field', async () => {
  speak(reviewer, 'sv');
  const { as } = await startApp(db);
  const form = { kind: 'quotation', text_sv: 'Tilliten växte', page: '', locator: '' };
  const refused = await as(reviewer).post(`${desk()}/excerpts`, form);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Tilliten växte');
  expect(refused.body).toContain('Ange sida eller plats i dokumentet');
});

test('codebooks are written by the team and read by everybody once the review is published', async () => {
  const { as } = await startApp(db);
  const form = { kind: 'framework', label_en: 'Three steps', source: 'Figure 9' };
  const made = await as(reviewer).post('/reviews/nature/coding/codebooks', form);
  const address = (made.headers.location ?? '').split('?')[0] ?? '';
  for (const [en, sv] of [
    ['Identify', 'Upptäck'],
    ['Communicate', 'Berätta'],
  ])
    await as(reviewer).post(`${address}/codes`, { label_en: en ?? '', label_sv: sv ?? '' });
  const open = '/reviews/nature/codebooks/three-steps';
  expect((await as(null).get(open)).statusCode).toBe(303);
  expect((await as(null).get(`${open}.json`)).statusCode).toBe(401);
  db.update(review).set({ publishedAt: reviewer.at }).where(eq(review.id, nature.id)).run();
  const page = await as(null).get(open, { 'accept-language': 'nn' });
  expect(page.body).toMatch(/Rammeverk[\s\S]*Identify[\s\S]*Communicate/);
  expect((await as(null).get(`${open}.json`)).json()).toMatchObject({
    kind: 'framework',
    codes: [{ label: { sv: 'Upptäck' }, position: 1 }, { position: 2 }],
  });
});

test('a code counts what stands below it, and its number is the length of its list', async () => {
  const above = newCode('Organisation');
  const below = newCode('Trust', above);
  addCoding(reviewer, report, above);
  addCoding(reviewer, report, below);
  addCoding(reviewer, addPublication(reviewer, nature.id, { title: 'Other' }), below);
  const uses = codeUse(db, nature.id, { onlyFinal: false });
  const { as } = await startApp(db);
  for (const id of [above, below]) {
    const list = await as(reviewer).get(`/reviews/nature/coding/reports.json?code=${id}`);
    const shown = list.json<{ publications: unknown[] }>().publications.length;
    expect([uses.get(id)?.publications, shown]).toEqual(id === above ? [2, 2] : [2, 2]);
  }
});

test.each([
  '/coding',
  '/coding/reports',
  '/coding/reports.json',
  '/coding/excerpts',
  '/coding/cases',
  '/coding/comparison',
  '/coding/indicators',
])('%s is for reviewers', async (path) => {
  const reader = addPerson(db, 'Reader');
  const other = addPerson(db, 'Other');
  addReview(db, [[reader, 'reader']], { slug: 'second' });
  const { as } = await startApp(db);
  expect((await as(reviewer).get(`/reviews/nature${path}`)).statusCode).toBe(200);
  expect((await as(other).get(`/reviews/nature${path}`)).statusCode).toBe(404);
  expect((await as(reader).get(`/reviews/second${path}`)).statusCode).toBe(404);
});

test('every page of the room speaks the four languages', async () => {
  const codeId = newCode('Trust');
  quotation('Trust grew', { codeIds: [codeId] });
  const { as } = await startApp(db);
  const pages = ['', `/codebooks/${book}`, `/codes/${codeId}`, '/reports', `/reports/${report}`];
  for (const path of [...pages, '/excerpts', '/cases', '/comparison', '/indicators'])
    for (const locale of locales) {
      speak(reviewer, locale);
      const page = await as(reviewer).get(`/reviews/nature/coding${path}`);
      expect([page.statusCode, page.body.includes(`<html lang="${locale}"`)]).toEqual([200, true]);
      const text = page.body.replaceAll(/<[^>]*>/g, ' ');
      expect(text, path).not.toMatch(/\b(?:coding|codebooks?|code|excerpt|cases|aspect)\.[a-z_]+/);
    }
});
