/** The tagged PDF page that a figure stands on: its heading, its place and scale, what is said below it. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Locale } from '../../../schema/columns.ts';
import { tags } from '../i18n.ts';
import { fontPath } from './fonts.ts';

export type PdfOptions = {
  title: string;
  description: string;
  language: Locale;
  /** The moment that the file states. */
  at: string;
  /** What the figure leaves out and why, below it. */
  notes?: string[];
};

export type Doc = InstanceType<typeof PDFDocument>;
type Size = { width: number; height: number };

export type FigurePage = {
  doc: Doc;
  /** What the figure's parts are added to, for those who hear it. */
  drawing: PDFKit.PDFStructureElement;
  /** Draws in the figure's own unit, at its place on the page. */
  placed: (draw: () => void) => void;
};

export const ink = '#1c2b33';
const margin = 36;
const titleHeight = 34;
const noteSize = 9;

export function figurePage(
  size: Size,
  options: PdfOptions,
  draw: (page: FigurePage) => void,
): Promise<Buffer> {
  const doc = newDocument(size, options);
  const sink = new PassThrough();
  doc.pipe(sink);
  const width = doc.page.width - 2 * margin;
  const notes = options.notes ?? [];
  const notesHeight = heightOf(doc, notes, width);
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  whole.add(
    doc.struct('H1', {}, () => {
      doc.font('bold').fontSize(13).fillColor(ink);
      doc.text(options.title, margin, margin - 8, { width });
    }),
  );
  const drawing = doc.struct('Figure', { alt: `${options.title}. ${options.description}` });
  whole.add(drawing);
  const scale = fitting(size, doc.page, notesHeight);
  const placed = (inside: () => void) => {
    doc.save();
    doc.translate(margin, margin + titleHeight).scale(scale);
    inside();
    doc.restore();
  };
  draw({ doc, drawing, placed });
  drawing.end();
  let y = margin + titleHeight + size.height * scale + noteSize;
  for (const note of notes) {
    const top = y;
    whole.add(
      doc.struct('P', {}, () => {
        doc.font('regular').fontSize(noteSize).fillColor(ink);
        doc.text(note, margin, top, { width });
      }),
    );
    y += doc.font('regular').fontSize(noteSize).heightOfString(note, { width });
  }
  whole.end();
  doc.end();
  return buffer(sink);
}

function newDocument(size: Size, { title, description, language, at }: PdfOptions): Doc {
  const doc = new PDFDocument({
    size: 'A4',
    layout: isLargerWide(size) ? 'landscape' : 'portrait',
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

const [short, long] = [595.28, 841.89];

/** Lies on its side where that shows the figure larger. */
function isLargerWide(size: Size): boolean {
  const upright = fitting(size, { width: short, height: long });
  return fitting(size, { width: long, height: short }) > upright;
}

/** As large as the page lets it be, never larger than it was drawn. */
function fitting({ width, height }: Size, page: Size, below = 0): number {
  const tall = page.height - 2 * margin - titleHeight - below;
  return Math.min(1, (page.width - 2 * margin) / width, tall / height);
}

function heightOf(doc: Doc, notes: string[], width: number): number {
  doc.font('regular').fontSize(noteSize);
  const heights = notes.map((note) => doc.heightOfString(note, { width }));
  return heights.reduce((sum, height) => sum + height, notes.length > 0 ? noteSize : 0);
}
