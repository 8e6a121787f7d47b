/** A figure that we drew as SVG, as a PDF page: shapes stay shapes, text stays text. */
import { type SaxesAttribute, SaxesParser } from 'saxes';
import { type Doc, figurePage, type PdfOptions } from './pdf-page.ts';

/** What an element says, or what the elements around it said. */
type Style = Record<string, string>;
type Hatch = { id: string; width: number; stroke: string; strokeWidth: number };
type Shape = { name: string; style: Style; text: string };
type Read = { width: number; height: number; shapes: Shape[]; hatches: Map<string, Hatch> };

const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-anchor',
  // Of a link, what is drawn inside it leads there.
  'href',
];
/** Told in the page's own structure, or elsewhere: not drawn. */
const untold = new Set(['title', 'desc', 'style', 'defs']);
const groups = new Set(['svg', 'g', 'a']);
const drawn = new Set(['rect', 'circle', 'path', 'text']);

export function svgPdf(svg: string, options: PdfOptions): Promise<Buffer> {
  const figure = readSvg(svg);
  return figurePage(figure, options, ({ doc, drawing, placed }) => {
    drawing.add(() => placed(() => drawShapes(doc, figure)));
  });
}

/** Figures are our own: an element that is not known here is a mistake of ours, not of the data. */
function readSvg(svg: string): Read {
  const read: Read = { width: 0, height: 0, shapes: [], hatches: new Map() };
  const styles: Style[] = [];
  let silent = 0;
  let hatch: Hatch | null = null;
  let text: Shape | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const own = plain(attributes);
    const style = { ...kept(styles.at(-1) ?? {}), ...own };
    styles.push(style);
    if (name === 'svg') Object.assign(read, { width: num(own.width), height: num(own.height) });
    if (name === 'pattern') hatch = { ...noHatch, id: own.id ?? '', width: num(own.width) };
    if (hatch && name === 'path') read.hatches.set(hatch.id, { ...hatch, ...strokeOf(style) });
    if (untold.has(name)) silent += 1;
    if (silent > 0 || groups.has(name)) return;
    if (!drawn.has(name)) throw new Error(`a figure with <${name}> cannot be drawn as PDF`);
    const shape = { name, style, text: '' };
    read.shapes.push(shape);
    if (name === 'text') text = shape;
  });
  parser.on('text', (part) => {
    if (text && silent === 0) text.text += part;
  });
  parser.on('closetag', ({ name }) => {
    styles.pop();
    if (untold.has(name)) silent -= 1;
    if (name === 'pattern') hatch = null;
    if (name === 'text') text = null;
  });
  parser.write(svg).close();
  return read;
}

const noHatch: Hatch = { id: '', width: 0, stroke: '', strokeWidth: 0 };

const plain = (attributes: Record<string, string | SaxesAttribute>): Style =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.value,
    ]),
  );

const kept = (style: Style): Style =>
  Object.fromEntries(Object.entries(style).filter(([name]) => inherited.includes(name)));

const num = (value: string | undefined, otherwise = 0): number =>
  value === undefined ? otherwise : Number(value);

const strokeOf = (style: Style) => ({
  stroke: style.stroke ?? '',
  strokeWidth: num(style['stroke-width'], 1),
});

function drawShapes(doc: Doc, figure: Read): void {
  for (const { name, style, text } of figure.shapes) {
    if (name === 'text') drawText(doc, style, text);
    else drawShape(doc, figure, name, style);
    if (style.href) link(doc, name, style, text);
  }
}

function drawShape(doc: Doc, figure: Read, name: string, style: Style): void {
  const hatch = figure.hatches.get(/^url\(#(.*)\)$/.exec(style.fill ?? '')?.[1] ?? '');
  if (hatch) {
    doc.save();
    trace(doc, name, style).clip('non-zero');
    drawHatch(doc, figure, hatch);
    doc.restore();
    return;
  }
  const fill = painted(style.fill);
  const stroke = painted(style.stroke);
  if (!fill && !stroke) return;
  const dash = (style['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number);
  doc.lineWidth(num(style['stroke-width'], 1));
  doc.lineJoin(style['stroke-linejoin'] === 'round' ? 'round' : 'miter');
  // pdfkit takes several lengths as well; its types know of one.
  if (dash.length > 0) doc.dash(dash as unknown as number, {});
  trace(doc, name, style);
  if (fill && stroke) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else if (stroke) doc.stroke(stroke);
  if (dash.length > 0) doc.undash();
}

const painted = (colour: string | undefined): string | null =>
  colour === undefined || colour === 'none' ? null : colour;

function trace(doc: Doc, name: string, style: Style): Doc {
  const [x, y] = [num(style.x), num(style.y)];
  if (name === 'path') return doc.path(style.d ?? '');
  if (name === 'circle') return doc.circle(num(style.cx), num(style.cy), num(style.r));
  const [width, height, radius] = [num(style.width), num(style.height), num(style.rx)];
  return radius > 0 ? doc.roundedRect(x, y, width, height, radius) : doc.rect(x, y, width, height);
}

/** Lines from corner to corner over the whole figure; the shape has cut out where they show. */
function drawHatch(doc: Doc, { width, height }: Read, hatch: Hatch): void {
  doc.rotate(45).lineWidth(hatch.strokeWidth);
  const last = (width + height) / Math.SQRT2;
  for (let x = hatch.width / 2; x < last; x += hatch.width)
    doc.moveTo(x, -width / Math.SQRT2).lineTo(x, height / Math.SQRT2);
  doc.stroke(hatch.stroke);
}

/** A place on the page that opens an address. A path may wind around others: its number is the link. */
function link(doc: Doc, name: string, style: Style, text: string): void {
  const href = style.href ?? '';
  if (name === 'rect')
    doc.link(num(style.x), num(style.y), num(style.width), num(style.height), href);
  if (name === 'circle') {
    const radius = num(style.r);
    doc.link(num(style.cx) - radius, num(style.cy) - radius, 2 * radius, 2 * radius, href);
  }
  if (name !== 'text') return;
  const size = num(style['font-size'], 13);
  doc.link(
    startOf(doc, style, text),
    num(style.y) - size,
    doc.widthOfString(text),
    size * 1.3,
    href,
  );
}

/** Where a text begins that is set from its start, its middle or its end. */
function startOf(doc: Doc, style: Style, text: string): number {
  const width = doc.widthOfString(text);
  const before = { start: 0, middle: width / 2, end: width }[style['text-anchor'] ?? 'start'] ?? 0;
  return num(style.x) - before;
}

function drawText(doc: Doc, style: Style, text: string): void {
  const isBold = style['font-weight'] === 'bold' || num(style['font-weight']) >= 600;
  doc.font(isBold ? 'bold' : 'regular').fontSize(num(style['font-size'], 13));
  const write = (more: object) => {
    const options = { lineBreak: false, baseline: 'alphabetic', ...more };
    doc.text(text, startOf(doc, style, text), num(style.y), options as PDFKit.Mixins.TextOptions);
  };
  const halo = painted(style.stroke);
  if (halo) {
    doc.lineWidth(num(style['stroke-width'], 1)).lineJoin('round').strokeColor(halo);
    write({ stroke: true, fill: false });
  }
  doc.fillColor(painted(style.fill) ?? '#000000');
  write({});
}
