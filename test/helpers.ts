/** A migrated database for every test, people and a review to fill it with, and an app to send requests to. */
import { randomBytes } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { onTestFinished } from 'vitest';
import { membership, person, type Role } from '../schema/accounts.ts';
import { review } from '../schema/reviews.ts';
import { type AppOptions, buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import {
  type Connection,
  migrateDatabase,
  openDatabase,
  openSearchDatabase,
} from '../server/db.ts';
import { prepareSearchDatabase } from '../server/evidence/search-schema.ts';
import type { PersonalContext } from '../server/platform/context.ts';
import { followClusters } from '../server/screening/follow-clusters.ts';

followClusters();

/** Every test's now. */
export const now = new Date('2026-11-22T12:00:00.000Z');

// Migrating once for all files of a worker and cloning the bytes keeps a test's set-up under a millisecond.
const migrated = openDatabase(':memory:');
migrateDatabase(migrated);
const template = migrated.$client.serialize();
migrated.$client.close();

/** @param bytes what it holds; without them it is empty. */
export function freshDatabase(bytes = template): Connection {
  const db = openDatabase(bytes);
  onTestFinished(() => void db.$client.close());
  return db;
}

export function freshSearchDatabase() {
  const searchDb = openSearchDatabase(':memory:');
  prepareSearchDatabase(searchDb);
  onTestFinished(() => void searchDb.close());
  return searchDb;
}

/** A person who exists, without a password. @returns what services take for what this person does. */
export function addPerson(
  db: Connection,
  name: string,
  details: { isAdministrator?: boolean } = {},
): PersonalContext & { personId: number } {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`;
  const row = db
    .insert(person)
    .values({ email, name, isAdministrator: details.isAdministrator ?? false })
    .returning({ id: person.id })
    .get();
  return { db, actor: { personId: row.id }, at: now.toISOString(), personId: row.id };
}

/** A review with its team: each person's context with their role. @returns the review's row. */
export function addReview(
  db: Connection,
  team: [{ personId: number }, Role][],
  details: Partial<typeof review.$inferInsert> = {},
) {
  const row = db
    .insert(review)
    .values({ slug: 'nature', title: { en: 'Nature contact and health' }, ...details })
    .returning()
    .get();
  for (const [{ personId }, role] of team)
    db.insert(membership).values({ reviewId: row.id, personId, role }).run();
  return row;
}

/**
 * An app on a database, and browsers: `as(person)` is signed in as one, `as(null)` is anybody. Requests look as a
 * browser's own forms do.
 */
export async function startApp(
  db: Connection,
  headers: Record<string, string> = {},
  options: Pick<AppOptions, 'beforeRoutes'> = {},
) {
  const searchDb = freshSearchDatabase();
  const config = { ...readConfig({}), signInAttemptsMax: 1000 };
  const sessionSecret = 'only tests use this secret, 32 ch';
  const app = await buildApp({ db, searchDb, config, sessionSecret, clock: () => now, ...options });
  onTestFinished(() => app.close());
  const as = (who: { personId: number } | null) => {
    const cookies = who ? { underlag_session: openSession(app, who.personId) } : {};
    const send = (options: InjectOptions) => app.inject({ ...options, cookies });
    return {
      send,
      get: (url: string, more: Record<string, string> = {}) =>
        send({ url, headers: { ...headers, ...more } }),
      post: (url: string, form: Record<string, string | string[]> = {}) =>
        send({
          method: 'POST',
          url,
          payload: encode(form),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...headers,
          },
        }),
    };
  };
  return { app, as, searchDb };
}

function encode(form: Record<string, string | string[]>): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}

function openSession(app: Awaited<ReturnType<typeof buildApp>>, personId: number): string {
  let token = randomBytes(8).toString('hex');
  const reply = {
    setCookie: (_name: string, value: string) => {
      token = value;
    },
  };
  app.sessionTokens.start(reply as never, personId, now.toISOString(), 'a test');
  return token;
}
