/** Tables: CSV, TSV and their relatives, whatever the columns are called. */
import type { Piece } from '../../reference.ts';
import type { ColumnMapping, Format } from '../format.ts';
import { aside, type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import { type CsvField, columnsOf, guessColumns, uniqueHeadings } from './csv-columns.ts';
import { rowPieces } from './csv-record.ts';
import {
  cellsOf,
  type Delimiter,
  declaredDelimiter,
  rowCollector,
  sniffDelimiter,
} from './csv-rows.ts';
import { writeCsv } from './csv-write.ts';

export const csv: Format = {
  id: 'csv',
  label: 'CSV / TSV',
  extensions: ['csv', 'tsv', 'txt'],
  mediaType: 'text/csv',
  detect: detectCsv,
  read: (chunks, { columns } = {}) => readLines(chunks, csvReader(columns)),
  write: writeCsv,
};

// Some exports put a title and a date of their own above the headings.
const linesBeforeHeader = 10;
const rejectedLinesMax = 1000;

export type Header = {
  delimiter: Delimiter;
  columns: string[];
  /** What each column would be read as, for a person to confirm or change. */
  guesses: Record<string, CsvField | null>;
};

/** The heading row in the start of a file; undefined when no row has a title column. */
export function findHeader(head: string): { header: Header; line: number } | undefined {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .slice(0, linesBeforeHeader);
  let declared: Delimiter | undefined;
  for (const [index, line] of lines.entries()) {
    declared ??= declaredDelimiter(line);
    const header = headerOf(line, declared);
    if (Object.values(header.guesses).includes('title')) return { header, line: index };
  }
  return undefined;
}

/**
 * Whether a row can be the headings: a column of titles, or nothing but columns that a mapping
 * names. A mapping of numbers (`#1`) says that there are no headings.
 */
export function isHeader(
  { columns, guesses }: Pick<Header, 'columns' | 'guesses'>,
  mapping: ColumnMapping,
): boolean {
  const fieldOf = (column: string) => (column in mapping ? mapping[column] : guesses[column]);
  return (
    columns.some((column) => fieldOf(column) === 'title') ||
    (columns.some((column) => column in mapping) &&
      columns.every((column) => column in mapping || /^#\d+$/.test(column)))
  );
}

/** The columns that a mapping counts instead of naming them, when it does. */
export function numberedColumns(mapping: ColumnMapping): string[] | undefined {
  const numbers = Object.keys(mapping).map((key) => Number(/^#(\d+)$/.exec(key)?.[1]));
  if (numbers.length === 0 || !numbers.every((number) => number > 0)) return undefined;
  return Array.from({ length: Math.max(...numbers) }, (_, index) => `#${index + 1}`);
}

export function headerOf(line: string, declared: Delimiter | undefined): Header {
  const delimiter = declared ?? sniffDelimiter(line);
  const columns = uniqueHeadings(cellsOf(line, delimiter).cells);
  return { delimiter, columns, guesses: guessColumns(columns) };
}

function detectCsv(head: string): number {
  const header = findHeader(head)?.header;
  if (!header) return isEven(head) ? 0.5 : 0;
  const known = Object.values(header.guesses).filter((field) => field !== null).length;
  return header.columns.length < 2 ? 0.3 : Math.min(0.9, 0.4 + 0.15 * known);
}

/** Rows of one length, whatever their headings say: a person tells what the columns hold. */
function isEven(head: string): boolean {
  // The last line of the beginning of a file may be cut off.
  const lines = head.split(/\r\n?|\n/).slice(0, -1);
  const rows = lines.filter((line) => line.trim() !== '').slice(0, evenRows);
  return delimitersOfTables.some(([delimiter, columnsMin]) => {
    const counts = rows.map((row) => cellsOf(row, delimiter).cells.length);
    const [first = 0] = counts;
    return rows.length > 2 && first >= columnsMin && counts.every((count) => count === first);
  });
}

const evenRows = 10;
/** Commas stand in sentences too: two a line are no coincidence, one may be. */
const delimitersOfTables = [
  ['\t', 2],
  [';', 2],
  [',', 3],
] as const;

function csvReader(mapping: ColumnMapping = {}): LineReader {
  let before: Line[] = [];
  let declared: Delimiter | undefined;
  let rows: ReturnType<typeof rowReader> | undefined;
  const counted = numberedColumns(mapping);

  const search = (line: Line): Piece[] => {
    declared ??= declaredDelimiter(line.text);
    const header = headerOf(line.text, declared);
    if (isHeader(header, mapping)) {
      rows = rowReader(header, mapping);
      const above = [...before, line];
      before = [];
      return [aside(above)];
    }
    before.push(line);
    return before.length >= rejectedLinesMax ? giveUp() : [];
  };
  const giveUp = (): Piece[] => {
    const lines = before;
    before = [];
    const blank = lines.every((line) => line.text.trim() === '');
    return blank ? [] : [rejected(lines, problem('NO_HEADER'))];
  };
  let searched = 0;
  return {
    push(line) {
      if (!rows && counted && line.text.trim() !== '') {
        const { delimiter } = headerOf(line.text, declared);
        rows = rowReader({ delimiter, columns: counted }, mapping);
      }
      if (rows) return rows.push(line);
      searched += line.text.trim() === '' ? 0 : 1;
      if (searched <= linesBeforeHeader) return search(line);
      before.push(line);
      return before.length >= rejectedLinesMax ? giveUp() : [];
    },
    end: () => (rows ? rows.end() : giveUp()),
  };
}

function rowReader(
  { delimiter, columns }: Pick<Header, 'delimiter' | 'columns'>,
  mapping: ColumnMapping,
): LineReader {
  const columnsFor = columnsOf(columns, mapping);
  let collector = rowCollector(delimiter, columns.length);
  const read = (line: Line): Piece[] => {
    const row = collector.add(line);
    if (!row) return [];
    return row.unclosed ? recover(row.lines) : rowPieces(row, columns, columnsFor);
  };
  /** Only the line with the open quotation mark is lost; what it swallowed is read again. */
  const recover = (lines: Line[]): Piece[] => {
    collector = rowCollector(delimiter, columns.length);
    const [first, ...rest] = lines;
    const lost = first ? [rejected([first], problem('UNCLOSED_QUOTE'))] : [];
    return [...lost, ...rest.flatMap(read)];
  };
  return {
    push: read,
    end() {
      const pieces: Piece[] = [];
      for (let open = collector.end(); open.length > 0; open = collector.end()) {
        pieces.push(...recover(open));
      }
      return pieces;
    },
  };
}
