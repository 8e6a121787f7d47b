/** An installation in the middle of work whose ids tell their table: far from all other numbers, so that none is overlooked. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEskilstuna } from '../seeds/eskilstuna-2022/load.ts';
import { loadExercise } from '../seeds/exercise/load.ts';
import { loadExerciseChain } from '../seeds/exercise-chain/load.ts';
import { createPerson } from '../server/accounts/people.ts';
import type { Connection } from '../server/db.ts';
import { carriedTables, quoted } from '../server/export/archive/carried.ts';
import { withoutTriggers } from '../server/export/archive/installation.ts';
import { prepareStorage } from '../server/storage.ts';
import type { Site } from './browser/site.ts';
import { workOnExercise } from './browser/work.ts';
import { doJobs } from './data-folder.ts';
import { now } from './helpers.ts';
import { moreWork } from './more-work.ts';

/** Nine digits that begin with a seven: nothing else in a review looks like that. */
const firstOf = (index: number) => 700_000_000 + index * 1_000_000;
export const farIdsIn = (text: string): string[] =>
  text.match(/(?<![\d.A-Za-z-])7\d{8}(?![\d.A-Za-z])/g) ?? [];

export async function livedIn() {
  const dataDir = mkdtempSync(join(tmpdir(), 'underlag-lived-in-'));
  const { db, searchDb } = prepareStorage(dataDir);
  const takeAway = startFar(db);
  const machine = { db, actor: null, at: now.toISOString() };
  const seeder = { email: 'seeds@example.org', name: 'Underlag demonstration', password: null };
  const context = { ...machine, actor: { personId: await createPerson(machine, seeder) } };
  for (const load of [loadEskilstuna, loadExerciseChain, loadExercise]) load(context);
  const site = { db, dataDir, app: { searchDb } } as unknown as Site;
  const people = await workOnExercise(site);
  const doWork = () => doJobs({ db, searchDb, dataDir });
  await moreWork(site, people, doWork);
  await doWork();
  takeAway();
  return { db, searchDb, dataDir, ...people };
}

/** One row at the beginning of each table's stretch of numbers: what is added comes after it. @returns takes them away. */
function startFar(db: Connection): () => void {
  const { $client: sqlite } = db;
  const person = {
    name: 'person',
    columns: [
      { name: 'id', kind: 'integer' },
      { name: 'email', kind: 'text' },
      { name: 'name', kind: 'text' },
    ],
  } as const;
  const tables = [person, ...carriedTables()].filter(({ columns }) =>
    columns.some(({ name }) => name === 'id'),
  );
  const unchecked = (act: () => void) => {
    sqlite.pragma('foreign_keys = OFF');
    sqlite.pragma('ignore_check_constraints = ON');
    withoutTriggers(db, act);
    sqlite.pragma('ignore_check_constraints = OFF');
    sqlite.pragma('foreign_keys = ON');
  };
  const values = { integer: 0, number: 0, boolean: 0, json: '{}', text: 'far', bytes: '' };
  unchecked(() => {
    for (const [index, { name, columns }] of tables.entries()) {
      const cells = columns.map((column) => {
        if (column.name === 'id') return firstOf(index);
        return column.name.endsWith('archived_at') ? now.toISOString() : values[column.kind];
      });
      const names = columns.map((column) => quoted(column.name)).join(', ');
      const marks = columns.map(() => '?').join(', ');
      sqlite.prepare(`insert into ${quoted(name)} (${names}) values (${marks})`).run(...cells);
    }
  });
  return () =>
    unchecked(() => {
      for (const [index, { name }] of tables.entries())
        sqlite.prepare(`delete from ${quoted(name)} where id = ?`).run(firstOf(index));
    });
}
