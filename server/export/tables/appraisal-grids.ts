/** The traffic-light table and the Summary of Qualitative Findings as grids, which every file format can write. */

import type { Locale, Words } from '../../../schema/columns.ts';
import { shortLabel } from '../../appraisal/page.ts';
import type { SummaryRow } from '../../appraisal/summary.ts';
import type { Light, TrafficTable } from '../../appraisal/traffic.ts';
import { publicationLine } from '../../coding/page.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { findingAddress } from '../../synthesis/addresses.ts';
import { listCell, numberCell, plainCell, wordsCell } from '../../synthesis/tables/table.ts';
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
    cells: rows.map(({ finding, confidence, publications }) => [
      numberCell(finding.number),
      wordsCell(locale, finding.statement, findingAddress(review.slug, finding.id)),
      plainCell(confidence ? levelText(locale, confidence) : ''),
      confidence ? wordsCell(locale, confidence.explanation) : plainCell(''),
      listCell(
        publications.map((publication) => ({
          text: shortLabel(locale, publication),
          language: null,
          href: publicationLine(locale, review.slug, publication).href,
        })),
      ),
    ]),
    note: translate(locale, 'confidence.counted', {
      judged: rows.filter(({ confidence }) => confidence !== null).length,
      count: rows.length,
    }),
    sources: [translate(locale, 'confidence.source')],
  });
}

function levelText(locale: Locale, { level, isStale }: NonNullable<SummaryRow['confidence']>) {
  const said = translate(locale, `confidence.level.${level}`);
  return isStale ? translate(locale, 'confidence.level_stale', { level: said }) : said;
}
