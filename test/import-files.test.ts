/** Files as they are uploaded: tables with any columns, workbooks, ZIPs, and what is refused. */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { ZipFile } from 'yazl';
import { openFile } from '../import/files/open.ts';
import { readTableHead, readWorkbookHead } from '../import/files/table-head.ts';
import { filesInZip, PackedFileError, type ZipLimits, zipLimits } from '../import/files/zip.ts';
import type { ReadOptions } from '../import/formats/format.ts';
import type { Piece } from '../import/reference.ts';
import { translateDynamic } from '../server/platform/i18n.ts';

const folder = mkdtempSync(join(tmpdir(), 'underlag-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pathOf = (name: string) => join(folder, name);

async function zipOf(name: string, files: Record<string, Buffer>): Promise<string> {
  const zip = new ZipFile();
  for (const [file, content] of Object.entries(files)) zip.addBuffer(content, file);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(pathOf(name)));
  return pathOf(name);
}

async function read(path: string, options: ReadOptions & { encoding?: string } = {}) {
  const opened = await openFile(path, options);
  if (opened.kind !== 'opened') return opened;
  const pieces: Piece[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  return { ...opened, pieces };
}

async function namesAndSizes(path: string, limits: ZipLimits = zipLimits) {
  const found: [string, number][] = [];
  for await (const { name, chunks } of filesInZip(path, limits)) {
    let size = 0;
    for await (const chunk of chunks) size += chunk.length;
    found.push([name, size]);
  }
  return found;
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof PackedFileError ? error.problem.code : error;
};

test('a ZIP gives its files, without folders and what systems add', async () => {
  const path = await zipOf('searches.zip', {
    'psyc/one.ris': Buffer.from('TY  - JOUR\nTI  - A\nER  - \n'),
    'two.bib': Buffer.from('@misc{a}'),
    '__MACOSX/psyc/._one.ris': Buffer.from('x'),
    '.DS_Store': Buffer.from('x'),
  });
  expect(await namesAndSizes(path)).toEqual([
    ['psyc/one.ris', 26],
    ['two.bib', 8],
  ]);
  expect(await openFile(path)).toEqual({ kind: 'zip' });
});

test('a ZIP bomb, a ZIP in a ZIP, too many files and a broken ZIP are each refused in one error', async () => {
  const bomb = await zipOf('bomb.zip', { 'a.ris': Buffer.alloc(8_000_000) });
  expect(await refusal(namesAndSizes(bomb))).toBe('ZIP_TOO_LARGE');
  const nested = await zipOf('nested.zip', { 'inner.ris': Buffer.from('PK\u0003\u0004rest') });
  expect(await refusal(namesAndSizes(nested))).toBe('ZIP_NESTED');
  const two = await zipOf('two.zip', { a: Buffer.from('a'), b: Buffer.from('b') });
  expect(await refusal(namesAndSizes(two, { ...zipLimits, filesMax: 1 }))).toBe('ZIP_TOO_MANY');
  expect(await refusal(namesAndSizes(two, { ...zipLimits, bytesMax: 1 }))).toBe('ZIP_TOO_LARGE');
  expect(await refusal(namesAndSizes(await zipOf('none.zip', {})))).toBe('ZIP_EMPTY');
  writeFileSync(pathOf('broken.zip'), 'PK\u0003\u0004 and no more');
  expect(await refusal(namesAndSizes(pathOf('broken.zip')))).toBe('ZIP_BROKEN');
});

test('a workbook is read as a table, with row numbers, dates and long numbers as they are', async () => {
  const text = (value: string) => ({ value, type: String });
  const book = await writeWorkbook([
    [text('Titel'), text('Författare'), text('År'), text('PMID'), text('Bedömning')],
    [
      text('En titel'),
      text('Berg, Anna; Dahl, Bo'),
      { value: 2020, type: Number },
      { value: 123456789012, type: Number },
      text('ja'),
    ],
    [null, null, null, null, null],
    [text('Två\nrader'), null, null, null, null],
  ]).toBuffer();
  writeFileSync(pathOf('list.xlsx'), book);
  const opened = await read(pathOf('list.xlsx'));
  if (opened.kind !== 'opened') throw new Error('not opened');
  expect(opened.format).toBe('xlsx');
  expect(opened.pieces).toMatchObject([
    { kind: 'aside', lineFrom: 1 },
    {
      kind: 'reference',
      lineFrom: 2,
      reference: { title: 'En titel', year: 2020, accession: '123456789012' },
      unmapped: [{ tag: 'Bedömning', value: 'ja' }],
    },
    { kind: 'reference', lineFrom: 4, reference: { title: 'Två rader' } },
  ]);
  const head = await readWorkbookHead(pathOf('list.xlsx'));
  expect(head.mapping).toMatchObject({ Titel: 'title', Bedömning: null });
});

test('columns nobody has a name for are guessed by what they hold, and can be mapped', async () => {
  const rows = [
    'X1;X2;X3;X4',
    'Care for older people at home in the north;2019;10.1000/abc.1;x',
    'Digital support for planners of care;2020;10.1000/abc.2;y',
  ];
  const head = readTableHead(Buffer.from(rows.join('\n')));
  expect(head.columns).toEqual(['X1', 'X2', 'X3', 'X4']);
  expect(head.mapping).toEqual({ X1: 'title', X2: 'year', X3: 'doi', X4: null });
  writeFileSync(pathOf('odd.csv'), rows.join('\n'));
  const opened = await openFile(pathOf('odd.csv'), { format: 'csv', columns: head.mapping });
  if (opened.kind !== 'opened') throw new Error('not opened');
  const pieces: Piece[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  expect(pieces).toMatchObject([
    { kind: 'aside' },
    { reference: { year: 2019, doi: '10.1000/abc.1' }, unmapped: [{ tag: 'X4', value: 'x' }] },
    { reference: { year: 2020 } },
  ]);
});

test('a table without headings keeps its first row', async () => {
  const rows = ['Care at home in the north,2019,x', 'Support for planners of care,2020,y'];
  const head = readTableHead(Buffer.from(rows.join('\n')));
  expect(head).toMatchObject({
    columns: ['#1', '#2', '#3'],
    rows: [expect.anything(), expect.anything()],
  });
  expect(head.mapping).toEqual({ '#1': 'title', '#2': 'year', '#3': null });
  writeFileSync(pathOf('bare.csv'), rows.join('\n'));
  const opened = await openFile(pathOf('bare.csv'), { format: 'csv', columns: head.mapping });
  if (opened.kind !== 'opened') throw new Error('not opened');
  const titles: string[] = [];
  for await (const piece of opened.pieces)
    if (piece.kind === 'reference') titles.push(piece.reference.title);
  expect(titles).toEqual(['Care at home in the north', 'Support for planners of care']);
});

test('several columns make up one field, and spellings of one column do not repeat it', async () => {
  const table =
    'Title,Author 1,Author 2,Background,Methods,Authors\n' +
    'T,"Berg, Anna","Dahl, Bo",Why.,How.,\n';
  writeFileSync(pathOf('parts.csv'), table);
  const opened = await read(pathOf('parts.csv'), {
    columns: {
      ...readTableHead(Buffer.from(table)).mapping,
      Background: 'abstract',
      Methods: 'abstract',
    },
  });
  if (opened.kind !== 'opened') throw new Error('not opened');
  expect(opened.pieces[1]).toMatchObject({
    reference: {
      authors: [{ family: 'Berg' }, { family: 'Dahl' }],
      abstract: 'Why.\nHow.',
    },
    unmapped: [],
  });
});

test('a picture named .ris and an empty file are said to be what they are', async () => {
  writeFileSync(pathOf('picture.ris'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  expect(await openFile(pathOf('picture.ris'))).toMatchObject({
    problem: { code: 'BINARY_FILE', params: { kind: 'image' } },
  });
  writeFileSync(pathOf('empty.ris'), '');
  expect(await openFile(pathOf('empty.ris'))).toMatchObject({ problem: { code: 'EMPTY_FILE' } });
});

test('what is no list of references is said to be what it is, with a way on in words', async () => {
  const office = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const files: [string, Buffer, string][] = [
    ['old.xls', office, 'office'],
    ['locked.xlsx', office, 'office'],
    ['list.ris.gz', Buffer.from('1f8b0800', 'hex'), 'archive'],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['library.enl', Buffer.from('SQLite format 3\u0000'), 'database'],
    ['export.ris', Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>'), 'html'],
  ];
  const said = new Set<string>();
  for (const [name, bytes, kind] of files) {
    writeFileSync(pathOf(name), bytes);
    const opened = await openFile(pathOf(name));
    expect(opened).toMatchObject({ problem: { code: 'BINARY_FILE', params: { kind } } });
    said.add(translateDynamic('sv', 'import_problem.BINARY_FILE', { kind }));
  }
  // Office files of both kinds have one sentence; every other kind has its own, and each says what to do.
  expect(said.size).toBe(files.length - 1);
  for (const words of said) expect(words).toMatch(/Packa upp|Spara|xporter/);
  const document = await zipOf('list.docx', { 'word/document.xml': Buffer.from('<w:document/>') });
  expect(await openFile(document)).toMatchObject({ problem: { params: { kind: 'document' } } });
});

test('every sheet of a workbook is read: what has no headings is told, what is said of columns holds where it fits', async () => {
  const sheet = (name: string, rows: string[][]) => ({
    sheet: name,
    data: rows.map((row) => row.map((value) => ({ value, type: String }))),
  });
  const book = await writeWorkbook([
    sheet('Om', [['Sökning gjord av Anna']]),
    sheet('Referenser', [
      ['Titel', 'Vem'],
      ['En titel', 'Berg, Anna'],
    ]),
    sheet('Mer', [
      ['Title', 'Year'],
      ['Another title', '2020'],
    ]),
  ]).toBuffer();
  writeFileSync(pathOf('sheets.xlsx'), book);
  const head = await readWorkbookHead(pathOf('sheets.xlsx'));
  expect(head.columns).toEqual(['Titel', 'Vem']);
  const opened = await read(pathOf('sheets.xlsx'), { columns: { Titel: 'title', Vem: 'authors' } });
  if (opened.kind !== 'opened') throw new Error('not opened');
  expect(opened.pieces).toMatchObject([
    { kind: 'rejected', lineFrom: 1, problem: { code: 'NO_HEADER' } },
    { kind: 'aside', lineFrom: 2 },
    { kind: 'reference', lineFrom: 3, reference: { authors: [{ family: 'Berg' }] } },
    { kind: 'aside', lineFrom: 4 },
    { kind: 'reference', lineFrom: 5, reference: { title: 'Another title', year: 2020 } },
  ]);
});
