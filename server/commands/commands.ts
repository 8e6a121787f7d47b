/** Every command, in the order in which the help lists them. */
import { archiveCommand } from './archive.ts';
import { backupCommand } from './backup.ts';
import { broughtCommand } from './brought.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { dedupeCommand } from './dedupe.ts';
import { flowCommand } from './flow.ts';
import { importCommand } from './import.ts';
import { rankCommand } from './rank.ts';
import { referencesCommand } from './references.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { searchCommand } from './search.ts';
import { seedCommand } from './seed.ts';
import { serveCommand } from './serve.ts';
import { stageListCommand } from './stage-list.ts';
import { tableCommand } from './table.ts';
import { undoCommand } from './undo.ts';
import { userCommand } from './user.ts';

export const commands: readonly Command[] = [
  importCommand,
  undoCommand,
  dedupeCommand,
  flowCommand,
  stageListCommand,
  tableCommand,
  searchCommand,
  referencesCommand,
  reportCommand,
  rankCommand,
  userCommand,
  checkCommand,
  backupCommand,
  broughtCommand,
  archiveCommand,
  restoreCommand,
  seedCommand,
  serveCommand,
];
