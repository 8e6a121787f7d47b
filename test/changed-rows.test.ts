/** Cases, aspects and series put right where they stand: what they carry stays, nobody's change is written over unread. */
import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { addCase, casesOf } from '../server/coding/desk/cases.ts';
import { seenOf } from '../server/coding/seen.ts';
import type { Connection } from '../server/db.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { addAspect, cellsOf, setCell } from '../server/synthesis/aspects.ts';
import { changeIndicator, indicatorNow } from '../server/synthesis/change-indicator.ts';
import { addIndicator, indicatorsOf } from '../server/synthesis/indicators.ts';
import { readGrid, writeGrid } from '../server/synthesis/series-grid.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

async function setting() {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id } = addReview(db, [[astrid, 'owner']]);
  const references = [{ type: 'article', title: 'Three municipalities', authors: [] }];
  const [reportId = 0] = storeByHand(astrid, {
    ...{ reviewId: id, searchRunId: null, label: 'By hand', references: references as never },
  }).reportIds;
  const { as } = await startApp(db);
  const last = () =>
    db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.reviewId, id))
      .orderBy(desc(auditEntry.id))
      .get();
  return { db, astrid, id, reportId, as, last };
}

function includeReport(db: Connection, reportId: number): void {
  const insert = "insert into standing (report_id, stage, state) values (?, 'full_text', 'passed')";
  db.$client.prepare(insert).run(reportId);
}

const seenIn = (body: string) => /name="seen" value="(\w+)"/.exec(body)?.[1] ?? '';

test('a case that is renamed keeps what stands in its cells', async () => {
  const { db, astrid, id, reportId, as, last } = await setting();
  const caseId = addCase(astrid, id, { reportId, label: 'Norby', country: 'SE' });
  const aspectId = addAspect(astrid, id, { scope: 'case', label: { en: 'Inhabitants' } });
  setCell(astrid, aspectId, {
    ...{ caseId, country: null, text: {}, number: 4100, reportId: null, source: '' },
  });
  const url = `/reviews/nature/coding/cases/${caseId}`;
  const seen = seenIn((await as(astrid).get(url)).body);
  const form = { label: 'Norrby', country: 'NO', reportId: String(reportId) };
  const saved = await as(astrid).post(url, { ...form, seen });
  expect(saved.headers.location).toBe('/reviews/nature/coding/cases?notice=saved');
  expect(casesOf(db, id)).toMatchObject([
    { id: caseId, key: 'norby', label: 'Norrby', country: 'NO' },
  ]);
  expect(cellsOf(db, id, 'case').cells).toMatchObject([{ caseId, number: 4100 }]);
  expect(last()).toMatchObject({
    action: 'case.changed',
    before: { label: 'Norby', country: 'SE' },
    after: { label: 'Norrby', country: 'NO' },
  });
});

test('what somebody else has saved meanwhile is shown, and written over only knowingly', async () => {
  const { db, astrid, id, as } = await setting();
  const aspectId = addAspect(astrid, id, { scope: 'country', label: { en: 'Care' } });
  const url = `/reviews/nature/coding/aspects/${aspectId}`;
  const seen = seenIn((await as(astrid).get(url)).body);
  const mine = { label_en: 'Care at home', source: '' };
  expect((await as(astrid).post(url, { ...mine, seen })).statusCode).toBe(303);
  const late = await as(astrid).post(url, { label_en: 'Home care', source: 'p. 3', seen });
  expect(late.statusCode).toBe(422);
  expect(late.body).toContain('Care at home');
  expect(late.body).toContain('value="Home care"');
  const again = { label_en: 'Home care', source: 'p. 3', seen: seenIn(late.body) };
  const saved = await as(astrid).post(url, again);
  expect(saved.headers.location).toBe('/reviews/nature/coding/comparison?notice=saved');
  expect(cellsOf(db, id, 'country').aspects).toMatchObject([
    { id: aspectId, key: 'care', label: { en: 'Home care' }, source: 'p. 3' },
  ]);
});

