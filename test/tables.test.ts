/** Summary tables: what they hold, for whom, and that every count opens what it counts. */
import { beforeEach, expect, test } from 'vitest';
import { aspectCell } from '../schema/coding.ts';
import type { Connection } from '../server/db.ts';
import { type TableName, tableNames } from '../server/synthesis/tables/table.ts';
import { summaryTable, tableJson } from '../server/synthesis/tables/tables.ts';
import { addReview, freshDatabase, now, startApp } from './helpers.ts';
import { type Told, tellTables } from './table-data.ts';

let db: Connection;
let told: Told;
beforeEach(() => {
  db = freshDatabase();
  told = tellTables(db);
});

const table = (name: TableName, more: { isPublic?: boolean; theme?: string; kind?: string } = {}) =>
  summaryTable(name, {
    db,
    review: { id: told.id, slug: told.slug, title: { en: 'Nature' } },
    locale: 'en',
    isPublic: true,
    ...more,
  });

test('publications are listed with authors, year, title, countries as codes, and aim', () => {
  const { columns, rows } = tableJson(table('publications'));
  expect(columns.map(({ key }) => key)).toEqual(['authors', 'year', 'title', 'countries', 'aim']);
  expect(rows).toMatchObject([
    { authors: ['Ålander, A.', 'Berg, A.', 'Dahl, A.'], countries: ['NO', 'SE'], year: 2021 },
    { authors: ['Berg, A.', 'Öst, A.'], countries: ['SE'], year: null },
    { title: 'Care together', countries: ['DK'], aim: 'The aim of Care together' },
  ]);
  expect(table('publications').note).toContain('3 publications');
  expect(table('publications').note).toContain('4 links');
});

test('authors are sorted by the alphabet of the language: å is last in Swedish', () => {
  const review = { id: told.id, slug: told.slug, title: { en: 'Nature' } };
  const { rows } = summaryTable('publications', { db, review, locale: 'sv', isPublic: true });
  expect(rows.map((row) => (row.authors as string[])[0])).toEqual([
    'Berg, A.',
    'Scheele, A.',
    'Ålander, A.',
  ]);
});

test('findings come by kind and number, with the publications that support and contradict them', () => {
  expect(table('findings').rows).toMatchObject([
    {
      kind: 'success_factor',
      number: 1,
      statement: 'Success factor 1',
      publications: ['Ålander et al. 2021', 'Scheele 2019'],
      themes: ['themes.governance', 'themes.trust'],
    },
    { kind: 'success_factor', number: 2, publications: ['Scheele 2019'] },
    {
      kind: 'risk_or_barrier',
      number: 1,
      publications: ['Berg and Öst n.d.'],
      contradicting: ['Ålander et al. 2021'],
    },
  ]);
});

test('where a source names only the first author, the tables say that there are others', () => {
  const shortened = `update report set reference = json_set(reference, '$.othersOmitted', json('true'))
    where title = 'Care together'`;
  db.$client.prepare(shortened).run();
  const { rows, cells } = table('publications');
  expect(rows[2]).toMatchObject({ authors: ['Scheele, A.'], othersOmitted: true });
  expect(rows[0]).not.toHaveProperty('othersOmitted');
  expect(cells[2]?.[0]?.items.map(({ text }) => text)).toEqual(['Scheele, A. et al.']);
  const [first] = table('findings').rows;
  expect(first).toMatchObject({ publications: ['Ålander et al. 2021', 'Scheele et al. 2019'] });
});

test('drafts are for the people of the review', () => {
  expect(table('findings', { isPublic: true }).rows).toHaveLength(3);
  expect(table('findings', { isPublic: false }).rows).toHaveLength(4);
});

test('themes count different findings, and the totals count each finding once', () => {
  const { rows, totals } = table('themes');
  expect(rows).toMatchObject([
    { theme: 'themes.governance', success_factor: 1, risk_or_barrier: 1, total: 2 },
    { theme: 'themes.trust', success_factor: 2, risk_or_barrier: 0, total: 2 },
  ]);
  expect(totals?.row).toEqual({ success_factor: 2, risk_or_barrier: 1, total: 3 });
});

test('every count of the theme table opens exactly the findings that it counts', () => {
  for (const isPublic of [true, false]) {
    const { cells, totals } = table('themes', { isPublic });
    for (const cell of [...cells, totals?.cells ?? []].flat()) {
      if (cell.number === null) continue;
      const [item] = cell.items;
      if (cell.number === 0) expect(item?.href).toBeNull();
      else {
        const query = Object.fromEntries(new URL(item?.href ?? '', 'http://x').searchParams);
        expect(table('findings', { isPublic, ...query }).rows).toHaveLength(cell.number);
      }
    }
  }
});

test('a finding without a theme has a line of its own', () => {
  expect(table('themes', { isPublic: false }).rows).toMatchObject([
    {},
    {},
    { theme: '-', label: 'Without a theme', risk_or_barrier: 1, total: 1 },
  ]);
});

