/** Publications as lists name them: the root report with its authors, year and title. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type ShortNames, shortNames } from '../../import/normalize/names.ts';
import type { Reference } from '../../import/reference.ts';
import { report } from '../../schema/records.ts';
import { standing } from '../../schema/screening.ts';
import { type Db, statement } from '../db.ts';
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

/** What a publication is called by: "Scheele et al. 2019". */
export type PublicationName = Pick<Publication, 'rootId' | 'year' | 'authors'>;

const nameSql = `select id, year, json_extract(reference, '$.authors'),
    json_extract(reference, '$.othersOmitted')
  from report where id in (select value from json_each(?))`;

/** Names alone, for lists of thousands: no abstract is read. */
export function publicationNames(db: Db, rootIds: Iterable<number>): Map<number, PublicationName> {
  const rows = statement(db, nameSql)
    .raw()
    .all(JSON.stringify([...rootIds])) as [
    ...[rootId: number, year: number | null, authors: string | null, othersOmitted: number | null],
  ][];
  return new Map(
    rows.map(([rootId, year, authors, others]) => {
      const names = JSON.parse(authors ?? '[]') as Reference['authors'];
      return [rootId, { rootId, year, authors: shortNames(names, others === 1) }];
    }),
  );
}

export function publicationsByRoot(db: Db, rootIds: Iterable<number>): Map<number, Publication> {
  const rows = db.select(columns).from(report).where(isOneOf(report.id, rootIds)).all();
  return new Map(rows.map((row) => [row.rootId, withAuthors(row)]));
}
