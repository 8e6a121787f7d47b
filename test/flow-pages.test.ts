/** The pages of the flow: the figure and its table, the lists behind the numbers, who may see which. */
import { beforeEach, expect, test } from 'vitest';
import { importBatch } from '../schema/records.ts';
import { flowTemplates } from '../schema/reviews.ts';
import type { Connection } from '../server/db.ts';
import { boxesOf, boxIds } from '../server/synthesis/flow/boxes.ts';
import { done, tell, tellLegacy } from './flow-data.ts';
import { freshDatabase, now, startApp } from './helpers.ts';

const at = now.toISOString();
let db: Connection;
beforeEach(() => {
  db = freshDatabase();
});

test.each(flowTemplates)(
  'the %s template has its own boxes, all of them drawn',
  async (template) => {
    const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
      flowTemplate: template,
      publishedAt: at,
    });
    const { as } = await startApp(db);
    const page = await as(null).get(`/reviews/${row.slug}/flow`);
    expect(page.statusCode).toBe(200);
    for (const id of boxIds)
      expect(page.body.includes(`<span class="flow-id">${id}</span>`)).toBe(
        boxesOf(template).includes(id),
      );
    expect(page.body.match(/<rect class="flow-box/g)).toHaveLength(
      { 'new-v1': 9, 'new-v2': 14, 'updated-v1': 11, 'updated-v2': 16 }[template],
    );
    expect(page.body).not.toContain('style=');
  },
);

test.each([
  ['en', 'Reports of included studies', 'n = 2 counted, 3 reported'],
  ['sv', 'Rapporter om inkluderade studier', 'n = 2 räknat, 3 redovisat'],
  ['nb', 'Rapporter om inkluderte studier', 'n = 2 talt, 3 oppgitt'],
  ['nn', 'Rapportar om inkluderte studiar', 'n = 2 talt, 3 oppgitt'],
])('the page in %s says in words where counted and reported disagree', async (tag, label, line) => {
  const row = tellLegacy(db);
  const { as } = await startApp(db, { 'accept-language': tag });
  const page = (await as(null).get(`/reviews/${row.slug}/flow`)).body;
  const texts = page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(texts).toContain(label);
  expect(texts).toContain(line);
  expect(page).toMatch(/<svg [^>]*aria-labelledby="flow-figure-title"/);
});

test('the JSON has id, unit, derived, reported and status of each box', async () => {
  const row = tellLegacy(db);
  const { as } = await startApp(db);
  const { boxes } = (await as(null).get(`/reviews/${row.slug}/flow.json`)).json();
  expect(boxes.find((each: { id: string }) => each.id === 'N2')).toMatchObject({
    unit: 'report',
    derived: 2,
    reported: 3,
    status: 'disagrees',
  });
});

test('the SVG is a file of its own, in the language asked for, with its colours', async () => {
  const row = tellLegacy(db);
  const { as } = await startApp(db);
  const svg = await as(null).get(`/reviews/${row.slug}/flow.svg?lang=sv`);
  expect(svg.headers['content-type']).toContain('image/svg+xml');
  expect(svg.body).toMatch(/^<svg xmlns="[^"]+" lang="sv" xml:lang="sv"/);
  expect(svg.body).toContain('<title id="flow-figure-title">Flödesschema');
  expect(svg.body).toContain('fill="#ffffff"');
});

test('anybody opens what is included; the other lists are for the people of the review', async () => {
  const row = tell(db, [{ found: [0], ...done, assessed: 'excluded' }], { publishedAt: at });
  const { as } = await startApp(db);
  const list = (who: { personId: number } | null, id: string) =>
    as(who).get(`/reviews/${row.slug}/flow/${id}`);
  expect((await list(null, 'N2')).statusCode).toBe(200);
  expect((await list(null, 'A2')).statusCode).toBe(404);
  expect((await list(null, 'N1?pending=without_study')).statusCode).toBe(404);
  expect((await list({ personId: 1 }, 'A2?part=E1')).body).toContain('Report 0');
  expect((await list({ personId: 1 }, 'A2.json')).json()).toMatchObject({
    total: 1,
    rows: [{ title: 'Report 0', reason: { en: 'Reason E1' } }],
  });
  const page = (await as(null).get(`/reviews/${row.slug}/flow`)).body;
  expect(page).toContain(`/reviews/${row.slug}/flow/N2"`);
  expect(page).not.toContain(`/reviews/${row.slug}/flow/A2`);
});

test('the numbers, the sources and the rows behind a number leave as tables, for whoever may see them', async () => {
  const row = tell(
    db,
    [
      { found: [0, 1], ...done, assessed: 'excluded' },
      { found: [1], ...done, assessed: 'passed' },
    ],
    { publishedAt: at },
  );
  const { as } = await startApp(db);
  const get = (file: string, who: { personId: number } | null = { personId: 1 }) =>
    as(who).get(`/reviews/${row.slug}/flow/${file}`);
  const numbers = (await get('numbers.csv', null)).body.split('\r\n');
  expect(numbers[0]).toBe('Box,Of which,Counted here,Reported,State');
  expect(numbers).toContain('Duplicate records removed,,1,,Counted');
  const sources = (await get('sources.csv?lang=sv', null)).body;
  expect(sources).toMatch(/^Källa,.*,Endast här,Inkluderade\r\n/);
  expect(sources).toContain('Source of register,Register,,2,1,0,0,1,1,1\r\n');
  expect((await get('overlaps.md', null)).body).toContain('| 1 | 2 |');
  for (const format of ['docx', 'xlsx', 'csv', 'html', 'md', 'tex']) {
    const page = (await get('A2')).body;
    expect(page).toContain(`/reviews/${row.slug}/flow/A2.${format}"`);
    expect([format, (await get(`A2.${format}`)).statusCode]).toEqual([format, 200]);
    expect([format, (await get(`A2.${format}`, null)).statusCode]).toEqual([format, 404]);
  }
  expect((await get('A2.csv')).body).toContain('Report 0');
  expect((await get('A2.csv?part=E1')).body).toContain('Reason E1');
});

test('long lists come page by page', async () => {
  const stories = Array.from({ length: 60 }, () => ({
    found: [0],
    ...done,
    assessed: 'passed' as const,
  }));
  const row = tell(db, stories);
  const { as } = await startApp(db);
  const second = await as({ personId: 1 }).get(`/reviews/${row.slug}/flow/N2?page=2`);
  expect(second.body.match(/<th scope="row">/g)).toHaveLength(10);
  expect(second.body).toContain('rel="prev"');
});

test.each(['passed', 'excluded'] as const)(
  'a flow says when reports (%s) are in no box for want of a source, and is not called final',
  async (assessed) => {
    const row = tell(db, [{ found: [0], ...done, assessed }], { publishedAt: at });
    const { as } = await startApp(db);
    const page = () => as(null).get(`/reviews/${row.slug}/flow`);
    expect((await page()).body).toContain('Final: nothing is pending');
    db.update(importBatch).set({ searchRunId: null }).run();
    expect((await page()).body).toContain('1 report is in no box before what is included: nobody');
    expect((await page()).body).not.toContain('Final: nothing is pending');
  },
);
