/** Formats of catalogues, repositories and writing tools: MARC as it is exchanged, JATS, Dublin Core, CSL-YAML, EPPI's codes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectFormat, formatById } from '../import/formats/formats.ts';
import { cslYaml } from '../import/formats/json/csl-yaml.ts';
import { marc } from '../import/formats/marc/marc.ts';
import type { ReferencePiece } from '../import/reference.ts';
import { samples } from './dialect-samples.ts';
import { linesLost, readAll, recordsIn } from './import-helpers.ts';

/** Known by its content, in small pieces, every line accounted for. */
async function read(name: string, format: string): Promise<ReferencePiece[]> {
  const text = readFileSync(new URL(`fixtures/references/${name}`, import.meta.url), 'utf8');
  expect(detectFormat(text)?.id).toBe(format);
  const found = formatById(format);
  const pieces = found ? await readAll(found, text, { size: 100 }) : [];
  expect(linesLost(text, pieces)).toEqual([]);
  expect(pieces.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  return pieces.filter((piece) => piece.kind === 'reference');
}

const tagsOf = (piece: ReferencePiece | undefined) => piece?.unmapped.map(({ tag }) => tag);

test('MARC in ISO 2709: the directory names the fields, whatever a letter takes in bytes', async () => {
  const [book, article] = await recordsIn(marc, samples.marc ?? '');
  expect(book?.reference).toEqual({
    type: 'book',
    title: 'Omsorg i små kommuner: en översikt',
    authors: [{ family: 'Åberg', given: 'Anna' }],
    year: 2015,
    publisher: 'Studentlitteratur',
    place: 'Lund',
    keywords: ['Äldreomsorg -- Sverige'],
    accession: '10123456',
    database: 'SE-LIBR',
  });
  expect(article?.reference).toMatchObject({
    type: 'article-journal',
    container: 'Tidsskrift for velferd',
    pages: '103-106',
  });
  // What parts the fields is shown by its picture, and read back from it: a mended record can be tried again.
  expect(article?.raw).toContain('\u241e10\u241faVelferd i distriktene\u241e');
  expect(await recordsIn(marc, article?.raw ?? '')).toMatchObject([
    { reference: article?.reference },
  ]);
});

test('MARC cut off in the middle keeps the fields that came, and what is none is rejected alone', async () => {
  const whole = samples.marc ?? '';
  const cut = await readAll(marc, whole.slice(0, -60));
  expect(cut.at(-1)).toMatchObject({
    kind: 'reference',
    reference: { title: 'Velferd i distriktene' },
    notices: [{ code: 'NO_END' }],
  });
  const between = await readAll(marc, whole.replace('\u001d', '\u001dno record\u001d'));
  expect(between.map(({ kind }) => kind)).toEqual(['reference', 'rejected', 'reference']);
});

test("MARC as lines of text: MarcEdit's and Alma's, where a sum of money is no subfield", async () => {
  const [first, second] = await read('marc.mrk', 'marc-text');
  expect(first?.reference).toMatchObject({
    type: 'book',
    title: 'Care: a book of $5',
    authors: [{ family: 'Berg', given: 'Anna' }],
    year: 2002,
    isbn: ['0805385665'],
  });
  expect(second?.reference.title).toBe('Second');
  const [alma] = await read('marc-alma.txt', 'marc-text');
  expect(alma?.reference).toMatchObject({
    title: 'Omsorg',
    edition: '4. utg.',
    place: 'Oslo',
    publisher: 'Eksempelforlaget',
    keywords: ['Eldreomsorg -- Lærebøker', 'omsorg', 'lærebøker'],
    accession: '990119967574702201',
  });
});

test("JATS: people and their groups, structured abstracts, the issue's date before the day online", async () => {
  const [first, old] = await read('jats.xml', 'jats');
  expect(first?.reference).toEqual({
    type: 'article-journal',
    title: 'Care in situ at CO2 levels: a cohort study',
    translatedTitle: 'Vård på plats',
    authors: [
      { family: 'Berg', given: 'Anna B', particle: 'van der', suffix: 'Jr' },
      { literal: 'The Care Group' },
    ],
    editors: [{ family: 'Dahl', given: 'Cecilia' }],
    year: 2019,
    date: '2019-05-02',
    container: 'BMJ Open',
    volume: '9',
    issue: '5',
    pages: 'e000001',
    publisher: 'BMJ Publishing Group',
    place: 'London',
    doi: '10.1136/bmjopen-2019-000001',
    issn: ['2044-6055'],
    urls: ['https://bmjopen.bmj.com/content/9/5/e000001'],
    abstract: 'Objectives: To see, p<0.05.\nResults: Seen. Again.',
    keywords: ['care', 'cohort, large'],
    language: 'en',
    accession: '31234567',
  });
  expect(first?.unmapped).toContainEqual({ tag: 'article-id', value: 'PMC123' });
  expect(first?.unmapped).toContainEqual({ tag: 'article-meta/aff', value: '1Lund University' });
  expect(old?.reference).toMatchObject({
    year: 1991,
    date: 'Winter 1991',
    container: 'Old Journal',
    pages: '12-19',
    abstract: 'One.\nTwo.',
  });
});

test('Dublin Core: the place where it stands, dates with a time last, a withdrawn record is none', async () => {
  const [diva, ojs, ...more] = await read('oai-dc.xml', 'dublin-core');
  expect(more).toEqual([]);
  expect(diva?.reference).toMatchObject({
    type: 'article-journal',
    title: 'Omsorg i små kommuner : en översikt',
    translatedTitle: 'Care in small municipalities',
    authors: [
      { family: 'Åberg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    year: 2019,
    container: 'Ageing & Society',
    volume: '39',
    issue: '3',
    pages: '1-20',
    doi: '10.1000/abc.12',
    issn: ['0144-686X'],
    abstract: expect.stringMatching(/^This study .* made\.$/),
    keywords: ['äldreomsorg', 'kommuner'],
    accession: 'oai:DiVA.org:liu-12345',
  });
  expect(tagsOf(diva)).toContain('contributor');
  expect(ojs?.reference).toMatchObject({
    type: 'chapter',
    authors: [{ family: 'Dahl', given: 'Kari' }],
    date: '2019-11-05',
    container: 'Tidsskrift for velferd',
    volume: '22',
    issue: '3',
    pages: '103-106',
    issn: ['0809-2052'],
  });
});

test('CSL-YAML: names and dates in every shape, folded texts, numbers as they are written', async () => {
  const [article, book, paper] = await read('csl.yaml', 'csl-yaml');
  expect(article?.reference).toEqual({
    type: 'article-journal',
    title: 'Care at home: a study',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo', particle: 'van der' },
      { literal: 'World Health Organization' },
    ],
    year: 2019,
    date: '2019-05',
    container: 'Health & Place',
    volume: '028',
    issue: '2',
    pages: '103-106',
    doi: '10.1000/xyz.7',
    issn: ['1353-8292'],
    abstract: 'First line goes on.\nSecond paragraph: with a colon - and - a dash',
    keywords: ['care', 'home, sweet home'],
  });
  expect(book?.reference).toMatchObject({
    authors: [
      { family: 'Ek', given: 'Bo' },
      { family: 'Dahl', given: 'Cecilia' },
    ],
    date: '2018-03',
  });
  expect(paper?.reference).toMatchObject({ type: 'paper-conference', date: '2021-07-01' });
});

test('CSL-YAML: an item that cannot be parsed is rejected alone, and nothing of it is cut', async () => {
  const text =
    'references:\n- id: a\n  title: One\n- id: b\n  title: "open\n- id: c\n  title: Three\n';
  const pieces = await readAll(cslYaml, text);
  expect(pieces.map(({ kind, lineFrom }) => [kind, lineFrom])).toEqual([
    ['aside', 1],
    ['reference', 2],
    ['rejected', 4],
    ['reference', 6],
  ]);
});

test("EPPI-Reviewer's codes come along by their names, with what was written and marked under them", async () => {
  const [first] = await read('eppi.json', 'csl-json');
  expect(first?.reference.authors).toEqual([
    { family: 'Berg', given: 'Anna' },
    { family: 'Ek', given: 'Bo' },
  ]);
  expect(first?.extras).toEqual({
    codes: [
      { code: 'INCLUDE on title', codebook: 'Screen on title' },
      { code: 'Rural', codebook: 'Map' },
    ],
  });
  const kept = first?.unmapped.filter(({ tag }) => tag === 'Codes').map(({ value }) => value);
  expect(kept).toEqual([
    'Rural: A village in Dalarna',
    'Rural: "in a village" (berg.pdf)',
    'AttributeId 999: x',
  ]);
});
