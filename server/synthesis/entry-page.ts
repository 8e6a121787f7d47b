/** What the pages for entering cases, cells, indicators and reported numbers may show. */
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import type { CaseRow } from '../coding/desk/cases.ts';
import { countryCodes } from '../coding/desk/countries.ts';
import { typedText } from '../coding/http.ts';
import { codingNav, publicationLine, type ReviewPlace } from '../coding/page.ts';
import type { Publication } from '../coding/publications.ts';
import { seenOf } from '../coding/seen.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import { collator, countryName, inWords, tags, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import { type AspectRow, type CellRow, cellNow } from './aspects.ts';
import type { IndicatorSeries } from './indicators.ts';
import { type ReportedRow, reportableBoxes } from './reported.ts';

type Refused = { problems: Problem[]; typed: unknown };
type Cells = { aspects: AspectRow[]; cells: CellRow[] };
/** One column of a table: a case or a country. */
type Column = { caseId: number | null; country: string | null; label: string; note: string | null };

export function casesPage(
  locale: Locale,
  review: ReviewPlace,
  read: Cells & { cases: CaseRow[]; publications: Publication[] },
  { problems, typed }: Refused,
) {
  const columns = read.cases.map((row) => ({
    caseId: row.id,
    country: null,
    label: row.label,
    note: countryName(locale, row.country),
  }));
  return {
    title: translate(locale, 'cases.title'),
    nav: codingNav(review.slug, 'cases'),
    slug: review.slug,
    scope: 'case',
    cases: read.cases.map(({ id, label, title, country }) => ({ id, label, title, country })),
    grid: gridOf(locale, review.slug, read, columns),
    aspectForm: aspectForm(locale, typed),
    form: {
      label: typedText(typed, 'country') === '' ? '' : typedText(typed, 'label'),
      publications: publicationChoices(locale, read.publications, typedText(typed, 'reportId')),
      countries: countryChoices(locale, typedText(typed, 'country')),
    },
    problems: problemsByField(problems, ['', 'label', 'reportId', 'country', 'source']),
  };
}

export function comparisonPage(
  locale: Locale,
  review: ReviewPlace,
  read: Cells & { countries: string[] },
  { problems, typed }: Refused,
) {
  const filled = read.cells.flatMap((cell) => cell.country ?? []);
  const columns = [...new Set([...read.countries, ...filled])]
    .map((country) => ({ caseId: null, country, label: countryName(locale, country), note: null }))
    .sort((one, other) => collator(locale).compare(one.label, other.label));
  return {
    title: translate(locale, 'comparison.title'),
    nav: codingNav(review.slug, 'comparison'),
    slug: review.slug,
    scope: 'country',
    hasColumns: columns.length > 0,
    grid: gridOf(locale, review.slug, read, columns),
    aspectForm: aspectForm(locale, typed),
    problems: problemsByField(problems, ['', 'label', 'source']),
  };
}

function gridOf(locale: Locale, slug: string, { aspects, cells }: Cells, columns: Column[]) {
  return {
    columns: columns.map(({ label, note }) => ({ label, note })),
    rows: aspects.map((aspect) => ({
      id: aspect.id,
      label: aspect.label,
      source: aspect.source,
      cells: columns.map((column) => cellLine(locale, slug, aspect, column, cells)),
    })),
  };
}

function cellLine(
  locale: Locale,
  slug: string,
  aspect: AspectRow,
  { caseId, country, label }: Column,
  cells: CellRow[],
) {
  const cell = cells.find(
    (row) => row.aspectId === aspect.id && row.caseId === caseId && row.country === country,
  );
  const column = caseId === null ? `country=${country}` : `case=${caseId}`;
  return {
    href: `/reviews/${slug}/coding/aspects/${aspect.id}/cell?${column}`,
    name: translate(locale, 'cell.fill_for', {
      aspect: inWords(locale, aspect.label),
      place: label,
    }),
    isFilled: cell !== undefined,
    ...contentOf(locale, cell),
  };
}

function contentOf(locale: Locale, cell: CellRow | undefined) {
  const number = cell?.number ?? null;
  return {
    text: cell && Object.keys(cell.text).length > 0 ? cell.text : null,
    number: number === null ? null : new Intl.NumberFormat(tags[locale]).format(number),
    source: cell?.source ?? '',
  };
}

function aspectForm(locale: Locale, typed: unknown) {
  const isMine = typedText(typed, 'scope') !== '';
  return {
    label: wordsInput(locale, isMine ? typedWords(typed, 'label') : {}),
    source: isMine ? typedText(typed, 'source') : '',
  };
}

