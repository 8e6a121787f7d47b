/** A published series as lines over years: told apart by dash and by the name at the end, not by colour alone. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { textWidth } from '../../platform/figures/fonts.ts';
import { type Figure, frame, label, round, rule, textSize, width } from './drawing.ts';

export type Series = { label: string; points: { year: number; value: number | null }[] };

const height = 280;
const [top, base] = [16, height - 28];
const dashes = ['', '6 4', '2 3', '10 4 2 4', '1 5', '12 6'];

export function linesSvg(figure: Figure, series: Series[], write: (n: number) => string): string {
  const known = series.flatMap(({ points }) => points.filter(({ value }) => value !== null));
  const years = known.map(({ year }) => year);
  const values = known.map(({ value }) => value ?? 0);
  const names = Math.max(0, ...series.map((each) => textWidth(each.label, textSize))) * 1.08;
  const right = width - Math.min(220, names) - 16;
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [base, top]).nice();
  const ticks = y.ticks(5);
  const left = Math.max(...ticks.map((tick) => textWidth(write(tick), textSize))) * 1.08 + 14;
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [left, right]);
  const grid = ticks.map(
    (tick) =>
      label(left - 8, y(tick) + 4, write(tick), 'end') + rule(left, y(tick), right, y(tick)),
  );
  const shown = [...new Set(years)].sort((a, b) => a - b);
  const marks = spaced(shown, x).map((year) => label(x(year), height - 8, String(year), 'middle'));
  const path = line<{ year: number; value: number | null }>()
    .defined(({ value }) => value !== null)
    .x(({ year }) => round(x(year)))
    .y(({ value }) => round(y(value ?? 0)));
  const drawn = series.map(({ points }, at) => {
    const dots = points.flatMap(({ year, value }) =>
      value === null
        ? []
        : [
            `<circle class="chart-dot" cx="${round(x(year))}" cy="${round(y(value))}" r="3.5" fill="#0b5a6f"/>`,
          ],
    );
    const dash = dashes[at % dashes.length] ?? '';
    return `<path class="chart-line" d="${path(points) ?? ''}" fill="none" stroke="#0b5a6f" stroke-width="2" stroke-dasharray="${dash}"/>${dots.join('')}`;
  });
  return frame(
    figure,
    height,
    [...grid, ...marks, ...drawn, ...endLabels(series, right + 8, y)].join(''),
  );
}

/** Years whose labels do not touch. */
function spaced(years: number[], x: (year: number) => number): number[] {
  const room = textWidth('2000', textSize) * 1.3;
  const kept: number[] = [];
  for (const year of years) {
    const before = kept.at(-1);
    if (before === undefined || x(year) - x(before) >= room) kept.push(year);
  }
  return kept;
}

function endLabels(series: Series[], at: number, y: (value: number) => number): string[] {
  if (series.length < 2) return [];
  const ends = series
    .map(({ label: text, points }) => ({
      text,
      place: y(points.findLast(({ value }) => value !== null)?.value ?? 0) + 4,
    }))
    .sort((one, other) => one.place - other.place);
  let free = Number.NEGATIVE_INFINITY;
  return ends.map(({ text, place }) => {
    const own = Math.max(place, free);
    free = own + textSize + 3;
    return label(at, own, text);
  });
}
