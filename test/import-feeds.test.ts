/** Sources read since the seventh round: Chinese databases, feeds, CITATION.cff, PubMed's summaries, UNIMARC. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectFormat, formatById } from '../import/formats/formats.ts';
import { cff } from '../import/formats/json/cff.ts';
import type { ReferencePiece } from '../import/reference.ts';
import { linesLost, readAll } from './import-helpers.ts';

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

const article = {
  type: 'article-journal',
  title: '小城镇居家养老服务研究',
  authors: [{ family: '张三' }, { family: '李四' }],
  year: 2022,
  container: '城市规划',
  volume: '26',
  issue: '15',
  pages: '25-30',
  keywords: ['小城镇', '养老'],
  doi: '10.1000/cn.2022.1',
};
const thesis = {
  type: 'thesis',
  title: '小城镇规划',
  authors: [{ family: '王五' }],
  year: 2019,
  publisher: '某大学',
};

test.each(['noteexpress.txt', 'cnki.txt'])(
  'what Chinese databases export is read in Chinese: %s',
  async (name) => {
    const [first, second, ...more] = await read(name, 'noteexpress');
    expect(more).toEqual([]);
    expect(first?.reference).toMatchObject(article);
    expect(second?.reference).toMatchObject(thesis);
    expect(second?.reference.container).toBeUndefined();
  },
);

test('NoteExpress: an abstract goes on below, and whoever supervised is no author', async () => {
  const [first, second] = await read('noteexpress.txt', 'noteexpress');
  expect(first?.reference.abstract).toBe('目的:研究小城镇的养老服务。\n结果:服务不足。');
  expect(first?.unmapped).toContainEqual({ tag: 'Author Address', value: '某大学;某医院;' });
  expect(second?.unmapped).toContainEqual({ tag: 'Tertiary Author', value: '赵六' });
});

test('arXiv: an entry is a manuscript with its number, its links and where it was printed', async () => {
  const [only, ...more] = await read('arxiv.xml', 'feeds');
  expect(more).toEqual([]);
  expect(only?.reference).toEqual({
    type: 'manuscript',
    title: 'Care at home in small places',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo', particle: 'van der' },
    ],
    year: 2024,
    date: '2024-10-10',
    accession: 'arXiv:2410.01234v3',
    abstract: 'We model care in villages with < 500 people.',
    doi: '10.1000/xyz.7',
    urls: ['http://arxiv.org/abs/2410.01234v3'],
    keywords: ['cs.CY'],
    notes: ['12 pages', 'Health Place 28 (2025) 103-106'],
  });
  expect(only?.unmapped).toEqual([
    { tag: 'author/affiliation', value: 'Lund' },
    { tag: 'updated', value: '2025-07-15T22:56:19Z' },
  ]);
});

test("PubMed's feed: the place in the journal is a note, not the abstract's first line", async () => {
  const [only] = await read('pubmed.rss', 'feeds');
  expect(only?.reference).toMatchObject({
    type: 'article-journal',
    title: 'Care at home',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    year: 2026,
    date: '2026-07-20',
    container: 'Health & place',
    accession: '34567890',
    doi: '10.1000/xyz.8',
    abstract: 'Care is studied.',
    notes: ['Health Place. 2026 Jul 20:103. doi: 10.1000/xyz.8.'],
  });
});

test('CITATION.cff: the software, the article to cite for it, and what it builds on', async () => {
  const [own, paper, talk, book, ...more] = await read('citation.cff', 'cff');
  expect(more).toEqual([]);
  expect(own?.reference).toMatchObject({
    type: 'software',
    title: 'Care: a simulation',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo', particle: 'van der', suffix: 'Jr.' },
      { literal: 'The Care Group' },
    ],
    date: '2021-07-18',
    abstract: 'Care is simulated.',
    doi: '10.5281/zenodo.123456',
    keywords: ['care', 'homes; villages'],
  });
  expect(own?.unmapped).toContainEqual({ tag: 'version', value: '0.11.2' });
  expect(own?.unmapped).toContainEqual({
    tag: 'authors.orcid',
    value: 'https://orcid.org/0000-0000-0000-0000',
  });
  expect(paper?.reference).toMatchObject({
    type: 'article-journal',
    title: 'Simulating care',
    container: 'Journal of Software',
    volume: '012',
    pages: '1-9',
    date: '2021-09',
    doi: '10.1000/paper',
  });
  expect(paper?.raw).toMatch(/^\s*type: article\n[\s\S]*"10\.1000\/paper"$/);
  expect(talk?.reference).toMatchObject({ type: 'paper-conference', container: 'Care 2019' });
  expect(book?.reference).toMatchObject({
    type: 'book',
    publisher: 'Press',
    place: 'Lund',
    isbn: ['9789144123456'],
  });
});

test('a CITATION.cff that is no YAML is rejected as it stands, with its lines', async () => {
  const pieces = await readAll(cff, 'cff-version: 1.2.0\ntitle: "open\nauthors: [\n');
  expect(pieces).toMatchObject([
    { kind: 'rejected', lineFrom: 1, lineTo: 3, problem: { code: 'UNREADABLE_ENTRY' } },
  ]);
});

test("PubMed's summaries stand under their numbers, one reference each", async () => {
  const [article_, chapter, ...more] = await read('esummary.json', 'csl-json');
  expect(more).toEqual([]);
  expect(article_?.reference).toMatchObject({
    type: 'article-journal',
    title: 'Care at home: a study.',
    translatedTitle: 'Omsorg hemma.',
    authors: [
      { family: 'Berg', given: 'A' },
      { family: 'Ek', given: 'BC', particle: 'van der' },
      { literal: 'The Care Group' },
    ],
    year: 2021,
    container: 'Health & place',
    pages: '103-6',
    doi: '10.1000/xyz.7',
    accession: '34567890',
  });
  expect(chapter?.reference).toMatchObject({ type: 'chapter', container: 'The Book' });
});

test('UNIMARC: title, people by what they did, and the year of the legal deposit', async () => {
  const [book] = await read('unimarc.xml', 'marcxml');
  expect(book?.reference).toMatchObject({
    type: 'book',
    title: 'La vieillesse au village: une étude',
    authors: [
      { family: 'Martin', given: 'Hélène' },
      { family: 'La Tour', particle: 'de', given: 'Jean' },
    ],
    editors: [{ literal: "Institut d'études. Service" }],
    year: 2015,
    edition: '2e éd.',
    publisher: 'Éditions du Sud',
    place: 'Paris',
    language: 'fre',
    series: 'Études ; 12',
    abstract: 'Un résumé.',
    keywords: ['Vieillesse -- France'],
  });
  // Whoever translated it did not write it.
  expect(book?.unmapped).toContainEqual({ tag: '702', value: '$a Berg $b Anna $4 730' });
});
