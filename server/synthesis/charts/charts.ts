/** The charts of a review: what each counts, drawn as SVG, and the numbers for the table beside it. */
import type { TableDefinition } from '../../../schema/synthesis.ts';
import { notFound } from '../../errors.ts';
import { inWords, tags, translate } from '../../platform/i18n.ts';
import { crossedTable, keyOf, labelOf } from '../builder/built.ts';
import { type Reader, readerFor } from '../builder/reader.ts';
import { type IndicatorSeries, indicatorsOf } from '../indicators.ts';
import type { TableRequest } from '../tables/table.ts';
import { barsSvg, columnsSvg } from './bars.ts';
import { europeSvg, isOnMap, legendSvg, thresholds } from './europe.ts';
import { linesSvg } from './lines.ts';

export const countedCharts = ['year', 'country', 'source', 'design', 'europe'] as const;
export type CountedChart = (typeof countedCharts)[number];
export const isCounted = (name: string): name is CountedChart =>
  countedCharts.some((each) => each === name);

export type Chart = {
  name: string;
  title: string;
  /** The figure in words, for those who do not see it. */
  description: string;
  svg: string;
  /** How many of each; the key of the row, and null for a series. */
  numbers: { key: string; label: string; count: number }[];
  series: { years: number[]; lines: { label: string; values: (number | null)[] }[] } | null;
  legend: { svg: string; text: string }[];
  notes: string[];
};

/** What a chart counts, as a table would: what a bar stands for opens as a cell of it. */
export const chartDefinition = (name: CountedChart): TableDefinition => ({
  shape: 'crossing',
  unit: 'publications',
  rows: name === 'europe' ? 'country' : name,
  columns: [],
  segment: '',
  cells: 'count',
  order: name === 'country' || name === 'europe' ? 'count' : 'own',
  showsEmpty: false,
  showsNone: true,
});

/** Where the rows behind a bar are listed. */
export const chartCellAddress = ({ review }: TableRequest, name: string, row: string) =>
  `/reviews/${review.slug}/charts/${name}/cells?row=${encodeURIComponent(row)}`;

/** What stands before addresses in a figure: empty inside the site, null for a figure without links. */
export type LinkBase = string | null;

/** Every chart that has something to show. */
export function chartsOf(request: TableRequest, linkBase: LinkBase = null): Chart[] {
  const reader = readerFor(request);
  const counted = countedCharts.flatMap((name) => countedChart(reader, name, linkBase) ?? []);
  const series = indicatorsOf(request.db, request.review.id);
  return [...counted, ...series.map((indicator) => seriesChart(request, indicator))];
}

/** @throws NOT_FOUND for a chart that has nothing to show. */
export function chartNamed(request: TableRequest, name: string, linkBase: LinkBase = null): Chart {
  const found = isCounted(name)
    ? countedChart(readerFor(request), name, linkBase)
    : indicatorsOf(request.db, request.review.id)
        .filter(({ key }) => `indicator-${key}` === name)
        .map((indicator) => seriesChart(request, indicator))[0];
  if (!found) throw notFound();
  return found;
}

function countedChart(reader: Reader, name: CountedChart, linkBase: LinkBase): Chart | null {
  const { request } = reader;
  const { locale } = request;
  const { crossed } = crossedTable(request, chartDefinition(name), reader);
  const numbers = crossed.rows.map((row) => ({
    key: keyOf(row),
    label: labelOf(reader, row, chartDefinition(name).rows),
    count: crossed.count({ row }),
    isNone: row.category === null,
  }));
  const known = numbers.filter(({ isNone }) => !isNone);
  if (known.length === 0) return null;
  const title = translate(locale, `charts.${name}`);
  const top = known.toSorted((one, other) => other.count - one.count).slice(0, 5);
  const most = top.map((row) => `${row.label}: ${row.count}`).join('; ');
  const description = translate(locale, 'charts.described', { count: crossed.count({}), most });
  const figure = { id: `chart-${name}`, title, description };
  const none = numbers.find(({ isNone }) => isNone)?.count ?? 0;
  const isMap = name === 'europe';
  const draw = () => {
    const href = (key: string) =>
      linkBase === null ? null : linkBase + chartCellAddress(request, name, key);
    const rows = known.map((row) => ({ ...row, href: href(row.key) }));
    if (isMap)
      return europeSvg(
        figure,
        rows.map(({ key, label, ...row }) => ({ ...row, code: key, name: label })),
      );
    if (name !== 'year') return barsSvg(figure, rows);
    return columnsSvg(
      figure,
      rows.map(({ key, count, href: to }) => ({ year: Number(key), count, href: to })),
    );
  };
  const outside = isMap ? known.filter(({ key }) => !isOnMap(key)) : [];
  return {
    ...{ name, title, description },
    svg: draw(),
    numbers,
    series: null,
    legend: isMap ? legendOf(request, figure.id, Math.max(...known.map((row) => row.count))) : [],
    notes: [
      ...(none > 0 ? [translate(locale, 'charts.not_given', { count: none })] : []),
      ...(outside.length > 0
        ? [
            translate(locale, 'charts.outside', {
              countries: outside.map((row) => `${row.label} (${row.count})`).join(', '),
            }),
          ]
        : []),
    ],
  };
}

function legendOf({ locale }: TableRequest, id: string, most: number) {
  const lowest = thresholds(most);
  return lowest.map((from, at) => {
    const to = (lowest[at + 1] ?? most + 1) - 1;
    const text = from >= to ? String(from) : translate(locale, 'charts.range', { from, to });
    return { svg: legendSvg(id, at + 1), text };
  });
}

function seriesChart({ locale }: TableRequest, indicator: IndicatorSeries): Chart {
  const { key, label, unit, years, groups, source } = indicator;
  const words = { label: inWords(locale, label), unit: inWords(locale, unit) };
  // A name that says the unit itself is not told it again.
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}%]+/gu) ?? [];
  const own = new Set(wordsOf(words.label));
  const saysUnit = wordsOf(words.unit).every((word) => own.has(word));
  const title = saysUnit ? words.label : translate(locale, 'charts.indicator', words);
  const write = (value: number) => new Intl.NumberFormat(tags[locale]).format(value);
  const lines = groups.map((group) => ({
    label: inWords(locale, group.label),
    values: years.map((year) => group.values[year] ?? null),
  }));
  const said = lines.map(({ label: of, values }) => {
    const points = values.flatMap((value, at) =>
      value === null ? [] : [`${years[at]}: ${write(value)}`],
    );
    return `${of}, ${points.join('; ')}`;
  });
  const description = said.join('. ');
  const figure = { id: `chart-${key}`, title, description };
  const series = lines.map(({ label: of, values }) => ({
    label: of,
    points: values.map((value, at) => ({ year: years[at] ?? 0, value })),
  }));
  return {
    name: `indicator-${key}`,
    ...{ title, description },
    svg: linesSvg(figure, series, write),
    numbers: [],
    series: { years, lines },
    legend: [],
    notes: [source],
  };
}
