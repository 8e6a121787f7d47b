/** BibTeX and BibLaTeX: LaTeX becomes letters, and one bad entry costs nothing but itself. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bibtex } from '../import/formats/bibtex/bibtex.ts';
import { readAll, recordsIn, referencesIn } from './import-helpers.ts';

const broken = readFileSync(new URL('./fixtures/references/broken.bib', import.meta.url), 'utf8');

async function first(text: string) {
  const [found] = await recordsIn(bibtex, text);
  if (!found) throw new Error('No record was read');
  return found;
}

test('one bad entry is rejected with its lines, and its neighbours are read', async () => {
  const pieces = await readAll(bibtex, broken);
  expect(pieces.map(({ kind, lineFrom, lineTo }) => [kind, lineFrom, lineTo])).toEqual([
    ['aside', 1, 1],
    ['aside', 3, 3],
    ['reference', 5, 9],
    ['rejected', 11, 14],
    ['reference', 16, 19],
    ['rejected', 21, 23],
    ['rejected', 25, 25],
    ['reference', 27, 27],
    ['aside', 29, 29],
    ['rejected', 31, 33],
  ]);
  const problems = pieces.flatMap((piece) =>
    piece.kind === 'rejected' ? [piece.problem.code] : [],
  );
  expect(problems).toEqual([
    'UNCLOSED_ENTRY',
    'UNREADABLE_ENTRY',
    'OUTSIDE_RECORD',
    'UNCLOSED_ENTRY',
  ]);
  const titles = (await referencesIn(bibtex, broken)).map(({ title }) => title);
  expect(titles).toEqual(['Samproduktion i Tromsø', 'Efter det trasiga', 'På en rad']);
});

test.each([
  ['{\\aa}kesson \\AA sa \\AA{}ngstr\\"om', 'åkesson Åsa Ångström'],
  ['\\o{}stlandet \\O stfold {\\o}', 'østlandet Østfold ø'],
  ['\\ae \\AE sop', 'æÆsop'],
  ["\\'e {\\'e} \\'{e} {\\'{e}} \\`a \\^{o} \\~n", 'é é é é à ô ñ'],
  ['\\"{\\i} \\\'{\\i} \\v{s} \\c{c} \\H{o} \\k{a} \\r{a} \\u g', 'ï í š ç ő ą å ğ'],
  ['{DNA} in {S}wedish {{Homes}}', 'DNA in Swedish Homes'],
  ['50\\% of A \\& B, 50% of c_d', '50% of A & B, 50% of c_d'],
  ["``care'' 1990--2000---and on~time", '“care” 1990–2000—and on time'],
  ['\\emph{In vivo} \\textbf{x}$_{2}$ $\\alpha$-level', 'In vivo x2 α-level'],
  ['costs $5 and $9', 'costs $5 and $9'],
  ['wrapped\n     over lines', 'wrapped over lines'],
])('the title "%s" reads as it would be printed', async (latex, title) => {
  expect((await first(`@misc{a, title = {${latex}}}`)).reference.title).toBe(title);
});

test.each([
  [
    'Andfossen, Nina Beate and Bai, Wenfei',
    [
      { family: 'Andfossen', given: 'Nina Beate' },
      { family: 'Bai', given: 'Wenfei' },
    ],
  ],
  ['Ludwig van der Berg', [{ family: 'Berg', given: 'Ludwig', particle: 'van der' }]],
  [
    '{World Health Organization} and {Barnes and Noble}',
    [{ literal: 'World Health Organization' }, { literal: 'Barnes and Noble' }],
  ],
  ['{\\AA}kesson, {\\AA}sa', [{ family: 'Åkesson', given: 'Åsa' }]],
  ['de la Cruz, Jr., Ana', [{ family: 'Cruz', given: 'Ana', particle: 'de la', suffix: 'Jr.' }]],
  [
    'family=Berg, given=Jan, prefix=van der',
    [{ family: 'Berg', given: 'Jan', particle: 'van der' }],
  ],
  ['May, Keith, and Ek, Bo', [{ literal: 'May, Keith' }, { family: 'Ek', given: 'Bo' }]],
])('the authors "%s" are taken apart', async (written, authors) => {
  expect((await first(`@misc{a, author = {${written}}}`)).reference.authors).toEqual(authors);
});

test('"and others" is no author but says that names are missing, and the reader is told', async () => {
  const { reference, unmapped, notices } = await first(
    '@book{b, title={T}, author={Ek, Bo and others}}',
  );
  expect(reference.authors).toEqual([{ family: 'Ek', given: 'Bo' }]);
  expect(reference.othersOmitted).toBe(true);
  expect(unmapped).toEqual([{ tag: 'key', value: 'b' }]);
  expect(bibtex.write?.([reference])).toContain('author = {Ek, Bo and others}');
  expect(notices).toEqual([{ code: 'NAMES_LEFT_OUT', params: { tag: 'author' } }]);
});

test.each([
  [
    '@string{ jc = "Journal of " # {Care} } @article{a, title = "T", journal = jc # ", Part " # 2}',
    { container: 'Journal of Care, Part 2' },
  ],
  ['@article(a, title = "A (b) c", year = 2020)', { title: 'A (b) c', year: 2020 }],
  ['@ARTICLE{a, Title = {T}, MONTH = mar, YEAR = {2020}}', { year: 2020, date: '2020-03' }],
  [
    '@article{a, title = {T}, date = {2020-05-12}, journaltitle = {J}}',
    { year: 2020, date: '2020-05-12', container: 'J' },
  ],
  ['@article{, title = {T}, pages = {12--18}, number = 4}', { pages: '12-18', issue: '4' }],
  ['@article{key with blanks, title = {T} year = 1999}', { title: 'T', year: 1999 }],
  [
    '@book{a, title = {T}, subtitle = {a study}, school = {}, isbn = {978-91-44-12345-6}}',
    { title: 'T: a study', isbn: ['9789144123456'] },
  ],
  [
    '@online{a, title = {T}, url = {https://a.se/x_y%20z~q}}',
    { type: 'webpage', urls: ['https://a.se/x_y%20z~q'] },
  ],
  [
    '@misc{a, title = {T}, doi = {10.1000/x\\_y}, keywords = {care, home care}}',
    { doi: '10.1000/x_y', keywords: ['care', 'home care'] },
  ],
  [
    '@phdthesis{a, title = {T}, school = {Lunds universitet}}',
    { type: 'thesis', publisher: 'Lunds universitet' },
  ],
  ['@misc{a, title = {say "no"}, note = "He {"}no{"}"}', { title: 'say "no"', notes: ['He "no"'] }],
])('%s is read', async (text, expected) => {
  expect((await first(text)).reference).toMatchObject(expected);
});

test('what no field holds is kept as unmapped, with the key first', async () => {
  const { unmapped } = await first('@mastersthesis{ek20, title={T}, eprint={1234.5}, shelf={b}}');
  expect(unmapped).toEqual([
    { tag: 'key', value: 'ek20' },
    { tag: 'entry', value: 'mastersthesis' },
    { tag: 'eprint', value: '1234.5' },
    { tag: 'shelf', value: 'b' },
  ]);
});

test('written keys are ASCII and unique, capitals are protected and specials are escaped', () => {
  const authors = [{ family: 'Østergård', given: 'Åsa' }];
  const written = bibtex.write?.([
    { type: 'book', title: 'Care in Sweden & DNA: 50% {x', authors, year: 2020 },
    { type: 'book', title: 'Annan', authors, year: 2020 },
  ]);
  expect(written).toContain('@book{ostergard2020,');
  expect(written).toContain('@book{ostergard2020-2,');
  expect(written).toContain('title = {Care in {Sweden} \\& {DNA:} 50\\% \\textbraceleft{}x}');
  expect(written).toContain('author = {Østergård, Åsa}');
});

test('a comment between the fields of an entry is passed over, as Biber does', async () => {
  const [found] = await referencesIn(
    bibtex,
    '@online{record,\n  % before all fields, = and "all"\n  title = {Care, 50% more},\n  % between\n  date = {2024}\n  % after\n}\n',
  );
  expect(found).toMatchObject({ title: 'Care, 50% more', year: 2024 });
});

test('Mendeley sets the underscore of a DOI in braces: the DOI does not end before it', async () => {
  const [found] = await referencesIn(
    bibtex,
    "@inproceedings{a,\ntitle = {R$\\backslash$'enyi at home},\ndoi = {10.1007/978-3-662-46803-6{\\_}26},\nurl = {http://example.org/a{\\_}b{\\%}20c},\n}\n",
  );
  expect(found).toMatchObject({
    title: 'Rényi at home',
    doi: '10.1007/978-3-662-46803-6_26',
    urls: ['http://example.org/a_b%20c'],
  });
});
