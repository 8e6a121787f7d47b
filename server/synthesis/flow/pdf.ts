/** The figure as a tagged PDF page: the same layout as the SVG, text that can be searched, numbers that are links. */
import {
  type Doc,
  type FigurePage,
  figurePage,
  ink,
  type PdfOptions,
} from '../../platform/figures/pdf-page.ts';
import { type Figure, type PlacedBox, type PlacedLine, partSize, textSize } from './figure.ts';

const accent = '#0b5a6f';

export function figurePdf(figure: Figure, options: PdfOptions): Promise<Buffer> {
  return figurePage(figure, options, (page) => {
    const { doc, drawing, placed } = page;
    drawing.add(() => placed(() => drawShapes(doc, figure)));
    for (const heading of figure.headings)
      drawing.add(linesOf(page, heading.lines, { isBold: true, href: null }));
    for (const phase of figure.phases) drawing.add(phaseOf(page, phase));
    for (const box of figure.boxes) drawing.add(boxOf(page, box));
  });
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

function phaseOf({ doc, placed }: FigurePage, { text, y, height }: Figure['phases'][number]) {
  const write = () => {
    doc.font('bold').fontSize(partSize).fillColor(ink);
    doc.rotate(-90, { origin: [18, y + height / 2] });
    const half = doc.widthOfString(text) / 2;
    doc.text(text, 18 - half, y + height / 2 - partSize * 0.93, { lineBreak: false });
  };
  return doc.struct('P', {}, () => placed(write));
}

/** A box is one element; each number in it is a paragraph that may be a link. */
function boxOf(page: FigurePage, { groups }: PlacedBox) {
  const box = page.doc.struct('Div');
  for (const { href, lines } of groups) box.add(linesOf(page, lines, { isBold: false, href }));
  box.end();
  return box;
}

type LineOptions = { isBold: boolean; href: string | null };

function linesOf({ doc, placed }: FigurePage, lines: PlacedLine[], { isBold, href }: LineOptions) {
  const write = ({ text, x, y, isPart }: PlacedLine) => {
    const size = isPart ? partSize : textSize;
    doc
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(href ? accent : ink);
    const options = { lineBreak: false, baseline: 'alphabetic' };
    doc.text(text, x, y, options as PDFKit.Mixins.TextOptions);
    if (!href) return;
    const width = doc.widthOfString(text);
    doc.lineWidth(0.6).strokeColor(accent);
    doc
      .moveTo(x, y + 2)
      .lineTo(x + width, y + 2)
      .stroke();
    doc.link(x, y - size, width, size * 1.3, href);
  };
  return doc.struct('P', {}, () =>
    placed(() => {
      for (const line of lines) write(line);
    }),
  );
}
