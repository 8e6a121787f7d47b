/** How many rows stand behind each box, counted by the database in two passes: over records, over reports. */
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import { type BoxId, boxIds, type Pending, type PendingReason } from './boxes.ts';
import {
  boxConditions,
  type Condition,
  history,
  type NoteKey,
  noteConditions,
  pendingConditions,
} from './history.ts';

export type PartCount = { key: string; count: number };

/** One search run: what it gave = what was kept of it + what others had given before. */
export type SourceCount = {
  runId: number;
  kind: string;
  source: string;
  searchedOn: string | null;
  identified: number;
  kept: number;
  duplicates: number;
};

export type Counts = {
  boxes: Partial<Record<BoxId, number>>;
  parts: Partial<Record<BoxId, PartCount[]>>;
  pending: Pending[];
  notes: Record<NoteKey, number>;
  sources: SourceCount[];
  /** Reports that came by other methods and are still in play: a template without that arm has no place for them. */
  otherMethods: { entered: number; included: number };
};

type Tally = { name: string; condition: Condition };
type Group = { part: string; [name: string]: string | number };

export function countHistory(db: Db, reviewId: number): Counts {
  const groups = { entry: tally(db, reviewId, 'entry'), path: tally(db, reviewId, 'path') };
  const countOf = (name: string, { of }: Condition) =>
    groups[of].reduce((sum, group) => sum + Number(group[name]), 0);
  const counts: Counts = {
    boxes: { N1: countStudies(db, reviewId) },
    parts: {},
    pending: [...openQuestions(db, reviewId)],
    notes: { seen_again: 0, rejected_on_sight: 0, without_source: 0 },
    sources: sourceCounts(db, reviewId),
    otherMethods: { entered: countOf('other_entered', enteredArm), included: 0 },
  };
  for (const [box, condition] of conditionsByBox()) {
    counts.boxes[box] = countOf(box, condition);
    if (condition.part) counts.parts[box] = partsOf(groups[condition.of], box);
  }
  for (const { box, reason, ...condition } of pendingConditions)
    counts.pending.push({ box, reason, count: countOf(pendingName(box, reason), condition) });
  for (const [key, condition] of Object.entries(noteConditions))
    counts.notes[key as NoteKey] = countOf(key, condition);
  counts.otherMethods.included = partCount(counts, 'N2', 'other');
  counts.pending = counts.pending.filter((row) => row.count > 0);
  return counts;
}

export const partCount = (counts: Counts, box: BoxId, key: string): number =>
  counts.parts[box]?.find((part) => part.key === key)?.count ?? 0;

/** For a review of which only the list of what was included is known. */
export function countIncludedList(db: Db, reviewId: number): Counts {
  const counts = countHistory(db, reviewId);
  const { N1, N2 } = counts.boxes;
  return {
    ...counts,
    // A list without any study recorded says nothing of how many there are.
    boxes: { ...(N1 || !N2 ? { N1: N1 ?? 0 } : {}), N2: N2 ?? 0 },
    parts: {},
    pending: counts.pending.filter(({ reason }) => reason === 'without_study' && N1),
    notes: { seen_again: 0, rejected_on_sight: 0, without_source: 0 },
    sources: [],
    otherMethods: { entered: 0, included: 0 },
  };
}

const enteredArm: Condition = { of: 'path', where: sql`arm = 'right' and screened <> 'excluded'` };

export const pendingName = (box: BoxId, reason: PendingReason): string => `${box}_${reason}`;

function conditionsByBox(): [BoxId, Condition][] {
  return boxIds.flatMap((box) => {
    const condition = boxConditions[box];
    return condition ? [[box, condition] satisfies [BoxId, Condition]] : [];
  });
}

function tallies(of: Condition['of']): Tally[] {
  const all = [
    ...conditionsByBox().map(([name, condition]) => ({ name, condition })),
    ...pendingConditions.map(({ box, reason, ...condition }) => ({
      name: pendingName(box, reason),
      condition,
    })),
    ...Object.entries(noteConditions).map(([name, condition]) => ({ name, condition })),
    { name: 'other_entered', condition: enteredArm },
  ];
  return all.filter(({ condition }) => condition.of === of);
}

/** One pass: every count at once, in groups fine enough that parts can be added up from them. */
function tally(db: Db, reviewId: number, of: Condition['of']): Group[] {
  const counts = tallies(of).map(
    ({ name, condition }) =>
      sql`count(*) filter (where ${condition.where}) as ${sql.identifier(name)}`,
  );
  const keys = of === 'entry' ? sql`source` : sql`source, reason, arm`;
  return db.all<Group>(
    sql`${history(reviewId)} select ${keys}, ${sql.join(counts, sql`, `)}
      from ${sql.identifier(of)} group by ${keys}`,
  );
}

function partsOf(groups: Group[], box: BoxId): PartCount[] {
  const keyOf = partKey(box);
  const parts = new Map<string, number>();
  for (const group of groups) {
    const count = Number(group[box]);
    if (count > 0) parts.set(keyOf(group), (parts.get(keyOf(group)) ?? 0) + count);
  }
  const rows = [...parts].map(([key, count]) => ({ key, count }));
  return rows.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

function partKey(box: BoxId): (group: Group) => string {
  if (box === 'A2' || box === 'OA2') return (group) => String(group.reason);
  if (box !== 'N2') return (group) => String(group.source);
  return ({ arm }) => (arm === 'left' ? 'databases' : arm === 'right' ? 'other' : '');
}

/** Studies with at least one included report. */
export const includedStudies = (reviewId: number): SQL => sql`
  from report as root
  join standing on standing.report_id = root.id and standing.stage = 'full_text'
    and standing.state = 'passed'
  join study on study.id = root.study_id
  where root.review_id = ${reviewId} and root.root_id = root.id and root.withdrawn_at is null`;

function countStudies(db: Db, reviewId: number): number {
  const query = sql`select count(distinct study.id) as count ${includedStudies(reviewId)}`;
  return db.get<{ count: number }>(query).count;
}

function sourceCounts(db: Db, reviewId: number): SourceCount[] {
  return db.all<SourceCount>(
    sql`${history(reviewId)}
      select run_id as "runId", kind, source, searched_on as "searchedOn",
        count(*) as identified, count(*) filter (where place = 1) as kept,
        count(*) filter (where place > 1) as duplicates
      from entry group by run_id order by run_id`,
  );
}

/** Imports that are not done, and pairs of reports of which nobody has said whether they are one. */
function openQuestions(db: Db, reviewId: number): Pending[] {
  const imports = db.get<{ count: number }>(
    sql`select count(*) as count from import_batch where review_id = ${reviewId}
      and (state in ('queued', 'running') or (state = 'failed' and pieces_stored > 0))`,
  );
  const pairs = db.get<{ count: number }>(
    sql`select count(*) as count from possible_pair
      join report as one on one.id = possible_pair.first_id and one.withdrawn_at is null
      join report as other on other.id = possible_pair.second_id and other.withdrawn_at is null
      where possible_pair.review_id = ${reviewId} and possible_pair.state = 'open'
        and one.root_id <> other.root_id`,
  );
  return [
    { box: 'I1', reason: 'unfinished_import', count: imports.count },
    { box: 'X1', reason: 'possible_duplicates', count: pairs.count },
  ];
}
