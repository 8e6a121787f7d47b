/** References as they are printed and pasted: what each style says for certain, and nothing that it does not. */
import { expect, test } from 'vitest';
import { detectFormat } from '../import/formats/formats.ts';
import { plainList } from '../import/formats/printed/plain-list.ts';
import type { Reference } from '../import/reference.ts';
import { linesLost, readAll, recordsIn, referencesIn } from './import-helpers.ts';

const berg = { family: 'Berg', given: 'A.' };
const ek = { family: 'Ek', given: 'B.' };
const article = {
  type: 'article-journal',
  title: 'Care at home in small places',
  year: 2019,
  container: 'Health & Place',
  volume: '28',
  issue: '2',
  pages: '103-106',
};

test.each<[string, string, Partial<Reference>]>([
  [
    'APA',
    'Berg, A., & Ek, B. (2019). Care at home in small places. Health & Place, 28(2), 103–106. https://doi.org/10.1000/xyz.7',
    { ...article, type: 'article-journal', authors: [berg, ek], doi: '10.1000/xyz.7' },
  ],
  [
    'APA with a question and its answer in the title',
    'Berg, A. (2019, May 3). Hur mår de? En översikt. Socialvetenskaplig tidskrift, 27(1), 12-30.',
    {
      title: 'Hur mår de? En översikt',
      authors: [berg],
      container: 'Socialvetenskaplig tidskrift',
      pages: '12-30',
    },
  ],
  [
    'APA, a book',
    'Berg, A. (2019). The psychology of care (2nd ed.). Example Association.',
    {
      type: 'book',
      title: 'The psychology of care',
      edition: '2nd ed.',
      publisher: 'Example Association',
    },
  ],
  [
    'APA, a chapter',
    'Berg, A., & Ek, B. (2019). Talent in care. In C. F. Dahl, & D. Holm-Lind (Eds.), The psychology of care: A handbook (pp. 345–359). Example Association.',
    {
      type: 'chapter',
      title: 'Talent in care',
      editors: [
        { family: 'Dahl', given: 'C. F.' },
        { family: 'Holm-Lind', given: 'D.' },
      ],
      container: 'The psychology of care: A handbook',
      pages: '345-359',
    },
  ],
  [
    'Harvard with quotation marks',
    "Berg, A. and Ek, B. (2019) 'Care at home in small places', Health & Place, 28(2), pp. 103–106.",
    { ...article, type: 'article-journal', authors: [berg, ek] },
  ],
  [
    'Harvard without brackets',
    'Berg, A. and Ek, B. 2019. Care at home in small places. Health & Place, 28, 103-106.',
    { title: article.title, authors: [berg, ek], container: 'Health & Place', volume: '28' },
  ],
  [
    'Harvard, a report',
    'Socialstyrelsen (2021) Vård och omsorg om äldre: lägesrapport 2021. Stockholm: Socialstyrelsen.',
    {
      type: 'book',
      title: 'Vård och omsorg om äldre: lägesrapport 2021',
      authors: [{ literal: 'Socialstyrelsen' }],
      place: 'Stockholm',
      publisher: 'Socialstyrelsen',
    },
  ],
  [
    'Vancouver with a group and a DOI',
    '4. Berg A, van der Ek B; The Care Group. Care at home in small places. Health Place. 2019;28(2):103-6. doi: 10.1000/xyz.7',
    {
      title: article.title,
      authors: [
        { family: 'Berg', given: 'A' },
        { family: 'Ek', given: 'B', particle: 'van der' },
        { literal: 'The Care Group' },
      ],
      pages: '103-6',
      doi: '10.1000/xyz.7',
    },
  ],
  [
    'Vancouver, a body as author and an article number',
    'Diabetes Research Group. Hypertension and care in participants. BMJ. 2021;372:n71.',
    {
      title: 'Hypertension and care in participants',
      authors: [{ literal: 'Diabetes Research Group' }],
      container: 'BMJ',
      pages: 'n71',
    },
  ],
  [
    'Vancouver, a book',
    'Berg A, Ek BC. Medical microbiology. 4th ed. St. Louis: Example; 2002.',
    { type: 'book', title: 'Medical microbiology', edition: '4th ed.', place: 'St. Louis' },
  ],
  [
    'Vancouver, a chapter',
    'Berg A. Changes in human cells. In: Ek B, Dahl CD, editors. The basis of cells. New York: Example; 2002. p. 93-113.',
    {
      type: 'chapter',
      title: 'Changes in human cells',
      editors: [
        { family: 'Ek', given: 'B' },
        { family: 'Dahl', given: 'CD' },
      ],
      container: 'The basis of cells',
      pages: '93-113',
      year: 2002,
    },
  ],
  [
    'Vancouver, a page of the web',
    'World Health Organization. Ageing and health [Internet]. Geneva: WHO; 2021 [cited 2022 Jan 5]. Available from: https://example.org/ageing',
    { type: 'webpage', title: 'Ageing and health', urls: ['https://example.org/ageing'] },
  ],
  [
    'IEEE',
    '[1] A. Berg, C. D. Dahl, and B. Ek, “Care at home in small places,” Health & Place, vol. 28, no. 2, pp. 103–106, Mar. 2019.',
    {
      ...article,
      type: 'article-journal',
      date: 'Mar. 2019',
      authors: [berg, { family: 'Dahl', given: 'C. D.' }, ek],
    },
  ],
  [
    'Chicago, author and date',
    'Berg, Anna-Lisa, Bo Ek, and Carl F. Dahl. 2019. “Care at home in small places.” Health & Place 28, no. 2 (Spring): 103–106.',
    {
      ...article,
      type: 'article-journal',
      authors: [
        { family: 'Berg', given: 'Anna-Lisa' },
        { family: 'Ek', given: 'Bo' },
        { family: 'Dahl', given: 'Carl F.' },
      ],
    },
  ],
  [
    'MLA',
    'Berg, Anna. "Care at home in small places." Health & Place, vol. 28, no. 2, 2019, pp. 103-106.',
    { ...article, type: 'article-journal', authors: [{ family: 'Berg', given: 'Anna' }] },
  ],
])('%s', async (_style, text, expected) => {
  const [found, ...more] = await referencesIn(plainList, `${text}\n`);
  expect(more).toEqual([]);
  expect(found).toMatchObject(expected);
});

