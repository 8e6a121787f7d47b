/** Library catalogues' MARC and Embase's own plain text: each field in its place, nothing lost on the way. */
import { expect, test } from 'vitest';
import { detectFormat, formatById } from '../import/formats/formats.ts';
import type { ReferencePiece } from '../import/reference.ts';
import { samples } from './dialect-samples.ts';
import { linesLost, readAll, recordsIn } from './import-helpers.ts';

async function read(id: string, text: string): Promise<ReferencePiece[]> {
  const format = formatById(id);
  if (!format) throw new Error(`No format ${id}`);
  return recordsIn(format, text);
}

const field = (tag: string, ...subfields: [code: string, value: string][]) =>
  `<marc:datafield tag="${tag}" ind1=" " ind2=" ">${subfields
    .map(([code, value]) => `<marc:subfield code="${code}">${value}</marc:subfield>`)
    .join('')}</marc:datafield>`;
const record = (...fields: string[]) =>
  `<marc:record><marc:leader>00000nam a2200000 a 4500</marc:leader>${fields.join('\n')}</marc:record>`;

test('MARC: a book with its editor, series and subjects, without the signs that part its fields', async () => {
  const [book] = await read('marcxml', samples.marcxml ?? '');
  expect(book?.reference).toEqual({
    type: 'book',
    title: 'Omsorg i små kommuner: en översikt',
    authors: [{ family: 'Berg', given: 'Anna' }],
    editors: [{ family: 'Ek', given: 'Bo' }],
    year: 2015,
    edition: '2. uppl.',
    series: 'Rapport ; 12',
    publisher: 'Studentlitteratur',
    place: 'Lund',
    isbn: ['9789144102345'],
    urls: ['https://example.org/10123456'],
    keywords: ['Äldreomsorg -- Sverige'],
    accession: '10123456',
    database: 'SE-LIBR',
  });
  expect(book?.unmapped).toContainEqual({ tag: '300', value: '$a 212 s.' });
});

test('MARC: an article says what it stands in, and where', async () => {
  const [, article] = await read('marcxml', samples.marcxml ?? '');
  expect(article?.reference).toMatchObject({
    type: 'article-journal',
    container: 'Tidsskrift for velferd',
    year: 2015,
    volume: '28',
    issue: '2',
    pages: '103-106',
    issn: ['0809-2052'],
  });
});

test('MARC: a dissertation, a body as author, a DOI, and a contributor who wrote nothing', async () => {
  const text = record(
    field('024', ['a', '10.1000/xyz.9'], ['2', 'doi']),
    field('110', ['a', 'Sverige.'], ['b', 'Socialstyrelsen']),
    field('245', ['a', 'Care at home']),
    field('502', ['a', 'Diss. Lund : Univ., 2019']),
    field('700', ['a', 'Holm, Eva'], ['4', 'ill']),
  );
  const [one] = await read('marcxml', text);
  expect(one?.reference).toMatchObject({
    type: 'thesis',
    doi: '10.1000/xyz.9',
    authors: [{ literal: 'Sverige. Socialstyrelsen' }],
    notes: ['Diss. Lund : Univ., 2019'],
  });
  expect(one?.unmapped).toContainEqual({ tag: '700', value: '$a Holm, Eva $4 ill' });
});

test('MARC harvested through OAI: the record within the record is read, its header kept', async () => {
  const text = `<OAI-PMH><ListRecords>
<record><header><identifier>oai:example.org:7</identifier></header><metadata>
${record(field('245', ['a', 'Care at home']))}
</metadata></record>
<record><header><identifier>oai:example.org:8</identifier></header><metadata>
${record(field('245', ['a', 'Another one']))}
</metadata></record>
</ListRecords></OAI-PMH>`;
  expect(detectFormat(text)?.id).toBe('marcxml');
  const records = await read('marcxml', text);
  expect(records.map(({ reference }) => reference.title)).toEqual(['Care at home', 'Another one']);
  const format = formatById('marcxml');
  expect(format && linesLost(text, await readAll(format, text))).toEqual([]);
});

const embase = `RECORD 1
TITLE
Care at home in small places
AUTHOR NAMES
Berg A.
Ek B.
AUTHOR ADDRESSES
(Berg A., anna@example.org) Department of Care, Lund, Sweden.
FULL RECORD ENTRY DATE
2019-05-12
AUTHOR KEYWORDS
care
home
SOURCE
Health and Place (2019) 28:2 (103-106). Date of Publication: 12 May 2019
ISSN
1353-8292
ABSTRACT
Two towns were followed.
The plans held.
EMTREE MEDICAL INDEX TERMS
aged
LANGUAGE OF ARTICLE
English
LANGUAGE OF SUMMARY
English
EMBASE ACCESSION ID
2001234567
DOI
10.1000/xyz.7
COPYRIGHT
Copyright 2019, all rights reserved.

RECORD 2
TITLE
A second title
AUTHOR NAMES
Dahl K.
`;

test("Embase's plain text: names of fields without a place end the field before them", async () => {
  expect(detectFormat(embase)?.id).toBe('labelled-text');
  const [first, second] = await read('labelled-text', embase);
  expect(first?.reference).toEqual({
    type: 'document',
    title: 'Care at home in small places',
    authors: [
      { family: 'Berg', given: 'A.' },
      { family: 'Ek', given: 'B.' },
    ],
    year: 2019,
    date: '12 May 2019',
    container: 'Health and Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    doi: '10.1000/xyz.7',
    issn: ['1353-8292'],
    abstract: 'Two towns were followed.\nThe plans held.',
    keywords: ['care', 'home', 'aged'],
    language: 'English',
    accession: '2001234567',
  });
  expect(first?.unmapped.map(({ tag }) => tag)).toEqual([
    'AUTHOR ADDRESSES',
    'FULL RECORD ENTRY DATE',
    'LANGUAGE OF SUMMARY',
    'COPYRIGHT',
  ]);
  expect(second?.reference).toMatchObject({ title: 'A second title' });
});

test("Embase's table: its headings are known", async () => {
  const text = `"Title","Author Names","Source title","Publication Year","Volume","Issue","First page","Last page","DOI","Abstract","Embase Accession ID"
"Care at home","Berg A.; Ek B.","Health and Place","2019","28","2","103","106","10.1000/xyz.7","Two towns.","2001234567"
`;
  const [row] = await read('csv', text);
  expect(row?.reference).toMatchObject({
    title: 'Care at home',
    authors: [
      { family: 'Berg', given: 'A.' },
      { family: 'Ek', given: 'B.' },
    ],
    container: 'Health and Place',
    year: 2019,
    pages: '103-106',
    doi: '10.1000/xyz.7',
    accession: '2001234567',
  });
});
