/** Summary tables as files: opened again and read back. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, expect, test } from 'vitest';
import type { Locale } from '../schema/columns.ts';
import { flowCommand } from '../server/commands/flow.ts';
import { tableCommand } from '../server/commands/table.ts';
import type { Connection } from '../server/db.ts';
import { plainCsv, spreadsheetCsv, writeCsv } from '../server/export/tables/csv.ts';
import { writeDocx } from '../server/export/tables/docx.ts';
import { columnWidths, fitted } from '../server/export/tables/print-layout.ts';
import { writeXlsx } from '../server/export/tables/xlsx.ts';
import { prepareStorage } from '../server/storage.ts';
import type { flowJson } from '../server/synthesis/flow/page.ts';
import { type TableName, tableNames } from '../server/synthesis/tables/table.ts';
import { summaryTable } from '../server/synthesis/tables/tables.ts';
import { printed } from './command-line.ts';
import { freshFolder } from './data-folder.ts';
import { freshDatabase, startApp } from './helpers.ts';
import { awkward, type Told, tellTables } from './table-data.ts';
import { unzip } from './unzip.ts';

const at = '2026-11-22T09:00:00.000Z';
const legal = awkward.replace('\u0007', '');
let db: Connection;
let told: Told;
beforeEach(() => {
  db = freshDatabase();
  told = tellTables(db);
});

function table(name: TableName, locale: Locale = 'en') {
  const review = { id: told.id, slug: told.slug, title: { en: 'Nature & health' } };
  return summaryTable(name, { db, review, locale, isPublic: true });
}

/** Every element closed in order, every attribute quoted, no bare ampersand, no illegal character. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replaceAll(
    /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
    (whole, closes: string, name: string, _attributes, empty: string) => {
      if (whole.startsWith('<?') || empty) return '';
      if (!closes) open.push(name);
      else if (open.pop() !== name) open.push('wrong');
      return '';
    },
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  const isClean = !/[<>\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!\w+;|#\d+;|#x[\da-f]+;)/i.test(
    rest,
  );
  return open.length === 0 && isClean;
}

test('the check of XML is worth something', () => {
  expect(isWellFormed('<?xml version="1.0"?><a b="1"><c/>x &amp; y</a>')).toBe(true);
  for (const broken of ['<a><b></a></b>', '<a>x & y</a>', '<a b=1></a>', '<a>\u0007</a>', '<a>'])
    expect(isWellFormed(broken), broken).toBe(false);
});

test.each(tableNames)('%s opens as a Word document whose header repeats', async (name) => {
  const made = table(name);
  const parts = await unzip(await writeDocx(made, { locale: 'en', at }));
  for (const [file, xml] of parts) expect(isWellFormed(xml), file).toBe(true);
  const document = parts.get('word/document.xml') ?? '';
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(document).toContain('<w:tblLayout w:type="fixed"/>');
  expect(document).toContain('<w:pStyle w:val="Caption"/>');
  expect(document).toContain('Nature &amp; health');
  expect(document).toContain('As of 22 November 2026');
  expect(document.match(/<w:gridCol /g)).toHaveLength(made.columns.length);
  const isWide = made.columns.length > 4;
  expect(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/.test(document)).toBe(isWide);
  // A cell without a paragraph is what Word calls a broken file.
  expect(document).not.toMatch(/<\/w:tcPr><\/w:tc>/);
  const footer = [...parts].find(([file]) => file.startsWith('word/footer'))?.[1];
  expect(footer).toContain('NUMPAGES');
});

test('a Word document speaks its language, and marks words of another', async () => {
  const parts = await unzip(await writeDocx(table('cases', 'sv'), { locale: 'sv', at }));
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="sv-SE"/>');
  expect(parts.get('word/document.xml')).toContain('<w:lang w:val="nb-NO"/>');
  expect(parts.get('word/document.xml')).toContain('Per 22 november 2026');
  expect(parts.get('docProps/core.xml')).toContain('2026-11-22T09:00:00Z');
});

test('columns of a Word table fill the page exactly, whatever they hold', () => {
  for (const name of tableNames) {
    const widths = columnWidths(table(name), 9638);
    expect(widths.reduce((sum, each) => sum + each, 0)).toBe(9638);
    expect(Math.min(...widths)).toBeGreaterThan(500);
  }
});

test('a table with too many columns for a page is turned; nothing of it is lost', () => {
  const cases = table('cases');
  const [key, ...others] = cases.columns;
  const many = Array.from({ length: 12 }, () => others).flat();
  const wide = {
    ...cases,
    columns: [...(key ? [key] : []), ...many],
    cells: cases.cells.map(([name, ...line]) => [
      ...(name ? [name] : []),
      ...Array.from({ length: 12 }, () => line).flat(),
    ]),
  };
  const turned = fitted(wide, 14_000);
  expect(turned.columns.map(({ label }) => label)).toEqual(['Case', 'Alta', 'Tromsø']);
  expect(turned.cells).toHaveLength(many.length);
  expect(turned.cells[1]?.map((cell) => cell.number ?? cell.items[0]?.text)).toEqual([
    'Aspect inhabitants',
    19_282,
    69_116,
  ]);
  expect(fitted(cases, 14_000)).toBe(cases);
});

test('an Excel file reads back with the same values: numbers are numbers', async () => {
  const bytes = await writeXlsx(table('cases'), { locale: 'en', at });
  const [sheet, about] = await readXlsxFile(bytes);
  expect(sheet?.data).toEqual([
    ['Case', 'Country', 'Aspect inhabitants', 'Aspect initiator'],
    ['Alta', 'Norway', 19_282, 'Kommunen'],
    ['Tromsø', 'Norway', 69_116, null],
  ]);
  expect([sheet?.sheet, about?.sheet]).toEqual(['Cases', 'What is counted']);
  expect(about?.data.flat()).toContain('As of 22 November 2026');
  const parts = await unzip(bytes);
  for (const [file, xml] of parts)
    if (/\.(xml|rels)$/.test(file)) expect(isWellFormed(xml), file).toBe(true);
  // Excel wants to repair a book with two lists of names, and a pane that no column parts.
  expect(parts.get('xl/workbook.xml')?.match(/<definedNames/g)).toHaveLength(1);
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
});

test('a title that looks like a formula stays a text in every file', async () => {
  const made = table('publications');
  const [sheet] = await readXlsxFile(await writeXlsx(made, { locale: 'en', at }));
  expect(sheet?.data[1]?.[2]).toBe(legal);
  expect(writeCsv(made)).toContain(`"'${legal.replaceAll('"', '""')}"`);
});

test('in every file that can have links, what a cell names leads to its page', async () => {
  const { as } = await startApp(db);
  const publication = `http://localhost:80/reviews/${told.slug}/publications/${told.reportIds[0]}`;
  const file = async (ending: string) =>
    (await as(null).get(`/reviews/${told.slug}/tables/publications.${ending}`)).rawPayload;
  expect((await file('html')).toString()).toContain(`<a href="${publication}">Care together</a>`);
  expect((await file('md')).toString()).toContain(`[Care together](<${publication}>)`);
  const word = await unzip(await file('docx'));
  expect(word.get('word/_rels/document.xml.rels')).toContain(`Target="${publication}"`);
  expect(word.get('word/document.xml')).toContain('<w:hyperlink ');
  const excel = await unzip(await file('xlsx'));
  expect(excel.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(`Target="${publication}"`);
  const sheet = excel.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<autoFilter[^>]*><hyperlinks><hyperlink ref="C\d" r:id="link0"/);
  for (const [name, xml] of [...word, ...excel])
    if (/\.(xml|rels)$/.test(name)) expect([name, isWellFormed(xml)]).toEqual([name, true]);
});

test('CSV is plain for programs, and has a mark and semicolons for spreadsheets', () => {
  const made = table('indicators');
  expect(writeCsv(made, plainCsv).split('\r\n')).toEqual([
    'Indicator,Group,Unit,1992,1998,2009,Change',
    "Informal help,All,% of people,28,,45.5,'+17 (significant)",
    '',
  ]);
  expect(writeCsv(made, spreadsheetCsv)).toMatch(/^\ufeffIndicator;Group;Unit;/);
});

test('the same table on the same day gives the same bytes', async () => {
  const made = table('findings');
  for (const write of [writeDocx, writeXlsx]) {
    const one = await write(made, { locale: 'en', at });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = await write(made, { locale: 'en', at });
    expect(one.equals(other)).toBe(true);
    const later = await write(made, { locale: 'en', at: '2026-11-23T09:00:00.000Z' });
    expect(one.equals(later)).toBe(false);
  }
});

test('the command line prints the flow and the tables, and writes files', async () => {
  const dataDir = freshFolder();
  const storage = prepareStorage(dataDir);
  tellTables(storage.db);
  storage.db.$client.close();
  storage.searchDb.close();
  const of = ['--review', 'nature', '--data', dataDir];
  const { json } = await printed(flowCommand, [...of, '--json']);
  expect((json as ReturnType<typeof flowJson>).boxes.find(({ id }) => id === 'N2')).toMatchObject({
    unit: 'report',
    derived: 3,
    reported: null,
    status: 'provisional',
  });
  expect((await printed(flowCommand, [...of, '--svg'])).text).toMatch(/^<svg [\s\S]*<\/svg>$/);
  const asJson = ['--name', 'publications', '--format', 'json', '--lang', 'sv'];
  const { text } = await printed(tableCommand, [...of, ...asJson]);
  expect(JSON.parse(text)).toMatchObject({
    name: 'publications',
    rows: [{}, {}, { countries: ['NO', 'SE'] }],
  });
  const file = join(dataDir, 'findings.docx');
  const docx = ['--name', 'findings', '--format', 'docx'];
  await expect(printed(tableCommand, [...of, ...docx])).rejects.toThrow('--out');
  expect((await printed(tableCommand, [...of, ...docx, '--out', file])).code).toBe(0);
  expect((await unzip(readFileSync(file))).has('word/document.xml')).toBe(true);
  await expect(printed(flowCommand, ['--review', 'none', '--data', dataDir])).rejects.toThrow(
    'There is no review "none"',
  );
});

test('anybody downloads the tables of a published review, in the language asked for', async () => {
  const { as } = await startApp(db);
  for (const [format, type] of [
    ['csv', 'text/csv'],
    ['xlsx', 'spreadsheetml.sheet'],
    ['docx', 'wordprocessingml.document'],
  ]) {
    const file = await as(null).get(`/reviews/nature/tables/findings.${format}?lang=sv`);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain(type);
    expect(file.headers['content-disposition']).toContain(`nature-findings.${format}`);
  }
  const csv = await as(null).get('/reviews/nature/tables/findings.csv?lang=sv&for=spreadsheet');
  expect(csv.body).toMatch(/^\ufeffSlag;Nr;Resultat;/);
  expect(csv.body).not.toContain('Risk eller hinder 2');
});
