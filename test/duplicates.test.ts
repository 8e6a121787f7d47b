/** Duplicates: linked only when certain, asked about when possible, and always with reasons. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf } from '../import/duplicates/clusters.ts';
import { compare, compareFacts, compareFully } from '../import/duplicates/compare.ts';
import { findDuplicates } from '../import/duplicates/duplicates.ts';
import { reasonCodes } from '../import/duplicates/evidence.ts';
import { factsOf } from '../import/duplicates/facts.ts';
import { contentHash, keysOf } from '../import/duplicates/keys.ts';
import { parseName } from '../import/normalize/names.ts';
import type { Reference } from '../import/reference.ts';
import { reference as anyReference } from './import-helpers.ts';

/** A reference in short; `undefined` takes a field of the base away. */
type Rough = { [Field in Exclude<keyof Reference, 'authors'>]?: Reference[Field] | undefined } & {
  by?: string[];
};
function ref({ by = ['Åkesson, Åsa', 'Berg, Jan'], ...rough }: Rough): Reference {
  const rest = Object.fromEntries(Object.entries(rough).filter(([, value]) => value !== undefined));
  const authors = by.flatMap((name) => parseName(name, { withoutComma: 'person' }) ?? []);
  return {
    type: 'article-journal',
    title: 'Samverkan i välfärden mellan kommun och civilsamhälle',
    year: 2020,
    ...rest,
    authors,
  };
}
const base: Rough = {
  container: 'Tidskrift för omsorg',
  volume: '21',
  issue: '3',
  pages: '123-138',
  doi: '10.9999/tfo.1',
};
const verdict = (a: Rough, b: Rough) => compare(ref(a), ref(b)).verdict;

describe('certain', () => {
  test.each<[string, Rough, Rough]>([
    ['the same record twice', base, base],
    ['one without a DOI', base, { ...base, doi: undefined }],
    [
      'letters lost by an export',
      base,
      {
        ...base,
        title: 'Samverkan i valfarden mellan kommun och civilsamhalle',
        by: ['Akesson, A', 'Berg, J'],
      },
    ],
    [
      'Danish spelling',
      { title: 'Frivillige på Østlandet og deres kommuner', pages: '1-9', volume: '3' },
      { title: 'Frivillige paa Oestlandet og deres kommuner', pages: '1-9', volume: '3' },
    ],
    [
      'a subtitle that one source dropped, with one DOI',
      base,
      {
        ...base,
        title: 'Samverkan i välfärden mellan kommun och civilsamhälle: en studie i Göteborg',
      },
    ],
    [
      'a typing error at the same place in print',
      { ...base, doi: undefined },
      {
        ...base,
        doi: undefined,
        title: 'Samverkan i välfarden mellan komun och civilsamhälle',
      },
    ],
    [
      'first and family names the other way round',
      { ...base, doi: undefined },
      { ...base, doi: undefined, by: ['Åsa, Åkesson', 'Jan, Berg'] },
    ],
    ['online first the year before', base, { ...base, year: 2019 }],
    [
      'an abbreviated journal',
      {
        ...base,
        doi: undefined,
        container: 'Journal of Environmental Planning and Management',
      },
      { ...base, doi: undefined, container: 'J. Environ. Plan. Manag.' },
    ],
    [
      'an article number where another source has pages',
      { ...base, doi: undefined },
      { ...base, doi: undefined, pages: 'e12724' },
    ],
    [
      'a bracketed remark of the database',
      base,
      {
        ...base,
        doi: undefined,
        title: '[Samverkan i välfärden mellan kommun och civilsamhälle]. [Swedish]',
      },
    ],
    [
      'markup in one title',
      base,
      {
        ...base,
        doi: undefined,
        title: 'Samverkan <i>i välfärden</i> mellan kommun och civilsamh&auml;lle',
      },
    ],
  ])('%s', (_what, a, b) => {
    expect(verdict(a, b)).toBe('certain');
    expect(verdict(b, a)).toBe('certain');
  });
});

