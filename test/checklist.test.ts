/** The filled reporting checklists: what the review holds is said to stand somewhere, the rest is not stated. */
import { expect, test } from 'vitest';
import type { DeliveryPart } from '../schema/deliveries.ts';
import { answersOf } from '../server/export/checklist/answers.ts';
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
  expect(whole.match(/<th scope="row">/g)).toHaveLength(27);
  const csv = await as(null).get(`/reviews/${row.slug}/checklist.csv?list=prisma-2020`);
  expect(csv.body.trim().split('\n').length).toBeGreaterThanOrEqual(28);
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
  expect(page).toContain('<td>Diskussion och slutsatser</td>');
  expect((await as(null).get(`${path}.csv`)).body).toContain('Diskussion och slutsatser');
});
