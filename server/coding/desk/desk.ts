/** The coding desk: which publications there are to code, what each has, and one publication with all of it. */
import { and, eq, isNull } from 'drizzle-orm';
import { finding, support } from '../../../schema/findings.ts';
import { report } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { codeWithBelow } from '../codebooks/code-use.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { flatten } from '../codebooks/tree.ts';
import { type MarkRow, marksOf } from '../coders/coder-marks.ts';
import { codersOf, pairingOf, type Viewer } from '../coders/double-coding.ts';
import { excerptsOf, excerptsOfReview } from '../excerpts/excerpts.ts';
import { matchExcerpts } from '../excerpts/quotations.ts';
import { includedPublications, publicationsByRoot } from '../publications.ts';
import { groupBy, isOneOf, requireReport } from '../rows.ts';
import { aimsOf } from './aims.ts';
import { casesOf } from './cases.ts';
import { type CodingRow, codesOf, codingsOf } from './codings.ts';
import { countriesOf } from './countries.ts';

/** What a publication may still lack. */
export const lacks = ['aim', 'countries', 'codes', 'excerpts'] as const;
export type Lack = (typeof lacks)[number];

export type DeskQuery = { code: number | null; country: string | null; lacks: Lack | null };

/** The included publications with what is coded, narrowed to a code, a country, or to what something is missing from. */
export function codingProgress(db: Db, reviewId: number, query: DeskQuery, viewer: Viewer = null) {
  const publications = includedPublications(db, reviewId);
  const ids = publications.map((row) => row.rootId);
  const [aims, countries, codes] = [aimsOf(db, ids), countriesOf(db, ids), codesOf(db, ids)];
  const [excerpts, findings] = [excerptsOf(db, ids, viewer), findingCounts(db, ids)];
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
export function deskOf(db: Db, reviewId: number, reportId: number, personId: number) {
  const { rootId } = requireReport(db, reportId, reviewId);
  const publication = publicationsByRoot(db, [rootId]).get(rootId);
  if (!publication) throw notFound();
  const excerpts = excerptsOf(db, [rootId], personId).get(rootId) ?? [];
  const matches = matchExcerpts(db, excerpts);
  return {
    publication,
    aim: aimsOf(db, [rootId]).get(rootId) ?? null,
    countries: countriesOf(db, [rootId]).get(rootId) ?? [],
    ...codingFor(db, reviewId, rootId, personId),
    excerpts: excerpts.map((row) => ({ ...row, match: matches.get(row.id) ?? null })),
    cases: casesOf(db, reviewId).filter((row) => row.rootId === rootId),
  };
}

/** The codes that hold; or, while two people code alone, this one's own. */
function codingFor(db: Db, reviewId: number, rootId: number, personId: number) {
  const agreed = codingsOf(db, [rootId]);
  if (codersOf(db, reviewId) === 1) return { codings: agreed, turn: null };
  const pairing = pairingOf(db, rootId);
  const own = pairing.coders.find((coder) => coder.personId === personId) ?? null;
  const isTaken = own === null && pairing.coders.length >= 2;
  if (pairing.isOpen) return { codings: agreed, turn: { pairing, own, isTaken } };
  const marks = marksOf(db, [rootId]).filter((mark) => mark.personId === personId);
  return { codings: markedCodes(db, reviewId, marks), turn: { pairing, own, isTaken } };
}

/** A coder's marks as the codings that they would be. */
function markedCodes(db: Db, reviewId: number, marks: readonly MarkRow[]): CodingRow[] {
  return codebooksOf(db, reviewId).flatMap((book) =>
    flatten(book.codes).flatMap(({ node }) => {
      const mark = marks.find((each) => each.codeId === node.id);
      if (!mark) return [];
      const { rootId, locator, personId } = mark;
      const { id: codeId, key, label, parentId } = node;
      const of = { codebookId: book.id, codebookKey: book.key, codebookKind: book.kind };
      const said = { codingId: codeId, rootId, locator, personId };
      return [{ ...said, codeId, key, label, parentId, ...of, codebookLabel: book.label }];
    }),
  );
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
export function excerptList(
  db: Db,
  reviewId: number,
  query: { code: number | null },
  personId: number,
) {
  const below = query.code === null ? null : codeWithBelow(db, reviewId, query.code);
  const all = excerptsOfReview(db, reviewId, personId);
  const rows = all.filter(
    (row) => below === null || row.codes.some((code) => below.has(code.codeId)),
  );
  const publications = publicationsByRoot(db, new Set(rows.map((row) => row.rootId)));
  const matches = matchExcerpts(db, rows);
  return rows.flatMap((row) => {
    const publication = publications.get(row.rootId);
    return publication ? [{ ...row, publication, match: matches.get(row.id) ?? null }] : [];
  });
}
