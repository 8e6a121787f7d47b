/** An import is undone only while nobody's work on its reports is lost: in whatever table that work stands. */
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '../schema/index.ts';
import { tablesOfWork } from '../server/records/imports/losses.ts';
import { freshDatabase } from './helpers.ts';

/** Rows about a report that no person's work would be lost with, and why. */
const noWork: Record<string, string> = {
  record: 'withdrawn with the import, and kept',
  standing: 'derived from votes and adjudications',
  pilot_report: 'drawn by chance; the answers are votes',
  coding_turn: 'says that somebody began; what they did stands in other tables',
  stage_list_line: 'what it decided stands as an adjudication',
  archive_fact: 'facts of a source, not of a person here',
  indicator: 'a series stands without the publication that gave it',
};

test('every table with people’s work on a report keeps its import from being undone', () => {
  const tables = Object.values(schema as Record<string, unknown>).filter((value) =>
    is(value, SQLiteTable),
  ) as SQLiteTable[];
  const forgotten = tables
    .filter((table) =>
      getTableConfig(table).foreignKeys.some(
        (key) => getTableConfig(key.reference().foreignTable).name === 'report',
      ),
    )
    .filter((table) => !tablesOfWork.has(table))
    .map((table) => getTableConfig(table).name)
    .filter((name) => !(name in noWork));
  expect(forgotten).toEqual([]);
});

test('the database takes no such work while an import is being undone', () => {
  const refusing = freshDatabase()
    .$client.prepare(
      `select distinct tbl_name from sqlite_master where type = 'trigger'
       and sql like '%BEFORE INSERT%' and sql like '%IMPORT_BEING_UNDONE%'`,
    )
    .pluck()
    .all();
  const unguarded = [...tablesOfWork].map((table) => getTableConfig(table).name);
  expect(unguarded.filter((name) => !refusing.includes(name))).toEqual([]);
});
