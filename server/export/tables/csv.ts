/** Tables as CSV: for programs, or with the mark and the semicolons that Nordic spreadsheets expect. */
import { stringify } from 'csv-stringify/sync';
import { cellText } from './cell-text.ts';
import type { Grid } from './grid.ts';

export type CsvOptions = { separator: ',' | ';'; hasByteOrderMark: boolean };

export const plainCsv: CsvOptions = { separator: ',', hasByteOrderMark: false };
export const spreadsheetCsv: CsvOptions = { separator: ';', hasByteOrderMark: true };

export function writeCsv(table: Grid, options: CsvOptions = plainCsv): string {
  const header = table.columns.map((column) => harmless(column.label));
  const lines = table.cells.map((cells) =>
    table.columns.map((column, at) => {
      const cell = cells[at] ?? { items: [], number: null };
      return cell.number === null ? harmless(cellText(cell, column)) : String(cell.number);
    }),
  );
  return stringify([header, ...lines], {
    delimiter: options.separator,
    bom: options.hasByteOrderMark,
    record_delimiter: '\r\n',
  });
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
