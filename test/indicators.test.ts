/** Figures and cells that people enter: series, tables of cases and countries, and numbers that reports give. */
import { beforeEach, expect, test } from 'vitest';
import { addCase, casesOf } from '../server/coding/desk/cases.ts';
import { setCountries } from '../server/coding/desk/countries.ts';
import type { Connection } from '../server/db.ts';
import { addAspect, cellHistory, cellsOf, setCell } from '../server/synthesis/aspects.ts';
import { addIndicator, indicatorsOf } from '../server/synthesis/indicators.ts';
import { reportedNumbers, setReportedNumber } from '../server/synthesis/reported.ts';
import { readGrid } from '../server/synthesis/series-grid.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: Connection;
let owner: ReturnType<typeof addPerson>;
let reviewer: ReturnType<typeof addPerson>;
let nature: ReturnType<typeof addReview>;
let report: number;
beforeEach(() => {
  db = freshDatabase();
  owner = addPerson(db, 'Owner');
  reviewer = addPerson(db, 'Astrid');
  nature = addReview(db, [
    [owner, 'owner'],
    [reviewer, 'reviewer'],
  ]);
  report = addPublication(reviewer, nature.id, { title: 'Walking in the forest' });
});

test('a series keeps its gaps, its order and its source', () => {
  addIndicator(reviewer, nature.id, {
    key: 'volunteering',
    label: { en: 'Volunteering', nb: 'Frivillig innsats' },
    unit: { en: 'per cent' },
    source: 'Slides, p. 12',
    reportId: report,
    groups: [
      { label: { en: 'Sport' }, values: { 2004: 12, 1998: 11.5 }, change: '+0.5' },
      { label: { en: 'Any' }, values: { 1998: 52, 2004: null }, isSignificant: true },
    ],
  });
  expect(indicatorsOf(db, nature.id)).toMatchObject([
    {
      key: 'volunteering',
      years: [1998, 2004],
      rootId: report,
      groups: [
        { key: 'sport', values: { 1998: 11.5, 2004: 12 }, isSignificant: null },
        { key: 'any', values: { 1998: 52, 2004: null }, isSignificant: true },
      ],
    },
  ]);
});

test('a series without a source is refused', () => {
  const input = { label: { en: 'A' }, unit: { en: '%' }, source: ' ', reportId: null, groups: [] };
  expect(() => addIndicator(reviewer, nature.id, input)).toThrow('SOURCE_REQUIRED');
});

test('lines pasted from a spreadsheet become a series', () => {
  const pasted =
    '\t1998\t2004\t2009\tEndring\r\nIdrett\t11,5\t\t1 200\t+3*\r\n\r\nAndre\t4\t–\t5\t\r\n';
  expect(readGrid(pasted, 'nb')).toEqual([
    { label: { nb: 'Idrett' }, change: '+3*', values: { 1998: 11.5, 2004: null, 2009: 1200 } },
    { label: { nb: 'Andre' }, change: '', values: { 1998: 4, 2004: null, 2009: 5 } },
  ]);
});

test.each([
  ['no years', 'Group\tmen\twomen\nSport\t1\t2', 1],
  ['a word for a figure', '\t1998\nSport\tmany', 2],
  ['more figures than years', '\t1998\nSport\t1\t2', 2],
  ['a year twice', '\t1998\t1998\nSport\t1\t2', 1],
  ['no group', '\t1998', 2],
])('%s: the line that cannot be read is named', (_case, text, line) => {
  expect(() => readGrid(text, 'en')).toThrow(
    expect.objectContaining({ code: 'SERIES_UNREADABLE', params: { line } }),
  );
});

test('the latest content of a cell holds and the earlier ones stay', () => {
  const aspectId = addAspect(reviewer, nature.id, { scope: 'country', label: { en: 'Policy' } });
  const place = { caseId: null, country: 'SE' };
  const cell = { ...place, number: null, reportId: report, source: 'Table 3' };
  setCell(reviewer, aspectId, { ...cell, text: { en: 'First' } });
  setCell(reviewer, aspectId, { ...cell, text: { en: 'Second', sv: 'Andra' } });
  expect(cellsOf(db, nature.id, 'country').cells).toMatchObject([
    { aspectId, country: 'SE', text: { en: 'Second' }, rootId: report, source: 'Table 3' },
  ]);
  setCell(reviewer, aspectId, { ...cell, text: {} });
  expect(cellsOf(db, nature.id, 'country').cells).toEqual([]);
  const history = cellHistory(db, nature.id, { aspectId, scope: 'country', ...place });
  expect(history.map((row) => row.text.en)).toEqual(['First', 'Second', undefined]);
});

