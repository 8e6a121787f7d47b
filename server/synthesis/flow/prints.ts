/** Printed versions of the flow: numbered and never changed; the log read to the same moment gives the same numbers. */
import { and, desc, eq } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { flowPrint } from '../../../schema/flow.ts';
import type { review } from '../../../schema/reviews.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { type Flow, flowAt, flowOf } from './flow.ts';
import { lastMoment, type Moment } from './replay.ts';

type FlowReview = Pick<typeof review.$inferSelect, 'id' | 'flowTemplate' | 'flowBasis'>;
/** What a print keeps: the flow, and the place in the log that it was printed at. */
export type Printed = { moment: Moment; flow: Flow };

/** @returns the number of the new print. */
export function printFlow(context: PersonalContext, review: FlowReview, note: string): number {
  return inTransaction(context, (tx) => {
    const number = (printsOf(tx.db, review.id)[0]?.number ?? 0) + 1;
    const moment = lastMoment(tx.db, review.id, tx.at);
    const content: Printed = { moment, flow: flowOf(tx.db, review) };
    const row = { reviewId: review.id, number, note: note.trim(), content };
    const { id } = tx.db
      .insert(flowPrint)
      .values({ ...row, personId: tx.actor.personId, at: tx.at })
      .returning({ id: flowPrint.id })
      .get();
    audit(tx, {
      action: 'flow.printed',
      entity: 'flow_print',
      entityId: id,
      reviewId: review.id,
      after: { number, note: row.note },
    });
    return number;
  });
}

/** The latest first. */
export function printsOf(db: Db, reviewId: number) {
  return db
    .select({
      number: flowPrint.number,
      note: flowPrint.note,
      at: flowPrint.at,
      person: person.name,
    })
    .from(flowPrint)
    .leftJoin(person, eq(person.id, flowPrint.personId))
    .where(eq(flowPrint.reviewId, reviewId))
    .orderBy(desc(flowPrint.number))
    .all();
}

/** @throws NOT_FOUND */
export function printedFlow(db: Db, reviewId: number, number: number): Printed {
  const own = and(eq(flowPrint.reviewId, reviewId), eq(flowPrint.number, number));
  const row = db.select({ content: flowPrint.content }).from(flowPrint).where(own).get();
  if (!row) throw notFound();
  const { moment, flow } = row.content as { moment: Moment; flow: Omit<Flow, 'lists'> };
  // What was printed before flows told of lists has none.
  return { moment, flow: { lists: [], ...flow } };
}

/** Prints whose numbers the log does not give any more: none, or something was changed behind its back. */
export function disagreeingPrints(db: Db, review: FlowReview): number[] {
  return printsOf(db, review.id)
    .filter(({ number }) => {
      const { moment, flow } = printedFlow(db, review.id, number);
      return numbersOf(flow) !== numbersOf(flowAt(db, review, moment));
    })
    .map(({ number }) => number);
}

/** Words may be put better later; numbers may not. */
const numbersOf = ({ boxes, pending }: Flow): string =>
  JSON.stringify([
    boxes.map(({ id, derived, reported, parts }) => [
      id,
      derived,
      reported,
      parts.map((part) => [part.key, part.derived, part.reported]),
    ]),
    pending,
  ]);
