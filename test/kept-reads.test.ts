/** What every request asks for is kept in memory: until somebody changes it, and no longer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, migrateDatabase, openDatabase, untilWritten } from '../server/db.ts';
import { freshDatabase, startApp } from './helpers.ts';

const nameOf = (db: Connection) =>
  db.$client.prepare('select name from person where id = 1').pluck().get() as string;
const rename = (db: Connection, name: string) =>
  db.$client.prepare('update person set name = ? where id = 1').run(name);

function withPerson(db: Connection): Connection {
  db.$client.exec("insert into person (id, email, name) values (1, 'a@example.org', 'Astrid')");
  return db;
}

/** Reads the name as a request does, and counts how often the table was really asked. */
function reading(db: Connection) {
  const counted = { reads: 0, name: () => untilWritten(db, 'name', read, ['person']) };
  const read = () => {
    counted.reads += 1;
    return nameOf(db);
  };
  return counted;
}

test('what a table says is read once, however much is written to others', () => {
  const db = withPerson(freshDatabase());
  const person = reading(db);
  expect(person.name()).toBe('Astrid');
  db.$client.exec("insert into review (slug, title) values ('nature', '{}')");
  expect([person.name(), person.reads]).toEqual(['Astrid', 1]);
});

test('a write to the table is seen at once, also inside the transaction that makes it', () => {
  const db = withPerson(freshDatabase());
  const person = reading(db);
  person.name();
  db.$client.transaction(() => {
    rename(db, 'Birgit');
    expect(person.name()).toBe('Birgit');
  })();
  expect(person.name()).toBe('Birgit');
});

test('what a transaction takes back is never remembered', () => {
  const db = withPerson(freshDatabase());
  const person = reading(db);
  person.name();
  const undone = () => {
    rename(db, 'Birgit');
    person.name();
    throw new Error('undone');
  };
  expect(db.$client.transaction(undone)).toThrow('undone');
  expect(person.name()).toBe('Astrid');
});

test('what is first read inside a transaction that changes nothing of it is kept', () => {
  const db = withPerson(freshDatabase());
  const person = reading(db);
  untilWritten(db, 'another name', () => nameOf(db), ['person']);
  db.$client.transaction(() => person.name())();
  expect([person.name(), person.reads]).toEqual(['Astrid', 1]);
});

test('what another process writes is seen by the next request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-'));
  const [one, other] = [1, 2].map(() => openDatabase(join(folder, 'review.db')));
  if (!one || !other) throw new Error('not opened');
  onTestFinished(() => {
    for (const db of [one, other]) db.$client.close();
    rmSync(folder, { recursive: true });
  });
  migrateDatabase(one);
  const person = reading(withPerson(one));
  expect(person.name()).toBe('Astrid');
  rename(other, 'Birgit');
  expect(person.name()).toBe('Birgit');
});

test('every answer tells browsers what pages never do, a refusal from elsewhere too', async () => {
  const { app } = await startApp(freshDatabase());
  const asked = [
    { url: '/' },
    { url: '/nothing-here' },
    { url: '/sign-in', method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } },
  ] as const;
  for (const request of asked) {
    const { headers } = await app.inject(request);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
  }
});
