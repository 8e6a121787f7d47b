/** What services answer in JSON, in the shapes that their public clients and tests show. */
import { expect, test } from 'vitest';
import { detectFormat } from '../import/formats/formats.ts';
import { cslJson } from '../import/formats/json/csl-json.ts';
import { recordsIn } from './import-helpers.ts';

async function first(answer: unknown) {
  const text = JSON.stringify(answer);
  expect(detectFormat(text)?.id).toBe('csl-json');
  const [record] = await recordsIn(cslJson, text);
  return record;
}

const two = [
  { family: 'Berg', given: 'Anna' },
  { family: 'Ek', given: 'Bo' },
];
const article = {
  title: 'Care at home',
  year: 2019,
  container: 'Health & Place',
  volume: '28',
  issue: '2',
  pages: '103-106',
};

test('Dimensions: its publications are known by their numbers', async () => {
  const record = await first({
    _stats: { total_count: 1 },
    publications: [
      {
        ...article,
        id: 'pub.1129637539',
        authors: [
          { first_name: 'Anna', last_name: 'Berg', affiliations: [] },
          { first_name: 'Bo', last_name: 'Ek' },
        ],
        date: '2019-05-12',
        container: undefined,
        journal: { id: 'jour.1', title: 'Health & Place' },
        doi: '10.1000/xyz.7',
        pmid: '31234567',
        issn: ['1353-8292'],
        abstract: 'One.',
        type: 'article',
      },
    ],
  });
  expect(record?.reference).toMatchObject({
    ...article,
    authors: two,
    date: '2019-05-12',
    doi: '10.1000/xyz.7',
    accession: '31234567',
    issn: ['1353-8292'],
    abstract: 'One.',
  });
});

test('CORE and ERIC: the moment of a date is left out, the source is the container', async () => {
  const core = await first({
    totalHits: 1,
    results: [
      {
        id: 12345,
        title: 'Care at home',
        authors: [{ name: 'Berg, Anna' }, { name: 'Ek, Bo' }],
        yearPublished: 2019,
        publishedDate: '2019-05-12T00:00:00',
        journals: [{ title: 'Health & Place', identifiers: ['issn:1353-8292'] }],
        language: { code: 'en', name: 'English' },
      },
    ],
  });
  expect(core?.reference).toMatchObject({
    title: 'Care at home',
    authors: two,
    year: 2019,
    date: '2019-05-12',
    container: 'Health & Place',
    language: 'en',
  });
  const eric = await first({
    response: {
      numFound: 1,
      docs: [
        {
          id: 'EJ660568',
          title: 'Care at home',
          author: ['Berg, Anna', 'Ek, Bo'],
          description: 'One.',
          publicationdateyear: 2019,
          source: 'Health & Place',
          subject: ['Schools', 'Care'],
          issn: ['ISSN-1353-8292', 'EISSN-1873-2054'],
        },
      ],
    },
  });
  expect(eric?.reference).toMatchObject({
    authors: two,
    year: 2019,
    container: 'Health & Place',
    abstract: 'One.',
    keywords: ['Schools', 'Care'],
    accession: 'EJ660568',
    issn: ['1353-8292', '1873-2054'],
  });
});

test('Scopus: all authors where they are given, keywords one by one', async () => {
  const record = await first({
    'search-results': {
      entry: [
        {
          'dc:identifier': 'SCOPUS_ID:85074527421',
          eid: '2-s2.0-85074527421',
          'dc:title': 'Care at home',
          'dc:creator': 'Berg A.',
          author: [
            { surname: 'Berg', 'given-name': 'Anna' },
            { surname: 'Ek', 'given-name': 'Bo' },
          ],
          'prism:publicationName': 'Health & Place',
          'prism:volume': '28',
          'prism:issueIdentifier': '2',
          'prism:pageRange': '103-106',
          'prism:coverDate': '2019-05-12',
          authkeywords: 'care | home',
          subtypeDescription: 'Article',
        },
      ],
    },
  });
  expect(record?.reference).toMatchObject({
    ...article,
    type: 'article-journal',
    authors: two,
    keywords: ['care', 'home'],
    accession: '2-s2.0-85074527421',
  });
  const short = await first({
    'search-results': {
      entry: [
        { 'dc:title': 'T', 'dc:creator': 'Berg A.', 'prism:coverDate': '2019', eid: '2-s2.0-1' },
      ],
    },
  });
  expect(short?.reference.authors).toEqual([{ family: 'Berg', given: 'A.' }]);
});

test('Europe PMC: a record without authors is known too, headings are keywords', async () => {
  const record = await first({
    resultList: {
      result: [
        {
          id: '31234567',
          pmid: '31234567',
          title: 'An editorial.',
          journalInfo: { volume: '28', yearOfPublication: 2019, journal: { title: 'Nature' } },
          meshHeadingList: { meshHeading: [{ majorTopic_YN: 'Y', descriptorName: 'Aged' }] },
          fullTextUrlList: { fullTextUrl: [{ url: 'https://europepmc.org/a', site: 'PMC' }] },
          pubTypeList: { pubType: ['Editorial'] },
        },
      ],
    },
  });
  expect(record?.reference).toMatchObject({
    container: 'Nature',
    year: 2019,
    keywords: ['Aged'],
    urls: ['https://europepmc.org/a'],
    authors: [],
  });
});

test('Cristin: names in their languages, the channel where no journal is', async () => {
  const record = await first([
    {
      cristin_result_id: '1',
      title: { en: 'Care at home' },
      original_language: 'en',
      abstract: { en: 'One.' },
      journal: { name: { en: 'Health & Place' } },
      channel: { title: 'Channel' },
      classification: { keywords: [{ name: { en: 'Innovation' } }] },
      year_published: '2019',
    },
  ]);
  expect(record?.reference).toMatchObject({
    title: 'Care at home',
    container: 'Health & Place',
    abstract: 'One.',
    keywords: ['Innovation'],
  });
});

test('DataCite: the journal that a text stood in, a subtitle, a title in another language', async () => {
  const record = await first({
    data: [
      {
        id: '10.1000/xyz.7',
        type: 'dois',
        attributes: {
          doi: '10.1000/xyz.7',
          titles: [
            { title: 'Care at home' },
            { title: 'a study', titleType: 'Subtitle' },
            { title: 'Omsorg hemma', titleType: 'TranslatedTitle' },
          ],
          container: {
            title: 'Health & Place',
            volume: '28',
            issue: '2',
            firstPage: '103',
            lastPage: '106',
          },
          publicationYear: 2019,
        },
      },
    ],
  });
  expect(record?.reference).toMatchObject({
    ...article,
    title: 'Care at home: a study',
    translatedTitle: 'Omsorg hemma',
  });
});

test('objects of nobody in particular: people and journals by what they are called, the rest kept', async () => {
  const record = await first([
    {
      title: 'Care at home',
      authors: [{ name: 'Berg, Anna', orcid: '0000' }, { name: 'Ek, Bo' }],
      journal: { title: 'Health & Place', country: 'SE' },
      year: 2019,
    },
  ]);
  expect(record?.reference).toMatchObject({ authors: two, container: 'Health & Place' });
  const kept = record?.unmapped.map(({ value }) => value).join();
  expect(kept).toContain('"orcid":"0000"');
  expect(kept).toContain('"country":"SE"');
});
