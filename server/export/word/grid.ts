/** A table in Word: its header repeats on every page, no row is torn apart, and it fills the width exactly. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Locale } from '../../../schema/columns.ts';
import type { Cell, Column, Item } from '../../synthesis/tables/table.ts';
import { cellText } from '../cell-text.ts';
import type { Grid } from '../grid.ts';
import { shownNumber } from '../numbers.ts';
import { columnWidths } from '../print-layout.ts';
import { textWidth } from './paper.ts';
import { run } from './runs.ts';

export function gridOf(table: Grid, locale: Locale, isWide: boolean): Table {
  const available = textWidth(isWide);
  const widths = columnWidths(table, available);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, at) =>
      gridCell(widths[at] ?? 0, column, [[run(column.label, { isBold: true })]], 'E6EEF0'),
    ),
  });
  const line = (cells: Cell[], isTotal: boolean) =>
    new TableRow({
      cantSplit: true,
      children: table.columns.map((column, at) => {
        // A name in the first column stands out; a whole sentence in bold would only be heavy.
        const isBold = isTotal || (at === 0 && table.headerAt === 0);
        const shown = linesOf(cells[at], column, locale, isBold);
        return gridCell(widths[at] ?? 0, column, shown);
      }),
    });
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '9AA8AE' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: available, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: rule,
      insideVertical: none,
    },
    rows: [
      header,
      ...table.cells.map((cells) => line(cells, false)),
      ...(table.totals ? [line(table.totals.cells, true)] : []),
    ],
  });
}

function gridCell(width: number, column: Column, lines: ParagraphChild[][], fill?: string) {
  const alignment = column.kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlign.TOP,
    ...(fill ? { shading: { fill } } : {}),
    // A cell must hold a paragraph, or Word calls the file broken.
    children: (lines.length > 0 ? lines : [[]]).map(
      (children) => new Paragraph({ style: 'TableText', alignment, children }),
    ),
  });
}

/** Names in a list stand in one paragraph; points of a text stand one below the other. */
function linesOf(cell: Cell | undefined, column: Column, locale: Locale, isBold: boolean) {
  if (!cell || cell.items.length === 0) return [];
  if (cell.number !== null) {
    return [[run(shownNumber(cell.number, column, locale), { isBold })]];
  }
  if (column.kind === 'list') return [[run(cellText(cell, column), { isBold })]];
  return cell.items.map((item: Item) => [run(item.text, { isBold, language: item.language })]);
}
