/** Tables as Word documents: heading, caption, a table whose header repeats, what is counted, sources, the day. */
import { Footer, HeadingLevel, Paragraph } from 'docx';
import { translate } from '../../platform/i18n.ts';
import { footerLine, wordFile } from '../word/file.ts';
import { gridOf } from '../word/grid.ts';
import { pageFor, textWidth } from '../word/paper.ts';
import { run } from '../word/runs.ts';
import type { FileContext, Grid } from './grid.ts';
import { fitted, uprightColumnsMax } from './print-layout.ts';
import { statedDate } from './stated-date.ts';

/** @param review the title of the review that the table is of. */
export function writeDocx(given: Grid & { review: string }, context: FileContext): Promise<Buffer> {
  const { locale } = context;
  const table = fitted(given, textWidth(true));
  const isWide = table.columns.length > uprightColumnsMax;
  const section = {
    properties: { page: pageFor(isWide) },
    footers: { default: new Footer({ children: [footerLine(table.title, context)] }) },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(given.review)] }),
      new Paragraph({ style: 'Caption', keepNext: true, children: [run(table.title)] }),
      gridOf(table, context, isWide),
      ...notesUnder(table, context).map(noteLine),
      ...(table.below ? tableBelow(table.below, context, isWide) : []),
      noteLine(statedDate(locale, context.at)),
    ],
  };
  const { title, caption } = table;
  return wordFile({ title, description: caption, sections: [section] }, context);
}

const tableBelow = (table: Grid, context: FileContext, isWide: boolean) => [
  new Paragraph({ style: 'Caption', keepNext: true, children: [run(table.title)] }),
  gridOf(table, context, isWide),
  ...notesUnder(table, context).map(noteLine),
];

/** What is counted, and where it comes from. */
export function notesUnder(table: Grid, { locale }: FileContext): string[] {
  const count = table.sources.length;
  const sources = `${translate(locale, 'tables.sources', { count })}: ${table.sources.join('; ')}`;
  return [table.note, count > 0 ? sources : ''].filter((text) => text !== '');
}

export const noteLine = (text: string) =>
  new Paragraph({ style: 'TableNote', children: [run(text)] });
