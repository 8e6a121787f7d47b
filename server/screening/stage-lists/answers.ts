/** What a person says of a line that the program found nothing for: it is that record, or it was never among them. */
import { and, eq, sql } from 'drizzle-orm';
import { stageListAnswer, stageListSettlement, stageListUndo } from '../../../schema/brought.ts';
import { stageList, stageListLine } from '../../../schema/flow.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { rootOf } from '../../records/reports/reports.ts';
import { takeBackSettlements } from '../votes/take-back.ts';
import { keepNamed } from './decide.ts';
import { linesOf } from './lines.ts';

export type LinePlace = { reviewId: number; listId: number; position: number };
export type LineAnswer =
  | { answer: 'is'; reportId: number; reason: string }
  | { answer: 'absent'; reason: string }
  | { answer: 'open' };

/**
 * What was said before is taken back with what it decided. Said twice, it changes nothing.
 * @throws NOT_FOUND, STAGE_LIST_TAKEN_BACK, REASON_REQUIRED
 */
export function answerLine(context: PersonalContext, place: LinePlace, given: LineAnswer): void {
  if (given.answer === 'absent' && given.reason === '')
    throw new AppError('REASON_REQUIRED', {}, 'reason');
  inTransaction(context, (tx) => {
    const line = unmatchedLine(tx.db, place);
    if (line.undoneAt !== null) throw new AppError('STAGE_LIST_TAKEN_BACK');
    const reportId =
      given.answer === 'is' ? rootOf(tx.db, place.reviewId, given.reportId).id : null;
    const reason = given.answer === 'open' ? '' : given.reason;
    const before = answerInForce(tx.db, line.id);
    const isSaid =
      before?.answer === given.answer && before.rootId === reportId && before.reason === reason;
    if (isSaid || (!before && given.answer === 'open')) return;
    takeBackSettlements(tx, settlementsOfLine(tx.db, line.id));
    const row = { lineId: line.id, answer: given.answer, reportId, reason };
    const { id: answerId } = tx.db
      .insert(stageListAnswer)
      .values({ ...row, personId: tx.actor.personId, at: tx.at })
      .returning({ id: stageListAnswer.id })
      .get();
    if (reportId !== null) settle(tx, place, line, { answerId, reportId });
    audit(tx, {
      action: `stage_list.line_${given.answer}`,
      entity: 'stage_list_answer',
      entityId: answerId,
      reviewId: place.reviewId,
      before: before && { answer: before.answer, reportId: before.rootId, reason: before.reason },
      after: { fileName: line.fileName, position: place.position, reportId, reason },
    });
  });
}

type Line = ReturnType<typeof unmatchedLine>;

/** One that the program has matched is no question to a person. */
function unmatchedLine(db: Db, { reviewId, listId, position }: LinePlace) {
  const own = and(
    eq(stageList.reviewId, reviewId),
    eq(stageListLine.listId, listId),
    eq(stageListLine.position, position),
    eq(stageListLine.state, 'unmatched'),
  );
  const line = db
    .select({
      id: stageListLine.id,
      stage: stageList.stage,
      fileName: stageList.fileName,
      undoneAt: stageListUndo.at,
    })
    .from(stageListLine)
    .innerJoin(stageList, eq(stageList.id, stageListLine.listId))
    .leftJoin(stageListUndo, eq(stageListUndo.listId, stageList.id))
    .where(own)
    .get();
  if (!line) throw notFound();
  return line;
}

/** What the list says of a report holds for this one too, unless the list has named it already. */
function settle(
  tx: PersonalContext,
  { reviewId, listId }: LinePlace,
  { stage, fileName }: Line,
  { answerId, reportId }: { answerId: number; reportId: number },
): void {
  if (isNamed(tx.db, listId, reportId)) return;
  const about = { reviewId, stage, origin: fileName };
  const settled = keepNamed(tx, about, reportId, laterListOf(tx.db, reviewId, listId));
  for (const adjudicationId of settled)
    tx.db.insert(stageListSettlement).values({ adjudicationId, answerId }).run();
}

/** By a line that the program has matched: that one cannot be taken back without the list. */
function isNamed(db: Db, listId: number, rootId: number): boolean {
  const named = db.get(
    sql`select 1 from ${linesOf(sql`(${listId})`)} as line
      where line.root_id = ${rootId} and line.answer_id is null`,
  );
  return named !== undefined;
}

/** The file of the latest list of what was included that left out what it does not name, if it came after this one. */
function laterListOf(db: Db, reviewId: number, listId: number): string | null {
  const row = statement(
    db,
    `select file_name as fileName from stage_list where review_id = ? and id > ?
      and stage = 'full_text' and excluded > 0
      and id not in (select list_id from stage_list_undo) order by id desc`,
  ).get(reviewId, listId) as { fileName: string } | undefined;
  return row?.fileName ?? null;
}

function answerInForce(db: Db, lineId: number) {
  const row = statement(
    db,
    `select answer, root_id as rootId, reason from stage_list_answer as said
      left join report on report.id = said.report_id
      where line_id = ? order by said.id desc limit 1`,
  ).get(lineId) as { answer: string; rootId: number | null; reason: string } | undefined;
  return row && row.answer !== 'open' ? row : null;
}

function settlementsOfLine(db: Db, lineId: number): number[] {
  const rows = statement(
    db,
    `select adjudication_id as id from stage_list_settlement
      where answer_id in (select id from stage_list_answer where line_id = ?)`,
  ).all(lineId) as { id: number }[];
  return rows.map(({ id }) => id);
}
