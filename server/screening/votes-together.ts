/**
 * Votes that arrive at the same moment are stored in one transaction: the disk is asked to keep them once, not once
 * each. Nobody is told that a vote is stored before it is; one that is refused takes no other with it.
 */
import type { Connection } from '../db.ts';
import type { PersonalContext } from '../platform/context.ts';
import { withTurn } from '../platform/jobs/turns.ts';
import { forgetChanges } from './board/changes.ts';
import { type CastVote, castVote, type VoteInput } from './votes.ts';

export type Cast = { stored: CastVote } | { refused: unknown };

type Waiting = {
  context: PersonalContext;
  inputs: VoteInput[];
  resolve: (casts: Cast[]) => void;
  reject: (error: unknown) => void;
};

const waiting = new WeakMap<Connection, Waiting[]>();

/** Stores one person's votes in their order. Resolves when they are on disk. */
export function castTogether(
  db: Connection,
  context: PersonalContext,
  inputs: VoteInput[],
): Promise<Cast[]> {
  return new Promise((resolve, reject) => {
    const others = waiting.get(db);
    const one = { context, inputs, resolve, reject };
    if (others) {
      others.push(one);
      return;
    }
    waiting.set(db, [one]);
    setImmediate(() => store(db));
  });
}

function store(db: Connection): void {
  const together = waiting.get(db) ?? [];
  waiting.delete(db);
  try {
    const write = () =>
      db.transaction(
        (tx) => {
          const casts = together.map(({ context, inputs }) =>
            inputs.map((input) => castOne({ ...context, db: tx }, input)),
          );
          forgetChanges(db);
          return casts;
        },
        { behavior: 'immediate' },
      );
    const stored = withTurn(write);
    for (const [index, { resolve }] of together.entries()) resolve(stored[index] ?? []);
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}

function castOne(context: PersonalContext, input: VoteInput): Cast {
  try {
    return { stored: castVote(context, input) };
  } catch (refused) {
    return { refused };
  }
}
