/** What has been screened, in the order in which it was: the history that a decision to stop is judged by. */
import { type Db, statement } from '../../db.ts';
import { stageOrderOf } from '../ranking/desk-order.ts';

export const stoppingStage = 'title_abstract';

export type History = {
  /** True where a publication was kept; what is in conflict counts as kept. */
  kept: boolean[];
  total: number;
  /** Begun but not settled: as good as unscreened, for the test. */
  begun: number;
  unscreened: number;
  /** Where, in the history, the order became random; null while it is not. */
  randomFrom: number | null;
};

type Row = { rootId: number; state: string; firstVoteId: number };

export function historyOf(db: Db, reviewId: number): History {
  const rows = statement(db, historySql).all({ reviewId, stage: stoppingStage }) as Row[];
  const settled = rows.filter(({ state }) => state !== 'partly' && state !== 'unscreened');
  const { total } = statement(db, totalSql).get({ reviewId }) as { total: number };
  const begun = rows.length - settled.length;
  const { order, sinceVoteId } = stageOrderOf(db, { reviewId, stage: stoppingStage });
  const before = settled.filter(({ firstVoteId }) => firstVoteId <= sinceVoteId).length;
  return {
    kept: settled.map(({ state }) => state !== 'excluded'),
    total,
    begun,
    unscreened: total - rows.length,
    randomFrom: order === 'random' ? before : null,
  };
}

const isScreenedSql = `flow_path.class not like '%|automation|%'
    and flow_path.class not like '%|other|%'`;

/**
 * What was taken over without votes comes first: it was known before anybody screened. What was removed before screening
 * is no part of it, however it stands.
 */
const historySql = `select report.id as rootId, standing.state,
    coalesce((select min(vote.id) from vote join report as member on member.id = vote.report_id
      where member.root_id = report.id and vote.stage = @stage), 0) as firstVoteId
  from report join standing on standing.report_id = report.id and standing.stage = @stage
    join flow_path on flow_path.root_id = report.id
  where report.review_id = @reviewId and report.root_id = report.id and report.withdrawn_at is null
    and ${isScreenedSql}
  order by firstVoteId, report.id`;

const totalSql = `select count(*) as total from flow_path
  where review_id = @reviewId and ${isScreenedSql}`;

/** How long one answer takes: the median time between a person's answers; null while there are few. */
export function secondsPerAnswer(db: Db, reviewId: number): number | null {
  const rows = statement(db, gapsSql).all({ reviewId, stage: stoppingStage }) as { gap: number }[];
  if (rows.length < gapsMin) return null;
  const gaps = rows.map(({ gap }) => gap).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
}

const gapsMin = 10;
// Longer than five minutes is a break, not a reading.
const gapsSql = `select gap from (
    select (julianday(at) - julianday(lag(at) over (partition by person_id order by id))) * 86400 as gap
    from (select id, person_id, at from vote where review_id = @reviewId and stage = @stage
      order by id desc limit 2000))
  where gap between 0.2 and 300`;
