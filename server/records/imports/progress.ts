/** How far the imports of a review are: one, and all that are under way, also those that are being undone. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Locale } from '../../../schema/columns.ts';
import { importBatch } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import { translate } from '../../platform/i18n.ts';
import { type JobRow, percentOf } from '../../platform/jobs/jobs.ts';
import type { Progress } from '../../platform/progress-events.ts';
import { type ImportRow, isBeingUndone, jobOfImport, shownState } from './imports.ts';

/** What is told while an import runs or is undone, on the page and in the stream of events. */
export function importProgress(
  locale: Locale,
  row: ImportRow,
  job: JobRow | undefined,
): Progress & { state: string } {
  const percent = percentOf(job);
  return {
    isActive: isUnderWay(row, job),
    state: shownState(row),
    percent,
    text: isBeingUndone(row)
      ? translate(locale, job?.state === 'queued' ? 'import.undo_waiting' : 'import.undoing', {
          percent,
        })
      : row.state === 'queued'
        ? translate(locale, 'import.waiting')
        : translate(locale, 'import.progress', { stored: row.piecesStored, percent }),
  };
}

/** One whose undoing was given up waits for a person. */
function isUnderWay(row: ImportRow, job: JobRow | undefined): boolean {
  if (isBeingUndone(row)) return job?.state !== 'failed';
  return !row.awaitsColumns && (row.state === 'queued' || row.state === 'running');
}

/** The same for several files sent at once: how many are left, and how far the one is that is being read. */
export function importsProgress(db: Db, reviewId: number, locale: Locale): Progress {
  const active = and(
    eq(importBatch.reviewId, reviewId),
    inArray(importBatch.state, ['queued', 'running']),
    eq(importBatch.awaitsColumns, false),
  );
  const running = sql`${importBatch.state} = 'running'`;
  const rows = db
    .select()
    .from(importBatch)
    .where(active)
    .orderBy(desc(running), importBatch.id)
    .all()
    .map((row) => ({ row, job: jobOfImport(db, row.id) }))
    .filter(({ row, job }) => isUnderWay(row, job));
  const [first] = rows;
  if (!first)
    return { isActive: false, percent: 100, text: translate(locale, 'records.imports_done') };
  const percent = percentOf(first.job);
  const said = { left: rows.length, file: first.row.fileName, percent };
  const key = isBeingUndone(first.row) ? 'records.undoing' : 'records.importing';
  return { isActive: true, percent, text: translate(locale, key, said) };
}
