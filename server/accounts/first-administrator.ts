/** The way in to a new installation: a link that makes its administrator, printed at the start until it is used. */
import { and, eq, isNull } from 'drizzle-orm';
import { invitation } from '../../schema/accounts.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db.ts';
import { invite, type TokenHash } from './invitations.ts';
import { hasAdministrator } from './people.ts';

/** @returns the link's path, or null when there is an administrator. Earlier links of this kind stop working. */
export function firstAdministratorLink(
  db: Db,
  hash: TokenHash,
  now: Date,
  config: Pick<Config, 'invitationDays'>,
): string | null {
  if (hasAdministrator(db)) return null;
  const at = now.toISOString();
  const earlier = and(eq(invitation.makesAdministrator, true), isNull(invitation.acceptedAt));
  db.update(invitation).set({ withdrawnAt: at }).where(earlier).run();
  const { token } = invite(
    { db, actor: null, at },
    hash,
    { email: null, reviewId: null, role: null, mayAdjudicate: false, makesAdministrator: true },
    config.invitationDays,
  );
  return `/invitations/${token}`;
}
