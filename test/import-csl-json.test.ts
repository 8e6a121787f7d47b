/** CSL-JSON: read item by item, with the lines of each. */
import { expect, test } from 'vitest';
import { cslJson } from '../import/formats/json/csl-json.ts';
import { readAll, recordsIn } from './import-helpers.ts';

const zotero = `[
  {"id": "http://zotero.org/1", "type": "article-journal", "title": "Care <i>at</i> home",
   "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "Oslo kommune"}],
   "issued": {"date-parts": [["2020", 5, 12]]}, "container-title": "J Care", "page": "1-9", "DOI": "10.1000/ABC",
   "ISSN": "1463-4236, 1477-1128", "URL": "https://a.se", "keyword": "a, b", "note": "ett\\ntvå", "shortTitle": "Care"},
  {"id": 2, "type": "book", "title": "Trasig", },
  "a string",
  {"type": "legal_case", "title": "Fallet", "issued": {"raw": "Spring 2019"}}
]
`;

test('items are read one by one, and a bad one is rejected alone, with its lines', async () => {
  const pieces = await readAll(cslJson, zotero);
  const shape = pieces.map((piece) => [piece.kind, piece.lineFrom, piece.lineTo]);
  expect(shape).toEqual([
    ['aside', 1, 1],
    ['reference', 2, 5],
    ['rejected', 6, 6],
    ['rejected', 7, 7],
    ['reference', 8, 8],
    ['aside', 9, 9],
  ]);
  expect(pieces[2]).toMatchObject({ problem: { code: 'UNREADABLE_JSON' } });
});

test('variables find their fields, and the rest is unmapped', async () => {
  const [first, second] = await recordsIn(cslJson, zotero);
  expect(first?.reference).toEqual({
    type: 'article-journal',
    title: 'Care at home',
    authors: [{ family: 'Berg', given: 'Jan', particle: 'van der' }, { literal: 'Oslo kommune' }],
    year: 2020,
    date: '2020-05-12',
    container: 'J Care',
    pages: '1-9',
    doi: '10.1000/abc',
    issn: ['1463-4236', '1477-1128'],
    urls: ['https://a.se'],
    keywords: ['a', 'b'],
    notes: ['ett', 'två'],
  });
  expect(first?.unmapped).toEqual([
    { tag: 'id', value: 'http://zotero.org/1' },
    { tag: 'shortTitle', value: 'Care' },
  ]);
  expect(second).toMatchObject({
    reference: { type: 'legislation', year: 2019, date: 'Spring 2019' },
    unmapped: [{ tag: 'type', value: 'legal_case' }],
  });
});

test.each([
  ['one object', '{"type":"book","title":"T"}', ['T']],
  ['an object a line', '{"type":"book","title":"T"}\n{"type":"book","title":"U"}\n', ['T', 'U']],
  [
    'a list inside an object',
    '{"items":[{"type":"book","title":"T"},{"type":"book","title":"U"}]}',
    ['T', 'U'],
  ],
  [
    'a list on one line',
    '[{"type":"book","title":"T ]}\\"["},{"type":"book","title":"U"}]',
    ['T ]}"[', 'U'],
  ],
  [
    "Crossref's lists of one",
    '[{"type":"journal-article","title":["T"],"container-title":["J"]}]',
    ['T'],
  ],
])('%s is read', async (_what, text, titles) => {
  const found = await recordsIn(cslJson, text);
  expect(found.map(({ reference }) => reference.title)).toEqual(titles);
});

test('"et al." as the last author, and our own mark, both say that there are others', async () => {
  const item = { type: 'book', title: 'T', author: [{ family: 'Ek' }, { literal: 'et al.' }] };
  const [found] = await recordsIn(cslJson, JSON.stringify([item]));
  expect(found).toMatchObject({
    reference: { authors: [{ family: 'Ek' }], othersOmitted: true },
    unmapped: [],
    notices: [{ code: 'NAMES_LEFT_OUT', params: { tag: 'author' } }],
  });
  const written = cslJson.write?.(found ? [found.reference] : []) ?? '';
  expect(JSON.parse(written)).toMatchObject([
    { author: [{ family: 'Ek' }], custom: { othersOmitted: true } },
  ]);
});

test('a file cut in the middle keeps what came before', async () => {
  const pieces = await readAll(cslJson, '[\n{"type":"book","title":"T"},\n{"type":"book","ti');
  expect(pieces).toMatchObject([
    { kind: 'aside' },
    { kind: 'reference', reference: { title: 'T' } },
    { kind: 'rejected', lineFrom: 3, problem: { code: 'UNCLOSED_ENTRY' } },
  ]);
});

test('JSON that holds no references is rejected as such', async () => {
  const pieces = await readAll(cslJson, '{"name": "underlag", "version": 1}');
  expect(pieces).toMatchObject([{ kind: 'rejected', problem: { code: 'NOT_A_REFERENCE' } }]);
});
