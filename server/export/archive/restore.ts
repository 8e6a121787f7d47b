/** A review out of its archive: into an empty installation as it was, or beside others with new ids. All of it, or nothing. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { audit } from '../../accounts/audit.ts';
import type { Connection } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { withTurn } from '../../platform/jobs/turns.ts';
import { enqueueKeys } from '../../records/duplicates/key-rules.ts';
import { pathOfFile, storeFile } from '../../records/imports/files.ts';
import { goOnUndoing } from '../../records/imports/undo.ts';
import { reindexReports } from '../../records/reports/report-index.ts';
import { type OpenArchive, openArchive, type Told } from './checked.ts';
import { type Begun, beginSteps, clearSteps, unchecked } from './in-steps.ts';
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
  /**
   * Where others work, rows go in step by step: what is told here must be kept, and cleared after a process that was
   * killed on the way. Without it they wait while all goes in at once.
   */
  steps?: { begun(what: Begun): void; cleared(): void };
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
  hooks: RestoreHooks = {},
): Promise<Restored> {
  const { told = () => undefined } = hooks;
  const part = (from: number, to: number) => (done: number, total: number) =>
    told(Math.floor(from + ((to - from) * done) / Math.max(1, total)), 100);
  const archive = await openArchive(file, part(0, parts.checked));
  const added: string[] = [];
  try {
    const staged = await stageRows(archive, place.db, part(parts.checked, parts.staged));
    try {
      await takeFiles(archive, place.dataDir, added, part(parts.staged, parts.filed));
      const review = archive.content.underlag.review;
      return takeRows(place.db, { ...staged, review }, by, {
        ...hooks,
        told: part(parts.filed, 100),
      });
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

type StagedReview = Staged & { review: number };

function takeRows(
  db: Connection,
  staged: StagedReview,
  by: RestoreBy,
  hooks: RestoreHooks,
): Restored {
  db.$client.prepare('attach ? as staged').run(staged.file);
  try {
    if (hooks.steps && !isEmptyInstallation(db))
      return takeInSteps(db, staged, by, { ...hooks, steps: hooks.steps });
    return takeAtOnce(db, staged, by, hooks);
  } finally {
    db.$client.exec('detach staged');
  }
}

/** In one act, without waiting for anything: nobody sees or meets half of it. */
function takeAtOnce(
  db: Connection,
  staged: StagedReview,
  by: RestoreBy,
  { restored }: RestoreHooks,
): Restored {
  const act = db.$client.transaction(() => {
    db.$client.pragma('defer_foreign_keys = ON');
    const placed = withoutTriggers(db, () =>
      isEmptyInstallation(db) ? restoreAlone(db, staged, by) : restoreBeside(db, staged, by),
    );
    const review = completed(db, staged, placed, by);
    restored?.(review);
    return review;
  });
  return withTurn(() => act.immediate());
}

function takeInSteps(
  db: Connection,
  staged: StagedReview,
  by: RestoreBy,
  { told = () => undefined, restored, steps }: RestoreHooks & Required<Pick<RestoreHooks, 'steps'>>,
): Restored {
  const accounts = by.accounts ?? new Map<number, number>();
  const put = beginSteps(db, staged, { at: by.at, accounts }, steps.begun);
  try {
    put.fill(told);
    return unchecked(db, () => {
      put.show();
      const review = completed(db, staged, { id: put.begun.review, self: by.personId }, by);
      restored?.(review);
      return review;
    });
  } catch (error) {
    clearSteps(db, put.begun, steps.cleared);
    throw error;
  }
}

type Placed = { id: number; self: number | null };

function restoreAlone(db: Connection, staged: StagedReview, by: RestoreBy): Placed {
  emptyOut(db);
  const self = makeRoom(db, staged.people, by.personId);
  insertAsTheyWere(db);
  return { id: staged.review, self };
}

function restoreBeside(db: Connection, staged: StagedReview, by: RestoreBy): Placed {
  const accounts = by.accounts ?? new Map<number, number>();
  requireMatches(db, staged.people, accounts);
  const people = addPeople(db, staged.people, accounts, by.at);
  const ids = plannedIds(db, people);
  insertMoved(db, ids);
  const id = ids.id('review', staged.review);
  if (id === null) throw new AppError('ARCHIVE_INCOMPLETE', { file: 'data/review.csv' }, 'file');
  return { id, self: by.personId };
}

function completed(
  db: Connection,
  staged: Staged,
  { id, self }: Placed,
  { at, accounts }: RestoreBy,
): Restored {
  const slug = db.$client.prepare('select slug from review where id = ?').pluck().get(id) as string;
  const context = { db, actor: self === null ? null : { personId: self }, at };
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
  goOnUndoing(context, id);
  reindexReports(db, id);
  const named = staged.people.filter((each) => !accounts?.has(each.id)).map(({ name }) => name);
  return { id, slug, rows: staged.rows, named };
}
