/** Publications as files that reference managers and other programs read. */
import type { Format, WritableReference } from '../../../import/formats/format.ts';
import { formatById } from '../../../import/formats/formats.ts';
import { familyOf } from '../../../import/normalize/names.ts';
import type { Reference } from '../../../import/reference.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import type { ReportQuery } from '../../records/reports/report-query.ts';
import { reportsOf } from '../../records/reports/reports.ts';
import { extrasOf } from './extras.ts';

/** The ending in the address, and the format it stands for. */
export const endings = { ris: 'ris', bib: 'bibtex', json: 'csl-json', csv: 'csv' } as const;
export type Ending = keyof typeof endings;

type Writer = Format & { write: NonNullable<Format['write']> };

/** @throws NOT_FOUND for a format that can only be read. */
export function writerOf(formatId: string): Writer {
  const format = formatById(formatId);
  if (!format?.write) throw notFound();
  return { ...format, write: format.write };
}

/** The publications that a query asks for, each under the name it has in our own files. */
export function referencesOf(
  db: Db,
  reviewId: number,
  query: ReportQuery,
  options: {
    withDecisions?: boolean;
    found?: ReadonlySet<number> | null;
    /** Names that those before these have. */
    taken?: Map<string, number>;
  } = {},
): WritableReference[] {
  const { withDecisions = false, found = null, taken = new Map<string, number>() } = options;
  const rows = reportsOf(db, reviewId, query, found);
  const ids = withDecisions ? rows.map((row) => row.id) : [];
  const extras = extrasOf(db, ids);
  return rows.map((row) => {
    const own = extras.get(row.id);
    const reference = { ...row.reference, id: citationKey(row.reference, taken) };
    return own ? { ...reference, extras: own } : reference;
  });
}

/** `astrom2019`, `astrom2019b`: the same publication keeps its name as long as the list is the same. */
function citationKey(reference: Reference, taken: Map<string, number>): string {
  const [first] = reference.authors.length > 0 ? reference.authors : (reference.editors ?? []);
  const name = ascii(first ? familyOf(first) : (reference.title.split(/\s+/)[0] ?? ''));
  const base = `${name || 'anonymous'}${reference.year ?? ''}`;
  const uses = (taken.get(base) ?? 0) + 1;
  taken.set(base, uses);
  return uses === 1 ? base : `${base}${suffixOf(uses)}`;
}

/** 2 is b, 27 is aa. */
function suffixOf(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(97 + rest);
  return number > 26 ? suffixOf(Math.floor((number - 1) / 26)) + letter : letter;
}

const letters: Record<string, string> = { æ: 'ae', ø: 'o', đ: 'd', ł: 'l', ß: 'ss', þ: 'th' };

function ascii(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[æøđłßþ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
}
