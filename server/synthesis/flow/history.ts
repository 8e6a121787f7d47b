/**
 * The rows behind every box, each said once: the numbers of the flow and the lists that they open come from the same
 * conditions. `entry` is a record as it came in, `path` is how far its report has got.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { BoxId, PendingReason } from './boxes.ts';

/**
 * `entry`: every record of a search run; the first of a report is kept, every later one is its duplicate, whichever
 * arm it came by. `path`: every report with the arm that found it first (none when only a list without stated source
 * gave it) and where it stands at each stage.
 */
export const history = (reviewId: number): SQL => sql`
  with entry as materialized (
    select record.id as record_id, member.root_id as root_id, search_run.id as run_id,
      search_run.kind as kind, search_run.source as source, search_run.searched_on as searched_on,
      case when search_run.kind in ('database', 'register') then 'left' else 'right' end as arm,
      row_number() over (
        partition by member.root_id order by record.import_id, record.position
      ) as place
    from record
    join import_batch on import_batch.id = record.import_id
    join search_run on search_run.id = import_batch.search_run_id
    join report as member on member.id = record.report_id
    where record.review_id = ${reviewId} and import_batch.state <> 'undone'
      and member.withdrawn_at is null
  ),
  held as (
    select member.root_id as root_id, retrieval.outcome as outcome,
      row_number() over (partition by member.root_id order by retrieval.id desc) as place
    from retrieval
    join report as member on member.id = retrieval.report_id
    where member.review_id = ${reviewId}
  ),
  path as materialized (
    select root.id as root_id, root.study_id as study_id, entry.record_id as record_id,
      entry.run_id as run_id, entry.arm as arm, entry.kind as kind, entry.source as source,
      case
        when first.state in ('passed', 'excluded') then first.state
        when second.state is not null then 'passed'
        else 'pending'
      end as screened,
      coalesce(first.state, 'unscreened') as first_state,
      case when second.state in ('passed', 'excluded') then second.state else 'pending' end
        as assessed,
      coalesce(second.state, 'unscreened') as second_state,
      coalesce(held.outcome, '') as retrieval,
      coalesce(criterion.code, '') as reason
    from report as root
    left join entry on entry.root_id = root.id and entry.place = 1
    left join standing as first on first.report_id = root.id and first.stage = 'title_abstract'
    left join standing as second on second.report_id = root.id and second.stage = 'full_text'
    left join criterion on criterion.id = second.criterion_id
    left join held on held.root_id = root.id and held.place = 1
    where root.review_id = ${reviewId} and root.root_id = root.id and root.withdrawn_at is null
  )`;

/** One condition, on `entry` or on `path`. `part` divides the number, as sources or reasons do. */
export type Condition = { of: 'entry' | 'path'; where: SQL; part?: SQL };

const sought = sql`screened = 'passed'`;
const notRetrieved = sql`assessed = 'pending' and retrieval = 'not_retrieved'`;
const awaitsRetrieval = sql`assessed = 'pending' and second_state = 'unscreened'
  and retrieval not in ('retrieved', 'not_retrieved')`;
const awaitsAssessment = sql`assessed = 'pending' and retrieval <> 'not_retrieved'
  and not (${awaitsRetrieval})`;
const source = sql`source`;
const reason = sql`reason`;
/** Search results are many: what did not enter the arm (rejected on sight) is counted beside the boxes. */
const entered = sql`arm = 'right' and screened <> 'excluded'`;

type Arm = 'left' | 'right';
const soughtBy = (arm: Arm) => sql`arm = ${arm} and ${sought}`;

