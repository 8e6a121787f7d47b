/** One row of a table to one record: which cell says what, and what is left over. */
import { cutOthers } from '../../normalize/names.ts';
import { joinPages } from '../../normalize/pages.ts';
import { plainText } from '../../normalize/text.ts';
import { dateBeyondYear, yearOf } from '../../normalize/years.ts';
import type { Piece } from '../../reference.ts';
import { type Field, type FieldBag, fieldBag } from '../field-bag.ts';
import * as fields from '../fields.ts';
import { aside, type Line, problem, span } from '../lines.ts';
import { splitNotes, takeNotes } from '../notes.ts';
import { sourceFields } from '../tagged/labelled-fields.ts';
import { type ColumnsFor, type CsvField, joinedFields } from './csv-columns.ts';
import { gluedPeople, splitPeople, typeOfWord, withoutAffiliations } from './csv-values.ts';

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

/** Where a table has the address of a record at PubMed, its last part is its number. */
const pubmedAddress =
  /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)\/?$/;

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
  const bag = fieldBag(
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
  if (columns.includes('GSRank')) setNoughtsAside(draft);
  if (draft.reference.title === '') draft.notices.push(problem('NO_TITLE'));
  const { reference, notices, extras } = draft;
  const unmapped = [...draft.unmapped, ...bag.rest()];
  const piece: Piece = { kind: 'reference', ...span(row.lines), reference, unmapped, notices };
  return [extras ? { ...piece, extras } : piece];
}

/** Publish or Perish writes 0 for what it does not know. */
function setNoughtsAside({ reference, unmapped }: fields.Draft) {
  for (const field of ['volume', 'issue', 'pages'] as const) {
    if (reference[field] !== '0') continue;
    delete reference[field];
    unmapped.push({ tag: field, value: '0' });
  }
}

function takeCells(bag: FieldBag, columnsFor: ColumnsFor, draft: fields.Draft) {
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
  /** The column that a field's value is about to be taken from. */
  const tagOf = (field: CsvField) => {
    const { same, parts } = columnsFor(field);
    const written = same.find((column) => bag.peek([column]) !== undefined);
    return written ?? same[0] ?? parts[0] ?? '';
  };
  reference.title = plainText(text('title') ?? '');
  const order = { withoutComma: 'person' } as const;
  const tags = { authors: tagOf('authors'), editors: tagOf('editors'), type: tagOf('type') };
  const isSpringer = bag.peek(['Item DOI']) !== undefined;
  const authors = text('authors') ?? '';
  const people = isSpringer ? gluedPeople(authors) : withoutAffiliations(authors);
  if (people !== authors) draft.unmapped.push({ tag: tags.authors, value: authors });
  fields.takeAuthors(peopleIn(people, tags.authors), draft, order);
  fields.takeEditors(peopleIn(text('editors'), tags.editors), draft, order);
  takeType(text('type'), tags.type, draft);
  const { place, dois: placeDois } = placeIn(all('citation'), draft);
  takeDates(text('year') ?? place.date, text('date'), draft);
  for (const field of textColumns) fields.setText(draft, field, text(field) ?? place[field]);
  reference.accession &&= reference.accession.replace(pubmedAddress, '$1');
  const pages = text('pages') ?? joinPages(text('firstPage'), text('lastPage')) ?? place.pages;
  const shown = joinPages(pages ?? text('articleNumber'), undefined);
  if (shown) reference.pages = shown;
  const dois = all('doi');
  fields.takeDoi(dois.length > 0 ? dois : placeDois, draft);
  fields.takeUrls(all('urls'), draft);
  fields.takeNumbers([...all('isbn'), ...all('issn')], draft);
  const words = all('keywords');
  const separated = words.some(({ value }) => /[;|\n]/.test(value));
  // Embase puts commas between words and within the brackets after them.
  fields.takeKeywords(words, draft, separated ? /[;|\n]/ : /,(?![^()]*\))/);
  takeNotes(
    all('notes').flatMap(({ value }) => splitNotes(value)),
    draft,
  );
}

/**
 * What one cell says of the place in a journal, for the columns that are missing. A cell that cannot be taken apart is
 * the journal's name where it may be one; else it is kept as it is.
 */
function placeIn(cells: readonly Field[], draft: fields.Draft) {
  const place: Partial<Record<string, string>> = {};
  const dois: Field[] = [];
  for (const { tag, value } of cells)
    for (const part of sourceFields(tag, value)) {
      const mayBeName = part.value === value && /^[^\d]{3,200}$/.test(value);
      if (part.role === 'doi') dois.push(part);
      else if (part.role) place[part.role] ??= part.value;
      else if (mayBeName) place.container ??= value;
      else draft.unmapped.push({ tag, value: part.value });
    }
  return { place, dois };
}

/** The others come off first: `Berg, A., Dahl, B., et al.` parts where the rest of it would. */
function peopleIn(cell = '', tag = ''): Field[] {
  // R writes what is missing so.
  if (cell === 'NA') return [];
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
