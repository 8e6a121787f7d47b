/** What owners say of the items of a checklist, beside what the rows propose: the latest holds, nothing is lost. */
import { and, desc, eq } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { type Checklist, checklistStatement, type ItemAnswer } from '../../../schema/checklists.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';

export type Said = { answer: ItemAnswer; place: string; comment: string };
export type Statement = ReturnType<typeof statementsOf>[number];
export type InForce = Statement & { answer: Exclude<ItemAnswer, 'open'> };

/** What has been said of a list, the latest first. */
export function statementsOf(db: Db, reviewId: number, list: Checklist) {
  return db
    .select({
      item: checklistStatement.item,
      answer: checklistStatement.answer,
      place: checklistStatement.place,
      comment: checklistStatement.comment,
      name: person.name,
      at: checklistStatement.at,
    })
    .from(checklistStatement)
    .leftJoin(person, eq(person.id, checklistStatement.personId))
    .where(and(eq(checklistStatement.reviewId, reviewId), eq(checklistStatement.list, list)))
    .orderBy(desc(checklistStatement.id))
    .all();
}

/** What holds of an item; null where nobody has said anything, or it was taken back. */
export function inForce(statements: readonly Statement[], item: string): InForce | null {
  const latest = statements.find((statement) => statement.item === item);
  return latest && latest.answer !== 'open' ? { ...latest, answer: latest.answer } : null;
}

/** Saying what holds already changes nothing. @param item its number in the list. */
export function sayOfItem(
  context: PersonalContext,
  reviewId: number,
  { list, item }: { list: Checklist; item: string },
  said: Said,
): void {
  inTransaction(context, (tx) => {
    const held = inForce(statementsOf(tx.db, reviewId, list), item);
    const before = held && saidIn(held);
    const after = saidIn(said);
    if (JSON.stringify(before ?? saidIn(nothing)) === JSON.stringify(after)) return;
    const row = tx.db
      .insert(checklistStatement)
      .values({ reviewId, list, item, ...after, personId: tx.actor.personId, at: tx.at })
      .returning({ id: checklistStatement.id })
      .get();
    audit(tx, {
      action: after.answer === 'open' ? 'checklist.taken_back' : 'checklist.said',
      entity: 'checklist_statement',
      entityId: row.id,
      reviewId,
      before: before && { list, item, ...before },
      after: { list, item, ...after },
    });
  });
}

const nothing: Said = { answer: 'open', place: '', comment: '' };

/** A place is of what is reported; what is taken back says nothing more. */
function saidIn({ answer, place, comment }: Said): Said {
  if (answer === 'open') return nothing;
  return { answer, place: answer === 'reported' ? place : '', comment };
}
