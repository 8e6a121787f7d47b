/** The figure as SVG: text stays text, numbers are links, no styles of its own, so that any policy lets it through. */

import { face } from '../../platform/figures/carried-fonts.ts';
import { fileFamily } from '../../platform/figures/fonts.ts';
import { escapeXml } from '../../platform/figures/xml.ts';
import { type Figure, type PlacedBox, type PlacedLine, partSize, textSize } from './figure.ts';

export type SvgOptions = {
  title: string;
  description: string;
  language: string;
  /** Inside a page the stylesheet colours it; as a file it carries its own colours. */
  isStandalone: boolean;
  /** A file for people carries the letters that it is set in; one that we draw ourselves need not. */
  carriesFonts?: boolean;
};

const ink = '#1c2b33';
const accent = '#0b5a6f';
const fontFamily = `'${fileFamily}', 'DejaVu Sans', Helvetica, Arial, sans-serif`;

export function figureSvg(figure: Figure, options: SvgOptions): string {
  const { width, height } = figure;
  const own = options.isStandalone;
  const margin = own ? 16 : 1;
  const box = `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`;
  const size = attributes({ width: width + 2 * margin, height: height + 2 * margin, viewBox: box });
  const names = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    lang: options.language,
    'xml:lang': own ? options.language : null,
    class: 'flow-figure',
    role: 'group',
    'aria-labelledby': 'flow-figure-title',
    'aria-describedby': 'flow-figure-description',
    'font-family': own ? fontFamily : null,
    fill: own ? ink : null,
    // Letters stand where they were measured: rounded to whole pixels a line would grow out of its box.
    'text-rendering': 'geometricPrecision',
  });
  return [
    `<svg ${names} ${size}>`,
    `<title id="flow-figure-title">${escapeXml(options.title)}</title>`,
    `<desc id="flow-figure-description">${escapeXml(options.description)}</desc>`,
    own && options.carriesFonts ? fontsSvg(figure) : '',
    own ? `<rect ${attributes({ ...frame(figure, margin), fill: '#ffffff' })}/>` : '',
    ...figure.phases.map((phase) => phaseSvg(phase, own)),
    ...figure.headings.map((heading) => headingSvg(heading, own)),
    ...figure.arrows.map((points) => arrowSvg(points, own)),
    ...figure.boxes.map((placed) => boxSvg(placed, own)),
    ...figure.notes.map((line) => textSvg(line, {})),
    '</svg>',
  ].join('\n');
}

/** Only the letters that stand in the figure, so that it looks and measures alike wherever it is opened. */
function fontsSvg({ boxes, headings, phases, notes }: Figure): string {
  const inBoxes = boxes.flatMap((box) => box.groups.flatMap((group) => group.lines));
  const bold = [...headings.flatMap((heading) => heading.lines), ...phases];
  const lettersOf = (lines: { text: string }[]) => lines.map((line) => line.text).join('');
  return `<style>${face(lettersOf([...inBoxes, ...notes]), 'regular')}${face(lettersOf(bold), 'bold')}</style>`;
}

const frame = ({ width, height }: Figure, margin: number) => ({
  x: -margin,
  y: -margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
});

function phaseSvg({ text, y, height }: Figure['phases'][number], own: boolean): string {
  const middle = y + height / 2;
  const rect = attributes({
    class: 'flow-phase',
    x: 0,
    y,
    width: 28,
    height,
    rx: 4,
    fill: own ? '#d9e8ec' : null,
  });
  const label = attributes({
    x: 0,
    y: 0,
    transform: `translate(18 ${round(middle)}) rotate(-90)`,
    'text-anchor': 'middle',
    'font-size': partSize,
    'font-weight': 600,
  });
  return `<rect ${rect}/><text ${label}>${escapeXml(text)}</text>`;
}

function headingSvg(heading: Figure['headings'][number], own: boolean): string {
  const { x, y, width, height } = heading;
  const fill = own ? '#eef2f3' : null;
  const rect = attributes({ class: 'flow-heading', x, y, width, height, rx: 4, fill });
  return `<rect ${rect}/>${heading.lines.map((line) => textSvg(line, { weight: 600 })).join('')}`;
}

function arrowSvg(points: { x: number; y: number }[], own: boolean): string {
  const path = points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${round(x)} ${round(y)}`).join(' ');
  const line = attributes({
    class: 'flow-arrow',
    d: `${path} ${headOf(points)}`,
    fill: 'none',
    stroke: own ? ink : null,
    'stroke-width': 1.25,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return `<path ${line}/>`;
}

/** Two short strokes; a marker would need an id of its own on every page. */
function headOf(points: { x: number; y: number }[]): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return '';
  const [dx, dy] = [Math.sign(tip.x - before.x) * 6, Math.sign(tip.y - before.y) * 6];
  const left = `${round(tip.x - dx - dy / 1.6)} ${round(tip.y - dy - dx / 1.6)}`;
  const right = `${round(tip.x - dx + dy / 1.6)} ${round(tip.y - dy + dx / 1.6)}`;
  return `M${left} L${round(tip.x)} ${round(tip.y)} L${right}`;
}

function boxSvg(box: PlacedBox, own: boolean): string {
  const { x, y, width, height, isPending } = box;
  const rect = attributes({
    class: isPending ? 'flow-box flow-box-pending' : 'flow-box',
    x,
    y,
    width,
    height,
    rx: 4,
    fill: own ? '#ffffff' : null,
    stroke: own ? ink : null,
    'stroke-width': 1,
    'stroke-dasharray': isPending ? '5 4' : null,
  });
  const groups = box.groups.map(({ href, lines }) => {
    const words = lines.map((line) => textSvg(line, { isLink: href !== null, own })).join('');
    return href === null ? words : `<a href="${escapeXml(href)}">${words}</a>`;
  });
  return `<rect ${rect}/>${groups.join('')}`;
}

type TextOptions = { weight?: number; isLink?: boolean; own?: boolean };

function textSvg({ text, x, y, isPart }: PlacedLine, options: TextOptions): string {
  const { weight = null, isLink = false, own = false } = options;
  const style = attributes({
    x,
    y,
    'font-size': isPart ? partSize : textSize,
    'font-weight': weight,
    'text-decoration': isLink ? 'underline' : null,
    fill: isLink && own ? accent : null,
  });
  return `<text ${style}>${escapeXml(text)}</text>`;
}

function attributes(values: Record<string, string | number | null>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? String(round(value)) : String(value);
      return `${name}="${escapeXml(text)}"`;
    })
    .join(' ');
}

const round = (value: number) => Math.round(value * 100) / 100;
