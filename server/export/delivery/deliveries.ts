/** How a review's written report is put together: its parts, its style of references, its Word template. */
import { eq } from 'drizzle-orm';
import { type DeliveryPart, delivery } from '../../../schema/deliveries.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { startingStyle, styleInfo } from '../csl/styles.ts';

export type Delivery = {
  parts: DeliveryPart[];
  citationStyle: string;
  templateFileHash: string | null;
  templateName: string;
};

/** What has been decided; null where nobody has decided anything. */
export function deliveryOf(db: Db, reviewId: number): Delivery | null {
  const row = db.select().from(delivery).where(eq(delivery.reviewId, reviewId)).get();
  if (!row) return null;
  const { parts, citationStyle, templateFileHash, templateName } = row;
  return { parts, citationStyle, templateFileHash, templateName };
}

/** What a municipality's report has, in the order in which it is read. */
export function suggestedParts(): DeliveryPart[] {
  const part = (kind: DeliveryPart['kind'], table = ''): DeliveryPart => ({
    kind,
    heading: {},
    text: {},
    table,
  });
  return [
    part('background'),
    part('questions'),
    part('criteria'),
    part('method'),
    part('flow'),
    part('table', 'publications'),
    part('table', 'comparison'),
    part('appraisal'),
    part('findings'),
    part('references'),
    part('searches'),
  ];
}

export const deliveryInForce = (db: Db, reviewId: number): Delivery =>
  deliveryOf(db, reviewId) ?? {
    parts: suggestedParts(),
    citationStyle: startingStyle,
    templateFileHash: null,
    templateName: '',
  };

/** @throws UNKNOWN_STYLE */
export function saveDelivery(
  context: PersonalContext,
  reviewId: number,
  change: Partial<Delivery>,
): void {
  if (change.citationStyle !== undefined && !styleInfo(change.citationStyle))
    throw new AppError('UNKNOWN_STYLE', { style: change.citationStyle }, 'style');
  inTransaction(context, (tx) => {
    const before = deliveryInForce(tx.db, reviewId);
    const after = { ...before, ...change };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const row = { ...after, personId: tx.actor.personId, at: tx.at };
    tx.db
      .insert(delivery)
      .values({ reviewId, ...row })
      .onConflictDoUpdate({ target: delivery.reviewId, set: row })
      .run();
    audit(tx, {
      action: 'delivery.changed',
      entity: 'delivery',
      entityId: reviewId,
      reviewId,
      before,
      after,
    });
  });
}
