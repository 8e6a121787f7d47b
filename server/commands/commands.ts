/** Every command, in the order in which the help lists them. */

import { followClusters } from '../screening/follow-clusters.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { dedupeCommand } from './dedupe.ts';
import { flowCommand } from './flow.ts';
import { importCommand } from './import.ts';
import { referencesCommand } from './references.ts';
import { searchCommand } from './search.ts';
import { seedCommand } from './seed.ts';
import { serveCommand } from './serve.ts';
import { tableCommand } from './table.ts';
import { userCommand } from './user.ts';

// Commands link and unlink duplicates too: where reports stand follows.
followClusters();

export const commands: readonly Command[] = [
  importCommand,
  dedupeCommand,
  flowCommand,
  tableCommand,
  searchCommand,
  referencesCommand,
  userCommand,
  checkCommand,
  backupCommand,
  seedCommand,
  serveCommand,
];
