/** An installation with the demonstration reviews. Loading them takes seconds: it is done once, and the bytes copied. */
import { loadDemonstration } from '../seeds/load.ts';
import { type Connection, migrateDatabase, openDatabase } from '../server/db.ts';
import { freshDatabase, now } from './helpers.ts';

let loaded: Promise<Buffer> | undefined;

/** The bytes of its database. */
export function demonstration(): Promise<Buffer> {
  loaded ??= load();
  return loaded;
}

/** A database of the test's own. */
export async function demonstrationDatabase(): Promise<Connection> {
  return freshDatabase(await demonstration());
}

async function load(): Promise<Buffer> {
  const db = openDatabase(':memory:');
  migrateDatabase(db);
  await loadDemonstration(db, now);
  const bytes = db.$client.serialize();
  db.$client.close();
  return bytes;
}
