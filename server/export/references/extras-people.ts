/**
 * Who settled what, when, and what they wrote beside it, for files that leave. Answers that differed stay here: only
 * the one who settled them is named. Where all agreed, the decision tells what each of them said.
 */
import type { Extras } from '../../../import/reference.ts';
import { type Db, statement } from '../../db.ts';

type Lists = Required<Extras>;
type By = { by?: string; at?: string };
export type SettledBy = { said: By; notes: Lists['notes'] };

/** By root report and stage, `12 full_text`. */
export function settledBy(db: Db, rootIds: readonly number[]): Map<string, SettledBy> {
  const ids = JSON.stringify(rootIds);
  const found = new Map<string, SettledBy>();
  const votes = statement(db, votesSql).all(ids) as Said[];
  const names = new Map<string, string[]>();
  for (const { rootId, stage, name, note, at } of votes) {
    const place = `${rootId} ${stage}`;
    const own = found.get(place) ?? { said: {}, notes: [] };
    names.set(place, [...(names.get(place) ?? []), name]);
    own.said = byAt([...new Set(names.get(place))].join('; '), at);
    if (note) own.notes.push({ text: note, stage, ...byAt(name, at) });
    found.set(place, own);
  }
  // The latest settlement holds, whatever anybody answered.
  for (const row of statement(db, settlementsSql).all(ids) as Settled[]) {
    const { rootId, stage, name, note, at, actId, saidBy, saidAt } = row;
    const isBrought = actId !== null;
    const said = isBrought ? byAt(saidBy ?? '', saidAt ?? '') : byAt(name, at);
    // The note of what was taken over only names the file.
    const notes = note && !isBrought && !row.isOfList ? [{ text: note, stage, ...said }] : [];
    found.set(`${rootId} ${stage}`, { said, notes });
  }
  return found;
}

type Said = { rootId: number; stage: string; name: string; note: string; at: string };
type Settled = Said & {
  actId: number | null;
  saidBy: string | null;
  saidAt: string | null;
  isOfList: number;
};

const byAt = (by: string, at: string): By => ({ ...(by && { by }), ...(at && { at }) });

/** Each person's answer that counts. */
const votesSql = `
  select report.root_id as rootId, vote.stage as stage, person.name as name, vote.note as note, vote.at as at
  from report join vote on vote.report_id = report.id join person on person.id = vote.person_id
  where report.root_id in (select value from json_each(?))
    and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)
    and not exists (select 1 from report as other join vote as later on later.report_id = other.id
      where other.root_id = report.root_id and later.stage = vote.stage
        and later.person_id = vote.person_id and later.id > vote.id
        and not exists (select 1 from vote_withdrawal as w where w.vote_id = later.id))
  order by vote.id`;

const settlementsSql = `
  select report.root_id as rootId, adjudication.stage as stage, person.name as name,
    adjudication.note as note, adjudication.at as at, brought.act_id as actId,
    brought.said_by as saidBy, brought.said_at as saidAt,
    exists (select 1 from stage_list as list where list.review_id = adjudication.review_id
      and list.at = adjudication.at and list.file_name = adjudication.note) as isOfList
  from report join adjudication on adjudication.report_id = report.id
  left join person on person.id = adjudication.person_id
  left join brought_decision as brought on brought.adjudication_id = adjudication.id
  where report.root_id in (select value from json_each(?))
    and not exists (select 1 from adjudication_withdrawal as w where w.adjudication_id = adjudication.id)
  order by adjudication.id`;

/** Notes that came from elsewhere and stand beside publications here. */
export function notesTakenOver(
  db: Db,
  rootIds: readonly number[],
): (Lists['notes'][number] & { rootId: number })[] {
  const rows = statement(db, notesSql).all(JSON.stringify(rootIds)) as {
    rootId: number;
    text: string;
    stage: string | null;
    saidBy: string;
    saidAt: string;
  }[];
  return rows.map(({ rootId, text, stage, saidBy, saidAt }) => ({
    rootId,
    ...{ text, ...(stage && { stage }), ...byAt(saidBy, saidAt) },
  }));
}

const notesSql = `
  select report.root_id as rootId, note.text as text, note.stage as stage, note.said_by as saidBy,
    note.said_at as saidAt
  from report join brought_note as note on note.report_id = report.id
  join brought_act as act on act.id = note.act_id
  where report.root_id in (select value from json_each(?)) and act.undone_at is null
  order by note.id`;

/** Whose codings they are: the file's own word where they came from one. */
export function codersOf(db: Db, codingIds: readonly number[]): Map<number, By> {
  const rows = statement(
    db,
    `select coding.id as id, coalesce(brought.said_by, person.name, '') as by,
      coalesce(brought.said_at, coding.created_at) as at
    from coding left join person on person.id = coding.person_id
    left join brought_coding as brought on brought.coding_id = coding.id
    where coding.id in (select value from json_each(?))`,
  ).all(JSON.stringify(codingIds)) as { id: number; by: string; at: string }[];
  return new Map(rows.map(({ id, by, at }) => [id, byAt(by, at)]));
}
