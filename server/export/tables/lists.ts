/** The rows behind a review as tables: what was searched, sought, excluded, quoted and coded, and by what. */
import { printName } from '../../../import/normalize/names.ts';
import type { Locale, Words } from '../../../schema/columns.ts';
import { codebooksOf } from '../../coding/codebooks/codebooks.ts';
import { flatten } from '../../coding/codebooks/tree.ts';
import { codingsOf } from '../../coding/desk/codings.ts';
import { excerptsOfReview } from '../../coding/excerpts/excerpts.ts';
import { publicationsByRoot } from '../../coding/publications.ts';
import { groupBy } from '../../coding/rows.ts';
import type { Db } from '../../db.ts';
import { howText } from '../../documents/page.ts';
import { attemptsOfReview } from '../../documents/retrievals.ts';
import { inWords, type MessageKey, translate } from '../../platform/i18n.ts';
import { everyReport } from '../../records/reports/report-query.ts';
import { reportsOf, stateOf } from '../../records/reports/reports.ts';
import { currentProtocol } from '../../reviews/protocol.ts';
import { searchRuns } from '../../searches/runs.ts';
import { publicationLabel } from '../../synthesis/tables/labels.ts';
import {
  type Cell,
  type Column,
  numberCell,
  plainCell,
  wordsCell,
} from '../../synthesis/tables/table.ts';
import { excludedInFullText } from './excluded.ts';
import type { Grid } from './grid.ts';

export const listNames = [
  'publications',
  'searches',
  'criteria',
  'retrievals',
  'excluded',
  'excerpts',
  'codes',
  'codings',
] as const;
export type ListName = (typeof listNames)[number];
export type ListRequest = {
  db: Db;
  review: { id: number; slug: string; title: Words };
  locale: Locale;
};
export type List = Grid & { name: ListName; review: string };

type Content = { columns: [string, Column['kind']][]; cells: Cell[][]; headerAt?: number };

const makers: Record<ListName, (request: ListRequest) => Content> = {
  publications: publicationRows,
  searches: searchRows,
  criteria: criterionRows,
  retrievals: retrievalRows,
  excluded: excludedRows,
  excerpts: excerptRows,
  codes: codeRows,
  codings: codingRows,
};

export function listOf(name: ListName, request: ListRequest): List {
  const { locale } = request;
  const { columns, cells, headerAt = 0 } = makers[name](request);
  const title = translate(locale, `list.${name}.title`);
  const review = inWords(locale, request.review.title);
  return {
    name,
    title,
    review,
    caption: translate(locale, 'tables.caption', { title, review }),
    columns: columns.map(([key, kind]) => ({
      key,
      kind,
      label: translate(locale, `list.column.${key}` as MessageKey),
    })),
    cells,
    headerAt,
    totals: null,
    note: translate(locale, 'list.note', { rows: cells.length }),
    sources: [],
  };
}

/** The same rows for machines: by key, nothing worded but the texts themselves. */
export function listJson({ name, title, columns, cells }: List) {
  const plainValue = (cell: Cell | undefined, { kind }: Column) => {
    if (!cell || cell.items.length === 0) return null;
    if (cell.number !== null) return cell.number;
    const texts = cell.items.map(({ text }) => text);
    return kind === 'list' ? texts : texts.join('\n');
  };
  const rows = cells.map((line) =>
    Object.fromEntries(columns.map((column, at) => [column.key, plainValue(line[at], column)])),
  );
  return { name, title, columns, rows };
}

const list = (texts: readonly string[]): Cell => ({
  items: texts.map((text) => ({ text, language: null, href: null })),
  number: null,
});

/** The short name of each of these publications; empty for one that is none any longer. */
function publicationNames(
  { db, locale }: { db: Db; locale: Locale },
  rootIds: number[],
): (rootId: number) => Cell {
  const known = publicationsByRoot(db, rootIds);
  return (rootId) => {
    const publication = known.get(rootId);
    return plainCell(publication ? publicationLabel(locale, publication) : '');
  };
}

