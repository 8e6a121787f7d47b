/** A table in Word: its header repeats on every page, no row is torn apart, and it fills the width exactly. */
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, Column, Item } from '../../synthesis/tables/table.ts';
import { type FileContext, type Grid, linkOf } from '../tables/grid.ts';
import { shownNumber } from '../tables/numbers.ts';
import { columnWidths } from '../tables/print-layout.ts';
import { textWidth } from './paper.ts';
import { run } from './runs.ts';

export function gridOf(table: Grid, context: FileContext, isWide: boolean): Table {
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
        const shown = linesOf(cells[at], column, context, isBold);
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
function linesOf(
  cell: Cell | undefined,
  column: Column,
  context: FileContext,
  isBold: boolean,
): ParagraphChild[][] {
  if (!cell || cell.items.length === 0) return [];
  const shown = ({ text, language, href }: Item): ParagraphChild => {
    const link = linkOf(href, context);
    if (link === null) return run(text, { isBold, language });
    const children = [run(text, { isBold, language, isLink: true })];
    return new ExternalHyperlink({ link, children });
  };
  if (cell.number !== null) {
    const text = shownNumber(cell.number, column, context.locale);
    return [[shown({ text, language: null, href: cell.items[0]?.href ?? null })]];
  }
  if (column.kind !== 'list') return cell.items.map((item) => [shown(item)]);
  const between = () => run('; ', { isBold });
  return [cell.items.flatMap((item, at) => (at === 0 ? [shown(item)] : [between(), shown(item)]))];
}
