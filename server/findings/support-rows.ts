/** What speaks for and against findings, as rows with the excerpt and the publication that they come from. */
import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { excerpt } from '../../schema/coding.ts';
import { support } from '../../schema/findings.ts';
import { report } from '../../schema/records.ts';
import { countriesOf } from '../coding/countries.ts';
import { publicationsByRoot } from '../coding/publications.ts';
import { groupBy, isOneOf } from '../coding/rows.ts';
import type { Db } from '../db.ts';

/** By finding, in the order they were attached. What was removed, archived or withdrawn does not count. */
export function supportsOf(db: Db, findingIds: Iterable<number>): Map<number, SupportRow[]> {
  return groupBy(readSupports(db, findingIds), (row) => row.findingId);
}

function readSupports(db: Db, findingIds: Iterable<number>) {
  const rows = selectSupports(db, findingIds);
  const rootIds = new Set(rows.map((row) => row.rootId ?? row.reportId));
  const publications = publicationsByRoot(db, rootIds);
  const countries = countriesOf(db, rootIds);
  return rows.flatMap((row) => {
    const rootId = row.rootId ?? row.reportId;
    const found = publications.get(rootId);
    if (!found) return [];
    const publication = { ...found, countries: countries.get(rootId) ?? [] };
    return [{ ...row, rootId, publication }];
  });
}

export type SupportRow = ReturnType<typeof readSupports>[number];

const holds = and(
  isNull(support.removedAt),
  isNull(report.withdrawnAt),
  or(isNull(support.excerptId), and(isNotNull(excerpt.id), isNull(excerpt.archivedAt))),
);

/** The same by publication alone: thousands are counted without reading one of them. */
export function stancesOf(db: Db, findingIds: Iterable<number>): Map<number, Stance[]> {
  const rows = db
    .select({
      findingId: support.findingId,
      stance: support.stance,
      rootId: sql<number>`coalesce(${report.rootId}, ${report.id})`,
    })
    .from(support)
    .innerJoin(report, eq(report.id, support.reportId))
    .leftJoin(excerpt, eq(excerpt.id, support.excerptId))
    .where(and(isOneOf(support.findingId, findingIds), holds))
    .orderBy(asc(support.findingId), asc(support.id))
    .all();
  return groupBy(rows, (row) => row.findingId);
}

export type Stance = Pick<SupportRow, 'findingId' | 'stance' | 'rootId'>;

function selectSupports(db: Db, findingIds: Iterable<number>) {
  return db
    .select({
      id: support.id,
      findingId: support.findingId,
      stance: support.stance,
      reportId: support.reportId,
      rootId: report.rootId,
      /** Null when the publication as a whole speaks. */
      excerpt: {
        id: excerpt.id,
        kind: excerpt.kind,
        text: excerpt.text,
        page: excerpt.page,
        locator: excerpt.locator,
        citedIn: excerpt.citedIn,
      },
    })
    .from(support)
    .innerJoin(report, eq(report.id, support.reportId))
    .leftJoin(excerpt, eq(excerpt.id, support.excerptId))
    .where(and(isOneOf(support.findingId, findingIds), holds))
    .orderBy(asc(support.findingId), asc(support.id))
    .all();
}
