/** Quotations looked for in stored text: what is normalised, where the match stands, what runs over two pages. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparable,
  findPage,
  readable,
  spansOf,
  withOrigins,
} from '../server/coding/excerpts/quotations.ts';

const text = 'The “munici-\npality” co-oper\u00adated: ﬁve long-\nterm projects – it didn’t work.';

test.each([
  ['a hyphen at a line’s end', 'municipality', 'munici-\npality'],
  ['a soft hyphen', 'cooperated', 'co-oper\u00adated'],
  ['a ligature', 'five', 'ﬁve'],
  ['a hyphen that belongs to the word', 'long-term projects', 'long-\nterm projects'],
  ['another apostrophe', "it didn't work", 'it didn’t work'],
  ['dashes and quotes', '"projects" it', 'projects – it'],
  ['other case', 'FIVE', 'ﬁve'],
])('%s does not hide a quotation, and the match is what stands there', (_name, wanted, stands) => {
  const [span] = spansOf(wanted, text) ?? [];
  expect(text.slice(span?.from, span?.to)).toBe(stands);
});

test('what is not there is not found', () => {
  expect(spansOf('six projects', text)).toBeNull();
  expect(spansOf('palit', text)).toBeNull();
});

test('each part of a quotation with something left out is shown where it stands', () => {
  const spans = spansOf('The municipality … it didn’t', text) ?? [];
  expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual([
    'The “munici-\npality',
    'it didn’t',
  ]);
});

const character = fc.constantFrom(
  ..."aÅéß9 \n\t-.,“”'’‐\u00ad…ﬁĳ²ﾊ",
  'e\u0301',
  '\u0301',
  '\u{1F600}',
);
const anyText = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(''));

test('every letter of the folded text comes from a place in the text, in order', () => {
  fc.assert(
    fc.property(anyText, (any) => {
      const { folded, origins } = withOrigins(any);
      expect(folded).toMatch(/^ (?:[\p{L}\p{N}]+ )*$/u);
      expect(origins).toHaveLength(folded.length);
      const starts = origins.map(({ from }) => from);
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    }),
    { numRuns: 1000 },
  );
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (any) => {
      expect(comparable(comparable(any))).toBe(comparable(any));
    }),
  );
});

test('whatever is marked on a page is found on it again, as it was marked', () => {
  const words = fc.array(
    fc.constantFrom(
      'care',
      'co-\nproduction',
      'of',
      'ﬁve',
      'kommun',
      'åldrande',
      'it’s',
      'e\u0301tude',
    ),
    { minLength: 3, maxLength: 30 },
  );
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (all, one, other) => {
      const [first, last] = [one % all.length, other % all.length].toSorted((a, b) => a - b);
      const marked = all.slice(first, (last ?? 0) + 1).join(' ');
      const page = all.join(' ');
      const [span] = spansOf(readable(marked), page) ?? [];
      expect(comparable(page.slice(span?.from, span?.to))).toBe(comparable(marked));
    }),
  );
});

test('a quotation that runs over to the next page is found past the running head', () => {
  const pages = [
    { page: 1, text: 'It began so. The municipality and the associations\n12 Journal of care' },
    { page: 2, text: 'Berg et al. 13\nmet every month to plan.' },
  ];
  const found = findPage('The municipality and the associations met every month', pages);
  expect(found?.page).toBe(1);
  expect(findPage('The municipality met every month', pages)).toBeNull();
});
