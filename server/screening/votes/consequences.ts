/** What an act takes back that had gone on: worked out by doing it and undoing it, before anybody does it. */
import type { Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import { computeStandings } from './standings.ts';

export type Consequences = {
  /** Publications that leave where they stood for all to see; what is still open is nobody's to know. */
  moves: { from: string; to: string; count: number }[];
  /** What hangs on those that no longer pass: it is kept, and counts no more. */
  attached: Attached;
};

const attachedKinds = ['answers', 'files', 'excerpts', 'codings', 'supports'] as const;
export type Attached = Record<(typeof attachedKinds)[number], number>;

const dryRun = new Error('only looked at');

/** @param write what is to be done, in a transaction that is undone. */
export function consequencesOf(
  db: Db,
  stage: Stage,
  rootIds: readonly number[],
  write: (tx: Db) => void,
): Consequences {
  let found: Consequences = { moves: [], attached: nothingAttached() };
  try {
    db.transaction(
      (tx) => {
        const before = statesOf(tx, rootIds, stage);
        write(tx);
        found = compared(tx, stage, rootIds, before);
        throw dryRun;
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    if (error !== dryRun) throw error;
  }
  return found;
}

/** Whether anything would be lost from sight that somebody made after the publication had gone on. */
export const takesBack = ({ attached }: Consequences) =>
  attachedKinds.some((kind) => attached[kind] > 0);

/** Whether anything leaves what it had passed. */
export const movesBack = ({ moves }: Consequences) => moves.some(({ from }) => from === 'passed');

function compared(
  tx: Db,
  stage: Stage,
  rootIds: readonly number[],
  before: Map<number, string>,
): Consequences {
  const after = statesOf(tx, rootIds, stage);
  const moves = new Map<string, Consequences['moves'][number]>();
  const back: number[] = [];
  for (const id of rootIds) {
    const [from, to] = [before.get(id) ?? 'unscreened', after.get(id) ?? 'unscreened'];
    if (from === to || (from !== 'passed' && from !== 'excluded')) continue;
    if (from === 'passed') back.push(id);
    const known = moves.get(`${from} ${to}`) ?? { from, to, count: 0 };
    moves.set(`${from} ${to}`, { ...known, count: known.count + 1 });
  }
  return { moves: [...moves.values()], attached: attachedTo(tx, stage, back) };
}

function statesOf(db: Db, rootIds: readonly number[], stage: Stage): Map<number, string> {
  const rows = computeStandings(db, rootIds).filter((row) => row.stage === stage);
  return new Map(rows.map((row) => [row.reportId, row.state]));
}

function nothingAttached(): Attached {
  return { answers: 0, files: 0, excerpts: 0, codings: 0, supports: 0 };
}

/** At full text the answers themselves are what changes: they are no consequence. */
function attachedTo(db: Db, stage: Stage, rootIds: readonly number[]): Attached {
  if (rootIds.length === 0) return nothingAttached();
  const row = statement(db, attachedSql).get({ ids: JSON.stringify(rootIds) }) as Attached;
  return stage === 'full_text' ? { ...row, answers: 0, files: 0 } : row;
}

const on = (table: string, more: string) => `(
  select count(*) from report join ${table} on ${table}.report_id = report.id
  where report.root_id in (select value from json_each($ids)) and ${more})`;

const attachedSql = `select
  ${on('vote', "vote.stage = 'full_text' and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)")} as answers,
  ${on('full_text', 'full_text.removed_at is null')} as files,
  ${on('excerpt', 'excerpt.archived_at is null')} as excerpts,
  ${on('coding', 'coding.removed_at is null')} as codings,
  ${on('support', 'support.removed_at is null')} as supports`;
