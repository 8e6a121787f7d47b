/** After a merge the best of all is shown, field by field: pairs as databases give them. */
import { expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { chooseFields } from '../server/records/reports/shown.ts';

const plain: Reference = {
  type: 'article-journal',
  title: 'Samverkan i välfärden: en fallstudie i Göteborg',
  authors: [{ family: 'Öberg', given: 'P.' }],
  year: 2019,
};

/** What is shown of several records; the first was imported first. */
const shownOf = (...records: Partial<Reference>[]) =>
  chooseFields(
    records.map((fields, recordId) => ({ recordId, reference: { ...plain, ...fields } })),
    [],
  ).reference;

/** Whichever was imported first. */
function expectBest<F extends keyof Reference>(
  field: F,
  best: Reference[F],
  ...worse: Reference[F][]
) {
  for (const other of worse) {
    expect(shownOf({ [field]: best }, { [field]: other })[field]).toEqual(best);
    expect(shownOf({ [field]: other }, { [field]: best })[field]).toEqual(best);
  }
}

test('of titles, the whole one in the letters of its language, without capitals throughout or remarks', () => {
  expectBest(
    'title',
    plain.title,
    plain.title.toUpperCase(),
    'Samverkan i välfärden',
    'Samverkan i välfärden: en fallst...',
    'Samverkan i valfarden: en fallstudie i Goteborg',
    'Samverkan i vÃ¤lfÃ¤rden: en fallstudie i GÃ¶teborg',
    `[${plain.title}]`,
    `${plain.title}. [Swedish]`,
    'Samverkan I Välfärden: En Fallstudie I Göteborg',
  );
});

test('of titles, the one that kept the capitals of names', () => {
  expectBest(
    'title',
    'A weakly positive Hybrid Capture II result and the Papanicolaou test in women',
    'A weakly positive hybrid capture ii result and the papanicolaou test in women',
  );
});

test('of a journal, its name in full without what a catalogue adds', () => {
  const best = 'American Journal of Occupational Therapy';
  expectBest(
    'container',
    best,
    'Am J Occup Ther',
    'AMERICAN JOURNAL OF OCCUPATIONAL THERAPY',
    'The American journal of occupational therapy : official publication of the Association',
  );
});

test('of people, all of them, by their full names, in their own letters', () => {
  const best = [{ family: 'Öberg', given: 'Per-Ola' }];
  expectBest(
    'authors',
    best,
    [{ family: 'Öberg', given: 'P.-O.' }],
    [{ family: 'Oberg', given: 'Per-Ola' }],
    [{ family: 'ÖBERG', given: 'PER-OLA' }],
  );
});

test('year, volume, issue and pages are those of the printed article, not of what was ahead of it', () => {
  const ahead = { year: 2018, pages: '1-12' };
  const printed = { year: 2019, volume: '27', issue: '6', pages: '2422-2433' };
  expect(shownOf(ahead, printed)).toMatchObject(printed);
  expect(shownOf(printed, ahead)).toMatchObject(printed);
  // Two sources against one.
  expect(shownOf(ahead, { year: 2018 }, printed).year).toBe(2018);
});

test('pages in full, a DOI that is whole and the publisher’s', () => {
  expectBest('pages', '145-151', '145-51', '145');
  expectBest('doi', '10.1016/j.jenvp.2019.01.001', '10.2307/4130204', undefined);
  expectBest(
    'doi',
    '10.1659/0276-4741(2004)024[0141:spocmp]2.0.co;2',
    '10.1659/0276-4741(2004)024',
  );
});

test('the longest abstract, unless its letters are broken', () => {
  expectBest(
    'abstract',
    'Äldre som går i parken är mindre ensamma än andra.',
    'Äldre som går',
    undefined,
  );
  expectBest('abstract', 'Äldre som går i parken.', 'Ã„ldre som gÃ¥r i parken, och Ã¤ven andra.');
});

test('each field says which record it comes from', () => {
  const { fields } = chooseFields(
    [
      { recordId: 7, reference: { ...plain, container: 'Statsvet. tidskr.', pages: '411-38' } },
      { recordId: 9, reference: { ...plain, container: 'Statsvetenskaplig tidskrift' } },
    ],
    [],
  );
  const sourceOf = (field: string) => fields.find((row) => row.field === field)?.source;
  expect(sourceOf('container')).toEqual({ kind: 'record', recordId: 9 });
  expect(sourceOf('pages')).toEqual({ kind: 'record', recordId: 7 });
});
