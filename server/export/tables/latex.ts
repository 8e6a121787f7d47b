/** Tables as LaTeX: a longtable whose header repeats, to be input into a document. */
import type { Cell, Column, Item } from '../../synthesis/tables/table.ts';
import { legalText } from './cell-text.ts';
import { notesUnder } from './docx.ts';
import { type FileContext, type Grid, linkOf } from './grid.ts';
import { shownNumber } from './numbers.ts';
import { columnWidths } from './print-layout.ts';
import { statedDate } from './stated-date.ts';

/** What columns share, in thousandths of the line; the rest is the air between them. */
const lineShare = 1000;

export function writeLatex(table: Grid, context: FileContext): string {
  const { locale, at, linkBase } = context;
  const widths = columnWidths(table, lineShare * 10).map((width) => width / (lineShare * 10));
  const air = `${table.columns.length * 2}\\tabcolsep`;
  const spec = table.columns.map(({ kind }, index) => {
    const side = kind === 'number' ? '\\raggedleft' : '\\raggedright';
    const width = (widths[index] ?? 0).toFixed(3);
    return `>{${side}\\arraybackslash}p{\\dimexpr ${width}\\linewidth-${width}\\dimexpr ${air}\\relax\\relax}`;
  });
  const head = table.columns.map(({ label }) => `\\textbf{${latex(label)}}`).join(' & ');
  const line = (cells: Cell[]) =>
    `${table.columns.map((column, index) => textOf(cells[index], column, context)).join(' & ')} \\\\`;
  const notes = [...notesUnder(table, context), statedDate(locale, at)];
  return [
    `% \\usepackage{array,booktabs,longtable${linkBase === undefined ? '' : ',hyperref'}}, UTF-8`,
    '% \\usepackage[T1]{fontenc}; for other scripts than the Latin: XeLaTeX or LuaLaTeX instead',
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
    table.below ? `\n${writeLatex(table.below, context)}` : '',
  ].join('\n');
}

function textOf(cell: Cell | undefined, column: Column, context: FileContext): string {
  if (!cell || cell.items.length === 0) return '';
  const linked = (href: string | null, text: string) => {
    const to = linkOf(href, context);
    return to === null ? text : `\\href{${address(to)}}{${text}}`;
  };
  if (cell.number !== null) {
    const text = latex(shownNumber(cell.number, column, context.locale));
    return linked(cell.items[0]?.href ?? null, text);
  }
  const joint = column.kind === 'list' ? '; ' : ' \\newline ';
  const shown = ({ text, href }: Item) => linked(href, latex(text).replaceAll('\n', ' \\newline '));
  return cell.items.map(shown).join(joint);
}

/** What is encoded stays as it is; the rest of what no address may hold is encoded. A few letters are marks here, too. */
const address = (to: string): string =>
  legalText(to)
    .replaceAll(/[^\w.~:/?#@!&'()*+,;=%-]|%(?![\da-f]{2})/giu, encodeURIComponent)
    .replaceAll(/[%#&]/g, '\\$&');

const marks: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '`': '\\textasciigrave{}',
  // After the end of a row these would be read as its argument.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  '\u00a0': '~',
  '\u2009': '\\,',
  '\u202f': '\\,',
  '\u00ad': '\\-',
  '\u200b': '',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '\\ensuremath{-}',
};

/** Signs that the letters of LaTeX lack and its formulas have, by what they are called there. */
const formulas = [
  '≤ leq, ≥ geq, ≠ neq, ≈ approx, ∞ infty, √ surd, ✓ surd, ∑ sum, ∆ Delta, ∈ in, ∩ cap, ∪ cup',
  '→ rightarrow, ← leftarrow, ↔ leftrightarrow, ↑ uparrow, ↓ downarrow, ⇒ Rightarrow',
  'α alpha, β beta, γ gamma, δ delta, ε varepsilon, ζ zeta, η eta, θ theta, ι iota, κ kappa',
  'λ lambda, μ mu, ν nu, ξ xi, π pi, ρ rho, ς varsigma, σ sigma, τ tau, υ upsilon, φ varphi',
  'χ chi, ψ psi, ω omega, Γ Gamma, Δ Delta, Θ Theta, Λ Lambda, Ξ Xi, Π Pi, Σ Sigma, Φ Phi',
  'Ψ Psi, Ω Omega',
];
for (const line of formulas)
  for (const [sign = '', name] of line.split(', ').map((each) => each.split(' ')))
    marks[sign] = `\\ensuremath{\\${name}}`;

const special = new RegExp(
  `[{}$&#_%${Object.keys(marks)
    .map((each) => `\\u{${each.codePointAt(0)?.toString(16)}}`)
    .join('')}]`,
  'gu',
);

export const latex = (text: string): string =>
  legalText(text)
    .normalize('NFC')
    .replaceAll(special, (mark) => marks[mark] ?? `\\${mark}`);
