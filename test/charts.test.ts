/** Charts and figures as files, and what the numbers beside them open. */
import { beforeEach, expect, test } from 'vitest';
import { readPdf } from '../import/texts/pdf.ts';
import { locales } from '../schema/columns.ts';
import type { Connection } from '../server/db.ts';
import { notesUnder } from '../server/export/tables/docx.ts';
import { findReview } from '../server/platform/find-review.ts';
import { inWords } from '../server/platform/i18n.ts';
import { presetsOf } from '../server/synthesis/builder/presets.ts';
import { readerFor } from '../server/synthesis/builder/reader.ts';
import { addTable } from '../server/synthesis/builder/saved.ts';
import { chartDefinition, chartsOf } from '../server/synthesis/charts/charts.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { freshDatabase, now, startApp } from './helpers.ts';
import { awkward, type Told, tellTables } from './table-data.ts';

let db: Connection;
let told: Told;
beforeEach(() => {
  db = freshDatabase();
  told = tellTables(db);
});

type ChartJson = {
  name: string;
  title: string;
  numbers: { key: string; label: string; count: number }[];
};
/** The words of a file, as somebody marks and copies them. */
async function wordsOf(pdf: Buffer): Promise<string> {
  const read = await readPdf(new Uint8Array(pdf));
  return read.kind === 'read' ? read.pages.map(({ text }) => text).join(' ') : read.problem;
}

const charts = () => `/reviews/${told.slug}/charts`;

test('each number beside a chart opens a list that is as long as it says', async () => {
  const { as } = await startApp(db);
  const shown = (await as(null).get(`${charts()}.json`)).json() as { charts: ChartJson[] };
  const counted = shown.charts.filter(({ numbers }) => numbers.length > 0);
  expect(counted.map(({ name }) => name)).toEqual(['year', 'country', 'europe']);
  for (const { name, numbers } of counted)
    for (const { key, count } of numbers) {
      const cell = `${charts()}/${name}/cells`;
      const query = `row=${encodeURIComponent(key)}`;
      const list = (await as(null).get(`${cell}.json?${query}`)).json();
      expect({ name, key, count: list.count, rows: list.rows.length }).toEqual({
        ...{ name, key, count },
        rows: count,
      });
      expect((await as(null).get(`${cell}?${query}`)).statusCode).toBe(200);
    }
  expect((await as(null).get(`${charts()}/year/cells.json?row=1850`)).statusCode).toBe(404);
});

test('the numbers of every chart leave as a table', async () => {
  const { as } = await startApp(db);
  const shown = (await as(null).get(`${charts()}.json`)).json() as { charts: ChartJson[] };
  for (const { name, numbers } of shown.charts) {
    const { body } = await as(null).get(`${charts()}/${encodeURIComponent(name)}.csv`);
    const lines = body.trim().split('\r\n');
    if (numbers.length > 0) expect(lines).toHaveLength(numbers.length + 1);
    else expect(lines[0]).toMatch(/^Group,\d{4}/);
  }
  const page = (await as(null).get(charts())).body;
  for (const format of ['docx', 'xlsx', 'csv', 'html', 'md', 'tex'])
    expect(page).toContain(`${charts()}/year.${format}"`);
});

