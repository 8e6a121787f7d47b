/** An evidence gap map: a table that can be read as one, with bubbles beside its numbers. */
import type { TableDefinition } from '../../../schema/synthesis.ts';
import { type CrossedTable, isUncoded, keyOf, labelOf } from './built.ts';
import type { CellAddress } from './cell-addresses.ts';
import type { Line } from './crossing.ts';
import type { CellPlace } from './definition.ts';

/** Radii in the unit of the drawing; the area of a bubble is its count. */
const radiusMax = 15;
const radiusMin = 3;
/** Patterns that the stylesheet has for the parts of a cell. */
const patterns = 6;

export function gapMap(table: CrossedTable, definition: TableDefinition, cellAddress: CellAddress) {
  const { crossed, reader } = table;
  const [columnName = ''] = definition.columns;
  const { rows, columns, segments } = crossed;
  const counts = rows.flatMap((row) => columns.map((column) => crossed.count({ row, column })));
  const most = Math.max(1, ...counts);
  const bubble = (count: number) =>
    Math.max(radiusMin, Math.round(radiusMax * Math.sqrt(count / most) * 10) / 10);
  const partLabel = (part: Line) => labelOf(reader, part, definition.segment);
  return {
    columns: columns.map((column) => ({ label: labelOf(reader, column, columnName) })),
    legend: segments.map((part, at) => ({ pattern: at % patterns, label: partLabel(part) })),
    rows: rows.map((row) => ({
      label: labelOf(reader, row, definition.rows),
      language: row.category?.language ?? null,
      cells: columns.map((column) => cellAt(row, column)),
      total: totalAt(row, null),
    })),
    totals: columns.map((column) => totalAt(null, column)),
    all: totalAt(null, null),
  };

  function cellAt(row: Line, column: Line) {
    const own = crossed.count({ row, column });
    const place = { row: keyOf(row), column: keyOf(column) };
    return {
      ...linked(own, place),
      bubble: bubble(own),
      isUncoded: own === 0 && isUncoded(table, row, column),
      row: labelOf(reader, row, definition.rows),
      column: labelOf(reader, column, columnName),
      parts: segments.flatMap((part, at) => {
        const count = crossed.count({ row, column, part });
        if (count === 0) return [];
        const shown = { pattern: at % patterns, label: partLabel(part), bubble: bubble(count) };
        return [{ ...linked(count, { ...place, part: keyOf(part) }), ...shown }];
      }),
    };
  }

  function totalAt(row: Line | null, column: Line | null) {
    const place = { ...(row && { row: keyOf(row) }), ...(column && { column: keyOf(column) }) };
    return linked(crossed.count({ row, column }), place);
  }

  function linked(count: number, place: CellPlace) {
    return { count, href: count > 0 ? cellAddress(place) : null };
  }
}

export type GapMap = ReturnType<typeof gapMap>;
