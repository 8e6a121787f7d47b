/** What the pages about imports and publications may show. */
import { formats } from '../../import/formats/formats.ts';
import { listedNames, shortNames } from '../../import/normalize/names.ts';
import { type Reference, referenceTypes } from '../../import/reference.ts';
import type { Locale } from '../../schema/columns.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import { translate, translateDynamic } from '../platform/i18n.ts';
import type { Progress } from '../platform/progress-events.ts';
import type { SearchRun } from '../searches/runs.ts';
import type { importCounts } from './imports/accounting.ts';
import { type importsOf, shownState } from './imports/imports.ts';
import {
  pageSize,
  printQuery,
  type ReportQuery,
  reportSorts,
  reportStates,
} from './reports/report-query.ts';
import type { ReportRow, reportsPage } from './reports/reports.ts';
import type { Field } from './reports/shown.ts';

export type Place = { locale: Locale; slug: string; mayReview: boolean };

/** "Berg and Lind", "Berg et al.", or nothing. */
export function authorsLine(locale: Locale, reference: Reference): string {
  const listed = listedNames(reference);
  const { names, more } = shortNames(listed.names, listed.othersOmitted);
  const [first = '', second] = names;
  if (more) return andOthers(locale)(first);
  return second ? translate(locale, 'records.and', { first, second }) : first;
}

/** Names that are not all there are: "Berg et al.", "Berg; Lind et al.". */
export const andOthers =
  (locale: Locale) =>
  (names: string): string =>
    translate(locale, 'records.et_al', { names });

function reportLine(locale: Locale, slug: string, row: ReportRow) {
  const { id, title, year, reference } = row;
  return {
    id,
    href: `/reviews/${slug}/reports/${id}`,
    title: title || translate(locale, 'records.no_title'),
    lang: languageTag(reference.language),
    authors: authorsLine(locale, reference),
    year,
    container: reference.container ?? null,
  };
}

/** Only where the source writes it so that a browser understands it. */
export function languageTag(written: string | undefined): string | null {
  return written && /^[a-z]{2}$/.test(written) ? written : null;
}

/** @param address of a page of the list, by its number. */
export function pagerOf(page: number, pages: number, address: (page: number) => string) {
  return {
    page,
    pages,
    isNeeded: pages > 1,
    previous: page > 1 ? address(page - 1) : null,
    next: page < pages ? address(page + 1) : null,
  };
}

export function recordsPage(
  place: Place,
  data: {
    imports: ReturnType<typeof importsOf>;
    counts: ReturnType<typeof importCounts>;
    progress: Progress;
    /** Imports whose source nobody has said. */
    unsourced: number;
    found: ReturnType<typeof reportsPage>;
    states: Map<number, 'included' | 'excluded'>;
    query: ReportQuery;
  },
) {
  const { locale, slug, mayReview } = place;
  const { query, found } = data;
  const path = `/reviews/${slug}`;
  const list = { ...query, page: 1, size: pageSize };
  return {
    title: translate(locale, 'records.title'),
    slug,
    path: `${path}/records`,
    mayReview,
    progress: data.progress.isActive ? data.progress : null,
    unsourced: mayReview ? data.unsourced : 0,
    imports: data.imports.map((row) => ({
      ...importLine(slug, row),
      counts: data.counts.get(row.import.id) ?? { read: 0, duplicates: 0, rejected: 0 },
    })),
    isFiltered: printQuery({ ...list, sort: 'added' }) !== '',
    total: found.total,
    rows: found.rows.map((row) => ({
      ...reportLine(locale, slug, row),
      state: data.states.get(row.id) ?? 'undecided',
    })),
    form: {
      q: query.q,
      states: reportStates.map((value) => ({
        value,
        text: translateDynamic(locale, `report_state.${value}`),
        isCurrent: value === query.state,
      })),
      sorts: reportSorts.map((value) => ({
        value,
        text: translateDynamic(locale, `records.sort_${value}`),
        isCurrent: value === query.sort,
      })),
      imports: data.imports
        .filter((row) => row.import.state !== 'undone')
        .map(({ import: { id, fileName } }) => ({
          value: id,
          text: fileName,
          isCurrent: id === query.importId,
        })),
    },
    pager: pagerOf(
      found.page,
      found.pages,
      (page) => `${path}/records${printQuery({ ...list, page })}`,
    ),
    downloads: [...downloadsOf(slug, list), withDecisions(locale, slug, list)],
  };
}

