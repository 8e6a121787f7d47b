/** Tables wait until a person has said what their columns hold, unless that is known: said before, or plain to see. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { startOf } from '../../../import/files/start.ts';
import {
  readTableHead,
  readWorkbookHead,
  type TableHead,
} from '../../../import/files/table-head.ts';
import type { ColumnMapping } from '../../../import/formats/format.ts';
import { type CsvField, csvFields } from '../../../import/formats/tables/csv-columns.ts';
import { columnMapping, importBatch } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findImport, type ImportRow } from './imports.ts';

export type StoredHead = NonNullable<ImportRow['tableHead']>;

const tableFormats = ['csv', 'xlsx'];
export const isTable = (format: string) => tableFormats.includes(format);

// So much of a table shows what its columns hold.
const headBytes = 64 * 1024;
/** Longer cells are cut where a person looks at them; what is read is whole. */
const cellMax = 300;

/** The head of a table on disk. @throws PackedFileError for a workbook that cannot be read */
export async function headOfTable(
  path: string,
  { format, encoding }: { format: string; encoding: string | null },
): Promise<StoredHead> {
  const head: TableHead =
    format === 'xlsx'
      ? await readWorkbookHead(path)
      : readTableHead(await startOf(path, headBytes), encoding ?? undefined);
  const rows = head.rows.map((cells) => cells.map((cell) => cell.slice(0, cellMax)));
  return { columns: head.columns, rows, mapping: head.mapping };
}

/** Whether a text that no reader knows is a table all the same: rows below each other with as many cells. */
export async function looksLikeTable(path: string): Promise<boolean> {
  const head = readTableHead(await startOf(path, headBytes));
  const { length: width } = head.columns;
  const full = head.rows.filter((cells) => cells.length === width);
  return width > 1 && full.length > 0 && full.length >= 0.8 * head.rows.length;
}

/** What is known of the columns without asking, or null. */
export function knownColumns(db: Db, reviewId: number, head: StoredHead): ColumnMapping | null {
  const saved = savedMappings(db, reviewId).find(({ headings }) => isSame(headings, head.columns));
  if (saved) return saved.columns;
  return isPlain(head.mapping) ? head.mapping : null;
}

function savedMappings(db: Db, reviewId: number) {
  return db
    .select()
    .from(columnMapping)
    .where(and(eq(columnMapping.reviewId, reviewId), isNull(columnMapping.archivedAt)))
    .orderBy(desc(columnMapping.id))
    .all();
}

const isSame = (one: string[], other: string[]) =>
  one.length === other.length && one.every((heading, index) => heading === other[index]);

/** An export of a database: nobody need be asked about its columns. */
function isPlain(mapping: ColumnMapping): boolean {
  const fed = new Set(Object.values(mapping));
  return (
    fed.has('title') &&
    fed.has('authors') &&
    fed.has('year') &&
    (fed.has('doi') || fed.has('container'))
  );
}

/**
 * Says what the columns of a waiting table hold, and has it read.
 * @param choice.name under which to keep this for tables with the same headings; empty for not at all.
 * @throws IMPORT_NOT_WAITING, COLUMNS_WITHOUT_TITLE
 */
export function chooseColumns(
  context: PersonalContext,
  about: { reviewId: number; importId: number },
  choice: { columns: ColumnMapping; name: string },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, importId } = about;
    const row = findImport(tx.db, reviewId, importId);
    if (!row) throw notFound();
    if (!row.awaitsColumns || !row.tableHead) throw new AppError('IMPORT_NOT_WAITING');
    const { columns } = choice;
    if (!Object.values(columns).includes('title'))
      throw new AppError('COLUMNS_WITHOUT_TITLE', {}, 'columns');
    tx.db
      .update(importBatch)
      .set({ columns, awaitsColumns: false })
      .where(eq(importBatch.id, importId))
      .run();
    if (choice.name !== '') saveMapping(tx, reviewId, row.tableHead.columns, choice);
    enqueue(tx, 'import', { reviewId, payload: { importId } });
    audit(tx, {
      action: 'import.columns_chosen',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      before: row.tableHead.mapping,
      after: columns,
    });
  });
}

/** One for each heading row: the latest holds, the others are put away. */
function saveMapping(
  tx: PersonalContext,
  reviewId: number,
  headings: string[],
  { columns, name }: { columns: ColumnMapping; name: string },
): void {
  const older = savedMappings(tx.db, reviewId).filter((row) => isSame(row.headings, headings));
  for (const { id } of older)
    tx.db.update(columnMapping).set({ archivedAt: tx.at }).where(eq(columnMapping.id, id)).run();
  const createdBy = tx.actor.personId;
  tx.db
    .insert(columnMapping)
    .values({ reviewId, name, headings, columns, createdBy, createdAt: tx.at })
    .run();
}

/** A form's answers, one for each column in its order. */
export function mappingFrom(head: StoredHead, answers: Record<string, unknown>): ColumnMapping {
  const fields: readonly string[] = csvFields;
  const pairs = head.columns.map((column, index): [string, CsvField | null] => {
    const answer = answers[`c${index}`];
    if (answer === undefined) return [column, (head.mapping[column] ?? null) as CsvField | null];
    return [column, fields.includes(String(answer)) ? (answer as CsvField) : null];
  });
  return Object.fromEntries(pairs);
}
