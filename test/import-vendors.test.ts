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

test("Web of Science's tab-delimited text: its tags head the columns, and a quotation mark is a letter", async () => {
  const [article, chapter, ...more] = await read('wos-tab.txt', 'csv');
  expect(more).toEqual([]);
  expect(article?.reference).toEqual({
    type: 'article-journal',
    title: '"Ageing in place" in small towns',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo Sven' },
    ],
    year: 2020,
    container: 'HEALTH & PLACE',
    volume: '28',
    issue: '2',
    pages: '103-106',
    publisher: 'ELSEVIER',
    place: 'OXFORD',
    abstract: 'One. Two.',
    language: 'English',
    accession: 'WOS:000000000000001',
    doi: '10.1000/xyz.7',
    issn: ['1353-8292', '1873-2054'],
    keywords: ['care', 'home', 'AGED'],
  });
  expect(article?.unmapped).toContainEqual({ tag: 'CY', value: 'MAY 12-14, 2019' });
  expect(chapter?.reference).toMatchObject({
    type: 'chapter',
    container: 'HANDBOOK OF EXAMPLES',
    editors: [{ family: 'Lind', given: 'S' }],
    isbn: ['9783540202226'],
  });
});

test("tables that say where an article stands in one cell: Embase's and PubMed's", async () => {
  const [embase] = await read('embase.csv', 'csv');
  expect(embase?.reference).toMatchObject({
    container: 'Health and Place',
    volume: '3',
    issue: '3',
    pages: '152-160',
    year: 2014,
    // From the link to the library's resolver: there is no column for it.
    doi: '10.1000/2303-9027.1',
    keywords: ['planning', 'home (diagnosis)', 'article', 'aged (diagnosis, surgery)', 'human'],
  });
  const [withDoi, without] = await read('pubmed.csv', 'csv');
  expect(withDoi?.reference).toMatchObject({
    authors: [{ given: 'A' }, { particle: 'de', family: 'Oliveira Filho' }, { given: 'B' }],
    container: 'Health Place',
    volume: '75',
    pages: '101-110',
    doi: '10.1000/eb.21',
    accession: '31234567',
  });
  expect(withDoi?.unmapped).toContainEqual({ tag: 'Citation', value: 'Epub 2021 Jan 3.' });
  expect(without?.reference).toMatchObject({ container: 'Plants (Basel)', pages: 'e10' });
});

test('Publish or Perish: names with initials first, the journal under Source, noughts that say nothing', async () => {
  const [article, book] = await read('publish-or-perish.csv', 'csv');
  expect(article?.reference).toMatchObject({
    authors: [
      { family: 'Berg', given: 'AG' },
      { family: 'Ek', given: 'J' },
    ],
    container: 'Health & Place',
    pages: '103-106',
    urls: ['https://example.org/a/b'],
  });
  expect(book?.reference).toEqual({
    type: 'book',
    title: 'A book about planning',
    authors: [{ family: 'Dahl', given: 'B' }],
    year: 2019,
    publisher: 'books.google.com',
    urls: ['https://books.google.com/books?id=1'],
  });
});

test('Dimensions, EBSCO and Covidence: a line above the headings, and names for columns of their own', async () => {
  const [article, chapter] = await read('dimensions.csv', 'csv');
  expect(article?.reference).toMatchObject({ year: 2020, pages: '103-106', accession: '31234567' });
  expect(chapter?.reference).toMatchObject({
    type: 'chapter',
    container: 'Handbook of Examples',
    accession: 'pub.1000000002',
  });
  const [ebsco] = await read('ebsco.csv', 'csv');
  expect(ebsco?.reference).toMatchObject({
    type: 'article-journal',
    year: 2020,
    accession: '141234567',
    urls: [expect.stringContaining('ebscohost')],
  });
  const [covidence] = await read('covidence.csv', 'csv');
  expect(covidence?.reference).toMatchObject({
    container: 'Health & Place',
    notes: ['Exclusion reason: Wrong setting;'],
    keywords: ['rural', 'Norden'],
  });
});

test('Rayyan: what all agreed on is a decision, labels are codes, and a dispute stays text', async () => {
  const [agreed, excluded, disputed] = await read('rayyan.csv', 'csv');
  expect(agreed?.reference.notes).toEqual(['From the first search']);
  expect(agreed?.extras).toEqual({
    decisions: [{ stage: 'title_abstract', decision: 'include', by: 'Anna; Bo Ek' }],
    codes: [{ code: 'rural' }, { code: 'Norden' }],
  });
  expect(excluded?.extras).toEqual({
    decisions: [
      { stage: 'title_abstract', decision: 'exclude', reason: 'wrong population', by: 'Anna' },
    ],
    notes: [{ text: 'check later', stage: 'title_abstract', by: 'Anna' }],
  });
  // Only the first reason can be the decision's: the others are not lost.
  expect(excluded?.reference.notes?.[0]).toContain('foreign language');
  expect(disputed?.extras).toBeUndefined();
  expect(disputed?.reference.notes?.[0]).toContain('"Bo Ek"=>"Included"');
  const [ris] = await read('rayyan.ris', 'ris');
  expect(ris?.extras?.decisions).toHaveLength(1);
  expect(ris?.reference.notes).toBeUndefined();
});

