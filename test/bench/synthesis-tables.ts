/** Tables at 1,000, 10,000 and 100,000 included publications: put together, ours, charts and the lists behind cells. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableDefinition } from '../../schema/synthesis.ts';
import { type Connection, migrateDatabase, openDatabase } from '../../server/db.ts';
import { drawnTable } from '../../server/synthesis/builder/built.ts';
import { cellRows } from '../../server/synthesis/builder/cell-rows.ts';
import { presetsOf } from '../../server/synthesis/builder/presets.ts';
import { readerFor } from '../../server/synthesis/builder/reader.ts';
import { chartsOf } from '../../server/synthesis/charts/charts.ts';
import { rowsPerPage } from '../../server/synthesis/tables/page.ts';
import { type TableRequest, tableNames } from '../../server/synthesis/tables/table.ts';
import { summaryTable } from '../../server/synthesis/tables/tables.ts';

const turns = 5;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const crossing: TableDefinition = {
  shape: 'crossing',
  unit: 'publications',
  rows: 'country',
  columns: ['year'],
  segment: '',
  cells: 'count',
  order: 'own',
  showsEmpty: false,
  showsNone: true,
};
const tables: Record<string, TableDefinition> = {
  'country x year': crossing,
  'studies: country x design': { ...crossing, unit: 'studies', columns: ['design'] },
  'code x country': { ...crossing, rows: 'code:themes:0' },
  'map: code x country / design': {
    ...crossing,
    shape: 'map',
    rows: 'code:themes:0',
    segment: 'design',
  },
  'source x year': { ...crossing, rows: 'source' },
  'publication x code, page 1': {
    ...crossing,
    rows: 'publication',
    columns: ['code:themes:0'],
    cells: 'mark',
  },
  'finding x country, page 1': {
    ...crossing,
    rows: 'finding',
    columns: ['country'],
    cells: 'list',
  },
  'cases: case x kind of source': {
    ...crossing,
    unit: 'cases',
    rows: 'case',
    columns: ['source_kind'],
  },
  'findings: publication x kind': {
    ...crossing,
    unit: 'findings',
    rows: 'publication',
    columns: ['kind'],
  },
  'list of characteristics, page 1': {
    ...crossing,
    shape: 'listing',
    rows: '',
    columns: ['authors', 'year', 'title', 'country', 'design', 'aim'],
    order: 'label',
  },
};

export async function benchTables(sizes: number[]): Promise<void> {
  say('tables: milliseconds of the processor; every publication is included');
  say('  reports  table                                cold   vote   link  again (median of five)');
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
    const file = join(folder, 'review.db');
    fill(file, size);
    measure(file, size);
    rmSync(folder, { recursive: true });
  }
}

type Act = (request: TableRequest) => unknown;

/** What people look at, one by one. */
function actsOf(): [name: string, act: Act][] {
  const cases: TableDefinition = { ...crossing, shape: 'listing', unit: 'cases', rows: '' };
  const built = (name: string, definition: TableDefinition): [string, Act] => [
    name,
    (request) =>
      drawnTable(request, { name, title: { en: name }, note: {}, definition }, () => '#').table,
  ];
  return [
    ...Object.entries(tables).map(([name, definition]) => built(name, definition)),
    built('list of cases, page 1', { ...cases, columns: ['publication', 'country'] }),
    ...tableNames.map((name): [string, Act] => [
      `ours: ${name}`,
      (request) => summaryTable(name, request),
    ]),
    ['every chart', (request) => chartsOf(request)],
    ['the list of tables', listOfTables],
    ['the rows of one cell', (to) => cellRows(to, crossing, { row: 'SE', column: '2020' })],
    ['the rows of the whole table', (request) => cellRows(request, crossing, {})],
  ];
}

function listOfTables(request: TableRequest): void {
  const one = { ...request, window: { offset: 0, limit: 1 } };
  for (const name of tableNames) summaryTable(name, one);
  presetsOf(readerFor(request));
}

