/** Any table or list as a file in any of the formats; each has a writer of its own. */
import { gridFormats } from '../../platform/file-formats.ts';
import { plainCsv, spreadsheetCsv, writeCsv } from './csv.ts';
import { writeDocx } from './docx.ts';
import type { FileContext } from './grid.ts';
import { writeHtml } from './html.ts';
import { writeLatex } from './latex.ts';
import { writeMarkdown } from './markdown.ts';
import type { NamedGrid } from './named-grid.ts';
import { writeXlsx } from './xlsx.ts';

export const tableFormats = gridFormats;
export type TableFormat = (typeof tableFormats)[number];

export const mediaTypes: Record<TableFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  tex: 'application/x-tex; charset=utf-8',
};

export type TableFileContext = FileContext & {
  /** CSV with the byte order mark and the semicolons that Nordic spreadsheets expect. */
  forSpreadsheet?: boolean;
};

const writers: Record<
  TableFormat,
  (table: NamedGrid, context: TableFileContext) => Promise<Buffer> | string
> = {
  docx: writeDocx,
  xlsx: writeXlsx,
  csv: (table, { forSpreadsheet }) => writeCsv(table, forSpreadsheet ? spreadsheetCsv : plainCsv),
  html: writeHtml,
  md: writeMarkdown,
  tex: writeLatex,
};

export async function tableFile(
  table: NamedGrid,
  format: TableFormat,
  context: TableFileContext,
): Promise<Buffer> {
  const written = await writers[format](table, context);
  return typeof written === 'string' ? Buffer.from(written) : written;
}
