/** The codes of a review as readers meet them: each in one facet, with its place in the order of the codebooks. */
import type { CodebookKind } from '../../schema/coding.ts';
import type { Locale, Words } from '../../schema/columns.ts';
import { codebooksOf } from '../coding/codebooks/codebooks.ts';
import { flatten } from '../coding/codebooks/tree.ts';
import type { Db } from '../db.ts';
import type { FindingWithThemes } from '../findings/findings.ts';

export type Code = {
  id: number;
  parentId: number | null;
  key: string;
  codebookKey: string;
  codebookKind: CodebookKind;
  label: Words;
  synonyms: Partial<Record<Locale, string[]>>;
  /** A codebook that findings take their themes from is the facet of themes; the others are codes. */
  facet: 'theme' | 'code';
  value: string;
  position: number;
  depth: number;
};

/** What a code is called in an address. Reviews that share a codebook share its values. */
const codeValue = (codebookKey: string, codeKey: string) => `${codebookKey}.${codeKey}`;

export function readCodes(
  db: Db,
  reviewId: number,
  findings: readonly Pick<FindingWithThemes, 'themes'>[],
): Map<number, Code> {
  const themed = new Set(findings.flatMap(({ themes }) => themes.map((row) => row.codebookKey)));
  const codes = codebooksOf(db, reviewId).flatMap((book) =>
    flatten(book.codes).map(({ node, depth }) => ({
      id: node.id,
      parentId: node.parentId,
      key: node.key,
      codebookKey: book.key,
      codebookKind: book.kind,
      label: node.label,
      synonyms: node.synonyms,
      facet: themed.has(book.key) ? ('theme' as const) : ('code' as const),
      value: codeValue(book.key, node.key),
      depth,
    })),
  );
  return new Map(codes.map((code, position) => [code.id, { ...code, position }]));
}
