/** A finished Word document as bytes that follow from its content and its stated moment alone. */
import {
  AlignmentType,
  Document,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { tags, translate } from '../../platform/i18n.ts';
import { legalText } from '../tables/cell-text.ts';
import type { FileContext } from '../tables/grid.ts';
import { type Parts, readParts, writeParts } from '../zip.ts';
import { stylesFor } from './styles.ts';

export type WordFile = {
  title: string;
  description: string;
  sections: readonly ISectionOptions[];
  /** Half points; a text to be read is set larger than a table that stands alone. */
  textSize?: 20 | 22;
  /** Pages in the table of contents and in references to pages; costs a layout. */
  hasPageNumbers?: boolean;
};

export async function wordFile(file: WordFile, context: FileContext): Promise<Buffer> {
  return writeParts(await wordParts(file, context), context.at);
}

/** The parts of the package, for those who go on with them. */
export async function wordParts(file: WordFile, context: FileContext): Promise<Parts> {
  const document = new Document({
    title: legalText(file.title),
    description: legalText(file.description),
    creator: 'Underlag',
    styles: stylesFor(context.locale, file.textSize),
    sections: file.sections,
    ...(file.hasPageNumbers ? { pageNumbers: estimatePageNumbers } : {}),
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(file, context) };
  const parts = await readParts(await Packer.toBuffer(document, undefined, [core]));
  return steadyIds(parts);
}

/**
 * The library draws names by chance where one part names another, and counts bookmarks from one document to the next:
 * each gets the number of its first appearance.
 */
function steadyIds(parts: Parts): Parts {
  const relations = numbered('u');
  const places = numbered('_Toc');
  const bookmarks = numbered('');
  const pictures = numbered('');
  const texts = [...parts].map(([name, bytes]) => {
    if (!/\.(xml|rels)$/.test(name)) return [name, bytes] as const;
    const text = bytes.toString('utf8');
    const even = text
      .replaceAll(/(?<=\s(?:Id|r:id|r:embed|r:link)=")(?!rId\d+")[^"]+(?=")/g, relations)
      .replaceAll(/\b_Toc\d+\b/g, places)
      .replaceAll(/(?<=<w:bookmark(?:Start|End)\b[^>]*\bw:id=")\d+(?=")/g, bookmarks)
      .replaceAll(/(?<=<wp:docPr\b[^>]*?\bid=")\d+(?=")/g, pictures);
    return [name, even === text ? bytes : Buffer.from(even)] as const;
  });
  return new Map(texts);
}

function numbered(prefix: string): (name: string) => string {
  const numbers = new Map<string, string>();
  return (name) => {
    const number = numbers.get(name) ?? `${prefix}${numbers.size + 1}`;
    numbers.set(name, number);
    return number;
  };
}

/** "Page 2 of 5" in the word order of each language. */
export function footerLine(title: string, { locale }: FileContext): Paragraph {
  // Letters of no language stand for the two fields until the words are in order.
  const [page, pages] = ['\ue000', '\ue001'];
  const words = translate(locale, 'tables.page_of', { page, pages });
  const children = words.split(/([\ue000\ue001])/).map((part) => {
    if (part === page) return new TextRun({ children: [PageNumber.CURRENT], size: 16 });
    if (part === pages) return new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 16 });
    return new TextRun({ text: part, size: 16 });
  });
  const name = new TextRun({ text: `${legalText(title)}  ·  `, size: 16 });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [name, ...children] });
}

/** The library writes the moment of writing here; the document's own moment belongs here. */
function coreProperties(file: WordFile, { at, locale }: FileContext): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(file.title)}</dc:title><dc:description>${xml(file.description)}</dc:description>`,
    `<dc:creator>Underlag</dc:creator><dc:language>${tags[locale]}</dc:language>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('');
}

const xml = (text: string) =>
  legalText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
