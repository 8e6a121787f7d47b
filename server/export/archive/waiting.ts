/** Archives that have been sent in and wait: whose accounts their people have is asked before one is restored. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { and, asc, isNotNull, isNull } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import type { Words } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { pathOfFile } from '../../records/imports/files.ts';
import { glanceAtArchive } from './checked.ts';
import { type Person, readPeople, readReview } from './staged.ts';

export type WaitingArchive = { hash: string; slug: string; title: Words; people: Person[] };

const folderOf = (dataDir: string) => join(dataDir, 'restores');
export const pathOfWaiting = (dataDir: string, hash: string) => join(folderOf(dataDir), hash);

/** Takes an uploaded file out of those of the reviews. */
export async function keepWaiting(dataDir: string, hash: string): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true });
  await rename(pathOfFile(dataDir, hash), pathOfWaiting(dataDir, hash));
}

export async function waitingArchives(dataDir: string): Promise<WaitingArchive[]> {
  if (!existsSync(folderOf(dataDir))) return [];
  const hashes = (await readdir(folderOf(dataDir))).sort();
  return Promise.all(hashes.map((hash) => waitingArchive(dataDir, hash)));
}

/** @throws NOT_FOUND, ARCHIVE_... */
export async function waitingArchive(dataDir: string, hash: string): Promise<WaitingArchive> {
  const file = pathOfWaiting(dataDir, hash);
  if (!existsSync(file)) throw notFound();
  const archive = await glanceAtArchive(file);
  try {
    const { slug, title } = await readReview(archive);
    return { hash, slug, title: JSON.parse(title) as Words, people: await readPeople(archive) };
  } finally {
    archive.close();
  }
}

export const dropWaiting = (dataDir: string, hash: string): Promise<void> =>
  rm(pathOfWaiting(dataDir, hash), { force: true });

/** Who of this installation somebody of an archive may be. */
export function openAccounts(db: Db) {
  return db
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(and(isNotNull(person.passwordHash), isNull(person.closedAt)))
    .orderBy(asc(person.name), asc(person.id))
    .all();
}
