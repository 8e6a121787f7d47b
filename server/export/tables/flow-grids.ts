/** The flow as tables: its boxes, what each source gave, what sources have in common, the rows behind a number. */
import { translate } from '../../platform/i18n.ts';
import { publicationAddress, reportAddress } from '../../synthesis/addresses.ts';
import type { Flow } from '../../synthesis/flow/flow.ts';
import type { ListedRow } from '../../synthesis/flow/lists.ts';
import { overlapMatrix, sourceBox } from '../../synthesis/flow/page.ts';
import { boxLabel, type FlowReader, flowNotes, partLabel } from '../../synthesis/flow/words.ts';
import { numberCell, plainCell, wordsCell } from '../../synthesis/tables/table.ts';
import { type NamedGrid, namedGrid, numberColumn, textColumn } from './named-grid.ts';

/** A box, and below it each of its parts. */
export function boxesGrid(flow: Flow, { locale, review }: FlowReader): NamedGrid {
  const label = (key: 'box' | 'part' | 'derived' | 'reported' | 'state') =>
    translate(locale, `flow.column.${key}`);
  const state = (box: Flow['boxes'][number]) =>
    [
      translate(locale, `flow.status.${box.status}`),
      ...box.pending.map(({ reason, count }) =>
        translate(locale, `flow.pending.${reason}`, { count }),
      ),
    ].join('; ');
  return namedGrid(locale, review, {
    title: translate(locale, 'flow.title'),
    columns: [
      textColumn('box', label('box')),
      textColumn('part', label('part')),
      numberColumn('derived', label('derived')),
      numberColumn('reported', label('reported')),
      textColumn('state', label('state')),
    ],
    cells: flow.boxes.flatMap((box) => {
      const name = plainCell(boxLabel(locale, flow, box.id));
      const numbers = ({ derived, reported }: Pick<typeof box, 'derived' | 'reported'>) => [
        numberCell(derived),
        numberCell(reported),
      ];
      return [
        [name, plainCell(''), ...numbers(box), plainCell(state(box))],
        ...box.parts.map((part) => [
          name,
          plainCell(partLabel(locale, part)),
          ...numbers(part),
          plainCell(''),
        ]),
      ];
    }),
    note: flowNotes(locale, flow).join(' '),
  });
}

const sourceNumbers = [
  'identified',
  'duplicates',
  'automation',
  'other',
  'kept',
  'unique',
  'included',
] as const;

export function sourcesGrid({ sources }: Flow, { locale, review }: FlowReader): NamedGrid {
  return namedGrid(locale, review, {
    title: translate(locale, 'flow.sources'),
    columns: [
      textColumn('source', translate(locale, 'flow.column.source')),
      textColumn('kind', translate(locale, 'list.column.kind')),
      textColumn('date', translate(locale, 'list.column.date')),
      ...sourceNumbers.map((key) => numberColumn(key, translate(locale, `flow.column.${key}`))),
    ],
    cells: sources.map((row) => [
      plainCell(row.source),
      plainCell(translate(locale, `flow.short.${sourceBox(row.kind)}`)),
      plainCell(row.searchedOn ?? ''),
      ...sourceNumbers.map((key) => numberCell(row[key])),
    ]),
    note: translate(locale, 'flow.sources_caption'),
  });
}

/** Every search beside every other; of one search alone there is nothing to compare. */
export function overlapsGrid(flow: Flow, { locale, review }: FlowReader): NamedGrid {
  const matrix = overlapMatrix(flow) ?? { columns: [], rows: [] };
  const named = (row: { number: number; source: string }) => `${row.number}. ${row.source}`;
  return namedGrid(locale, review, {
    title: translate(locale, 'flow.overlaps'),
    columns: [
      textColumn('source', translate(locale, 'flow.column.source')),
      ...matrix.columns.map((column) => numberColumn(String(column.number), named(column))),
    ],
    cells: matrix.rows.map((row) => [
      plainCell(named(row)),
      ...row.cells.map(({ reports }) => numberCell(reports)),
    ]),
    note: translate(locale, 'flow.overlaps_note'),
  });
}

/** @param label what the number counts. */
export function rowsGrid(
  rows: readonly ListedRow[],
  { locale, review, mayRead }: FlowReader,
  label: string,
): NamedGrid {
  const column = (key: 'author' | 'title' | 'source' | 'reason' | 'study') =>
    textColumn(key, translate(locale, `flow.column.${key}`));
  const isStudies = rows[0]?.unit === 'study';
  const addressOf = mayRead ? reportAddress : publicationAddress;
  const lead = ({ reportId }: ListedRow) =>
    reportId === null ? null : addressOf(review.slug, reportId);
  return namedGrid(locale, review, {
    title: label,
    columns: isStudies
      ? [column('study'), numberColumn('reports', translate(locale, 'flow.column.reports'))]
      : [
          column('author'),
          numberColumn('year', translate(locale, 'flow.column.year')),
          column('title'),
          column('source'),
          column('reason'),
        ],
    headerAt: isStudies ? 0 : 2,
    cells: rows.map((row) =>
      isStudies
        ? [plainCell(row.title), numberCell(row.reports)]
        : [
            plainCell(row.firstAuthor),
            numberCell(row.year),
            plainCell(row.title || translate(locale, 'flow.untitled'), lead(row)),
            plainCell(row.source ?? ''),
            wordsCell(locale, row.reason ?? {}),
          ],
    ),
    note: translate(locale, 'list.note', { rows: rows.length }),
  });
}
