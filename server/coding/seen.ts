/** Who changes a row has seen it as it is: what somebody else saved meanwhile is never written over unread. */
import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';

/** A print of what a form shows, sent back with it. */
export const seenOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);

/** @throws ROW_CHANGED when the row is not what the form showed. */
export function requireSeen(now: unknown, seen: string): void {
  if (seenOf(now) !== seen) throw new AppError('ROW_CHANGED');
}
