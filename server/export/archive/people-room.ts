/** The people of an archive among those of the installation. */
import { placeForAddress } from '../../accounts/people.ts';
import type { Connection } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { quoted } from './carried.ts';
import type { Person } from './staged.ts';

/** Where the installation's own people are named, besides the rows of reviews. */
const places = [
  ['session', 'person_id'],
  ['person_setting', 'person_id'],
  ['invitation', 'invited_by'],
  ['invitation', 'accepted_by'],
  ['invitation', 'person_id'],
  ['audit_entry', 'person_id'],
  ['job', 'person_id'],
] as const;

/** @throws PERSON_UNKNOWN, PERSON_TWICE: two who judged alone cannot be one afterwards. */
export function requireMatches(
  db: Connection,
  people: readonly Person[],
  accounts: ReadonlyMap<number, number>,
): void {
  const open = db.$client.prepare('select 1 from person where id = ? and closed_at is null');
  const taken = new Set<number>();
  for (const { id, name } of people) {
    const account = accounts.get(id);
    if (account === undefined) continue;
    const field = `person-${id}`;
    if (!open.get(account)) throw new AppError('PERSON_UNKNOWN', { name }, field);
    if (taken.has(account)) throw new AppError('PERSON_TWICE', { name }, field);
    taken.add(account);
  }
}

/** @returns by id in the archive, the id here: of the account that they are, or of a new one without sign-in. */
export function addPeople(
  db: Connection,
  people: readonly Person[],
  accounts: ReadonlyMap<number, number>,
  at: string,
): Map<number, number> {
  const insert = db.$client.prepare(
    'insert into person (email, name, locale, created_at) values (?, ?, ?, ?)',
  );
  const next = db.$client.prepare('select coalesce(max(id), 0) + 1 from person').pluck();
  const added = people.map(({ id, name, locale }) => {
    const account = accounts.get(id);
    if (account !== undefined) return [id, account] as const;
    const { lastInsertRowid } = insert.run(placeForAddress(Number(next.get())), name, locale, at);
    return [id, Number(lastInsertRowid)] as const;
  });
  return new Map(added);
}

/**
 * The people of an archive keep their numbers; whoever of the installation stands there moves up.
 * Restored people have names, so that every act has its author, and nothing to sign in with.
 * @returns the number that the person who restores has now.
 */
export function makeRoom(
  db: Connection,
  people: readonly Person[],
  self: number | null,
): number | null {
  const sqlite = db.$client;
  const { last } = sqlite.prepare('select coalesce(max(id), 0) as last from person').get() as {
    last: number;
  };
  const above = Math.max(last, ...people.map(({ id }) => id));
  const own = sqlite.prepare('select id from person order by id').all() as { id: number }[];
  const moved = new Map<number, number>();
  for (const { id } of own) {
    if (!people.some((person) => person.id === id)) continue;
    const next = above + moved.size + 1;
    moved.set(id, next);
    sqlite.prepare('update person set id = ? where id = ?').run(next, id);
    for (const [table, column] of places)
      sqlite
        .prepare(`update ${quoted(table)} set ${quoted(column)} = ? where ${quoted(column)} = ?`)
        .run(next, id);
    sqlite
      .prepare("update audit_entry set entity_id = ? where entity = 'person' and entity_id = ?")
      .run(next, id);
  }
  const insert = sqlite.prepare('insert into person (id, email, name, locale) values (?, ?, ?, ?)');
  for (const { id, name, locale } of people) insert.run(id, placeForAddress(id), name, locale);
  return self === null ? null : (moved.get(self) ?? self);
}