test('the comparison has aspects as rows and countries as columns; an empty cell is empty', () => {
  const { columns, rows, cells } = table('comparison');
  expect(columns.map(({ label }) => label)).toEqual(['Aspect', 'Norway', 'Sweden']);
  expect(rows).toMatchObject([
    { aspect: 'definition', SE: 'Family care', NO: 'Care by family\nVoluntary help' },
    { aspect: 'policy', SE: null, NO: null },
  ]);
  expect(cells[0]?.[1]?.items.map(({ text }) => text)).toEqual([
    'Care by family',
    'Voluntary help',
  ]);
});

test('what is said of a country leads to the publication that says so, if readers can open it', () => {
  const [included, other] = told.reportIds;
  const say = (country: string, reportId: number | undefined, number: number | null) =>
    db
      .insert(aspectCell)
      .values({
        ...{ aspectId: 1, country, reportId: reportId ?? null, number, personId: 1 },
        ...{ text: number === null ? { en: 'Family care' } : {}, at: now.toISOString() },
      })
      .run();
  say('SE', included, null);
  say('NO', included, 12);
  say('DK', other, null);
  db.$client.exec(
    `update standing set state = 'excluded' where report_id = ${other} and stage = 'full_text'`,
  );
  const href = `/reviews/${told.slug}/publications/${included}`;
  const itemsOf = (name: TableName, key: string) => {
    const { columns, cells } = table(name);
    const at = columns.findIndex((column) => column.key === key);
    return (cells[0]?.[at]?.items ?? []).map((item) => [item.text, item.href]);
  };
  expect(itemsOf('comparison', 'SE')).toEqual([
    ['Family care', null],
    ['Scheele 2019', href],
  ]);
  expect(itemsOf('comparison', 'NO')).toEqual([['12', href]]);
  expect(itemsOf('comparison', 'DK')).toEqual([['Family care', null]]);
  expect(itemsOf('welfare', 'nordic')).toEqual([
    ['Denmark: Family care', null],
    ['Norway: 12', null],
    ['Scheele 2019', href],
    ['Sweden: Family care', null],
    ['Scheele 2019', href],
  ]);
});

test('cases have their attributes, numbers as numbers, words marked with their language', () => {
  const { columns, rows, cells } = table('cases');
  expect(columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'number', 'text']);
  expect(rows).toMatchObject([
    { case: 'alta', label: 'Alta', country: 'NO', inhabitants: 19_282, initiator: 'Kommunen' },
    { case: 'tromsø', inhabitants: 69_116, initiator: null },
  ]);
  expect(cells[0]?.[3]?.items).toMatchObject([{ text: 'Kommunen', language: 'nb' }]);
});

test('indicators have a column for each year, and a gap is not a zero', () => {
  const { columns, rows, sources } = table('indicators');
  expect(columns.map(({ key }) => key)).toEqual([
    ...['indicator', 'group', 'unit', '1992', '1998', '2009', 'change'],
  ]);
  expect(rows).toMatchObject([
    { indicator: 'informal-help', 1992: 28, 1998: null, 2009: 45.5, change: '+17' },
  ]);
  expect(sources).toEqual(['Aytar 2022, Table 2']);
});

test.each(['en', 'sv', 'nb', 'nn'])(
  'every table has a page and JSON for anybody, in %s',
  async (tag) => {
    const { as } = await startApp(db, { 'accept-language': tag });
    const index = await as(null).get('/reviews/nature/tables');
    expect(index.statusCode).toBe(200);
    for (const name of tableNames) {
      expect(index.body).toContain(`/reviews/nature/tables/${name}.docx`);
      const page = await as(null).get(`/reviews/nature/tables/${name}`);
      expect(page.statusCode, page.body).toBe(200);
      expect(page.body).toMatch(/<caption/);
      expect(page.body).not.toContain('style=');
      expect(page.body).not.toContain('<b>Åse');
      const json = (await as(null).get(`/reviews/nature/tables/${name}.json?lang=en`)).json();
      expect(json).toMatchObject({ name });
      expect(json.rows).toEqual(JSON.parse(JSON.stringify(table(name).rows)));
    }
  },
);

test('the findings page shows each statement with links to its publications and how many they are', async () => {
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const page = (await as(null).get('/reviews/nature/tables/findings')).body;
  expect(page).toContain('Framgångsfaktor 1');
  expect(page).toContain('2 publikationer');
  expect(page).toContain(`href="/reviews/nature/publications/${told.reportIds[0]}"`);
  expect(page).not.toContain('Risk eller hinder 2');
  const one = await as(null).get('/reviews/nature/tables/findings?theme=themes.trust');
  expect(one.body).toContain('Endast: Theme trust');
  expect(one.body).not.toContain('Risk eller hinder 1');
});

test('a table without data says so, and what to do', async () => {
  addReview(db, [], { slug: 'empty', publishedAt: now.toISOString() });
  const { as } = await startApp(db);
  for (const name of tableNames) {
    const page = await as(null).get(`/reviews/empty/tables/${name}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('class="empty"');
    expect(page.body).not.toContain('<table');
  }
});

test('tables of an unpublished review are for its people', async () => {
  addReview(db, [[{ personId: told.personId }, 'reader']], { slug: 'closed' });
  const { as } = await startApp(db);
  const get = (who: { personId: number } | null) =>
    as(who).get('/reviews/closed/tables/findings.json');
  expect((await get(null)).statusCode).toBe(401);
  expect((await get(told)).statusCode).toBe(200);
});
