/** Every command, in the order in which the help lists them. */
import type { Command } from './command.ts';
import { userCommand } from './user.ts';

export const commands: readonly Command[] = [userCommand];
