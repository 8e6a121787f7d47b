/** Casting a vote: kept for ever, counted for the report's root, seen by nobody but its caster. */
import type { Answer, Stage, StandingState } from '../../../schema/screening.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { rightsOf } from '../../platform/guards.ts';
import { rankAgain } from '../ranking/ranking-job.ts';
import { checkedReason, personById, requireStage } from '../reports.ts';
import { assumeRetrieved, latestOutcome } from '../retrieval.ts';
import { type Consequences, consequencesOf, movesBack, takesBack } from './consequences.ts';
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
  /** The person looks at what has gone on: they are told of its move back also where nothing hangs on it yet. */
  asksOfMoves?: boolean;
};

/** `isRepeat` is true when this very vote had been stored before. */
export type CastVote = { voteId: number; isRepeat: boolean };

/**
 * Stores an answer. A person who answers again has changed their mind: the new row counts, the old one stays. Throws
 * what `checkVote` does.
 */
export function castVote(context: PersonalContext, input: VoteInput): CastVote {
  return inTransaction(context, (tx) => {
    const checked = checkVote(tx, input);
    if ('isRepeat' in checked) return checked;
    const stored = storeVote(tx, checked);
    refreshStandings(tx, [checked.rootId]);
    rankAgain(tx, input.reviewId, input.stage);
    return stored;
  });
}

/** A vote that may be stored. */
export type CheckedVote = VoteInput & {
  rootId: number;
  /** The person's earlier answer, which it takes the place of. */
  beforeId: number | null;
  alsoIds: readonly number[];
};

/**
 * Reads all that a vote depends on, and writes nothing.
 * @param bringUp is called with the publication before anything counts that earlier votes on it decide; true when it
 * has changed that.
 * @returns the vote as it is to be stored, or what was stored when it came before.
 * @throws NOT_FOUND, NOT_ALLOWED, STAGE_NOT_REACHED, MAYBE_AT_FULL_TEXT, REASON_REQUIRED, CRITERION_UNKNOWN,
 * VOTE_NOT_NEEDED, NOT_RETRIEVED, ANSWER_TAKES_BACK
 */
export function checkVote(
  context: PersonalContext,
  input: VoteInput,
  bringUp?: (rootId: number) => boolean,
): CheckedVote | CastVote {
  const { db, actor } = context;
  requireReviewer(db, input.reviewId, actor.personId);
  // Each person has their own keys: nobody can block or probe another's.
  const clientKey = input.clientKey === null ? null : `${actor.personId}:${input.clientKey}`;
  const first = factsOf(db, input, actor.personId, clientKey);
  if (first.repeatedId !== null) return { voteId: first.repeatedId, isRepeat: true };
  const { rootId } = first;
  if (rootId === null) throw notFound();
  const facts = bringUp?.(rootId) ? factsOf(db, input, actor.personId, clientKey) : first;
  const { beforeId } = facts;
  const criterionId = checkAnswer(db, input, rootId, facts);
  const checked = { ...input, clientKey, criterionId, rootId, beforeId };
  if (beforeId !== null && input.confirmed === false) {
    const consequences = ifVoted(context, checked, { rootId });
    if (takesBack(consequences) || (input.asksOfMoves && movesBack(consequences)))
      throw new AppError('ANSWER_TAKES_BACK');
  }
  return { ...checked, alsoIds: alsoReasons(db, input, criterionId) };
}

type Facts = {
  /** The vote that came with the same key. */
  repeatedId: number | null;
  /** Null where the review has no such report. */
  rootId: number | null;
  state: StandingState;
  /** The person's last answer that counts, on any report of the cluster. */
  beforeId: number | null;
};

/** What a vote depends on, read at once: each query has a price of its own. */
function factsOf(
  db: Db,
  { reviewId, reportId, stage }: VoteInput,
  personId: number,
  clientKey: string | null,
): Facts {
  const row = statement(db, factsSql)
    .raw()
    .get(clientKey, stage, stage, personId, reportId, reviewId);
  const [repeatedId, rootId, state, beforeId] = row as [
    number | null,
    number | null,
    StandingState | null,
    number | null,
  ];
  return { repeatedId, rootId, state: state ?? 'unscreened', beforeId };
}

const factsSql = `
  select (select id from vote where client_key = ?), coalesce(report.root_id, report.id),
    (select state from standing where report_id = report.root_id and stage = ?),
    (select max(vote.id) from report as member cross join vote on vote.report_id = member.id
      where member.root_id = report.root_id and vote.stage = ? and vote.person_id = ?
      and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id))
  from (select 1) left join report
    on report.id = ? and report.review_id = ? and report.withdrawn_at is null`;

/** Whoever stores votes brings the standings of their publications up to date before anybody is told. */
export function storeVote(tx: PersonalContext, vote: CheckedVote): CastVote {
  const { reviewId, reportId, stage, answer, note, criterionId, clientKey, beforeId } = vote;
  const { personId } = tx.actor;
  const row = [reviewId, reportId, stage, personId, answer, criterionId, note, clientKey, tx.at];
  const { lastInsertRowid } = statement(tx.db, insertVote).run(...row);
  const voteId = Number(lastInsertRowid);
  for (const also of vote.alsoIds)
    statement(tx.db, 'insert into vote_reason (vote_id, criterion_id) values (?, ?)').run(
      voteId,
      also,
    );
  if (stage === 'full_text') assumeRetrieved(tx, vote.rootId, 'read_at_screening');
  // The log names the vote, not the answer: colleagues who read the log are still to judge this report.
  audit(tx, {
    action: 'vote.cast',
    entity: 'report',
    entityId: reportId,
    reviewId,
    before: beforeId === null ? null : { voteId: beforeId },
    after: { voteId, stage },
  });
  return { voteId, isRepeat: false };
}

/** What an answer would take back that has gone on. Takes what `castVote` takes, checked. */
export function ifVoted(
  context: PersonalContext,
  { reviewId, stage, answer, criterionId }: VoteInput,
  { rootId }: { rootId: number },
): Consequences {
  const { personId } = context.actor;
  const row = [reviewId, rootId, stage, personId, answer, criterionId, '', null, context.at];
  return consequencesOf(context.db, stage, [rootId], (tx) => {
    statement(tx, insertVote).run(...row);
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
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

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
function checkAnswer(db: Db, input: VoteInput, rootId: number, facts: Facts): number | null {
  const { stage, answer } = input;
  requireStage(db, rootId, stage);
  if (stage === 'full_text' && answer === 'maybe')
    throw new AppError('MAYBE_AT_FULL_TEXT', {}, 'answer');
  const criterionId = checkedReason(db, input);
  const isOpen = facts.state === 'unscreened' || facts.state === 'partly';
  if (facts.beforeId === null && !isOpen) throw new AppError('VOTE_NOT_NEEDED');
  if (stage === 'full_text' && latestOutcome(db, rootId) === 'not_retrieved')
    throw new AppError('NOT_RETRIEVED');
  return criterionId;
}

function requireReviewer(db: Db, reviewId: number, personId: number): void {
  if (!rightsOf(db, reviewId, personById(db, personId)).mayReview)
    throw new AppError('NOT_ALLOWED');
}
