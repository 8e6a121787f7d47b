/** The flow as a drawing: which boxes stand where, how their words break, which arrows run between them. Pure. */

import type { FlowTemplate } from '../../../schema/reviews.ts';
import { type Face, textWidth, wrapText } from '../../platform/figures/fonts.ts';
import { type BoxId, hasOtherMethods, isUpdated } from './boxes.ts';

/** One number with its words; `href` when it opens its rows. */
export type FigureLine = {
  text: string;
  href: string | null;
  /** A part of the number above it: smaller, set in. */
  isPart: boolean;
};

export type FigureWords = {
  heading: { left: string; right: string; previous: string };
  phases: { identification: string; screening: string; included: string };
  /** What stands first in a box of several numbers: "Records removed before screening:". */
  lead: Partial<Record<Stack, string>>;
  lines: Partial<Record<BoxId, FigureLine[]>>;
  isPending: (box: BoxId) => boolean;
  /** Sentences below the figure, each on lines of its own. */
  notes: string[];
};

/** Boxes that are drawn as one. */
const stacks = {
  P: ['P1', 'P2'],
  I: ['I1', 'I2'],
  X: ['X1', 'X2', 'X3'],
  S1: ['S1'],
  S2: ['S2'],
  Q1: ['Q1'],
  Q2: ['Q2'],
  A1: ['A1'],
  A2: ['A2'],
  O: ['O1', 'O2', 'O3'],
  OQ1: ['OQ1'],
  OQ2: ['OQ2'],
  OA1: ['OA1'],
  OA2: ['OA2'],
  N: ['N1', 'N2'],
  T: ['T1', 'T2'],
  M: ['M1', 'M2'],
} as const satisfies Record<string, readonly BoxId[]>;
export type Stack = keyof typeof stacks;

export type PlacedLine = { text: string; x: number; y: number; isPart: boolean };
export type PlacedBox = {
  stack: Stack;
  x: number;
  y: number;
  width: number;
  height: number;
  isPending: boolean;
  groups: { href: string | null; lines: PlacedLine[] }[];
};
export type Figure = {
  width: number;
  height: number;
  boxes: PlacedBox[];
  headings: { x: number; y: number; width: number; height: number; lines: PlacedLine[] }[];
  phases: { text: string; y: number; height: number }[];
  arrows: { x: number; y: number }[][];
  notes: PlacedLine[];
};

const bar = 28;
const columnWidth = 216;
const gap = 36;
const rowGap = 30;
const padding = 10;
const lineHeight = 18;
export const textSize = 13.5;
export const partSize = 12.5;

const rows: Stack[][] = [
  ['P', 'I', 'X', 'O'],
  ['S1', 'S2'],
  ['Q1', 'Q2', 'OQ1', 'OQ2'],
  ['A1', 'A2', 'OA1', 'OA2'],
  ['N'],
  ['T'],
  ['M'],
];

const columnOf: Record<Stack, 'previous' | 'left' | 'leftSide' | 'right' | 'rightSide'> = {
  P: 'previous',
  I: 'left',
  S1: 'left',
  Q1: 'left',
  A1: 'left',
  N: 'left',
  T: 'left',
  M: 'left',
  X: 'leftSide',
  S2: 'leftSide',
  Q2: 'leftSide',
  A2: 'leftSide',
  O: 'right',
  OQ1: 'right',
  OA1: 'right',
  OQ2: 'rightSide',
  OA2: 'rightSide',
};

const arrows: [Stack, Stack][] = [
  ['I', 'X'],
  ['I', 'S1'],
  ['S1', 'S2'],
  ['S1', 'Q1'],
  ['Q1', 'Q2'],
  ['Q1', 'A1'],
  ['A1', 'A2'],
  ['A1', 'N'],
  ['O', 'OQ1'],
  ['OQ1', 'OQ2'],
  ['OQ1', 'OA1'],
  ['OA1', 'OA2'],
  ['OA1', 'N'],
  ['P', 'T'],
  ['N', 'T'],
  ['T', 'M'],
];

/** Where there is no total, what went into a meta-analysis comes from what is included. */
const arrowsOf = (template: FlowTemplate) =>
  isUpdated(template) ? arrows : [...arrows, ['N', 'M'] satisfies [Stack, Stack]];

/** @param face the font it will be set in: boxes are as tall as their words need. */
export function drawFigure(template: FlowTemplate, words: FigureWords, face: Face): Figure {
  const columns = columnsOf(template);
  const headings = headingsOf(template, words, columns, face);
  const top = Math.max(...headings.map((heading) => heading.height)) + 24;
  const boxes: PlacedBox[] = [];
  let y = top;
  for (const row of rows) {
    const drawn = row.flatMap((stack) => {
      const x = columns[columnOf[stack]];
      return x === undefined ? [] : boxAt(stack, x, y, words, face);
    });
    if (drawn.length === 0) continue;
    const height = Math.max(...drawn.map((box) => box.height));
    // Boxes in a row that an arrow joins stand on one line, so they are as tall as each other.
    for (const box of drawn) box.height = height;
    boxes.push(...drawn);
    y += height + rowGap;
  }
  const width = Math.max(...Object.values(columns)) + columnWidth + 1;
  for (const heading of headings) heading.height = top - 24;
  const notes = notesAt(y - rowGap / 2, width, words.notes, face);
  return {
    width,
    height: (notes.at(-1)?.y ?? y - rowGap) + (notes.length > 0 ? 5 : 1),
    boxes,
    notes,
    headings,
    phases: phasesOf(boxes, words),
    arrows: arrowsOf(template).flatMap(([from, to]) => arrowBetween(boxes, from, to)),
  };
}

