/** Tables from Scopus, Zotero, Web of Science and from people: columns guessed, nothing dropped. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, findHeader } from '../import/formats/tables/csv.ts';
import { cellsOf } from '../import/formats/tables/csv-rows.ts';
import type { Reference } from '../import/reference.ts';
import { linesLost, readAll, recordsIn, referencesIn } from './import-helpers.ts';

const scopus = `"Authors","Author full names","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","Author Keywords","Document Type","Source","EID"
"Åkesson Å.; Berg J.","Åkesson, Åsa (57190123456); Berg, Jan (57190123457)","Samproduktion","2020","Tidskrift för omsorg","21","3","104321","","","7","10.9999/TFO.1","https://www.scopus.com/x","Bakgrund, ""citat""
och mer.","omsorg; kommun","Article","Scopus","2-s2.0-1"
`;

test('a Scopus table is read without any mapping', async () => {
  const [found] = await recordsIn(csv, scopus);
  expect(found).toMatchObject({ lineFrom: 2, lineTo: 3 });
  expect(found?.reference).toEqual({
    type: 'article-journal',
    title: 'Samproduktion',
    authors: [
      { family: 'Åkesson', given: 'Åsa' },
      { family: 'Berg', given: 'Jan' },
    ],
    year: 2020,
    container: 'Tidskrift för omsorg',
    volume: '21',
    issue: '3',
    pages: '104321',
    doi: '10.9999/tfo.1',
    urls: ['https://www.scopus.com/x'],
    abstract: 'Bakgrund, "citat"\noch mer.',
    keywords: ['omsorg', 'kommun'],
    database: 'Scopus',
    accession: '2-s2.0-1',
  });
  expect(found?.unmapped).toEqual([
    { tag: 'Document Type', value: 'Article' },
    { tag: 'Authors', value: 'Åkesson Å.; Berg J.' },
    { tag: 'Cited by', value: '7' },
  ]);
});

test.each([
  [
    'Zotero',
    '"Item Type","Publication Year","Author","Title","Publication Title","Url","Pages","Manual Tags"\n"bookSection",2019,"Ek, Bo; Dahl, Per","Kapitlet","Boken","https://a.se/x","1-9","vård; skola"',
    {
      type: 'chapter',
      authors: [
        { family: 'Ek', given: 'Bo' },
        { family: 'Dahl', given: 'Per' },
      ],
      container: 'Boken',
      keywords: ['vård', 'skola'],
      pages: '1-9',
    },
  ],
  [
    'Web of Science',
    'PT\tAU\tAF\tTI\tSO\tPY\tBP\tEP\tDI\tUT\nJ\tEk, B\tEk, Bo\tTiteln\tCARE\t2018\t12\t19\t10.1/x\tWOS:0001',
    {
      title: 'Titeln',
      authors: [{ family: 'Ek', given: 'Bo' }],
      container: 'CARE',
      pages: '12-19',
      accession: 'WOS:0001',
    },
  ],
  [
    'a Swedish list',
    'Titel;Författare;År;Tidskrift;Sammanfattning;Nyckelord\nOmsorgen;"Ek, Bo";2017;Socialt;Kort;a, b',
    {
      title: 'Omsorgen',
      authors: [{ family: 'Ek', given: 'Bo' }],
      year: 2017,
      container: 'Socialt',
      abstract: 'Kort',
      keywords: ['a', 'b'],
    },
  ],
  [
    'a Norwegian list',
    'sep=;\nTittel;Forfattere;Utgivelsesår;Tidsskrift;Sammendrag\nOmsorgen;Bo Ek og Per Dahl;2016;Sosialt;Kort',
    {
      title: 'Omsorgen',
      authors: [
        { family: 'Ek', given: 'Bo' },
        { family: 'Dahl', given: 'Per' },
      ],
      year: 2016,
      container: 'Sosialt',
    },
  ],
  [
    'a list under a heading of its own',
    'Our studies 2020,,\n\nTitle,Authors,Year\nT,"Andfossen N.B., Bai W.",2020',
    {
      title: 'T',
      authors: [
        { family: 'Andfossen', given: 'N.B.' },
        { family: 'Bai', given: 'W.' },
      ],
      year: 2020,
    },
  ],
])('the columns of %s are recognised', async (_what, text, expected) => {
  const [reference, ...more] = await referencesIn(csv, text);
  expect(reference).toMatchObject(expected);
  expect(more).toEqual([]);
  expect(linesLost(text, await readAll(csv, text))).toEqual([]);
});

test.each([
  ['Galjaard et al.', ['Galjaard']],
  ['"Berg, A., Dahl, B., m.fl."', ['Berg', 'Dahl']],
  ['Berg A; Dahl B; et al.', ['Berg', 'Dahl']],
  ['Jane Smith and others', ['Smith']],
])('a cell of authors %s says that there are others', async (cell, families) => {
  const [found] = await recordsIn(csv, `Title,Authors\nA study,${cell}\n`);
  const { reference, unmapped, notices } = found ?? {};
  expect(reference?.authors.map((name) => 'family' in name && name.family)).toEqual(families);
  expect(reference?.othersOmitted).toBe(true);
  expect(unmapped).toEqual([]);
  expect(notices).toEqual([{ code: 'NAMES_LEFT_OUT', params: { tag: 'Authors' } }]);
});

test('a person may say what the columns are, and which to leave alone', async () => {
  const text = 'Studie,Vem,Title\nOmsorgen,"Ek, Bo",inte denna';
  const columns = { Studie: 'title', Vem: 'authors', Title: null };
  const [found] = await recordsIn(csv, text, { columns });
  expect(found?.reference).toEqual({
    type: 'document',
    title: 'Omsorgen',
    authors: [{ family: 'Ek', given: 'Bo' }],
  });
  expect(found?.unmapped).toEqual([{ tag: 'Title', value: 'inte denna' }]);
});

test('the header is shown with the guesses, before anything is imported', () => {
  expect(findHeader('\ufeffTitle;Country;År\nA;SE;2020')?.header).toEqual({
    delimiter: ';',
    columns: ['Title', 'Country', 'År'],
    guesses: { Title: 'title', Country: null, År: 'year' },
  });
  expect(findHeader('a letter\nto somebody')).toBeUndefined();
});

test('columns of the same name do not hide each other', async () => {
  const [found] = await recordsIn(csv, 'Title,Code,Code\nT,a,b');
  expect(found?.unmapped).toEqual([
    { tag: 'Code', value: 'a' },
    { tag: 'Code (2)', value: 'b' },
  ]);
});

test('a quotation mark that is never closed costs one line', async () => {
  const pieces = await readAll(csv, 'Title,Year\nEtt,2019\n"Två,2020\nTre,2021\nFyra,2022\n');
  expect(pieces).toMatchObject([
    { kind: 'aside' },
    { kind: 'reference', reference: { title: 'Ett' } },
    { kind: 'rejected', lineFrom: 3, lineTo: 3, problem: { code: 'UNCLOSED_QUOTE' } },
    { kind: 'reference', reference: { title: 'Tre' } },
    { kind: 'reference', reference: { title: 'Fyra' } },
  ]);
});

test('rows too long or too short are read, and too much is pointed out', async () => {
  const [long, short] = await recordsIn(csv, 'Title,Year\nEtt,2019,extra\nTvå\n');
  expect(long).toMatchObject({
    reference: { title: 'Ett' },
    notices: [{ code: 'TOO_MANY_CELLS' }],
    unmapped: [{ tag: '#3', value: 'extra' }],
  });
  expect(short?.reference).toEqual({ type: 'document', title: 'Två', authors: [] });
});

test('a table without a title column is rejected with a clear reason', async () => {
  const pieces = await readAll(csv, 'a,b\n1,2\n3,4\n');
  expect(pieces).toMatchObject([
    { kind: 'rejected', lineFrom: 1, lineTo: 3, problem: { code: 'NO_HEADER' } },
  ]);
});

test.each(['=1+1', '+46 8', '-2 degrees', '@home', '＝1'])(
  '"%s" cannot run as a formula in a spreadsheet',
  (title) => {
    const written = csv.write?.([{ type: 'book', title, authors: [] }]) ?? '';
    expect(written).toContain(`,'${title},`);
  },
);

test('cells are split as the reference parser of the ecosystem splits them', () => {
  const cell = fc.stringMatching(/^[a-zå"',;\n ]{0,8}$/);
  const holds = fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
    const text = cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
    const [expected] = parse(text, { relax_column_count: true }) as string[][];
    expect(cellsOf(text, ',')).toEqual({ cells: expected, open: false });
  });
  fc.assert(holds);
});

test('names as a printed list has them are single people: initials first, "and" before the last', async () => {
  const found = await referencesIn(
    csv,
    `Title,Authors
One,"A. M. Berg, B. Ek and C. P. Dahl"
Two,"J. L. R. Berg, L. van der Ek, and S. M. Holm"
Three,"Ministry of Health and Care"
`,
  );
  expect(found.map(({ authors }) => authors)).toEqual([
    [
      { family: 'Berg', given: 'A. M.' },
      { family: 'Ek', given: 'B.' },
      { family: 'Dahl', given: 'C. P.' },
    ],
    [
      { family: 'Berg', given: 'J. L. R.' },
      { family: 'Ek', particle: 'van der', given: 'L.' },
      { family: 'Holm', given: 'S. M.' },
    ],
    [{ literal: 'Ministry of Health and Care' }],
  ]);
});

test("PubMed's table: an article online first has its pages in the citation, and no volume yet", async () => {
  const [found] = await referencesIn(
    csv,
    `PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
"31234567","Care","Berg A, Ek B.","Health Place. 2022 Jan 31:1-13. doi: 10.1000/x. Online ahead of print.","Berg A","Health Place","2022","2021/12/27","","","10.1000/x"
`,
  );
  expect(found).toMatchObject({ container: 'Health Place', year: 2022, pages: '1-13' });
  expect(found?.volume).toBeUndefined();
});

test.each<[string, string, string, Partial<Reference>]>([
  [
    'Europe PMC numbers its records in EXTERNAL_ID',
    'SOURCE,EXTERNAL_ID,PMCID,TITLE,AUTHORS,CITATION,JOURNAL/BOOK,PUBLICATION_YEAR',
    'MED,31234567,PMC9,Care,"Berg A, Ek B.","Health Place. 2019;28(2):103-106.",Health Place,2019',
    { accession: '31234567', database: 'MED', volume: '28', issue: '2', pages: '103-106' },
  ],
  [
    'OpenAlex gives the address of a record at PubMed',
    'id,display_name,publication_year,ids.pmid,authorships.author.display_name',
    'https://openalex.org/W9,Care,2019,https://pubmed.ncbi.nlm.nih.gov/31234567,Anna Berg|Bo Ek',
    { accession: '31234567' },
  ],
  [
    'OpenAlex, a journal by another heading, and two people with an initial between names',
    'title,publication_year,primary_location_display_name,author_names',
    'Care,2019,Health Place,"Anna B. Berg, Bo van der Ek"',
    {
      container: 'Health Place',
      authors: [
        { family: 'Berg', given: 'Anna B.' },
        { family: 'Ek', particle: 'van der', given: 'Bo' },
      ],
    },
  ],
  [
    'Springer calls it the volume of the journal',
    'Item Title,Publication Title,Journal Volume,Journal Issue,Item DOI,Publication Year',
    'Care,Health Place,28,2,10.1000/x,2019',
    { volume: '28', issue: '2', container: 'Health Place' },
  ],
  [
    'a family of two names before a given name with an initial is one person',
    'Title,Authors,Year',
    'Care,"Berg Holm, Anna B.",2019',
    { authors: [{ family: 'Berg Holm', given: 'Anna B.' }] },
  ],
])('what services call their columns: %s', async (_, header, row, expected) => {
  const [found] = await referencesIn(csv, `${header}\n${row}\n`);
  expect(found).toMatchObject({ title: 'Care', year: 2019, ...expected });
});

test.each([
  ['Titel,Autoren,Jahr,Zeitschrift,Band,Heft,Seiten,Schlagwörter,Zusammenfassung'],
  ['Titre,Auteurs,Année,Revue,Volume,Numéro,Pages,Mots-clés,Résumé'],
  ['Título,Autores,Año,Revista,Volumen,Número,Páginas,Palabras clave,Resumen'],
  ['Nimeke,Tekijät,Vuosi,Lehti,Vuosikerta,Numero,Sivut,Asiasanat,Tiivistelmä'],
  ['Titel,Forfattere,År,Tidsskrift,Årgang,Nummer,Sider,Emneord,Resumé'],
  ['Название,Авторы,Год,Журнал,Том,Номер,Страницы,Ключевые слова,Аннотация'],
  ['标题,作者,年份,期刊,卷,期,页码,关键词,摘要'],
  [
    'Title-题名,Author-作者,Year-年,Source-文献来源,Volume-卷,Period-期,PageCount-页码,Keyword-关键词,Summary-摘要',
  ],
  ['タイトル,著者名,出版年,刊行物名,巻,号,ページ,キーワード,抄録'],
  ['논문명,저자,발행년도,학술지명,권,호,페이지,키워드,초록'],
])('headings in the languages of sources need no mapping: %s', async (header) => {
  const row = 'Care,"Berg, Anna; Ek, Bo",2019,Health & Place,28,2,103-106,homes; towns,Studied.';
  const [found] = await referencesIn(csv, `${header}\n${row}\n`);
  expect(found).toMatchObject({
    title: 'Care',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    year: 2019,
    container: 'Health & Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    keywords: ['homes', 'towns'],
    abstract: 'Studied.',
  });
});
