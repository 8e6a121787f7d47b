/** The first rows of a table, for a person who says what its columns mean before it is read. */

import iconv from 'iconv-lite';
import { detectEncoding } from '../decode.ts';
import { findHeader, type Header, headerOf, numberedColumns } from '../formats/tables/csv.ts';
import {
  type CsvField,
  csvFields,
  guessColumns,
  uniqueHeadings,
} from '../formats/tables/csv-columns.ts';
import { cellsOf, rowCollector } from '../formats/tables/csv-rows.ts';
import { headerRow, mainSheet, sheetsOfWorkbook } from './xlsx.ts';

export type TableHead = {
  /** Headings as written, made unique; `#1`, `#2` ... where there are none. */
  columns: string[];
  /** The first rows below them. */
  rows: string[][];
  /** A guess for every column; give it back, changed or not, as `columns` of the read options. */
  mapping: Record<string, CsvField | null>;
  /** What a column can be mapped to. */
  fields: readonly CsvField[];
};

const sampleRowsMax = 20;

/** From the first bytes of a text table; 64 kB are plenty. `encoding` when a person has said it. */
export function readTableHead(bytes: Uint8Array, encoding = detectEncoding(bytes)): TableHead {
  const text = iconv.decode(Buffer.from(bytes), encoding).replace(/^\ufeff/, '');
  const lines = text.split(/\r\n|\n|\r/);
  const found = findHeader(text);
  const first = lines.findIndex((line) => line.trim() !== '');
  const header: Header = found?.header ?? headerOf(lines[first] ?? '', undefined);
  const collector = rowCollector(header.delimiter, header.columns.length);
  const rows: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= (found?.line ?? first) || rows.length >= sampleRowsMax) continue;
    const row = collector.add({ number: index + 1, text: line });
    if (row?.cells.some((cell) => cell.trim() !== '')) rows.push(row.cells);
  }
  // The last row of the sample is likely cut off.
  if (rows.length > 1 && rows.length < sampleRowsMax && bytes.length >= 4096) rows.pop();
  const cells = cellsOf(lines[first] ?? '', header.delimiter).cells;
  return found ? headOf(header.columns, rows) : withoutKnownHeadings(cells, rows);
}

/** The same for a workbook. @throws PackedFileError */
export async function readWorkbookHead(path: string): Promise<TableHead> {
  const rows = mainSheet(await sheetsOfWorkbook(path));
  const at = headerRow(rows);
  const sample = (from: number) => rows.slice(from, from + sampleRowsMax).map((row) => [...row]);
  if (at !== undefined) return headOf(uniqueHeadings(rows[at] ?? []), sample(at + 1));
  return withoutKnownHeadings([...(rows[0] ?? [])], sample(1));
}

function headOf(columns: string[], rows: string[][]): TableHead {
  return { columns, rows, mapping: guessColumns(columns, rows), fields: csvFields };
}

/** Headings nobody knows, or none: a first row with a year, a DOI or a sentence in it is data. */
function withoutKnownHeadings(first: string[], rows: string[][]): TableHead {
  const isData = first.some(
    (cell) => /\b(?:19|20)\d{2}\b|10\.\d{4,}\//.test(cell) || cell.length > 60,
  );
  if (!isData) return headOf(uniqueHeadings(first), rows);
  const columns = Object.fromEntries(first.map((_, index) => [`#${index + 1}`, null]));
  return headOf(numberedColumns(columns) ?? [], [first, ...rows].slice(0, sampleRowsMax));
}
