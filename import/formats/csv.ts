/** Tables: CSV, TSV and their relatives, whatever the columns are called. */
import { stringify } from 'csv-stringify/sync';
import { cutOthers, printName } from '../normalize/names.ts';
import { joinPages } from '../normalize/pages.ts';
import { plainText } from '../normalize/text.ts';
import { dateBeyondYear, yearOf } from '../normalize/years.ts';
import type { Name, Piece, Reference } from '../reference.ts';
import {
  type CsvField,
  columnsOf,
  csvFields,
  guessColumns,
  uniqueHeadings,
} from './csv-columns.ts';
import {
  cellsOf,
  type Delimiter,
  declaredDelimiter,
  type Row,
  rowCollector,
  sniffDelimiter,
} from './csv-rows.ts';
import { splitPeople, typeOfWord } from './csv-values.ts';
import * as fields from './fields.ts';
import type { ColumnMapping, Format, WritableReference } from './format.ts';
import { aside, type Line, type LineReader, problem, readLines, rejected, span } from './lines.ts';

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

// What a spreadsheet takes for the start of a formula, also behind the apostrophes of earlier
// exports.
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const defused = /^'(?='*[=+\-@\t\r＝＋－＠])/;

export type Header = {
  delimiter: Delimiter;
  columns: string[];
  /** What each column would be read as, for a person to confirm or change. */
  guesses: Record<string, CsvField | null>;
};

/** The heading row in the start of a file; undefined when no row has a title column. */
export function findHeader(head: string): Header | undefined {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .slice(0, linesBeforeHeader);
  let declared: Delimiter | undefined;
  for (const line of lines) {
    declared ??= declaredDelimiter(line);
    const header = headerOf(line, declared);
    if (Object.values(header.guesses).includes('title')) return header;
  }
  return undefined;
}

function headerOf(line: string, declared: Delimiter | undefined): Header {
  const delimiter = declared ?? sniffDelimiter(line);
  const columns = uniqueHeadings(cellsOf(line, delimiter).cells);
  return { delimiter, columns, guesses: guessColumns(columns) };
}

function detectCsv(head: string): number {
  const header = findHeader(head);
  if (!header) return 0;
  const known = Object.values(header.guesses).filter((field) => field !== null).length;
  return header.columns.length < 2 ? 0.3 : Math.min(0.9, 0.4 + 0.15 * known);
}

function csvReader(mapping: ColumnMapping = {}): LineReader {
  let before: Line[] = [];
  let declared: Delimiter | undefined;
  let rows: ReturnType<typeof rowReader> | undefined;

  const isHeader = ({ columns, guesses }: Header) =>
    columns.some((column) =>
      column in mapping ? mapping[column] === 'title' : guesses[column] === 'title',
    );

  const search = (line: Line): Piece[] => {
    declared ??= declaredDelimiter(line.text);
    const header = headerOf(line.text, declared);
    if (isHeader(header)) {
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
      if (rows) return rows.push(line);
      searched += line.text.trim() === '' ? 0 : 1;
      if (searched <= linesBeforeHeader) return search(line);
      before.push(line);
      return before.length >= rejectedLinesMax ? giveUp() : [];
    },
    end: () => (rows ? rows.end() : giveUp()),
  };
}

