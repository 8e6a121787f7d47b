/** What a summary table is: the same columns and rows for the page, the machine and every file format. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { type Db, untilWritten } from '../../db.ts';
import { type FindingWithThemes, findingsOf } from '../../findings/findings.ts';
import { inWords, pickWords, translate } from '../../platform/i18n.ts';

export const tableNames = [
  'publications',
  'findings',
  'comparison',
  'welfare',
  'themes',
  'cases',
  'indicators',
] as const;
export type TableName = (typeof tableNames)[number];

export type Column = { key: string; label: string; kind: 'text' | 'number' | 'list' };

/** One thing in a cell: words with the language that they are in, and where they lead. */
export type Item = { text: string; language: Locale | null; href: string | null };
/** `number` is set in cells that hold one, so that a spreadsheet can calculate with it. */
export type Cell = { items: Item[]; number: number | null };

export type SummaryTable = {
  /** One of the fixed tables, or `saved/KEY`. */
  name: string;
  title: string;
  /** The review's title. */
  review: string;
  /** The table's name and the review's, as it stands above a table that has left the site. */
  caption: string;
  columns: Column[];
  /** For machines: keys, codes and numbers, nothing worded for display but the texts themselves. */
  rows: Record<string, unknown>[];
  /** How many rows the whole table has: a page of it holds some of them. */
  count: number;
  /** For display, row by row in the order of the columns. */
  cells: Cell[][];
  /** Which column names the row. */
  headerAt: number;
  /** A last row over all; not a row of the data. */
  totals: { row: Record<string, unknown>; cells: Cell[] } | null;
  /** What the margins count, and how a thing with several values is counted. */
  note: string;
  sources: string[];
  /** What to say when there is nothing to show. */
  empty: string;
  /** What the rows were narrowed down to, in words. */
  filter: string[];
};

export type TableRequest = {
  db: Db;
  review: { id: number; slug: string; title: Words };
  locale: Locale;
  /** The public sees final findings only; the review's people see drafts too. */
  isPublic: boolean;
  /** Of findings: a theme (`codebook.code`, or `-` for none), a kind. */
  theme?: string | undefined;
  kind?: string | undefined;
  /** The rows that a page shows; a file has all of them. */
  window?: Window | undefined;
};

export type Window = { offset: number; limit: number };

/** How a table is called, on its page and above it when it has left the site. */
export function named({ locale, review }: TableRequest, name: string, title: string) {
  const of = inWords(locale, review.title);
  return {
    name,
    title,
    review: of,
    caption: translate(locale, 'tables.caption', { title, review: of }),
  };
}

/** The words of a table that every review has. */
export const fixedWords = (request: TableRequest, name: TableName) => ({
  ...named(request, name, translate(request.locale, `tables.${name}.title`)),
  empty: translate(request.locale, `tables.${name}.empty`),
});

/** Everything that findings are read from, with their themes and what speaks for and against them. */
const findingTables = [
  ...['finding', 'finding_kind', 'finding_theme', 'code', 'codebook', 'support', 'excerpt'],
  'report',
];

/** What the review has found: shared by the tables of a page and by the pages after it, and not to be changed. */
export const findingsFor = ({ db, review, isPublic }: TableRequest): FindingWithThemes[] =>
  untilWritten(
    db,
    `findings ${review.id} ${isPublic}`,
    () => findingsOf(db, review.id, { onlyFinal: isPublic }),
    findingTables,
  );

/** The rows of a page; of a page after the last, those of the last. */
export function shownRows<T>(request: TableRequest, rows: readonly T[]): readonly T[] {
  const { from, to } = shownRange(request, rows.length);
  return rows.slice(from, to);
}

export function shownRange({ window }: TableRequest, count: number): { from: number; to: number } {
  if (!window) return { from: 0, to: count };
  const { offset, limit } = window;
  const last = Math.floor(Math.max(0, count - 1) / limit) * limit;
  const from = Math.min(offset, last);
  return { from, to: Math.min(from + limit, count) };
}

export const isEmptyTable = (table: SummaryTable): boolean => table.count === 0;

export const plainCell = (text: string, href: string | null = null): Cell => ({
  items: text === '' ? [] : [{ text, language: null, href }],
  number: null,
});

/** Lines of a text are things of their own: three points in one cell stay three. */
export function wordsCell(locale: Locale, words: Words, href: string | null = null): Cell {
  const picked = pickWords(locale, words);
  const language = picked.locale === locale ? null : picked.locale;
  const lines = picked.text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return { items: lines.map((text) => ({ text, language, href })), number: null };
}

export const numberCell = (number: number | null, href: string | null = null): Cell => ({
  items: number === null ? [] : [{ text: String(number), language: null, href }],
  number,
});

export const listCell = (items: Item[]): Cell => ({ items, number: null });

/** Each once, in the order in which they come. */
export const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];
