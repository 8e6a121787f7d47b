/** Writes tables that spreadsheets open as they are, and that read back as the same references. */
import { stringify } from 'csv-stringify/sync';
import { printName } from '../../normalize/names.ts';
import type { Name, Reference } from '../../reference.ts';
import type { WritableReference } from '../format.ts';
import { joinNotes } from '../notes.ts';
import { csvFields } from './csv-columns.ts';
import { textColumns } from './csv-record.ts';

/** What a spreadsheet takes for the start of a formula. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

const written = [
  'id',
  ...csvFields.filter((field) => !/^(?:firstPage|lastPage|articleNumber|citation)$/.test(field)),
];

/**
 * With a byte order mark, for Excel; cells that a spreadsheet would run as formulas are defused.
 */
export function writeCsv(references: Iterable<WritableReference>): string {
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
    notes: reference.notes && joinNotes(reference.notes),
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
