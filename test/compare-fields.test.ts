/** Two publications side by side: what really differs stands out from what is only written differently. */
import { expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { compareShown, type FieldComparison } from '../server/records/duplicates/compare-fields.ts';
import type { Field } from '../server/records/reports/shown.ts';

const parks: Reference = {
  type: 'article-journal',
  title: 'Gröna parker och ensamhet hos äldre i nordiska städer',
  authors: [
    { family: 'Åström', given: 'Karin' },
    { family: 'Öberg', given: 'Per-Ola' },
  ],
  year: 2019,
  container: 'Journal of Environmental Psychology',
  pages: '411-438',
};

function compared(field: Field, other: Partial<Reference>): FieldComparison {
  const row = compareShown(parks, { ...parks, ...other }).find((each) => each.field === field);
  if (!row) throw new Error(`Neither has ${field}`);
  return row;
}

/** What only one side has in square brackets, what is spelt otherwise in round ones. */
const marked = ({ left, right }: FieldComparison) =>
  [left, right].map((parts) =>
    parts
      .map(
        ({ text, mark }) => ({ none: text, spelling: `(${text})`, different: `[${text}]` })[mark],
      )
      .join(''),
  );

test('words that only one title has are marked, and nothing else', () => {
  const title = compared('title', { title: 'Gröna parker i nordiska städer' });
  expect(title.outcome).toBe('different');
  expect(marked(title)).toEqual([
    'Gröna parker [och ensamhet hos äldre] i nordiska städer',
    'Gröna parker i nordiska städer',
  ]);
});

test('capitals, lost letters and marks are another spelling, not another title', () => {
  const title = compared('title', {
    title: 'GRONA PARKER OCH ENSAMHET HOS ALDRE I NORDISKA STADER.',
  });
  expect(title.outcome).toBe('spelling');
  const [left] = marked(title);
  expect(left).toBe('(Gröna parker och ensamhet hos äldre i nordiska städer)');
});

test('one other word among many spellings is found', () => {
  const title = compared('title', { title: 'GRONA PARKER OCH GLADJE HOS ALDRE I NORDISKA STADER' });
  expect(title.outcome).toBe('different');
  expect(marked(title)[0]).toBe('(Gröna parker och) [ensamhet] (hos äldre i nordiska städer)');
});

test('initials stand for given names, another person does not', () => {
  const initials = [
    { family: 'Astrom', given: 'K.' },
    { family: 'Oberg', given: 'P.-O.' },
  ];
  expect(compared('authors', { authors: initials }).outcome).toBe('spelling');
  const authors = [{ family: 'Åström', given: 'Karin' }, { family: 'Lind' }];
  const other = compared('authors', { authors });
  expect(other.outcome).toBe('different');
  expect(marked(other)).toEqual(['Åström, Karin; [Öberg, Per-Ola]', 'Åström, Karin; [Lind]']);
});

test('a journal in short and pages in short are the same ones', () => {
  expect(compared('container', { container: 'J Environ Psychol' }).outcome).toBe('spelling');
  expect(compared('container', { container: 'Urban Studies' }).outcome).toBe('different');
  expect(compared('pages', { pages: '411\u201338' }).outcome).toBe('spelling');
  expect(compared('pages', { pages: '411-439' }).outcome).toBe('different');
  expect(compared('year', { year: 2020 }).outcome).toBe('different');
  expect(compared('abstract', { abstract: 'Om parker.' }).outcome).toBe('one_side');
  expect(compared('year', {}).outcome).toBe('same');
});
