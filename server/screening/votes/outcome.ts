/** Where a report stands at a stage: a pure function of the policy, the votes and the adjudications. */
import type { Answer, Stage, StandingState } from '../../../schema/screening.ts';

/** How many people judge each report at a stage. */
export type Policy = { stage: Stage; reviewers: number };

/** A stored answer. Ids grow with time, so the highest id of a person is what the person thinks now. */
export type StoredVote = {
  id: number;
  personId: number;
  answer: Answer;
  criterionId: number | null;
};

/** What an adjudicator, or the report of a legacy review, decided. */
export type Settlement = { id: number; answer: 'include' | 'exclude'; criterionId: number | null };

/** `criterionId` is the reason that counts; only an excluded report has one. */
export type Standing = { state: StandingState; criterionId: number | null };

/**
 * Everybody's latest answer counts, whatever order the answers came in. Yes and maybe keep a report; a mix of keeping
 * and excluding is a conflict, however many answered (duplicates that were found late may bring more than two). At
 * full text two different reasons are a conflict about the reason. An adjudication settles, and holds until a newer
 * adjudication: a vote cast after it is kept and changes nothing.
 */
export function standingOf(
  policy: Policy,
  votes: readonly StoredVote[],
  adjudications: readonly Settlement[],
): Standing {
  const settlement = latest(adjudications);
  if (settlement) return settledBy(settlement);
  const final = finalVotes(votes);
  if (final.length === 0) return { state: 'unscreened', criterionId: null };
  if (final.length < policy.reviewers) return { state: 'partly', criterionId: null };
  const kept = final.filter((vote) => vote.answer !== 'exclude').length;
  if (kept === final.length) return { state: 'passed', criterionId: null };
  if (kept > 0) return { state: 'conflict', criterionId: null };
  return excludedBy(policy.stage, final);
}

/** The latest answer of each person. */
export function finalVotes<V extends { id: number; personId: number }>(votes: readonly V[]): V[] {
  const byPerson = new Map<number, V>();
  for (const vote of votes) {
    const known = byPerson.get(vote.personId);
    if (!known || known.id < vote.id) byPerson.set(vote.personId, vote);
  }
  return [...byPerson.values()];
}

function settledBy({ answer, criterionId }: Settlement): Standing {
  return answer === 'include'
    ? { state: 'passed', criterionId: null }
    : { state: 'excluded', criterionId };
}

/** At title and abstract a reason is free to give: one counts when nobody names another. */
function excludedBy(stage: Stage, votes: readonly StoredVote[]): Standing {
  const named = new Set(votes.map((vote) => vote.criterionId).filter((id) => id !== null));
  if (stage === 'full_text' && named.size > 1) return { state: 'conflict', criterionId: null };
  const [only] = named;
  return { state: 'excluded', criterionId: named.size === 1 ? (only ?? null) : null };
}

function latest<R extends { id: number }>(rows: readonly R[]): R | undefined {
  return rows.reduce<R | undefined>(
    (best, row) => (best && best.id > row.id ? best : row),
    undefined,
  );
}
