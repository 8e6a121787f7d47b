/** One line of a list as a person meets it: what the file says, what has been answered, and the lines beside it. */
import { and, eq, sql } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { stageListAnswer, stageListUndo } from '../../../schema/brought.ts';
import { stageList, stageListLine } from '../../../schema/flow.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { findReport } from '../../records/reports/reports.ts';
import type { LinePlace } from './answers.ts';
import { linesOf } from './lines.ts';

export type ShownLine = ReturnType<typeof stageListLineOf>;

/** Only lines that the program matched to nothing are asked about. @throws NOT_FOUND */
export function stageListLineOf(db: Db, { reviewId, listId, position }: LinePlace) {
  const line = db
    .select({
      position: stageListLine.position,
      reference: stageListLine.reference,
      list: { id: stageList.id, stage: stageList.stage, fileName: stageList.fileName },
      undoneAt: stageListUndo.at,
      rootId: sql<number | null>`now.root_id`,
      answer: stageListAnswer.answer,
      reason: stageListAnswer.reason,
      answeredAt: stageListAnswer.at,
      answeredBy: person.name,
    })
    .from(sql`${linesOf(sql`(${listId})`)} as now`)
    .innerJoin(stageListLine, eq(stageListLine.id, sql`now.id`))
    .innerJoin(stageList, eq(stageList.id, stageListLine.listId))
    .leftJoin(stageListUndo, eq(stageListUndo.listId, stageList.id))
    .leftJoin(stageListAnswer, eq(stageListAnswer.id, sql`now.answer_id`))
    .leftJoin(person, eq(person.id, stageListAnswer.personId))
    .where(
      and(
        eq(stageList.reviewId, reviewId),
        eq(stageListLine.position, position),
        eq(stageListLine.state, 'unmatched'),
      ),
    )
    .get();
  if (!line) throw notFound();
  const { rootId, answer, reason, answeredAt, answeredBy, ...shown } = line;
  const found = rootId === null ? null : (findReport(db, reviewId, rootId) ?? null);
  const said = answer && { answer, reason, at: answeredAt ?? '', person: answeredBy };
  return { ...shown, said, found, ...openBeside(db, listId, position) };
}

/** The nearest lines that nobody has answered for; after the last one, the first. */
export function openBeside(db: Db, listId: number, position: number) {
  const open = db
    .all<{ position: number }>(
      sql`select position from ${linesOf(sql`(${listId})`)} as line
        where fate = 'unmatched' and position <> ${position} order by position`,
    )
    .map((line) => line.position);
  return {
    previous: open.findLast((other) => other < position) ?? null,
    next: open.find((other) => other > position) ?? null,
    open,
  };
}
