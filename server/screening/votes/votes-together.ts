/**
 * Votes that arrive at the same moment are stored in one transaction: the disk is asked to keep them once, not once
 * each, and what they lead to is worked out once for all. Nobody is told that a vote is stored before it is; one that
 * is refused takes no other with it.
 */
import { type Connection, transact } from '../../db.ts';
import { AppError } from '../../errors.ts';
import type { PersonalContext } from '../../platform/context.ts';
import { withTurn } from '../../platform/jobs/turns.ts';
import { forgetChanges } from '../board/changes.ts';
import { rankAgain } from '../ranking/ranking-job.ts';
import { refreshChanged } from './standings.ts';
import { type CastVote, castVote, checkVote, storeVote, type VoteInput } from './votes.ts';

export type Cast = { stored: CastVote } | { refused: unknown };

type Asked = { context: PersonalContext; inputs: VoteInput[] };
type Waiting = Asked & {
  /** Tells the sender what became of the votes. */
  tell: (casts: Cast[]) => void;
  reject: (error: unknown) => void;
};

/** So many people's votes are stored at once, at most. */
const togetherMax = 50;

const waiting = new WeakMap<Connection, Waiting[]>();

/**
 * Stores one person's votes in their order.
 * @param answer makes of them what the sender is told, when they are on disk. Whatever is read for that is read in one
 * look at the database for all who voted at the moment.
 */
export function castTogether<T = Cast[]>(
  db: Connection,
  context: PersonalContext,
  inputs: VoteInput[],
  answer: (casts: Cast[]) => T = (casts) => casts as T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const tell = (casts: Cast[]) => {
      try {
        resolve(answer(casts));
      } catch (error) {
        reject(error);
      }
    };
    const one = { context, inputs, tell, reject };
    const others = waiting.get(db);
    if (others) {
      others.push(one);
      return;
    }
    waiting.set(db, [one]);
    setImmediate(() => storeOnceAllAreHere(db));
  });
}

/** The disk is asked to keep many as soon as one: as long as every look at the network brings more, they are waited for. */
function storeOnceAllAreHere(db: Connection, before = 0): void {
  const { length } = waiting.get(db) ?? [];
  if (length > before && length < togetherMax) setImmediate(() => storeOnceAllAreHere(db, length));
  else store(db);
}

function store(db: Connection): void {
  const together = waiting.get(db) ?? [];
  waiting.delete(db);
  try {
    const stored = withTurn(() => atOnce(db, together) ?? oneByOne(db, together));
    const tellAll = () => {
      for (const [index, { tell }] of together.entries()) tell(stored[index] ?? []);
    };
    db.$client.transaction(tellAll).deferred();
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}

/** Null, and nothing stored, when one of them fails though it was found in order. */
function atOnce(db: Connection, asked: Asked[]): Cast[][] | null {
  try {
    return transact(db, () => {
      const casting = castingOn(db);
      const casts = asked.map(({ context, inputs }) =>
        inputs.map((input) => casting.cast({ ...context, db }, input)),
      );
      casting.end();
      return casts;
    });
  } catch {
    return null;
  }
}

/** Whoever fails then, fails alone. */
function oneByOne(db: Connection, asked: Asked[]): Cast[][] {
  const castAlone = (context: PersonalContext, input: VoteInput): Cast => {
    try {
      return { stored: castVote({ ...context, db }, input) };
    } catch (refused) {
      return { refused };
    }
  };
  return transact(db, () => {
    const casts = asked.map(({ context, inputs }) =>
      inputs.map((input) => castAlone(context, input)),
    );
    forgetChanges(db);
    return casts;
  });
}

function castingOn(db: Connection) {
  /** Publications whose standing does not know of their last vote yet, with who cast it. */
  const behind = new Map<number, PersonalContext>();
  const ranked = new Map<string, VoteInput & { context: PersonalContext }>();
  const catchUp = () => {
    refreshChanged(db, behind);
    behind.clear();
  };
  const checked = (context: PersonalContext, input: VoteInput) => {
    try {
      return checkVote(context, input, (rootId) => {
        if (!behind.has(rootId)) return false;
        catchUp();
        return true;
      });
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
      return { refused };
    }
  };
  return {
    cast(context: PersonalContext, input: VoteInput): Cast {
      const vote = checked(context, input);
      if ('refused' in vote) return vote;
      if ('isRepeat' in vote) return { stored: vote };
      const stored = storeVote(context, vote);
      behind.set(vote.rootId, context);
      ranked.set(`${input.reviewId} ${input.stage}`, { ...input, context });
      return { stored };
    },
    end(): void {
      catchUp();
      for (const { context, reviewId, stage } of ranked.values())
        rankAgain(context, reviewId, stage);
      forgetChanges(db);
    },
  };
}
