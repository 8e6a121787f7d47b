/** Findings: no claim without support, kinds that are the review's own, and what the public sees. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { finding, support } from '../schema/findings.ts';
import { report as reportTable } from '../schema/records.ts';
import { review } from '../schema/reviews.ts';
import { addCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { setCountries } from '../server/coding/desk/countries.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import type { Connection } from '../server/db.ts';
import {
  addFinding,
  archiveFinding,
  changeFinding,
  finalizeFinding,
  findingsOf,
  findingWithSupport,
} from '../server/findings/findings.ts';
import * as kinds from '../server/findings/kinds.ts';
import { supportsOf } from '../server/findings/support-rows.ts';
import { addSupport, orphansOf, removeSupport } from '../server/findings/supports.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: Connection;
let owner: ReturnType<typeof addPerson>;
let reviewer: ReturnType<typeof addPerson>;
let reader: ReturnType<typeof addPerson>;
let nature: ReturnType<typeof addReview>;
let report: number;
let excerptId: number;
beforeEach(() => {
  db = freshDatabase();
  owner = addPerson(db, 'Owner');
  reviewer = addPerson(db, 'Astrid');
  reader = addPerson(db, 'Reader');
  nature = addReview(db, [
    [owner, 'owner'],
    [reviewer, 'reviewer'],
    [reader, 'reader'],
  ]);
  report = addPublication(reviewer, nature.id, { title: 'Walking in the forest' });
  excerptId = addExcerpt(reviewer, nature.id, {
    reportId: report,
    kind: 'restatement',
    text: { en: 'A coordinator made it work', sv: 'En samordnare fick det att fungera' },
    page: '14',
    locator: 'Table 2',
    citedIn: 'Aytar 2022',
  });
});

const newFinding = (en: string, more = {}) =>
  addFinding(reviewer, nature.id, { kindKey: 'success_factor', statement: { en }, ...more });
const supports = (findingId: number) =>
  addSupport(reviewer, findingId, { reportId: report, excerptId, stance: 'supports' });
const publish = () =>
  db.update(review).set({ publishedAt: reviewer.at }).where(eq(review.id, nature.id)).run();
const stateOf = (id: number) => db.select().from(finding).where(eq(finding.id, id)).get()?.state;

test('a finding that nothing supports cannot be final', () => {
  const id = newFinding('A coordinator helps');
  expect(() => finalizeFinding(reviewer, id)).toThrow('FINDING_WITHOUT_SUPPORT');
  addSupport(reviewer, id, { reportId: report, excerptId, stance: 'contradicts' });
  expect(() => finalizeFinding(reviewer, id)).toThrow('FINDING_WITHOUT_SUPPORT');
  supports(id);
  finalizeFinding(reviewer, id);
  expect(stateOf(id)).toBe('final');
});

test('a final finding that loses its last support is a draft again, and the log says so', () => {
  const id = newFinding('A coordinator helps');
  const [first, second] = [
    supports(id),
    addSupport(reviewer, id, { reportId: report, excerptId: null, stance: 'supports' }),
  ];
  finalizeFinding(reviewer, id);
  expect(removeSupport(reviewer, first, nature.id)).toEqual({ reopened: false });
  expect(stateOf(id)).toBe('final');
  expect(removeSupport(reviewer, second, nature.id)).toEqual({ reopened: true });
  expect(stateOf(id)).toBe('draft');
  expect(db.select().from(support).all()).toHaveLength(2);
  const reopened = eq(auditEntry.action, 'finding.reopened');
  expect(db.select().from(auditEntry).where(reopened).all()).toMatchObject([
    { personId: reviewer.personId, before: { state: 'final' }, after: { state: 'draft' } },
  ]);
});

test('support from a report whose import was undone carries nothing', () => {
  const id = newFinding('A coordinator helps');
  supports(id);
  db.update(reportTable).set({ withdrawnAt: reviewer.at }).where(eq(reportTable.id, report)).run();
  expect(() => finalizeFinding(reviewer, id)).toThrow('FINDING_WITHOUT_SUPPORT');
  expect(orphansOf(db, nature.id).findings).toHaveLength(1);
});

test('the same support is not counted twice', () => {
  const id = newFinding('A coordinator helps');
  supports(id);
  expect(() => supports(id)).toThrow('SUPPORT_REPEATED');
});

test('an excerpt of another publication is no support from this one', () => {
  const other = addPublication(reviewer, nature.id, { title: 'Other' });
  const id = newFinding('A coordinator helps');
  const mixed = { reportId: other, excerptId, stance: 'supports' } as const;
  expect(() => addSupport(reviewer, id, mixed)).toThrow('NOT_FOUND');
});

test('a finding leads to the excerpt, its page, and the publication with its countries', () => {
  setCountries(reviewer, report, ['SE', 'NO']);
  const id = newFinding('A coordinator helps');
  supports(id);
  expect(findingWithSupport(db, id)).toMatchObject({
    kind: { key: 'success_factor' },
    state: 'draft',
    supportingIds: [report],
    supports: [
      {
        rootId: report,
        excerpt: { page: '14', locator: 'Table 2', citedIn: 'Aytar 2022' },
        publication: { title: 'Walking in the forest', year: 2020, countries: ['NO', 'SE'] },
      },
    ],
    contradicts: [],
  });
});

test('two excerpts of a publication and of its duplicate are one publication behind a finding', () => {
  const copy = addPublication(reviewer, nature.id, { title: 'The same', rootId: report });
  const id = newFinding('A coordinator helps');
  supports(id);
  addSupport(reviewer, id, { reportId: copy, excerptId: null, stance: 'supports' });
  expect(findingsOf(db, nature.id, { onlyFinal: false })[0]?.supportingIds).toEqual([report]);
  expect(supportsOf(db, [id]).get(id)).toHaveLength(2);
});

test('a review begins with three kinds in four languages, once', () => {
  kinds.ensureKinds(owner, nature.id);
  kinds.ensureKinds(owner, nature.id);
  expect(kinds.kindsOf(db, nature.id).map((row) => row.label.nn)).toEqual([
    'Suksessfaktor',
    'Risiko eller hindring',
    'Tilråding',
  ]);
});

test('kinds are renamed, added and put in order; one in use is not archived', () => {
  newFinding('A coordinator helps');
  const added = kinds.addKind(owner, nature.id, { label: { en: 'Gap', sv: 'Kunskapslucka' } });
  kinds.moveKind(owner, added, nature.id, 1);
  const [gap, factor] = kinds.kindsOf(db, nature.id);
  expect([gap?.key, factor?.key]).toEqual(['gap', 'success_factor']);
  expect(() => kinds.archiveKind(owner, factor?.id ?? 0, nature.id)).toThrow('KIND_IN_USE');
  kinds.archiveKind(owner, added, nature.id);
  expect(kinds.kindsOf(db, nature.id)).toHaveLength(3);
});

test('findings are numbered within their kind and keep their themes as they change', () => {
  const book = addCodebook(reviewer, nature.id, { kind: 'tree', label: { en: 'Themes' } });
  const [trust, money] = ['Trust', 'Money'].map((en) => addCode(reviewer, book, { label: { en } }));
  const id = newFinding('First', { themeCodeIds: [trust] });
  newFinding('Second');
  const input = { kindKey: 'success_factor', statement: { en: 'First' } };
  changeFinding(reviewer, id, nature.id, { ...input, themeCodeIds: [money ?? 0] });
  changeFinding(reviewer, id, nature.id, { ...input, themeCodeIds: [money ?? 0, trust ?? 0] });
  const rows = findingsOf(db, nature.id, { onlyFinal: false });
  expect(rows.map((row) => [row.number, row.themes.map((theme) => theme.key)])).toEqual([
    [1, ['trust', 'money']],
    [2, []],
  ]);
});

test('claims without support and excerpts without a finding are a list', () => {
  const id = newFinding('Supported');
  newFinding('Loose');
  expect(orphansOf(db, nature.id).excerpts.map((row) => row.id)).toEqual([excerptId]);
  supports(id);
  const orphans = orphansOf(db, nature.id);
  expect(orphans.findings.map((row) => row.statement.en)).toEqual(['Loose']);
  expect(orphans.excerpts).toEqual([]);
  archiveFinding(reviewer, id, nature.id);
  expect(orphansOf(db, nature.id).excerpts.map((row) => row.id)).toEqual([excerptId]);
});

test('what hangs loose goes out in every format; an excerpt says its codes and whether its words are in the text', async () => {
  newFinding('Loose | not tight');
  const book = addCodebook(reviewer, nature.id, { kind: 'tree', label: { en: 'Themes' } });
  const codeIds = ['Trust', 'Money'].map((en) => addCode(reviewer, book, { label: { en } }));
  const quoted = { kind: 'quotation' as const, text: { en: 'walks are free' }, codeIds };
  addExcerpt(reviewer, nature.id, { reportId: report, ...quoted, page: '3' });
  const { as } = await startApp(db);
  const room = '/reviews/nature/findings/orphans';
  const page = (await as(reviewer).get(room)).body;
  for (const format of ['docx', 'xlsx', 'csv', 'html', 'md', 'tex'])
    for (const name of ['claims', 'excerpts']) {
      expect(page).toContain(`href="${room}/${name}.${format}"`);
      expect((await as(reviewer).get(`${room}/${name}.${format}`)).statusCode).toBe(200);
    }
  expect((await as(reader).get(`${room}/claims.csv`)).statusCode).toBe(404);
  const claims = (await as(reviewer).get(`${room}/claims.csv`)).body.split('\r\n');
  expect(claims[1]).toBe('Success factor,1,Loose | not tight,Draft');
  const excerpts = (await as(reviewer).get(`${room}/excerpts.csv`)).body;
  expect(excerpts).toContain('walks are free,Trust; Money,No text stored');
  const { rows } = (await as(reader).get('/reviews/nature/lists/excerpts.json')).json();
  expect(rows).toMatchObject([{ in_text: null }, { codes: ['Trust', 'Money'], page: '3' }]);
});

test('the public sees what is final, the team sees drafts as well', async () => {
  const id = newFinding('A coordinator helps');
  newFinding('Only a thought');
  supports(id);
  finalizeFinding(reviewer, id);
  const { as } = await startApp(db);
  const [page, json] = ['/reviews/nature/findings', '/reviews/nature/findings.json'];
  expect((await as(null).get(page)).statusCode).toBe(303);
  publish();
  const open = await as(null).get(page);
  expect(open.body).toContain('A coordinator helps');
  expect(open.body).not.toContain('Only a thought');
  expect((await as(null).get(json)).json<{ findings: unknown[] }>().findings).toHaveLength(1);
  expect((await as(reader).get(page)).body).toContain('Only a thought');
  expect((await as(reader).get(json)).json<{ findings: unknown[] }>().findings).toHaveLength(2);
});

test('a finding goes from words to final in the browser', async () => {
  speak(reviewer, 'sv');
  const { as } = await startApp(db);
  const astrid = as(reviewer);
  const form = { kind: 'recommendation', statement_sv: 'Utse en samordnare', statement_en: '' };
  await astrid.get('/reviews/nature/findings/new');
  const made = await astrid.post('/reviews/nature/findings', form);
  const address = (made.headers.location ?? '').replace('/edit?notice=saved', '');
  const tooEarly = await astrid.post(`${address}/finalize`);
  expect(tooEarly.statusCode).toBe(422);
  expect(tooEarly.body).toContain('Inget stöder resultatet ännu');
  const found = await astrid.get(`${address}/edit?q=samordnare`);
  expect(found.body).toContain('En samordnare fick det att fungera');
  expect((await astrid.get(`${address}/edit?q=nothing+like+it`)).body).not.toContain('fungera');
  await astrid.post(`${address}/excerpts`, { excerptId: String(excerptId), stance: 'supports' });
  await astrid.post(`${address}/reports`, { reportId: String(report), stance: 'contradicts' });
  expect((await astrid.post(`${address}/finalize`)).statusCode).toBe(303);
  expect((await astrid.get(`${address}/edit`)).body).toContain('Fastställt');
  const rows = findingsOf(db, nature.id, { onlyFinal: true });
  expect(rows).toMatchObject([{ statement: { sv: 'Utse en samordnare' }, number: 1 }]);
});

test('a finding without words comes back with the problem and what was written', async () => {
  const { as } = await startApp(db);
  await as(reviewer).get('/reviews/nature/findings/new');
  const form = { kind: 'recommendation', statement_en: ' ', explanation_en: 'Because of money' };
  const refused = await as(reviewer).post('/reviews/nature/findings', form);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Because of money');
  expect(refused.body).toContain('Write it in at least one language.');
});

test('kinds are the owner’s to change', async () => {
  const { as } = await startApp(db);
  const address = '/reviews/nature/findings/kinds';
  expect((await as(reviewer).get(address)).statusCode).toBe(404);
  expect((await as(owner).get(address)).body).toContain('Success factor');
  const added = await as(owner).post(address, { label_en: 'Gap', label_nn: 'Kunnskapshol' });
  expect(added.statusCode).toBe(303);
  expect(kinds.kindsOf(db, nature.id).map((row) => row.key)).toContain('gap');
});

test.each(['/findings/new', '/findings/orphans', '/findings/orphans.json'])(
  '%s is for reviewers',
  async (path) => {
    const { as } = await startApp(db);
    expect((await as(reviewer).get(`/reviews/nature${path}`)).statusCode).toBe(200);
    expect((await as(reader).get(`/reviews/nature${path}`)).statusCode).toBe(404);
  },
);
