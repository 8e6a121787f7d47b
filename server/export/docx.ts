/** Tables as Word documents: heading, caption, a table whose header repeats, what is counted, sources, the day. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Locale } from '../../schema/columns.ts';
import { tags, translate } from '../platform/i18n.ts';
import type { Cell, Column, Item, SummaryTable } from '../synthesis/tables/table.ts';
import { cellText, legalText } from './cell-text.ts';
import { columnWidths, fitted } from './print-layout.ts';
import { statedDate } from './stated-date.ts';
import type { FileContext } from './xlsx.ts';
import { withFixedTimes } from './zip-times.ts';

/** A4, and margins of two centimetres, in twentieths of a point. */
const paper = { width: 11_906, height: 16_838, margin: 1134 };
/** A table with more columns than this is turned on its side. */
const portraitColumnsMax = 4;

export async function writeDocx(given: SummaryTable, context: FileContext): Promise<Buffer> {
  const { locale, at } = context;
  const table = fitted(given, paper.height - 2 * paper.margin);
  const isWide = table.columns.length > portraitColumnsMax;
  const document = new Document({
    title: table.title,
    description: table.caption,
    creator: 'Underlag',
    styles: stylesFor(locale),
    sections: [
      {
        properties: { page: pageFor(isWide) },
        footers: { default: new Footer({ children: [footerLine(table, context)] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(table.review)] }),
          new Paragraph({ style: 'Caption', keepNext: true, children: [run(table.title)] }),
          gridOf(table, locale, isWide),
          ...notesOf(table, context),
        ],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(table, context) };
  return withFixedTimes(await Packer.toBuffer(document, undefined, [core]), at);
}

function stylesFor(locale: Locale) {
  const language = { value: tags[locale] };
  const font = 'Calibri';
  return {
    default: {
      document: { run: { font, size: 20, language }, paragraph: { spacing: { after: 80 } } },
      heading1: {
        run: { font, size: 30, bold: true, color: '1C2B33' },
        paragraph: { spacing: { after: 120 } },
      },
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { bold: true, size: 20, color: '1C2B33' },
        paragraph: { spacing: { after: 100 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 18 },
        paragraph: { spacing: { after: 20 } },
      },
      {
        id: 'TableNote',
        name: 'Table Note',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 17 },
        paragraph: { spacing: { before: 80, after: 40 } },
      },
    ],
  };
}

function pageFor(isWide: boolean) {
  const { width, height, margin } = paper;
  return {
    size: {
      width,
      height,
      orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  };
}

function gridOf(table: SummaryTable, locale: Locale, isWide: boolean): Table {
  const available = (isWide ? paper.height : paper.width) - 2 * paper.margin;
  const widths = columnWidths(table, available);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, at) =>
      gridCell(widths[at] ?? 0, column, [[run(column.label, { isBold: true })]], 'E6EEF0'),
    ),
  });
  const line = (cells: Cell[], isTotal: boolean) =>
    new TableRow({
      cantSplit: true,
      children: table.columns.map((column, at) => {
        // A name in the first column stands out; a whole sentence in bold would only be heavy.
        const isBold = isTotal || (at === 0 && table.headerAt === 0);
        const shown = linesOf(cells[at], column, locale, isBold);
        return gridCell(widths[at] ?? 0, column, shown);
      }),
    });
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '9AA8AE' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: available, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: rule,
      insideVertical: none,
    },
    rows: [
      header,
      ...table.cells.map((cells) => line(cells, false)),
      ...(table.totals ? [line(table.totals.cells, true)] : []),
    ],
  });
}

function gridCell(width: number, column: Column, lines: ParagraphChild[][], fill?: string) {
  const alignment = column.kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlign.TOP,
    ...(fill ? { shading: { fill } } : {}),
    // A cell must hold a paragraph, or Word calls the file broken.
    children: (lines.length > 0 ? lines : [[]]).map(
      (children) => new Paragraph({ style: 'TableText', alignment, children }),
    ),
  });
}

/** Names in a list stand in one paragraph; points of a text stand one below the other. */
function linesOf(cell: Cell | undefined, column: Column, locale: Locale, isBold: boolean) {
  if (!cell || cell.items.length === 0) return [];
  if (cell.number !== null) {
    const isYear = column.key === 'year';
    const text = isYear
      ? String(cell.number)
      : new Intl.NumberFormat(tags[locale]).format(cell.number);
    return [[run(text, { isBold })]];
  }
  if (column.kind === 'list') return [[run(cellText(cell, column), { isBold })]];
  return cell.items.map((item: Item) => [run(item.text, { isBold, language: item.language })]);
}

type RunOptions = { isBold?: boolean; language?: Locale | null };

function run(text: string, { isBold = false, language = null }: RunOptions = {}): TextRun {
  return new TextRun({
    text: legalText(text),
    ...(isBold ? { bold: true } : {}),
    ...(language ? { language: { value: tags[language] } } : {}),
  });
}

function notesOf(table: SummaryTable, { locale, at }: FileContext): Paragraph[] {
  const sources =
    table.sources.length > 0
      ? [`${translate(locale, 'tables.sources')}: ${table.sources.join('; ')}`]
      : [];
  return [table.note, ...sources, statedDate(locale, at)].map(
    (text) => new Paragraph({ style: 'TableNote', children: [run(text)] }),
  );
}

/** "Page 2 of 5" in the word order of each language. */
function footerLine(table: SummaryTable, { locale }: FileContext): Paragraph {
  // Letters of no language stand for the two fields until the words are in order.
  const [page, pages] = ['\ue000', '\ue001'];
  const words = translate(locale, 'tables.page_of', { page, pages });
  const children = words.split(/([\ue000\ue001])/).map((part) => {
    if (part === page) return new TextRun({ children: [PageNumber.CURRENT], size: 16 });
    if (part === pages) return new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 16 });
    return new TextRun({ text: part, size: 16 });
  });
  const name = new TextRun({ text: `${legalText(table.title)}  ·  `, size: 16 });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [name, ...children] });
}

/** The library writes the moment of writing here; the table's own moment belongs here. */
function coreProperties(table: SummaryTable, { at, locale }: FileContext): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(table.title)}</dc:title><dc:description>${xml(table.caption)}</dc:description>`,
    `<dc:creator>Underlag</dc:creator><dc:language>${tags[locale]}</dc:language>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('');
}

const xml = (text: string) =>
  legalText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
