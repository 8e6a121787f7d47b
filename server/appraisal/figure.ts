/** The traffic-light figure as SVG: a sign and a shape for each judgement besides its colour, and the questions below. */
import type { Locale, Words } from '../../schema/columns.ts';
import { carryFonts } from '../platform/figures/carried-fonts.ts';
import { fileFamily, textWidth } from '../platform/figures/fonts.ts';
import { escapeXml } from '../platform/figures/xml.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { shortLabel, signs } from './page.ts';
import type { Light, TrafficTable } from './traffic.ts';

const size = 13;
const cell = 34;
const line = 19;
const edge = 16;
const ink = '#1c2b33';
/** Colours that differ in lightness too, so that a copy in grey still tells them apart. */
const colours: Record<Light, { fill: string; ink: string }> = {
  good: { fill: '#1f6b45', ink: '#ffffff' },
  some_concern: { fill: '#f2c34b', ink: '#1c2b33' },
  bad: { fill: '#a3211c', ink: '#ffffff' },
  none: { fill: '#ffffff', ink: '#1c2b33' },
};
const lights: readonly Light[] = ['good', 'some_concern', 'bad', 'none'];

type Text = {
  text: string;
  x: number;
  y: number;
  isBold?: boolean;
  isMiddle?: boolean;
  fill?: string;
};

export function trafficFigure(
  locale: Locale,
  review: { title: Words },
  table: TrafficTable,
  { carriesFonts }: { carriesFonts: boolean },
): string {
  const { instrument, questions, rows } = table;
  const labels = rows.map(({ publication }) => shortLabel(locale, publication));
  const overall = translate(locale, 'appraisal.overall');
  const left = edge + Math.max(120, ...labels.map((text) => textWidth(text, size))) + 12;
  const gridWidth =
    questions.length * cell + 20 + Math.max(cell, textWidth(overall, size, { weight: 'bold' }));
  const width = Math.max(left + gridWidth, 520) + edge;
  const overallAt = left + questions.length * cell + 20 + cell / 2;
  const top = edge + 2 * line + 8;
  const notesTop = top + line + rows.length * cell + 24;
  const texts: Text[] = [
    { text: inWords(locale, instrument.label), x: edge, y: edge + size, isBold: true },
    { text: inWords(locale, review.title), x: edge, y: edge + size + line },
    ...questions.map((_, at) => ({
      text: String(at + 1),
      x: left + at * cell + cell / 2,
      y: top + size,
      isBold: true,
      isMiddle: true,
    })),
    { text: overall, x: overallAt - cell / 2, y: top + size, isBold: true },
    ...labels.map((text, at) => ({ text, x: edge, y: rowMiddle(at) + size / 3 })),
  ];
  const marks = rows.flatMap((row, at) => [
    ...row.cells.map((each, column) =>
      each ? mark(each.light, left + column * cell + cell / 2, rowMiddle(at)) : '',
    ),
    mark(row.overall, overallAt, rowMiddle(at)),
  ]);
  const notes = notesOf(locale, table, { top: notesTop, width });
  texts.push(...notes.texts);
  marks.push(...notes.marks);
  const height = notes.bottom + edge;
  const { title, description } = trafficNames(locale, table);
  const rules = rows.map((_, at) => {
    const y = top + line + at * cell;
    return `<path d="M${edge} ${y}H${round(width - edge)}" stroke="#c9d3d7" stroke-width="1"/>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${locale}" lang="${locale}" role="img" aria-labelledby="traffic-title traffic-description" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="'${fileFamily}', 'DejaVu Sans', Helvetica, Arial, sans-serif" font-size="${size}" fill="${ink}" text-rendering="geometricPrecision">`,
    `<title id="traffic-title">${escapeXml(title)}</title>`,
    `<desc id="traffic-description">${escapeXml(description)}</desc>`,
    `<rect width="${round(width)}" height="${round(height)}" fill="#ffffff"/>`,
    ...rules,
    ...marks,
    ...texts.map(textSvg),
    '</svg>',
  ].join('\n');
  return carriesFonts ? carryFonts(svg) : svg;

  function rowMiddle(at: number): number {
    return top + line + at * cell + cell / 2;
  }
}

/** What the signs mean, and what was asked, with lines broken where they would leave the figure. */
function notesOf(locale: Locale, { questions }: TrafficTable, at: { top: number; width: number }) {
  const texts: Text[] = [];
  const marks: string[] = [];
  let y = at.top;
  for (const light of lights) {
    marks.push(mark(light, edge + 11, y + 6));
    texts.push({
      text: translate(locale, `appraisal.judgement.${light}`),
      x: edge + 30,
      y: y + 11,
    });
    y += 28;
  }
  y += 8;
  questions.forEach(({ text }, index) => {
    const number = `${index + 1}.`;
    texts.push({ text: number, x: edge, y: y + size, isBold: true });
    for (const part of broken(inWords(locale, text), at.width - 2 * edge - 26)) {
      texts.push({ text: part, x: edge + 26, y: y + size });
      y += line;
    }
  });
  return { texts, marks, bottom: y };
}

function broken(text: string, widthMax: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && textWidth(longer, size) > widthMax) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

/** Round, diamond, square, empty: the shape tells what the colour does. */
function mark(light: Light, x: number, y: number): string {
  const { fill, ink: letter } = colours[light];
  const paint = `fill="${fill}" stroke="${ink}" stroke-width="1"`;
  const shapes: Record<Light, string> = {
    good: `<circle cx="${round(x)}" cy="${round(y)}" r="11" ${paint}/>`,
    some_concern: `<path d="M${round(x)} ${round(y - 13)}L${round(x + 13)} ${round(y)}L${round(x)} ${round(y + 13)}L${round(x - 13)} ${round(y)}Z" ${paint}/>`,
    bad: `<rect x="${round(x - 10)}" y="${round(y - 10)}" width="20" height="20" ${paint}/>`,
    none: `<circle cx="${round(x)}" cy="${round(y)}" r="11" ${paint} stroke-dasharray="3 3"/>`,
  };
  return `${shapes[light]}<text x="${round(x)}" y="${round(y + 5)}" text-anchor="middle" font-weight="600" fill="${letter}">${signs[light]}</text>`;
}

/** What the figure is, and the whole table in a sentence for each study, for those who do not see it. */
export function trafficNames(locale: Locale, { instrument, questions, rows }: TrafficTable) {
  const label = inWords(locale, instrument.label);
  const lines = rows.map((row) => {
    const said = questions.map((_, column) => {
      const light = row.cells[column]?.light;
      const word = light ? translate(locale, `appraisal.judgement.${light}`) : '–';
      return `${column + 1}: ${word}`;
    });
    const overall = translate(locale, 'appraisal.overall');
    const last = translate(locale, `appraisal.judgement.${row.overall}`);
    return `${shortLabel(locale, row.publication)}. ${[...said, `${overall}: ${last}`].join('; ')}.`;
  });
  return {
    title: translate(locale, 'appraisal.figure_title', { label }),
    description: lines.join(' '),
  };
}

function textSvg({ text, x, y, isBold, isMiddle }: Text): string {
  const weight = isBold ? ' font-weight="600"' : '';
  const anchor = isMiddle ? ' text-anchor="middle"' : '';
  return `<text x="${round(x)}" y="${round(y)}"${weight}${anchor}>${escapeXml(text)}</text>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
