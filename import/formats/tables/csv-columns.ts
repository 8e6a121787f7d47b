/** Which field a column of a table feeds, guessed from the ways sources name their columns. */
import { fold } from '../../normalize/text.ts';
import type { ColumnMapping } from '../format.ts';
import { guessesInContext } from './csv-dialects.ts';
import { foreignHeadings, headings } from './csv-headings.ts';

/** The fields a column can be mapped to; names follow `Reference` where it has the field. */
export const csvFields = [
  'title',
  'translatedTitle',
  'authors',
  'editors',
  'year',
  'date',
  'type',
  'container',
  'citation',
  'volume',
  'issue',
  'pages',
  'firstPage',
  'lastPage',
  'articleNumber',
  'edition',
  'series',
  'publisher',
  'place',
  'doi',
  'isbn',
  'issn',
  'urls',
  'abstract',
  'keywords',
  'language',
  'notes',
  'accession',
  'database',
] as const;
export type CsvField = (typeof csvFields)[number];

const fieldOfHeading = new Map<string, CsvField>();
const trust = new Map<string, number>();
for (const field of csvFields) {
  [headings[field], foreignHeadings[field]].flatMap(listed).forEach((heading, index) => {
    if (!fieldOfHeading.has(heading)) fieldOfHeading.set(heading, field);
    trust.set(heading, index);
  });
}

function listed(words = ''): string[] {
  return words.split(/\s*\|\s*/).filter(Boolean);
}

/** Fields that several columns can make up together, and what stands between the parts. */
export const joinedFields: Partial<Record<CsvField, string>> = {
  title: ': ',
  authors: '; ',
  editors: '; ',
  abstract: '\n',
};

/** The columns of a field: `same` are spellings of one thing, best first; `parts` add to it. */
export type FieldColumns = { same: string[]; parts: string[] };
export type ColumnsFor = (field: CsvField) => FieldColumns;

/** A heading as it is compared, with the number of a repeated column apart: `Author 2`. */
function headingKey(heading: string): { key: string; numbered: boolean } {
  const key = fold(heading);
  if (fieldOfHeading.has(key)) return { key, numbered: false };
  const bare = key.replace(/ ?\d+$/, '');
  return { key: bare, numbered: bare !== key };
}

/**
 * A guess for every heading, `null` where none fits. A heading that says nothing is judged by its
 * cells, and only for a field that no heading names.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Record<string, CsvField | null> {
  const guesses = guessesInContext(
    header,
    Object.fromEntries(
      header.map((heading) => [heading, fieldOfHeading.get(headingKey(heading).key) ?? null]),
    ),
  );
  const taken = new Set(Object.values(guesses));
  header.forEach((heading, index) => {
    if (guesses[heading] !== null || rows.length === 0) return;
    const field = fieldOfCells(rows.map((row) => row[index]?.trim() ?? '').filter(Boolean));
    if (field === undefined || taken.has(field)) return;
    guesses[heading] = field;
    taken.add(field);
  });
  return guesses;
}

const cellPatterns: [CsvField, RegExp][] = [
  ['doi', /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)?10\.\d{4,9}\/\S+$/i],
  ['urls', /^https?:\/\/\S+$/i],
  ['issn', /^\d{4}-\d{3}[\dXx]$/],
  ['isbn', /^97[89][\d -]{10,14}$/],
  ['year', /^(?:19|20)\d{2}$/],
  ['authors', /^\p{Lu}[\p{L}' -]+, (?:\p{Lu}\.|\p{Lu}\p{L}+)/u],
];

/** What a column without a telling heading holds: only what most of its cells agree on. */
function fieldOfCells(cells: readonly string[]): CsvField | undefined {
  if (cells.length === 0) return undefined;
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length;
  const found = cellPatterns.find(([, pattern]) => share((cell) => pattern.test(cell)) > 0.7);
  if (found) return found[0];
  const words = (cell: string) => cell.split(/\s+/).length;
  if (share((cell) => cell.length > 400) > 0.5) return 'abstract';
  const unlike = new Set(cells).size > 0.9 * cells.length;
  const titled = (cell: string) => words(cell) >= 4 && cell.length <= 300 && !/^\d/.test(cell);
  return unlike && share(titled) > 0.7 ? 'title' : undefined;
}

/**
 * The columns of each field; an explicit mapping comes before any guess. Columns whose headings are
 * known names of one field are taken to say the same; any other is a part of its own.
 */
export function columnsOf(header: readonly string[], mapping: ColumnMapping = {}): ColumnsFor {
  const guesses = guessColumns(header);
  const known = new Set<string>(csvFields);
  const columns = new Map<string, FieldColumns>();
  const chosen = new Set(Object.values(mapping));
  for (const heading of header) {
    const guess = guesses[heading];
    // Where a person has said which column it is, no other is guessed beside it.
    const field = heading in mapping ? mapping[heading] : chosen.has(guess ?? '') ? null : guess;
    if (!field || !known.has(field)) continue;
    const list = columns.get(field) ?? { same: [], parts: [] };
    const { key, numbered } = headingKey(heading);
    const isName = fieldOfHeading.get(key) === field || guesses[heading] === field;
    (isName && !numbered ? list.same : list.parts).push(heading);
    columns.set(field, list);
  }
  const rank = (heading: string) => trust.get(headingKey(heading).key) ?? 99;
  for (const { same } of columns.values()) same.sort((a, b) => rank(a) - rank(b));
  const none: FieldColumns = { same: [], parts: [] };
  return (field) => columns.get(field) ?? none;
}

/**
 * Headings made unique, so that no column hides another: `Notes`, `Notes (2)`, and `#3` for none.
 */
export function uniqueHeadings(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const written = cell.replace(/^\ufeff/, '').trim() || `#${index + 1}`;
    let heading = written;
    for (let count = 2; seen.has(heading); count += 1) heading = `${written} (${count})`;
    seen.add(heading);
    return heading;
  });
}
