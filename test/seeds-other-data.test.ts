/** The data of the TFoU review, the working day, Copro and the exercise keep to their sources. */
import { expect, test } from 'vitest';
import * as archive from '../seeds/copro/archive-publication.ts';
import * as project from '../seeds/copro/project.ts';
import * as references from '../seeds/exercise/references.ts';
import * as exercise from '../seeds/exercise/review.ts';
import * as cases from '../seeds/tfou-2012/cases.ts';
import * as codes from '../seeds/tfou-2012/codes.ts';
import type { FindingKind } from '../seeds/tfou-2012/finding.ts';
import * as findings from '../seeds/tfou-2012/findings.ts';
import * as protocol from '../seeds/tfou-2012/protocol.ts';
import * as publications from '../seeds/tfou-2012/publications.ts';
import * as review from '../seeds/tfou-2012/review.ts';
import * as sources from '../seeds/tfou-2012/sources.ts';
import { locales } from '../seeds/words.ts';
import * as frameworks from '../seeds/workshop/frameworks.ts';
import * as indicators from '../seeds/workshop/indicators.ts';
import * as practice from '../seeds/workshop/practice.ts';

const everything = {
  archive,
  project,
  references,
  exercise,
  cases,
  codes,
  findings,
  protocol,
  publications,
  review,
  sources,
  frameworks,
  indicators,
  practice,
};

test('Table 3-1 has 42 sources: 10 databases, 18 institutions, 3 public sites, 11 organisations', () => {
  const count = (column: string) =>
    sources.tfouSources.filter((each) => each.column === column).length;
  expect(sources.sourceColumns.map(({ key }) => count(key))).toEqual([10, 18, 3, 11]);
  expect(sources.tfouSources).toHaveLength(42);
  expect(sources.tfouSources.every(({ hits }) => hits === null)).toBe(true);
});

test('Table 3-2 gives the inhabitants of seven municipalities and 8 + 7 + 3 = 18 informants', () => {
  expect(cases.municipalities.map(({ name, inhabitants }) => [name, inhabitants])).toEqual([
    ['Alta', 19282],
    ['Kristiansund', 23813],
    ['Levanger', 18922],
    ['Nissedal', 1430],
    ['Strand', 11533],
    ['Tromsø', 69116],
    ['Vefsn', 13258],
  ]);
  const total = (role: 'municipal' | 'voluntary' | 'user') =>
    cases.municipalities.reduce((sum, { informants }) => sum + informants[role], 0);
  expect([total('municipal'), total('voluntary'), total('user')]).toEqual([8, 7, 3]);
});

test('every municipality has a cell for each aspect of Tables 5-1 and 6-1', () => {
  const filled = new Set(cases.caseCells.map((cell) => `${cell.case} ${cell.aspect}`));
  const expected = cases.caseKeys.flatMap((key) => cases.aspectKeys.map((a) => `${key} ${a}`));
  expect([...filled].toSorted()).toEqual(expected.toSorted());
});

test('the six factor groups of Table 6-2 each have enablers and barriers', () => {
  expect(codes.factorCodes.map(({ key }) => key)).toEqual([...codes.factorKeys]);
  expect(codes.factorKeys).toHaveLength(6);
  const table = (kind: FindingKind) =>
    codes.factorKeys.map(
      (theme) =>
        findings.tfouFindings.filter(
          (each) =>
            each.kind === kind &&
            each.themes.includes(theme) &&
            // Section 6.5.6 stands in for the barriers that the stored text of the table lacks.
            ['6-2', '6.5.6'].includes(each.origin),
        ).length,
    );
  expect(table('success_factor')).toEqual([1, 3, 1, 1, 2, 2]);
  expect(table('risk_or_barrier')).toEqual([1, 2, 3, 3, 2, 2]);
});

test('chapter 6 lists sixteen instruments, each under one of seven kinds', () => {
  expect(codes.instrumentTypes).toHaveLength(7);
  expect(codes.instrumentCodes).toHaveLength(16);
});

test('every finding is numbered within its kind and has support from a known publication', () => {
  const known = new Set<string>([
    publications.tfouReport.key,
    ...publications.tfouStudies.map(({ key }) => key),
    ...cases.caseKeys,
  ]);
  for (const kind of ['success_factor', 'risk_or_barrier', 'recommendation']) {
    const ofKind = findings.tfouFindings.filter((each) => each.kind === kind);
    expect(ofKind.map(({ number }) => number)).toEqual(ofKind.map((_, index) => index + 1));
  }
  for (const finding of findings.tfouFindings) {
    expect(finding.support.some(({ stance }) => stance === 'supports')).toBe(true);
    for (const { publication } of finding.support) expect(known).toContain(publication);
  }
});

test('the frameworks have three levels, five first steps, a ladder of five and a wheel of four', () => {
  expect(frameworks.frameworks.map(({ steps }) => steps.length)).toEqual([3, 5, 5, 4]);
  const parts = ['actors', 'purpose', 'clarifications', 'how', 'continuous'];
  for (const level of frameworks.frameworks[0]?.steps ?? []) {
    expect(level.parts?.map(({ key }) => key)).toEqual(parts);
  }
});