export const boxConditions: Partial<Record<BoxId, Condition>> = {
  I1: { of: 'entry', where: sql`kind = 'database'`, part: source },
  I2: { of: 'entry', where: sql`kind = 'register'`, part: source },
  X1: { of: 'entry', where: sql`arm = 'left' and place > 1` },
  // Nothing in the program takes records away before screening by machine or by hand, so nothing is counted here.
  X2: { of: 'entry', where: sql`false` },
  X3: { of: 'entry', where: sql`false` },
  S1: { of: 'path', where: sql`arm = 'left' and screened in ('passed', 'excluded')` },
  S2: { of: 'path', where: sql`arm = 'left' and screened = 'excluded'` },
  Q1: { of: 'path', where: soughtBy('left') },
  Q2: { of: 'path', where: sql`${soughtBy('left')} and ${notRetrieved}` },
  A1: { of: 'path', where: sql`${soughtBy('left')} and assessed <> 'pending'` },
  A2: { of: 'path', where: sql`${soughtBy('left')} and assessed = 'excluded'`, part: reason },
  O1: { of: 'path', where: sql`${entered} and kind = 'website'`, part: source },
  O2: { of: 'path', where: sql`${entered} and kind = 'organisation'`, part: source },
  O3: {
    of: 'path',
    where: sql`${entered} and kind in ('citation_searching', 'contact')`,
    part: source,
  },
  OQ1: { of: 'path', where: soughtBy('right') },
  OQ2: { of: 'path', where: sql`${soughtBy('right')} and ${notRetrieved}` },
  OA1: { of: 'path', where: sql`${soughtBy('right')} and assessed <> 'pending'` },
  OA2: { of: 'path', where: sql`${soughtBy('right')} and assessed = 'excluded'`, part: reason },
  N2: {
    of: 'path',
    where: sql`second_state = 'passed'`,
    part: sql`case arm when 'left' then 'databases' when 'right' then 'other' else '' end`,
  },
};

type PendingCondition = { box: BoxId; reason: PendingReason } & Condition;

export const pendingConditions: PendingCondition[] = [
  ...awaited('S1', sql`arm = 'left' and screened = 'pending'`, sql`first_state`),
  ...awaited('O1', inArm(sql`kind = 'website'`), sql`first_state`),
  ...awaited('O2', inArm(sql`kind = 'organisation'`), sql`first_state`),
  ...awaited('O3', inArm(sql`kind in ('citation_searching', 'contact')`), sql`first_state`),
  ...ofAssessment('left', { sought: 'Q1', assessed: 'A1', excluded: 'A2' }),
  ...ofAssessment('right', { sought: 'OQ1', assessed: 'OA1', excluded: 'OA2' }),
  {
    box: 'N1',
    reason: 'without_study',
    of: 'path',
    where: sql`second_state = 'passed' and study_id is null`,
  },
  {
    box: 'N2',
    reason: 'without_source',
    of: 'path',
    where: sql`second_state = 'passed' and arm is null`,
  },
];

/** What is told under the figure because no official box has a place for it. */
export const noteConditions = {
  /** Seen by other methods too, but found before: not counted in the right arm. */
  seen_again: { of: 'entry', where: sql`arm = 'right' and place > 1` },
  rejected_on_sight: { of: 'path', where: sql`arm = 'right' and screened = 'excluded'` },
  without_source: { of: 'path', where: sql`arm is null` },
} satisfies Record<string, Condition>;
export type NoteKey = keyof typeof noteConditions;

function inArm(kind: SQL): SQL {
  return sql`arm = 'right' and screened = 'pending' and ${kind}`;
}

function awaited(box: BoxId, where: SQL, state: SQL): PendingCondition[] {
  return [
    {
      box,
      reason: 'awaiting_votes',
      of: 'path',
      where: sql`${where} and ${state} <> 'conflict'`,
    },
    { box, reason: 'open_conflict', of: 'path', where: sql`${where} and ${state} = 'conflict'` },
  ];
}

function ofAssessment(
  arm: Arm,
  boxes: { sought: BoxId; assessed: BoxId; excluded: BoxId },
): PendingCondition[] {
  return [
    {
      box: boxes.sought,
      reason: 'awaiting_retrieval',
      of: 'path',
      where: sql`${soughtBy(arm)} and ${awaitsRetrieval}`,
    },
    ...awaited(boxes.assessed, sql`${soughtBy(arm)} and ${awaitsAssessment}`, sql`second_state`),
    {
      box: boxes.excluded,
      reason: 'without_reason',
      of: 'path',
      where: sql`${soughtBy(arm)} and assessed = 'excluded' and reason = ''`,
    },
  ];
}
