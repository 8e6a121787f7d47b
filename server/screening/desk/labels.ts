/** The review's labels, and which publications carry them: the whole team sees and changes both. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { report } from '../../../schema/records.ts';
import { type LabelColor, label, reportLabel } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { builtOnce, type Db, statement } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { reportOfReview } from '../reports.ts';

export type Label = { id: number; name: string; color: LabelColor };

export function labelsOf(db: Db, reviewId: number): Label[] {
  return labelsInUse(db).all({ reviewId });
}

const labelsInUse = builtOnce((db) =>
  db
    .select({ id: label.id, name: label.name, color: label.color })
    .from(label)
    .where(and(eq(label.reviewId, sql.placeholder('reviewId')), isNull(label.retiredAt)))
    .orderBy(asc(label.name))
    .prepare(),
);

/** @throws WORDS_REQUIRED, KEY_TAKEN */
export function addLabel(
  context: PersonalContext,
  { reviewId, name, color }: { reviewId: number; name: string; color: LabelColor },
): void {
  if (name === '') throw new AppError('WORDS_REQUIRED', {}, 'name');
  inTransaction(context, (tx) => {
    const same = and(eq(label.reviewId, reviewId), eq(label.name, name));
    const known = tx.db.select().from(label).where(same).get();
    if (known && known.retiredAt === null) throw new AppError('KEY_TAKEN', { key: name }, 'name');
    // A name that was retired comes back, with the publications that carry it.
    const set = { color, retiredAt: null };
    if (known) tx.db.update(label).set(set).where(eq(label.id, known.id)).run();
    else tx.db.insert(label).values({ reviewId, name, color }).run();
    const after = { name, color };
    audit(tx, { action: 'label.added', entity: 'review', entityId: reviewId, reviewId, after });
  });
}

export function retireLabel(
  context: PersonalContext,
  { reviewId, labelId }: { reviewId: number; labelId: number },
): void {
  inTransaction(context, (tx) => {
    const { name } = labelOf(tx.db, reviewId, labelId);
    tx.db.update(label).set({ retiredAt: tx.at }).where(eq(label.id, labelId)).run();
    const before = { name };
    audit(tx, { action: 'label.retired', entity: 'review', entityId: reviewId, reviewId, before });
  });
}

/** Puts a label on a publication, or takes it away. Saying the same twice changes nothing. */
export function setLabel(
  context: PersonalContext,
  input: { reviewId: number; reportId: number; labelId: number; isOn: boolean },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, labelId, isOn } = input;
    const { name } = labelOf(tx.db, reviewId, labelId);
    const { rootId } = reportOfReview(tx.db, reviewId, input.reportId);
    if ((labelsOn(tx.db, [rootId]).get(rootId)?.has(labelId) ?? false) === isOn) return;
    const { personId } = tx.actor;
    if (isOn)
      tx.db.insert(reportLabel).values({ reportId: rootId, labelId, personId, at: tx.at }).run();
    else takeOff(tx, rootId, labelId);
    audit(tx, {
      action: isOn ? 'label.put' : 'label.taken',
      entity: 'report',
      entityId: rootId,
      reviewId,
      after: { name },
    });
  });
}

function takeOff(tx: PersonalContext, rootId: number, labelId: number): void {
  const members = tx.db.select({ id: report.id }).from(report).where(eq(report.rootId, rootId));
  tx.db
    .update(reportLabel)
    .set({ removedAt: tx.at, removedBy: tx.actor.personId })
    .where(
      and(
        inArray(reportLabel.reportId, members),
        eq(reportLabel.labelId, labelId),
        isNull(reportLabel.removedAt),
      ),
    )
    .run();
}

/** The labels of each root report, put on any report of its cluster. */
export function labelsOn(db: Db, rootIds: readonly number[]): Map<number, Set<number>> {
  const labels = new Map<number, Set<number>>();
  if (rootIds.length === 0) return labels;
  const rows = statement(db, carriedSql).all(JSON.stringify(rootIds)) as Carried[];
  for (const { rootId, labelId } of rows)
    labels.set(rootId, (labels.get(rootId) ?? new Set()).add(labelId));
  return labels;
}

type Carried = { rootId: number; labelId: number };
const carriedSql = `
  select member.root_id as rootId, report_label.label_id as labelId
  from json_each(?) as wanted cross join report as member on member.root_id = wanted.value
  cross join report_label on report_label.report_id = member.id
  where report_label.removed_at is null`;

/** @throws NOT_FOUND */
function labelOf(db: Db, reviewId: number, labelId: number): Label {
  const found = labelsOf(db, reviewId).find((one) => one.id === labelId);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
