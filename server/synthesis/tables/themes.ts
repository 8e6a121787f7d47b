/** Findings by theme and kind: counts of different findings, each opening its rows. */
import type { Words } from '../../../schema/columns.ts';
import type { FindingWithThemes } from '../../findings/findings.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { tableAddress } from '../addresses.ts';
import { noTheme, themeName } from './findings.ts';
import {
  type Cell,
  findingsFor,
  fixedWords,
  numberCell,
  plainCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

type Kind = FindingWithThemes['kind'];
type Theme = { name: string; label: Words };

export function themesTable(request: TableRequest): SummaryTable {
  const { locale } = request;
  const findings = findingsFor(request);
  const themes = themesIn(findings);
  const kinds = kindsIn(findings);
  const lines = themes.length > 0 ? [...themes, ...withoutTheme(request, findings)] : [];
  const part = shownRows(request, lines);
  return {
    ...fixedWords(request, 'themes'),
    columns: [
      { key: 'theme', label: translate(locale, 'tables.column.theme'), kind: 'text' },
      ...kinds.map(({ key, label }) => ({
        key,
        label: inWords(locale, label),
        kind: 'number' as const,
      })),
      { key: 'total', label: translate(locale, 'tables.total'), kind: 'number' },
    ],
    count: lines.length,
    rows: part.map((theme) => ({
      theme: theme.name,
      label: inWords(locale, theme.label),
      ...countsOf(ofTheme(findings, theme), kinds),
    })),
    cells: part.map((theme) => [
      wordsCell(locale, theme.label),
      ...countCells(request, ofTheme(findings, theme), kinds, theme.name),
    ]),
    headerAt: 0,
    totals: {
      row: countsOf(findings, kinds),
      cells: [
        plainCell(translate(locale, 'tables.total')),
        ...countCells(request, findings, kinds, null),
      ],
    },
    note: translate(locale, 'tables.themes.note'),
    sources: [],
    filter: [],
  };
}

/** In the order of their codebooks, as the findings' own themes come. */
function themesIn(findings: FindingWithThemes[]): Theme[] {
  const themes = new Map(
    findings
      .flatMap((row) => row.themes)
      .map((theme) => [theme.codeId, { name: themeName(theme), label: theme.label }]),
  );
  return [...themes].sort(([one], [other]) => one - other).map(([, theme]) => theme);
}

function kindsIn(findings: FindingWithThemes[]): Kind[] {
  const kinds = new Map(findings.map(({ kind }) => [kind.id, kind]));
  return [...kinds.values()].sort(
    (one, other) => one.position - other.position || one.id - other.id,
  );
}

function withoutTheme({ locale }: TableRequest, findings: FindingWithThemes[]): Theme[] {
  if (findings.every((row) => row.themes.length > 0)) return [];
  return [{ name: noTheme, label: { [locale]: translate(locale, 'tables.themes.none') } }];
}

function ofTheme(findings: FindingWithThemes[], { name }: Theme): FindingWithThemes[] {
  if (name === noTheme) return findings.filter((row) => row.themes.length === 0);
  return findings.filter((row) => row.themes.some((own) => themeName(own) === name));
}

function countsOf(findings: FindingWithThemes[], kinds: Kind[]): Record<string, number> {
  const counts = kinds.map(({ key }) => [key, ofKind(findings, key).length] as const);
  return { ...Object.fromEntries(counts), total: findings.length };
}

const ofKind = (findings: FindingWithThemes[], key: string) =>
  findings.filter((row) => row.kind.key === key);

function countCells(
  { review }: TableRequest,
  findings: FindingWithThemes[],
  kinds: Kind[],
  theme: string | null,
): Cell[] {
  const href = (kind: string | null) => {
    const query = new URLSearchParams({ ...(theme ? { theme } : {}), ...(kind ? { kind } : {}) });
    return `${tableAddress(review.slug, 'findings')}${query.size > 0 ? `?${query}` : ''}`;
  };
  const cell = (count: number, kind: string | null) =>
    numberCell(count, count > 0 ? href(kind) : null);
  return [
    ...kinds.map(({ key }) => cell(ofKind(findings, key).length, key)),
    cell(findings.length, null),
  ];
}
