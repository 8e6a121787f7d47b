/** Mess found in real files that the readers had not met: the shapes are theirs, the works are made up. */
import { expect, test } from 'vitest';
import { bibtex } from '../import/formats/bibtex/bibtex.ts';
import { endnoteTagged } from '../import/formats/tagged/endnote-tagged.ts';
import { nbib } from '../import/formats/tagged/nbib.ts';
import { refworks } from '../import/formats/tagged/refworks.ts';
import { ris } from '../import/formats/tagged/ris.ts';
import { recordsIn, referencesIn } from './import-helpers.ts';

test('Digital Commons writes the title before the type, and some records have no type: each stays a record of its own', async () => {
  const records = await referencesIn(
    endnoteTagged,
    `%T How trust grows in small towns
%0 Journal Article
%A Berg, Anna
%B Planning Quarterly
%D 2021
%8 September  1, 2021
%V 45
%N 3
%P 1309-1348
%X Trust is studied.

It is found.


%T Planning Quarterly Volume 45, Issue 3
%B Planning Quarterly
%D 2021
%N 3


%T A thematic analysis
%A Ek, Bo
%B Proceedings of a meeting
%D 2019


%T A last one
%0 Journal Article
%A Dahl, Cecilia
`,
  );
  expect(records.map(({ title, authors, type }) => [title, authors.length, type])).toEqual([
    ['How trust grows in small towns', 1, 'article-journal'],
    ['Planning Quarterly Volume 45, Issue 3', 0, 'article-journal'],
    ['A thematic analysis', 1, 'chapter'],
    ['A last one', 1, 'article-journal'],
  ]);
  expect(records[0]?.abstract).toBe('Trust is studied.\nIt is found.');
});

test.each([
  ['A. Berg-Dahl', { family: 'Berg-Dahl', given: 'A.' }],
  ['J.-P. van der Ek', { particle: 'van der', family: 'Ek', given: 'J.-P.' }],
  ['U.S. Congress', { literal: 'U.S. Congress' }],
  ['Anna Berg', { literal: 'Anna Berg' }],
])('IEEE puts initials first: %s alone is known for what it is', async (written, name) => {
  const [found] = await referencesIn(ris, `TY  - JOUR\nTI  - Care\nAU  - ${written}\nER  - \n`);
  expect(found?.authors).toEqual([name]);
});

test("a book's editors stand under A3 in EndNote's RIS; beside other editors A3 is its series'", async () => {
  const [alone, both] = await recordsIn(
    ris,
    `TY  - BOOK
A3  - Berg, Anna
TI  - A handbook
ER  - 

TY  - BOOK
A2  - Ek, Bo
A3  - Berg, Anna
TI  - Another
ER  - 
`,
  );
  expect(alone?.reference.editors).toEqual([{ family: 'Berg', given: 'Anna' }]);
  expect(both?.reference.editors).toEqual([{ family: 'Ek', given: 'Bo' }]);
  expect(both?.unmapped).toContainEqual({ tag: 'A3', value: 'Berg, Anna' });
});

test('a day that Zotero does not know is no part of the date', async () => {
  const [found] = await referencesIn(
    ris,
    'TY  - JOUR\nTI  - Care\nDA  - 2019/10//undefined\nPY  - 2019\nER  - \n',
  );
  expect(found).toMatchObject({ year: 2019, date: '2019/10' });
});

test("PubMed's editors are named once, in full", async () => {
  const [found] = await referencesIn(
    nbib,
    `PMID- 31234567
TI  - A chapter
BTI - A book
FED - Berg, Anna B
ED  - Berg AB
FED - Ek, Bo
ED  - Ek B
FAU - Dahl, Cecilia
AU  - Dahl C
PT  - Book Chapter
`,
  );
  expect(found?.editors).toEqual([
    { family: 'Berg', given: 'Anna B' },
    { family: 'Ek', given: 'Bo' },
  ]);
});

test("Ovid's place of a patent: the day behind the issue is the date", async () => {
  const [found] = await referencesIn(
    nbib,
    `<1. >
VN  - Ovid Technologies
DB  - BIOSIS Previews
AU  - Berg, Anna B. [Inventor, Reprint Author]
TI  - A supplement
SO  - Official Gazette of the Patent Office. 1288(3), Nov. 16, 2004.
PT  - Patent
YR  - 2004
`,
  );
  expect(found).toMatchObject({
    type: 'patent',
    container: 'Official Gazette of the Patent Office',
    volume: '1288',
    issue: '3',
    year: 2004,
    date: 'Nov. 16, 2004',
  });
});

test("Web of Science's months and Scopus's kinds of documents are read from BibTeX", async () => {
  const [article, chapter] = await referencesIn(
    bibtex,
    `@article{ WOS:000123,
Author = {Berg, Anna},
Title = {Care},
Year = {2022},
Month = {MAR 1},
}
@book{Ek2021, author = {Ek, B.}, title = {A part}, journal = {A whole}, year = {2021}, document_type = {Book Chapter}, source = {Scopus}}
`,
  );
  expect(article).toMatchObject({ year: 2022, date: 'MAR 1 2022' });
  expect(chapter).toMatchObject({ type: 'chapter', container: 'A whole' });
});

