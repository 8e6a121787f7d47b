/** A whole archive is read, or written, from one moment while others work: through a connection of its own. */
import { join } from 'node:path';
import { type Connection, type Db, driverOf, openDatabase } from '../../db.ts';

export function ownConnection(shared: Db, dataDir: string): { db: Connection; end(): void } {
  if (driverOf(shared).memory) return { db: shared as Connection, end: () => undefined };
  const db = openDatabase(join(dataDir, 'review.db'));
  return { db, end: () => void db.$client.close() };
}
