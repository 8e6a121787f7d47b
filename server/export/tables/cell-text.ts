/** A cell of a summary table as the one text that a file's cell can hold. */
import type { Cell, Column } from '../../synthesis/tables/table.ts';

/** Things of a list are parted by a semicolon, lines of a text by a line feed. */
export function cellText(cell: Cell, { kind }: Pick<Column, 'kind'>): string {
  return legalText(cell.items.map((item) => item.text).join(kind === 'list' ? '; ' : '\n'));
}

/** XML, and so Word and Excel, know no control characters but tab and line ends. */
export function legalText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
