/** Tables that a team puts together: what they count, what their cells open, who sees them, what an empty cell means. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { coding, countryLink } from '../schema/coding.ts';
import type { TableDefinition } from '../schema/synthesis.ts';
import type { Connection } from '../server/db.ts';
import { crossedTable, drawnTable } from '../server/synthesis/builder/built.ts';
import { cellRows } from '../server/synthesis/builder/cell-rows.ts';
import { cross } from '../server/synthesis/builder/crossing.ts';
import { type Dimension, fromLinks } from '../server/synthesis/builder/dimension.ts';
import { ranksOf } from '../server/synthesis/builder/order.ts';
import { addTable, savedTables } from '../server/synthesis/builder/saved.ts';
import { addPerson, freshDatabase, now, startApp } from './helpers.ts';
import { type Told, tellTables } from './table-data.ts';

let db: Connection;
let told: Told;
beforeEach(() => {
  db = freshDatabase();
  told = tellTables(db);
});

const asked = () => ({
  db,
  review: { id: told.id, slug: told.slug, title: { en: 'Nature' } },
  locale: 'en' as const,
  isPublic: false,
});
const crossing = (more: Partial<TableDefinition>): TableDefinition => ({
  shape: 'crossing',
  unit: 'publications',
  rows: 'country',
  columns: ['year'],
  segment: '',
  cells: 'count',
  order: 'own',
  showsEmpty: false,
  showsNone: true,
  ...more,
});
const table = (more: Partial<TableDefinition>) =>
  drawnTable(
    asked(),
    { name: 'saved/x', title: { en: 'X' }, note: {}, definition: crossing(more) },
    (place) => `?${new URLSearchParams(place as Record<string, string>)}`,
  ).table;
const context = () => ({ db, actor: { personId: told.personId }, at: now.toISOString() });

test('a publication about two countries stands in both rows and counts once in the total', () => {
  const { rows, totals } = table({});
  expect(rows).toMatchObject([
    { row: 'DK', 2019: 1, total: 1 },
    { row: 'NO', 2021: 1, total: 1 },
    { row: 'SE', 2021: 1, '-': 1, total: 2 },
  ]);
  expect(totals?.row).toMatchObject({ total: 3 });
});

test('two publications of one study are one study', () => {
  db.$client.exec(`insert into study (id, review_id, label) values (1, ${told.id}, 'Trial');
    update report set study_id = 1 where id in (${told.reportIds[0]}, ${told.reportIds[1]})`);
  expect(table({ unit: 'studies' }).totals?.row).toMatchObject({ total: 2 });
  expect(table({ unit: 'studies', columns: ['design'] }).rows).toHaveLength(3);
});

test('every number opens as many rows as it says', () => {
  const book = 'code:themes:0';
  for (const definition of [
    crossing({}),
    crossing({ unit: 'findings', rows: book, columns: ['kind'] }),
    crossing({ unit: 'cases', rows: 'case', columns: ['welfare'] }),
    crossing({ unit: 'publications', rows: 'finding', columns: ['country'], segment: 'year' }),
    crossing({ rows: 'welfare', columns: [] }),
  ]) {
    const { crossed } = crossedTable(asked(), definition);
    expect(crossed.count({})).toBeGreaterThan(0);
    for (const row of crossed.rows)
      for (const column of crossed.columns) {
        const place = { row: row.category?.key ?? '-', column: column.category?.key ?? '-' };
        const own = crossed.count({ row, column });
        expect(cellRows(asked(), definition, place).rows).toHaveLength(own);
        for (const part of crossed.segments) {
          const listed = cellRows(asked(), definition, {
            ...place,
            part: part.category?.key ?? '-',
          });
          expect(listed.count).toBe(crossed.count({ row, column, part }));
          expect(listed.rows).toHaveLength(listed.count);
        }
      }
  }
});

test('an empty cell says whether nothing was found or nothing was coded', () => {
  const code = db.$client.prepare("select id from code where key = 'trust'").pluck().get();
  const one = told.reportIds[0] ?? 0;
  db.insert(coding)
    .values({ reportId: one, codeId: Number(code), personId: 1 })
    .run();
  const { rows, cells } = table({
    rows: 'country',
    columns: ['code:themes:0'],
    cells: 'mark',
    showsEmpty: true,
    showsNone: false,
  });
  expect(rows[0]).toMatchObject({ row: 'DK', governance: 0, trust: 1 });
  expect(rows[1]).toMatchObject({ row: 'NO', governance: null, trust: null });
  expect(cells[0]?.slice(1, 3).map(({ items }) => items[0]?.text)).toEqual([
    'no evidence',
    '\u2713',
  ]);
  expect(cells[1]?.[1]?.items[0]?.text).toBe('not coded');
});

test('where only some of a line are coded, the note says of how many an empty cell speaks', () => {
  const code = db.$client.prepare("select id from code where key = 'trust'").pluck().get();
  const [, two = 0] = told.reportIds;
  const crossed = { rows: 'country', columns: ['code:themes:0'], showsEmpty: true };
  expect(table(crossed).note).not.toContain('says nothing of them');
  // Of the two on Sweden one, and the one on Norway is coded whole.
  db.insert(coding)
    .values({ reportId: two, codeId: Number(code), personId: 1 })
    .run();
  expect(table(crossed).note).toContain('an empty cell says nothing of them: Sweden (1 of 2).');
});

test('a listing has a row for each thing, with what is said of it', () => {
  const { columns, rows } = table({
    shape: 'listing',
    rows: '',
    columns: ['year', 'country', 'aim', 'design'],
    order: 'label',
  });
  expect(columns.map(({ kind }) => kind)).toEqual(['text', 'number', 'list', 'text', 'list']);
  expect(rows).toHaveLength(3);
  expect(rows[2]).toMatchObject({ name: 'Scheele 2019', year: 2019, country: ['Denmark'] });
  const cases = table({
    shape: 'listing',
    unit: 'cases',
    rows: '',
    columns: ['aspect:inhabitants'],
  });
  expect(cases.rows).toMatchObject([{ name: 'Alta', 'aspect:inhabitants': 19_282 }, {}]);
});

test('whatever things have, margins are the different things of their cells', () => {
  const values = (categories: number) =>
    fc.array(fc.uniqueArray(fc.nat(categories - 1), { maxLength: categories }), {
      minLength: 30,
      maxLength: 30,
    });
  const dimension = (name: string, own: number[][], size: number): Dimension => ({
    name,
    label: name,
    values: fromLinks(
      own.length,
      own.flatMap((list, thing) => list.map((value) => ({ value, reports: [thing] }))),
      (thing) => thing,
      (value) => [Number(value)],
    ),
    categories: Array.from({ length: size }, (_, at) => ({
      ...{ key: String(at), label: String(at), language: null, href: null },
    })),
  });
  const holds = fc.property(values(4), values(3), fc.boolean(), (one, other, showsNone) => {
    const compare = () => 0;
    const options = { order: 'own' as const, showsEmpty: true, showsNone, compare };
    const made = cross(30, dimension('r', one, 4), dimension('c', other, 3), null, options);
    for (const row of made.rows) {
      for (const column of made.columns)
        expect(made.things({ row, column })).toHaveLength(made.count({ row, column }));
      const inCells = new Set(made.columns.flatMap((column) => made.things({ row, column })));
      expect(new Set(made.things({ row }))).toEqual(inCells);
      expect(made.count({ row })).toBe(inCells.size);
    }
    const anywhere = new Set(made.columns.flatMap((column) => made.things({ column })));
    expect(anywhere.size).toBe(made.count({}));
    expect(made.things({})).toHaveLength(made.count({}));
    if (showsNone) expect(made.count({})).toBe(30);
  });
  fc.assert(holds, { numRuns: 100 });
});

test('a table is kept, changed, copied, shown to planners and archived, and the log says so', async () => {
  const { as } = await startApp(db);
  const { personId } = addPerson(db, 'Berit');
  const form = { shape: 'crossing', unit: 'publications', rows: 'country', none: 'on' };
  const refused = await as(told).post('/reviews/nature/tables/new', { ...form, title_en: '' });
  expect(refused.statusCode).toBe(422);
  const path = '/reviews/nature/tables/saved/by-country';
  const made = await as(told).post('/reviews/nature/tables/new', {
    ...form,
    title_en: 'By country',
  });
  expect(made.headers.location).toBe(`${path}?notice=saved`);
  expect((await as(null).get(path)).statusCode).toBe(404);
  expect((await as({ personId }).get(`${path}/edit`)).statusCode).toBe(404);
  await as(told).post(`${path}/show`, { isPublic: 'yes' });
  expect((await as(null).get(path)).body).toContain('Denmark');
  expect((await as(null).get(`${path}/cells?row=SE`)).body).toContain('2 different publications');
  expect((await as(null).get(`${path}.xlsx`)).statusCode).toBe(200);
  const behind = await as(null).get(`${path}/cells.md?row=SE&lang=sv`);
  expect(behind.body).toContain('By country · Sverige');
  expect(behind.body.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(4);
  await as(told).post(`${path}/edit`, {
    ...form,
    columns: 'year',
    title_en: 'By country and year',
  });
  expect((await as(null).get(`${path}.json`)).json()).toMatchObject({
    title: 'By country and year',
  });
  await as(told).post(`${path}/copy`);
  await as(told).post(`${path}/archive`);
  expect((await as(told).get(path)).statusCode).toBe(404);
  expect(savedTables(db, told.id, false).map(({ title }) => title)).toEqual([
    { en: 'By country and year (copy)' },
  ]);
  const actions = "select action from audit_entry where entity = 'saved_table' order by id";
  expect(db.$client.prepare(actions).pluck().all()).toEqual(
    ['added', 'shown', 'changed', 'added', 'archived'].map((verb) => `table.${verb}`),
  );
});

test.each(['en', 'sv', 'nb', 'nn'])(
  'the builder and a gap map have their pages in %s',
  async (tag) => {
    const { as } = await startApp(db, { 'accept-language': tag });
    const definition = crossing({
      shape: 'map',
      rows: 'finding',
      columns: ['country'],
      segment: 'year',
      showsEmpty: true,
    });
    addTable(context(), told.id, { key: 'map', title: { en: 'Map' }, note: {}, definition });
    for (const path of [
      'saved/map',
      'new',
      'saved/map/edit',
      'new?shape=listing&unit=publications',
    ]) {
      const page = await as(told).get(`/reviews/nature/tables/${path}`);
      expect(page.statusCode, page.body).toBe(200);
      expect(page.body).not.toContain('style=');
    }
    const map = (await as(told).get('/reviews/nature/tables/saved/map')).body;
    expect(map).toContain('class="gap-bubble"');
    const [, first = ''] = /class="gap-cell" href="([^"]+)"/.exec(map) ?? [];
    const cell = await as(told).get(first.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
    expect(cell.statusCode).toBe(200);
  },
);

test('a table of a codebook that is gone still opens', async () => {
  const definition = crossing({ rows: 'code:gone:0' });
  expect(table(definition).rows.length).toBeGreaterThan(0);
  const { as } = await startApp(db);
  const query = 'shape=crossing&unit=publications&rows=country';
  const asksTooMuch = `/reviews/nature/tables/cells?${query}&row=XX`;
  const asked = `/reviews/nature/tables/cells.csv?${query}&row=SE`;
  expect((await as(told).get(asked)).body.trim().split('\n')).toHaveLength(3);
  expect((await as(null).get(asked)).statusCode).toBe(303);
  expect((await as(told).get(asksTooMuch)).statusCode).toBe(404);
  expect((await as(null).get(asksTooMuch)).statusCode).toBe(303);
});

test('what is kept of a table follows every change at once, also one that is undone', () => {
  const total = () => table({ rows: 'country', columns: [] }).totals?.row.total;
  const has = () => table({ columns: [] }).rows.map((row) => row.row);
  expect([total(), total()]).toEqual([3, 3]);
  const say = (country: string) =>
    db
      .insert(countryLink)
      .values({ reportId: told.reportIds[0] ?? 0, country, personId: 1 })
      .run();
  say('IS');
  expect(has()).toEqual(['DK', 'IS', 'NO', 'SE']);
  expect(() =>
    db.transaction(() => {
      say('FI');
      expect(has()).toContain('FI');
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(has()).toEqual(['DK', 'IS', 'NO', 'SE']);
  db.$client.exec(
    "update standing set state = 'excluded', criterion_id = null where report_id = 1",
  );
  expect(total()).toBe(2);
});

test('a page of a table holds the rows of the whole, in their order', () => {
  const definition = crossing({ rows: 'publication', columns: ['country'], cells: 'mark' });
  const drawn = { name: 'saved/x', title: { en: 'X' }, note: {}, definition };
  const whole = drawnTable(asked(), drawn, () => '#').table;
  const parts = [0, 1, 2].map((offset) => {
    const window = { offset, limit: 1 };
    return drawnTable({ ...asked(), window }, drawn, () => '#').table;
  });
  expect(whole.rows.map((row) => row.label)).toEqual(
    ['Berg and Öst n.d.', 'Scheele 2019', 'Ålander et al. 2021'].toSorted(
      new Intl.Collator('en').compare,
    ),
  );
  expect(parts.flatMap(({ cells }) => cells)).toEqual(whole.cells);
  expect(parts.map(({ count }) => count)).toEqual([3, 3, 3]);
  expect(parts.map(({ totals }) => totals)).toEqual(parts.map(() => whole.totals));
});

test('names stand in the order of the alphabet, however they came', () => {
  const holds = fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }))), (batches) => {
    const { compare } = new Intl.Collator('sv', { numeric: true });
    for (const names of batches) {
      const ranks = ranksOf('sv', names);
      for (const [at, name] of names.entries())
        for (const [to, other] of names.entries())
          if (compare(name, other) < 0) expect(ranks[at]).toBeLessThan(ranks[to] ?? 0);
    }
  });
  fc.assert(holds, { numRuns: 50 });
});
