/** The filled reporting checklists: what the review holds is said to stand somewhere, the rest is not stated. */
import { expect, test } from 'vitest';
import type { DeliveryPart } from '../schema/deliveries.ts';
import { answersOf } from '../server/export/checklist/answers.ts';
import { itemsOf } from '../server/export/checklist/items.ts';
import { kindNamed } from '../server/export/checklist/proposed.ts';
import { saveDelivery, suggestedParts } from '../server/export/delivery/deliveries.ts';
import { findReview } from '../server/platform/find-review.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { done, tell } from './flow-data.ts';
import { freshDatabase, now, startApp } from './helpers.ts';

test.each([
  ['en', 'Not stated', 'Flow diagram'],
  ['sv', 'Uppges inte', 'Flödesschema'],
  ['nb', 'Ikke oppgitt', 'Flytskjema'],
  ['nn', 'Ikkje oppgitt', 'Flytskjema'],
])('the checklist in %s says where each item stands', async (tag, missing, flow) => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    publishedAt: now.toISOString(),
  });
  const { as } = await startApp(db, { 'accept-language': tag });
  const page = (await as(null).get(`/reviews/${row.slug}/checklist`)).body;
  expect(page).toContain(missing);
  expect(page).toContain(`<a href="/reviews/${row.slug}/flow">${flow}</a>`);
  expect(page.match(/<th scope="row">/g)).toHaveLength(22);
  const whole = (await as(null).get(`/reviews/${row.slug}/checklist?list=prisma-2020`)).body;
  expect(whole.match(/<th scope="row">/g)).toHaveLength(42);
  const short = (await as(null).get(`/reviews/${row.slug}/checklist?list=prisma-2020-abstract`))
    .body;
  expect(short.match(/<th scope="row">/g)).toHaveLength(12);
  const csv = await as(null).get(`/reviews/${row.slug}/checklist.csv?list=prisma-2020`);
  expect(csv.body.trim().split('\n').length).toBeGreaterThanOrEqual(43);
  const word = await as(null).get(`/reviews/${row.slug}/checklist.docx`);
  expect(word.rawPayload.toString('latin1').slice(0, 2)).toBe('PK');
});

test('what was appraised, how sure the findings are and the tables kept are said to stand where they stand', async () => {
  const db = await demonstrationDatabase();
  const review = findReview(db, 'eskilstuna-2022');
  if (!review) throw new Error('The demonstration is missing');
  const has = (sql: string) => Number(db.$client.prepare(sql).pluck().get(review.id));
  const answers = answersOf(db, review);
  const kept = has('select count(*) from saved_table where review_id = ? and archived_at is null');
  expect(kept).toBeGreaterThan(0);
  expect(answers.synthesis_methods).toEqual({ place: 'tables', path: '/tables', count: kept });
  const appraised = has(`select count(distinct r.root_id) from appraisal a
    join report r on r.id = a.report_id where r.review_id = ? and a.state <> 'begun'`);
  expect(answers.appraisal_results?.count ?? 0).toBe(appraised);
  const judged = has(`select count(distinct finding_id) from confidence
    join finding on finding.id = finding_id where review_id = ?`);
  expect(answers.certainty_results?.count ?? 0).toBe(judged);
});

test('each item names the sections of the report that say it, the team’s own among them', async () => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    publishedAt: now.toISOString(),
  });
  const owner = { db, actor: { personId: 1 }, at: now.toISOString() };
  const text = (heading: string, said: string): DeliveryPart => ({
    ...{ kind: 'text', heading: { sv: heading }, text: { sv: said }, table: '' },
  });
  const parts = [
    ...suggestedParts(),
    text('Diskussion och slutsatser', 'Det räcker inte.'),
    text('Begränsningar', ''),
    text('Finansiering och jäv', 'Kommunen betalade.'),
  ];
  saveDelivery(owner, row.id, { parts });
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const path = `/reviews/${row.slug}/checklist`;
  const { sections } = (await as(null).get(`${path}.json`)).json();
  expect(sections).toMatchObject({
    title: ['Titelsida'],
    sources: ['Metod: Sökningar', 'Bilaga: alla sökningar'],
    study_selection: ['Från sökning till inkluderade publikationer'],
    discussion: ['Diskussion och slutsatser'],
    conclusions: ['Diskussion och slutsatser'],
    support: ['Finansiering och jäv'],
    interests: ['Finansiering och jäv'],
  });
  // Nothing is written there, nothing was appraised, no protocol says what was to be included.
  for (const topic of ['limitations', 'appraisal', 'eligibility', 'search'])
    expect(sections[topic], topic).toBeUndefined();
  const page = (await as(null).get(`${path}?list=prisma-scr`)).body;
  expect(page).toContain('<span>Diskussion och slutsatser</span>');
  expect((await as(null).get(`${path}.csv`)).body).toContain('Diskussion och slutsatser');
});

