/**
 * What was read from the database, for as long as nothing is written to it by anybody: the pages of a long table, its
 * cells and its charts are looked at one after the other. Inside a transaction nothing is kept: it may be undone.
 */
import { type Db, driverOf, statement } from '../../db.ts';

type Memory = { version: string; values: Map<string, unknown> };

const memories = new WeakMap<object, Memory>();
/** Of more lists than this the oldest is forgotten: a few reviews are worked in at once. */
const listsMax = 40;

export function keptWhileUnchanged<T>(db: Db, key: string, read: () => T): T {
  const driver = driverOf(db);
  if (driver.inTransaction) return read();
  const version = versionOf(db);
  const before = memories.get(driver);
  const memory = before?.version === version ? before : { version, values: new Map() };
  memories.set(driver, memory);
  if (memory.values.has(key)) return memory.values.get(key) as T;
  const value = read();
  const [oldest] = memory.values.keys();
  if (memory.values.size >= listsMax && oldest !== undefined) memory.values.delete(oldest);
  memory.values.set(key, value);
  return value;
}

/** Changes with every row that this connection writes, and with every transaction of another one. */
function versionOf(db: Db): string {
  const own = statement(db, 'select total_changes()').pluck().get();
  const others = statement(db, 'pragma data_version').pluck().get();
  return `${own} ${others}`;
}