test('the series on volunteering has ten groups, six years, and an account of each gap', () => {
  const { years, groups } = indicators.volunteering;
  expect(years).toEqual([1998, 2004, 2009, 2014, 2017, 2023]);
  expect(groups).toHaveLength(10);
  for (const group of groups) {
    expect(group.values).toHaveLength(years.length);
    const gaps = years.filter((_, index) => group.values[index] === null);
    const accounted = (group.unclear ?? []).map(({ year }) => year);
    for (const year of gaps) expect(accounted).toContain(year);
  }
});

test('printed changes lie within a point of the difference between the rounded shares', () => {
  const { years, groups } = indicators.volunteering;
  for (const { key, values, changes } of groups) {
    for (const { from, to, points } of changes) {
      const [before, after] = [values[years.indexOf(from)], values[years.indexOf(to)]];
      if (typeof before !== 'number' || typeof after !== 'number') continue;
      expect(Math.abs(after - before - points), `${key} ${from}-${to}`).toBeLessThanOrEqual(1);
    }
  }
});

test('the assignment asks for five to ten recommendations: what, who and how', () => {
  const { recommendationsMin, recommendationsMax, asks } = practice.recommendationAssignment;
  expect([recommendationsMin, recommendationsMax]).toEqual([5, 10]);
  expect(asks.map(({ key }) => key)).toEqual(['what', 'who', 'how']);
});

test('Copro has NOK 12.0 million, five work packages, three welfare types and no publications', () => {
  const { amount, scheme, workPackages, welfareTypes } = project.copro;
  expect([amount.value, amount.currency, scheme.key]).toEqual([12_000_000, 'NOK', 'HELSEVEL']);
  expect(workPackages.map(({ key }) => key)).toEqual(['WP1', 'WP2', 'WP3', 'WP4', 'WP5']);
  expect(welfareTypes.map(({ country }) => country)).toEqual(['NO', 'DE', 'GB']);
  expect(project.copro.publications.found).toBe(0);
});

test('the archive page keeps its DOI, its goal with a count, and its path of five', () => {
  const { reference, goals, path } = archive.archivePublication;
  expect(reference.doi).toBe('10.1017/s1463423620000341');
  expect(goals).toMatchObject([{ number: 3, publications: 1377 }]);
  expect(path).toHaveLength(5);
});

// A first version asked for 120 references and filled up with works that nobody cites. The stored texts carry no
// reference lists: what the five documents cite by title, in tables, slides and running text, is all there is.
test('the exercise has what the five documents cite by title, 61 works, two of them given twice', () => {
  const given = references.citingDocuments.map((each) => [each.document, each.references.length]);
  expect(Object.fromEntries(given)).toEqual({
    'hinn-archive': 1,
    'project-bank': 0,
    'aytar-2022': 33,
    'solbjor-2012': 16,
    'workday-2025': 13,
  });
  const all = references.citingDocuments.flatMap((each) => each.references);
  const works = all.map(({ key }) => key);
  const twice = works.filter((key, index) => works.indexOf(key) !== index);
  expect(new Set(works).size).toBe(61);
  expect(twice.toSorted()).toEqual(['andfossen-2020', 'innovasjon-2011']);
  expect(exercise.exerciseReview.isExercise).toBe(true);
});

test('a reference of the exercise has a title and stands under the document that cites it', () => {
  for (const { document, references: cited } of references.citingDocuments)
    for (const { key, reference, citedBy, source } of cited) {
      expect(reference.title, key).not.toBe('');
      expect([citedBy, source?.document], key).toEqual([document, document]);
    }
});

test('all texts have four languages, and none is empty or has a double space', () => {
  const found = wordsWithin(everything);
  expect(found.length).toBeGreaterThan(300);
  for (const { path, words } of found) {
    expect(Object.keys(words).toSorted(), path).toEqual([...locales].toSorted());
    for (const text of Object.values(words)) {
      expect(text, path).toMatch(/\S/);
      expect(text, path).toBe(text.trim().replaceAll(/\s+/g, ' '));
    }
  }
});

test('keys are unique within every list', () => {
  for (const [path, keys] of keysOfLists(everything)) {
    expect(new Set(keys).size, path).toBe(keys.length);
  }
});

type Found = { path: string; words: Record<string, string> };

/** Objects of texts, found by a language key, so that one without the other languages is caught. */
function wordsWithin(value: unknown, path = ''): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  // The registered titles of a project exist in the languages it was registered in.
  if (path.endsWith('.copro.titles')) return [];
  const entries = Object.entries(value);
  const isWords = entries.some(
    ([key, inner]) => (locales as readonly string[]).includes(key) && typeof inner === 'string',
  );
  if (isWords) return [{ path, words: value as Record<string, string> }];
  return entries.flatMap(([key, inner]) => wordsWithin(inner, `${path}.${key}`));
}

function keysOfLists(value: unknown, path = ''): [string, string[]][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => keysOfLists(each, `${path}.${key}`));
  if (!Array.isArray(value)) return inner;
  const keys = value.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'key' in each ? [String(each.key)] : [],
  );
  return [[path, keys], ...inner];
}