test.each([
  ['Atenci&oacute;n al ni&ntilde;o &mdash; S&atilde;o Paulo', 'Atención al niño — São Paulo'],
  ['&sigma;&sup2; &asymp; 3 &euro; &reg;', 'σ² ≈ 3 € ®'],
  // Windows-1252 by number, as old web pages wrote it.
  ['The &#147;real&#148; thing &#150; again', 'The “real” thing – again'],
  ['AT&T; R&D &unknownname;', 'AT&T; R&D &unknownname;'],
])('every named character of HTML is shown as itself: %s', async (written, shown) => {
  const [found] = await referencesIn(ris, `TY  - JOUR\nTI  - ${written}\nER  - \n`);
  expect(found?.title).toBe(shown);
});

test("PsycNET's RIS: a tag in a whole word is one, but no word of an abstract is", async () => {
  const [chapter, article] = await recordsIn(
    ris,
    `Provider: American Psychological Association
Database: PsycINFO
Content: application/x-research-info-systems

TY  - CHAP
DESCRIPTORS  - *Aged;  *Home Care
ID  - 1994-98352-001
T1  - Care at home
T2  - Handbook of care
A1  - Berg, Anna
Y1  - 1994
KW  - *Aged
KW  - *Home Care
ER  - 

TY  - JOUR
TI  - Care
KW  - Aged
DESCRIPTORS  - *Aged
AB  - One.
METHODS  - Two.
ER  - 
`,
  );
  expect(chapter?.reference).toMatchObject({
    type: 'chapter',
    container: 'Handbook of care',
    keywords: ['*Aged', '*Home Care'],
  });
  expect(chapter?.unmapped).toContainEqual({
    tag: 'DESCRIPTORS',
    value: '*Aged;  *Home Care',
  });
  expect(article?.reference).toMatchObject({
    type: 'article-journal',
    keywords: ['Aged'],
    abstract: 'One. METHODS - Two.',
  });
});

test('ProQuest hangs degrees on names: they stand behind the name, as Jr. does', async () => {
  const [found] = await referencesIn(
    ris,
    `TY  - JOUR
TI  - Care
AU  - Berg, Anna L, PhD
AU  - Ek, Bo, M.D., Ph.D.
AU  - Department of Health, Oslo, Norway
AU  - Dahl, MA
ER  - 
`,
  );
  expect(found?.authors).toEqual([
    { family: 'Berg', given: 'Anna L', suffix: 'PhD' },
    { family: 'Ek', given: 'Bo', suffix: 'M.D., Ph.D.' },
    { literal: 'Department of Health, Oslo, Norway' },
    { family: 'Dahl', given: 'MA' },
  ]);
  const written = ris.write?.([
    { ...found, type: 'book', title: 'Care', authors: found?.authors ?? [] },
  ]);
  expect((await referencesIn(ris, written ?? ''))[0]?.authors).toEqual(found?.authors);
});

test("CENTRAL in Ovid's RIS: everybody in one field, with commas between them", async () => {
  const [found, place] = await referencesIn(
    ris,
    `1. 
TY  - ELEC
ID  - CN-00000001
T1  - Care at home
A1  - Berg RCA, van der Ek JJ, de Vries HJC
Y1  - 2017//
ER  -  

TY  - JOUR
T1  - Care
A1  - Oslo, Norway
ER  -  
`,
  );
  expect(found?.authors).toEqual([
    { family: 'Berg', given: 'RCA' },
    { family: 'Ek', particle: 'van der', given: 'JJ' },
    { family: 'Vries', particle: 'de', given: 'HJC' },
  ]);
  expect(place?.authors).toHaveLength(1);
});

test("CNKI's EndNote leaves out line ends between people, its RefWorks writes the volume small", async () => {
  const [article] = await referencesIn(
    endnoteTagged,
    '%0 Journal Article\n%A 张三%A 李四%A 王五\n%T 小城镇规划\n%J 城市规划\n%D 2008\n',
  );
  expect(article?.authors).toEqual([{ family: '张三' }, { family: '李四' }, { family: '王五' }]);
  const [found] = await referencesIn(
    refworks,
    `RT Dissertation/Thesis
SR 1
A1 张三;李四
T1 小城镇规划
JF 城市规划
YR 2008
IS 05
vo 45
LA 中文;
`,
  );
  expect(found).toMatchObject({
    type: 'thesis',
    authors: [{ family: '张三' }, { family: '李四' }],
    issue: '05',
    volume: '45',
    language: '中文',
  });
});

test("Citavi's own tags end an address of several paragraphs", async () => {
  const [found] = await recordsIn(
    ris,
    'TY  - JOUR\nT1  - Care\nTS  - RIS\nAD  - Lund\n\nOslo\nM4  - Citavi\nER  -\n',
  );
  expect(found?.unmapped).toEqual([
    { tag: 'TS', value: 'RIS' },
    { tag: 'AD', value: 'Lund\nOslo' },
    { tag: 'M4', value: 'Citavi' },
  ]);
});
