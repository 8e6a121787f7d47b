/** What is kept of tables between requests: whoever writes whatever, the next reader sees it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { TableDefinition } from '../schema/synthesis.ts';
import { type Connection, openDatabase } from '../server/db.ts';
import { drawnTable } from '../server/synthesis/builder/built.ts';
import { cellRows } from '../server/synthesis/builder/cell-rows.ts';
import { summaryTable } from '../server/synthesis/tables/tables.ts';
import { freshDatabase } from './helpers.ts';
import './properties.ts';
import { type Told, tellTables } from './table-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'underlag-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const crossing: TableDefinition = {
  shape: 'crossing',
  unit: 'publications',
  rows: 'country',
  columns: ['year'],
  segment: 'design',
  cells: 'count',
  order: 'count',
  showsEmpty: false,
  showsNone: true,
};
const definitions: TableDefinition[] = [
  crossing,
  { ...crossing, unit: 'studies', rows: 'welfare', columns: ['source'], segment: '' },
  { ...crossing, rows: 'publication', columns: ['code:themes:0'], segment: '', cells: 'mark' },
  { ...crossing, rows: 'code:themes:1', columns: ['study'], segment: '', showsNone: false },
  { ...crossing, unit: 'findings', rows: 'code:themes:0', columns: ['kind'], segment: '' },
  { ...crossing, unit: 'cases', rows: 'case', columns: ['design'], segment: '' },
  { ...crossing, rows: 'finding', columns: ['country'], segment: '', cells: 'list' },
  {
    ...crossing,
    ...{ shape: 'listing', unit: 'studies', rows: 'country', segment: '', order: 'label' },
    columns: ['authors', 'year', 'title', 'country', 'design', 'source', 'code:themes:0'],
  },
];

/** Everything that hangs on what is kept, as somebody reads it through a connection. */
function read(db: Connection, { id, slug }: Told) {
  const request = {
    ...{ db, review: { id, slug, title: { en: 'Nature' } } },
    ...{ locale: 'sv' as const, isPublic: false },
  };
  const built = definitions.map(
    (definition) =>
      drawnTable(request, { name: '', title: { en: 'X' }, note: {}, definition }, (place) =>
        JSON.stringify(place),
      ).table,
  );
  const cells = definitions
    .filter(({ shape }) => shape === 'crossing')
    .map((definition) =>
      cellRows(request, definition, {}).rows.map(({ key, label }) => [key, label]),
    );
  return JSON.stringify([built, cells, summaryTable('publications', request)]);
}

const report = fc.integer({ min: 1, max: 5 });
const open = fc.constantFrom("'2026-11-22T12:00:00.000Z'", 'null');
const country = fc.constantFrom('SE', 'NO', 'DK', 'IT', 'JP');
const state = fc.constantFrom("'passed'", "'excluded'", "'conflict'");
const at = "'2026-11-22T12:00:00.000Z'";

