/** The study behind an included report: named after its first author and year until a person says otherwise. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { report, study } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import type { Context } from '../platform/context.ts';

type Root = {
  id: number;
  reviewId: number;
  title: string;
  firstAuthor: string;
  year: number | null;
};

/** Gives each of these root reports a study unless it has one. */
export function ensureStudies(tx: Context, rootIds: readonly number[]): void {
  if (rootIds.length === 0) return;
  const without = tx.db
    .select({
      id: report.id,
      reviewId: report.reviewId,
      title: report.title,
      firstAuthor: report.firstAuthor,
      year: report.year,
    })
    .from(report)
    .where(and(inArray(report.id, [...rootIds]), isNull(report.studyId)))
    .all();
  for (const root of without) {
    const studyId = studyOfMembers(tx.db, root.id) ?? newStudy(tx, root);
    tx.db.update(report).set({ studyId }).where(eq(report.id, root.id)).run();
  }
}

/** A duplicate that was found late may have brought its study along. */
function studyOfMembers(db: Db, rootId: number): number | null {
  const member = db
    .select({ studyId: report.studyId })
    .from(report)
    .where(and(eq(report.rootId, rootId), isNotNull(report.studyId)))
    .orderBy(report.id)
    .limit(1)
    .get();
  return member?.studyId ?? null;
}

function newStudy(tx: Context, root: Root): number {
  const label = freeLabel(tx.db, root);
  const { id } = tx.db
    .insert(study)
    .values({ reviewId: root.reviewId, label, createdAt: tx.at })
    .returning({ id: study.id })
    .get();
  audit(tx, {
    action: 'study.made',
    entity: 'study',
    entityId: id,
    reviewId: root.reviewId,
    after: { label, reportId: root.id },
  });
  return id;
}

/** `Aytar 2022`, then `Aytar 2022b` for the next one. */
function freeLabel(db: Db, { reviewId, title, firstAuthor, year }: Root): string {
  const name = firstAuthor || title.slice(0, 60) || '?';
  const plain = year === null ? name : `${name} ${year}`;
  for (let turn = 0; ; turn += 1) {
    const label = turn === 0 ? plain : `${plain}${suffix(turn)}`;
    const taken = and(eq(study.reviewId, reviewId), eq(study.label, label));
    if (!db.select({ id: study.id }).from(study).where(taken).limit(1).get()) return label;
  }
}

/** b, c, ... z, then numbers. */
function suffix(turn: number): string {
  return turn < 26 ? String.fromCharCode('a'.charCodeAt(0) + turn) : `-${turn + 1}`;
}
