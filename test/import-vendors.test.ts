/** Files as databases and reference managers really write them (shapes: test/fixtures/references/README.md). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { detectFormat } from '../import/formats/formats.ts';
import type { ReferencePiece } from '../import/reference.ts';
import { linesLost, readAll } from './import-helpers.ts';

/** Known by its content, read without a rejected line, and every line accounted for. */
async function read(name: string, format: string): Promise<ReferencePiece[]> {
  const path = fileURLToPath(new URL(`fixtures/references/${name}`, import.meta.url));
  const text = readFileSync(path, 'utf8');
  const found = detectFormat(text);
  expect(found?.id).toBe(format);
  const pieces = found ? await readAll(found, text) : [];
  expect(linesLost(text, pieces)).toEqual([]);
  expect(pieces.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  return pieces.filter((piece) => piece.kind === 'reference');
}

const tagsOf = (piece: ReferencePiece | undefined) => piece?.unmapped.map(({ tag }) => tag);

test("Ovid's RIS: what follows ER is no record, no pages are no pages, cited families are no editors", async () => {
  const [first, second] = await read('ovid-psycinfo.ris', 'ris');
  expect(first?.reference).toEqual({
    type: 'article-journal',
    title: 'Care and planning in small towns.',
    authors: [
      { family: 'Berg', given: 'Anna A' },
      { family: 'Ek-Dahl', given: 'Jose' },
    ],
    container: 'Health & Planning',
    year: 2019,
    publisher: 'Example & Sons',
    place: 'US',
    issn: ['1063-0000'],
    doi: '10.1000/cpp.0001',
    urls: [expect.stringContaining('ovidsp.ovid.com')],
    abstract: 'One sentence. (PsycINFO Database Record (c) 2019 APA, all rights reserved)',
    keywords: ['*Planning', 'Older People'],
    accession: '2019-00001-001',
  });
  expect(tagsOf(first)).toEqual(['AI', 'A2', 'M3', 'PB', 'AD', 'M1']);
  expect(second?.reference).toMatchObject({ volume: '24', pages: '847-856' });
});

test("Embase's RIS: its number, repeated numbers once, the journal's full name", async () => {
  const [only] = await read('embase.ris', 'ris');
  expect(only?.reference).toMatchObject({
    accession: 'L2001234567',
    authors: [{ family: 'Berg', given: 'A.' }, { family: 'Ek' }],
    container: 'Health and Place',
    issn: ['1353-8292'],
    pages: '103-106',
    database: 'Embase',
    doi: '10.1000/xyz.7',
  });
  expect(only?.unmapped).toContainEqual({ tag: 'C5', value: '31234567' });
});

test("Ovid's tagged text for reference managers: counted records, the source taken apart", async () => {
  const [conference, article, biosis] = await read('ovid-tagged.txt', 'nbib');
  expect(conference?.reference).toMatchObject({
    type: 'paper-conference',
    title: 'Care in small towns: A systematic review.',
    authors: [{ family: 'Berg', given: 'A.' }, { family: 'Ek' }],
    container: 'EX Proceedings',
    volume: '12',
    issue: 'Supplement 3',
    year: 2018,
    doi: '10.1000/s12919-018-0001-8',
    issn: ['1753-0000'],
    accession: '600000001',
    database: 'Embase',
  });
  expect(conference?.reference.pages).toBeUndefined();
  expect(article?.reference).toMatchObject({
    type: 'article-journal',
    container: 'Health and Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    date: '12 Mar 2015',
  });
  expect(biosis?.reference).toMatchObject({
    authors: [
      { family: 'Lind', given: 'S. M.' },
      { family: 'Moe', given: 'E. V.' },
    ],
    container: 'Forest Examples & Management',
    pages: '327-334',
    date: 'November 15, 2004',
  });
});

test('ERIC: its numbers, addresses and types, without a PMID anywhere', async () => {
  const [article, report] = await read('eric.nbib', 'nbib');
  expect(article?.reference).toMatchObject({
    type: 'article-journal',
    accession: 'EJ1234567',
    issn: ['0276-7783'],
    doi: '10.1000/jsp.2021.9',
    keywords: ['Trust (Psychology)', 'Teachers'],
  });
  expect(report?.reference).toMatchObject({
    type: 'report',
    accession: 'ED654321',
    urls: ['http://eric.ed.gov/?id=ED654321'],
  });
});

test.each([
  ['cochrane.ris', 'ris'],
  ['cochrane.bib', 'bibtex'],
  ['cochrane.txt', 'labelled-text'],
])(
  'the Cochrane Library: the frame around each record of %s is no record',
  async (name, format) => {
    const [first, ...more] = await read(name, format);
    expect(more).toHaveLength(1);
    expect(first?.reference).toMatchObject({ title: expect.stringContaining('Planning at home') });
    expect(first?.reference.authors.slice(0, 2)).toMatchObject([
      { family: 'Berg' },
      { family: 'Ek' },
    ]);
    expect(first?.reference.container).toMatch(/^(?:Health and place|Cochrane Database)/);
  },
);