test('a cell belongs to a case or to a country, as its row says', () => {
  const caseId = addCase(reviewer, nature.id, { reportId: report, label: 'Alta', country: 'NO' });
  const aspectId = addAspect(reviewer, nature.id, { scope: 'case', label: { en: 'Inhabitants' } });
  const cell = { text: {}, number: 19_282, reportId: null, source: 'Table 3-2' };
  setCell(reviewer, aspectId, { ...cell, caseId, country: null });
  const wrong = { ...cell, caseId: null, country: 'NO' };
  expect(() => setCell(reviewer, aspectId, wrong)).toThrow('NOT_FOUND');
  expect(cellsOf(db, nature.id, 'case').cells).toMatchObject([{ caseId, number: 19_282 }]);
  expect(casesOf(db, nature.id)).toMatchObject([{ key: 'alta', rootId: report }]);
});

test('what a report gives no number for is kept as not reported, the latest entry for a box holds', () => {
  const label = {};
  setReportedNumber(owner, nature.id, { box: 'S1', value: null, label, source: 'p. 20' });
  setReportedNumber(owner, nature.id, { box: 'N2', value: 32, label, source: 'p. 3' });
  setReportedNumber(owner, nature.id, { box: 'N2', value: 33, label, source: 'p. 21' });
  setReportedNumber(owner, nature.id, { box: 'N2.databases', value: 23, label, source: 'p. 21' });
  expect(reportedNumbers(db, nature.id).map(({ box, value }) => [box, value])).toEqual([
    ['S1', null],
    ['N2', 33],
    ['N2.databases', 23],
  ]);
});

test.each([
  ['an unknown box', { box: 'Z9', value: 1, source: 'p. 1' }, 'BOX_UNKNOWN'],
  ['no source', { box: 'N2', value: 1, source: ' ' }, 'SOURCE_REQUIRED'],
  ['half a report', { box: 'N2', value: 1.5, source: 'p. 1' }, 'INVALID_INPUT'],
])('%s is refused', (_case, input, code) => {
  expect(() => setReportedNumber(owner, nature.id, input)).toThrow(code);
});

test('reported numbers are the owner’s to enter, with a source', async () => {
  const { as } = await startApp(db);
  const address = '/reviews/nature/flow/reported';
  expect((await as(reviewer).get(address)).statusCode).toBe(404);
  const refused = await as(owner).post(address, { box: 'N2', value: '33', source: '' });
  expect([refused.statusCode, refused.body.includes('Say where it stands')]).toEqual([422, true]);
  await as(owner).post(address, { box: 'N2', value: '33', source: 'p. 21' });
  await as(owner).post(address, { box: 'S1', value: '', source: 'p. 20' });
  const page = await as(owner).get(address);
  expect(page.body).toMatch(/S1[\s\S]*Not reported[\s\S]*N2[\s\S]*33/);
});

test('a series is pasted into its form, and a line that cannot be read is named there', async () => {
  const { as } = await startApp(db);
  const address = '/reviews/nature/coding/indicators';
  const form = { label_en: 'Volunteering', unit_en: '%', source: 'p. 12', language: 'en' };
  const refused = await as(reviewer).post(address, { ...form, grid: '\t1998\nSport\tmany' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Line 2 cannot be read');
  const saved = await as(reviewer).post(address, { ...form, grid: '\t1998\t2004\nSport\t11\t' });
  expect(saved.statusCode).toBe(303);
  const page = await as(reviewer).get(address);
  expect(page.body).toMatch(/Volunteering[\s\S]*1998[\s\S]*Sport[\s\S]*11[\s\S]*No figure/);
  expect(page.body).not.toContain('[object');
});

test('a cell of the comparison is filled in from the table', async () => {
  setCountries(reviewer, report, ['SE', 'NO']);
  speak(reviewer, 'nb');
  const { as } = await startApp(db);
  const astrid = as(reviewer);
  const row = { scope: 'country', label_nb: 'Framtidig politikk', source: 'Tabell 3' };
  await astrid.post('/reviews/nature/coding/aspects', row);
  const table = await astrid.get('/reviews/nature/coding/comparison');
  const address = /href="([^"]*cell\?country&#x3D;SE|[^"]*cell\?country=SE)"/.exec(table.body)?.[1];
  const url = (address ?? '').replace('&#x3D;', '=');
  const form = (await astrid.get(url)).body;
  expect(form).toContain('Sverige');
  const [, seen = ''] = /name="seen" value="(\w+)"/.exec(form) ?? [];
  const cell = { text_nb: 'Mer støtte', number: '', source: 's. 30', seen };
  const saved = await astrid.post(url, cell);
  expect(saved.statusCode).toBe(303);
  const filled = await astrid.get('/reviews/nature/coding/comparison');
  expect(filled.body).toMatch(/Mer støtte[\s\S]*s\. 30/);
  expect((await astrid.get('/reviews/nature/coding/comparison.json')).json()).toMatchObject({
    cells: [{ aspect: 'framtidig-politikk', country: 'SE', text: { nb: 'Mer støtte' } }],
  });
});