test('every chart leaves as SVG with its letters, as PNG and as PDF, the same bytes each time', async () => {
  const { as } = await startApp(db);
  const shown = (await as(null).get(`${charts()}.json`)).json() as { charts: ChartJson[] };
  expect(shown.charts.length).toBeGreaterThan(3);
  for (const { name, title } of shown.charts) {
    const path = `${charts()}/${encodeURIComponent(name)}`;
    const svg = await as(null).get(`${path}.svg`);
    expect(svg.headers['content-security-policy']).toContain("default-src 'none'");
    expect(svg.body).toContain("@font-face{font-family:'DejaVu Sans Condensed'");
    const png = await as(null).get(`${path}.png`);
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    const pdf = await as(null).get(`${path}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.equals((await as(null).get(`${path}.pdf`)).rawPayload)).toBe(true);
    expect(pdf.rawPayload.toString('latin1')).toContain('/FontFile2');
    expect((await wordsOf(pdf.rawPayload)).replaceAll(/\s+/g, ' ')).toContain(title);
  }
  for (const ending of ['svg', 'png', 'pdf'])
    expect((await as(null).get(`${charts()}/nothing.${ending}`)).statusCode).toBe(404);
});

test('the PDF of a chart has its numbers as text and says what the figure leaves out', async () => {
  const { as } = await startApp(db);
  const texts = async (name: string) =>
    wordsOf((await as(null).get(`${charts()}/${name}.pdf?lang=sv`)).rawPayload);
  const countries = await texts('country');
  for (const word of ['Sverige', 'Norge', 'Danmark', '2', '1']) expect(countries).toContain(word);
  expect(await texts('year')).toContain('Inte angivet: 1');
});

test.each(['en', 'sv', 'nb', 'nn'])('the page in %s leads to the figures as PDF', async (lang) => {
  const { as } = await startApp(db, { 'accept-language': lang });
  const page = (await as(null).get(charts())).body.replaceAll('&#x3D;', '=');
  expect(page.includes(`href="${charts()}/year.pdf?lang=${lang}"`)).toBe(true);
});

test('each bar and country of a figure opens its rows, on the page, in the SVG and in the PDF', async () => {
  const { as } = await startApp(db);
  const page = (await as(null).get(charts())).body;
  for (const [name, row] of [
    ['year', '2021'],
    ['country', 'SE'],
    ['europe', 'NO'],
  ]) {
    const address = `${charts()}/${name}/cells?row=${row}`;
    expect(page).toContain(`<a href="${address}">`);
    const svg = (await as(null).get(`${charts()}/${name}.svg`)).body;
    expect(svg).toContain(`<a href="http://localhost:80${address}">`);
    expect(svg).toContain('role="group"');
    const pdf = (await as(null).get(`${charts()}/${name}.pdf`)).rawPayload.toString('latin1');
    expect(pdf).toContain(`(http://localhost:80${address})`);
    const rows = (await as(null).get(address)).body;
    const file = address.replace('cells?', 'cells.csv?');
    expect(rows).toContain(`href="${file.replaceAll('=', '&#x3D;')}"`);
    expect((await as(null).get(file)).body).toMatch(/^Publication\r\n/);
  }
});

test('a name that is no XML is drawn all the same', async () => {
  db.$client.prepare('update indicator_group set label = ?').run(JSON.stringify({ en: awkward }));
  const { as } = await startApp(db);
  const shown = (await as(null).get(`${charts()}.json`)).json() as { charts: ChartJson[] };
  const series = shown.charts.filter(({ name }) => name.startsWith('indicator-'));
  expect(series).not.toEqual([]);
  for (const { name } of series)
    for (const ending of ['svg', 'png', 'pdf'])
      expect((await as(null).get(`${charts()}/${name}.${ending}`)).statusCode).toBe(200);
});

test.each(['en', 'sv', 'nb', 'nn'])('a kept gap map leaves as a figure in %s', async (lang) => {
  const { id, personId } = told;
  const definition = { ...chartDefinition('country'), columns: ['year'] };
  const context = { db, actor: { personId }, at: now.toISOString() };
  const map = addTable(context, id, {
    ...{ title: { en: awkward }, note: {}, isPublic: true },
    definition: { ...definition, shape: 'map', segment: 'country', showsEmpty: true },
  });
  const list = addTable(context, id, {
    ...{ title: { en: 'Plain' }, note: {}, isPublic: true },
    definition: chartDefinition('country'),
  });
  const { as } = await startApp(db, { 'accept-language': lang });
  const path = `/reviews/${told.slug}/tables/saved/${map.key}`;
  const page = (await as(null).get(path)).body.replaceAll('&#x3D;', '=');
  for (const ending of ['svg', 'png', 'pdf']) {
    const href = `${path}.${ending}?lang=${lang}`;
    expect(page.includes(`href="${href}"`)).toBe(true);
    const [one, two] = [await as(null).get(href), await as(null).get(href)];
    expect(one.statusCode).toBe(200);
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
    const other = `/reviews/${told.slug}/tables/saved/${list.key}.${ending}`;
    expect((await as(null).get(other)).statusCode).toBe(404);
  }
  const words = await wordsOf((await as(null).get(`${path}.pdf?lang=${lang}`)).rawPayload);
  expect(words).toContain('2021');
  const figure = (await as(null).get(`${path}.svg?lang=${lang}`)).body;
  expect(figure.match(/<circle/g)?.length).toBeGreaterThan(4);
});

test.each(locales)('in %s no title of a chart or a map says a thing twice', async (locale) => {
  const seeded = await demonstrationDatabase();
  const review = findReview(seeded, 'eskilstuna-2022');
  if (!review) throw new Error('The seed is not there');
  const asked = { db: seeded, review, locale, isPublic: true };
  const titles = [
    ...chartsOf(asked).map(({ title }) => title),
    ...presetsOf(readerFor(asked)).map((each) => inWords(locale, each.title)),
  ];
  expect(titles.length).toBeGreaterThan(10);
  for (const title of titles) {
    // Two words after each other that come back: "efter land efter land", "per månad (… per månad)".
    expect(title).not.toMatch(/\b(\p{L}+ \p{L}+)\b.*\b\1\b/iu);
    expect(title).not.toMatch(/(?:procent|prosent|per cent) \(/i);
  }
});

test('one source is called a source, several are sources', () => {
  const table = { title: '', caption: '', columns: [], cells: [], headerAt: 0, totals: null };
  const under = (sources: string[]) =>
    notesUnder({ ...table, note: '', sources }, { locale: 'sv', at: now.toISOString() });
  expect(under(['Aytar (2022)'])).toEqual(['Källa: Aytar (2022)']);
  expect(under(['A', 'B'])).toEqual(['Källor: A; B']);
});
