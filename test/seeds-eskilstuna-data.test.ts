/** The Eskilstuna demonstration data against the facts checked by hand in the document. */
import { expect, test } from 'vitest';
import { codebooks } from '../seeds/eskilstuna-2022/codes.ts';
import { codings } from '../seeds/eskilstuna-2022/codings.ts';
import { countryStatements } from '../seeds/eskilstuna-2022/countries.ts';
import { criteria } from '../seeds/eskilstuna-2022/criteria.ts';
import { findingKinds, findings } from '../seeds/eskilstuna-2022/findings.ts';
import { reportedElsewhere, reportedFlow } from '../seeds/eskilstuna-2022/flow.ts';
import { frameworks } from '../seeds/eskilstuna-2022/frameworks.ts';
import {
  type Country,
  citationNotes,
  nordicCountries,
  publications,
} from '../seeds/eskilstuna-2022/publications.ts';
import { author, organisations, review } from '../seeds/eskilstuna-2022/review.ts';
import { blocks, searchSources } from '../seeds/eskilstuna-2022/search.ts';
import { captions, comparison, indicators } from '../seeds/eskilstuna-2022/tables.ts';
import { locales } from '../seeds/words.ts';

const publicationKeys = new Set(publications.map(({ key }) => key));
const everything = {
  author,
  blocks,
  captions,
  citationNotes,
  codebooks,
  codings,
  comparison,
  countryStatements,
  criteria,
  findingKinds,
  findings,
  frameworks,
  indicators,
  organisations,
  publications,
  reportedElsewhere,
  reportedFlow,
  review,
  searchSources,
};

test('Table 1 has 32 publications, in its own order, with keys that differ', () => {
  expect(publications).toHaveLength(32);
  expect(publicationKeys.size).toBe(32);
  expect(publications.at(0)?.key).toBe('andfossen-2016');
  expect(publications.at(-1)?.key).toBe('overenskommelsens-kansli-2018');
  const fromOrganisations = publications.filter(({ reference }) => reference.type === 'report');
  expect(fromOrganisations).toHaveLength(6);
});

test('a key says who wrote the publication and when', () => {
  for (const { key, reference } of publications) {
    expect(key).toMatch(new RegExp(`-${reference.year}${reference.yearSuffix ?? ''}$`));
  }
});

test('the publications make 47 links to six countries', () => {
  const counts: Partial<Record<Country, number>> = {};
  for (const country of publications.flatMap(({ countries }) => countries)) {
    counts[country] = (counts[country] ?? 0) + 1;
  }
  expect(counts).toEqual({ GB: 15, SE: 11, NO: 7, BE: 5, DK: 5, NL: 4 });
  expect(publications.flatMap(({ countries }) => countries)).toHaveLength(47);
});

test('three publications cover all six countries and every other one covers one', () => {
  const wide = publications.filter(({ countries }) => countries.length > 1);
  const keys = ['galjaard-2019', 'in-for-care-2017', 'in-for-care-2019'];
  expect(wide.map(({ key }) => key)).toEqual(keys);
  for (const { countries } of wide) expect(new Set(countries).size).toBe(6);
});

test('17 publications concern a Nordic country and 15 do not', () => {
  const nordic = publications.filter(({ countries }) =>
    countries.some((country) => nordicCountries.includes(country)),
  );
  expect(nordic).toHaveLength(17);
  expect(publications.length - nordic.length).toBe(15);
});

test('every publication lies within the period and languages the review let in', () => {
  for (const { reference } of publications) {
    expect(`${reference.year}-07-01` > review.period.from).toBe(true);
    expect(`${reference.year}-07-01` < review.period.to).toBe(true);
    expect(review.languages.codes).toContain(reference.language);
  }
});

test('only the DOI that a document gives is there, and says where it is from', () => {
  const withDoi = publications.filter(({ reference }) => reference.doi !== undefined);
  expect(withDoi.map(({ key, reference }) => [key, reference.doi])).toEqual([
    ['andfossen-2020', '10.1017/s1463423620000341'],
  ]);
  expect(withDoi[0]?.reference.doiSource?.document).toBe('inn-archive-andfossen-2020');
});

test('the search joins blocks of 8, 6 and 8 terms, none twice', () => {
  expect(blocks.map(({ key, terms }) => [key, terms.length])).toEqual([
    ['cooperation', 8],
    ['care', 6],
    ['civil-society', 8],
  ]);
  expect(new Set(blocks.flatMap(({ terms }) => terms)).size).toBe(22);
});

test('ten sources are named and none of them has a number of hits', () => {
  const databases = searchSources.filter(({ kind }) => kind === 'database');
  const names = ['Scopus', 'Social Care Online', 'Sociology Collection', 'SwePub'];
  expect(databases.map(({ name }) => name.sv)).toEqual(names);
  expect(searchSources).toHaveLength(10);
  expect(searchSources.every(({ hits }) => hits === null)).toBe(true);
});

test('the document reports 33 where its own parts and its table make 32', () => {
  const told = reportedFlow.filter(({ reported }) => reported !== null);
  expect(told.map(({ box, reported }) => [box, reported])).toEqual([['N2', 33]]);
  expect(told[0]?.parts?.map(({ reported }) => reported)).toEqual([23, 9]);
  expect(reportedElsewhere.every(({ reported }) => reported === publications.length)).toBe(true);
  expect(new Set(reportedFlow.map(({ box }) => box)).size).toBe(20);
});

test('each stated criterion has an exclusion derived from it', () => {
  const ids = (kind: string) => criteria.filter((c) => c.kind === kind).map(({ id }) => id);
  expect(ids('include')).toEqual(['I1', 'I2', 'I3', 'I4', 'I5']);
  expect(ids('exclude')).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
  for (const { kind, basis } of criteria) expect(basis === 'derived').toBe(kind === 'exclude');
});

