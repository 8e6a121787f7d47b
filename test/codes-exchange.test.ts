/** Codebooks out and in again: what is written as CSV or SKOS is read back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainCode } from '../import/codes/codes.ts';
import { readCodesCsv, writeCodesCsv } from '../import/codes/csv.ts';
import { readSkos, writeSkos } from '../import/codes/skos.ts';

const line = fc
  .string({
    unit: fc.constantFrom(...'aåØ "\\;,\'=-<>@#.|é\u{1F600}'),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const long = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const languages = <T>(text: fc.Arbitrary<T>) =>
  fc.record({ en: text, sv: text, nb: text, nn: text }, { requiredKeys: [] });
const synonym = line.filter((word) => !word.includes('|'));
const texts = fc.record({
  label: languages(line).filter((label) => Object.keys(label).length > 0),
  definition: languages(long),
  examples: languages(long),
  synonyms: languages(fc.array(synonym, { minLength: 1, maxLength: 3 })),
  source: fc.oneof(fc.constant(''), line),
});

/** Codes in the order of their tree, each below one that stands before it. */
const codes = fc
  .array(fc.tuple(texts, fc.nat(9)), { minLength: 1, maxLength: 8 })
  .map((rows): PlainCode[] => {
    const made = rows.map(
      ([row, above], index): PlainCode => ({
        key: `code-${index}`,
        parentKey: above % (index + 1) === index ? null : `code-${above % (index + 1)}`,
        ...row,
      }),
    );
    const below = (parent: string | null): PlainCode[] =>
      made
        .filter((code) => code.parentKey === parent)
        .flatMap((code) => [code, ...below(code.key)]);
    return below(null);
  });

test('a codebook written as CSV is read back as it was', () => {
  fc.assert(
    fc.property(codes, (any) => {
      expect(readCodesCsv(writeCodesCsv(any))).toEqual(any);
    }),
    { numRuns: 300 },
  );
});

test('a codebook written as SKOS is read back as it was', () => {
  fc.assert(
    fc.property(codes, languages(line), (any, label) => {
      const book = { key: 'themes', label, description: {}, codes: any };
      expect(readSkos(writeSkos(book, 'https://example.org/reviews/a/codebooks/themes'))).toEqual(
        book,
      );
    }),
    { numRuns: 300 },
  );
});

test('another tool’s SKOS is read: narrower, typed texts, languages that are not ours', () => {
  const book = readSkos(`
    @base <http://other.example/> . PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    <t#scheme> a skos:ConceptScheme ; skos:prefLabel "Teman"@sv-SE .
    # a comment
    <t#care> a skos:Concept ; skos:prefLabel 'Care', """Omsorg "hemma\\""""@no ; skos:prefLabel "Soin"@fr ;
      skos:narrower <t#home> ; skos:notation "C1"^^<http://www.w3.org/2001/XMLSchema#string> ; .
    <t#home> a skos:Concept ; skos:prefLabel "Home"@en .`);
  expect(book).toMatchObject({
    key: 'scheme',
    label: { sv: 'Teman' },
    codes: [
      { key: 'C1', parentKey: null, label: { en: 'Care', nb: 'Omsorg "hemma"' } },
      { key: 'home', parentKey: 'C1', label: { en: 'Home' } },
    ],
  });
});

test.each([
  ['no columns of labels', 'a,b\n1,2', 'NO_COLUMNS'],
  ['a parent that is not there', 'key,parent,label_en\na,b,A', 'PARENT_UNKNOWN'],
  ['a key used twice', 'key,label_en\na,A\na,B', 'KEY_TWICE'],
  ['a circle', 'key,parent,label_en\na,b,A\nb,a,B', 'CYCLE'],
  ['a code without a label', 'key,label_en\na,', 'NO_LABEL'],
])('a table with %s is refused', (_name, text, problem) => {
  expect(() => readCodesCsv(text)).toThrow(problem);
});

test('a semicolon table from a Nordic spreadsheet is read', () => {
  expect(readCodesCsv('\ufeffkey;parent;label_sv\na;;Tillit')).toMatchObject([
    { key: 'a', label: { sv: 'Tillit' } },
  ]);
});

test('Turtle that breaks off names its line', () => {
  expect(() => readSkos('@prefix s: <x> .\n<a> s:b ')).toThrow('SYNTAX');
});
