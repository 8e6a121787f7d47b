/**
 * What was read from the database, for as long as nothing is written by anybody to the tables that it was read from: the
 * pages of a long table, its cells and its charts are looked at one after the other, and a vote elsewhere changes none
 * of them. Inside a transaction nothing is kept: it may be undone.
 */
import { type Db, driverOf, statement } from '../../db.ts';

/** Rows of these are changed: triggers count how often (migration 0027). */
const counted = (name: string) =>
  `coalesce((select changes from table_change where source = '${name}'), 0)`;
/** Rows of these are added. */
const last = (name: string) => `coalesce((select max(id) from "${name}"), 0)`;
const both = (name: string) => `${counted(name)} || ' ' || ${last(name)}`;
const changed = {
  /** Which reports passed full text. */
  standing: counted('standing'),
  /** Where reports belong, and what lists of them count by. */
  report: both('report'),
  study: both('study'),
  country_link: both('country_link'),
  coding: both('coding'),
  excerpt: both('excerpt'),
  excerpt_code: both('excerpt_code'),
  /** These are written once. */
  design_link: last('design_link'),
  record: last('record'),
};
export type KeptTable = keyof typeof changed;

const versionsSql = `select json_object(${Object.entries(changed)
  .map(([name, version]) => `'${name}', ${version}`)
  .join(', ')})`;

type Kept = { version: string; value: unknown };

const memories = new WeakMap<object, Map<string, Kept>>();
/** Of more lists than this the one is forgotten that nobody has asked for the longest: a few reviews are worked in at once. */
const listsMax = 60;

/** @param tables everything that is read from, but what stands in the key. */
export function keptWhileUnchanged<T>(
  db: Db,
  tables: readonly KeptTable[],
  key: string,
  read: () => T,
): T {
  const driver = driverOf(db);
  if (driver.inTransaction) return read();
  const memory = memories.get(driver) ?? new Map<string, Kept>();
  memories.set(driver, memory);
  // The versions are read before the rows: what is written in between is read again next time.
  const version = versionOf(db, tables);
  const known = memory.get(key);
  memory.delete(key);
  const kept = known?.version === version ? known : { version, value: read() };
  memory.set(key, kept);
  const [oldest] = memory.keys();
  if (memory.size > listsMax && oldest !== undefined) memory.delete(oldest);
  return kept.value as T;
}

function versionOf(db: Db, tables: readonly KeptTable[]): string {
  const written = statement(db, versionsSql).pluck().get() as string;
  const versions = JSON.parse(written) as Record<KeptTable, string | number | null>;
  return tables.map((table) => versions[table]).join(', ');
}
