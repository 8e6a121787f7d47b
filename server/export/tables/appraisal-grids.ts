/** The traffic-light table, the Summary of Qualitative Findings and their Evidence Profile as grids, which every file format can write. */

import { confidenceComponents } from '../../../schema/appraisal.ts';
import type { Locale, Words } from '../../../schema/columns.ts';
import { confidenceLevel, levelMeanings, studyName } from '../../appraisal/notes.ts';
import { shortLabel, signs } from '../../appraisal/page.ts';
import type { SummaryRow } from '../../appraisal/summary.ts';
import type { Light, TrafficCell, TrafficRow, TrafficTable } from '../../appraisal/traffic.ts';
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

/**
 * @param isRead on a page: the questions are called by their numbers and stand below the table, answers are short,
 * and the comments are a table of their own.
 */
export function trafficGrid(
  locale: Locale,
  review: Place,
  table: TrafficTable,
  { isRead = false } = {},
): NamedGrid {
  const { instrument, questions, rows } = table;
  const label = inWords(locale, instrument.label);
  const title = translate(locale, 'appraisal.figure_title', { label });
  const judged = (light: Light) => translate(locale, `appraisal.judgement.${light}`);
  const asked = questions.map(({ text }, at) => `${at + 1}. ${inWords(locale, text)}`);
  const said = ({ reply: key, light }: Answered) => {
    const reply = translate(locale, `appraisal.reply.${key}`);
    if (light === 'none') return reply;
    if (isRead) return translate(locale, 'appraisal.reply_signed', { sign: signs[light], reply });
    return translate(locale, 'appraisal.reply_judged', { reply, judgement: judged(light) });
  };
  const legend = translate(locale, 'appraisal.signs', { ...signs });
  const hasComments = rows.some(({ cells }) => cells.some((cell) => cell?.comment));
  return namedGrid(locale, review, {
    title,
    columns: [
      textColumn('publication', translate(locale, 'coding.publication_column')),
      ...questions.map(({ key }, at) =>
        textColumn(key, isRead ? String(at + 1) : (asked[at] ?? '')),
      ),
      textColumn('overall', translate(locale, 'appraisal.overall')),
      textColumn('reason', translate(locale, 'appraisal.reason')),
    ],
    cells: rows.map((row) => [
      studyCell(locale, review, row),
      ...row.cells.map((cell) => {
        if (!cell) return plainCell('');
        const comment = isRead ? [] : plainCell(cell.comment).items;
        return listCell([...plainCell(said(cell)).items, ...comment]);
      }),
      plainCell(judged(row.overall)),
      plainCell(row.reason),
    ]),
    note: [...(isRead ? [legend, ...asked] : []), translate(locale, 'appraisal.no_sum')].join(' '),
    sources: [inWords(locale, instrument.source)].filter(Boolean),
    ...(isRead && hasComments ? { below: commentGrid(locale, review, table) } : {}),
  });
}

type Answered = NonNullable<TrafficCell>;

const studyCell = (locale: Locale, { slug }: Place, { publication }: TrafficRow): Cell =>
  plainCell(shortLabel(locale, publication), publicationLine(locale, slug, publication).href);

/** Study by question, the answers that somebody has said more of. */
function commentGrid(
  locale: Locale,
  review: Place,
  { instrument, questions, rows }: TrafficTable,
): NamedGrid {
  const label = inWords(locale, instrument.label);
  return namedGrid(locale, review, {
    title: translate(locale, 'appraisal.comments_title', { label }),
    columns: [
      textColumn('publication', translate(locale, 'coding.publication_column')),
      textColumn('question', translate(locale, 'appraisal.question_text')),
      textColumn('reply', translate(locale, 'appraisal.reply')),
      textColumn('comment', translate(locale, 'appraisal.comment')),
    ],
    cells: rows.flatMap((row) =>
      row.cells.flatMap((cell, at) =>
        cell?.comment
          ? [
              [
                studyCell(locale, review, row),
                plainCell(`${at + 1}. ${inWords(locale, questions[at]?.text ?? {})}`),
                plainCell(translate(locale, `appraisal.reply.${cell.reply}`)),
                plainCell(cell.comment),
              ],
            ]
          : [],
      ),
    ),
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
