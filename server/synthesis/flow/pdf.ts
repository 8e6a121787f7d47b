/** The figure as a tagged PDF page: the same layout as the SVG, text that can be searched, numbers that are links. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Locale } from '../../../schema/columns.ts';
import { fontPath } from '../../platform/figures/fonts.ts';
import { tags } from '../../platform/i18n.ts';
import { type Figure, type PlacedBox, type PlacedLine, partSize, textSize } from './figure.ts';

export type PdfOptions = {
  title: string;
  description: string;
  language: Locale;
  /** The moment that the file states. */
  at: string;
};

type Doc = InstanceType<typeof PDFDocument>;

const ink = '#1c2b33';
const accent = '#0b5a6f';
const margin = 36;
const titleHeight = 34;

export function figurePdf(figure: Figure, options: PdfOptions): Promise<Buffer> {
  const doc = newDocument(figure, options);
  const sink = new PassThrough();
  doc.pipe(sink);
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  whole.add(
    doc.struct('H1', {}, () => {
      doc.font('bold').fontSize(13).fillColor(ink);
      doc.text(options.title, margin, margin - 8, { width: doc.page.width - 2 * margin });
    }),
  );
  const drawing = doc.struct('Figure', { alt: `${options.title}. ${options.description}` });
  whole.add(drawing);
  const scale = scaleOf(doc, figure);
  drawing.add(() => {
    doc.save();
    placeFigure(doc, scale);
    drawShapes(doc, figure);
    doc.restore();
  });
  for (const heading of figure.headings)
    drawing.add(linesOf(doc, scale, heading.lines, { isBold: true, href: null }));
  for (const phase of figure.phases) drawing.add(phaseOf(doc, scale, phase));
  for (const box of figure.boxes) drawing.add(boxOf(doc, scale, box));
  drawing.end();
  whole.end();
  doc.end();
  return buffer(sink);
}

function newDocument(figure: Figure, { title, description, language, at }: PdfOptions): Doc {
  const isWide = figure.width > figure.height * 0.8;
  const doc = new PDFDocument({
    size: 'A4',
    layout: isWide ? 'landscape' : 'portrait',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: tags[language],
    info: {
      Title: title,
      Subject: description,
      Creator: 'Underlag',
      CreationDate: new Date(at),
      ModDate: new Date(at),
    },
  });
  doc.registerFont('regular', fontPath('regular'));
  doc.registerFont('bold', fontPath('bold'));
  return doc;
}

/** As large as the page lets it be, never larger than it was drawn. */
function scaleOf(doc: Doc, { width, height }: Figure): number {
  const [wide, tall] = [doc.page.width - 2 * margin, doc.page.height - 2 * margin - titleHeight];
  return Math.min(1, wide / width, tall / height);
}

function placeFigure(doc: Doc, scale: number): void {
  doc.translate(margin, margin + titleHeight).scale(scale);
}

function drawShapes(doc: Doc, figure: Figure): void {
  for (const { y, height } of figure.phases) doc.roundedRect(0, y, 28, height, 4).fill('#d9e8ec');
  for (const { x, y, width, height } of figure.headings)
    doc.roundedRect(x, y, width, height, 4).fill('#eef2f3');
  doc.lineWidth(1.25).strokeColor(ink).lineCap('round').lineJoin('round');
  for (const points of figure.arrows) drawArrow(doc, points);
  for (const { x, y, width, height, isPending } of figure.boxes) {
    doc.lineWidth(1);
    if (isPending) doc.dash(5, { space: 4 });
    doc.roundedRect(x, y, width, height, 4).fillAndStroke('#ffffff', ink);
    doc.undash();
  }
}

function drawArrow(doc: Doc, points: { x: number; y: number }[]): void {
  for (const [at, { x, y }] of points.entries()) at === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y);
  const [before, tip] = points.slice(-2);
  if (before && tip) {
    const [dx, dy] = [Math.sign(tip.x - before.x) * 6, Math.sign(tip.y - before.y) * 6];
    doc
      .moveTo(tip.x - dx - dy / 1.6, tip.y - dy - dx / 1.6)
      .lineTo(tip.x, tip.y)
      .lineTo(tip.x - dx + dy / 1.6, tip.y - dy + dx / 1.6);
  }
  doc.stroke();
}

function phaseOf(doc: Doc, scale: number, { text, y, height }: Figure['phases'][number]) {
  return doc.struct('P', {}, () => {
    doc.save();
    placeFigure(doc, scale);
    doc.font('bold').fontSize(partSize).fillColor(ink);
    doc.rotate(-90, { origin: [18, y + height / 2] });
    const half = doc.widthOfString(text) / 2;
    doc.text(text, 18 - half, y + height / 2 - partSize * 0.93, { lineBreak: false });
    doc.restore();
  });
}

/** A box is one element; each number in it is a paragraph that may be a link. */
function boxOf(doc: Doc, scale: number, { groups }: PlacedBox) {
  const box = doc.struct('Div');
  for (const { href, lines } of groups)
    box.add(linesOf(doc, scale, lines, { isBold: false, href }));
  box.end();
  return box;
}

type LineOptions = { isBold: boolean; href: string | null };

function linesOf(doc: Doc, scale: number, lines: PlacedLine[], { isBold, href }: LineOptions) {
  return doc.struct('P', {}, () => {
    doc.save();
    placeFigure(doc, scale);
    for (const { text, x, y, isPart } of lines) {
      const size = isPart ? partSize : textSize;
      doc
        .font(isBold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(href ? accent : ink);
      const options = { lineBreak: false, baseline: 'alphabetic' };
      doc.text(text, x, y, options as PDFKit.Mixins.TextOptions);
      if (!href) continue;
      const width = doc.widthOfString(text);
      doc.lineWidth(0.6).strokeColor(accent);
      doc
        .moveTo(x, y + 2)
        .lineTo(x + width, y + 2)
        .stroke();
      doc.link(x, y - size, width, size * 1.3, href);
    }
    doc.restore();
  });
}