test.each([
  ['success-factor', 8],
  ['risk-barrier', 11],
  ['recommendation', 7],
] as const)('Table 4 has its findings of the kind %s: %i', (kind, count) => {
  const numbers = findings.filter((f) => f.kind === kind).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
});

test('every finding is supported by a publication of Table 1', () => {
  expect(new Set(findings.map(({ key }) => key)).size).toBe(26);
  for (const { support } of findings) {
    expect(support.some(({ stance }) => stance === 'supports')).toBe(true);
    for (const { publication } of support) expect(publicationKeys).toContain(publication);
  }
});

test('fragmented governance and unmet policy goals come from the Danish study of 2019', () => {
  const stated = (key: string) =>
    findings
      .find((finding) => finding.key === key)
      ?.support.filter(({ basis }) => basis === 'stated')
      .map(({ publication }) => publication);
  expect(stated('risk-1-fragmented')).toEqual(['scheele-2019']);
  expect(stated('risk-2-goals')).toEqual(['scheele-2019']);
});

test('findings and publications carry only codes that their codebook has', () => {
  const codesOf = (key: string) =>
    codebooks.find((book) => book.key === key)?.codes.map((code) => code.key) ?? [];
  for (const { themes } of findings) {
    expect(themes.length).toBeGreaterThan(0);
    for (const theme of themes) expect(codesOf('themes')).toContain(theme);
  }
  const marks = codings.map(({ publication, codebook, code, basis }) => {
    expect(publicationKeys).toContain(publication);
    expect(codesOf(codebook)).toContain(code);
    return `${publication} ${codebook} ${code} ${basis}`;
  });
  expect(new Set(marks).size).toBe(marks.length);
});

test('a code stands below a code of its own book, and has synonyms in every language', () => {
  for (const { codes } of codebooks) {
    const keys = codes.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { parent, synonyms } of codes) {
      if (parent !== null) expect(keys).toContain(parent);
      for (const locale of locales) expect(synonyms[locale].length).toBeGreaterThan(0);
    }
  }
});

test('the frameworks have their steps: risk is identified, communicated, escalated', () => {
  const steps = Object.fromEntries(frameworks.map((f) => [f.key, f.steps.map(({ key }) => key)]));
  expect(steps['living-well-risk']).toEqual(['identify', 'communicate', 'escalate']);
  expect(steps['in-for-care-recipes']).toEqual(['recruit', 'train', 'keep']);
  expect(steps['mucf-cooperation-model']).toHaveLength(6);
  for (const { publication } of frameworks) expect(publicationKeys).toContain(publication);
});

test('Table 2 gives share and hours for four years', () => {
  const years = [1992, 1998, 2005, 2009];
  const valuesOf = (key: string) => indicators.find((i) => i.key === key)?.points;
  const series = (values: number[]) => values.map((value, i) => ({ year: years[i], value }));
  expect(valuesOf('informal-help-share')).toEqual(series([28, 30, 52, 45]));
  expect(valuesOf('informal-help-hours')).toEqual(series([12, 12, 11, 17]));
  for (const { publication, publicationPage } of indicators) {
    expect([publication, publicationPage]).toEqual(['jegermalm-2012', '425']);
  }
});

test('Table 3 has a cell for each of three aspects in six countries', () => {
  expect(comparison.countries).toEqual(['BE', 'DK', 'NL', 'NO', 'SE', 'GB']);
  expect(comparison.rows).toHaveLength(3);
  for (const { cells } of comparison.rows) {
    expect(Object.keys(cells).sort()).toEqual([...comparison.countries].sort());
  }
  expect([comparison.publication, comparison.publicationPage]).toEqual(['in-for-care-2017', '29']);
});

test('what is said of a country comes from a publication that concerns it', () => {
  for (const { countries, publication, question } of countryStatements) {
    const about = publications.find(({ key }) => key === publication)?.countries ?? [];
    for (const country of countries) {
      expect(about).toContain(country);
      expect(nordicCountries.includes(country)).toBe(question === 'Q1');
    }
  }
  expect(new Set(countryStatements.flatMap(({ countries }) => countries)).size).toBe(6);
});

test('a citation note names a publication and more than one reading, or says why not', () => {
  for (const { publication, variants, chosen } of citationNotes) {
    expect(publicationKeys).toContain(publication);
    expect(new Set([...variants.map(({ text }) => text), chosen]).size).toBeGreaterThan(1);
  }
  const names = citationNotes.map(({ publication }) => publication);
  expect(names).toEqual(expect.arrayContaining(['galjaard-2019', 'naughton-doe-2021']));
});

test('every text stands in four languages and none of them is empty or padded', () => {
  let texts = 0;
  eachObject(everything, (value, path) => {
    if (!('en' in value) || typeof value.en !== 'string') return;
    texts += 1;
    expect(Object.keys(value).sort(), path).toEqual([...locales].sort());
    for (const text of Object.values(value)) expect(text, path).toMatch(/^\S(.*\S)?$/);
  });
  expect(texts).toBeGreaterThan(300);
});

test('every source names its document and a place in it', () => {
  let sources = 0;
  eachObject(everything, (value, path) => {
    if (!('document' in value)) return;
    sources += 1;
    expect(['aytar-2022', 'inn-archive-andfossen-2020'], path).toContain(value.document);
    expect(value.locator, path).toBeTruthy();
  });
  expect(sources).toBeGreaterThan(150);
});

function eachObject(
  value: unknown,
  visit: (object: Record<string, unknown>, path: string) => void,
  path = '',
): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>, path);
  for (const [key, child] of Object.entries(value)) eachObject(child, visit, `${path}/${key}`);
}
