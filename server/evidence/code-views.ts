/** Codes and frameworks as readers see them: what each means, and what is filed under it. */
import { and, eq, isNull } from 'drizzle-orm';
import { codebook } from '../../schema/coding.ts';
import type { Words } from '../../schema/columns.ts';
import { type CodebookWithCodes, codebooksOf } from '../coding/codebooks/codebooks.ts';
import { withDescendants } from '../coding/codebooks/tree.ts';
import { codesOf } from '../coding/desk/codings.ts';
import { excerptsOfReview } from '../coding/excerpts/excerpts.ts';
import { includedPublications } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { type FindingWithThemes, findingsOf } from '../findings/findings.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { readCodes } from './codes.ts';
import {
  forReaders,
  type PublicationListRow,
  publicationList,
  type ReaderExcerpt,
} from './publication-views.ts';

type CodeNode = CodebookWithCodes['codes'][number];
type Named = { key: string; label: Words };

export type CodeView = {
  codebook: Named & { kind: CodebookWithCodes['kind'] };
  key: string;
  label: Words;
  definition: Words;
  synonyms: CodeNode['synonyms'];
  source: string;
  /** What it is part of, from the top. */
  path: Named[];
  children: (Named & { publications: number })[];
  /** Filed under it or under anything below it. */
  publications: PublicationListRow[];
  findings: FindingWithThemes[];
  /** Each with the publication that it is from, which need not be filed here itself. */
  excerpts: (ReaderExcerpt & { publication: PublicationListRow })[];
  /** How the search names it. */
  facet: 'theme' | 'code';
  value: string;
};

export function codeView(
  db: Db,
  review: ReviewRow,
  codebookKey: string,
  codeKey: string,
): CodeView | null {
  const book = codebooksOf(db, review.id).find((row) => row.key === codebookKey);
  const nodes = book ? everyCode(book.codes) : [];
  const node = nodes.find((row) => row.key === codeKey);
  if (!book || !node) return null;
  const findings = findingsOf(db, review.id, { onlyFinal: true });
  const known = readCodes(db, review.id, findings).get(node.id);
  const filed = filing(db, review);
  const below = withDescendants(nodes, node.id);
  const everyPublication = publicationList(db, review);
  const publications = everyPublication.filter((row) => filed.isUnder(row.id, below));
  const { key, label, definition, synonyms, source } = node;
  return {
    codebook: { key: book.key, label: book.label, kind: book.kind },
    key,
    label,
    definition,
    synonyms,
    source,
    path: pathTo(nodes, node),
    children: node.children.map((child) => ({
      key: child.key,
      label: child.label,
      publications: filed.countUnder(withDescendants(nodes, child.id)),
    })),
    publications,
    findings: findings.filter((row) => row.themes.some((theme) => below.has(theme.codeId))),
    excerpts: filed.excerpts
      .filter((row) => row.codes.some((code) => below.has(code.codeId)))
      .flatMap((row) => {
        const publication = everyPublication.find(({ id }) => id === row.rootId);
        return publication ? [{ ...row, publication }] : [];
      }),
    facet: known?.facet ?? 'code',
    value: known?.value ?? '',
  };
}

const everyCode = (codes: CodeNode[]): CodeNode[] =>
  codes.flatMap((code) => [code, ...everyCode(code.children)]);

/** Which included publications and which of their excerpts carry which codes. */
function filing(db: Db, review: ReviewRow) {
  const ids = includedPublications(db, review.id).map((row) => row.rootId);
  const codings = codesOf(db, ids);
  const isUnder = (rootId: number, codeIds: ReadonlySet<number>) =>
    (codings.get(rootId) ?? []).some((row) => codeIds.has(row.codeId));
  return {
    isUnder,
    countUnder: (codeIds: ReadonlySet<number>) => ids.filter((id) => isUnder(id, codeIds)).length,
    excerpts: excerptsOfReview(db, review.id)
      .filter((row) => ids.includes(row.rootId))
      .map(forReaders),
  };
}

function pathTo(nodes: readonly CodeNode[], { parentId }: CodeNode): Named[] {
  const parent = nodes.find((row) => row.id === parentId);
  return parent ? [...pathTo(nodes, parent), { key: parent.key, label: parent.label }] : [];
}

export type Step = {
  key: string;
  number: number;
  label: Words;
  definition: Words;
  source: string;
  publications: number;
  excerpts: number;
  parts: Step[];
};
export type FrameworkView = {
  key: string;
  kind: CodebookWithCodes['kind'];
  label: Words;
  description: Words;
  source: string;
  steps: Step[];
};

/** A framework with its steps in order; a tree is shown in the same way. */
export function frameworkView(db: Db, review: ReviewRow, key: string): FrameworkView | null {
  const book = codebooksOf(db, review.id).find((row) => row.key === key);
  if (!book) return null;
  const nodes = everyCode(book.codes);
  const filed = filing(db, review);
  const stepOf = (node: CodeNode, at: number): Step => {
    const below = withDescendants(nodes, node.id);
    return {
      key: node.key,
      number: at + 1,
      label: node.label,
      definition: node.definition,
      source: node.source,
      publications: filed.countUnder(below),
      excerpts: filed.excerpts.filter((row) => row.codes.some((code) => below.has(code.codeId)))
        .length,
      parts: node.children.map(stepOf),
    };
  };
  const { kind, label, description, source } = book;
  return { key, kind, label, description, source, steps: book.codes.map(stepOf) };
}

/** The frameworks of a review, for the lists that lead to them. */
export function frameworksOf(db: Db, reviewId: number) {
  const open = and(
    eq(codebook.reviewId, reviewId),
    eq(codebook.kind, 'framework'),
    isNull(codebook.archivedAt),
  );
  const keys = db.select({ key: codebook.key }).from(codebook).where(open).all();
  if (keys.length === 0) return [];
  return codebooksOf(db, reviewId)
    .filter((book) => book.kind === 'framework')
    .map((book) => ({ key: book.key, label: book.label, steps: book.codes.length }));
}