/** For those who work in the review: also where each publication stands, and its codes. */
function withDecisions(locale: Locale, slug: string, query: ReportQuery) {
  const asked = printQuery(query);
  const href = `/reviews/${slug}/references.ris${asked}${asked ? '&' : '?'}decisions=1`;
  return { name: translate(locale, 'records.ris_with_decisions'), href };
}

function downloadsOf(slug: string, query: ReportQuery) {
  const names = { ris: 'RIS', bib: 'BibTeX', json: 'CSL-JSON', csv: 'CSV' };
  return Object.entries(names).map(([ending, name]) => ({
    name,
    href: `/reviews/${slug}/references.${ending}${printQuery(query)}`,
  }));
}

type ImportListed = ReturnType<typeof importsOf>[number];

export function importLine(slug: string, row: ImportListed) {
  const { id, fileName, createdAt, declared } = row.import;
  const state = shownState(row.import);
  return {
    id,
    href: `/reviews/${slug}/imports/${id}`,
    fileName,
    state,
    color: stateColors[state],
    createdAt,
    declared,
    source: row.source,
    kind: row.kind,
  };
}

const stateColors = {
  queued: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  undone: 'neutral',
  undoing: 'info',
  columns: 'warning',
} as const;

/** The fields of a reference that a person types in. */
const enteredFields = [
  'title',
  'year',
  'container',
  'volume',
  'issue',
  'pages',
  'publisher',
  'doi',
  'url',
] as const;

export function importFormPage(
  place: Place,
  runs: SearchRun[],
  typed: Record<string, string>,
  problems: Problem[],
) {
  const { locale, slug } = place;
  return {
    title: translate(locale, 'import.title'),
    slug,
    hasRuns: runs.length > 0,
    runs: runOptions(locale, runs, typed.run ?? ''),
    formats: [
      { value: '', text: translate(locale, 'import.detect'), isCurrent: !typed.format },
      ...formatOptions(locale, typed.format ?? null),
    ],
    types: referenceTypes.map((value) => ({
      value,
      text: translateDynamic(locale, `reference_type.${value}`),
      isCurrent: value === (typed.type ?? 'article-journal'),
    })),
    typed: {
      ...Object.fromEntries(enteredFields.map((field) => [field, typed[field] ?? ''])),
      authors: typed.authors ?? '',
      abstract: typed.abstract ?? '',
      text: typed.text ?? '',
      label: typed.label ?? translate(locale, 'import.pasted'),
    },
    problems: problemsByField(problems, [
      '',
      'run',
      'format',
      'files',
      'text',
      'label',
      'authors',
      'abstract',
      ...enteredFields,
    ]),
  };
}

/** The searches that an import may come of, and none. @param chosen the id of one, or nothing */
export function runOptions(locale: Locale, runs: SearchRun[], chosen: string) {
  const none = { value: '', text: translate(locale, 'import.no_run'), isCurrent: chosen === '' };
  const options = runs.map(({ id, source, searchedOn }) => {
    const text = searchedOn ? `${source}, ${searchedOn}` : source;
    return { value: String(id), text, isCurrent: String(id) === chosen };
  });
  return [...options, none];
}

export const formatName = (locale: Locale, id: string): string =>
  translateDynamic(locale, `import_format.${id}`);

export function formatOptions(locale: Locale, current: string | null) {
  return formats.map(({ id }) => ({
    value: id,
    text: formatName(locale, id),
    isCurrent: id === current,
  }));
}

export const fieldName = (locale: Locale, field: Field): string =>
  translateDynamic(locale, `reference_field.${field}`);
