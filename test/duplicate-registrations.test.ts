/** Records of trial registers: one number is one study, two numbers are a question. */
import { expect, test } from 'vitest';
import { compare } from '../import/duplicates/compare.ts';
import { findDuplicates } from '../import/duplicates/duplicates.ts';
import type { Reference } from '../import/reference.ts';

const record = (rest: Partial<Reference>): Reference => ({
  type: 'document',
  title: 'Planning care at home for people who are lonely',
  authors: [],
  year: 2019,
  accession: 'NCT00000012',
  ...rest,
});

test("a trial from ICTRP and from its own register is one, whoever is named and whatever day's date it bears", () => {
  const own = record({ abstract: 'Whether it helps.', year: 2017, authors: [{ literal: 'Lund' }] });
  expect(compare(record({}), own).verdict).toBe('certain');
  expect(compare(own, record({})).verdict).toBe('certain');
});

test('the same number under quite another title is asked about', () => {
  const scientific = record({ title: 'Telephone support in frail adults: a randomised trial' });
  const { certain, possible } = findDuplicates([
    { id: 1, reference: record({}) },
    { id: 2, reference: scientific },
  ]);
  expect(certain).toEqual([]);
  expect(possible[0]?.reasons.map(({ code }) => code)).toContain('SAME_ACCESSION');
});

test.each([
  ['NCT00000012', 'NCT00000013'],
  ['ISRCTN12345678', 'NCT00000012'],
  ['EUCTR2019-001234-12-SE', 'EUCTR2019-001235-12-SE'],
])('%s and %s are not linked, whatever else they share', (a, b) => {
  const same = {
    authors: [{ literal: 'Lunds universitet' }],
    abstract: 'Whether a plan that is made together with the family helps. '.repeat(4),
  };
  const found = compare(record({ ...same, accession: a }), record({ ...same, accession: b }));
  expect(found.verdict).toBe('possible');
  expect(found.against.map(({ code }) => code)).toContain('DIFFERENT_REGISTRATIONS');
});

test('the article of a registered trial is no record of the register', () => {
  const article = record({
    type: 'article-journal',
    container: 'Health & Place',
    volume: '28',
    pages: '103-106',
  });
  expect(compare(record({}), article).verdict).not.toBe('certain');
});
