/** What the pages may show on which a person names a table's columns and mends a stretch of a file. */

import type { ColumnMapping } from '../../../import/formats/format.ts';
import { columnsOf, csvFields } from '../../../import/formats/tables/csv-columns.ts';
import { rowPieces } from '../../../import/formats/tables/csv-record.ts';
import { listedNames, printName } from '../../../import/normalize/names.ts';
import type { Reference } from '../../../import/reference.ts';
import type { record, rejection } from '../../../schema/records.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import type { Place } from '../page.ts';
import type { ImportRow } from './imports.ts';
import type { StoredHead } from './tables.ts';

/** Rows shown as they would be read. */
const previewRows = 5;
/** Cells shown of a column. */
const sampleCells = 3;

export function columnsPage(
  { locale, slug }: Place,
  data: {
    row: ImportRow;
    tableHead: StoredHead;
    columns: ColumnMapping;
    name: string;
    problems: Problem[];
  },
) {
  const { row, tableHead, columns } = data;
  const path = `/reviews/${slug}/imports/${row.id}`;
  return {
    title: translate(locale, 'columns.title', { name: row.fileName }),
    path,
    name: data.name,
    problems: problemsByField(data.problems, ['', 'columns', 'name']),
    columns: tableHead.columns.map((heading, index) => ({
      id: `c${index}`,
      heading,
      samples: tableHead.rows
        .map((cells) => cells[index]?.trim() ?? '')
        .filter((cell) => cell !== '')
        .slice(0, sampleCells)
        .map(shortened),
      options: [
        { value: '', text: translate(locale, 'columns.none'), isCurrent: !columns[heading] },
        ...csvFields.map((field) => ({
          value: field,
          text: fieldText(locale, field),
          isCurrent: columns[heading] === field,
        })),
      ],
    })),
    preview: previewOf(tableHead, columns).map(({ reference, kept }) => ({
      title: reference.title || translate(locale, 'records.no_title'),
      fields: previewFields(locale, reference).map(([field, value]) => ({
        label: fieldText(locale, field),
        value: shortened(value),
      })),
      kept: kept.map(({ tag, value }) => ({ tag, value: shortened(value) })),
    })),
  };
}

/** The first rows as they would be read. */
function previewOf(head: StoredHead, columns: ColumnMapping) {
  const columnsFor = columnsOf(head.columns, columns);
  const pieces = head.rows.slice(0, previewRows).flatMap((cells, index) => {
    const lines = [{ number: index + 2, text: cells.join('\t') }];
    return rowPieces({ cells, lines }, head.columns, columnsFor);
  });
  return pieces.flatMap((piece) =>
    piece.kind === 'reference' ? [{ reference: piece.reference, kept: piece.unmapped }] : [],
  );
}

function previewFields(locale: Place['locale'], reference: Reference): [string, string][] {
  const { title: _, type, authors, editors: _editors, ...others } = reference;
  const names = listedNames({ ...reference, authors })
    .names.map(printName)
    .join('; ');
  const pairs = Object.entries(others).map(([field, value]): [string, string] => [
    field,
    Array.isArray(value) ? value.join('; ') : String(value),
  ]);
  return [
    ['type', translateDynamic(locale, `reference_type.${type}`)] as [string, string],
    ['authors', names] as [string, string],
    ...pairs,
  ].filter(([field, value]) => value !== '' && field !== 'othersOmitted');
}

/** A field under its name, also those that a table parts and a reference joins. */
const fieldText = (locale: Place['locale'], field: string) =>
  translateDynamic(locale, `reference_field.${field}`);

const shownMax = 120;
const shortened = (text: string) =>
  text.length > shownMax ? `${text.slice(0, shownMax - 1)}…` : text;

export function mendPage(
  { locale, slug }: Place,
  data: {
    row: ImportRow;
    rejected: typeof rejection.$inferSelect;
    text: string | null;
    problem: string | null;
  },
) {
  const { row, rejected, text } = data;
  const { lineFrom, lineTo, raw } = rejected;
  const { code, params } = rejected.problem;
  return {
    title: translate(locale, 'mend.title', { name: row.fileName }),
    path: `/reviews/${slug}/imports/${row.id}`,
    action: `/reviews/${slug}/imports/${row.id}/rejected/${rejected.id}`,
    lines: translate(locale, 'mend.lines', { from: lineFrom, to: lineTo }),
    reason: translateDynamic(locale, `piece_problem.${code}`, params),
    raw,
    text: text ?? raw,
    rows: rowsFor(text ?? raw),
    problem: data.problem,
    canMend: row.state === 'done',
  };
}

export function apartPage(
  { locale, slug }: Place,
  data: {
    row: ImportRow;
    record: typeof record.$inferSelect;
    text: string | null;
    problem: string | null;
  },
) {
  const { row, record: found } = data;
  const text = data.text ?? found.raw;
  return {
    title: translate(locale, 'apart.title', { id: found.id }),
    report: `/reviews/${slug}/reports/${found.reportId}`,
    action: `/reviews/${slug}/records/${found.id}/apart`,
    lines: translate(locale, 'mend.lines', { from: found.lineFrom, to: found.lineTo }),
    raw: found.raw,
    text,
    rows: rowsFor(text),
    problem: data.problem,
    canMend: row.state === 'done',
  };
}

const rowsFor = (text: string): number => Math.min(30, Math.max(6, text.split('\n').length + 1));