type Columns = Partial<Record<(typeof columnOf)[Stack], number>>;

function columnsOf(template: FlowTemplate): Columns {
  const names = [
    ...(isUpdated(template) ? ['previous' as const] : []),
    'left' as const,
    'leftSide' as const,
    ...(hasOtherMethods(template) ? ['right' as const, 'rightSide' as const] : []),
  ];
  const step = columnWidth + gap;
  return Object.fromEntries(names.map((name, at) => [name, bar + 16 + at * step]));
}

function headingsOf(
  template: FlowTemplate,
  { heading }: FigureWords,
  columns: Columns,
  face: Face,
) {
  const wide = columnWidth * 2 + gap;
  const spans = [
    ...(isUpdated(template)
      ? [{ x: columns.previous, width: columnWidth, text: heading.previous }]
      : []),
    { x: columns.left, width: wide, text: heading.left },
    ...(hasOtherMethods(template) ? [{ x: columns.right, width: wide, text: heading.right }] : []),
  ];
  return spans.map(({ x = 0, width, text }) => {
    const texts = wrapText(text, width - padding * 2, (part) =>
      textWidth(part, textSize, { face, weight: 'bold' }),
    );
    const lines = texts.map((each, at) => ({
      text: each,
      x: x + padding,
      y: padding + lineHeight * (at + 1) - 5,
      isPart: false,
    }));
    return { x, y: 0, width, height: texts.length * lineHeight + padding * 2, lines };
  });
}

function boxAt(stack: Stack, x: number, y: number, words: FigureWords, face: Face): PlacedBox[] {
  const ids: readonly BoxId[] = stacks[stack];
  const lead = words.lead[stack];
  const given = ids.flatMap((id) => words.lines[id] ?? []);
  if (given.length === 0) return [];
  const all = lead ? [{ text: lead, href: null, isPart: false }, ...given] : given;
  let at = y + padding;
  const groups = all.map((line) => {
    const depth = (lead && line !== all[0] ? 1 : 0) + (line.isPart ? 1 : 0);
    const indent = depth * 12;
    const size = line.isPart ? partSize : textSize;
    const texts = wrapText(line.text, columnWidth - padding * 2 - indent, (part) =>
      textWidth(part, size, { face }),
    );
    if (line !== all[0] && !line.isPart) at += lead ? 2 : 6;
    const lines = texts.map((text) => {
      at += lineHeight;
      return { text, x: x + padding + indent, y: at - 5, isPart: line.isPart };
    });
    return { href: line.href, lines };
  });
  const isPending = ids.some(words.isPending);
  const height = Math.max(at + padding - y, 52);
  return [{ stack, x, y, width: columnWidth, height, isPending, groups }];
}

function phasesOf(boxes: PlacedBox[], { phases }: FigureWords): Figure['phases'] {
  const spans: [string, Stack[]][] = [
    [phases.identification, ['I', 'X', 'O']],
    [phases.screening, ['S1', 'Q1', 'A1']],
    [phases.included, ['N', 'T', 'M']],
  ];
  return spans.flatMap(([text, inside]) => {
    const own = boxes.filter((box) => inside.includes(box.stack));
    if (own.length === 0) return [];
    const y = Math.min(...own.map((box) => box.y));
    return [{ text, y, height: Math.max(...own.map((box) => box.y + box.height)) - y }];
  });
}

function notesAt(top: number, width: number, notes: string[], face: Face): PlacedLine[] {
  const measure = (part: string) => textWidth(part, partSize, { face });
  const lines = notes.flatMap((note) => wrapText(note, width, measure));
  return lines.map((text, at) => ({ text, x: 0, y: top + lineHeight * (at + 1), isPart: true }));
}

/** Straight where boxes face each other; from another column down, then across. */
function arrowBetween(boxes: PlacedBox[], from: Stack, to: Stack): Figure['arrows'] {
  const one = boxes.find((box) => box.stack === from);
  const other = boxes.find((box) => box.stack === to);
  if (!one || !other) return [];
  const middle = { x: one.x + one.width / 2, y: one.y + one.height / 2 };
  const target = { x: other.x + other.width / 2, y: other.y + other.height / 2 };
  if (one.y === other.y)
    return [
      [
        { x: one.x + one.width, y: middle.y },
        { x: other.x, y: middle.y },
      ],
    ];
  if (one.x === other.x)
    return [
      [
        { x: middle.x, y: one.y + one.height },
        { x: middle.x, y: other.y },
      ],
    ];
  const side = one.x < other.x ? other.x : other.x + other.width;
  return [
    [
      { x: middle.x, y: one.y + one.height },
      { x: middle.x, y: target.y },
      { x: side, y: target.y },
    ],
  ];
}
