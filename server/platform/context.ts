/** Who does something, and when: what every writing service takes besides its input. */
import { type Db, transact } from '../db.ts';
import { AppError, isErrorCode } from '../errors.ts';
import { withTurn } from './jobs/turns.ts';

export type Actor = { personId: number };

export type Context = {
  db: Db;
  /** Null when the machine itself acts. */
  actor: Actor | null;
  /** The moment of the act, ISO 8601 in UTC. One act has one moment. */
  at: string;
};

/** An act that only a person can do. */
export type PersonalContext = Context & { actor: Actor };

/** Runs one act as one transaction: all of it or nothing. Inside another act it joins that one. */
export function inTransaction<C extends Context, T>(context: C, act: (context: C) => T): T {
  return withTurn(() => {
    try {
      return transact(context.db, () => act(context));
    } catch (error) {
      throw refusalOf(error);
    }
  });
}

/** What the database refuses by a code of ours is refused like anything else. */
function refusalOf(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 'SQLITE_CONSTRAINT_TRIGGER' && isErrorCode(message)
    ? new AppError(message)
    : error;
}
