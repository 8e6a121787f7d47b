/** In whose name a command works in a review. */
import { membersOf } from '../accounts/members.ts';
import { findPersonByEmail } from '../accounts/people.ts';
import type { Db } from '../db.ts';
import type { PersonalContext } from '../platform/context.ts';
import { CommandError } from './command.ts';

/** @param email of a person; else it is the review's first owner. */
export function actingIn(db: Db, reviewId: number, email: string | undefined): PersonalContext {
  const at = new Date().toISOString();
  const named = email ? findPersonByEmail(db, email)?.id : undefined;
  if (email && !named) throw new CommandError(`There is no account ${email}.`);
  const owner = membersOf(db, reviewId).find((member) => member.role === 'owner');
  const personId = named ?? owner?.personId;
  if (personId === undefined) throw new CommandError('The review has no owner: use --as EMAIL.');
  return { db, actor: { personId }, at };
}
