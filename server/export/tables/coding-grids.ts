/** What was extracted and how far coders agree, as tables that every file format can write. */
import type { Locale, Words } from '../../../schema/columns.ts';
import type { FormField } from '../../../schema/extraction.ts';
import type { Agreement } from '../../coding/coders/agreement.ts';
import type { CodeAgreement } from '../../coding/coders/double-coding.ts';
import { answerText } from '../../coding/forms/answer-page.ts';
import type { AnswerTable } from '../../coding/forms/answer-table.ts';
import { publicationLine, type ReviewPlace } from '../../coding/page.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import {
  type Cell,
  type Column,
  numberCell,
  plainCell,
  wordsCell,
} from '../../synthesis/tables/table.ts';
import { type NamedGrid, namedGrid, numberColumn, textColumn } from './named-grid.ts';

type Place = ReviewPlace & { title: Words };

/** A row for each included publication; an empty cell says whether it was asked at all. */
export function answersGrid(
  locale: Locale,
  review: Place,
  { form, books, rows }: AnswerTable,
): NamedGrid {
  const cellOf = (row: AnswerTable['rows'][number], field: FormField): Cell => {
    if (!row.asked.has(field.key)) return plainCell(translate(locale, 'forms.not_asked'));
    const value = row.answers.get(field.key)?.value ?? null;
    if (value === null)
      return plainCell(field.isRequired ? translate(locale, 'coding.missing') : '');
    const text = answerText(locale, books, field, value);
    if (field.kind === 'number' && Number.isFinite(Number(text))) return numberCell(Number(text));
    return wordsCell(locale, { [locale]: text });
  };
  const kindOf = ({ kind }: FormField): Column['kind'] => (kind === 'number' ? 'number' : 'text');
  return namedGrid(locale, review, {
    title: inWords(locale, form.label),
    columns: [
      textColumn('publication', translate(locale, 'coding.publication_column')),
      textColumn('design', translate(locale, 'forms.design')),
      ...form.fields.map((field) => ({
        key: field.key,
        label: inWords(locale, field.label),
        kind: kindOf(field),
      })),
    ],
    cells: rows.map((row) => [
      plainCell(publicationLine(locale, review.slug, row.publication).label),
      plainCell(translate(locale, row.design ? `design.${row.design}` : 'common.not_reported')),
      ...form.fields.map((field) => cellOf(row, field)),
    ]),
    note: translate(locale, 'forms.complete', {
      complete: rows.filter(({ isComplete }) => isComplete).length,
      total: rows.length,
    }),
  });
}

const agreementColumns = ['both_yes', 'one_yes', 'both_no', 'observed', 'kappa', 'alpha'] as const;

/** A row for each code that anybody used; a measure that is not defined is an empty cell. */
export function agreementGrid(
  locale: Locale,
  review: Place,
  { codes, overall, publications }: CodeAgreement,
): NamedGrid {
  const figures = (row: Agreement) =>
    [
      row.both,
      row.onlyFirst + row.onlySecond,
      row.neither,
      ...[row.observed, row.kappa, row.alpha].map(rounded),
    ].map((value) => numberCell(value));
  return namedGrid(locale, review, {
    title: translate(locale, 'coders.per_code'),
    columns: [
      textColumn('code', translate(locale, 'list.column.code')),
      textColumn('codebook', translate(locale, 'list.column.codebook')),
      ...agreementColumns.map((key) => numberColumn(key, translate(locale, `coders.${key}`))),
    ],
    cells: codes.map((row) => [
      wordsCell(locale, row.label),
      wordsCell(locale, row.codebook),
      ...figures(row),
    ]),
    totals: {
      cells: [plainCell(translate(locale, 'coders.overall')), plainCell(''), ...figures(overall)],
    },
    note: [
      translate(locale, 'coders.per_code_count', { count: publications }),
      translate(locale, 'coders.counting'),
    ].join(' '),
  });
}

/** More digits than these say nothing of so few publications. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
