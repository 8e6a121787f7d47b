/** What was searched, sought and excluded, and by what criteria, as lists. */
import { printName } from '../../../import/normalize/names.ts';
import { publicationsByRoot } from '../../coding/publications.ts';
import { howText } from '../../documents/page.ts';
import { attemptsOfReview } from '../../documents/retrievals.ts';
import { type MessageKey, translate } from '../../platform/i18n.ts';
import { everyReport } from '../../records/reports/report-query.ts';
import { reportsOf, stateOf } from '../../records/reports/reports.ts';
import { currentProtocol } from '../../reviews/protocol.ts';
import { searchRuns } from '../../searches/runs.ts';
import { publicationLabel } from '../../synthesis/tables/labels.ts';
import { numberCell, plainCell, wordsCell } from '../../synthesis/tables/table.ts';
import { excludedInFullText } from './excluded.ts';
import { type ListContent, type ListRequest, listCell, publicationNames } from './list-content.ts';

export function publicationRows({ db, review, locale }: ListRequest): ListContent {
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
      listCell(reference.authors.map(printName)),
      numberCell(year),
      plainCell(title),
      plainCell(reference.container ?? ''),
      plainCell(reference.doi ?? ''),
      plainCell(translate(locale, `report_state.${states.get(id) ?? 'undecided'}` as MessageKey)),
    ]),
    headerAt: 3,
  };
}

export function searchRows({ db, review, locale }: ListRequest): ListContent {
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

export function criterionRows({ db, review, locale }: ListRequest): ListContent {
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
export function retrievalRows({ db, review, locale }: ListRequest): ListContent {
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

export function excludedRows({ db, review, locale }: ListRequest): ListContent {
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
