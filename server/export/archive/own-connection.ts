/** A whole archive is read, or written, from one moment while others work: through a connection of its own. */
import { join } from 'node:path';
import { type Connection, openDatabase } from '../../db.ts';

export function ownConnection(
  shared: Connection,
  dataDir: string,
): { db: Connection; end(): void } {
  if (shared.$client.memory) return { db: shared, end: () => undefined };
  const db = openDatabase(join(dataDir, 'review.db'));
  return { db, end: () => void db.$client.close() };
}
