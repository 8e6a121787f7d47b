/** A labelled set from a CSV file: columns title, abstract and label, whatever other columns there are. */
import { cellsOf, rowCollector, sniffDelimiter } from '../../../import/formats/csv-rows.ts';
import type { LabelledText } from './simulate.ts';

/** The file is not what it should be; the message says where. */
export class LabelledFileError extends Error {}

const labels: Record<string, boolean> = { '1': true, '0': false, '1.0': true, '0.0': false };

/** @throws LabelledFileError */
export function labelledTexts(text: string): LabelledText[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const [heading = '', ...rest] = lines;
  const delimiter = sniffDelimiter(heading);
  const columns = cellsOf(heading, delimiter).cells.map((cell) => cell.trim().toLowerCase());
  const placeOf = (name: string) => {
    const place = columns.indexOf(name);
    if (place < 0) throw new LabelledFileError(`the first line names no column "${name}".`);
    return place;
  };
  const [title, abstract, label] = [placeOf('title'), placeOf('abstract'), placeOf('label')];
  const records: LabelledText[] = [];
  const collector = rowCollector(delimiter);
  const open = (number: number) =>
    new LabelledFileError(`line ${number}: a quotation mark is never closed.`);
  rest.forEach((each, index) => {
    const row = collector.add({ number: index + 2, text: each });
    if (!row) return;
    if (row.unclosed) throw open(row.lines[0]?.number ?? index + 2);
    if (row.cells.every((cell) => cell.trim() === '')) return;
    const written = (row.cells[label] ?? '').trim();
    const isRelevant = labels[written];
    if (isRelevant === undefined) {
      const number = row.lines[0]?.number ?? index + 2;
      throw new LabelledFileError(`line ${number}: the label is "${written}", not 1 or 0.`);
    }
    records.push({
      title: row.cells[title] ?? '',
      abstract: row.cells[abstract] ?? '',
      isRelevant,
    });
  });
  const [left] = collector.end();
  if (left) throw open(left.number);
  return checked(records);
}

function checked(records: LabelledText[]): LabelledText[] {
  const relevant = records.filter((record) => record.isRelevant).length;
  if (relevant < 2)
    throw new LabelledFileError(`${relevant} records are labelled 1; at least two are needed.`);
  if (relevant === records.length)
    throw new LabelledFileError('no record is labelled 0; at least one is needed.');
  return records;
}
