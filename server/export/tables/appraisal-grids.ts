/** The traffic-light table, the Summary of Qualitative Findings and their Evidence Profile as grids, which every file format can write. */

import { confidenceComponents } from '../../../schema/appraisal.ts';
import type { Locale, Words } from '../../../schema/columns.ts';
import { confidenceLevel, levelMeanings, studyName } from '../../appraisal/notes.ts';
import { shortLabel } from '../../appraisal/page.ts';
import type { SummaryRow } from '../../appraisal/summary.ts';
import type { Light, TrafficTable } from '../../appraisal/traffic.ts';
import { publicationLine } from '../../coding/page.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { findingAddress } from '../../synthesis/addresses.ts';
import {
  type Cell,
  listCell,
  numberCell,
  plainCell,
  wordsCell,
} from '../../synthesis/tables/table.ts';
import { type NamedGrid, namedGrid, textColumn } from './named-grid.ts';

type Place = { slug: string; title: Words };

/** @param isNumbered on a printed page: the questions are called by their numbers and stand below the table. */
export function trafficGrid(
  locale: Locale,
  review: Place,
  table: TrafficTable,
  { isNumbered = false } = {},
): NamedGrid {
  const { instrument, questions, rows } = table;
  const label = inWords(locale, instrument.label);
  const title = translate(locale, 'appraisal.figure_title', { label });
  const judged = (light: Light) => translate(locale, `appraisal.judgement.${light}`);
  const asked = questions.map(({ text }, at) => `${at + 1}. ${inWords(locale, text)}`);
  return namedGrid(locale, review, {
    title,
    columns: [
      textColumn('publication', translate(locale, 'coding.publication_column')),
      ...questions.map(({ key }, at) =>
        textColumn(key, isNumbered ? String(at + 1) : (asked[at] ?? '')),
      ),
      textColumn('overall', translate(locale, 'appraisal.overall')),
      textColumn('reason', translate(locale, 'appraisal.reason')),
    ],
    cells: rows.map((row) => [
      plainCell(
        shortLabel(locale, row.publication),
        publicationLine(locale, review.slug, row.publication).href,
      ),
      ...row.cells.map((cell) => {
        if (!cell) return plainCell('');
        const reply = translate(locale, `appraisal.reply.${cell.reply}`);
        const said =
          cell.light === 'none'
            ? reply
            : translate(locale, 'appraisal.reply_judged', { reply, judgement: judged(cell.light) });
        return listCell(
          [said, cell.comment]
            .filter(Boolean)
            .map((each) => ({ text: each, language: null, href: null })),
        );
      }),
      plainCell(judged(row.overall)),
      plainCell(row.reason),
    ]),
    note: [...(isNumbered ? asked : []), translate(locale, 'appraisal.no_sum')].join(' '),
    sources: [inWords(locale, instrument.source)].filter(Boolean),
  });
}

export function summaryGrid(locale: Locale, review: Place, rows: SummaryRow[]): NamedGrid {
  const column = (key: 'finding' | 'confidence' | 'explanation' | 'studies') => ({
    key,
    label: translate(locale, `confidence.column.${key}`),
    kind: key === 'studies' ? ('list' as const) : ('text' as const),
  });
  return namedGrid(locale, review, {
    title: translate(locale, 'confidence.summary'),
    columns: [
      { key: 'number', label: translate(locale, 'tables.column.number'), kind: 'number' },
      column('finding'),
      column('confidence'),
      column('explanation'),
      column('studies'),
    ],
    headerAt: 1,
    cells: rows.map((row) => [
      numberCell(row.finding.number),
      wordsCell(locale, row.finding.statement, findingAddress(review.slug, row.finding.id)),
      plainCell(row.confidence ? confidenceLevel(locale, row.confidence) : ''),
      row.confidence ? wordsCell(locale, row.confidence.explanation) : plainCell(''),
      studiesCell(locale, review, row),
    ]),
    ...aboutConfidence(locale, rows),
  });
}

/** GRADE-CERQual's Evidence Profile: each finding that has been judged, component by component. */
export function profileGrid(locale: Locale, review: Place, all: SummaryRow[]): NamedGrid {
  const label = (key: 'finding' | 'confidence' | 'studies') =>
    translate(locale, `confidence.column.${key}`);
  return namedGrid(locale, review, {
    title: translate(locale, 'confidence.profile'),
    columns: [
      { key: 'number', label: translate(locale, 'tables.column.number'), kind: 'number' },
      textColumn('finding', label('finding')),
      ...confidenceComponents.map((component) =>
        textColumn(component, translate(locale, `confidence.component.${component}`)),
      ),
      textColumn('confidence', label('confidence')),
      { key: 'studies', label: label('studies'), kind: 'list' },
    ],
    headerAt: 1,
    cells: all.flatMap((row) => {
      const { finding, confidence } = row;
      if (!confidence) return [];
      return [
        [
          numberCell(finding.number),
          wordsCell(locale, finding.statement, findingAddress(review.slug, finding.id)),
          ...confidenceComponents.map((component) => {
            const { concern, reason } = confidence.components[component];
            const said = translate(locale, `confidence.concern.${concern}`);
            return listCell([...plainCell(said).items, ...wordsCell(locale, reason).items]);
          }),
          plainCell(confidenceLevel(locale, confidence)),
          studiesCell(locale, review, row),
        ],
      ];
    }),
    ...aboutConfidence(locale, all),
  });
}

const studiesCell = (locale: Locale, review: Place, row: SummaryRow): Cell =>
  listCell(
    row.publications.map((publication) => ({
      text: studyName(locale, row, publication),
      language: null,
      href: publicationLine(locale, review.slug, publication).href,
    })),
  );

/** How many are judged, what the levels mean, and whose method it is. */
function aboutConfidence(locale: Locale, rows: SummaryRow[]) {
  const judged = rows.filter(({ confidence }) => confidence !== null).length;
  const counted = translate(locale, 'confidence.counted', { judged, count: rows.length });
  return {
    note: `${counted} ${levelMeanings(locale)}`,
    sources: [translate(locale, 'confidence.source')],
  };
}
