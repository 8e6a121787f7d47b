/** Which publications of a stage are one person's to judge: all, or the pilot's, or a share. */
import { type Connection, statement, untilWritten } from '../../db.ts';
import type { Board } from '../board/board.ts';
import { beginsWith } from '../board/lists.ts';
import { reviewRow } from '../reports.ts';
import { idShiftOf } from '../rules/id-shift.ts';
import { type PilotRow, pilotIds, pilotOf } from '../rules/pilots.ts';
import { ruleOf, type StageRule } from '../rules/rules.ts';
import { lastStop } from '../stopping/decisions.ts';
import { fractionOf } from '../votes/required.ts';
import { policyOf } from '../votes/standings.ts';

export type Wanted = 'all' | ReadonlySet<number>;

/** `of`: the publications that have been shared out. */
type Kept = { name: string; of: readonly number[]; wanted: Wanted };
const kept = new WeakMap<Board, Map<number, Kept>>();

/** What the stage asks for, the same for everybody. */
export type Asked = {
  rule: StageRule;
  /** The pilot that holds the rest back. */
  pilot: PilotRow | null;
  /** What a stopping decision left unscreened waits for nobody: up to this report; 0 where none is in force. */
  stopped: number;
};

export function askedAt(db: Connection, { place }: Board): Asked {
  const { reviewId, stage } = place;
  const find = () => {
    const latest = pilotOf(db, place);
    const stop = stage === 'title_abstract' ? lastStop(db, reviewId) : null;
    return {
      rule: ruleOf(db, reviewId, stage),
      pilot: latest && latest.openedAt === null ? latest : null,
      stopped: stop?.lastReportId ?? 0,
    };
  };
  const tables = ['pilot', 'stage_rule', 'stopping_decision'];
  return untilWritten(db, `asked ${reviewId} ${stage}`, find, tables);
}

export function wantedOf(
  db: Connection,
  board: Board,
  { rule, pilot }: Asked,
  personId: number,
): Wanted {
  const pilotId = pilot?.id ?? 0;
  if (pilotId === 0 && rule.assignment === 'everyone') return 'all';
  const name = `${pilotId} ${JSON.stringify([rule.assignment, rule.shares])}`;
  const ofBoard = kept.get(board) ?? new Map<number, Kept>();
  kept.set(board, ofBoard);
  const known = ofBoard.get(personId);
  const isKept = known?.name === name && beginsWith(board.ids, known.of);
  if (isKept && known.of === board.ids) return known.wanted;
  const more = () => board.ids.slice(isKept ? known.of.length : 0);
  const before = isKept ? known.wanted : new Set<number>();
  const wanted = pilot
    ? new Set(pilot.people.includes(personId) ? pilotIds(db, pilotId) : [])
    : joined(before, shareOf(db, board, rule, { personId, ids: more() }));
  ofBoard.set(personId, { name, of: board.ids, wanted });
  return wanted;
}

function joined(before: Wanted, more: Wanted): Wanted {
  return before === 'all' || more === 'all' ? 'all' : new Set([...before, ...more]);
}

type Shared = { personId: number; ids: readonly number[] };

/** One person's share of some publications, the same however often it is asked for. */
function shareOf(db: Connection, board: Board, rule: StageRule, { personId, ids }: Shared): Wanted {
  if (rule.assignment === 'people')
    return turnsOf(db, board, rule.shares[''] ?? [], { personId, ids });
  const kind = rule.assignment === 'languages' ? 'languages' : 'sources';
  const keys = keysOf(db, board, kind, ids[0] ?? 0);
  const mine = ids.filter((id) => {
    const people = rule.shares[keys.get(id) ?? ''] ?? rule.shares[''] ?? [];
    // What no share names belongs to everybody: nothing may be left to nobody.
    return people.length === 0 || people.includes(personId);
  });
  return new Set(mine);
}

/** Each publication goes to as many people as judge it, who follow each other in the list. */
function turnsOf(
  db: Connection,
  board: Board,
  people: number[],
  { personId, ids }: Shared,
): Wanted {
  const at = people.indexOf(personId);
  if (people.length === 0) return 'all';
  if (at < 0) return new Set();
  const { reviewers } = policyOf(reviewRow(db, board.place.reviewId), board.place.stage);
  const shift = idShiftOf(db, board.place.reviewId);
  const mine = ids.filter((id) => {
    const first = Math.floor(fractionOf(id - shift) * people.length);
    return (at - first + people.length) % people.length < reviewers;
  });
  return new Set(mine);
}

/** The language of each publication from one on, or the search that found it first. */
function keysOf(
  db: Connection,
  board: Board,
  kind: 'languages' | 'sources',
  firstId: number,
): Map<number, string> {
  const { reviewId } = board.place;
  const text =
    kind === 'languages'
      ? `select id, coalesce(json_extract(reference, '$.language'), '') as share from report where review_id = ? and id >= ?`
      : `select report.root_id as id, cast(coalesce(import_batch.search_run_id, '') as text) as share
        from record join report on report.id = record.report_id
        join import_batch on import_batch.id = record.import_id
        where record.review_id = ? and report.root_id >= ? order by record.id desc`;
  const rows = statement(db, text).all(reviewId, firstId) as { id: number; share: string }[];
  return new Map(rows.map((row) => [row.id, row.share]));
}
