/** Excel's workbooks as tables: every sheet that holds rows, one after the other, each row a line. */
import { readFile } from 'node:fs/promises';
import type { ColumnMapping } from '../formats/format.ts';
import { aside, type Line, problem, rejected } from '../formats/lines.ts';
import { isHeader, numberedColumns } from '../formats/tables/csv.ts';
import { columnsOf, guessColumns, uniqueHeadings } from '../formats/tables/csv-columns.ts';
import { rowPieces } from '../formats/tables/csv-record.ts';
import type { Piece } from '../reference.ts';
import { filesInZip, namesInZip, PackedFileError, type ZipLimits, zipLimits } from './zip.ts';

/** A workbook is held in memory, so less of it is taken than of text that streams. */
const workbookLimits: ZipLimits = {
  ...zipLimits,
  filesMax: 2000,
  bytesMax: 256 * 1024 ** 2,
};
const rowsBeforeHeader = 10;
const settledRowsMax = 1000;

/** What a ZIP is a file of, by what is in it; undefined for one that only packs files. */
export async function kindOfZip(path: string): Promise<'workbook' | 'document' | undefined> {
  const names = (await namesInZip(path)) ?? [];
  if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return 'workbook';
  const parts =
    /^(?:word\/document\.xml|ppt\/presentation\.xml|xl\/workbook\.bin|META-INF\/(?:manifest|container)\.xml)$/i;
  return names.some((name) => parts.test(name)) ? 'document' : undefined;
}

/** The cells of one sheet, as text. */
export type Rows = readonly (readonly string[])[];

/** The sheets that have any cells. @throws PackedFileError */
export async function sheetsOfWorkbook(
  path: string,
  limits: ZipLimits = workbookLimits,
): Promise<Rows[]> {
  // The reader would unpack whatever it is given: look at it first.
  for await (const { chunks } of filesInZip(path, limits)) await exhaust(chunks);
  try {
    // Loaded when needed: it is larger than everything else that reads files.
    const { default: readWorkbook } = await import('read-excel-file/node');
    const sheets = await readWorkbook<string>(await readFile(path), {
      trim: false,
      parseNumber: numberText,
    });
    return sheets
      .map(({ data }) => data.map((row) => row.map(cellText)))
      .filter((rows) => rows.some(hasText));
  } catch {
    throw new PackedFileError('TABLE_UNREADABLE');
  }
}

const hasText = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');

/** The sheet that a person is shown and says the columns of: the first with headings, or the first. */
export function mainSheet(sheets: readonly Rows[]): Rows {
  return sheets.find((rows) => headerRow(rows) !== undefined) ?? sheets[0] ?? [];
}

/**
 * All sheets to records; the lines of one are counted on from those of the sheet before. What was said of the columns
 * holds for the main sheet and for those with the same headings.
 */
export function* piecesOfSheets(
  sheets: readonly Rows[],
  mapping: ColumnMapping = {},
): Generator<Piece> {
  const main = mainSheet(sheets);
  const said = Object.keys(mapping).filter((heading) => mapping[heading]);
  let from = 1;
  for (const rows of sheets.length > 0 ? sheets : [[]]) {
    const isAlike = rows.some((row) => said.every((heading) => row.includes(heading)));
    yield* piecesOfRows(rows, rows === main || isAlike ? mapping : {}, from);
    from += rows.length;
  }
}

async function exhaust(chunks: AsyncIterable<unknown>): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  while (!(await iterator.next()).done);
}

/** Rows to records under a mapping, with everything accounted for by row number. */
function* piecesOfRows(rows: Rows, mapping: ColumnMapping, firstLine: number): Generator<Piece> {
  const lineOf = (index: number): Line => ({
    number: firstLine + index,
    text: (rows[index] ?? []).join('\t').replace(/\t+$/, ''),
  });
  const at = headerRow(rows, mapping);
  if (at === undefined) {
    if (!rows.some(hasText)) yield rejected([{ number: 1, text: '' }], problem('EMPTY_FILE'));
    else
      for (let from = 0; from < rows.length; from += settledRowsMax) {
        const part = rows
          .slice(from, from + settledRowsMax)
          .map((_, index) => lineOf(from + index));
        if (part.some(({ text }) => text.trim() !== '')) yield rejected(part, problem('NO_HEADER'));
      }
    return;
  }
  const columns = numberedColumns(mapping) ?? uniqueHeadings(rows[at] ?? []);
  const columnsFor = columnsOf(columns, mapping);
  if (at >= 0) yield aside(Array.from({ length: at + 1 }, (_, index) => lineOf(index)));
  for (let index = at + 1; index < rows.length; index += 1) {
    const line = lineOf(index);
    if (line.text.trim() === '') continue;
    yield* rowPieces({ cells: rows[index] ?? [], lines: [line] }, columns, columnsFor);
  }
}

/** Where the headings stand; -1 when a mapping says that there are none. */
export function headerRow(rows: Rows, mapping: ColumnMapping = {}): number | undefined {
  if (numberedColumns(mapping)) return -1;
  const found = rows.slice(0, rowsBeforeHeader).findIndex((cells) => {
    const columns = uniqueHeadings(cells);
    return isHeader({ columns, guesses: guessColumns(columns) }, mapping);
  });
  return found < 0 ? undefined : found;
}

/** As written: an identifier of twelve digits must not come back as 1.23E+11. */
function numberText(written: string): string {
  if (!/e/i.test(written)) return written;
  const value = Number(written);
  return Number.isSafeInteger(value) ? String(value) : written;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(cell).replace(/\r\n?/g, '\n');
}
