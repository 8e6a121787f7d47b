/** A labelled set from a CSV file: columns title, abstract and label, whatever others there are. */
import {
  cellsOf,
  declaredDelimiter,
  rowCollector,
  sniffDelimiter,
} from '../../../import/formats/tables/csv-rows.ts';
import type { LabelledText } from './simulate.ts';

/** The file is not what it should be; the message says where. */
export class LabelledFileError extends Error {}

/** What the columns are called in published sets; the first name that the file has is meant. */
const namesOf = {
  title: ['title', 'primary_title'],
  abstract: ['abstract', 'notes_abstract'],
  label: ['label', 'included', 'label_included', 'final_included'],
} as const;

const relevant = words('1 1.0 yes y true included include relevant ja inkluderad inkludert');
const other = words('0 0.0 no n false excluded exclude irrelevant nej nei exkluderad ekskludert');
const isRelevantBy = new Map([
  ...relevant.map((word) => [word, true] as const),
  ...other.map((word) => [word, false] as const),
]);

function words(text: string): string[] {
  return text.split(' ');
}

/** @throws LabelledFileError */
export function labelledTexts(text: string): LabelledText[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  // Excel may say first what parts the cells.
  const declared = declaredDelimiter(lines[0] ?? '');
  const headingAt = declared ? 1 : 0;
  const heading = lines[headingAt] ?? '';
  const delimiter = declared ?? sniffDelimiter(heading);
  const places = placesIn(cellsOf(heading, delimiter).cells);
  const records: LabelledText[] = [];
  const collector = rowCollector(delimiter);
  const open = (number: number) =>
    new LabelledFileError(`line ${number}: a quotation mark is never closed.`);
  lines.slice(headingAt + 1).forEach((line, index) => {
    const row = collector.add({ number: headingAt + index + 2, text: line });
    if (!row) return;
    const number = row.lines[0]?.number ?? 0;
    if (row.unclosed) throw open(number);
    if (row.cells.every((cell) => cell.trim() === '')) return;
    records.push({
      title: row.cells[places.title] ?? '',
      abstract: row.cells[places.abstract] ?? '',
      isRelevant: isRelevantIn(row.cells[places.label] ?? '', number),
    });
  });
  const [left] = collector.end();
  if (left) throw open(left.number);
  return checked(records);
}

function placesIn(heading: readonly string[]): Record<keyof typeof namesOf, number> {
  const columns = heading.map((cell) => cell.trim().toLowerCase());
  const placeOf = (column: keyof typeof namesOf) => {
    const name = namesOf[column].find((each) => columns.includes(each));
    if (!name) throw new LabelledFileError(`the first line names no column "${column}".`);
    return columns.indexOf(name);
  };
  return { title: placeOf('title'), abstract: placeOf('abstract'), label: placeOf('label') };
}

function isRelevantIn(cell: string, line: number): boolean {
  const written = cell.trim();
  const isRelevant = isRelevantBy.get(written.toLowerCase());
  if (isRelevant !== undefined) return isRelevant;
  const known = '1 or 0 (or yes or no, true or false, included or excluded)';
  throw new LabelledFileError(`line ${line}: the label is "${written}", not ${known}.`);
}

/** One of each kind is known before the simulation begins, and one must be left to find. */
function checked(records: LabelledText[]): LabelledText[] {
  const found = records.filter((record) => record.isRelevant).length;
  if (found < 2) {
    const many = found === 0 ? 'no record is' : 'only one record is';
    throw new LabelledFileError(`${many} labelled 1; at least two are needed.`);
  }
  if (found === records.length)
    throw new LabelledFileError('no record is labelled 0; at least one is needed.');
  return records;
}
