/** `table`: a table of a review, ours or its own, as text or as a file. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { cellText } from '../export/tables/cell-text.ts';
import { tableFile, tableFormats } from '../export/tables/table-files.ts';
import { findReview } from '../platform/find-review.ts';
import { anyTable, tableChoices } from '../synthesis/builder/any-table.ts';
import {
  isEmptyTable,
  type SummaryTable,
  type TableRequest,
  tableNames,
} from '../synthesis/tables/table.ts';
import { tableJson } from '../synthesis/tables/tables.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const formats = ['text', 'json', ...tableFormats] as const;
type Format = (typeof formats)[number];

const schema = z.object({
  ...commonSchema,
  review: z.string('name the review').min(1),
  name: z.string(`one of ${tableNames.join(', ')}, or one that the review keeps`).min(1),
  format: z.enum(formats).optional(),
  out: z.string().min(1).optional(),
  lang: z.enum(locales).default('en'),
});

export const tableCommand = defineCommand({
  name: 'table',
  summary: 'print a summary table of a review, or write it to a file',
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    name: { kind: 'text', value: 'NAME', help: `one of ${tableNames.join(', ')}; or saved/KEY` },
    format: { kind: 'text', value: 'FORMAT', help: `one of ${formats.join(', ')} (else text)` },
    out: { kind: 'text', value: 'FILE', help: 'where to write it; needed for xlsx and docx' },
    lang: { kind: 'text', value: 'LANG', help: `one of ${locales.join(', ')} (else en)` },
  },
  schema,
  async run(options, output) {
    const { db } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const format = options.format ?? (options.json ? 'json' : 'text');
    if (!options.out && (format === 'xlsx' || format === 'docx'))
      throw new CommandError(`--out: name the file to write, as ${format} is no text.`, 2);
    const { lang: locale } = options;
    const table = tableNamed(options.name, { db, review, locale, isPublic: false });
    const at = new Date().toISOString();
    const bytes = await bytesOf(table, format, { locale, at });
    if (options.out) write(options.out, bytes, output);
    else output.line(bytes.toString('utf8').trimEnd());
    return 0;
  },
});

/** A table that the review keeps may be named by its key alone. */
function tableNamed(name: string, request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const choices = tableChoices(db, review.id, { locale, onlyPublic: false });
  const found = choices.find((each) => each.name === name || each.name === `saved/${name}`);
  if (found) return anyTable(found.name, request);
  const names = choices.map((each) => each.name).join(', ');
  throw new CommandError(`--name: there is no table "${name}"; there are ${names}.`, 2);
}

type FileContext = Parameters<typeof tableFile>[2];

async function bytesOf(table: SummaryTable, format: Format, context: FileContext) {
  if (format === 'text') return Buffer.from(textOf(table));
  if (format === 'json') return Buffer.from(`${JSON.stringify(tableJson(table), null, 2)}\n`);
  return tableFile(table, format, context);
}

function write(file: string, bytes: Buffer, output: Output): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new CommandError(`${file} cannot be written: ${(error as Error).message}`);
  }
  output.line(file);
}

/** Row by row, each cell with its column's name: a terminal has no room for wide tables. */
function textOf(table: SummaryTable): string {
  if (isEmptyTable(table)) return `${table.caption}\n\n${table.empty}\n`;
  const width = Math.max(...table.columns.map((column) => column.label.length));
  const blocks = table.cells.map((cells) =>
    table.columns
      .map((column, at) => ({ column, text: cellText(cells[at] ?? nothing, column) }))
      .filter(({ text }) => text !== '')
      .map(({ column, text }) => `${column.label.padEnd(width)}  ${text.replaceAll('\n', '; ')}`)
      .join('\n'),
  );
  return [table.caption, ...blocks, table.note].join('\n\n');
}

const nothing = { items: [], number: null };
