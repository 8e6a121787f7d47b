/** One row of a table to one record: which cell says what, and what is left over. */
import { cutOthers } from '../normalize/names.ts';
import { joinPages } from '../normalize/pages.ts';
import { plainText } from '../normalize/text.ts';
import { dateBeyondYear, yearOf } from '../normalize/years.ts';
import type { Piece } from '../reference.ts';
import { type ColumnsFor, type CsvField, joinedFields } from './csv-columns.ts';
import { splitPeople, typeOfWord } from './csv-values.ts';
import * as fields from './fields.ts';
import { aside, type Line, problem, span } from './lines.ts';

/** What a spreadsheet takes for the start of a formula, also behind apostrophes of earlier exports. */
const defused = /^'(?='*[=+\-@\t\r＝＋－＠])/;

export const textColumns = [
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

/** No piece for a blank line, an aside for a row of empty cells, else a record. */
export function rowPieces(
  row: { cells: readonly string[]; lines: Line[] },
  columns: readonly string[],
  columnsFor: ColumnsFor,
): Piece[] {
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
  /** The best of the columns that say the same, then what further columns add to it. */
  const text = (field: CsvField): string | undefined => {
    const { same, parts } = columnsFor(field);
    const first = bag.first(same);
    const joint = joinedFields[field];
    if (joint === undefined) return first ?? bag.first(parts);
    const added = bag.all(parts).map(({ value }) => value);
    const all = first === undefined ? added : [first, ...added];
    return all.length > 0 ? all.join(joint) : undefined;
  };
  const all = (field: CsvField) => {
    const { same, parts } = columnsFor(field);
    return bag.all([...same, ...parts]);
  };
  const tagOf = (field: CsvField) => columnsFor(field).same[0] ?? columnsFor(field).parts[0] ?? '';
  reference.title = plainText(text('title') ?? '');
  const order = { withoutComma: 'person' } as const;
  fields.takeAuthors(peopleIn(text('authors'), tagOf('authors')), draft, order);
  fields.takeEditors(peopleIn(text('editors'), tagOf('editors')), draft, order);
  takeType(text('type'), tagOf('type'), draft);
  takeDates(text('year'), text('date'), draft);
  for (const field of textColumns) fields.setText(draft, field, text(field));
  const pages = text('pages') ?? joinPages(text('firstPage'), text('lastPage'));
  const shown = joinPages(pages ?? text('articleNumber'), undefined);
  if (shown) reference.pages = shown;
  fields.takeDoi(all('doi'), draft);
  fields.takeUrls(all('urls'), draft);
  fields.takeNumbers([...all('isbn'), ...all('issn')], draft);
  const words = all('keywords');
  const separated = words.some(({ value }) => /[;|\n]/.test(value));
  fields.takeKeywords(words, draft, separated ? /[;|\n]/ : /,/);
  const notes = all('notes')
    .flatMap(({ value }) => value.split('\n'))
    .map((value) => fields.tidyText(draft, value));
  const kept = notes.filter((note) => note !== '');
  if (kept.length > 0) reference.notes = kept;
}

/** The others come off first: `Berg, A., Dahl, B., et al.` parts where the rest of it would. */
function peopleIn(cell = '', tag = ''): fields.Field[] {
  const { names, others } = cutOthers(cell);
  return [...splitPeople(names), others].filter(Boolean).map((value) => ({ tag, value }));
}

function takeType(written: string | undefined, tag: string, draft: fields.Draft) {
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
