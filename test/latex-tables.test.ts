/** Tables as LaTeX: what a cell shows leads where it leads on the page, and no mark of an address is lost. */
import { expect, test } from 'vitest';
import type { Grid } from '../server/export/grid.ts';
import { writeLatex } from '../server/export/latex.ts';
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
      numberCell(3, '/reviews/a/cells?row=SE&column=2020#t'),
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
  expect(text).toContain('\\href{https://example.org/reviews/a/cells?row=SE\\&column=2020\\#t}{3}');
  expect(text).toContain('\\href{https://example.org/reviews/a/\\%C3\\%A5}{Berg}; Ek');
});

test('without it nothing leads anywhere, and nothing more is asked of the document', () => {
  const text = writeLatex(grid, { locale: 'en', at });
  expect(text).not.toContain('href');
  expect(text).not.toContain('hyperref');
  expect(text).toContain('50 \\% \\& more & 3 & Berg; Ek');
});
