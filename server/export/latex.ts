/** Tables as LaTeX: a longtable whose header repeats, to be input into a document. */
import type { Cell, Column } from '../synthesis/tables/table.ts';
import { cellText, legalText } from './cell-text.ts';
import { notesUnder } from './docx.ts';
import type { FileContext, Grid } from './grid.ts';
import { shownNumber } from './numbers.ts';
import { columnWidths } from './print-layout.ts';
import { statedDate } from './stated-date.ts';

/** What columns share, in thousandths of the line; the rest is the air between them. */
const lineShare = 1000;

export function writeLatex(table: Grid, context: FileContext): string {
  const { locale, at } = context;
  const widths = columnWidths(table, lineShare * 10).map((width) => width / (lineShare * 10));
  const air = `${table.columns.length * 2}\\tabcolsep`;
  const spec = table.columns.map(({ kind }, index) => {
    const side = kind === 'number' ? '\\raggedleft' : '\\raggedright';
    const width = (widths[index] ?? 0).toFixed(3);
    return `>{${side}\\arraybackslash}p{\\dimexpr ${width}\\linewidth-${width}\\dimexpr ${air}\\relax\\relax}`;
  });
  const head = table.columns.map(({ label }) => `\\textbf{${latex(label)}}`).join(' & ');
  const line = (cells: Cell[]) =>
    `${table.columns.map((column, index) => textOf(cells[index], column, locale)).join(' & ')} \\\\`;
  const notes = [...notesUnder(table, context), statedDate(locale, at)];
  return [
    '% \\usepackage{array,booktabs,longtable}, UTF-8',
    `\\begin{longtable}{${spec.join('\n  ')}}`,
    `\\caption{${latex(table.caption)}}\\\\`,
    `\\toprule ${head} \\\\ \\midrule`,
    '\\endfirsthead',
    `\\toprule ${head} \\\\ \\midrule`,
    '\\endhead',
    '\\bottomrule',
    '\\endlastfoot',
    ...table.cells.map(line),
    ...(table.totals ? ['\\midrule', line(table.totals.cells)] : []),
    '\\end{longtable}',
    ...notes.map((text) => `\\noindent{\\footnotesize ${latex(text)}\\par}`),
    '',
  ].join('\n');
}

function textOf(cell: Cell | undefined, column: Column, locale: FileContext['locale']): string {
  if (!cell || cell.items.length === 0) return '';
  if (cell.number !== null) return latex(shownNumber(cell.number, column, locale));
  return latex(cellText(cell, column)).replaceAll('\n', ' \\newline ');
}

const marks: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '\u00a0': '~',
  '\u202f': '\\,',
};

export const latex = (text: string): string =>
  legalText(text).replaceAll(/[\\{}$&#_%~^<>\u00a0\u202f]/g, (mark) => marks[mark] ?? `\\${mark}`);
