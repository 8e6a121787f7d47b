/** What was quoted and coded, and with which codes, as lists. */
import { codebooksOf } from '../../coding/codebooks/codebooks.ts';
import { flatten } from '../../coding/codebooks/tree.ts';
import { codingsOf } from '../../coding/desk/codings.ts';
import { type ExcerptRow, excerptsOfReview } from '../../coding/excerpts/excerpts.ts';
import { matchExcerpts } from '../../coding/excerpts/quotations.ts';
import { matchLine } from '../../coding/page.ts';
import { groupBy } from '../../coding/rows.ts';
import { inWords } from '../../platform/i18n.ts';
import { everyReport } from '../../records/reports/report-query.ts';
import { reportsOf } from '../../records/reports/reports.ts';
import { numberCell, plainCell, wordsCell } from '../../synthesis/tables/table.ts';
import { type ListContent, type ListRequest, listCell, publicationNames } from './list-content.ts';

export const excerptRows = (request: ListRequest): ListContent =>
  excerptContent(request, excerptsOfReview(request.db, request.review.id));

/** Each with its codes, and whether its words stand in the stored text. */
export function excerptContent(
  { db, locale }: Pick<ListRequest, 'db' | 'locale'>,
  rows: readonly ExcerptRow[],
): ListContent {
  const matches = matchExcerpts(db, rows);
  const nameOf = publicationNames(
    { db, locale },
    rows.map(({ rootId }) => rootId),
  );
  return {
    columns: [
      ['publication', 'text'],
      ['page', 'text'],
      ['locator', 'text'],
      ['text', 'text'],
      ['codes', 'list'],
      ['in_text', 'text'],
    ],
    cells: rows.map((row) => [
      nameOf(row.rootId),
      plainCell(row.page),
      plainCell(row.locator),
      wordsCell(locale, row.text),
      listCell(row.codes.map(({ label }) => inWords(locale, label))),
      plainCell(matchLine(locale, matches.get(row.id) ?? null)?.text ?? ''),
    ]),
  };
}

/** Each codebook in its order; dashes say how deep a code stands. */
export function codeRows({ db, review, locale }: ListRequest): ListContent {
  const roots = reportsOf(db, review.id, everyReport).map(({ id }) => id);
  const used = groupBy(codingsOf(db, roots), ({ codeId }) => codeId);
  const publications = (codeId: number) =>
    new Set((used.get(codeId) ?? []).map(({ rootId }) => rootId)).size;
  return {
    columns: [
      ['codebook', 'text'],
      ['code', 'text'],
      ['definition', 'text'],
      ['synonyms', 'list'],
      ['publications', 'number'],
    ],
    cells: codebooksOf(db, review.id).flatMap((book) =>
      flatten(book.codes).map(({ node, depth }) => [
        wordsCell(locale, book.label),
        plainCell(`${'– '.repeat(depth - 1)}${inWords(locale, node.label)}`),
        wordsCell(locale, node.definition),
        listCell(node.synonyms[locale] ?? []),
        numberCell(publications(node.id)),
      ]),
    ),
    headerAt: 1,
  };
}

export function codingRows({ db, review, locale }: ListRequest): ListContent {
  const roots = reportsOf(db, review.id, everyReport).map(({ id }) => id);
  const rows = codingsOf(db, roots);
  const nameOf = publicationNames(
    { db, locale },
    rows.map(({ rootId }) => rootId),
  );
  return {
    columns: [
      ['publication', 'text'],
      ['code', 'text'],
      ['locator', 'text'],
    ],
    cells: rows.map((row) => [
      nameOf(row.rootId),
      wordsCell(locale, row.label),
      plainCell(row.locator),
    ]),
  };
}