test('two who fill the same cell: the later is told what stands there now, and nothing is lost', async () => {
  const { db, astrid, id, reportId, as, last } = await setting();
  includeReport(db, reportId);
  const aspectId = addAspect(astrid, id, { scope: 'country', label: { en: 'Care' } });
  const url = `/reviews/nature/coding/aspects/${aspectId}/cell?country=SE`;
  const seen = seenIn((await as(astrid).get(url)).body);
  const cell = { text_en: 'At home', number: '', reportId: '', source: 'p. 2' };
  expect((await as(astrid).post(url, { ...cell, seen })).statusCode).toBe(303);
  const mine = { text_en: 'In homes', number: '41,5', reportId: String(reportId), source: 'p. 7' };
  const late = await as(astrid).post(url, { ...mine, seen });
  expect(late.statusCode).toBe(422);
  for (const text of ['At home', 'p. 2', 'In homes', 'p. 7', 'value="41.5"'])
    expect(late.body).toContain(text);
  expect(late.body).toMatch(new RegExp(`<option value="${reportId}"[^>]*selected`));
  expect(cellsOf(db, id, 'country').cells).toMatchObject([{ text: { en: 'At home' } }]);
  const again = await as(astrid).post(url, { ...mine, seen: seenIn(late.body) });
  expect(again.headers.location).toBe('/reviews/nature/coding/comparison?notice=saved');
  expect(cellsOf(db, id, 'country').cells).toMatchObject([{ text: { en: 'In homes' } }]);
  expect(last()).toMatchObject({
    action: 'cell.set',
    before: { text: { en: 'At home' }, source: 'p. 2' },
    after: { text: { en: 'In homes' }, source: 'p. 7' },
  });
  // Also the one who would empty it has to have seen what it holds.
  const emptied = { text_en: '', number: '', reportId: '', source: '', seen };
  expect((await as(astrid).post(url, emptied)).statusCode).toBe(422);
  expect(cellsOf(db, id, 'country').cells).toHaveLength(1);
});

test('a figure is put right in its place; lines keep their words in other languages', async () => {
  const { db, astrid, id, as, last } = await setting();
  const groups = [
    {
      label: { en: 'All', sv: 'Alla' },
      change: '+2',
      isSignificant: true,
      values: { 2010: 1.5, 2014: null },
    },
    { label: { en: 'Sport', sv: 'Idrott' }, values: { 2010: 3, 2014: 4 } },
  ];
  const words = {
    label: { en: 'Members' },
    unit: { en: 'Per cent' },
    source: 'Report',
    reportId: null,
  };
  const indicatorId = addIndicator(astrid, id, { ...words, groups });
  const url = `/reviews/nature/coding/indicators/${indicatorId}`;
  const { body } = await as(astrid).get(url);
  expect(body).toContain('All\t1.5\t\t+2');
  const form = {
    label_en: 'Members',
    unit_en: 'Per cent',
    source: 'Report',
    language: 'en',
    reportId: '',
  };
  const grid = '\t2010\t2014\tChange\nAll\t1.5\t2.5\t+2\nSports\t3\t4\t';
  const saved = await as(astrid).post(url, { ...form, grid, seen: seenIn(body) });
  expect(saved.statusCode).toBe(303);
  const [row] = indicatorsOf(db, id);
  expect(row?.groups).toMatchObject([
    { label: { en: 'All', sv: 'Alla' }, isSignificant: true, values: { 2010: 1.5, 2014: 2.5 } },
    { key: 'sport', label: { en: 'Sports', sv: 'Idrott' }, values: { 2010: 3, 2014: 4 } },
  ]);
  expect(last()).toMatchObject({ action: 'indicator.changed' });
  const broken = await as(astrid).post(url, { ...form, grid: 'x', seen: seenIn(body) });
  expect(broken.statusCode).toBe(422);
});

test('a line and a year that are taken away are shown no longer, and come back with their key', async () => {
  const { db, astrid, id } = await setting();
  const words = {
    label: { en: 'Members' },
    unit: { en: 'Per cent' },
    source: 'Report',
    reportId: null,
  };
  const grid = '\t2010\t2014\nAll\t1\t2\nSport\t3\t4';
  const indicatorId = addIndicator(astrid, id, { ...words, groups: readGrid(grid, 'en') });
  const now = () => indicatorsOf(db, id)[0];
  const change = (text: string) => {
    const row = now();
    if (!row) throw new Error('no series');
    const about = { indicatorId, reviewId: id, seen: seenOf(indicatorNow(row)) };
    changeIndicator(astrid, about, { ...words, groups: readGrid(text, 'en') });
  };
  change('\t2014\nAll\t2');
  expect(now()).toMatchObject({ years: [2014], groups: [{ key: 'all' }] });
  expect(now()?.groups).toHaveLength(1);
  change(grid);
  expect(now()?.groups.map(({ key, values }) => [key, values])).toEqual([
    ['all', { 2010: 1, 2014: 2 }],
    ['sport', { 2010: 3, 2014: 4 }],
  ]);
  const row = now();
  expect(row && writeGrid(row, 'en', 'Change')).toBe(grid);
});
