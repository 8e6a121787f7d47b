/** Counts as bars: lying for names, standing for years. */
import { textWidth } from '../../platform/figures/fonts.ts';
import { type Figure, frame, label, linked, round, rule, textSize, width } from './drawing.ts';

export type Bar = { label: string; count: number; href: string | null };

const rowHeight = 26;
const labelWidthMax = 260;

export function barsSvg(figure: Figure, bars: Bar[]): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const names = bars.map((bar) => shortened(bar.label));
  const left = Math.max(0, ...names.map((name) => textWidth(name, textSize))) * 1.08 + 12;
  const room = width - left - 48;
  const body = bars.map(({ count, href }, at) => {
    const y = at * rowHeight + 4;
    const length = round((room * count) / most);
    const name = label(left - 8, y + 15, names[at] ?? '', 'end');
    const number = label(left + length + 6, y + 15, String(count));
    return linked(href, name + bar(left, y + 2, length, rowHeight - 8) + number);
  });
  const height = bars.length * rowHeight + 8;
  return frame(figure, height, rule(left, 0, left, height) + body.join(''));
}

const bar = (x: number, y: number, wide: number, high: number) =>
  `<rect class="chart-bar" x="${round(x)}" y="${round(y)}" width="${round(wide)}" height="${round(high)}" fill="#0b5a6f"/>`;

function shortened(text: string): string {
  if (textWidth(text, textSize) <= labelWidthMax) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}\u2026`, textSize) > labelWidthMax)
    kept = kept.slice(0, -1);
  return `${kept.trimEnd()}\u2026`;
}

const chartHeight = 240;
const foot = 24;
const head = 20;

type YearBar = { year: number; count: number; href: string | null };

/** Every year between the first and the last has its place, also one without anything. */
export function columnsSvg(figure: Figure, bars: YearBar[]): string {
  const years = bars.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = (width - 16) / (last - first + 1);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const base = chartHeight - foot;
  const every = Math.ceil((textWidth('2000', textSize) * 1.4) / step);
  const columns = bars.map(({ year, count, href }) => {
    const x = 8 + (year - first) * step;
    const high = ((base - head) * count) / most;
    const wide = Math.max(1, step - Math.min(6, step / 4));
    const fits = step >= textWidth(String(count), textSize) + 2;
    const number = fits ? label(x + wide / 2, base - high - 5, String(count), 'middle') : '';
    const said = href === null ? '' : `<title>${year}: ${count}</title>`;
    return linked(href, said + bar(x, base - high, wide, high) + number);
  });
  const ticks: string[] = [];
  for (let year = first; year <= last; year += every)
    ticks.push(label(8 + (year - first + 0.5) * step, chartHeight - 6, String(year), 'middle'));
  return frame(
    figure,
    chartHeight,
    rule(8, base, width - 8, base) + columns.join('') + ticks.join(''),
  );
}
