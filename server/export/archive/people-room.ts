/** The people of an archive keep their numbers; whoever of the installation stands there moves up. */
import type { Connection } from '../../db.ts';
import { quoted } from './carried.ts';

export type Person = { id: number; name: string; locale: string };

/** Where the installation's own people are named, besides the rows of reviews. */
const places = [
  ['session', 'person_id'],
  ['person_setting', 'person_id'],
  ['invitation', 'invited_by'],
  ['invitation', 'accepted_by'],
  ['audit_entry', 'person_id'],
  ['job', 'person_id'],
] as const;

/**
 * Restored people have names, so that every act has its author, and nothing to sign in with.
 * @returns the number that the person who restores has now.
 */
export function makeRoom(db: Connection, people: Person[], self: number | null): number | null {
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
  for (const { id, name, locale } of people)
    insert.run(id, `restored-${id}@underlag.invalid`, name, locale);
  return self === null ? null : (moved.get(self) ?? self);
}