test('PubMed, abstracts as text: wrapped lines, who is who, and a numbered paragraph that is no record', async () => {
  const [first, translated, bare, ...more] = await read('pubmed-abstract.txt', 'pubmed-text');
  expect(more).toEqual([]);
  expect(first?.reference).toMatchObject({
    type: 'article-journal',
    title:
      'Planning for older people in a small municipality: what happened when the plans were read.',
    authors: [
      { family: 'Berg', given: 'A' },
      { family: 'Ek', given: 'B', particle: 'van der' },
      { family: 'Oliveira Filho', given: 'ASB' },
      { literal: 'Care Group' },
    ],
    container: 'Health Place',
    date: '2019 May 12',
    volume: '28',
    issue: '2',
    pages: '103-6',
    doi: '10.1000/xyz.7',
    accession: '31234567',
  });
  expect(first?.reference.abstract).toMatch(/^BACKGROUND: One line that .* always does with its/);
  expect(first?.reference.abstract).toMatch(/\n3\. This paragraph begins with a number/);
  expect(tagsOf(first)).toEqual([
    'citation',
    'Author information',
    'Comment in',
    'Copyright',
    'PMCID',
    'Conflict of interest statement',
  ]);
  expect(translated?.reference).toMatchObject({
    title: '[Care at home].',
    authors: [{ family: 'Dahl' }],
    language: 'Swedish',
    pages: 'EYSL',
  });
  expect(bare?.reference.title).toBe('A title without an abstract?');
});

test('PubMed, summary as text: people, title and place are told apart', async () => {
  const records = await read('pubmed-summary.txt', 'pubmed-text');
  expect(records.map(({ reference }) => [reference.title, reference.container])).toEqual([
    ['Planning for older people in a small municipality: what happened.', 'Health Place'],
    ['[Care at home].', 'Lakartidningen'],
    ['Is this a title? It has two sentences.', 'Plants (Basel)'],
    ['A title by nobody.', 'BMJ'],
  ]);
  expect(records[1]?.reference.language).toBe('Swedish');
  expect(records[2]?.reference).toMatchObject({ othersOmitted: true, accession: '31234569' });
  expect(records[3]?.reference.authors).toEqual([]);
});

test("Embase's CSV with one field a line: each title begins a record, each further cell is a value", async () => {
  const [first, second, ...more] = await read('embase-rows.csv', 'embase-rows');
  expect(more).toEqual([]);
  expect(first?.reference).toMatchObject({
    type: 'article-journal',
    title: 'Care at home, in small places',
    authors: [
      { family: 'Berg', given: 'A.' },
      { family: 'Ek', given: 'B.S.' },
    ],
    abstract: 'One, "two".\nThree.',
    keywords: ['care', 'home', 'aged', 'human (diagnosis, surgery)'],
    issn: ['1873-2054', '1353-8292'],
    pages: '103-106',
    accession: '31234567',
  });
  expect(first?.unmapped).toContainEqual({ tag: 'PUI', value: 'L2001234567' });
  expect(second?.reference).toMatchObject({
    volume: '17',
    pages: '130-134',
    accession: 'L361121190',
  });
});

test("Citavi's project: people, journals, books and quotations are found by their links", async () => {
  const [article, book, chapter, report] = await read('citavi.xml', 'citavi');
  expect(article?.reference).toEqual({
    type: 'article-journal',
    title: 'Care at home: A study',
    authors: [
      { family: 'Berg', given: 'Anna T.' },
      { family: 'Ek', given: 'Bo', particle: 'van der' },
    ],
    year: 2019,
    container: 'Health & Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    doi: '10.1000/xyz.7',
    issn: ['1353-8292'],
    abstract: 'One. Two.',
    keywords: ['planning'],
    notes: ['Plans were read: Nobody read them.'],
    accession: '31234567',
  });
  expect(tagsOf(article)).toEqual(['CitationKey', 'ReferenceType']);
  expect(book?.reference).toMatchObject({ publisher: 'Studentlitteratur', series: 'Rapporter' });
  expect(chapter?.reference).toMatchObject({
    type: 'chapter',
    container: 'Omsorg i små kommuner',
    editors: [{ family: 'Ek', particle: 'van der' }],
    year: 2015,
    place: 'Lund',
    isbn: ['9789144102345'],
  });
  expect(report?.reference).toMatchObject({
    type: 'report',
    authors: [{ literal: 'Socialstyrelsen' }],
  });
});

test("ProQuest's text: frames are no records, and a label's word within an abstract stays in it", async () => {
  const [article, thesis, ...more] = await read('proquest.txt', 'labelled-text');
  expect(more).toEqual([]);
  expect(article?.reference).toMatchObject({
    title: 'Care at home',
    authors: [{ family: 'Berg' }, { family: 'Ek' }],
    container: 'Health & Place',
    place: 'Oxford',
    abstract: 'One. Two.\nNote: this line goes on with the abstract.',
    issn: ['1353-8292'],
    keywords: ['Aged', 'Home care'],
    accession: '2000000001',
    doi: '10.1000/xyz.7',
  });
  expect(tagsOf(article)).toContain('Links');
  expect(thesis?.reference).toMatchObject({ type: 'thesis', year: 2018 });
});

test("EBSCO's text: tabs behind the names make no table of it, and its sources are taken apart", async () => {
  const [first, second, ...more] = await read('ebsco.txt', 'labelled-text');
  expect(more).toEqual([]);
  expect(first?.reference).toMatchObject({
    type: 'article-journal',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    container: 'Health & Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    year: 2020,
    database: 'Academic Search Premier',
    keywords: ['*AGED', '*HOME care'],
    urls: [expect.stringContaining('AN=141234567')],
  });
  expect(second?.reference).toMatchObject({
    container: 'Journal of Second Papers',
    date: '2011 Jan',
    pages: '130-134',
  });
});
