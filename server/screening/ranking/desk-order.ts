/** Which order publications come to a person's desk in: the stage's, or the one that the person chose instead. */
import { and, eq } from 'drizzle-orm';
import { type DeskOrder, deskOrders, stageOrder } from '../../../schema/ranking.ts';
import { personSetting } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { lastAnswers, type Place } from './answers.ts';
import { rankAgain } from './ranking-job.ts';

const settingName = ({ reviewId, stage }: Place) => `order:${reviewId}:${stage}`;
const isOrder = (text: unknown): text is DeskOrder => deskOrders.some((order) => order === text);

/** What the stage begins with; ranked unless the owner has said otherwise. */
export function stageOrderOf(db: Db, place: Place): { order: DeskOrder; sinceVoteId: number } {
  const row = statement(db, stageSql).get(place) as
    | { order: DeskOrder; sinceVoteId: number }
    | undefined;
  return row ?? { order: 'ranked', sinceVoteId: 0 };
}

/** What a person chose for themselves; null where they follow the stage. */
export function ownOrderOf(db: Db, place: Place, personId: number): DeskOrder | null {
  const row = statement(db, ownSql).get({ personId, name: settingName(place) }) as
    | { value: string }
    | undefined;
  const chosen = row ? (JSON.parse(row.value) as { order?: unknown }).order : null;
  return isOrder(chosen) ? chosen : null;
}

export const deskOrderOf = (db: Db, place: Place, personId: number): DeskOrder =>
  ownOrderOf(db, place, personId) ?? stageOrderOf(db, place).order;

const stageSql = `select desk_order as "order", since_vote_id as sinceVoteId from stage_order
  where review_id = @reviewId and stage = @stage`;
const ownSql = 'select value from person_setting where person_id = @personId and name = @name';

export function chooseStageOrder(context: PersonalContext, place: Place, order: DeskOrder): void {
  inTransaction(context, (tx) => {
    const { reviewId, stage } = place;
    const before = stageOrderOf(tx.db, place);
    if (before.order === order) return;
    const sinceVoteId = lastAnswers(tx.db, tx.at).lastVoteId;
    tx.db
      .insert(stageOrder)
      .values({ reviewId, stage, deskOrder: order, sinceVoteId })
      .onConflictDoUpdate({
        target: [stageOrder.reviewId, stageOrder.stage],
        set: { deskOrder: order, sinceVoteId },
      })
      .run();
    logChoice(tx, place, before.order, order, 'stage');
    if (order === 'ranked') rankAgain(tx, reviewId, stage);
  });
}

/** `null` follows the stage again. */
export function chooseOwnOrder(
  context: PersonalContext,
  place: Place,
  order: DeskOrder | null,
): void {
  inTransaction(context, (tx) => {
    const { personId } = tx.actor;
    const before = ownOrderOf(tx.db, place, personId);
    if (before === order) return;
    const name = settingName(place);
    const { personId: owner, name: named } = personSetting;
    if (order === null)
      tx.db
        .delete(personSetting)
        .where(and(eq(owner, personId), eq(named, name)))
        .run();
    else {
      const value = { order };
      tx.db
        .insert(personSetting)
        .values({ personId, name, value })
        .onConflictDoUpdate({ target: [owner, named], set: { value } })
        .run();
    }
    logChoice(tx, place, before, order, 'own');
    if (order === 'ranked') rankAgain(tx, place.reviewId, place.stage);
  });
}

function logChoice(
  tx: PersonalContext,
  { reviewId, stage }: Place,
  before: DeskOrder | null,
  order: DeskOrder | null,
  whose: 'stage' | 'own',
): void {
  audit(tx, {
    action: 'order.chosen',
    entity: 'review',
    entityId: reviewId,
    reviewId,
    before: { order: before },
    after: { stage, order, whose },
  });
}
