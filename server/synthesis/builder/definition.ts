/** A table's definition as addresses and forms carry it. */
import { z } from 'zod';
import {
  cellKinds,
  rowOrders,
  type TableDefinition,
  tableShapes,
  tableUnits,
} from '../../../schema/synthesis.ts';
import { OneOrMany, Ticked } from '../../platform/forms.ts';

const Name = z.string().max(200);

/** Columns of a listing beyond this many fit no page. */
const columnsMax = 20;

const fields = {
  shape: z.enum(tableShapes),
  unit: z.enum(tableUnits),
  rows: Name.default(''),
  columns: OneOrMany(Name),
  segment: Name.default(''),
  cells: z.enum(cellKinds).default('count'),
  order: z.enum(rowOrders).default('own'),
  empty: Ticked,
  none: Ticked,
};

export const DefinitionFields = fields;
export const DefinitionQuery = z.object(fields);
type Sent = z.infer<typeof DefinitionQuery>;

export function definitionFrom(sent: Sent): TableDefinition {
  const { shape, unit, rows, segment, cells, order } = sent;
  const named = [...new Set(sent.columns.filter((name) => name !== ''))];
  return {
    shape,
    unit,
    rows,
    columns: shape === 'listing' ? named.slice(0, columnsMax) : named.slice(0, 1),
    segment: shape === 'listing' ? '' : segment,
    cells: shape === 'map' ? 'count' : cells,
    order,
    showsEmpty: sent.empty,
    showsNone: sent.none,
  };
}

export function definitionQuery(definition: TableDefinition): URLSearchParams {
  const { shape, unit, rows, columns, segment, cells, order, showsEmpty, showsNone } = definition;
  const query = new URLSearchParams({ shape, unit, rows, segment, cells, order });
  for (const name of columns) query.append('columns', name);
  if (showsEmpty) query.set('empty', 'on');
  if (showsNone) query.set('none', 'on');
  return query;
}

/** Which cell of a crossing: keys of categories, `-` for what has none; missing means all of them. */
export const CellQuery = z.object({
  row: Name.optional(),
  column: Name.optional(),
  part: Name.optional(),
});
export type CellPlace = z.infer<typeof CellQuery>;
