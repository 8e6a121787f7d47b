/** What is written comes into the database's own file without whoever wrote it moving it there. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startCheckpoints } from '../server/platform/checkpoints.ts';
import { Database } from '../server/sqlite.ts';
import { prepareStorage } from '../server/storage.ts';

/** Who is in the file itself, its log left out. */
function peopleInFile(folder: string): unknown[] {
  const copy = join(folder, 'copy.db');
  copyFileSync(join(folder, 'review.db'), copy);
  const sqlite = new Database(copy);
  try {
    return sqlite.prepare('select name from person order by id').pluck().all();
  } finally {
    sqlite.close();
  }
}

test('a person added while the server runs is soon in the file itself, and writing goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-'));
  const { db, searchDb } = prepareStorage(folder);
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  const failed = vi.fn();
  const checkpoints = startCheckpoints(db, folder, failed);
  onTestFinished(async () => {
    await checkpoints.stop();
    db.$client.close();
    searchDb.close();
    rmSync(folder, { recursive: true });
  });
  for (const name of ['Astrid', 'Bjorn']) {
    db.$client.prepare('insert into person (email, name) values (?, ?)').run(`${name}@a.se`, name);
    await vi.waitFor(() => expect(peopleInFile(folder)).toContain(name), { timeout: 20_000 });
  }
  expect(failed).not.toHaveBeenCalled();
});
