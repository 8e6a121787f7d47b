/** Words of one meaning meet in one term, letters stay letters, and what a reader types can harm nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  analyse,
  analyseQuery,
  fold,
  type TextLanguage,
  termOf,
  textLanguages,
} from '../server/platform/analyser.ts';
import { wordFamilies } from './word-families.ts';

test.each(wordFamilies)('in %s the forms %s meet in one term', (language, forms) => {
  const terms = forms.split(' ').map((form) => analyse(form, language)[0]);
  expect(new Set(terms).size).toBe(1);
});

test.each<[TextLanguage, string, string]>([
  ['sv', 'hälsa', 'häl'],
  ['sv', 'dans', 'Dan'],
  ['sv', 'kurs', 'kur'],
  ['sv', 'allmän', 'man'],
  ['sv', 'plats', 'platt'],
  ['no', 'allmenn', 'mann'],
  ['no', 'intern', 'intet'],
  ['en', 'regimen', 'regime'],
])('in %s the words %s and %s are two', (language, one, other) => {
  expect(termOf(fold(one), language)).not.toBe(termOf(fold(other), language));
});

test.each([
  ['åldrande', 'aldrande'],
  ['får', 'far'],
  ['för', 'for'],
  ['bønder', 'bonder'],
  ['lære', 'lare'],
])('%s and %s are different words', (one, other) => {
  for (const language of textLanguages)
    expect(termOf(fold(one), language)).not.toBe(termOf(fold(other), language));
});

test.each([
  ['Résumé', 'resume'],
  ['Müller', 'muller'],
  ['España', 'espana'],
  ['fôr', 'for'],
  ['Ångström', 'ångström'],
  ['A\u030angstro\u0308m', 'ångström'],
  ['people’s', 'people'],
])('%s is found as %s', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test('a hyphenated word is found in its parts and written as one', () => {
  expect(analyse('co-production', 'en')).toEqual([
    termOf('co', 'en'),
    termOf('production', 'en'),
    termOf('coproduction', 'en'),
  ]);
});

test('a query keeps phrases, stars and words apart', () => {
  const [phrase, star, word] = analyseQuery('"home care" kommun* volunteers');
  expect(phrase?.sequences).toContainEqual(['home', 'care']);
  expect(star?.isPrefix).toBe(true);
  expect(word?.sequences).toContainEqual([termOf('volunteers', 'en')]);
});

test('little words do not decide, unless they are all there is', () => {
  expect(analyseQuery('the role of volunteers').map((part) => part.text)).toEqual([
    'role',
    'volunteers',
  ]);
  expect(analyseQuery('och').map((part) => part.text)).toEqual(['och']);
});

test('a text is found by each of its own words in any language', () => {
  const words = fc.stringMatching(/^[a-zåäöæø]{2,12}$/);
  fc.assert(
    fc.property(fc.constantFrom(...textLanguages), words, (language, text) => {
      const [term] = analyse(text, language);
      const sought = analyseQuery(text)[0]?.sequences.flat() ?? [];
      expect(sought).toContain(term);
    }),
  );
});

test('terms are letters and digits only, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const part of analyseQuery(text))
        for (const term of part.sequences.flat()) expect(term).not.toMatch(/["*()^:\s-]/);
    }),
  );
});
