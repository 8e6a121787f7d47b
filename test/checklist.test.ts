/** The filled reporting checklists: what the review holds is said to stand somewhere, the rest is not stated. */
import { expect, test } from 'vitest';
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
