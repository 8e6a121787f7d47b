/** Files of libraries, registers and services beyond the great databases (shapes: test/fixtures/references/README.md). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { detectFormat } from '../import/formats/formats.ts';
import { cslJson } from '../import/formats/json/csl-json.ts';
import { csv } from '../import/formats/tables/csv.ts';
import { zoteroRdf } from '../import/formats/xml/zotero-rdf.ts';
import type { Piece, ReferencePiece } from '../import/reference.ts';
import { linesLost, readAll, recordsIn } from './import-helpers.ts';

/** Known by its content, in pieces of any size, and every line accounted for. */
async function read(name: string, format: string, size = 65_536): Promise<ReferencePiece[]> {
  const path = fileURLToPath(new URL(`fixtures/references/${name}`, import.meta.url));
  const text = readFileSync(path, 'utf8');
  const found = detectFormat(text);
  expect(found?.id).toBe(format);
  const pieces: Piece[] = found ? await readAll(found, text, { size }) : [];
  expect(linesLost(text, pieces)).toEqual([]);
  expect(pieces.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  return pieces.filter((piece) => piece.kind === 'reference');
}

const tagsOf = (piece: ReferencePiece | undefined) => piece?.unmapped.map(({ tag }) => tag);

const article = {
  type: 'article-journal',
  title: expect.stringMatching(/^Care at home/),
  year: 2019,
  container: expect.stringMatching(/^Health & [Pp]lace$/),
  volume: '28',
  pages: '103-106',
  doi: '10.1000/xyz.7',
};

test.each([65_536, 100])(
  "Zotero's RDF: journals, notes and attachments are found by their links, in pieces of %i",
  async (size) => {
    const [first, chapter, paper, thesis, ...more] = await read('zotero.rdf', 'zotero-rdf', size);
    expect(more).toEqual([]);
    expect(first?.reference).toEqual({
      ...article,
      title: 'Care at home: a study',
      authors: [{ family: 'Berg', given: 'Anna T.' }, { literal: 'Socialstyrelsen' }],
      date: '2019-05-12',
      issue: '2',
      abstract: 'One.\nTwo.',
      language: 'en',
      database: 'PubMed',
      accession: '31234567',
      urls: ['https://example.org/a/1'],
      issn: ['1353-8292'],
      keywords: ['planning', 'Aged'],
      notes: ['Plans were read.'],
    });
    expect(first?.unmapped).toContainEqual({ tag: 'link', value: 'Full Text PDF application/pdf' });
    expect(chapter?.reference).toMatchObject({
      type: 'chapter',
      authors: [{ family: 'Ek', given: 'Bo', particle: 'van der' }],
      editors: [{ family: 'Lind' }],
      container: 'Omsorg i små kommuner',
      series: 'Rapporter',
      publisher: 'Studentlitteratur',
      place: 'Lund',
      isbn: ['9789144102345'],
    });
    expect(paper?.reference).toMatchObject({ type: 'paper-conference', doi: '10.1000/conf.3' });
    expect(thesis?.reference).toMatchObject({ type: 'thesis', publisher: 'Lunds universitet' });
    expect(tagsOf(thesis)).toEqual(['type', 'numPages', 'rights']);
  },
);

test("a thing of Zotero's RDF that stands in itself is read once", async () => {
  const [only] = await recordsIn(
    zoteroRdf,
    '<rdf:RDF><bib:Article rdf:about="#1"><dc:title>A</dc:title><dcterms:isPartOf rdf:resource="#2"/></bib:Article>' +
      '<bib:Journal rdf:about="#2"><dc:title>B</dc:title><dcterms:isPartOf rdf:resource="#2"/></bib:Journal></rdf:RDF>',
  );
  expect(only?.reference).toMatchObject({ title: 'A', container: 'B' });
});

test("RefWorks: the legend is no record, wrapped lines go on, a thesis's page count is no page", async () => {
  const [first, chapter, thesis, ...more] = await read('refworks.txt', 'refworks');
  expect(more).toEqual([]);
  expect(first?.reference).toMatchObject({
    ...article,
    authors: [
      { family: 'Berg', given: 'Anna T.' },
      { family: 'Ek', given: 'Bo', suffix: 'Jr' },
    ],
    abstract: 'One.\nTwo goes on here',
    keywords: ['planning', 'aged'],
  });
  expect(first?.unmapped).toContainEqual({ tag: 'FD', value: 'May 12' });
  expect(chapter?.reference).toMatchObject({
    type: 'chapter',
    editors: [{ family: 'Lind' }],
    container: 'Omsorg i små kommuner',
    pages: '11-20',
  });
  expect(thesis?.reference.pages).toBeUndefined();
  expect(tagsOf(thesis)).toContain('SP');
});

test("EBSCO's XML: the header's number, the date as printed, links, and what has no field", async () => {
  const [only] = await read('ebsco.xml', 'ebsco-xml');
  expect(only?.reference).toMatchObject({
    ...article,
    pages: '103',
    date: 'May2019',
    accession: '141234567',
    database: 'CINAHL Complete',
    keywords: ['Aged', 'Home Health Care'],
    urls: ['https://search.ebscohost.com/x'],
  });
  expect(only?.unmapped).toContainEqual({
    tag: 'header/controlInfo/artinfo/ppct',
    value: '4',
  });
});

test("Zotero's CSV: the item's type before the word for its kind, one column for each tag", async () => {
  const [first, thesis] = await read('zotero.csv', 'csv');
  expect(first?.reference).toMatchObject(article);
  expect(first?.unmapped).toContainEqual({ tag: 'Item Type', value: 'journalArticle' });
  expect(thesis?.unmapped).toContainEqual({ tag: 'Type', value: 'Doktorsavhandling' });
});

test('DiVA: people without their places, no day of its own taken for the publication', async () => {
  const [only] = await read('diva.csv', 'csv');
  expect(only?.reference).toMatchObject({
    ...article,
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    abstract: 'One.\nTwo.',
    issn: ['1353-8292', '1873-2054'],
  });
  expect(only?.reference.date).toBeUndefined();
  expect(tagsOf(only)).toEqual(expect.arrayContaining(['PublicationDate', 'Name', 'PID']));
});

test('Springer: people that nothing sets apart are several people', async () => {
  const [first] = await read('springer.csv', 'csv');
  expect(first?.reference.authors).toEqual([
    { family: 'Berg', given: 'Anna T.' },
    { family: 'Ek', given: 'Bo' },
  ]);
  const [mixed] = await recordsIn(
    csv,
    'Item Title,Item DOI,Authors\nT,10.1000/1,Ann McEkBo DeLund\n',
  );
  expect(mixed?.reference.authors).toEqual([
    { family: 'McEk', given: 'Ann' },
    { family: 'DeLund', given: 'Bo' },
  ]);
});

test.each(['crossref', 'openalex', 'europepmc', 'semantic'])(
  'what %s answers is read as the article it tells of',
  async (service) => {
    const [only, ...more] = await read(`${service}.json`, 'csl-json');
    expect(more).toEqual([]);
    expect(only?.reference).toMatchObject(article);
    expect(only?.reference.authors[0]).toMatchObject({ family: 'Berg' });
    expect(only?.reference.abstract).toMatch(/^(?:Background\n)?One/);
  },
);

test('Norwegian registers: the own language first, people by their parts, the parts of a date', async () => {
  const [cristin] = await read('cristin.json', 'csl-json');
  expect(cristin?.reference).toMatchObject({
    title: 'Omsorg hjemme',
    translatedTitle: 'Care at home',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    container: 'Tidsskrift for omsorgsforskning',
    pages: '103-106',
    doi: '10.1000/xyz.7',
    issn: ['2387-5976'],
  });
  const [nva] = await read('nva.json', 'csl-json');
  expect(nva?.reference).toMatchObject({
    type: 'article-journal',
    title: 'Omsorg hjemme',
    authors: [{ family: 'Berg' }],
    editors: [{ family: 'Lind' }],
    date: '2022-12-16',
    pages: '180-193',
    language: 'nob',
  });
});

test('DataCite and DOAJ: what lies under one name is read, and what lies beside it is kept', async () => {
  const [dataset] = await read('datacite.json', 'csl-json');
  expect(dataset?.reference).toMatchObject({
    type: 'dataset',
    authors: [{ family: 'Berg', given: 'Anna' }, { literal: 'Folkhälsomyndigheten' }],
    publisher: 'Zenodo',
    year: 2020,
  });
  const [doaj] = await read('doaj.json', 'csl-json');
  expect(doaj?.reference).toMatchObject({ ...article, issn: ['1873-2054', '1353-8292'] });
  expect(tagsOf(doaj)).toEqual(['id', 'created_date', 'bibjson']);
});

test('a whole answer of a service keeps what it says beside its list', async () => {
  const text = '{"CodeSets":[{"SetName":"Länder"}],"References":[{"Title":"T","DOI":"10.1000/1"}]}';
  const found = detectFormat(text);
  const pieces = found ? await readAll(found, text) : [];
  expect(pieces[0]).toMatchObject({ kind: 'aside', raw: '{"CodeSets":[{"SetName":"Länder"}]}' });
  expect(pieces[1]).toMatchObject({ reference: { title: 'T', doi: '10.1000/1' } });
});

test('an answer with more items than a call can take is read whole', async () => {
  const items = Array.from({ length: 150_000 }, () => '{"type":"book","title":"T"}').join(',');
  const pieces = await readAll(cslJson, `{"message":{"items":[${items}]}}`);
  expect(pieces).toHaveLength(150_001);
}, 60_000);

test("Zotero's RDF gives its pieces in one order, in whatever parts it comes", async () => {
  const path = fileURLToPath(new URL('fixtures/references/zotero.rdf', import.meta.url));
  const text = readFileSync(path, 'utf8').repeat(2);
  const lines = async (size: number) =>
    (await readAll(zoteroRdf, text, { size })).map(({ kind, lineFrom }) => [kind, lineFrom]);
  expect(await lines(90)).toEqual(await lines(1_000_000));
});

test('XML that nobody knows is no list of references, however many addresses it holds', () => {
  const text = '<?xml version="1.0"?>\n<a xmlns="http://example.org/2019/, x."/>\n';
  expect(detectFormat(text)).toBeUndefined();
});

test('RDF in the words of the Bibliographic Ontology is refused, not taken for an empty file of Zotero', () => {
  const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bibo="http://purl.org/ontology/bibo/">
<bibo:AcademicArticle rdf:about="#1"><dcterms:title>Care</dcterms:title></bibo:AcademicArticle>
</rdf:RDF>`;
  expect(detectFormat(text)).toBeUndefined();
});
