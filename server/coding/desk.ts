/** The coding desk: which publications there are to code, what each has, and one publication with all of it. */
import { and, eq, isNull } from 'drizzle-orm';
import { finding, support } from '../../schema/findings.ts';
import { report } from '../../schema/records.ts';
import type { Db } from '../db.ts';
import { notFound } from '../errors.ts';
import { aimsOf } from './aims.ts';
import { casesOf } from './cases.ts';
import { codeWithBelow } from './code-use.ts';
import { codesOf, codingsOf } from './codings.ts';
import { countriesOf } from './countries.ts';
import { excerptsOf, excerptsOfReview } from './excerpts.ts';
import { includedPublications, publicationsByRoot } from './publications.ts';
import { matchExcerpts } from './quotations.ts';
import { groupBy, isOneOf, requireReport } from './rows.ts';

/** What a publication may still lack. */
export const lacks = ['aim', 'countries', 'codes', 'excerpts'] as const;
export type Lack = (typeof lacks)[number];

export type DeskQuery = { code: number | null; country: string | null; lacks: Lack | null };

/** The included publications with what is coded, narrowed to a code, a country, or to what something is missing from. */
export function codingProgress(db: Db, reviewId: number, query: DeskQuery) {
  const publications = includedPublications(db, reviewId);
  const ids = publications.map((row) => row.rootId);
  const [aims, countries, codes] = [aimsOf(db, ids), countriesOf(db, ids), codesOf(db, ids)];
  const [excerpts, findings] = [excerptsOf(db, ids), findingCounts(db, ids)];
  const rows = publications.map((publication) => ({
    publication,
    hasAim: aims.has(publication.rootId),
    countries: countries.get(publication.rootId) ?? [],
    codes: codes.get(publication.rootId) ?? [],
    excerptCount: excerpts.get(publication.rootId)?.length ?? 0,
    findingCount: findings.get(publication.rootId) ?? 0,
  }));
  const below = query.code === null ? null : codeWithBelow(db, reviewId, query.code);
  return { rows: rows.filter((row) => answers(row, query, below)), total: rows.length };
}

type ProgressRow = {
  hasAim: boolean;
  countries: string[];
  codes: { codeId: number }[];
  excerptCount: number;
};

function answers(row: ProgressRow, query: DeskQuery, codes: Set<number> | null): boolean {
  if (codes && !row.codes.some((code) => codes.has(code.codeId))) return false;
  if (query.country !== null && !row.countries.includes(query.country)) return false;
  if (query.lacks === 'aim') return !row.hasAim;
  if (query.lacks === 'countries') return row.countries.length === 0;
  if (query.lacks === 'codes') return row.codes.length === 0;
  return query.lacks !== 'excerpts' || row.excerptCount === 0;
}

/** How many findings each publication speaks for or against. */
function findingCounts(db: Db, rootIds: number[]): Map<number, number> {
  const rows = db
    .selectDistinct({ findingId: support.findingId, rootId: report.rootId })
    .from(support)
    .innerJoin(report, eq(report.id, support.reportId))
    .innerJoin(finding, eq(finding.id, support.findingId))
    .where(
      and(isOneOf(report.rootId, rootIds), isNull(support.removedAt), isNull(finding.archivedAt)),
    )
    .all();
  const byRoot = groupBy(rows, (row) => row.rootId ?? 0);
  return new Map([...byRoot].map(([rootId, own]) => [rootId, own.length]));
}

/** One publication with everything that people attached to it. */
export function deskOf(db: Db, reviewId: number, reportId: number) {
  const { rootId } = requireReport(db, reportId, reviewId);
  const publication = publicationsByRoot(db, [rootId]).get(rootId);
  if (!publication) throw notFound();
  const excerpts = excerptsOf(db, [rootId]).get(rootId) ?? [];
  const matches = matchExcerpts(db, excerpts);
  return {
    publication,
    aim: aimsOf(db, [rootId]).get(rootId) ?? null,
    countries: countriesOf(db, [rootId]).get(rootId) ?? [],
    codings: codingsOf(db, [rootId]),
    excerpts: excerpts.map((row) => ({ ...row, match: matches.get(row.id) ?? null })),
    cases: casesOf(db, reviewId).filter((row) => row.rootId === rootId),
  };
}

export type Desk = ReturnType<typeof deskOf>;

/** The publications before and after one in the list that people work through. */
export function neighbours(db: Db, reviewId: number, rootId: number) {
  const ids = includedPublications(db, reviewId).map((row) => row.rootId);
  const at = ids.indexOf(rootId);
  return { before: at > 0 ? ids[at - 1] : undefined, after: at >= 0 ? ids[at + 1] : undefined };
}

/** The countries that the review's publications are about, for quick choice. */
export function countriesInUse(db: Db, reviewId: number): string[] {
  const ids = includedPublications(db, reviewId).map((row) => row.rootId);
  return [...new Set([...countriesOf(db, ids).values()].flat())].sort();
}

/** All excerpts of a review with their publications and what became of each quotation. */
export function excerptList(db: Db, reviewId: number, query: { code: number | null }) {
  const below = query.code === null ? null : codeWithBelow(db, reviewId, query.code);
  const rows = excerptsOfReview(db, reviewId).filter(
    (row) => below === null || row.codes.some((code) => below.has(code.codeId)),
  );
  const publications = publicationsByRoot(db, new Set(rows.map((row) => row.rootId)));
  const matches = matchExcerpts(db, rows);
  return rows.flatMap((row) => {
    const publication = publications.get(row.rootId);
    return publication ? [{ ...row, publication, match: matches.get(row.id) ?? null }] : [];
  });
}
