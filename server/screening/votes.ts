/** Casting a vote: kept for ever, counted for the report's root, seen by nobody but its caster. */
import type { Answer, Stage } from '../../schema/screening.ts';
import { audit } from '../accounts/audit.ts';
import { type Db, statement } from '../db.ts';
import { AppError } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { rightsOf } from '../platform/guards.ts';
import { type Consequences, consequencesOf, takesBack } from './consequences.ts';
import { rankAgain } from './ranking/ranking-job.ts';
import {
  checkedReason,
  personById,
  type ReportRef,
  reportOfReview,
  requireStage,
  stateOf,
} from './reports.ts';
import { assumeRetrieved, latestOutcome } from './retrieval.ts';
import { refreshStandings } from './standings.ts';

export type VoteInput = {
  reviewId: number;
  reportId: number;
  stage: Stage;
  answer: Answer;
  criterionId: number | null;
  note: string;
  /** More reasons than the one that decides, with an exclusion. */
  alsoIds?: readonly number[];
  /** Chosen by the sender, once for each time a report is shown. */
  clientKey: string | null;
  /** Whether the person has been told what another answer takes back; where it is not given nobody is to be asked. */
  confirmed?: boolean;
};

/** `isRepeat` is true when this very vote had been stored before. */
export type CastVote = { voteId: number; isRepeat: boolean };

/**
 * Stores an answer. A person who answers again has changed their mind: the new row counts, the old one stays.
 * @throws NOT_FOUND, NOT_ALLOWED, STAGE_NOT_REACHED, MAYBE_AT_FULL_TEXT, REASON_REQUIRED, CRITERION_UNKNOWN,
 * VOTE_NOT_NEEDED, NOT_RETRIEVED, ANSWER_TAKES_BACK
 */
export function castVote(context: PersonalContext, input: VoteInput): CastVote {
  return inTransaction(context, (tx) => {
    const { personId } = tx.actor;
    requireReviewer(tx.db, input.reviewId, personId);
    // Each person has their own keys: nobody can block or probe another's.
    const clientKey = input.clientKey === null ? null : `${personId}:${input.clientKey}`;
    const repeated = clientKey === null ? undefined : voteByKey(tx.db, clientKey);
    if (repeated) return { voteId: repeated.id, isRepeat: true };
    const target = reportOfReview(tx.db, input.reviewId, input.reportId);
    const before = ownVote(tx.db, target.rootId, input.stage, personId);
    const criterionId = checkVote(tx, input, target, before !== undefined);
    if (
      before &&
      input.confirmed === false &&
      takesBack(ifVoted(tx, { ...input, criterionId }, target))
    )
      throw new AppError('ANSWER_TAKES_BACK');
    const { reviewId, reportId, stage, answer, note } = input;
    const row = { reviewId, reportId, stage, answer, note, criterionId, personId, clientKey };
    const { lastInsertRowid } = statement(tx.db, insertVote).run({ ...row, at: tx.at });
    const id = Number(lastInsertRowid);
    for (const also of alsoReasons(tx.db, input, criterionId))
      statement(tx.db, 'insert into vote_reason (vote_id, criterion_id) values (?, ?)').run(
        id,
        also,
      );
    if (stage === 'full_text') assumeRetrieved(tx, target.rootId, 'read_at_screening');
    refreshStandings(tx, [target.rootId]);
    // The log names the vote, not the answer: colleagues who read the log are still to judge this report.
    audit(tx, {
      action: 'vote.cast',
      entity: 'report',
      entityId: reportId,
      reviewId,
      before: before ? { voteId: before.id } : null,
      after: { voteId: id, stage },
    });
    rankAgain(tx, reviewId, stage);
    return { voteId: id, isRepeat: false };
  });
}

/** What an answer would take back that has gone on. Takes what `castVote` takes, checked. */
export function ifVoted(
  context: PersonalContext,
  { reviewId, stage, answer, criterionId }: VoteInput,
  { rootId }: { rootId: number },
): Consequences {
  const { personId } = context.actor;
  const row = { reviewId, reportId: rootId, stage, personId, answer, criterionId };
  return consequencesOf(context.db, stage, [rootId], (tx) => {
    statement(tx, insertVote).run({ ...row, note: '', clientKey: null, at: context.at });
  });
}

/** @throws CRITERION_UNKNOWN */
function alsoReasons(db: Db, input: VoteInput, primary: number | null): number[] {
  if (input.answer !== 'exclude') return [];
  const others = [...new Set(input.alsoIds ?? [])].filter((id) => id !== primary);
  for (const criterionId of others) checkedReason(db, { ...input, criterionId });
  return others;
}

const insertVote = `
  insert into vote (review_id, report_id, stage, person_id, answer, criterion_id, note, client_key, at)
  values ($reviewId, $reportId, $stage, $personId, $answer, $criterionId, $note, $clientKey, $at)`;

export type OwnVote = {
  id: number;
  answer: Answer;
  criterionId: number | null;
  note: string;
  at: string;
};

/** What this person answered last about a root report at a stage, on whichever report of its cluster. */
export function ownVote(
  db: Db,
  rootId: number,
  stage: Stage,
  personId: number,
): OwnVote | undefined {
  const said = statement(
    db,
    `select vote.id as id, vote.answer as answer, vote.criterion_id as criterionId, vote.note as note,
      vote.at as at
    from report cross join vote on vote.report_id = report.id
    where report.root_id = ? and vote.stage = ? and vote.person_id = ?
    and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)`,
  ).all(rootId, stage, personId) as OwnVote[];
  // Few: to choose here costs less than to have SQLite sort them.
  return said.reduce<OwnVote | undefined>(
    (last, one) => (last && last.id > one.id ? last : one),
    undefined,
  );
}

/** @returns the reason to store. */
function checkVote(
  tx: PersonalContext,
  input: VoteInput,
  { rootId }: ReportRef,
  hasAnswered: boolean,
): number | null {
  const { stage, answer } = input;
  requireStage(tx.db, rootId, stage);
  if (stage === 'full_text' && answer === 'maybe')
    throw new AppError('MAYBE_AT_FULL_TEXT', {}, 'answer');
  const criterionId = checkedReason(tx.db, input);
  const state = stateOf(tx.db, rootId, stage);
  const isOpen = state === 'unscreened' || state === 'partly';
  if (!hasAnswered && !isOpen) throw new AppError('VOTE_NOT_NEEDED');
  if (stage === 'full_text' && latestOutcome(tx.db, rootId) === 'not_retrieved')
    throw new AppError('NOT_RETRIEVED');
  return criterionId;
}

function requireReviewer(db: Db, reviewId: number, personId: number): void {
  if (!rightsOf(db, reviewId, personById(db, personId)).mayReview)
    throw new AppError('NOT_ALLOWED');
}

function voteByKey(db: Db, clientKey: string) {
  return statement(db, 'select id from vote where client_key = ?').get(clientKey) as
    | { id: number }
    | undefined;
}
