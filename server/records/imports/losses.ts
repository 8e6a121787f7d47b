/** What undoing an import would lose: the work that people have put into its reports, of every kind. */
import { and, count, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { appraisal } from '../../../schema/appraisal.ts';
import { adjudicationWithdrawal, broughtNote, stageListAnswer } from '../../../schema/brought.ts';
import {
  aim,
  aspectCell,
  coding,
  countryLink,
  excerpt,
  studyCase,
} from '../../../schema/coding.ts';
import { documentPage, fullText, retrieval } from '../../../schema/documents.ts';
import { codingConsensus, codingMark } from '../../../schema/double-coding.ts';
import { designLink, extractionAnswer } from '../../../schema/extraction.ts';
import { support } from '../../../schema/findings.ts';
import { metaAnalysisMark, removal } from '../../../schema/flow.ts';
import {
  correction,
  duplicateLink,
  importBatch,
  possiblePair,
  record,
} from '../../../schema/records.ts';
import { relatedLink } from '../../../schema/related.ts';
import { adjudication, vote } from '../../../schema/screening.ts';
import { reportLabel } from '../../../schema/screening-rules.ts';
import type { Db } from '../../db.ts';
import { isActive } from '../duplicates/clusters.ts';

/** What an undo would lose: how many of a kind, and on which reports. */
export type Loss = { kind: LossKind; count: number; reportIds: number[] };

type Work = { table: SQLiteTable; reportId: AnySQLiteColumn; where?: SQL | undefined };

const on = <T extends SQLiteTable & { reportId: AnySQLiteColumn }>(
  table: T,
  where?: SQL,
): Work => ({
  table,
  reportId: table.reportId,
  where,
});
/** Settlements and what came with them that were taken back. */
const takenBack = sql`(select 1 from ${adjudicationWithdrawal} as gone
  where gone.adjudication_id = ${adjudication.id})`;
const actsInForce = sql`(select id from brought_act where undone_at is null)`;
/** Nothing else has been said since, and the list has not been taken back. */
const answerInForce = sql`${stageListAnswer.id} in (select max(said.id) from stage_list_answer as said
  join stage_list_line as line on line.id = said.line_id
  where line.list_id not in (select list_id from stage_list_undo) group by said.line_id)`;
const decided = { link: and(isActive, isNotNull(duplicateLink.decidedBy)) };

/** Everything that people attach to a report. What was taken away again is no loss. */
const work = {
  votes: [on(vote)],
  settled: [on(adjudication, sql`not exists ${takenBack}`)],
  lines: [on(stageListAnswer, answerInForce)],
  labels: [on(reportLabel, isNull(reportLabel.removedAt))],
  removals: [
    on(removal, isNull(removal.undoneAt)),
    on(metaAnalysisMark, isNull(metaAnalysisMark.removedAt)),
  ],
  // What a settlement said along with it goes with the settlement.
  retrievals: [on(retrieval, ne(retrieval.how, 'taken_over'))],
  pages: [on(documentPage)],
  files: [{ table: fullText, reportId: fullText.reportId, where: isNull(fullText.removedAt) }],
  codings: [on(coding, isNull(coding.removedAt)), on(codingMark), on(codingConsensus)],
  countries: [on(countryLink, isNull(countryLink.removedAt))],
  aims: [on(aim)],
  notes: [on(broughtNote, sql`${broughtNote.actId} in ${actsInForce}`)],
  excerpts: [on(excerpt, isNull(excerpt.archivedAt))],
  cases: [on(studyCase, isNull(studyCase.archivedAt))],
  cells: [{ table: aspectCell, reportId: aspectCell.reportId }],
  answers: [on(extractionAnswer), on(designLink)],
  support: [on(support, isNull(support.removedAt))],
  appraisals: [on(appraisal)],
  corrections: [on(correction)],
  duplicates: [
    { table: duplicateLink, reportId: duplicateLink.keptId, where: decided.link },
    { table: duplicateLink, reportId: duplicateLink.duplicateId, where: decided.link },
    answered(possiblePair.firstId),
    answered(possiblePair.secondId),
    related(relatedLink.firstId),
    related(relatedLink.secondId),
  ],
} as const satisfies Record<string, readonly Work[]>;

function answered(reportId: AnySQLiteColumn): Work {
  return { table: possiblePair, reportId, where: isNotNull(possiblePair.decidedBy) };
}

function related(reportId: AnySQLiteColumn): Work {
  return { table: relatedLink, reportId, where: isNull(relatedLink.undoneAt) };
}

export type LossKind = keyof typeof work;
const lossKinds = Object.keys(work) as LossKind[];
/** The tables whose rows keep an import from being undone. */
export const tablesOfWork = new Set(Object.values(work).flatMap((list) => list.map(tableOf)));

function tableOf({ table }: Work): SQLiteTable {
  return table;
}

/** Nothing when the import can be undone. */
export function lossesOf(db: Db, importId: number): Loss[] {
  const size = sizeOf(db, importId);
  const losses = lossKinds.map((kind) => {
    const rows = work[kind].flatMap((part) => attached(db, { importId, size }, part));
    const reportIds = [...new Set(rows.map((row) => row.reportId))].sort((a, b) => a - b);
    return { kind, count: rows.reduce((sum, row) => sum + row.n, 0), reportIds };
  });
  return losses.filter((loss) => loss.count > 0);
}

const sizeOf = (db: Db, importId: number): number =>
  db
    .select({ size: importBatch.piecesStored })
    .from(importBatch)
    .where(eq(importBatch.id, importId))
    .get()?.size ?? 0;

/** Goes through the fewer of two: the reports of the import, or all there is of that work. */
function attached(
  db: Db,
  { importId, size }: { importId: number; size: number },
  { table, reportId, where }: Work,
) {
  const own = db.select({ id: record.reportId }).from(record).where(eq(record.importId, importId));
  // The plus keeps SQLite from looking among the records of the import, which are many.
  const isOwn = sql`exists (select 1 from ${record}
    where ${record.reportId} = ${reportId} and +${record.importId} = ${importId})`;
  const isFew = lastRowOf(db, table) < size;
  return db
    .select({ reportId, n: count() })
    .from(table)
    .where(and(isFew ? isOwn : inArray(reportId, own), where))
    .groupBy(reportId)
    .all() as { reportId: number; n: number }[];
}

/** At least as many as there are rows, at no cost. */
const lastRowOf = (db: Db, table: SQLiteTable): number =>
  db.get<{ last: number | null }>(sql`select max(rowid) as last from ${table}`).last ?? 0;
