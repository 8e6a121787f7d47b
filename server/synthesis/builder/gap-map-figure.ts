/** An evidence gap map as a figure: bubbles with their numbers, and words where there is nothing. */
import { textWidth, wrapText } from '../../platform/figures/fonts.ts';
import { type Figure, frame, label, linked, round, rule, textSize } from '../charts/drawing.ts';
import type { GapMap } from './gap-map.ts';

export type GapWords = Figure & {
  total: string;
  noEvidence: string;
  notCoded: string;
  /** What stands before addresses; null for a figure without links. */
  linkBase: string | null;
};

const columnMin = 92;
const columnMax = 150;
const labelWidthMax = 240;
const line = 16;
const pad = 8;
const bubbleRow = 40;
/** As the stylesheet has them for the page: told apart by their line as well. */
const patterns = [
  'fill="#0b5a6f" stroke="#0b5a6f"',
  'fill="none" stroke="#0b5a6f" stroke-width="2"',
  'fill="none" stroke="#0b5a6f" stroke-width="2" stroke-dasharray="3 2"',
  'fill="#d9e8ec" stroke="#0b5a6f" stroke-width="4"',
  'fill="#52626a" stroke="#52626a"',
  'fill="none" stroke="#52626a" stroke-width="1"',
];

type Row = GapMap['rows'][number];
type Cell = Row['cells'][number];

export function gapMapSvg(map: GapMap, words: GapWords): string {
  const column = columnWidth(map);
  const left = pad + leftWidth(map, words) + pad;
  const total = left + map.columns.length * column;
  const width = total + Math.max(column, measure(words.total) + 2 * pad);
  const middle = (at: number) => left + at * column + column / 2;
  const heads = map.columns.map((each) => wrapText(each.label, column - pad, measure));
  const legend = legendSvg(map, pad);
  const top = pad + map.legend.length * line + (map.legend.length > 0 ? pad : 0);
  const headBottom = top + Math.max(1, ...heads.map((lines) => lines.length)) * line + pad;
  const parts = [
    ...legend,
    ...heads.map((lines, at) => block(lines, middle(at), headBottom - lines.length * line, true)),
    block([words.total], total + column / 2, headBottom - line, true),
  ];
  let y = headBottom;
  for (const row of map.rows) {
    const lines = wrapText(row.label, labelWidthMax, measure);
    const height = rowHeight(row, lines.length);
    parts.push(rule(pad, y, width - pad, y), block(lines, pad, y + beside(lines), false));
    for (const [at, cell] of row.cells.entries()) parts.push(cellSvg(cell, middle(at), y, words));
    const sum = label(total + column / 2, y + bubbleRow / 2 + 5, String(row.total.count), 'middle');
    parts.push(leading(words, row.total, sum));
    y += height;
  }
  parts.push(rule(pad, y, width - pad, y), label(pad, y + line + 4, words.total));
  for (const [at, sum] of [...map.totals, map.all].entries()) {
    const number = label(middle(at), y + line + 4, String(sum.count), 'middle');
    parts.push(leading(words, sum, number));
  }
  const height = y + 2 * line + pad;
  return frame(words, round(height), parts.join(''), round(width));
}

const measure = (text: string) => textWidth(text, textSize);

function leftWidth({ rows }: GapMap, { total }: GapWords): number {
  const lines = rows.flatMap((row) => wrapText(row.label, labelWidthMax, measure));
  return Math.max(measure(total), ...lines.map(measure));
}

/** As wide as the longest word above them, within reason. */
function columnWidth({ columns }: GapMap): number {
  const words = columns.flatMap(({ label: text }) => text.split(' '));
  return Math.min(columnMax, Math.max(columnMin, ...words.map((word) => measure(word) + 2 * pad)));
}

const rowHeight = ({ cells }: Row, lines: number): number =>
  Math.max(
    lines * line + pad,
    bubbleRow + Math.max(0, ...cells.map(({ parts }) => parts.length)) * line,
  );

/** How far down words begin that stand beside bubbles. */
const beside = (lines: string[]): number =>
  Math.max(pad / 2, (bubbleRow - lines.length * line) / 2);

function block(lines: string[], x: number, y: number, isMiddle: boolean): string {
  return lines
    .map((text, at) => label(x, y + (at + 1) * line - 3, text, isMiddle ? 'middle' : 'start'))
    .join('');
}

function cellSvg(cell: Cell, middle: number, y: number, words: GapWords): string {
  if (cell.count === 0) {
    const lines = wrapText(cell.isUncoded ? words.notCoded : words.noEvidence, columnMin, measure);
    return `<g fill="#52626a">${block(lines, middle, y + beside(lines), true)}</g>`;
  }
  const parts = cell.parts.map((part, at) => {
    const partTop = y + bubbleRow + at * line;
    const number = label(middle + 4, partTop + 9, String(part.count));
    return leading(words, part, bubble(middle - 10, partTop + 4, 5, part.pattern) + number);
  });
  const own =
    bubble(middle - 14, y + bubbleRow / 2, cell.bubble, 0) +
    label(middle + 8, y + bubbleRow / 2 + 5, String(cell.count));
  return leading(words, cell, own) + parts.join('');
}

/** What counts something leads to its rows. */
const leading = ({ linkBase }: GapWords, { href }: { href: string | null }, drawn: string) =>
  linked(linkBase === null || href === null ? null : linkBase + href, drawn);

const bubble = (x: number, y: number, radius: number, pattern: number): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${patterns[pattern] ?? ''}/>`;

const legendSvg = ({ legend }: GapMap, top: number): string[] =>
  legend.map((part, at) => {
    const y = top + at * line;
    return bubble(pad + 6, y + 8, 5, part.pattern) + label(pad + 18, y + 13, part.label);
  });
