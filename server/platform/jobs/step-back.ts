/** Hard work that nobody waits for steps back: on a busy machine whoever clicks goes first. */
import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';

/** Linux gives each thread a priority of its own; elsewhere this one keeps that of the program. */
export function stepBack(): void {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    // Below its own program: one that was started below others must not have a worker above it.
    const lower = getPriority(thread) + constants.priority.PRIORITY_BELOW_NORMAL;
    setPriority(thread, Math.min(lower, constants.priority.PRIORITY_LOW));
  } catch {
    // Not Linux, or not allowed: then it does not.
  }
}