describe('never certain', () => {
  test.each<[string, Rough, Rough]>([
    [
      'the same title at other pages of the same volume',
      { ...base, doi: undefined },
      { ...base, doi: undefined, pages: '201-210' },
    ],
    ['two DOIs', base, { ...base, doi: '10.9999/tfo.2' }],
    [
      'two chapters under the DOI of their book',
      { doi: '10.1/b', type: 'chapter', title: 'Inledning till samverkan' },
      { doi: '10.1/b', type: 'chapter', title: 'Frivilliga i vården av äldre' },
    ],
    [
      'an erratum and its article',
      base,
      { ...base, doi: undefined, title: `Erratum: ${ref({}).title}` },
    ],
    [
      'a reply with the same title',
      { ...base, doi: undefined },
      { ...base, doi: undefined, title: `Reply to ${ref({}).title}` },
    ],
    [
      'annual reports of two years',
      { title: 'Årsrapport från nämnden för samverkan 2019', year: 2020 },
      { title: 'Årsrapport från nämnden för samverkan 2020', year: 2020 },
    ],
    [
      'part 1 and part 2',
      { title: 'Samverkan i kommunerna, del 1' },
      { title: 'Samverkan i kommunerna, del 2' },
    ],
    [
      'part I and part II',
      { title: 'Working together in municipalities. Part I' },
      { title: 'Working together in municipalities. Part II' },
    ],
    ...["Editor's Notes", "Chair's message", 'Guest editorial', 'Från redaktionen'].map(
      (title): [string, Rough, Rough] => [
        `two of what stands in every issue: ${title}`,
        { title, by: ['Berg, A'], year: 2002, container: 'Tidskrift för omsorg' },
        { title, by: ['Berg, A'], year: 2002, container: 'Tidskrift för omsorg', volume: '31' },
      ],
    ),
    ['words that only fold alike', { title: 'Råd för samverkan' }, { title: 'Rad for samverkan' }],
    [
      'a conference paper and the article',
      base,
      {
        ...base,
        doi: undefined,
        type: 'paper-conference',
        container: 'Proceedings of the Care Conference',
      },
    ],
    [
      'a thesis and an article of the same name',
      base,
      { ...base, doi: undefined, type: 'thesis', pages: undefined },
    ],
    [
      'editorials of two issues',
      { title: 'Editorial', volume: '1', pages: '1-2' },
      { title: 'Editorial', volume: '2', pages: '1-2' },
    ],
    [
      'other volume and other pages',
      { ...base, doi: undefined },
      { ...base, doi: undefined, volume: '22', pages: '4-9' },
    ],
    [
      'other authors',
      { ...base, doi: undefined },
      { ...base, doi: undefined, by: ['Dahl, Per', 'Ek, Bo'] },
    ],
    ['editions of a book', { type: 'book', edition: '1' }, { type: 'book', edition: '2' }],
    ['years far apart', { ...base, doi: undefined }, { ...base, doi: undefined, year: 2012 }],
    ['no title on either side', { title: '', doi: '10.1/a' }, { title: '', doi: '10.1/a' }],
  ])('%s', (_what, a, b) => {
    expect(verdict(a, b)).not.toBe('certain');
    expect(verdict(b, a)).not.toBe('certain');
  });
});

test('what a person is asked about comes with reasons for and against', () => {
  const {
    verdict: found,
    score,
    reasons,
    against,
  } = compare(ref(base), ref({ ...base, doi: '10.9999/tfo.2' }));
  expect(found).toBe('possible');
  expect(score).toBeGreaterThan(0.8);
  expect(reasons.map(({ code }) => code)).toEqual([
    'SAME_TITLE',
    'SAME_AUTHORS',
    'SAME_YEAR',
    'SAME_CONTAINER',
    'SAME_VOLUME',
    'SAME_PAGES',
  ]);
  expect(against).toEqual([
    { code: 'DIFFERENT_DOIS', params: { a: '10.9999/tfo.1', b: '10.9999/tfo.2' } },
  ]);
});

test('other pages of a book with its number are a chapter, and speak against the book itself', () => {
  const book: Rough = { title: 'Frivillighet och omsorg i Norden', isbn: ['9789176923917'] };
  const found = compare(ref({ ...book, pages: '165-179' }), ref({ ...book, pages: '1-191' }));
  expect(found.against.map(({ code }) => code)).toEqual(['DIFFERENT_PAGES']);
  expect(found.verdict).toBe('possible');
});

test('units and parts told apart by a letter are told apart', () => {
  const unit = (letter: string): Rough => ({ title: `Att leda en förening, enhet ${letter}` });
  const found = compare(ref(unit('G')), ref(unit('H')));
  expect(found.against.map(({ code }) => code)).toContain('DIFFERENT_NUMBERS_IN_TITLE');
  expect(compare(ref(unit('G')), ref(unit('G'))).against).toEqual([]);
});

test('two works that have nothing in common are not asked about', () => {
  expect(
    verdict(base, { title: 'Cervical cytology screening in women', by: ['Zuna, R E'], year: 2006 }),
  ).toBe('different');
});