/** Cold: as after a start. Then after somebody voted at full text, and said a country; then as pages are turned. */
function measure(file: string, size: number): void {
  const db = openDatabase(file);
  const review = { id: 1, slug: 'large', title: { en: 'A large review' } };
  const window = { offset: 0, limit: rowsPerPage };
  const request: TableRequest = { db, review, locale: 'en', isPublic: false, window };
  const writes = [
    "update standing set state = state where report_id = 5 and stage = 'full_text'",
    "insert into country_link (report_id, country, person_id) values (5, 'SE', 1)",
  ];
  for (const [name, act] of actsOf()) {
    const started = openDatabase(file);
    const cold = timed(() => act({ ...request, db: started }));
    started.$client.close();
    act(request);
    const afterwards = writes.map((sql) => {
      db.$client.exec(sql);
      return timed(() => act({ ...request }));
    });
    const times = Array.from({ length: turns }, () => timed(() => act({ ...request })));
    const again = times.toSorted((one, other) => one - other)[Math.floor(turns / 2)] ?? 0;
    const figures = [cold, ...afterwards, again].map((ms) => ms.toFixed(0).padStart(7));
    say(`${String(size).padStart(9)}  ${name.padEnd(34)}${figures.join('')}`);
  }
  db.$client.close();
}

