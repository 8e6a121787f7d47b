/** GRADE-CERQual: judged with reasons, never overwritten, and out of date as soon as what it rests on is another. */
import { beforeEach, expect, test } from 'vitest';
import { confidence, confidenceComponents } from '../schema/appraisal.ts';
import { review } from '../schema/reviews.ts';
import { saveAppraisal } from '../server/appraisal/appraisals.ts';
import {
  type ConfidenceInput,
  confidenceOf,
  judgeConfidence,
} from '../server/appraisal/confidence.ts';
import { questionsOf, requireInstrument, takeInstrument } from '../server/appraisal/instruments.ts';
import { confidenceNotes } from '../server/appraisal/notes.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import { findingBlocks } from '../server/export/delivery/evidence-parts.ts';
import { addFinding, changeFinding, finalizeFinding } from '../server/findings/findings.ts';
import { addSupport, removeSupport } from '../server/findings/supports.ts';
import { addPublication } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: ReturnType<typeof freshDatabase>;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
let first: number;
let second: number;
let excerptId: number;
let findingId: number;
let supportId: number;
const statement = { en: 'A coordinator who stays keeps the work together' };
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
  first = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  second = addPublication(astrid, reviewId, { title: 'Rowing on the lake', family: 'Ås' });
  const quoted = {
    reportId: first,
    kind: 'quotation' as const,
    text: { en: 'She stayed' },
    page: '3',
  };
  excerptId = addExcerpt(astrid, reviewId, quoted);
  findingId = addFinding(astrid, reviewId, { kindKey: 'success_factor', statement });
  supportId = addSupport(astrid, findingId, { reportId: first, excerptId, stance: 'supports' });
});

const input: ConfidenceInput = {
  components: {
    methodological_limitations: { concern: 'minor', reason: { en: 'One weak study' } },
    coherence: { concern: 'none', reason: {} },
    adequacy: { concern: 'moderate', reason: { en: 'Few and thin data' } },
    relevance: { concern: 'none', reason: {} },
  },
  level: 'moderate',
  explanation: { en: 'Few data, but they agree.' },
};
const judge = () => judgeConfidence(astrid, reviewId, findingId, input);
const held = () => confidenceOf(db, reviewId, [findingId]).get(findingId);
const room = () => `/reviews/nature/findings/${findingId}/confidence`;
const form = {
  methodological_limitations: 'minor',
  reason_methodological_limitations_en: 'One weak study',
  coherence: 'none',
  adequacy: 'moderate',
  reason_adequacy_en: 'Few and thin data',
  relevance: 'none',
  level: 'moderate',
  explanation_en: 'Few data, but they agree.',
};

function appraise(overall: 'good' | 'bad', reportId = first) {
  const instrumentId = takeInstrument(astrid, reviewId, 'grey-literature');
  const { sections } = requireInstrument(db, reviewId, instrumentId);
  const answer = { reply: 'yes' as const, comment: '', locator: '', excerptIds: [] };
  const answers = Object.fromEntries(questionsOf(sections).map(({ key }) => [key, answer]));
  const whole = { answers, overall, reason: 'Read twice', isDone: true };
  saveAppraisal(astrid, reviewId, { instrumentId, reportId }, whole);
}

test('a finding is judged through its form, and what was judged before stays', async () => {
  const { as } = await startApp(db);
  expect((await as(astrid).get(room())).body).toContain('Methodological limitations');
  expect((await as(astrid).post(room(), form)).statusCode).toBe(303);
  await as(astrid).post(room(), { ...form, level: 'low', explanation_en: 'Thin.' });
  const page = (await as(astrid).get(room())).body;
  expect(page).toContain('Low confidence');
  expect(page).toContain('Few data, but they agree.');
  const twin = (await as(astrid).get(`${room()}.json`)).json();
  expect(twin.current).toMatchObject({ level: 'low', isStale: false });
  expect(twin.history.map((row: { level: string }) => row.level)).toEqual(['moderate', 'low']);
  expect(() => db.update(confidence).set({ level: 'high' }).run()).toThrow();
  expect(() => db.delete(confidence).run()).toThrow();
});

test.each(confidenceComponents)('a concern about %s needs its reason', async (component) => {
  const { as } = await startApp(db);
  const sent = { ...form, [component]: 'serious', [`reason_${component}_en`]: ' ' };
  const refused = await as(astrid).post(room(), sent);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('A concern needs a reason.');
  expect(refused.body).toContain('Few data, but they agree.');
});

test('a finding that nothing supports cannot be judged', () => {
  removeSupport(astrid, supportId, reviewId);
  expect(judge).toThrow('FINDING_WITHOUT_SUPPORT');
});

