/** Tables as LaTeX: what a cell shows leads where it leads on the page, and no mark of an address is lost. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Grid } from '../server/export/tables/grid.ts';
import { writeLatex } from '../server/export/tables/latex.ts';
import { listCell, numberCell, plainCell } from '../server/synthesis/tables/table.ts';
import { now } from './helpers.ts';

const at = now.toISOString();
const item = (text: string, href: string | null) => ({ text, href, language: null });
const grid: Grid = {
  title: 'Counts',
  caption: 'Counts',
  columns: [
    { key: 'name', label: 'Name', kind: 'text' },
    { key: 'count', label: 'Count', kind: 'number' },
    { key: 'names', label: 'Names', kind: 'list' },
  ],
  cells: [
    [
      plainCell('50 % & more', '/reviews/a/publications/1'),
      numberCell(3, '/reviews/a/cells?row=SE%3A1&column=2020#t'),
      listCell([item('Berg', '/reviews/a/%C3%A5'), item('Ek', null)]),
    ],
  ],
  headerAt: 0,
  totals: null,
  note: '',
  sources: [],
};

test('with the address of the site, cells lead where they lead on the page', () => {
  const text = writeLatex(grid, { locale: 'en', at, linkBase: 'https://example.org' });
  expect(text).toContain('longtable,hyperref');
  expect(text).toContain('\\href{https://example.org/reviews/a/publications/1}{50 \\% \\& more}');
  expect(text).toContain(
    '\\href{https://example.org/reviews/a/cells?row=SE\\%3A1\\&column=2020\\#t}{3}',
  );
  expect(text).toContain('\\href{https://example.org/reviews/a/\\%C3\\%A5}{Berg}; Ek');
});

test('without it nothing leads anywhere, and nothing more is asked of the document', () => {
  const text = writeLatex(grid, { locale: 'en', at });
  expect(text).not.toContain('href');
  expect(text).not.toContain('hyperref');
  expect(text).toContain('50 \\% \\& more & 3 & Berg; Ek');
});

const awkward = [
  ...[
    '[Care at home]',
    '*Starred',
    '50 % & $5 #1_a {b} ~x^2 \\end',
    'κ ≥ 0.8 → μ − σ ✓',
    'a\u0301',
  ],
  ...[
    '<b>“Citat” – ”så”</b>',
    'thin\u2009space\u00a0soft\u00adhyphen non\u2011breaking',
    '`x` ¿½±×²',
  ],
];
const awkwardGrid: Grid = {
  ...grid,
  caption: awkward.join('; '),
  cells: awkward.map((text) => [plainCell(text), numberCell(-1), plainCell(text)]),
  totals: { cells: [plainCell('[All]'), numberCell(0), plainCell('')] },
};

test('brackets and stars are no arguments, and signs that its letters lack are set as formulas', () => {
  const text = writeLatex(awkwardGrid, { locale: 'sv', at });
  expect(text).toContain('\n{[}Care at home{]} & ');
  expect(text).toContain('\n{*}Starred & ');
  expect(text).toContain(
    '\\ensuremath{\\kappa} \\ensuremath{\\geq} 0.8 \\ensuremath{\\rightarrow}',
  );
  expect(text).toContain('\n\u00e1 & ');
  expect(text).toContain('\\{b\\} \\textasciitilde{}x\\textasciicircum{}2 \\textbackslash{}end');
});

const isThere = spawnSync('pdflatex', ['--version']).status === 0;

/** Addresses with whatever an address may hold, and with what it may not. */
const roads = ['~berg/a_b', '?q=50%&r=%25', '?q={a}$b\\c^d', '?q=å|"<æ>', '#a#b', '?a[]=1'];
const linkedGrid: Grid = {
  ...awkwardGrid,
  cells: awkward.map((text, row) => {
    const road = `/reviews/${roads[row % roads.length]}`;
    return [plainCell(text, road), numberCell(-1, road), listCell([item(text, road)])];
  }),
};

test.runIf(isThere)('LaTeX sets whatever a table holds, and links wherever its cells lead', () => {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-latex-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sets = (table: string, packages: string) => {
    const used = `\\usepackage[T1]{fontenc}\\usepackage{${packages}}`;
    const whole = `\\documentclass{article}${used}\\begin{document}\n${table}\\end{document}\n`;
    writeFileSync(join(folder, 'table.tex'), whole);
    const words = ['-interaction=nonstopmode', '-halt-on-error', 'table.tex'];
    const { status, stdout } = spawnSync('pdflatex', words, { cwd: folder, timeout: 100_000 });
    expect(status, String(stdout).match(/^!.*/m)?.[0]).toBe(0);
  };
  sets(writeLatex(awkwardGrid, { locale: 'sv', at }), 'array,booktabs,longtable');
  const linked = { locale: 'sv' as const, at, linkBase: 'https://example.org' };
  sets(writeLatex(linkedGrid, linked), 'array,booktabs,longtable,hyperref');
});
