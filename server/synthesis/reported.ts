/** Numbers that a report gives of its own flow: kept beside the derived ones, never mixed with them. */
import { asc, eq } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { reportedNumber } from '../../schema/synthesis.ts';
import { audit } from '../accounts/audit.ts';
import { cleanWords } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { boxIds } from './flow/boxes.ts';

/** The boxes that a report can give a number for: all of them. */
export const reportableBoxes: readonly string[] = boxIds;

export type ReportedInput = {
  /** A box, or a part of one: `N2`, `N2.databases`. */
  box: string;
  /** Null says that the report was read and gives no number. */
  value: number | null;
  label?: Words;
  source: string;
};

/** @throws BOX_UNKNOWN, SOURCE_REQUIRED, INVALID_INPUT for what is not a count. */
export function setReportedNumber(
  context: PersonalContext,
  reviewId: number,
  input: ReportedInput,
): number {
  return inTransaction(context, (tx) => {
    const box = requireBox(input.box);
    const source = input.source.trim();
    if (source === '') throw new AppError('SOURCE_REQUIRED', {}, 'source');
    const { value } = input;
    if (value !== null && !(Number.isInteger(value) && value >= 0))
      throw new AppError('INVALID_INPUT', {}, 'value');
    const before = reportedNumbers(tx.db, reviewId).find((row) => row.box === box);
    const after = { box, value, label: cleanWords(input.label ?? {}), source };
    const row = { reviewId, ...after, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(reportedNumber).values(row).returning().get();
    audit(tx, {
      action: 'reported_number.set',
      entity: 'reported_number',
      entityId: id,
      reviewId,
      before: before && { value: before.value, label: before.label, source: before.source },
      after,
    });
    return id;
  });
}

function requireBox(written: string): string {
  const box = written.trim();
  const known = /^([A-Z]{1,2}\d)(?:\.[\w-]{1,60})?$/.exec(box)?.[1];
  if (!reportableBoxes.some((name) => name === known))
    throw new AppError('BOX_UNKNOWN', { box }, 'box');
  return box;
}

/** What holds for each box, in the order of the flow: the latest entry. */
export function reportedNumbers(db: Db, reviewId: number, until?: string) {
  const known = reportedHistory(db, reviewId).filter((row) => !until || row.at <= until);
  return [...new Map(known.map((row) => [row.box, row] as const)).values()].sort(
    (one, other) => orderOf(one.box) - orderOf(other.box) || (one.box < other.box ? -1 : 1),
  );
}

export type ReportedRow = ReturnType<typeof reportedNumbers>[number];

function reportedHistory(db: Db, reviewId: number) {
  return db
    .select({
      id: reportedNumber.id,
      box: reportedNumber.box,
      value: reportedNumber.value,
      label: reportedNumber.label,
      source: reportedNumber.source,
      at: reportedNumber.at,
    })
    .from(reportedNumber)
    .where(eq(reportedNumber.reviewId, reviewId))
    .orderBy(asc(reportedNumber.id))
    .all();
}

function orderOf(box: string): number {
  return reportableBoxes.indexOf(box.split('.')[0] ?? '');
}
