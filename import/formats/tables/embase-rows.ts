/** Embase's CSV with one field a line: its name in the first cell, its values in those that follow. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import { pieceFromRoles, type RoleField } from '../roles.ts';
import { isOtherLabel, labelRole, sourceFields } from '../tagged/labelled-fields.ts';
import { cellsOf, rowCollector } from './csv-rows.ts';
import { typeOfWord } from './csv-values.ts';

export const embaseRows: Format = {
  id: 'embase-rows',
  label: 'Embase (CSV, TITLE/AUTHOR NAMES)',
  extensions: ['csv'],
  mediaType: 'text/csv',
  detect: detectRows,
  read: (chunks) => readLines(chunks, rowsReader()),
};

type Row = { name: string; values: string[]; lines: Line[] };

const headLines = 40;
const recordRowsMax = 500;

/** Names in capitals where other tables have values: most of the first lines, and the title among them. */
function detectRows(head: string): number {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const rows = lines.slice(0, headLines).map((line) => cellsOf(line, ',').cells);
  const names = rows.map(([name = '', ...values]) => (values.length > 0 ? name.trim() : ''));
  const known = new Set(names.filter(isName));
  const share = names.filter(isName).length / Math.max(1, names.length);
  return known.size > 2 && known.has('TITLE') && share > 0.4 ? 0.96 : 0;
}

const isName = (text: string): boolean =>
  /^\p{Lu}[\p{Lu}i/() -]+$/u.test(text) &&
  (labelRole(text) !== undefined || isOtherLabel(text.toUpperCase()));

/** A record begins with its title; whatever stands before the first is no record. */
function rowsReader(): LineReader {
  let collector = rowCollector(',');
  let record: Row[] = [];
  const finish = (): Piece[] => {
    const rows = record;
    record = [];
    const isBlank = rows.every((row) => row.lines.every(({ text }) => text.trim() === ''));
    return isBlank ? [] : [pieceOf(rows)];
  };
  const add = (line: Line): Piece[] => {
    const row = collector.add(line);
    if (!row) return [];
    if (row.unclosed) return recover(row.lines);
    const [name = '', ...values] = row.cells.map((cell) => cell.trim());
    const begins = /^title$/i.test(name) || record.length >= recordRowsMax;
    const before = begins ? finish() : [];
    record.push({ name, values: values.filter(Boolean), lines: row.lines });
    return before;
  };
  /** Only the line with the open quotation mark is lost; what it swallowed is read again. */
  const recover = (lines: Line[]): Piece[] => {
    collector = rowCollector(',');
    const [first, ...rest] = lines;
    const done = first ? [...finish(), rejected([first], problem('UNCLOSED_QUOTE'))] : [];
    return [...done, ...rest.flatMap(add)];
  };
  return {
    push: add,
    end() {
      const pieces: Piece[] = [];
      for (let open = collector.end(); open.length > 0; open = collector.end())
        pieces.push(...recover(open));
      return [...pieces, ...finish()];
    },
  };
}

function pieceOf(rows: readonly Row[]): Piece {
  const lines = rows.flatMap((row) => row.lines);
  if (!rows.some(({ name }) => isName(name))) return rejected(lines, problem('OUTSIDE_RECORD'));
  return pieceFromRoles(lines, rows.flatMap(rolesOf), {
    typeOf: typeOfWord,
    names: { withoutComma: 'person' },
    keywordSeparator: /;/,
  });
}

/** Authors, keywords and types are cells each; any other value is one text. */
function rolesOf({ name, values }: Row): RoleField[] {
  const role = labelRole(name);
  if (role === 'source') return sourceFields(name, values.join(' '));
  if (/^(?:author|editor|keyword|type|number|url|doi)$/.test(role ?? ''))
    return values.map((value) => ({ tag: name, value, role }) as RoleField);
  const text = values.join('\n');
  // The address behind the number says the number again.
  const value = role === 'accession' ? text.replace(/^(\d+) \(http\S+\)$/, '$1') : text;
  return [{ tag: name, value, role }];
}
