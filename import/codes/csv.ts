/** Codebooks as a table: a line for each code, a column for each text in each language. */
import { rowCollector } from '../formats/tables/csv-rows.ts';
import {
  type CodeLanguage,
  CodesError,
  codeLanguages,
  inTreeOrder,
  type PlainCode,
  wordsOf,
} from './codes.ts';

const texts = ['label', 'definition', 'examples', 'synonyms'] as const;
const columns = [
  'key',
  'parent',
  ...texts.flatMap((text) => codeLanguages.map((language) => `${text}_${language}`)),
  'source',
];
/** Between synonyms: no word holds it. */
const between = ' | ';

export function writeCodesCsv(codes: readonly PlainCode[]): string {
  const rows = codes.map((code) => [
    code.key,
    code.parentKey ?? '',
    ...(['label', 'definition', 'examples'] as const).flatMap((text) =>
      codeLanguages.map((language) => code[text][language] ?? ''),
    ),
    ...codeLanguages.map((language) => (code.synonyms[language] ?? []).join(between)),
    code.source,
  ]);
  return `${[columns, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet would run what begins like a formula: such a text gets an apostrophe, taken off on the way back. */
function quoted(text: string): string {
  const safe = /^['=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$|^$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
const bare = (text: string): string => (/^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** @throws CodesError */
export function readCodesCsv(text: string): PlainCode[] {
  const [head, ...rows] = rowsOf(text.replace(/^\ufeff/, ''));
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  if (!codeLanguages.some((language) => names.includes(`label_${language}`)))
    throw new CodesError('NO_COLUMNS', 1);
  const codes = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells }) => codeOf((name) => bare(cells[names.indexOf(name)] ?? '')));
  return inTreeOrder(codes);
}

function codeOf(cell: (name: string) => string): PlainCode {
  const words = (text: string) =>
    wordsOf(codeLanguages.map((language) => [language, cell(`${text}_${language}`)] as const));
  const synonyms = codeLanguages.map((language): [CodeLanguage, string[]] => [
    language,
    cell(`synonyms_${language}`)
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ]);
  return {
    key: cell('key').trim(),
    parentKey: cell('parent').trim() || null,
    label: words('label'),
    definition: words('definition'),
    examples: words('examples'),
    synonyms: Object.fromEntries(synonyms.filter(([, list]) => list.length > 0)),
    source: cell('source'),
  };
}

function rowsOf(text: string) {
  const lines = text.split(/\r\n|\n|\r/);
  const separator =
    (lines[0] ?? '').split(';').length > (lines[0] ?? '').split(',').length ? ';' : ',';
  const collector = rowCollector(separator);
  const rows: { cells: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const row = collector.add({ number: index + 1, text: line });
    if (row) rows.push({ cells: row.cells });
  }
  return rows;
}
