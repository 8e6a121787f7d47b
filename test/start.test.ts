/** Starting the program: what it needs, and what it says when it cannot start. */
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';
import { startProblem } from '../server/serve.ts';
import { prepareStorage, sessionSecret } from '../server/storage.ts';
import { freshFolder } from './data-folder.ts';

test('without any setting the server is on this machine only, with its data beside it', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, baseUrl: null });
  expect(readConfig({ PORT: '' }).port).toBe(3000);
});

test.each([
  [{ PORT: 'many' }, 'PORT must be a whole number'],
  [{ PORT: '70000' }, 'PORT must be 65535 or less'],
  [{ BASE_URL: 'ftp://example.org' }, 'BASE_URL must be an address that begins with http'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must be at least 32 characters long'],
  [{ UPLOAD_BYTES_MAX: '-1' }, 'UPLOAD_BYTES_MAX must be more than 0'],
])('%j is refused with a sentence', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence);
});

test('every mistake is named at once', () => {
  try {
    readConfig({ PORT: 'x', SESSION_SECRET: 'y' });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message.split('\n')).toHaveLength(2);
  }
});

test('a data folder is made when it is missing', () => {
  const dataDir = join(freshFolder(), 'a', 'b');
  const { db, searchDb } = prepareStorage(dataDir);
  db.$client.close();
  searchDb.close();
  expect(readdirSync(dataDir)).toEqual(
    expect.arrayContaining(['review.db', 'search.db', 'files', 'backups']),
  );
});

test('a data folder that cannot be written is refused with a sentence', () => {
  const place = join(freshFolder(), 'file');
  writeFileSync(place, 'not a folder');
  chmodSync(place, 0o400);
  expect(() => prepareStorage(join(place, 'data'))).toThrow('cannot be written. Set DATA_DIR');
});

test('a place where no folder can be made is refused too', () => {
  expect(() => prepareStorage('/proc/underlag/data')).toThrow('cannot be written. Set DATA_DIR');
});

test('a database of a newer version is refused and not touched', () => {
  const dataDir = freshFolder();
  const first = prepareStorage(dataDir);
  const newer = Date.now() + 10 ** 9;
  first.db.$client
    .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
    .run('from the future', newer);
  first.db.$client.close();
  first.searchDb.close();
  expect(() => prepareStorage(dataDir)).toThrow('written by a newer version of Underlag');
});

test('a file that is no database is refused with a sentence', () => {
  const dataDir = freshFolder();
  writeFileSync(join(dataDir, 'review.db'), 'this is no database, only a text of some length');
  expect(() => prepareStorage(dataDir)).toThrow('is not a database of Underlag');
});

test('a port in use is explained', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as { port: number };
  const error = await new Promise((resolve) => {
    createServer().once('error', resolve).listen(port, '127.0.0.1');
  });
  expect(startProblem(error)).toBe(
    `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
  );
});

test('the secret of sessions is made once and kept', () => {
  const dataDir = freshFolder();
  const made = sessionSecret(dataDir, null);
  expect(made).toHaveLength(64);
  expect(sessionSecret(dataDir, null)).toBe(made);
  expect(sessionSecret(dataDir, 'given'.repeat(10))).toBe('given'.repeat(10));
});
