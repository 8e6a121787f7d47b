/** A summary table as a file in any of its formats. */
import type { SummaryTable } from '../synthesis/tables/table.ts';
import { plainCsv, spreadsheetCsv, writeCsv } from './csv.ts';
import { writeDocx } from './docx.ts';
import { type FileContext, writeXlsx } from './xlsx.ts';

export const tableFormats = ['csv', 'xlsx', 'docx'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const mediaTypes: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** @param forSpreadsheet CSV with the byte order mark and the semicolons that Nordic spreadsheets expect. */
export async function tableFile(
  table: SummaryTable,
  format: TableFormat,
  context: FileContext & { forSpreadsheet?: boolean },
): Promise<Buffer> {
  if (format === 'xlsx') return writeXlsx(table, context);
  if (format === 'docx') return writeDocx(table, context);
  return Buffer.from(writeCsv(table, context.forSpreadsheet ? spreadsheetCsv : plainCsv));
}
