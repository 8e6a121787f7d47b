/** A review out of its archive: into an empty installation as it was, or beside others with new ids. All of it, or nothing. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { audit } from '../../accounts/audit.ts';
import type { Connection } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { withTurn } from '../../platform/jobs/turns.ts';
import { pathOfFile, storeFile } from '../../records/files.ts';
import { enqueueKeys } from '../../records/key-rules.ts';
import { reindexReports } from '../../records/report-index.ts';
import { type OpenArchive, openArchive, type Told } from './checked.ts';
import { insertAsTheyWere, insertMoved } from './insert.ts';
import { emptyOut, isEmptyInstallation, withoutTriggers } from './installation.ts';
import { plannedIds } from './new-ids.ts';
import { addPeople, makeRoom, requireMatches } from './people-room.ts';
import { type Staged, stageRows } from './staged.ts';

/** `named`: the people that nobody can sign in as yet. */
export type Restored = { id: number; slug: string; rows: number; named: string[] };

/** Who restores, null at the command line, and who of the archive has which account here. */
export type RestoreBy = { personId: number | null; at: string; accounts?: Map<number, number> };

export type RestoreHooks = {
  /** How far it is. */
  told?: Told;
  /** What else belongs to the act: there with the review, or not at all. */
  restored?: (review: Restored) => void;
};

/** Where each part of the work ends, of a hundred, as large archives are measured. */
const parts = { checked: 20, staged: 60, filed: 70 };

/**
 * Ids stay as they were where nobody else's rows are. Elsewhere all of them move, and the people of the archive are
 * those accounts that somebody says they are, or accounts that nobody can sign in with yet.
 *
 * @param db a connection that nobody else uses meanwhile.
 * @throws ARCHIVE_..., PERSON_UNKNOWN, PERSON_TWICE; then nothing has been changed.
 */
export async function restoreArchive(
  place: { db: Connection; dataDir: string },
  file: string,
  by: RestoreBy,
  { told = () => undefined, restored = () => undefined }: RestoreHooks = {},
): Promise<Restored> {
  const part = (from: number, to: number) => (done: number, total: number) =>
    told(Math.floor(from + ((to - from) * done) / Math.max(1, total)), 100);
  const archive = await openArchive(file, part(0, parts.checked));
  const added: string[] = [];
  try {
    const staged = await stageRows(archive, place.db, part(parts.checked, parts.staged));
    try {
      await takeFiles(archive, place.dataDir, added, part(parts.staged, parts.filed));
      return takeRows(place.db, staged, archive.content.underlag.review, by, restored);
    } finally {
      staged.end();
    }
  } catch (error) {
    for (const hash of added) await rm(pathOfFile(place.dataDir, hash), { force: true });
    throw error;
  } finally {
    archive.close();
  }
}

async function takeFiles(
  archive: OpenArchive,
  dataDir: string,
  added: string[],
  told: Told,
): Promise<void> {
  const files = archive.content.resources.filter(({ path }) => path.startsWith('files/'));
  for (const [at, { path }] of files.entries()) {
    told(at, files.length);
    const hash = path.slice('files/'.length);
    if (existsSync(pathOfFile(dataDir, hash))) continue;
    const stream = await archive.stream(path);
    added.push(hash);
    await storeFile(dataDir, stream as unknown as AsyncIterable<Uint8Array>);
  }
}

/** In one act, without waiting for anything: nobody sees or meets half of it. */
function takeRows(
  db: Connection,
  staged: Staged,
  reviewId: number,
  by: RestoreBy,
  restored: (review: Restored) => void,
): Restored {
  const sqlite = db.$client;
  sqlite.prepare('attach ? as staged').run(staged.file);
  try {
    const act = sqlite.transaction(() => {
      sqlite.pragma('defer_foreign_keys = ON');
      const { id, self } = withoutTriggers(db, () =>
        isEmptyInstallation(db)
          ? restoreAlone(db, staged, reviewId, by)
          : restoreBeside(db, staged, reviewId, by),
      );
      const named = staged.people.filter((each) => !by.accounts?.has(each.id));
      const done = completed(db, id, { personId: self, at: by.at, rows: staged.rows });
      const review = { ...done, named: named.map(({ name }) => name) };
      restored(review);
      return review;
    });
    return withTurn(() => act.immediate());
  } finally {
    sqlite.exec('detach staged');
  }
}

type Placed = { id: number; self: number | null };

function restoreAlone(db: Connection, staged: Staged, id: number, by: RestoreBy): Placed {
  emptyOut(db);
  const self = makeRoom(db, staged.people, by.personId);
  insertAsTheyWere(db);
  return { id, self };
}

function restoreBeside(db: Connection, staged: Staged, reviewId: number, by: RestoreBy): Placed {
  const accounts = by.accounts ?? new Map<number, number>();
  requireMatches(db, staged.people, accounts);
  const people = addPeople(db, staged.people, accounts, by.at);
  const ids = plannedIds(db, people);
  insertMoved(db, ids);
  const id = ids.id('review', reviewId);
  if (id === null) throw new AppError('ARCHIVE_INCOMPLETE', { file: 'data/review.csv' }, 'file');
  return { id, self: by.personId };
}

function completed(
  db: Connection,
  id: number,
  by: { personId: number | null; at: string; rows: number },
): Omit<Restored, 'named'> {
  const slug = db.$client.prepare('select slug from review where id = ?').pluck().get(id) as string;
  const actor = by.personId === null ? null : { personId: by.personId };
  const context = { db, actor, at: by.at };
  // Of the installation, not of the review: a restored review is the same as it was.
  audit(context, {
    action: 'review.restored',
    entity: 'review',
    entityId: id,
    after: { slug },
  });
  // Also where it is not published: what was found before must no longer be.
  enqueueIndex(context, id);
  // The archive may be older than the rules of this program, and no trigger has seen its rows.
  enqueueKeys(context, id);
  reindexReports(db, id);
  return { id, slug, rows: by.rows };
}
