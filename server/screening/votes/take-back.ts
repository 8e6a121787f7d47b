/** Settlements taken back, all of one act together: they stay, count no more, and what held before holds again. */
import { type Stage, stages } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import type { PersonalContext } from '../../platform/context.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { refreshStandings } from './standings.ts';

export type StageConsequences = Consequences & { stage: Stage };

/** What taking them back would change, stage by stage; stages where nothing changes are left out. */
export function ifTakenBack(db: Db, adjudicationIds: readonly number[]): StageConsequences[] {
  const rootIds = rootsOf(db, adjudicationIds);
  const act = { personId: 0, at: '' };
  return stages
    .map((stage) => ({
      stage,
      ...consequencesOf(db, stage, rootIds, (tx) => withdraw(tx, adjudicationIds, act)),
    }))
    .filter(({ moves }) => moves.length > 0);
}

/** Takes back what has not been taken back already. A text that they said had been read is sought again. */
export function takeBackSettlements(tx: PersonalContext, adjudicationIds: readonly number[]): void {
  const by = { personId: tx.actor.personId, at: tx.at };
  statement(tx.db, reopenSql).run({ ids: JSON.stringify(adjudicationIds), ...by });
  withdraw(tx.db, adjudicationIds, by);
  refreshStandings(tx, rootsOf(tx.db, adjudicationIds));
}

function withdraw(db: Db, ids: readonly number[], by: { personId: number; at: string }): void {
  statement(
    db,
    `insert into adjudication_withdrawal (adjudication_id, person_id, at)
    select value, $personId, $at from json_each($ids) where true on conflict do nothing`,
  ).run({ ids: JSON.stringify(ids), ...by });
}

function rootsOf(db: Db, ids: readonly number[]): number[] {
  const rows = statement(
    db,
    `select distinct report.root_id as id from adjudication
    join report on report.id = adjudication.report_id
    where adjudication.id in (select value from json_each(?)) and report.root_id is not null
    order by report.root_id`,
  ).all(JSON.stringify(ids)) as { id: number }[];
  return rows.map(({ id }) => id);
}

/** Only where nobody has looked for the text since. */
const reopenSql = `
  insert into retrieval (report_id, outcome, how, person_id, at)
  select distinct own.report_id, 'reopened', 'taken_over', $personId, $at
  from adjudication join report as settled on settled.id = adjudication.report_id
  join report as member on member.root_id = settled.root_id
  join retrieval as own on own.report_id = member.id and own.at = adjudication.at
    and own.person_id = adjudication.person_id
  where adjudication.id in (select value from json_each($ids)) and adjudication.stage = 'full_text'
    and own.outcome = 'retrieved' and own.how = 'taken_over'
    and not exists (select 1 from adjudication_withdrawal as gone
      where gone.adjudication_id = adjudication.id)
    and not exists (select 1 from report as other join retrieval as later on later.report_id = other.id
      where other.root_id = settled.root_id and later.id > own.id)`;
