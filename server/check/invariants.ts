/** What must always hold, as the design's domain document numbers it. */
import { and, eq, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { auditEntry } from '../../schema/accounts.ts';
import { finding, support } from '../../schema/findings.ts';
import { importBatch, report } from '../../schema/records.ts';
import { review } from '../../schema/reviews.ts';
import { standing, vote } from '../../schema/screening.ts';
import type { Connection } from '../db.ts';
import { accountingOf } from '../records/imports/accounting.ts';
import { flowOf } from '../synthesis/flow/flow.ts';
import { disagreeingPrints } from '../synthesis/flow/prints.ts';
import { sumsHold } from '../synthesis/flow/sums.ts';
import type { ReviewRef } from './check.ts';

/** SQLite's own word that the file is whole and that nothing refers to what is not there. */
export function soundFile(db: Connection): string[] {
  const integrity = db.$client.pragma('integrity_check') as { integrity_check: string }[];
  const orphans = db.$client.pragma('foreign_key_check') as { table: string; rowid: number }[];
  return [
    ...integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...orphans.map((row) => `${row.table} ${row.rowid} refers to a row that is not there`),
  ];
}

/** An exercise is never public. */
export function unpublishedExercises(db: Connection): string[] {
  const published = and(eq(review.isExercise, true), isNotNull(review.publishedAt));
  const rows = db.select({ slug: review.slug }).from(review).where(published).all();
  return rows.map((row) => `${row.slug} is an exercise and published`);
}

/** Rule 3: declared = parsed + rejected + duplicates within the file. */
export function accountedImports(db: Connection, { id }: ReviewRef): string[] {
  const done = and(eq(importBatch.reviewId, id), eq(importBatch.state, 'done'));
  const rows = db.select().from(importBatch).where(done).all();
  return rows.flatMap((row) => {
    const { declared, parsed, rejected, duplicates, difference } = accountingOf(db, row);
    if (difference === 0 || difference === null) return [];
    return [
      `import ${row.id} declares ${declared}, but ${parsed} parsed + ${rejected} rejected + ${duplicates} duplicates`,
    ];
  });
}

/** E13: each included report has a study. */
export function includedHaveStudies(db: Connection, { id }: ReviewRef): string[] {
  const included = and(
    eq(report.reviewId, id),
    eq(report.rootId, report.id),
    isNull(report.studyId),
    eq(standing.stage, 'full_text'),
    eq(standing.state, 'passed'),
  );
  const rows = db
    .select({ id: report.id })
    .from(report)
    .innerJoin(standing, eq(standing.reportId, report.id))
    .where(included)
    .all();
  return rows.map((row) => `report ${row.id} is included and belongs to no study`);
}

/** Rule 6: no final finding without an excerpt or a report that supports it. */
export function supportedFindings(db: Connection, { id }: ReviewRef): string[] {
  const supporting = db
    .select({ id: support.id })
    .from(support)
    .where(
      and(
        eq(support.findingId, finding.id),
        eq(support.stance, 'supports'),
        isNull(support.removedAt),
      ),
    );
  const orphans = and(
    eq(finding.reviewId, id),
    eq(finding.state, 'final'),
    isNull(finding.archivedAt),
    notExists(supporting),
  );
  const rows = db.select({ key: finding.key }).from(finding).where(orphans).all();
  return rows.map((row) => `finding ${row.key} is final and nothing supports it`);
}

/** Rule 8: the log tells of every vote. */
export function explainedVotes(db: Connection, { id }: ReviewRef): string[] {
  const told = db
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.reviewId, id),
        eq(auditEntry.action, 'vote.cast'),
        sql`json_extract(${auditEntry.after}, '$.voteId') = ${vote.id}`,
      ),
    );
  const rows = db
    .select({ id: vote.id })
    .from(vote)
    .where(and(eq(vote.reviewId, id), notExists(told)))
    .all();
  return rows.map((row) => `vote ${row.id} is not in the log`);
}

/** Rule 4: the sums of the flow hold, or it says that it is provisional. */
export function flowsThatAddUp(db: Connection, { id }: ReviewRef): string[] {
  const row = db.select().from(review).where(eq(review.id, id)).get();
  if (!row) return [];
  const flow = flowOf(db, row);
  const failing = flow.checks.filter((check) => check.state === 'fails' && !isReported(check.id));
  const lines = failing.map(
    ({ id: check, box, left, right }) =>
      `${check}${box ? ` at ${box}` : ''} fails: ${left} against ${right}`,
  );
  const changed = disagreeingPrints(db, row).map(
    (number) => `print ${number} of the flow says something else than the log of its day`,
  );
  lines.push(...changed);
  const isSilent = !flow.isProvisional && !sumsHold(flow.checks);
  return isSilent ? [...lines, 'the flow does not add up and does not say so'] : lines;
}

/** That somebody else's figures disagree with each other is shown in the flow; it is not an error of ours. */
const isReported = (check: string) => check === 'reported_parts';
