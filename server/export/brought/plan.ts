/** What taking over would do with each thing that a file brought along; what was decided here always stays. */
import { type Stage, stages } from '../../../schema/screening.ts';
import { codersOf } from '../../coding/coders/double-coding.ts';
import { type Db, statement } from '../../db.ts';
import type { BroughtRecord } from './found.ts';
import { codeName, type Matches, namesIn, notReported } from './matches.ts';

export const kinds = ['decision', 'note', 'code'] as const;
export type Kind = (typeof kinds)[number];

/**
 * `apply`: taken over. `same`: stands so here. `clash`: decided otherwise here. `judged`: people here are at it.
 * `contradiction`: the file says two things. `unmatched`: its reason or code has no counterpart. `unknown`: a stage or
 * an answer that is none of ours. `not_reached`: it has not come to this stage here. `two_coders`: two code it here.
 */
export const fates = [
  'apply',
  'same',
  'clash',
  'judged',
  'contradiction',
  'unmatched',
  'not_reached',
  'unknown',
  'two_coders',
] as const;
export type Fate = (typeof fates)[number];

export type Line = {
  kind: Kind;
  fate: Fate;
  recordId: number;
  reportId: number;
  rootId: number;
  title: string;
  stage: Stage | null;
  /** The answer, the text of the note, or the name of the code, as the file has it. */
  said: string;
  reason: string;
  locator: string;
  by: string;
  at: string;
  people: number[];
  answer: 'include' | 'exclude' | null;
  criterionId: number | null;
  codeId: number | null;
  /** What stands here instead, where that is for everybody to see. */
  here: { state: 'passed' | 'excluded'; criterionId: number | null } | null;
};

type Settled = { state: 'passed' | 'excluded'; criterionId: number | null };
type Here = { settled: Settled | null; isTouched: boolean };
type Entry = BroughtRecord['extras']['decisions'][number];

/** Plans records in their order: what an earlier one would decide, a later one finds decided. */
export function createPlanner(db: Db, about: { reviewId: number; matches: Matches }) {
  const { reviewId, matches } = about;
  const values = {
    people: valuesOf(matches.people),
    reasons: valuesOf(matches.reasons),
    codes: valuesOf(matches.codes),
  };
  const hasTwoCoders = codersOf(db, reviewId) === 2;
  const decided = new Map<string, Settled>();
  const put = new Set<string>();

  const lineOf = (
    record: BroughtRecord,
    more: Partial<Line> & Pick<Line, 'kind' | 'said'>,
  ): Line => {
    const { recordId, reportId, rootId, title } = record;
    const people = namesIn(more.by).flatMap((name) => Number(values.people.get(name) ?? 0) || []);
    return { ...blank, recordId, reportId, rootId, title, people, ...more };
  };

  const hereOf = (now: Map<string, Here>, rootId: number, stage: Stage): Here => {
    const planned = decided.get(`${rootId} ${stage}`);
    const stored = now.get(`${rootId} ${stage}`) ?? untouched;
    return planned ? { settled: planned, isTouched: true } : stored;
  };

  function decisionLine(record: BroughtRecord, entry: Entry, now: Map<string, Here>): Line {
    const { decision: said, reason = '', by = '', at = '' } = entry;
    const line = lineOf(record, { kind: 'decision', said, reason, by, at });
    const stage = stages.find((each) => each === entry.stage);
    if (!stage || (said !== 'include' && said !== 'exclude'))
      return { ...line, reason: stage ? reason : entry.stage, fate: 'unknown' };
    const asked = { ...line, stage, answer: said } as const;
    const criterion = said === 'include' ? notReported : reasonFor(stage, reason);
    const here = hereOf(now, record.rootId, stage);
    if (here.settled) return { ...asked, ...settledFate(here.settled, said, criterion) };
    if (here.isTouched) return { ...asked, fate: 'judged' };
    if (criterion === null) return { ...asked, fate: 'unmatched' };
    const first = hereOf(now, record.rootId, 'title_abstract');
    if (stage === 'full_text' && first.settled?.state !== 'passed')
      return { ...asked, fate: 'not_reached' };
    const criterionId = criterion === notReported ? null : Number(criterion);
    const state = said === 'include' ? 'passed' : 'excluded';
    decided.set(`${record.rootId} ${stage}`, { state, criterionId });
    return { ...asked, fate: 'apply', criterionId };
  }

  /** At title and abstract a reason is free to give. */
  const reasonFor = (stage: Stage, reason: string): string | null =>
    stage === 'title_abstract' && reason === ''
      ? notReported
      : (values.reasons.get(reason) ?? null);

  function codeLine(record: BroughtRecord, entry: BroughtRecord['extras']['codes'][number]): Line {
    const { by = '', at = '', locator = '' } = entry;
    const line = lineOf(record, { kind: 'code', said: codeName(entry), by, at, locator });
    const codeId = Number(values.codes.get(codeName(entry)) ?? 0) || null;
    if (codeId === null) return { ...line, fate: 'unmatched' };
    if (hasTwoCoders) return { ...line, codeId, fate: 'two_coders' };
    const isThere =
      put.has(`${record.rootId} code ${codeId}`) || hasCode(db, record.rootId, codeId);
    put.add(`${record.rootId} code ${codeId}`);
    return { ...line, codeId, fate: isThere ? 'same' : 'apply' };
  }

  function noteLine(record: BroughtRecord, entry: BroughtRecord['extras']['notes'][number]): Line {
    const { text, by = '', at = '' } = entry;
    const stage = stages.find((each) => each === entry.stage) ?? null;
    const line = lineOf(record, { kind: 'note', said: text, stage, by, at });
    const key = JSON.stringify([record.rootId, text, stage, by]);
    const isThere = put.has(key) || hasNote(db, line);
    put.add(key);
    return { ...line, fate: isThere ? 'same' : 'apply' };
  }

  return (records: readonly BroughtRecord[]): Line[] => {
    const now = standsNow(
      db,
      records.map(({ rootId }) => rootId),
    );
    return records.flatMap((record) => [
      ...decisionsOf(record).flatMap(({ entries, isContradiction }) =>
        entries.map((entry): Line => {
          if (!isContradiction) return decisionLine(record, entry, now);
          const { decision: said, reason = '', by = '', at = '' } = entry;
          const stage = stages.find((each) => each === entry.stage) ?? null;
          const line = lineOf(record, { kind: 'decision', said, reason, by, at, stage });
          return { ...line, fate: 'contradiction' };
        }),
      ),
      ...record.extras.notes.map((entry) => noteLine(record, entry)),
      ...record.extras.codes.map((entry) => codeLine(record, entry)),
    ]);
  };
}

