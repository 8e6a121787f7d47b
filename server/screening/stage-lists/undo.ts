/** A list of an older review taken back with every decision that it gave: its records and their matches stay to be read. */
import { and, eq } from 'drizzle-orm';
import { stageListUndo } from '../../../schema/brought.ts';
import { stageList } from '../../../schema/flow.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { ifTakenBack, type StageConsequences, takeBackSettlements } from '../votes/take-back.ts';

type About = { reviewId: number; listId: number };

/** What an undo would take back. What people have decided since stays as they decided it. */
export function ifListUndone(db: Db, about: About): StageConsequences[] {
  return ifTakenBack(db, settlementsOf(db, about));
}

/** Taking back what has been taken back changes nothing. @throws NOT_FOUND */
export function undoStageList(context: PersonalContext, about: About): void {
  inTransaction(context, (tx) => {
    const { reviewId, listId } = about;
    const ids = settlementsOf(tx.db, about);
    const known = eq(stageListUndo.listId, listId);
    if (tx.db.select().from(stageListUndo).where(known).get()) return;
    takeBackSettlements(tx, ids);
    const row = { listId, personId: tx.actor.personId, at: tx.at };
    tx.db.insert(stageListUndo).values(row).run();
    audit(tx, {
      action: 'stage_list.undone',
      entity: 'stage_list',
      entityId: listId,
      reviewId,
      after: { takenBack: ids.length },
    });
  });
}

/**
 * A list and its settlements were stored in one go: by one person, at one moment, in the name of its file. Those that
 * people's answers about its lines have given are known by the answers.
 */
function settlementsOf(db: Db, { reviewId, listId }: About): number[] {
  const own = and(eq(stageList.id, listId), eq(stageList.reviewId, reviewId));
  const list = db.select().from(stageList).where(own).get();
  if (!list) throw notFound();
  const { personId, at, fileName } = list;
  const rows = statement(
    db,
    `select id from adjudication where review_id = $reviewId and person_id = $personId and at = $at
      and note = $fileName
    union select settled.adjudication_id from stage_list_line as line
      join stage_list_answer as answer on answer.line_id = line.id
      join stage_list_settlement as settled on settled.answer_id = answer.id
      where line.list_id = $listId
    order by id`,
  ).all({ reviewId, listId, personId, at, fileName }) as { id: number }[];
  return rows.map(({ id }) => id);
}
