/** What each of two coders says of a publication, code by code: a changed mind is a new row, the latest holds. */
import { and, asc, eq } from 'drizzle-orm';
import { code, codebook } from '../../../schema/coding.ts';
import { codingMark } from '../../../schema/double-coding.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { requireCodes } from '../codebooks/codes.ts';
import { isOneOf, requireReport } from '../rows.ts';

export type MarkRow = {
  rootId: number;
  reportId: number;
  codeId: number;
  personId: number;
  locator: string;
};

/** Says that a code applies, or that it does not after all. */
export function markCode(
  context: PersonalContext,
  reportId: number,
  input: { codeId: number; applies: boolean; locator?: string },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    if (input.applies) requireCodes(tx.db, reviewId, [input.codeId], 'codeId');
    const { personId } = tx.actor;
    const own = marksOf(tx.db, [rootId]).filter((row) => row.personId === personId);
    if (own.some((row) => row.codeId === input.codeId) === input.applies) return;
    const { codeId, applies, locator = '' } = input;
    const row = { reportId, codeId, applies, locator: locator.trim(), personId, at: tx.at };
    const { id } = tx.db.insert(codingMark).values(row).returning().get();
    // Nobody who reads the log learns what a blind coder says.
    const after = { reportId };
    audit(tx, { action: 'coding.marked', entity: 'coding_mark', entityId: id, reviewId, after });
  });
}

/** What holds of each coder on these publications. */
export function marksOf(db: Db, rootIds: Iterable<number>): MarkRow[] {
  const rows = db
    .select({
      rootId: report.rootId,
      reportId: codingMark.reportId,
      codeId: codingMark.codeId,
      personId: codingMark.personId,
      applies: codingMark.applies,
      locator: codingMark.locator,
    })
    .from(codingMark)
    .innerJoin(report, eq(report.id, codingMark.reportId))
    .innerJoin(code, eq(code.id, codingMark.codeId))
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(isOneOf(report.rootId, rootIds))
    .orderBy(asc(codingMark.id))
    .all();
  const latest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) latest.set(`${row.rootId} ${row.personId} ${row.codeId}`, row);
  return [...latest.values()]
    .filter((row) => row.applies)
    .map(({ applies: _applies, rootId, ...row }) => ({ ...row, rootId: rootId ?? row.reportId }));
}

/** Inside a merge or a split: what coders said of one code they say of the other. Null: on every publication. */
export function carryMarks(
  tx: PersonalContext,
  fromId: number,
  toId: number,
  reportIds: readonly number[] | null,
): void {
  const roots = tx.db
    .selectDistinct({ rootId: report.rootId })
    .from(codingMark)
    .innerJoin(report, eq(report.id, codingMark.reportId))
    .where(
      and(
        eq(codingMark.codeId, fromId),
        reportIds === null ? undefined : isOneOf(report.id, reportIds),
      ),
    )
    .all();
  const marks = marksOf(
    tx.db,
    roots.map((row) => row.rootId ?? 0),
  );
  for (const { reportId, codeId, personId, locator } of marks) {
    if (codeId !== fromId) continue;
    const said = { reportId, personId, locator, at: tx.at };
    tx.db
      .insert(codingMark)
      .values([
        { ...said, codeId: toId, applies: true },
        { ...said, codeId: fromId, applies: false },
      ])
      .run();
  }
}
