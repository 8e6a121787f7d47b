/** Everything that the dimensions of one table read, each read once. */
import { type CaseRow, casesOf } from '../../coding/cases.ts';
import { type CodebookWithCodes, codebooksOf } from '../../coding/codebooks.ts';
import { type FormRow, formsOf } from '../../coding/forms.ts';
import { type FindingWithThemes, findingsOf } from '../../findings/findings.ts';
import type { TableRequest } from '../tables/table.ts';
import { type Base, baseOf } from './base.ts';

export type Reader = {
  request: TableRequest;
  base: () => Base;
  books: () => CodebookWithCodes[];
  forms: () => FormRow[];
  findings: () => FindingWithThemes[];
  cases: () => CaseRow[];
};

export function readerFor(request: TableRequest): Reader {
  const { db, review, isPublic } = request;
  return {
    request,
    base: once(() => baseOf(db, review.id)),
    books: once(() => codebooksOf(db, review.id)),
    forms: once(() => formsOf(db, review.id)),
    findings: once(() => findingsOf(db, review.id, { onlyFinal: isPublic })),
    cases: once(() => casesOf(db, review.id)),
  };
}

function once<T>(read: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
