/** The installation around a restored review: empty but for the demonstration, whose place the review takes. */
import type { Connection } from '../../db.ts';
import { carriedTables, quoted } from './carried.ts';

/** Owns the demonstration reviews, which stand in every new installation. */
const demonstrator = 'demonstration@underlag.invalid';

/** Nobody but the demonstration has a review here. */
export function isEmptyInstallation(db: Connection): boolean {
  const own = db.$client
    .prepare(
      `select 1 from review where not exists (
         select 1 from membership join person on person.id = membership.person_id
         where membership.review_id = review.id and person.email = @demonstrator)
       union all
       select 1 from membership join person on person.id = membership.person_id
         where person.email <> @demonstrator
       union all
       select 1 from audit_entry join person on person.id = audit_entry.person_id
         where audit_entry.review_id is not null and person.email <> @demonstrator
       limit 1`,
    )
    .get({ demonstrator });
  return own === undefined;
}

/** Takes the demonstration away; called where triggers are off and keys are looked at in the end. */
export function emptyOut(db: Connection): void {
  const sqlite = db.$client;
  for (const { name } of carriedTables())
    sqlite.exec(
      name === 'audit_entry'
        ? 'delete from audit_entry where review_id is not null'
        : `delete from ${quoted(name)}`,
    );
  sqlite.exec('delete from job where review_id is not null');
  sqlite.exec('delete from invitation where review_id is not null');
  sqlite.exec('delete from screening_change');
}

/**
 * What triggers would add has been carried; what they refuse is what an empty place is made by.
 *
 * @param tables the only ones whose triggers are in the way.
 */
export function withoutTriggers<T>(db: Connection, act: () => T, tables?: readonly string[]): T {
  const sqlite = db.$client;
  const triggers = sqlite
    .prepare(
      `select name, sql from main.sqlite_master
        where type = 'trigger' and (@tables is null or tbl_name in (select value from json_each(@tables)))
        order by rowid`,
    )
    .all({ tables: tables ? JSON.stringify(tables) : null }) as { name: string; sql: string }[];
  const before = versionOfSchema(db);
  for (const { name } of triggers) sqlite.exec(`drop trigger main.${quoted(name)}`);
  const result = act();
  for (const { sql } of triggers) sqlite.exec(sql);
  if (sqlite.inTransaction) setVersionOfSchema(db, before);
  return result;
}

const versionOfSchema = (db: Connection): number =>
  db.$client.pragma('schema_version', { simple: true }) as number;

/**
 * After an act that leaves the schema as it was: whoever else has it open need not read it again. When one short act
 * followed the other they would come to do nothing else, and SQLite would give up.
 */
function setVersionOfSchema(db: Connection, version: number): void {
  const sqlite = db.$client;
  sqlite.unsafeMode(true);
  sqlite.pragma(`schema_version = ${version}`);
  sqlite.unsafeMode(false);
  if (versionOfSchema(db) !== version) throw new Error('the version of the schema stays');
}
