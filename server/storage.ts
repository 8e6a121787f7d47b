/** The data folder: made when it is missing, checked before use, with the two databases and the uploaded files. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './config.ts';
import {
  type Connection,
  migrateDatabase,
  openDatabase,
  openSearchDatabase,
  type SearchDb,
} from './db.ts';
import { prepareSearchDatabase } from './evidence/search-schema.ts';
import { followClusters } from './screening/follow-clusters.ts';

export type Storage = { db: Connection; searchDb: SearchDb };

export const filesFolder = (dataDir: string) => join(dataDir, 'files');
const backupsFolder = (dataDir: string) => join(dataDir, 'backups');

/** @throws ConfigError when the folder cannot be written or its database is newer than this program. */
export function prepareStorage(dataDir: string): Storage {
  try {
    for (const folder of [dataDir, filesFolder(dataDir), backupsFolder(dataDir)])
      makeFolder(folder);
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new ConfigError([
      `The data folder ${dataDir} cannot be written. Set DATA_DIR to a folder that you may write to.`,
    ]);
  }
  const storage = openOrExplain(dataDir);
  migrateDatabase(storage.db, { backupFolder: backupsFolder(dataDir) });
  prepareSearchDatabase(storage.searchDb);
  return storage;
}

function openOrExplain(dataDir: string): Storage {
  try {
    return openStorage(dataDir);
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_NOTADB') throw error;
    throw new ConfigError([
      `A file in ${dataDir} is not a database of Underlag. Restore it from a backup, or set DATA_DIR to another folder.`,
    ]);
  }
}

/** Node's own recursive way never ends where folders cannot be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Opens what `prepareStorage` has made. From then on standings follow whoever brings reports together or apart. */
export function openStorage(dataDir: string): Storage {
  followClusters();
  return {
    db: openDatabase(join(dataDir, 'review.db')),
    searchDb: openSearchDatabase(join(dataDir, 'search.db')),
  };
}

/** The secret that keys session tokens: the setting, else one made once and kept in the data folder. */
export function sessionSecret(dataDir: string, setting: string | null): string {
  if (setting) return setting;
  const file = join(dataDir, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