function publicationRows({ db, review, locale }: ListRequest): Content {
  const rows = reportsOf(db, review.id, everyReport);
  const states = stateOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    columns: [
      ['id', 'number'],
      ['authors', 'list'],
      ['year', 'number'],
      ['title', 'text'],
      ['container', 'text'],
      ['doi', 'text'],
      ['state', 'text'],
    ],
    cells: rows.map(({ id, year, title, reference }) => [
      numberCell(id),
      list(reference.authors.map(printName)),
      numberCell(year),
      plainCell(title),
      plainCell(reference.container ?? ''),
      plainCell(reference.doi ?? ''),
      plainCell(translate(locale, `report_state.${states.get(id) ?? 'undecided'}` as MessageKey)),
    ]),
    headerAt: 3,
  };
}

function searchRows({ db, review, locale }: ListRequest): Content {
  return {
    columns: [
      ['source', 'text'],
      ['platform', 'text'],
      ['kind', 'text'],
      ['date', 'text'],
      ['hits', 'number'],
      ['records', 'number'],
      ['limits', 'text'],
      ['query', 'text'],
    ],
    cells: searchRuns(db, review.id).map((run) => [
      plainCell(run.source),
      plainCell(run.platform),
      plainCell(translate(locale, `source_kind.${run.kind}`)),
      plainCell(run.searchedOn ?? ''),
      numberCell(run.hitsDeclared),
      numberCell(run.records),
      plainCell(run.limits),
      plainCell(run.query),
    ]),
  };
}

function criterionRows({ db, review, locale }: ListRequest): Content {
  const criteria = currentProtocol(db, review.id)?.content.criteria ?? [];
  return {
    columns: [
      ['code', 'text'],
      ['kind', 'text'],
      ['label', 'text'],
      ['statement', 'text'],
    ],
    cells: criteria.map(({ code, kind, label, statement }) => [
      plainCell(code),
      plainCell(translate(locale, `delivery.criteria.${kind}`)),
      wordsCell(locale, label),
      wordsCell(locale, statement),
    ]),
  };
}

/** Every attempt to get a full text, the latest first. */
function retrievalRows({ db, review, locale }: ListRequest): Content {
  const rows = attemptsOfReview(db, review.id);
  const nameOf = publicationNames(
    { db, locale },
    rows.flatMap(({ rootId }) => rootId ?? []),
  );
  return {
    columns: [
      ['publication', 'text'],
      ['date', 'text'],
      ['person', 'text'],
      ['outcome', 'text'],
      ['how', 'text'],
    ],
    cells: rows.map(({ rootId, at, person, outcome, how }) => [
      nameOf(rootId ?? 0),
      plainCell(at.slice(0, 10)),
      plainCell(person ?? ''),
      plainCell(translate(locale, `retrieval_outcome.${outcome}`)),
      plainCell(howText(locale, how)),
    ]),
  };
}

function excludedRows({ db, review, locale }: ListRequest): Content {
  const rows = excludedInFullText(db, review.id);
  const known = publicationsByRoot(
    db,
    rows.map(({ reportId }) => reportId),
  );
  return {
    columns: [
      ['publication', 'text'],
      ['title', 'text'],
      ['code', 'text'],
      ['reason', 'text'],
    ],
    cells: rows.flatMap(({ reportId, code, label }) => {
      const publication = known.get(reportId);
      if (!publication) return [];
      return [
        [
          plainCell(publicationLabel(locale, publication)),
          plainCell(publication.title),
          plainCell(code ?? ''),
          wordsCell(locale, label ?? {}),
        ],
      ];
    }),
  };
}

function excerptRows({ db, review, locale }: ListRequest): Content {
  const rows = excerptsOfReview(db, review.id);
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
    ],
    cells: rows.map((row) => [
      nameOf(row.rootId),
      plainCell(row.page),
      plainCell(row.locator),
      wordsCell(locale, row.text),
    ]),
  };
}

/** Each codebook in its order; dashes say how deep a code stands. */
function codeRows({ db, review, locale }: ListRequest): Content {
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
        list(node.synonyms[locale] ?? []),
        numberCell(publications(node.id)),
      ]),
    ),
    headerAt: 1,
  };
}

function codingRows({ db, review, locale }: ListRequest): Content {
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