const wrapped = `References
1. Berg A, Ek B. Solid care and planning in
municipalities. Health Place. 2002 Jul 25;347(4):284-7.
2. Dahl C, Holm D. Regulation of something and
of acids after an injury. Brain Res.
2002;935(1-2):40-6.
`;
const hanging = `Berg, A., & Ek, B. (2019). Care at home: A comparison of
    places that differ. Health & Place, 28(2),
    103–106.
Dahl, C. (2020). The psychology of care: From attitudes
    to action (2nd ed.). Example Association.
`;
test.each([
  ['numbered and wrapped', wrapped, 'Solid care and planning in municipalities'],
  ['with hanging indents', hanging, 'Care at home: A comparison of places that differ'],
])('a list that is %s is known, and each reference is one', async (_layout, text, title) => {
  expect(detectFormat(text)?.id).toBe('plain-list');
  const pieces = await readAll(plainList, text, { size: 20 });
  expect(linesLost(text, pieces)).toEqual([]);
  const references = pieces.filter((piece) => piece.kind === 'reference');
  expect(references).toHaveLength(2);
  expect(references[0]?.reference.title).toBe(title);
  // The text as it is printed stays with the record.
  for (const { unmapped } of references) expect(unmapped.map(({ tag }) => tag)).toContain('text');
});

test('what is in no style keeps its text and has no title made up', async () => {
  const [found] = await referencesIn(plainList, 'Something old, Stockholm 1998, in a box\n');
  expect(found).toMatchObject({ type: 'document', title: '', authors: [] });
});

test('APA leaves people out by dots in the middle of the list: nobody is called by them', async () => {
  const [found] = await recordsIn(
    plainList,
    'Berg, A. B., Ek, B., . . . Dahl, C. V. (2018). Care at home. Health Place, 3, 13. doi:10.1000/x\n',
  );
  expect(found?.reference).toMatchObject({
    authors: [
      { family: 'Berg', given: 'A. B.' },
      { family: 'Ek', given: 'B.' },
      { family: 'Dahl', given: 'C. V.' },
    ],
    othersOmitted: true,
    title: 'Care at home',
  });
});

test.each([
  [
    'Berg, A., & Ek, B. (2016). The Changing Landscape of Care. Cell, 167(5), 1415-1429 e1419. doi:10.1000/y',
    { title: 'The Changing Landscape of Care', pages: '1415-1429 e1419', container: 'Cell' },
  ],
  [
    'Berg, A. (2016). The Changing Landscape of Care. Something that Nobody Knows: in 3 boxes',
    { title: 'The Changing Landscape of Care' },
  ],
])('a title ends with its full stop, not before a capital letter: %s', async (text, expected) => {
  const [found] = await referencesIn(plainList, `${text}\n`);
  expect(found).toMatchObject(expected);
});