test('the preposition "i" is no number: the order of the two titles does not matter', () => {
  const [a, b] = [
    ref({ title: 'Samverkan i kommunen' }),
    ref({ title: 'Samverkan i kommunen: en studie i Göteborg' }),
  ];
  const codes = compare(a, b).against.map(({ code }) => code);
  expect(codes).not.toContain('DIFFERENT_NUMBERS_IN_TITLE');
  expect(compare(b, a).score).toBe(compare(a, b).score);
});

describe('for any two references', () => {
  test('the verdict is the same both ways, the score is between 0 and 1', () => {
    const holds = fc.property(anyReference, anyReference, (a, b) => {
      const [there, back] = [compare(a, b), compare(b, a)];
      expect(back.verdict).toBe(there.verdict);
      expect(back.score).toBeCloseTo(there.score, 9);
      expect(there.score >= 0 && there.score <= 1).toBe(true);
    });
    fc.assert(holds, { numRuns: 300 });
  });

  test('what is put aside at first sight would be different after a closer look as well', () => {
    const fields = fc.subarray([
      'title',
      'authors',
      'year',
      'container',
      'abstract',
      'doi',
      'pages',
    ]);
    const holds = fc.property(anyReference, anyReference, fields, (a, other, changed) => {
      const b = {
        ...a,
        ...Object.fromEntries(changed.map((f) => [f, other[f as keyof Reference]])),
      };
      const [one, two] = [factsOf(a), factsOf(b)];
      const whole = compareFully(one, two);
      if (whole.verdict === 'different') expect(compareFacts(one, two).verdict).toBe('different');
      else expect(compareFacts(one, two)).toEqual(whole);
    });
    fc.assert(holds, { numRuns: 500 });
  });

  test('certain duplicates share a key, so that looking up keys finds them', () => {
    const holds = fc.property(
      anyReference,
      fc.constantFrom('doi', 'abstract', 'keywords', 'notes'),
      (a, lost) => {
        const b = { ...a };
        delete b[lost as 'doi'];
        if (compare(a, b).verdict !== 'certain') return;
        const keys = new Set(keysOf(a));
        expect(keysOf(b).some((key) => keys.has(key))).toBe(true);
      },
    );
    fc.assert(holds, { numRuns: 300 });
  });

  test('equal content has an equal hash whatever the order of its fields', () => {
    const holds = fc.property(anyReference, (a) => {
      const turned = Object.fromEntries(Object.entries(a).reverse()) as Reference;
      expect(contentHash(turned)).toBe(contentHash(a));
      expect(contentHash({ ...a, title: `${a.title} x` })).not.toBe(contentHash(a));
      const { othersOmitted: _, ...all } = a;
      expect(contentHash({ ...all, othersOmitted: true })).not.toBe(contentHash(all));
    });
    fc.assert(holds);
  });
});

test('the identical file imported twice adds no new report', () => {
  const file = fc
    .sample(anyReference, { numRuns: 60, seed: 3 })
    .filter(({ title }) => title !== '');
  const records = [...file, ...file].map((reference, id) => ({ id, reference }));
  const { certain } = findDuplicates(records);
  const clusters = clustersOf(
    certain,
    records.map(({ id }) => id),
  );
  expect(clusters.length).toBeLessThanOrEqual(file.length);
  for (const ids of clusters) expect(ids.length).toBeGreaterThanOrEqual(2);
});

test('no record is compared with more others than its keys and the block size allow', () => {
  const records = Array.from({ length: 400 }, (_, id) => ({
    id,
    reference: ref({ title: `Samverkan i kommun ${id} om äldre`, volume: '1', pages: '1-9' }),
  }));
  const { certain, possible } = findDuplicates(records, { blockSizeMax: 3 });
  const most = Math.max(...records.map(({ reference }) => keysOf(reference).length)) * 3;
  const links = [...certain, ...possible];
  for (const { id } of records) {
    expect(links.filter(({ b }) => b === id).length).toBeLessThanOrEqual(most);
  }
});

test('clusters follow links through others, and every record is in exactly one', () => {
  const clusters = clustersOf(
    [
      { a: 1, b: 2 },
      { a: 3, b: 2 },
      { a: 5, b: 6 },
    ],
    [1, 2, 3, 4, 5, 6],
  );
  expect(clusters).toEqual([[1, 2, 3], [4], [5, 6]]);
});

test('reason codes are listed once each', () => {
  expect(new Set(reasonCodes).size).toBe(reasonCodes.length);
});
