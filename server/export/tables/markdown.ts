/** Tables as Markdown, for wikis and repositories: pipes, one line a row. */
import type { Cell, Column } from '../../synthesis/tables/table.ts';
import { legalText } from './cell-text.ts';
import { notesUnder } from './docx.ts';
import { type FileContext, type Grid, linkOf } from './grid.ts';
import { shownNumber } from './numbers.ts';
import { statedDate } from './stated-date.ts';

export function writeMarkdown(table: Grid, context: FileContext): string {
  const { locale, at } = context;
  const row = (texts: string[]) => `| ${texts.join(' | ')} |`;
  const line = (cells: Cell[]) =>
    row(table.columns.map((column, index) => textOf(cells[index], column, context)));
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
    table.below ? `\n${writeMarkdown(table.below, context)}` : '',
  ].join('\n');
}

function textOf(cell: Cell | undefined, column: Column, context: FileContext): string {
  if (!cell || cell.items.length === 0) return '';
  const linked = (href: string | null, text: string) => {
    const to = linkOf(href, context);
    return to === null ? text : `[${text}](<${encodeURI(decodeURI(to)).replaceAll('|', '%7C')}>)`;
  };
  if (cell.number !== null)
    return linked(cell.items[0]?.href ?? null, shownNumber(cell.number, column, context.locale));
  const joint = column.kind === 'list' ? '; ' : '<br>';
  return cell.items.map(({ text, href }) => linked(href, inCell(text))).join(joint);
}

/** No letter of a text may be taken for a mark. */
export const markdown = (text: string): string =>
  legalText(text)
    .replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
    .replaceAll(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, '$1\\$2');

const inCell = (text: string): string => markdown(text).replaceAll(/\s*\r?\n\s*/g, '<br>');