export function cellPage(
  locale: Locale,
  review: ReviewPlace,
  read: {
    aspect: AspectRow;
    place: { caseId: number | null; country: string | null };
    caseLabel: string | null;
    history: CellRow[];
    publications: Publication[];
    back: string;
  },
  { problems, typed }: Refused,
) {
  const { caseId, country } = read.place;
  const latest = read.history.at(-1);
  const again = typed !== null && typed !== undefined;
  const column = caseId === null ? `country=${country}` : `case=${caseId}`;
  const seen = seenOf(cellNow(read.history));
  const isStale = again && typedText(typed, 'seen') !== seen;
  const standing = read.publications.find(({ rootId }) => rootId === latest?.rootId);
  const now = contentOf(locale, latest);
  const chosen = again ? typedText(typed, 'reportId') : String(latest?.rootId ?? '');
  return {
    title: inWords(locale, read.aspect.label),
    place: read.caseLabel ?? countryName(locale, country ?? ''),
    back: read.back,
    action: `/reviews/${review.slug}/coding/aspects/${read.aspect.id}/cell?${column}`,
    seen,
    // What somebody else has saved meanwhile; the form holds what was typed.
    now: isStale
      ? [now.text ? inWords(locale, now.text) : '', now.number, standing?.title, now.source]
      : [],
    form: {
      text: wordsInput(locale, again ? typedWords(typed, 'text') : (latest?.text ?? {})),
      number: again ? typedText(typed, 'number') : String(latest?.number ?? ''),
      source: again ? typedText(typed, 'source') : (latest?.source ?? ''),
      publications: publicationChoices(locale, read.publications, chosen),
    },
    history: read.history
      .slice(0, -1)
      .reverse()
      .map((row) => ({ at: row.at, ...contentOf(locale, row) })),
    problems: problemsByField(problems, ['', 'text', 'number', 'reportId', 'source']),
  };
}

export function indicatorsPage(
  locale: Locale,
  review: ReviewPlace,
  read: { indicators: IndicatorSeries[]; publications: Publication[] },
  { problems, typed }: Refused,
) {
  const language = typedText(typed, 'language') || locale;
  return {
    title: translate(locale, 'indicator.title'),
    nav: codingNav(review.slug, 'indicators'),
    slug: review.slug,
    isRefused: problems.length > 0,
    indicators: read.indicators.map((row) => seriesTable(locale, review.slug, row)),
    form: {
      label: wordsInput(locale, typedWords(typed, 'label')),
      unit: wordsInput(locale, typedWords(typed, 'unit')),
      source: typedText(typed, 'source'),
      grid: typedText(typed, 'grid'),
      languages: locales.map((code) => ({ code, isChosen: code === language })),
      publications: publicationChoices(locale, read.publications, typedText(typed, 'reportId')),
    },
    problems: problemsByField(problems, ['', 'label', 'unit', 'source', 'reportId', 'grid']),
  };
}

function seriesTable(locale: Locale, slug: string, row: IndicatorSeries) {
  const format = new Intl.NumberFormat(tags[locale]);
  return {
    id: row.id,
    label: row.label,
    unit: row.unit,
    source: row.source,
    change: `/reviews/${slug}/coding/indicators/${row.id}`,
    archive: `/reviews/${slug}/coding/indicators/${row.id}/archive`,
    years: row.years,
    hasChange: row.groups.some((group) => group.change !== ''),
    groups: row.groups.map((group) => ({
      label: group.label,
      change: group.change,
      significance: significanceOf(group.isSignificant),
      values: row.years.map((year) => {
        const value = group.values[year] ?? null;
        return { text: value === null ? null : format.format(value) };
      }),
    })),
  };
}

function significanceOf(isSignificant: boolean | null): string | null {
  if (isSignificant === null) return null;
  return isSignificant ? 'significant' : 'not_significant';
}

export function reportedPage(
  locale: Locale,
  review: ReviewPlace,
  numbers: ReportedRow[],
  { problems, typed }: Refused,
) {
  const chosen = typedText(typed, 'box');
  return {
    title: translate(locale, 'reported.title'),
    slug: review.slug,
    numbers: numbers.map(({ box, value, label, source }) => ({
      box,
      value: value === null ? null : new Intl.NumberFormat(tags[locale]).format(value),
      label: Object.keys(label).length > 0 ? label : null,
      source,
    })),
    form: {
      boxes: reportableBoxes.map((box) => ({ box, isChosen: box === chosen })),
      part: typedText(typed, 'part'),
      value: typedText(typed, 'value'),
      label: wordsInput(locale, typedWords(typed, 'label')),
      source: typedText(typed, 'source'),
    },
    problems: problemsByField(problems, ['', 'box', 'part', 'value', 'source']),
  };
}

export function gridAsJson({ aspects, cells }: Cells) {
  const labels = new Map(aspects.map((aspect) => [aspect.id, aspect.key] as const));
  return {
    aspects: aspects.map(({ key, label, source }) => ({ key, label, source })),
    cells: cells.map(({ aspectId, caseId, country, text, number, rootId, source }) => ({
      aspect: labels.get(aspectId) ?? null,
      case: caseId,
      country,
      text: text as Words,
      number,
      publication: rootId,
      source,
    })),
  };
}

export function publicationChoices(locale: Locale, publications: Publication[], chosen: string) {
  return publications.map((row) => ({
    id: row.rootId,
    label: publicationLine(locale, '', row).label,
    isChosen: String(row.rootId) === chosen,
  }));
}

export function countryChoices(locale: Locale, chosen: string) {
  return countryCodes
    .map((code) => ({ code, name: countryName(locale, code), isChosen: code === chosen }))
    .sort((one, other) => collator(locale).compare(one.name, other.name));
}
