/** Compounds are taken apart into words that the texts have, and into no others. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, type TextLanguage, termOf } from '../server/platform/analyser.ts';
import { compoundTerms, possibleParts } from '../server/platform/stemming/compounds.ts';

const stemIn = (language: TextLanguage) => (word: string) => termOf(fold(word), language);

function partsOf(word: string, language: TextLanguage, known: string) {
  const stem = stemIn(language);
  const terms = new Set(known.split(' ').map(stem));
  return compoundTerms(word, stem, (term) => terms.has(term));
}

test.each<[TextLanguage, string, string, string]>([
  ['sv', 'framgångsfaktorer', 'framgång faktor', 'framgång faktor'],
  ['sv', 'frivilligorganisationernas', 'frivilliga organisation', 'frivillig organisation'],
  ['sv', 'kyrkokansliet', 'kyrkan kansli', 'kyrka kansli'],
  ['sv', 'skolverksamhet', 'skola verksamheter', 'skola verksamhet'],
  ['no', 'frivilligsentralen', 'frivillig sentral', 'frivillig sentral'],
  ['no', 'barnehageplassar', 'barnehage plass', 'barnehage plass'],
])('in %s %s is made of what %s names', (language, word, known, parts) => {
  expect(partsOf(word, language, known)).toEqual(parts.split(' ').map(stemIn(language)));
});

test('a part that is a compound itself is taken apart too', () => {
  const known = 'långtid sjukskrivning sjuk skrivning';
  const parts = partsOf('långtidssjukskrivning', 'sv', known);
  expect(parts).toEqual(['långtid', 'sjukskrivning', 'sjuk', 'skrivning'].map(stemIn('sv')));
});

test.each([
  ['samarbete', 'arbete'],
  ['överenskommelse', 'över kommelse'],
  ['framtiden', 'fram tiden'],
  ['bana', 'bana'],
])('%s is no compound of %s', (word, known) => {
  expect(partsOf(word, 'sv', known)).toEqual([]);
});

test('every part is a word that is known, and shows the word for what it is', () => {
  const words = fc.array(fc.stringMatching(/^[a-zåäö]{4,8}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.constantFrom('', 's'), (known, one, two, bond) => {
      const word = `${known[one % known.length]}${bond}${known[two % known.length]}`;
      const stem = stemIn('sv');
      const terms = new Set(known.map(stem));
      for (const part of partsOf(word, 'sv', known.join(' '))) {
        expect(terms).toContain(part);
        expect(possibleParts(word, stem)).toContain(part);
      }
    }),
  );
});