test.each([
  [
    'another support',
    () => addSupport(astrid, findingId, { reportId: second, excerptId: null, stance: 'supports' }),
    { supportsAdded: 1 },
  ],
  [
    'a contradiction',
    () =>
      addSupport(astrid, findingId, { reportId: second, excerptId: null, stance: 'contradicts' }),
    { supportsAdded: 1 },
  ],
  [
    'a support taken away',
    () => removeSupport(astrid, supportId, reviewId),
    { supportsRemoved: 1 },
  ],
  [
    'other words',
    () =>
      changeFinding(astrid, findingId, reviewId, {
        kindKey: 'success_factor',
        statement: { en: 'Another claim' },
      }),
    { statement: true },
  ],
  ['an appraisal of a study behind it', () => appraise('bad'), { appraisals: 1 }],
])('%s makes the judgement out of date', (_, happen, expected) => {
  judge();
  expect(held()?.isStale).toBe(false);
  happen();
  expect(held()).toMatchObject({ isStale: true, changes: expected });
});

test('what does not concern the finding leaves the judgement alone; judging again makes it current', () => {
  judge();
  appraise('bad', second);
  addFinding(astrid, reviewId, { kindKey: 'success_factor', statement: { en: 'Another' } });
  expect(held()?.isStale).toBe(false);
  appraise('good');
  expect(held()?.isStale).toBe(true);
  judge();
  expect(held()?.isStale).toBe(false);
});

test('a support that comes back as it was makes the judgement current again', () => {
  judge();
  removeSupport(astrid, supportId, reviewId);
  addSupport(astrid, findingId, { reportId: first, excerptId, stance: 'supports' });
  expect(held()?.isStale).toBe(false);
});

test('readers of a published review see the table and the finding with its confidence; drafts are the team’s', async () => {
  judge();
  db.update(review).set({ publishedAt: '2026-11-22T12:00:00.000Z' }).run();
  const { as } = await startApp(db);
  expect((await as(null).get('/reviews/nature/confidence')).body).not.toContain('A coordinator');
  finalizeFinding(astrid, findingId, reviewId);
  addSupport(astrid, findingId, { reportId: second, excerptId: null, stance: 'contradicts' });
  const table = (await as(null).get('/reviews/nature/confidence')).body;
  for (const said of [
    'A coordinator',
    'Moderate',
    'Few data, but they agree.',
    'Berg 2020',
    'Ås 2020',
  ])
    expect(table).toContain(said);
  expect(table).toContain('Out of date');
  const page = (await as(null).get(`/reviews/nature/findings/${findingId}`)).body;
  expect(page).toContain('Moderate confidence');
  expect(page).toContain('1 support or contradiction is new or changed.');
  expect((await as(null).get(room())).statusCode).not.toBe(200);
  const csv = (await as(null).get('/reviews/nature/confidence.csv?lang=sv')).body;
  expect(csv).toContain('Måttlig (bedömd innan underlaget ändrades)');
  for (const format of ['docx', 'xlsx', 'html', 'md', 'tex', 'json'])
    expect((await as(null).get(`/reviews/nature/confidence.${format}`)).statusCode).toBe(200);
  // One that speaks against the finding is not taken for one that carries it.
  expect(csv).toContain('Ås 2020 (motsäger)');
  expect(table).toContain('Ås 2020 (contradicts)');
  expect(csv).not.toContain('Berg 2020 (motsäger)');
});

test('the evidence profile has the four components with concern and reason, in every file and in the report', async () => {
  judge();
  finalizeFinding(astrid, findingId, reviewId);
  db.update(review).set({ publishedAt: '2026-11-22T12:00:00.000Z' }).run();
  const { as } = await startApp(db);
  const profile = '/reviews/nature/confidence-profile';
  const csv = (await as(null).get(`${profile}.csv?lang=sv`)).body;
  for (const said of ['Koherens', 'Mindre oro', 'One weak study', 'Few and thin data', 'Måttlig'])
    expect(csv).toContain(said);
  for (const format of ['docx', 'xlsx', 'html', 'md', 'tex'])
    expect((await as(null).get(`${profile}.${format}`)).statusCode).toBe(200);
  const web = (await as(null).get(`${profile}.html?lang=sv`)).body;
  expect(web).toContain('10.1186/s13012-017-0688-3');
  expect(web).toContain('Måttlig: Det är sannolikt att resultatet är en rimlig återgivning av');
  expect((await as(null).get('/reviews/nature/confidence')).body).toContain(`${profile}.docx`);
  const row = db.select().from(review).get();
  if (!row) throw new Error('There is no review');
  const asked = { db, review: row, locale: 'en' as const, at: astrid.at, isPublic: true };
  const blocks = findingBlocks(asked);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.grid.title] : []));
  expect(tables).toEqual(['Summary of qualitative findings', 'Evidence profile']);
});

test('the written report says the confidence under each finding', () => {
  judge();
  const asked = { db, reviewId, locale: 'nb' as const };
  expect(confidenceNotes(asked, [findingId]).get(findingId)).toEqual([
    'Tillit (GRADE-CERQual): Moderat. Few data, but they agree.',
  ]);
});
