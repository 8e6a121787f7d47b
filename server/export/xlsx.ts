/** Tables as Excel workbooks: numbers are numbers, the header stays in sight, a second sheet says what it is. */
import writeXlsxFile, { type Cell as ExcelCell, type Row } from 'write-excel-file/node';
import type { Locale } from '../../schema/columns.ts';
import { translate } from '../platform/i18n.ts';
import type { Cell, Column, SummaryTable } from '../synthesis/tables/table.ts';
import { cellText, legalText } from './cell-text.ts';
import { statedDate } from './stated-date.ts';
import { withFixedTimes } from './zip-times.ts';

export type FileContext = {
  locale: Locale;
  /** When the table was made, ISO 8601; everything else in the file follows from the rows. */
  at: string;
};

export async function writeXlsx(table: SummaryTable, context: FileContext): Promise<Buffer> {
  const header: Row = table.columns.map((column) => ({
    value: legalText(column.label),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    bottomBorderStyle: 'thin',
  }));
  const totals = table.totals ? [table.totals.cells] : [];
  const rows = [...table.cells, ...totals].map(
    (cells): Row => table.columns.map((column, at) => excelCell(cells[at], column)),
  );
  const about = aboutRows(table, context);
  const bytes = await writeXlsxFile([
    {
      data: [header, ...rows],
      sheet: sheetName(table.title),
      columns: table.columns.map((column, at) => ({ width: widthOf(table, column, at) })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    {
      data: about,
      sheet: sheetName(translate(context.locale, 'tables.note')),
      columns: [{ width: 100 }],
    },
  ]).toBuffer();
  return withFixedTimes(bytes, context.at);
}

function excelCell(cell: Cell | undefined, column: Column): ExcelCell {
  if (!cell || cell.items.length === 0) return null;
  if (cell.number !== null) return { value: cell.number, type: Number, alignVertical: 'top' };
  return { value: cellText(cell, column), type: String, wrap: true, alignVertical: 'top' };
}

function aboutRows(table: SummaryTable, { locale, at }: FileContext): Row[] {
  const lines = [table.caption, statedDate(locale, at), table.note, ...table.sources];
  return lines.map((line, index) => [
    {
      value: legalText(line),
      type: String,
      wrap: true,
      ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
    },
  ]);
}

/** In characters: wide enough for most cells, never wider than can be read. */
function widthOf(table: SummaryTable, column: Column, at: number): number {
  if (column.kind === 'number') return Math.min(18, Math.max(8, column.label.length + 2));
  const lengths = table.cells.map((cells) => {
    const cell = cells[at];
    return cell
      ? Math.max(
          0,
          ...cellText(cell, column)
            .split('\n')
            .map((line) => line.length),
        )
      : 0;
  });
  return Math.min(60, Math.max(12, column.label.length + 2, ...lengths));
}

/** Excel refuses some characters, and names of more than 31. */
function sheetName(title: string): string {
  return title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31);
}