test('items are numbered as the published checklists number them', () => {
  const numbers = (list: Parameters<typeof itemsOf>[0]) =>
    itemsOf(list).map(({ number }) => number);
  const whole = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  expect(numbers('prisma-2020')).toEqual([
    ...whole(1, 9),
    ...['10a', '10b', '11', '12', '13a', '13b', '13c', '13d', '13e', '13f', '14', '15'],
    ...['16a', '16b', '17', '18', '19', '20a', '20b', '20c', '20d', '21', '22'],
    ...['23a', '23b', '23c', '23d', '24a', '24b', '24c', '25', '26', '27'],
  ]);
  expect(numbers('prisma-2020-abstract')).toEqual(whole(1, 12));
  expect(numbers('prisma-scr')).toEqual(whole(1, 22));
  const topicOf = (number: string) =>
    itemsOf('prisma-2020').find((item) => item.number === number)?.topic;
  expect(['13d', '16b', '20b', '23c', '24c'].map(topicOf)).toEqual([
    ...['synthesis_methods', 'near_misses', 'synthesis_results', 'process_limits', 'amendments'],
  ]);
});

test.each([
  ['prisma-scr', ['Övning: från utdrag till tillit'], 'none'],
  ['prisma-scr', ['Naturkontakt och hälsa: en kartläggande översikt'], 'asked_for'],
  [
    'prisma-scr',
    ['Nature contact: a scoping review', 'Naturkontakt: en systematisk översikt'],
    'another',
  ],
  ['prisma-2020', ['Skolfrånvaro: en systematisk kunskapsöversikt'], 'asked_for'],
  ['prisma-2020', ['Skulefråvær: ei systematisk oversikt'], 'asked_for'],
  ['prisma-2020', ['School absence: a systematic mixed-methods review'], 'asked_for'],
  ['prisma-2020', ['Skolfrånvaro: en kunskapsöversikt'], 'another'],
  ['prisma-2020', ['Översiktsplanen och dess läsare'], 'none'],
  ['prisma-2020', [], 'none'],
] as const)('for %s, titles %j name the kind of review: %s', (list, titles, kind) => {
  expect(kindNamed(titles, list)).toBe(kind);
});

test('what only a reader can judge is never counted as reported', async () => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    title: { sv: 'Övning: från utdrag till tillit' },
    summary: { sv: 'Två meningar. Inte mer.' },
    attribution: { sv: 'Kommunen' },
    kind: 'systematic',
    publishedAt: now.toISOString(),
  });
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const { items } = (await as(null).get(`/reviews/${row.slug}/checklist.json`)).json();
  const standing = Object.fromEntries(
    items.map((item: { number: string; standing: string }) => [item.number, item.standing]),
  );
  // The title names no kind; a summary is not yet a structured one; nobody has written a protocol.
  expect(standing).toMatchObject({ 1: 'not_reported', 2: 'judge', 25: 'judge', 27: 'judge' });
  expect(standing).toMatchObject({ '24a': 'not_reported', '24b': 'not_reported' });
  expect(standing).toMatchObject({ '16a': 'reported', '16b': 'not_reported', 17: 'reported' });
  const reported = items.filter((item: { standing: string }) => item.standing === 'reported');
  const page = (await as(null).get(`/reviews/${row.slug}/checklist`)).body;
  expect(page).toContain(`${reported.length} av 42 redovisas`);
  // One place to look at: nothing is both not stated and said to stand somewhere.
  for (const item of items)
    if (item.standing === 'not_reported') {
      expect(item.sections, item.number).toEqual([]);
      expect(item.answer, item.number).toBeNull();
    }
});

test('a checklist goes out in every format that tables do, JSON among them', async () => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    publishedAt: now.toISOString(),
  });
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const page = (await as(null).get(`/reviews/${row.slug}/checklist`)).body;
  expect(page).toContain(`checklist.json?list&#x3D;prisma-scr">JSON</a>`);
  expect(page).toContain(`checklist.docx?list&#x3D;prisma-scr">Word</a>`);
});
