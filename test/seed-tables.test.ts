/** The tables of the two source reports, made from the demonstration reviews: the same rows, the same sums. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, openDatabase } from '../server/db.ts';
import { findReview } from '../server/platform/find-review.ts';
import { drawnTable } from '../server/synthesis/builder/built.ts';
import { presetsOf } from '../server/synthesis/builder/presets.ts';
import { readerFor } from '../server/synthesis/builder/reader.ts';
import type { TableName, TableRequest } from '../server/synthesis/tables/table.ts';
import { summaryTable } from '../server/synthesis/tables/tables.ts';
import { demonstration } from './demonstration.ts';

let db: Connection;
beforeAll(async () => {
  db = openDatabase(await demonstration());
});
afterAll(() => void db.$client.close());

const eskilstuna = 'eskilstuna-2022';
const tfou = 'tfou-2012';

function asked(slug: string): TableRequest {
  const found = findReview(db, slug);
  if (!found) throw new Error(slug);
  const review = { id: found.id, slug, title: found.title };
  return { db, review, locale: 'en', isPublic: true };
}

const fixed = (slug: string, name: TableName) => summaryTable(name, asked(slug));

function preset(slug: string, key: string) {
  const found = presetsOf(readerFor(asked(slug))).find((each) => each.key === key);
  if (!found) throw new Error(`There is no table ${key} to begin from`);
  const { title, definition } = found;
  return drawnTable(asked(slug), { name: key, title, note: {}, definition }, () => '').table;
}

test('every table to begin from is complete: the builder shows it at once', () => {
  for (const slug of [eskilstuna, tfou])
    for (const { key, definition } of presetsOf(readerFor(asked(slug))))
      expect([key, definition.columns.some((name) => name !== '')]).toEqual([key, true]);
});

const keysOf = (table: ReturnType<typeof fixed>) => table.columns.map(({ key }) => key);

test('Table 1 of Eskilstuna: 32 publications with authors, year, title, countries and aim', () => {
  const table = fixed(eskilstuna, 'publications');
  expect(keysOf(table)).toEqual(['authors', 'year', 'title', 'countries', 'aim']);
  expect(table.rows).toHaveLength(32);
  expect(table.rows.flatMap(({ countries }) => countries)).toHaveLength(47);
  expect(preset(eskilstuna, 'characteristics').rows).toHaveLength(32);
  const countries = { BE: 5, DK: 5, NL: 4, NO: 7, SE: 11, GB: 15, total: 32 };
  expect(preset(eskilstuna, 'finding_country').totals?.row).toMatchObject(countries);
});

test('Table 2 of Eskilstuna: informal help in Sweden over the years', () => {
  const years = fixed(eskilstuna, 'indicators').rows.map((row) =>
    ['1992', '1998', '2005', '2009'].map((year) => row[year]),
  );
  expect(years).toEqual([
    [28, 30, 52, 45],
    [12, 12, 11, 17],
  ]);
});

test('Table 3 of Eskilstuna: three aspects of six countries, each said', () => {
  const { rows } = fixed(eskilstuna, 'comparison');
  expect(rows).toHaveLength(3);
  const said = rows.flatMap((row) => ['BE', 'DK', 'NL', 'NO', 'SE', 'GB'].map((to) => row[to]));
  expect(said.filter((cell) => typeof cell === 'string' && cell !== '')).toHaveLength(18);
});

test('Table 4 of Eskilstuna: 8 success factors, 11 risks and barriers, 7 recommendations', () => {
  const sums = { success_factor: 8, risk_or_barrier: 11, recommendation: 7, total: 26 };
  expect(fixed(eskilstuna, 'themes').totals?.row).toMatchObject(sums);
  expect(preset(eskilstuna, 'code_findings-themes').totals?.row).toMatchObject(sums);
});

test('Table 3-1 of TFoU: 42 sources, each under its kind as the report has them', () => {
  const table = preset(tfou, 'sources');
  const groups = table.rows.map(({ group }) => group);
  const sizes = [...new Set(groups)].map((group) => [
    group,
    groups.filter((each) => each === group).length,
  ]);
  expect(sizes).toEqual([
    ['Databases', 10],
    ['Research institutions', 18],
    ['Public websites', 3],
    ['Organisations', 11],
  ]);
  expect(table.rows.find(({ name }) => name === 'ISF')).toMatchObject({
    group: 'Research institutions',
  });
  expect(preset(eskilstuna, 'sources').rows.length).toBeGreaterThan(0);
});

test('Tables 3-2, 5-1 and 6-1 of TFoU: seven municipalities, their people and what they do', () => {
  const table = fixed(tfou, 'cases');
  const people = table.rows.map((row) => [row.case, row.inhabitants]);
  expect(Object.fromEntries(people)).toEqual({
    ...{ alta: 19282, kristiansund: 23813, levanger: 18922, nissedal: 1430 },
    ...{ strand: 11533, tromso: 69116, vefsn: 13258 },
  });
  const sum = (key: string) =>
    table.rows.reduce((all, row) => all + (Number(row[key] ?? 0) || 0), 0);
  const informants = ['municipal-informants', 'voluntary-informants', 'user-informants'];
  expect(informants.map(sum)).toEqual([8, 7, 3]);
  const measures = ['measure', 'organisations', 'initiator', 'cooperation'];
  const factors = ['instruments', 'enablers', 'barriers'];
  expect(keysOf(table)).toEqual(expect.arrayContaining([...measures, ...factors]));
  const built = preset(tfou, 'cases');
  expect(built.rows).toHaveLength(7);
  const aspects = [...informants, ...measures, ...factors].map((key) => `aspect:${key}`);
  expect(keysOf(built)).toEqual(expect.arrayContaining(aspects));
});

test('Table 6-2 of TFoU: six groups of factors, what helps and what hinders', () => {
  const table = preset(tfou, 'code_findings-factors');
  expect(table.rows.map(({ row }) => row)).toEqual([
    ...['economy', 'organisation', 'professionalism'],
    ...['recruitment', 'communication', 'personal'],
  ]);
  expect(keysOf(table)).toEqual(expect.arrayContaining(['success_factor', 'risk_or_barrier']));
  expect(table.totals?.row).toMatchObject({ success_factor: 14, risk_or_barrier: 16 });
  expect(fixed(tfou, 'themes').rows).toHaveLength(6);
});