/** One statement, as the app or any other program may write it. */
const write = fc.oneof(
  fc.tuple(report, state).map(
    ([
      id,
      now,
    ]) => `insert into standing (report_id, stage, state) values (${id}, 'full_text', ${now})
      on conflict (report_id, stage) do update set state = ${now}`,
  ),
  report.map((id) => `delete from standing where report_id = ${id} and stage = 'full_text'`),
  fc
    .tuple(report, report)
    .map(([id, root]) => `update report set root_id = ${root} where id = ${id}`),
  fc
    .tuple(report, open)
    .map(([id, when]) => `update report set withdrawn_at = ${when} where id = ${id}`),
  fc
    .tuple(report, fc.constantFrom('null', '1999', '2021'))
    .map(([id, year]) => `update report set year = ${year} where id = ${id}`),
  fc
    .tuple(report, fc.constantFrom('null', '1', '2'))
    .map(([id, study]) => `update report set study_id = ${study} where id = ${id}`),
  fc
    .tuple(report, fc.constantFrom('Ek', 'Östh'))
    .map(([id, name]) => `update report set first_author = '${name}' where id = ${id}`),
  fc
    .constantFrom('Trial', 'Försök')
    .map((label) => `update study set label = '${label}' where id = 1`),
  fc
    .tuple(report, country)
    .map(
      ([id, code]) =>
        `insert into country_link (report_id, country, person_id) values (${id}, '${code}', 1)`,
    ),
  fc
    .tuple(report, open)
    .map(([id, when]) => `update country_link set removed_at = ${when} where report_id = ${id}`),
  fc
    .tuple(report, fc.constantFrom('qualitative', 'case_study'))
    .map(
      ([id, design]) =>
        `insert into design_link (report_id, design, person_id, at) values (${id}, '${design}', 1, ${at})`,
    ),
  fc
    .tuple(report, fc.integer({ min: 1, max: 2 }))
    .map(
      ([id, code]) =>
        `insert into coding (report_id, code_id, person_id) values (${id}, ${code}, 1)`,
    ),
  fc
    .tuple(report, open)
    .map(([id, when]) => `update coding set removed_at = ${when} where report_id = ${id}`),
  fc
    .tuple(report, fc.integer({ min: 1, max: 2 }))
    .map(
      ([id, code]) =>
        `insert or ignore into excerpt_code (excerpt_id, code_id) values (${id}, ${code})`,
    ),
  fc
    .tuple(report, open)
    .map(([id, when]) => `update excerpt_code set removed_at = ${when} where excerpt_id = ${id}`),
  fc
    .tuple(report, open)
    .map(([id, when]) => `update excerpt set archived_at = ${when} where id = ${id}`),
  fc.tuple(report, fc.integer({ min: 1, max: 2 })).map(
    ([
      id,
      batch,
    ]) => `insert into record (review_id, import_id, report_id, position, line_from, line_to,
        raw, reference, unmapped, content_hash) select 1, ${batch}, ${id}, count(*) + 1, 1, 1, '', '{}', '[]', ''
        from record`,
  ),
  fc
    .constantFrom('done', 'undone')
    .map((now) => `update import_batch set state = '${now}' where id = 1`),
  fc
    .constantFrom('PubMed', 'ERIC')
    .map((name) => `update search_run set source = '${name}' where id = 1`),
  open.map((when) => `update search_run set archived_at = ${when} where id = 2`),
  fc
    .constantFrom('1', 'null')
    .map((parent) => `update code set parent_id = ${parent} where id = 2`),
  fc
    .constantFrom('Trust', 'Tillit')
    .map((word) => `update code set label = '{"sv":"${word}"}' where id = 2`),
  fc
    .constantFrom(1, 2)
    .map(
      (coders) =>
        `insert into coding_policy (review_id, coders, person_id, at) values (1, ${coders}, 1, ${at})`,
    ),
  fc
    .constantFrom('final', 'draft')
    .map((now) => `update finding set state = '${now}' where id = 1`),
);

/** Who writes it: the same connection, another one, or one that thinks better of it. */
const by = fc.constantFrom('own', 'other', 'undone');

test('a table that was kept is the table computed anew, after any writes by anybody', () => {
  const started = begun();
  let run = 0;
  const holds = fc.property(
    fc.array(fc.tuple(by, fc.array(write, { minLength: 1, maxLength: 3 })), { maxLength: 5 }),
    (acts) => {
      run += 1;
      const file = join(folder, `${run}.db`);
      writeFileSync(file, started.bytes);
      const [own, other] = [openDatabase(file), openDatabase(file)];
      for (const [who, statements] of acts) {
        read(own, started.told);
        if (who === 'undone') undone(own, statements, started.told);
        else for (const sql of statements) (who === 'other' ? other : own).$client.exec(sql);
        const fresh = openDatabase(file);
        expect(read(own, started.told)).toBe(read(fresh, started.told));
        fresh.$client.close();
      }
      for (const db of [own, other]) db.$client.close();
      rmSync(file);
    },
  );
  fc.assert(holds, { numRuns: Number(process.env.FLOW_RUNS ?? 15) });
});

/** Written, looked at and taken back. */
function undone(db: Connection, statements: string[], told: Told): void {
  db.$client.exec('begin');
  for (const sql of statements) db.$client.exec(sql);
  read(db, told);
  db.$client.exec('rollback');
}

function begun(): { bytes: Buffer; told: Told } {
  const db = freshDatabase();
  const told = tellTables(db);
  const sql = db.$client;
  for (const id of [1, 2]) {
    sql.exec(`insert into study (id, review_id, label) values (${id}, 1, 'Study ${id}');
      insert into search_run (id, review_id, kind, source, created_by)
        values (${id}, 1, 'database', 'Source ${id}', 1);
      insert into import_batch (id, review_id, search_run_id, file_name, state, created_by)
        values (${id}, 1, ${id}, 'file.ris', 'done', 1)`);
  }
  for (const id of [4, 5])
    sql.exec(`insert into report (id, review_id, root_id, reference, title, year, first_author)
      values (${id}, 1, ${id}, '{"type":"book","title":"T","authors":[]}', 'T', 2000, 'Z')`);
  for (const id of [1, 2, 3, 4, 5])
    sql.exec(`insert into excerpt (id, review_id, report_id, kind, text, page, person_id)
      values (${id}, 1, ${id}, 'quotation', 'Words', '1', 1)`);
  return { bytes: sql.serialize(), told };
}
