/** Kinds of documents that tell reports apart where title, people and year are the same. */
import { expect, test } from 'vitest';
import { compare } from '../import/duplicates/compare.ts';
import type { Reference } from '../import/reference.ts';

const reference = (rest: Partial<Reference>): Reference => ({
  type: 'article-journal',
  title: 'Samverkan i välfärden mellan kommun och civilsamhälle',
  authors: [
    { family: 'Åkesson', given: 'Åsa' },
    { family: 'Berg', given: 'Jan' },
  ],
  year: 2020,
  ...rest,
});
const bare = reference({ type: 'paper-conference' });

test.each<[string, Partial<Reference>]>([
  ['an article that does not say where it stands', {}],
  ['an article in a journal', { container: 'Tidskrift för omsorg', volume: '21' }],
  ['a report', { type: 'report' }],
  ['a book', { type: 'book' }],
  ['a thesis', { type: 'thesis' }],
])('a conference paper without a meeting beside %s is a question', (_what, other) => {
  for (const pair of [
    [bare, reference(other)],
    [reference(other), bare],
  ] as const) {
    const found = compare(...pair);
    expect(found.verdict).toBe('possible');
    expect(found.against.map(({ code }) => code)).toContain('DIFFERENT_KINDS');
  }
});

test.each<[string, Partial<Reference>]>([
  [
    'its entry with the proceedings',
    { type: 'paper-conference', container: 'Proceedings of CARE' },
  ],
  ['the proceedings taken for a journal', { container: 'Proceedings of the CARE Conference' }],
  ['a chapter in the proceedings', { type: 'chapter', container: 'Care in small places' }],
])('a conference paper without a meeting beside %s is linked', (_what, other) => {
  expect(compare(bare, reference(other)).verdict).toBe('certain');
});

test('the same DOI and title settle it: the sources only name the kind differently', () => {
  const doi = '10.9999/care.1';
  expect(compare({ ...bare, doi }, reference({ doi })).verdict).toBe('certain');
});
