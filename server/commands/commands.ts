/** Every command, in the order in which the help lists them. */
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { serveCommand } from './serve.ts';
import { userCommand } from './user.ts';

export const commands: readonly Command[] = [
  userCommand,
  checkCommand,
  backupCommand,
  serveCommand,
];
