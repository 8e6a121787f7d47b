/** What a cell counts, one by one: the same query as the number, so that the two can never differ. */
import type { TableDefinition, TableUnit } from '../../../schema/synthesis.ts';
import { notFound } from '../../errors.ts';
import { translate } from '../../platform/i18n.ts';
import { shownRows, type TableRequest } from '../tables/table.ts';
import { crossedTable, keyOf, labelOf } from './built.ts';
import type { Line } from './crossing.ts';
import type { CellPlace } from './definition.ts';
import { unitLabel } from './names.ts';
import { inOrder } from './order.ts';

/** @throws NOT_FOUND for a row, column or part that the table does not have. */
export function cellRows(request: TableRequest, definition: TableDefinition, place: CellPlace) {
  const table = crossedTable(request, definition);
  const { crossed, reader, things } = table;
  const row = lineOf(crossed.rows, place.row);
  const column = lineOf(crossed.columns, place.column);
  const part = lineOf(crossed.segments, place.part);
  const own = crossed.things({ row, column, part });
  const [columnName = ''] = definition.columns;
  const said = [
    row && labelOf(reader, row, definition.rows),
    column && labelOf(reader, column, columnName),
    part && labelOf(reader, part, definition.segment),
  ].filter((label) => label !== null);
  return {
    unit: unitLabel(reader, definition.unit),
    /** What the cell stands for; the whole table when nothing is named. */
    place: said.length > 0 ? said : [translate(request.locale, 'built.whole')],
    count: own.length,
    rows: shownRows(request, inOrder(things.order(), own)).map(things.named),
  };
}

function lineOf(lines: Line[], key: string | undefined): Line | null {
  if (key === undefined) return null;
  const found = lines.find((line) => keyOf(line) === key);
  if (!found) throw notFound();
  return found;
}

export type CellRows = ReturnType<typeof cellRows>;
/** A cell with all its rows, for files. */
export type WholeCell = {
  asked: TableRequest;
  unit: TableUnit;
  /** The title of the table that it stands in. */
  table: string;
  cell: CellRows;
};