function rowReader({ delimiter, columns }: Header, mapping: ColumnMapping): LineReader {
  const columnsFor = columnsOf(columns, mapping);
  let collector = rowCollector(delimiter);
  const read = (line: Line): Piece[] => {
    const row = collector.add(line);
    if (!row) return [];
    return row.unclosed ? recover(row.lines) : toPieces(row, columns, columnsFor);
  };
  /** Only the line with the open quotation mark is lost; what it swallowed is read again. */
  const recover = (lines: Line[]): Piece[] => {
    collector = rowCollector(delimiter);
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

type ColumnsFor = (field: CsvField) => string[];

function toPieces(row: Row, columns: readonly string[], columnsFor: ColumnsFor): Piece[] {
  const cells = row.cells.map((cell) => cell.trim().replace(defused, ''));
  if (cells.every((cell) => cell === '')) {
    return row.lines.every((line) => line.text.trim() === '') ? [] : [aside(row.lines)];
  }
  const bag = fields.fieldBag(
    cells.map((value, index) => ({ tag: columns[index] ?? `#${index + 1}`, value })),
  );
  const draft: fields.Draft = {
    reference: { type: 'document', title: '', authors: [] },
    unmapped: [],
    notices: [],
  };
  const surplus = cells.slice(columns.length).filter((cell) => cell !== '').length;
  if (surplus > 0) draft.notices.push(problem('TOO_MANY_CELLS', { surplus }));
  takeCells(bag, columnsFor, draft);
  if (draft.reference.title === '') draft.notices.push(problem('NO_TITLE'));
  const { reference, notices } = draft;
  const unmapped = [...draft.unmapped, ...bag.rest()];
  return [{ kind: 'reference', ...span(row.lines), reference, unmapped, notices }];
}

function takeCells(bag: fields.FieldBag, columnsFor: ColumnsFor, draft: fields.Draft) {
  const { reference } = draft;
  const first = (field: CsvField) => bag.first(columnsFor(field));
  const all = (field: CsvField) => bag.all(columnsFor(field));
  reference.title = plainText(first('title') ?? '');
  const order = { withoutComma: 'person' } as const;
  fields.takeAuthors(peopleIn(first('authors'), columnsFor('authors')[0]), draft, order);
  fields.takeEditors(peopleIn(first('editors'), columnsFor('editors')[0]), draft, order);
  takeType(first('type'), columnsFor('type')[0], draft);
  takeDates(first('year'), first('date'), draft);
  for (const field of textColumns) fields.setText(draft, field, first(field));
  const pages = first('pages') ?? joinPages(first('firstPage'), first('lastPage'));
  const shown = joinPages(pages ?? first('articleNumber'), undefined);
  if (shown) reference.pages = shown;
  fields.takeDoi(all('doi'), draft);
  fields.takeUrls(all('urls'), draft);
  fields.takeNumbers([...all('isbn'), ...all('issn')], draft);
  const words = all('keywords');
  const separated = words.some(({ value }) => /[;|\n]/.test(value));
  fields.takeKeywords(words, draft, separated ? /[;|\n]/ : /,/);
  const notes = all('notes')
    .flatMap(({ value }) => value.split('\n'))
    .map(fields.tidyText);
  const kept = notes.filter((note) => note !== '');
  if (kept.length > 0) reference.notes = kept;
}

const textColumns = [
  'translatedTitle',
  'container',
  'volume',
  'issue',
  'edition',
  'series',
  'publisher',
  'place',
  'abstract',
  'language',
  'accession',
  'database',
] as const;

/** The others come off first: `Berg, A., Dahl, B., et al.` parts where the rest of it would. */
function peopleIn(cell = '', tag = ''): fields.Field[] {
  const { names, others } = cutOthers(cell);
  return [...splitPeople(names), others].filter(Boolean).map((value) => ({ tag, value }));
}

function takeType(written: string | undefined, tag = '', draft: fields.Draft) {
  if (written === undefined) return;
  const type = typeOfWord(written);
  if (type) draft.reference.type = type;
  if (type !== written) draft.unmapped.push({ tag, value: written });
}

function takeDates(written: string | undefined, dated: string | undefined, draft: fields.Draft) {
  const year = yearOf(written ?? '') ?? yearOf(dated ?? '');
  if (year !== undefined) draft.reference.year = year;
  const date = dateBeyondYear(dated ?? '') ?? dateBeyondYear(written ?? '');
  if (date && !/^\d{4}\.0$/.test(date)) draft.reference.date = date;
}

const written = [
  'id',
  ...csvFields.filter((field) => !/^(?:firstPage|lastPage|articleNumber)$/.test(field)),
];

/**
 * With a byte order mark, for Excel; cells that a spreadsheet would run as formulas are defused.
 */
function writeCsv(references: Iterable<WritableReference>): string {
  const rows: Record<string, string | number>[] = [];
  for (const reference of references) rows.push(rowOf(reference));
  return stringify(rows, {
    header: true,
    columns: written,
    bom: true,
    cast: { string: (cell) => (formula.test(cell) ? `'${cell}` : cell) },
    record_delimiter: 'windows',
    // It would quote only its own line ends, and a bare line feed breaks the row as well.
    quoted_match: /[\r\n]/,
  });
}

function rowOf(reference: WritableReference): Record<string, string | number> {
  const list = (values: readonly string[] | undefined) => values?.join('; ');
  const texts = Object.fromEntries(textColumns.map((field) => [field, reference[field]]));
  const row: Record<string, string | number | undefined> = {
    ...texts,
    id: reference.id,
    title: reference.title,
    authors: peopleCell(reference.authors, reference.othersOmitted),
    editors: peopleCell(reference.editors ?? []),
    year: reference.year,
    date: reference.date,
    type: reference.type,
    pages: reference.pages,
    doi: reference.doi,
    isbn: list(reference.isbn),
    issn: list(reference.issn),
    urls: reference.urls?.join(' '),
    keywords: reference.keywords && `${reference.keywords.join('; ')};`,
    notes: reference.notes?.join('\n'),
  };
  return Object.fromEntries(Object.entries(row).filter(isWritten));
}

/** A closing semicolon says that what stands before it is one name, whatever words it holds. */
function peopleCell(names: readonly Name[], othersOmitted = false): string | undefined {
  const written = [...names.map(printName), ...(othersOmitted ? ['et al.'] : [])];
  return written.length > 0 ? `${written.join('; ')};` : undefined;
}

function isWritten(
  entry: [string, Reference[keyof Reference]],
): entry is [string, string | number] {
  return entry[1] !== undefined;
}
