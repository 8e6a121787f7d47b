/** Findings by kind, each with the publications that support and contradict it. */
import { type PublicationName, publicationNames } from '../../coding/publications.ts';
import type { FindingWithThemes } from '../../findings/findings.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { findingAddress } from '../addresses.ts';
import { publicationItem, publicationLabel, sortedByLabel } from './labels.ts';
import {
  type Column,
  findingsFor,
  fixedWords,
  listCell,
  numberCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

/** Stands for "has no theme" where a theme's name is asked for. */
export const noTheme = '-';

export const themeName = (theme: { codebookKey: string; key: string }): string =>
  `${theme.codebookKey}.${theme.key}`;

export function findingsTable(request: TableRequest): SummaryTable {
  const { db, locale } = request;
  const all = findingsFor(request);
  const findings = all.filter((row) => isAskedFor(request, row));
  const part = shownRows(request, findings);
  const publications = publicationNames(db, part.flatMap(behind));
  const sorted = new Map<readonly number[], PublicationName[]>();
  const publicationsFor = (ids: number[]) => {
    const before = sorted.get(ids);
    if (before) return before;
    const known = ids.flatMap((id) => publications.get(id) ?? []);
    const made = sortedByLabel(locale, known);
    sorted.set(ids, made);
    return made;
  };
  const columns = columnsFor(request, findings);
  const supporting = new Set(findings.flatMap((row) => row.supportingIds));
  return {
    ...fixedWords(request, 'findings'),
    columns,
    count: findings.length,
    rows: part.map((row) => machineRow(request, row, publicationsFor)),
    cells: part.map((row) => {
      const cells = displayCells(request, row, publicationsFor);
      return columns.map((column) => cells[column.key as keyof typeof cells]);
    }),
    headerAt: 2,
    totals: null,
    note: translate(locale, 'tables.findings.note', {
      findings: findings.length,
      publications: supporting.size,
    }),
    sources: [],
    filter: filterWords(request, all),
  };
}

const behind = (row: FindingWithThemes) => [...row.supportingIds, ...row.contradictingIds];

function isAskedFor({ theme, kind }: TableRequest, row: FindingWithThemes): boolean {
  if (kind !== undefined && row.kind.key !== kind) return false;
  if (theme === undefined) return true;
  if (theme === noTheme) return row.themes.length === 0;
  return row.themes.some((own) => themeName(own) === theme);
}

function columnsFor({ locale }: TableRequest, findings: FindingWithThemes[]): Column[] {
  const isContradicted = findings.some((row) => row.contradictingIds.length > 0);
  const hasThemes = findings.some((row) => row.themes.length > 0);
  const column = (key: 'kind' | 'number' | 'statement', kind: Column['kind']): Column => ({
    key,
    label: translate(locale, `tables.column.${key}`),
    kind,
  });
  const list = (key: 'publications' | 'contradicting' | 'themes'): Column => ({
    key,
    label: translate(locale, `tables.column.${key}`),
    kind: 'list',
  });
  return [
    column('kind', 'text'),
    column('number', 'number'),
    column('statement', 'text'),
    list('publications'),
    ...(isContradicted ? [list('contradicting')] : []),
    ...(hasThemes ? [list('themes')] : []),
  ];
}

type PublicationsFor = (ids: number[]) => PublicationName[];

function machineRow({ locale }: TableRequest, row: FindingWithThemes, of: PublicationsFor) {
  const labels = (ids: number[]) => of(ids).map((each) => publicationLabel(locale, each));
  return {
    id: row.id,
    key: row.key,
    kind: row.kind.key,
    number: row.number,
    statement: inWords(locale, row.statement),
    state: row.state,
    publications: labels(row.supportingIds),
    publicationIds: of(row.supportingIds).map((each) => each.rootId),
    contradicting: labels(row.contradictingIds),
    themes: row.themes.map(themeName),
  };
}

function displayCells(request: TableRequest, row: FindingWithThemes, of: PublicationsFor) {
  const { locale, review } = request;
  const items = (ids: number[]) => of(ids).map((each) => publicationItem(request, each));
  return {
    kind: wordsCell(locale, row.kind.label),
    number: numberCell(row.number),
    statement: wordsCell(locale, row.statement, findingAddress(review.slug, row.id)),
    publications: listCell(items(row.supportingIds)),
    contradicting: listCell(items(row.contradictingIds)),
    themes: listCell(
      row.themes.map(({ label }) => ({
        text: inWords(locale, label),
        language: null,
        href: null,
      })),
    ),
  };
}

function filterWords({ locale, theme, kind }: TableRequest, all: FindingWithThemes[]): string[] {
  const ofKind = all.find((row) => row.kind.key === kind)?.kind.label;
  const ofTheme = all.flatMap((row) => row.themes).find((own) => themeName(own) === theme)?.label;
  return [
    ...(theme === undefined ? [] : [themeWords()]),
    ...(kind === undefined ? [] : [ofKind ? inWords(locale, ofKind) : kind]),
  ];

  function themeWords(): string {
    if (theme === noTheme) return translate(locale, 'tables.themes.none');
    return ofTheme ? inWords(locale, ofTheme) : (theme ?? '');
  }
}
