/** One flat record a line, as labelled sets and other tools write them, to a reference. */
import { parseDoi } from '../normalize/doi.ts';
import { parseName } from '../normalize/names.ts';
import { standardNumbers } from '../normalize/numbers.ts';
import { yearOf } from '../normalize/years.ts';
import type { Reference, ReferenceType } from '../reference.ts';

/** Everything but the id may be missing. */
export type Row = {
  id: string | number;
  title: string;
  authors: string[];
  /** All of them in one text, when `authors` is empty. */
  author: string;
  year: string;
  journal: string;
  volume: string;
  number: string;
  pages: string;
  doi: string;
  abstract: string;
  isbn: string;
  accession: string;
  type: string;
};

const textFields = [
  'title',
  'author',
  'year',
  'journal',
  'volume',
  'number',
  'pages',
  'doi',
  'abstract',
  'isbn',
  'accession',
  'type',
] as const;

/** @returns undefined when the line is no JSON object with an id. */
export function readRow(line: string): Row | undefined {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given = value as Record<string, unknown>;
  const { id, authors } = given;
  if ((typeof id !== 'string' || id === '') && typeof id !== 'number') return undefined;
  const text = (field: string) => {
    const written = given[field];
    return typeof written === 'string' || typeof written === 'number' ? String(written) : '';
  };
  const fields = Object.fromEntries(textFields.map((field) => [field, text(field)]));
  const listed = Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : [];
  return { ...(fields as Omit<Row, 'id' | 'authors'>), id, authors: listed };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function referenceOfRow(row: Row): Reference {
  const doi = parseDoi(row.doi);
  const year = yearOf(row.year);
  const { isbn, issn } = standardNumbers(row.isbn);
  const written = row.authors.length > 0 ? row.authors : row.author.split(/\s*(?:;|\band\b)\s*/);
  const names = written.map((name) => parseName(name, { withoutComma: 'person' }));
  return {
    type: typeOf(row.type),
    title: row.title,
    authors: names.filter((name) => name !== undefined),
    ...(row.journal && { container: row.journal }),
    ...(row.volume && { volume: row.volume }),
    ...(row.number && { issue: row.number }),
    ...(row.pages && { pages: row.pages }),
    ...(row.abstract && { abstract: row.abstract }),
    ...(row.accession && { accession: row.accession }),
    ...(doi && { doi }),
    ...(year && { year }),
    ...(isbn.length > 0 && { isbn }),
    ...(issn.length > 0 && { issn }),
  };
}

/** BibTeX's, RIS's and EndNote's words; what nobody knows is taken for an article. */
const types: [RegExp, ReferenceType][] = [
  [/^(?:(?:phd|masters?)?thesis|dissertation|thes)$/, 'thesis'],
  [
    /^(?:inproceedings|conference(?: ?paper)?|conference ?proceedings?|cpaper|conf)$/,
    'paper-conference',
  ],
  [/^(?:incollection|inbook|book ?(?:section|chapter)|chapter|chap)$/, 'chapter'],
  [/^(?:book|edbook|ebook|mvbook)$/, 'book'],
  [/^(?:techreport|report|rprt)$/, 'report'],
];

function typeOf(written: string): ReferenceType {
  const word = written.trim().toLowerCase();
  return types.find(([pattern]) => pattern.test(word))?.[1] ?? 'article-journal';
}
