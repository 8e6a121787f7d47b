/** How far the imports of a review are: one, and all that are under way. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Locale } from '../../../schema/columns.ts';
import { importBatch } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import { translate } from '../../platform/i18n.ts';
import { type JobRow, percentOf } from '../../platform/jobs/jobs.ts';
import type { Progress } from '../../platform/progress-events.ts';
import { type ImportRow, jobOfImport } from './imports.ts';

/** What is told while an import runs, on the page and in the stream of events. */
export function importProgress(
  locale: Locale,
  row: ImportRow,
  job: JobRow | undefined,
): Progress & { state: string } {
  const percent = percentOf(job);
  const text =
    row.state === 'queued'
      ? translate(locale, 'import.waiting')
      : translate(locale, 'import.progress', { stored: row.piecesStored, percent });
  const isActive = !row.awaitsColumns && (row.state === 'queued' || row.state === 'running');
  return { isActive, state: row.state, percent, text };
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
    .all();
  const [first] = rows;
  const percent = first ? percentOf(jobOfImport(db, first.id)) : 100;
  const said = { left: rows.length, file: first?.fileName ?? '', percent };
  const text = translate(locale, first ? 'records.importing' : 'records.imports_done', said);
  return { isActive: rows.length > 0, percent, text };
}
