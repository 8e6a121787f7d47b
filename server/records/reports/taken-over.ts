/** What stands on a publication because somebody took it over from a file: whose word it is, and who took it over. */
import type { Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';

export type TakenOver = {
  kind: 'decision' | 'note';
  /** The answer, or the text of the note. */
  said: string;
  stage: Stage | null;
  reason: string;
  saidBy: string;
  by: string | null;
  at: string;
};

export const takenOverOn = (db: Db, rootId: number): TakenOver[] =>
  statement(db, takenOverSql).all({ rootId }) as TakenOver[];

const takenOverSql = `
  select 'decision' as kind, adjudication.answer as said, adjudication.stage as stage,
    coalesce(criterion.code, '') as reason, brought.said_by as saidBy, person.name as by, act.at as at
  from report join adjudication on adjudication.report_id = report.id
  join brought_decision as brought on brought.adjudication_id = adjudication.id
  join brought_act as act on act.id = brought.act_id
  left join person on person.id = act.person_id
  left join criterion on criterion.id = adjudication.criterion_id
  where report.root_id = $rootId and act.undone_at is null
  union all
  select 'note', note.text, note.stage, '', note.said_by, person.name, act.at
  from report join brought_note as note on note.report_id = report.id
  join brought_act as act on act.id = note.act_id
  left join person on person.id = act.person_id
  where report.root_id = $rootId and act.undone_at is null`;
