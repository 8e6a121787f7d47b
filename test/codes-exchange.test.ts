/** Codebooks out and in again: what is written as CSV or SKOS is read back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainCode } from '../import/codes/codes.ts';
import { readCodesCsv, writeCodesCsv } from '../import/codes/csv.ts';
import { readSkos } from '../import/codes/skos.ts';
import { skosForms, writeSkos } from '../import/codes/skos-write.ts';

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

const review = 'https://example.org/reviews/a';
const addresses = { book: `${review}/codebooks/themes`, codes: `${review}/codes/themes` };

test.each(skosForms)('a codebook written as SKOS (%s) is read back as it was', (form) => {
  fc.assert(
    fc.property(codes, languages(line), (any, label) => {
      const book = { key: 'themes', label, description: {}, codes: any };
      expect(readSkos(writeSkos(book, addresses, form)).book).toEqual(book);
    }),
    { numRuns: 200 },
  );
});

test('the order of codes outlives a tool that keeps none', () => {
  const book = {
    key: 'themes',
    label: { en: 'Themes' },
    description: {},
    codes: ['first', 'second', 'third'].map((key) => ({
      key,
      parentKey: null,
      label: { en: key },
      definition: {},
      examples: {},
      synonyms: {},
      source: '',
    })),
  };
  const [head = '', ...resources] = writeSkos(book, addresses).split('\n\n');
  const shuffled = [head, ...resources.toReversed()].join('\n\n');
  expect(readSkos(shuffled).book.codes.map(({ key }) => key)).toEqual(['first', 'second', 'third']);
});

const prefixes = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .`;

test('Turtle as editors write it is read: nodes in brackets, lists, extended labels, notes as nodes', () => {
  const { book } = readSkos(`${prefixes}
    @base <http://vocabulary.example/v1/> .
    <c_1> a skos:Concept ; xl:prefLabel [ a xl:Label ; xl:literalForm "Care"@en-GB ] , [ xl:literalForm "Omsorg"@sv ] ;
      xl:altLabel [ xl:literalForm "Caring"@en ] ;
      skos:definition [ rdf:value "To look after"@en ] ; skos:notation 12 ; skos:related ( <c_2> "x" 1.5 true ) .
    <c_2> a skos:Concept ; skos:prefLabel '''Home
care'''@en , "Hjemmehjelp \\u00e5"@nb ; skos:broader <c_1> , <c_9> ; skos:scopeNote "In homes"@en .
    [] a skos:OrderedCollection ; skos:memberList ( <c_2> <c_1> ) .`);
  expect(book.codes).toMatchObject([
    {
      key: '12',
      parentKey: null,
      label: { en: 'Care', sv: 'Omsorg' },
      definition: { en: 'To look after' },
      synonyms: { en: ['Caring'] },
    },
    {
      key: 'c_2',
      parentKey: '12',
      label: { en: 'Home\ncare', nb: 'Hjemmehjelp å' },
      definition: { en: 'In homes' },
    },
  ]);
});

test('RDF/XML as services and editors write it is read: entities, bases, typed nodes, languages that are inherited', () => {
  const { book } = readSkos(`<?xml version="1.0"?>
    <!DOCTYPE rdf:RDF [ <!ENTITY skos "http://www.w3.org/2004/02/skos/core#"> ]>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
      xmlns:dct="http://purl.org/dc/terms/" xml:base="http://vocabulary.example/v1" xml:lang="sv">
      <skos:ConceptScheme rdf:about="#scheme"><dct:title>Teman</dct:title></skos:ConceptScheme>
      <rdf:Description rdf:about="http://vocabulary.example/v1#care">
        <rdf:type rdf:resource="&skos;Concept"/>
        <skos:prefLabel>Omsorg &amp; hjälp</skos:prefLabel><skos:prefLabel xml:lang="en">Care</skos:prefLabel>
        <skos:narrower><skos:Concept rdf:ID="home" skos:notation="H1">
          <skos:prefLabel xml:lang="nb-NO"><![CDATA[I <hjemmet>]]></skos:prefLabel>
          <skos:definition rdf:parseType="Resource"><rdf:value xml:lang="nn">Heime</rdf:value></skos:definition>
        </skos:Concept></skos:narrower>
      </rdf:Description>
      <skos:OrderedCollection><skos:memberList rdf:parseType="Collection">
        <skos:Concept rdf:about="#home"/><rdf:Description rdf:about="#care"/>
      </skos:memberList></skos:OrderedCollection>
    </rdf:RDF>`);
  expect(book).toMatchObject({
    key: 'scheme',
    label: { sv: 'Teman' },
    codes: [
      { key: 'care', label: { sv: 'Omsorg & hjälp', en: 'Care' } },
      { key: 'H1', parentKey: 'care', label: { nb: 'I <hjemmet>' }, definition: { nn: 'Heime' } },
    ],
  });
});

test('JSON-LD with a context of its own is read, as vocabulary services send it', () => {
  const { book } = readSkos(
    JSON.stringify({
      '@context': {
        skos: 'http://www.w3.org/2004/02/skos/core#',
        uri: '@id',
        type: '@type',
        lang: '@language',
        value: '@value',
        graph: '@graph',
        label: { '@id': 'skos:prefLabel', '@container': '@language' },
        prefLabel: 'skos:prefLabel',
        broader: { '@id': 'skos:broader', '@type': '@id' },
      },
      graph: [
        {
          uri: 'http://v.example/a',
          type: 'skos:Concept',
          prefLabel: { lang: 'sv', value: 'Vård' },
        },
        {
          uri: 'http://v.example/b',
          type: ['skos:Concept', 'skos:Thing'],
          label: { en: 'Home', sv: ['Hem'] },
          broader: 'http://v.example/a',
        },
      ],
    }),
  );
  expect(book.codes).toMatchObject([
    { key: 'a', label: { sv: 'Vård' } },
    { key: 'b', parentKey: 'a', label: { en: 'Home', sv: 'Hem' } },
  ]);
});

test.each([
  ['Turtle that breaks off', `${prefixes}\n<a> a skos:Concept ;`, 'SYNTAX', 4],
  ['a prefix that is not explained', `<a> a\nskos:Concept .`, 'PREFIX_UNKNOWN', 2],
  ['text for a subject', `${prefixes}\n"a" a skos:Concept .`, 'SYNTAX', 4],
  ['brackets without end', `${prefixes}\n<a> a ${'['.repeat(500)}`, 'SYNTAX', 4],
  [
    'XML that breaks off',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:',
    'SYNTAX',
    2,
  ],
  ['an entity that nobody explains', '<a xmlns="x:">\n&b;</a>', 'SYNTAX', 2],
  ['JSON that breaks off', '{"@graph": [', 'SYNTAX', 1],
  [
    'a context that stands elsewhere',
    '{"@context": "https://x.example/c"}',
    'CONTEXT_ELSEWHERE',
    'https://x.example/c',
  ],
  ['no concept', `${prefixes}\n<a> a skos:Collection .`, 'NO_COLUMNS', 1],
  [
    'a concept without a name that we can show',
    `${prefixes}\n<http://x.example/a> a skos:Concept ; skos:prefLabel "Soin"@fr .`,
    'NO_LABEL',
    'http://x.example/a',
  ],
  [
    'a circle',
    `${prefixes}\n<a> a skos:Concept ; skos:prefLabel "A" ; skos:broader <b> .\n<b> a skos:Concept ; skos:prefLabel "B" ; skos:broader <a> .`,
    'CYCLE',
    1,
  ],
] as const)(
  'a vocabulary with %s is refused, and the place is named',
  (_name, text, problem, place) => {
    let found: unknown;
    try {
      readSkos(text);
    } catch (error) {
      found = error;
    }
    expect(found).toMatchObject({ message: problem, line: place });
  },
);

test('another tool’s SKOS is read: narrower, typed texts, languages that are not ours', () => {
  const { book } = readSkos(`
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

test('what a vocabulary says that a codebook has no place for is listed, statement by statement', () => {
  const { book, left } = readSkos(`${prefixes}
    @base <http://v.example/> . @prefix dct: <http://purl.org/dc/terms/> .
    <s> a skos:ConceptScheme . <g> a skos:Collection ; skos:prefLabel "Group"@en ; skos:member <home> .
    <care> a skos:Concept ; skos:inScheme <s> ; skos:prefLabel "Care"@en , "Soin"@fr ;
      skos:altLabel "Caring" ; skos:definition "To look after"@en , "To tend"@en ; skos:narrower <day> .
    <work> a skos:Concept ; skos:topConceptOf <s> ; skos:prefLabel "Work"@en ; skos:narrower <home> .
    <home> a skos:Concept ; skos:prefLabel "Home care"@en ; skos:broader <care> , <work> , <out> ;
      skos:related <day> ; skos:exactMatch <http://agrovoc.example/c_1> ; dct:created "2020" .
    <day> a skos:Concept ; skos:prefLabel "Day care"@en .`);
  expect(book.codes.map(({ key, parentKey }) => [key, parentKey])).toEqual([
    ['care', null],
    ['home', 'care'],
    ['day', 'care'],
    ['work', null],
  ]);
  expect(left.map(({ key, property, value }) => `${key} ${property} ${value}`)).toEqual([
    'care skos:prefLabel Soin',
    'care skos:definition To tend',
    'home skos:broader work',
    'home skos:broader http://v.example/out',
    'home skos:related day',
    'home skos:exactMatch http://agrovoc.example/c_1',
    'home dct:created 2020',
    'home skos:Collection Group',
  ]);
});

test('a codebook of our own says nothing that it could not take back', () => {
  fc.assert(
    fc.property(codes, languages(line), (any, label) => {
      const book = { key: 'themes', label, description: {}, codes: any };
      for (const form of skosForms)
        expect(readSkos(writeSkos(book, addresses, form)).left).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a semicolon table from a Nordic spreadsheet is read', () => {
  expect(readCodesCsv('\ufeffkey;parent;label_sv\na;;Tillit')).toMatchObject([
    { key: 'a', label: { sv: 'Tillit' } },
  ]);
});

test('Turtle that breaks off names its line', () => {
  expect(() => readSkos('@prefix s: <x> .\n<a> s:b ')).toThrow('SYNTAX');
});