/** Time of the processor: what else runs on the machine does not count. */
function timed(act: () => unknown): number {
  const started = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Every publication with an abstract, one to three countries, one or two codes of thirty, a design, a source, a study. */
function fill(file: string, size: number): void {
  const db = openDatabase(file);
  migrateDatabase(db);
  const sql = db.$client;
  sql.pragma('synchronous = OFF');
  sql.exec(`insert into person (id, email, name) values (1, 'a@example.org', 'Astrid');
    insert into review (id, slug, title) values (1, 'large', '{"en":"A large review"}');
    insert into codebook (id, review_id, key, kind, label) values (1, 1, 'themes', 'tree', '{"en":"Themes"}')`);
  for (let id = 1; id <= 30; id += 1)
    sql.exec(`insert into code (id, codebook_id, parent_id, key, label, position)
      values (${id}, 1, ${id > 6 ? (id % 6) + 1 : 'null'}, 'c${id}', '{"en":"Code ${id}"}', ${id})`);
  for (let id = 1; id <= 8; id += 1)
    sql.exec(`insert into search_run (id, review_id, kind, source, created_by)
      values (${id}, 1, 'database', 'Source ${id}', 1);
      insert into import_batch (id, review_id, search_run_id, file_name, state, created_by)
      values (${id}, 1, ${id}, 'file.ris', 'done', 1)`);
  sql.transaction(() => {
    fillPublications(db, size);
    fillFindings(db, size);
    fillAspects(db, size);
    fillIndicators(db);
  })();
  sql.close();
}

const countries = ['SE', 'NO', 'DK', 'FI', 'IS', 'DE', 'NL', 'GB', 'FR', 'ES', 'IT', 'PL'];
const designs = ['qualitative', 'cross_sectional', 'mixed_methods', 'case_study'];

function fillPublications(db: Connection, size: number): void {
  const sql = db.$client;
  const abstract = 'Older people in nature, and what it does for their health. '.repeat(25);
  const add = {
    study: sql.prepare("insert into study (id, review_id, label) values (?, 1, 'Study')"),
    report: sql.prepare(`insert into report (id, review_id, root_id, reference, title, year,
      first_author, study_id) values (?, 1, ?, ?, ?, ?, 'Berg', ?)`),
    record: sql.prepare(`insert into record (review_id, import_id, report_id, position, line_from,
      line_to, raw, reference, unmapped, content_hash) values (1, ?, ?, ?, 1, 1, '', '{}', '[]', ?)`),
    standing: sql.prepare("insert into standing values (?, 'full_text', 'passed', null)"),
    country: sql.prepare(
      'insert into country_link (report_id, country, person_id) values (?, ?, 1)',
    ),
    coding: sql.prepare('insert into coding (report_id, code_id, person_id) values (?, ?, 1)'),
    design: sql.prepare(
      "insert into design_link (report_id, design, person_id, at) values (?, ?, 1, '2026')",
    ),
  };
  for (let id = 1; id <= size; id += 1) {
    const reference = JSON.stringify({ title: `Report ${id}`, abstract, authors: [] });
    const study = Math.ceil(id / 2);
    if (id % 2 === 1) add.study.run(study);
    add.report.run(id, id, reference, `Report ${id}`, 1990 + ((id * 3) % 35), study);
    add.record.run((id % 8) + 1, id, id, String(id));
    add.standing.run(id);
    for (let turn = 0; turn <= id % 3; turn += 1)
      add.country.run(id, countries[(id * 5 + turn * 7) % countries.length]);
    for (let turn = 0; turn <= id % 2; turn += 1)
      add.coding.run(id, ((id * 11 + turn * 13) % 30) + 1);
    if (id % 10 > 0) add.design.run(id, designs[id % designs.length]);
  }
}

/** A finding for each fifty publications, of three kinds, with two themes, supported by eight and contradicted by two. */
function fillFindings(db: Connection, size: number): void {
  const sql = db.$client;
  for (let id = 1; id <= 3; id += 1)
    sql.exec(`insert into finding_kind (id, review_id, key, label, position)
      values (${id}, 1, 'k${id}', '{"en":"Kind ${id}"}', ${id})`);
  const add =
    sql.prepare(`insert into finding (id, review_id, kind_id, key, number, statement, state,
    created_by) values (?, 1, ?, ?, ?, ?, 'final', 1)`);
  const theme = sql.prepare('insert into finding_theme (finding_id, code_id) values (?, ?)');
  const support = sql.prepare(
    'insert into support (finding_id, report_id, stance, person_id) values (?, ?, ?, 1)',
  );
  for (let id = 1; id <= size / 50; id += 1) {
    const statement = { en: `What finding ${id} says of older people in nature, in one sentence.` };
    add.run(id, (id % 3) + 1, `f${id}`, id, JSON.stringify(statement));
    theme.run(id, (id % 30) + 1);
    theme.run(id, ((id + 7) % 30) + 1);
    for (let turn = 0; turn < 10; turn += 1)
      support.run(id, ((id * 37 + turn * 11) % size) + 1, turn < 8 ? 'supports' : 'contradicts');
  }
}

/** A case for each hundred publications with eight attributes; thirty aspects of each country, each written twice. */
function fillAspects(db: Connection, size: number): void {
  const sql = db.$client;
  const aspect = sql.prepare(
    `insert into aspect (id, review_id, scope, key, label, position) values (?, 1, ?, ?, ?, ?)`,
  );
  for (let id = 1; id <= 38; id += 1)
    aspect.run(id, id <= 8 ? 'case' : 'country', `a${id}`, `{"en":"Aspect ${id}"}`, id);
  const add = sql.prepare(
    `insert into study_case (id, review_id, report_id, key, label, country, position)
      values (?, 1, ?, ?, ?, ?, ?)`,
  );
  const cell = sql.prepare(`insert into aspect_cell (aspect_id, case_id, country, text, number,
    report_id, person_id, at) values (?, ?, ?, ?, ?, ?, 1, '2026')`);
  for (let id = 1; id <= size / 100; id += 1) {
    const report = ((id * 97) % size) + 1;
    add.run(id, report, `case${id}`, `Case ${id}`, countries[id % countries.length], id);
    for (let to = 1; to <= 8; to += 1)
      if (to % 2) cell.run(to, id, null, '{}', id * to, report);
      else cell.run(to, id, null, '{"en":"What was said of it"}', null, report);
  }
  for (let turn = 0; turn < 2; turn += 1)
    for (let to = 9; to <= 38; to += 1)
      for (const [at, country] of countries.entries())
        cell.run(to, null, country, `{"en":"Said ${turn}"}`, null, ((to * at) % size) + 1);
}

/** Twenty series of three lines over twelve years. */
function fillIndicators(db: Connection): void {
  const sql = db.$client;
  const add = sql.prepare(`insert into indicator (id, review_id, key, label, unit, source, position)
    values (?, 1, ?, '{"en":"Series"}', '{"en":"%"}', 'Statistics', ?)`);
  const line = sql.prepare(`insert into indicator_group (id, indicator_id, key, label, position)
    values (?, ?, ?, '{"en":"Line"}', ?)`);
  const value = sql.prepare('insert into indicator_value (group_id, year, value) values (?, ?, ?)');
  for (let id = 1; id <= 20; id += 1) {
    add.run(id, `i${id}`, id);
    for (let group = 0; group < 3; group += 1) {
      line.run(id * 3 + group, id, `g${group}`, group);
      for (let year = 2000; year < 2012; year += 1)
        value.run(id * 3 + group, year, (year * id) % 97);
    }
  }
}
