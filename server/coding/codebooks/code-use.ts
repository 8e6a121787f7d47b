/** How much each code is used, itself or through what stands below it: counted from the rows, never stored. */
import { and, eq, isNull } from 'drizzle-orm';
import { finding, findingTheme } from '../../../schema/findings.ts';
import type { Db } from '../../db.ts';
import type { Viewer } from '../coders/double-coding.ts';
import { codesOf } from '../desk/codings.ts';
import { excerptsOfReview } from '../excerpts/excerpts.ts';
import { includedPublications } from '../publications.ts';
import { type CodebookWithCodes, codebooksOf } from './codebooks.ts';
import { flatten, withDescendants } from './tree.ts';

export type CodeUse = { publications: number; excerpts: number; findings: number };
export const unused: CodeUse = { publications: 0, excerpts: 0, findings: 0 };

type CodeNode = CodebookWithCodes['codes'][number];
/** Code to the ids of what carries it. */
type Carriers = Map<number, Set<number>>;

/**
 * By code: included publications that carry it or a code below it, each once; excerpts; findings that have it as a
 * theme. A person outside the review counts final findings only.
 */
export function codeUse(
  db: Db,
  reviewId: number,
  options: { onlyFinal: boolean; viewer?: Viewer },
): Map<number, CodeUse> {
  const publications: Carriers = new Map();
  const excerpts: Carriers = new Map();
  const findings: Carriers = new Map();
  const included = includedPublications(db, reviewId).map((row) => row.rootId);
  for (const [rootId, codes] of codesOf(db, included))
    for (const { codeId } of codes) carry(publications, codeId, rootId);
  for (const { id, codes } of excerptsOfReview(db, reviewId, options.viewer))
    for (const { codeId } of codes) carry(excerpts, codeId, id);
  for (const row of themeRows(db, reviewId, options.onlyFinal))
    carry(findings, row.codeId, row.findingId);
  const uses = new Map<number, CodeUse>();
  const countUp = (node: CodeNode): number[] => {
    const ids = [node.id, ...node.children.flatMap(countUp)];
    uses.set(node.id, {
      publications: distinct(publications, ids),
      excerpts: distinct(excerpts, ids),
      findings: distinct(findings, ids),
    });
    return ids;
  };
  for (const book of codebooksOf(db, reviewId)) for (const node of book.codes) countUp(node);
  return uses;
}

function carry(carriers: Carriers, codeId: number, id: number): void {
  const own = carriers.get(codeId) ?? new Set();
  carriers.set(codeId, own.add(id));
}

function distinct(carriers: Carriers, codeIds: number[]): number {
  return new Set(codeIds.flatMap((codeId) => [...(carriers.get(codeId) ?? [])])).size;
}

/** A code and everything below it: what a list narrowed to the code shows. */
export function codeWithBelow(db: Db, reviewId: number, codeId: number): Set<number> {
  for (const book of codebooksOf(db, reviewId)) {
    const nodes = flatten(book.codes).map(({ node }) => node);
    if (nodes.some((node) => node.id === codeId)) return withDescendants(nodes, codeId);
  }
  return new Set([codeId]);
}

function themeRows(db: Db, reviewId: number, onlyFinal: boolean) {
  return db
    .select({ codeId: findingTheme.codeId, findingId: finding.id })
    .from(findingTheme)
    .innerJoin(finding, eq(finding.id, findingTheme.findingId))
    .where(
      and(
        eq(finding.reviewId, reviewId),
        isNull(finding.archivedAt),
        isNull(findingTheme.removedAt),
        onlyFinal ? eq(finding.state, 'final') : undefined,
      ),
    )
    .all();
}
