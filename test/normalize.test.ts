/** The small certainties everything else stands on: DOIs, names, pages, years, folded text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doisIn, isDoi, parseDoi } from '../import/normalize/doi.ts';
import { latexToText, textToLatex } from '../import/normalize/latex.ts';
import {
  cutOthers,
  familyOf,
  isEtAl,
  parseName,
  printName,
  shortNames,
} from '../import/normalize/names.ts';
import { standardNumbers } from '../import/normalize/numbers.ts';
import { joinPages, pageRange, tidyPages } from '../import/normalize/pages.ts';
import { decodeEntities, fold, foldNordic, plainText } from '../import/normalize/text.ts';
import { dateBeyondYear, monthNumber, yearOf } from '../import/normalize/years.ts';

test.each([
  ['10.1017/S1463423620000341', '10.1017/s1463423620000341'],
  ['https://doi.org/10.1017/S1463423620000341', '10.1017/s1463423620000341'],
  [
    'http://dx.doi.org/10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    '10.1002/(sici)1097-0258(19980815)17:15/16<1661::aid-sim968>3.0.co;2-2',
  ],
  ['doi: 10.1016/0140-6736(95)91234-5.', '10.1016/0140-6736(95)91234-5'],
  ['(see 10.1000/182)', '10.1000/182'],
  ['10.1000/a%2Fb', '10.1000/a%2fb'],
  ['https%3A%2F%2Fdoi.org%2F10.1000%2Fabc', '10.1000/abc'],
  ['10.18261/ISSN2464-4161-2020-03-05', '10.18261/issn2464-4161-2020-03-05'],
  ['https://onlinelibrary.wiley.com/doi/10.1111/abc.123/full', '10.1111/abc.123'],
  ['S0140-6736 [pii]; 10.1016/j.x.2020.01 [doi]', '10.1016/j.x.2020.01'],
  [
    '10.1659/0276-4741(2004)024 [ 0141:SPOCMP]2.0.CO;2',
    '10.1659/0276-4741(2004)024[0141:spocmp]2.0.co;2',
  ],
])('the DOI in "%s" is %s', (text, doi) => {
  expect(parseDoi(text)).toBe(doi);
});

test.each(['', 'NA', '10.1/x', '10.1234/', 'http://example.org', '110.1234/abc'])(
  '"%s" holds no DOI',
  (text) => {
    expect(parseDoi(text)).toBeUndefined();
  },
);

test('several DOIs come in order, each once', () => {
  expect(doisIn('10.1000/b;10.1000/a, 10.1000/B')).toEqual(['10.1000/b', '10.1000/a']);
  expect([isDoi('doi:10.1000/a'), isDoi('Article 10.1000/a')]).toEqual([true, false]);
});

describe('names', () => {
  test.each([
    ['Andfossen, Nina Beate', { family: 'Andfossen', given: 'Nina Beate' }],
    ['van der Berg, Jan', { family: 'Berg', given: 'Jan', particle: 'van der' }],
    ['Berg, Jan van der', { family: 'Berg', given: 'Jan', particle: 'van der' }],
    ['Van der Berg, Jan', { family: 'Van der Berg', given: 'Jan' }],
    ['af Klercker, Åsa', { family: 'Klercker', given: 'Åsa', particle: 'af' }],
    ["d'Angelo, Bo", { family: 'Angelo', given: 'Bo', particle: "d'" }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Bai, Xi', { family: 'Bai', given: 'Xi' }],
    ['Smith, IV', { family: 'Smith', given: 'IV' }],
    ['Zuna RE', { family: 'Zuna', given: 'RE' }],
    ['van der Berg J.-P.', { family: 'Berg', given: 'J.-P.', particle: 'van der' }],
    ['Bråbäck L', { family: 'Bråbäck', given: 'L' }],
    ['Le, An', { family: 'Le', given: 'An' }],
    ['Platon', { family: 'Platon' }],
    ['WHO', { literal: 'WHO' }],
    ['Socialstyrelsen', { literal: 'Socialstyrelsen' }],
    ['World Health Organization', { literal: 'World Health Organization' }],
    ['Statens vegvesen,', { literal: 'Statens vegvesen' }],
    ['Department of Health, Oslo, Norway', { literal: 'Department of Health, Oslo, Norway' }],
    ['', undefined],
    ['-', undefined],
  ])('"%s" is %j', (text, name) => {
    expect(parseName(text)).toEqual(name);
  });

  test.each([
    ['Jane Smith', { family: 'Smith', given: 'Jane' }],
    ['Ludwig van der Berg', { family: 'Berg', given: 'Ludwig', particle: 'van der' }],
    ['Martin King Jr.', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
    ['Statens vegvesen', { literal: 'Statens vegvesen' }],
    ['Oslo kommune', { literal: 'Oslo kommune' }],
  ])('where given names come first, "%s" is %j', (text, name) => {
    expect(parseName(text, { withoutComma: 'person' })).toEqual(name);
  });

  test('people left out are no person', () => {
    const left = [
      'et al.',
      'et al',
      '(et al.)',
      'and others',
      'm.fl.',
      ', et al.',
      'm. fl.',
      'mfl.',
    ];
    left.push(
      'mfl',
      'og andre',
      'och andra',
      'med flera',
      'med flere',
      'med fleire',
      'u.a.',
      'others',
    );
    expect(left.map(isEtAl)).toEqual(left.map(() => true));
    const people = ['Alm, E.', 'Berg, U.A.', 'Silva MFL', 'Significant Others', 'Al', ''];
    expect(people.map(isEtAl)).toEqual(people.map(() => false));
    expect(people.map((text) => cutOthers(text).names)).toEqual(people);
  });

  test.each([
    ['Galjaard m.fl.', 'Galjaard', 'm.fl.'],
    ['Berg, A., Dahl, B., et al.', 'Berg, A., Dahl, B.', 'et al.'],
    ['Smith and others', 'Smith', 'and others'],
    ['Müller u. a.', 'Müller', 'u. a.'],
    ['Socialstyrelsen,', 'Socialstyrelsen,', ''],
  ])('"%s" names %s, and says of others "%s"', (text, names, others) => {
    expect(cutOthers(text)).toEqual({ names, others });
  });

  test('a list shows one, two, or the first of more', () => {
    const [a, b, c] = [
      { family: 'Andfossen' },
      { family: 'Berg', particle: 'van der' },
      { literal: 'WHO' },
    ];
    expect(shortNames([])).toEqual({ names: [], more: false });
    expect(shortNames([a])).toEqual({ names: ['Andfossen'], more: false });
    expect(shortNames([a, b])).toEqual({ names: ['Andfossen', 'van der Berg'], more: false });
    expect(shortNames([c, a, b])).toEqual({ names: ['WHO'], more: true });
    expect(shortNames([a], true)).toEqual({ names: ['Andfossen'], more: true });
    expect(shortNames([], true)).toEqual({ names: [], more: false });
    expect(familyOf({ family: 'Angelo', particle: "d'" })).toBe("d'Angelo");
  });

  test('no text makes it throw, and what is printed reads back', () => {
    const holds = fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const name = parseName(text);
      if (name && 'literal' in name) expect(parseName(printName(name))).toEqual(name);
    });
    fc.assert(holds, { numRuns: 500 });
  });
});

test.each([
  ['123', '8', '123-8'],
  ['123-128', '128', '123-128'],
  ['12', '12', '12'],
  ['pp. 12–18', undefined, '12-18'],
  [undefined, '9', '9'],
  ['', '', undefined],
])('pages %s and %s are printed as %s', (first, last, pages) => {
  expect(joinPages(first, last)).toBe(pages);
});

test.each([
  ['123-8', { first: '123', last: '128', kind: 'range' }],
  ['S12-S19', { first: '12', last: '19', kind: 'range' }],
  ['e0123', { first: '123', last: '123', kind: 'number' }],
  ['Suppl-29', { first: '29', last: '29', kind: 'end' }],
  ['2361--2368', { first: '2361', last: '2368', kind: 'range' }],
  ['xi', undefined],
])('pages %s compare as %j', (pages, range) => {
  expect(pageRange(pages)).toEqual(range);
  expect(tidyPages(tidyPages(pages))).toBe(tidyPages(pages));
});

test.each([
  ['2020', 2020, undefined],
  ['2020/05/12/', 2020, '2020/05/12'],
  ['12 May 2020', 2020, '12 May 2020'],
  ['2020///', 2020, undefined],
  ['c2019', 2019, undefined],
  ['20200131', 2020, '20200131'],
  ['n.d.', undefined, undefined],
  ['in press', undefined, 'in press'],
  ['99', undefined, '99'],
])('the date "%s" is of the year %s, and says %s', (text, year, date) => {
  expect([yearOf(text), dateBeyondYear(text)]).toEqual([year, date]);
});

test('months are known in four languages', () => {
  expect(
    ['3', 'mars', 'Mar.', 'maj', 'mai', 'oktober', 'Desember', 'Spring', '13'].map(monthNumber),
  ).toEqual(['03', '03', '03', '05', '05', '10', '12', undefined, undefined]);
});

test.each([
  ['1463-4236; 1477-1128', [], ['1463-4236', '1477-1128'], ''],
  ['14634236', [], ['1463-4236'], ''],
  ['978-91-44-12345-6 (print)', ['9789144123456'], [], ''],
  ['0-521-46674-1\\0-521-46128-6', ['0521466741', '0521461286'], [], ''],
  ['1234-567x (ISSN)', [], ['1234-567X'], ''],
  ['no number', [], [], 'no number'],
])('"%s" holds ISBN %j and ISSN %j', (text, isbn, issn, rest) => {
  expect(standardNumbers(text)).toEqual({ isbn, issn, rest });
});

test.each([
  ['Care <i>in vivo</i> &amp; H<sub>2</sub>O', 'Care in vivo & H2O'],
  ['p &lt; 0.05 and r > 0.3', 'p < 0.05 and r > 0.3'],
  ['p < 0.05 and x > 3', 'p < 0.05 and x > 3'],
  ['Social Science \\& Medicine', 'Social Science & Medicine'],
  ['{S}wedish   {\\"o}', 'Swedish ö'],
  ['&Aring;sa &#229; &#xe5; &unknown;', 'Åsa å å &unknown;'],
  ['&amp;amp; &amp;lt; 5', '& < 5'],
  ['a\u0308ldre', 'äldre'],
])('"%s" is shown as "%s"', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test('entities out of range are left alone', () => {
  expect(decodeEntities('&#0; &#55296; &#9999999;')).toBe('&#0; &#55296; &#9999999;');
});

describe('folding', () => {
  test.each([
    ['Long-term CARE: a “study”.', 'long term care a study'],
    ["Andersson's", 'anderssons'],
    ['Årsrapport 2019', 'årsrapport 2019'],
    ['ﬁne', 'fine'],
  ])('"%s" folds to "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['Frivillige på Østlandet', 'Frivillige paa Oestlandet', 'Frivillige pa Ostlandet'],
    ['Samverkan i välfärden', 'Samverkan i valfarden', 'Samverkan i vælfærden'],
    ['Grødaas', 'Grödås', 'Grodas'],
    ['Müller Straße', 'Mueller Strasse', 'Muller Strasse'],
    ['Ærø', 'Aeroe', 'Ärö'],
    ['Þórður', 'Thordur', 'þorðúr'],
  ])('the spellings of "%s" meet', (...spellings) => {
    expect(new Set(spellings.map(foldNordic)).size).toBe(1);
  });

  test('the strict key keeps apart what the wide key brings together', () => {
    expect(fold('Råd')).not.toBe(fold('Rad'));
    expect(foldNordic('Råd')).toBe(foldNordic('Rad'));
  });

  test.each([
    ['del 1', 'del 2'],
    ['2019', '2020'],
    ['Samverkan i kommunen', 'Samverkan kommunen'],
  ])('"%s" and "%s" never fold to the same', (a, b) => {
    expect(foldNordic(a)).not.toBe(foldNordic(b));
  });

  test('a Latin text folds the same alone as beside a script that takes the longer way', () => {
    const letters = fc.constantFrom(..."aAeEoOuUåÅäæÆøØþÞßÿ×ªº\u00a0’‘–“'` \t.-i0zŁ");
    const holds = fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
      expect(fold(`${text} 中`)).toBe(`${fold(text)} 中`.trim());
      expect(foldNordic(`${text} 中`)).toBe(`${foldNordic(text)} 中`.trim());
    });
    fc.assert(holds, { numRuns: 500 });
  });

  test('folding again changes nothing', () => {
    const holds = fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    });
    fc.assert(holds, { numRuns: 500 });
  });
});

test('what is written as LaTeX reads back as the same text', () => {
  const letters = fc.stringMatching(/^[a-zåäöéA-Z0-9&%$#_~^{}'`"\\\-.,?!() ]{0,30}$/u);
  const holds = fc.property(letters, (text) => {
    expect(latexToText(textToLatex(text))).toBe(text);
  });
  fc.assert(holds, { numRuns: 1000 });
});
