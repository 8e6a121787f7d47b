/** Tables as Markdown, for wikis and repositories: pipes, one line a row. */
import type { Cell, Column } from '../synthesis/tables/table.ts';
import { legalText } from './cell-text.ts';
import { notesUnder } from './docx.ts';
import type { FileContext, Grid } from './grid.ts';
import { shownNumber } from './numbers.ts';
import { statedDate } from './stated-date.ts';

export function writeMarkdown(table: Grid, context: FileContext): string {
  const { locale, at } = context;
  const row = (texts: string[]) => `| ${texts.join(' | ')} |`;
  const line = (cells: Cell[]) =>
    row(table.columns.map((column, index) => textOf(cells[index], column, locale)));
  const rule = table.columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'));
  const notes = [...notesUnder(table, context), statedDate(locale, at)];
  return [
    `**${markdown(table.caption)}**`,
    '',
    row(table.columns.map(({ label }) => inCell(label))),
    row(rule),
    ...table.cells.map(line),
    ...(table.totals ? [line(table.totals.cells)] : []),
    ...notes.flatMap((text) => ['', markdown(text)]),
    '',
  ].join('\n');
}

function textOf(cell: Cell | undefined, column: Column, locale: FileContext['locale']): string {
  if (!cell || cell.items.length === 0) return '';
  if (cell.number !== null) return shownNumber(cell.number, column, locale);
  const joint = column.kind === 'list' ? '; ' : '<br>';
  return cell.items.map(({ text }) => inCell(text)).join(joint);
}

/** No letter of a text may be taken for a mark. */
export const markdown = (text: string): string =>
  legalText(text)
    .replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
    .replaceAll(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, '$1\\$2');

const inCell = (text: string): string => markdown(text).replaceAll(/\s*\r?\n\s*/g, '<br>');
