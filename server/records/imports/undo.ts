/** Undoing an import: only while it loses nobody's decision. Nothing is deleted; everything is withdrawn. */
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
  report,
} from '../../../schema/records.ts';
import { relatedLink } from '../../../schema/related.ts';
import { adjudication, vote } from '../../../schema/screening.ts';
import { reportLabel } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../../platform/context.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { clusterChanged } from '../duplicates/cluster-events.ts';
import {
  activeLinks,
  isActive,
  linkReports,
  recomputeRoots,
  rootIdOf,
} from '../duplicates/clusters.ts';
import { forgetKeys } from '../duplicates/report-keys.ts';
import { refreshReport } from '../reports/reports.ts';
import { findImport, type ImportRow } from './imports.ts';

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
/** Later said otherwise, or said of a list that was taken back. */
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
  const losses = lossKinds.map((kind) => {
    const rows = work[kind].flatMap((part) => attached(db, importId, part));
    const reportIds = [...new Set(rows.map((row) => row.reportId))].sort((a, b) => a - b);
    return { kind, count: rows.reduce((sum, row) => sum + row.n, 0), reportIds };
  });
  return losses.filter((loss) => loss.count > 0);
}

function attached(db: Db, importId: number, { table, reportId, where }: Work) {
  const own = db.select({ id: record.reportId }).from(record).where(eq(record.importId, importId));
  return db
    .select({ reportId, n: count() })
    .from(table)
    .where(and(inArray(reportId, own), where))
    .groupBy(reportId)
    .all() as { reportId: number; n: number }[];
}

/** @throws IMPORT_NOT_DONE, IMPORT_HAS_DECISIONS */
export function undoImport(
  context: PersonalContext,
  about: { reviewId: number; importId: number },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, importId } = about;
    const row = findImport(tx.db, reviewId, importId);
    if (!row) throw notFound();
    if (!mayBeUndone(row)) throw new AppError('IMPORT_NOT_DONE');
    if (lossesOf(tx.db, importId).length > 0) throw new AppError('IMPORT_HAS_DECISIONS');
    const ids = reportIdsOf(tx.db, importId);
    const changedRoots = withdraw(tx, reviewId, ids);
    const undone = { state: 'undone', undoneAt: tx.at, awaitsColumns: false } as const;
    tx.db.update(importBatch).set(undone).where(eq(importBatch.id, importId)).run();
    clusterChanged(tx, changedRoots);
    enqueueIndex(tx, reviewId);
    audit(tx, {
      action: 'import.undone',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      before: { state: row.state },
      after: { state: 'undone', withdrawn: ids.length },
    });
  });
}

/** It has ended, or waits for a person. */
export const mayBeUndone = ({ state, awaitsColumns }: ImportRow) =>
  state === 'done' || state === 'failed' || awaitsColumns;

function reportIdsOf(db: Db, importId: number): number[] {
  const own = eq(record.importId, importId);
  const rows = db.selectDistinct({ id: record.reportId }).from(record).where(own).all();
  return rows.map((row) => row.id);
}

// SQLite takes a limited number of values in one statement.
const idsPerStatement = 500;

/** @returns every root whose cluster is another one now. Nobody has worked on the others: nothing follows. */
function withdraw(tx: PersonalContext, reviewId: number, ids: number[]): number[] {
  forgetKeys(tx.db, reviewId, ids);
  const changedRoots = new Set<number>();
  const linkedOnes = new Set<number>();
  for (let at = 0; at < ids.length; at += idsPerStatement) {
    const part = ids.slice(at, at + idsPerStatement);
    tx.db.update(report).set({ withdrawnAt: tx.at }).where(inArray(report.id, part)).run();
    const ends = activeLinks(tx.db, part).flatMap((link) => [link.keptId, link.duplicateId]);
    for (const id of ends) if (part.includes(id)) linkedOnes.add(id);
  }
  const gone = new Set(ids);
  for (const id of linkedOnes) {
    const links = activeLinks(tx.db, [id]);
    const ends = links.flatMap((link) => [link.keptId, link.duplicateId]);
    const neighbours = [...new Set(ends)].filter((end) => end !== id);
    undoLinks(
      tx,
      links.map((link) => link.id),
    );
    reconnect(tx, reviewId, neighbours, gone);
    for (const root of recomputeRoots(tx, [id, ...neighbours])) changedRoots.add(root);
  }
  for (const id of changedRoots) refreshReport(tx, id);
  return [...changedRoots];
}

function undoLinks(tx: PersonalContext, linkIds: number[]): void {
  const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
  tx.db.update(duplicateLink).set(undone).where(inArray(duplicateLink.id, linkIds)).run();
}

/** What was the same as a withdrawn report is still the same as each other. */
function reconnect(tx: Context, reviewId: number, neighbours: number[], gone: Set<number>): void {
  recomputeRoots(tx, neighbours);
  const [first, ...others] = neighbours.sort((a, b) => Number(gone.has(a)) - Number(gone.has(b)));
  for (const other of others) {
    if (first === undefined || rootIdOf(tx.db, first) === rootIdOf(tx.db, other)) continue;
    const reasons = [{ code: 'SAME_AS_WITHDRAWN', params: {} }];
    const link = { reviewId, one: first, other, reasons, score: 1, decidedBy: null };
    linkReports(tx, link);
  }
}
