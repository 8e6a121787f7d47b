/** Publications as lists name them: the root report with its authors, year and title. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type ShortNames, shortNames } from '../../import/normalize/names.ts';
import type { Reference } from '../../import/reference.ts';
import { report } from '../../schema/records.ts';
import { standing } from '../../schema/screening.ts';
import type { Db } from '../db.ts';
import { isOneOf } from './rows.ts';

export type Publication = {
  rootId: number;
  reviewId: number;
  title: string;
  year: number | null;
  firstAuthor: string;
  /** One or two family names, or the first of more; "and" and "et al." come from the catalogues. */
  authors: ShortNames;
  reference: Reference;
};

const columns = {
  rootId: report.id,
  reviewId: report.reviewId,
  title: report.title,
  year: report.year,
  firstAuthor: report.firstAuthor,
  reference: report.reference,
};

type Row = Omit<Publication, 'authors'>;
const withAuthors = (row: Row): Publication => ({
  ...row,
  authors: shortNames(row.reference.authors, row.reference.othersOmitted),
});

const isRoot = and(eq(report.rootId, report.id), isNull(report.withdrawnAt));

/** The publications that passed full text, by first author and year. */
export function includedPublications(db: Db, reviewId: number): Publication[] {
  const passed = and(
    eq(standing.reportId, report.id),
    eq(standing.stage, 'full_text'),
    eq(standing.state, 'passed'),
  );
  const rows = db
    .select(columns)
    .from(report)
    .innerJoin(standing, passed)
    .where(and(eq(report.reviewId, reviewId), isRoot))
    .orderBy(asc(report.firstAuthor), asc(report.year), asc(report.id))
    .all();
  return rows.map(withAuthors);
}

export function publicationsByRoot(db: Db, rootIds: Iterable<number>): Map<number, Publication> {
  const rows = db.select(columns).from(report).where(isOneOf(report.id, rootIds)).all();
  return new Map(rows.map((row) => [row.rootId, withAuthors(row)]));
}