const blank = {
  ...{ fate: 'apply', stage: null, reason: '', locator: '', by: '', at: '', people: [] },
  ...{ answer: null, criterionId: null, codeId: null, here: null },
} as const satisfies Partial<Line>;
const untouched: Here = { settled: null, isTouched: false };

const valuesOf = (list: Matches['people']) =>
  new Map(list.flatMap(({ said, value }) => (value === null ? [] : [[said, value] as const])));

/** Title and abstract first. Several entries that say the same are one; those that differ contradict each other. */
function decisionsOf({ extras }: BroughtRecord) {
  const byStage = new Map<string, Entry[]>(stages.map((stage) => [stage, []]));
  for (const entry of extras.decisions)
    byStage.set(entry.stage, [...(byStage.get(entry.stage) ?? []), entry]);
  return [...byStage.values()].flatMap((entries) => {
    const distinct = new Set(entries.map(({ decision, reason = '' }) => `${decision} ${reason}`));
    if (distinct.size > 1) return [{ entries, isContradiction: true }];
    const [first] = entries;
    const by = [...new Set(entries.flatMap((entry) => namesIn(entry.by)))].join('; ');
    return first ? [{ entries: [{ ...first, ...(by && { by }) }], isContradiction: false }] : [];
  });
}

/** A file that names no reason for an exclusion, or one that is unknown here, does not contradict the reason here. */
function settledFate(here: Settled, said: 'include' | 'exclude', criterion: string | null) {
  const isState = here.state === (said === 'include' ? 'passed' : 'excluded');
  const isReason =
    criterion === null || criterion === notReported || Number(criterion) === here.criterionId;
  return { fate: isState && isReason ? ('same' as const) : ('clash' as const), here };
}

/** Where publications stand; `isTouched` also where answers or an attempt to find the text are still on the way. */
function standsNow(db: Db, rootIds: number[]): Map<string, Here> {
  const rows = statement(db, standsSql).all({ ids: JSON.stringify([...new Set(rootIds)]) }) as {
    rootId: number;
    stage: Stage;
    state: string | null;
    criterionId: number | null;
  }[];
  return new Map(
    rows.map(({ rootId, stage, state, criterionId }) => {
      const settled: Settled | null =
        state === 'passed' || state === 'excluded' ? { state, criterionId } : null;
      return [`${rootId} ${stage}`, { settled, isTouched: true }];
    }),
  );
}

const standsSql = `
  with asked(root_id) as (select value from json_each($ids)), touched(root_id, stage) as (
    select report.root_id, vote.stage from asked join report on report.root_id = asked.root_id
      join vote on vote.report_id = report.id
      where not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)
    union select report.root_id, adjudication.stage from asked join report on report.root_id = asked.root_id
      join adjudication on adjudication.report_id = report.id
      where not exists (select 1 from adjudication_withdrawal as w where w.adjudication_id = adjudication.id)
    union select standing.report_id, standing.stage from asked
      join standing on standing.report_id = asked.root_id
    union select report.root_id, 'full_text' from asked join report on report.root_id = asked.root_id
      join retrieval on retrieval.report_id = report.id where retrieval.outcome = 'not_retrieved'
        and not exists (select 1 from retrieval as later join report as other on other.id = later.report_id
          where other.root_id = report.root_id and later.id > retrieval.id))
  select touched.root_id as rootId, touched.stage as stage, standing.state as state,
    standing.criterion_id as criterionId
  from touched left join standing
    on standing.report_id = touched.root_id and standing.stage = touched.stage`;

const hasCode = (db: Db, rootId: number, codeId: number): boolean =>
  statement(
    db,
    `select 1 from report join coding on coding.report_id = report.id
    where report.root_id = ? and coding.code_id = ? and coding.removed_at is null`,
  ).get(rootId, codeId) !== undefined;

const hasNote = (db: Db, { rootId, said, stage, by }: Line): boolean =>
  statement(
    db,
    `select 1 from report join brought_note as note on note.report_id = report.id
    join brought_act as act on act.id = note.act_id
    where report.root_id = $rootId and note.text = $said and note.stage is $stage
      and note.said_by = $by and act.undone_at is null`,
  ).get({ rootId, said, stage, by }) !== undefined;
