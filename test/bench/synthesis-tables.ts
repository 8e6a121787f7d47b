/** Tables at 1,000, 10,000 and 100,000 included publications: put together, ours, charts and the lists behind cells. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableDefinition } from '../../schema/synthesis.ts';
import { type Connection, migrateDatabase, openDatabase } from '../../server/db.ts';
import { builtTable } from '../../server/synthesis/builder/built.ts';
import { cellRows } from '../../server/synthesis/builder/cell-rows.ts';
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
  say('  reports  table                               first  median of five, nothing changed');
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
    const file = join(folder, 'review.db');
    fill(file, size);
    measure(file, size);
    rmSync(folder, { recursive: true });
  }
}

function measure(file: string, size: number): void {
  const db = openDatabase(file);
  const review = { id: 1, slug: 'large', title: { en: 'A large review' } };
  const window = { offset: 0, limit: rowsPerPage };
  const request: TableRequest = { db, review, locale: 'en', isPublic: false, window };
  const report = (name: string, first: number, median: number) =>
    say(
      `${String(size).padStart(9)}  ${name.padEnd(34)}${first.toFixed(0).padStart(7)}${median.toFixed(0).padStart(8)}`,
    );
  for (const [name, definition] of Object.entries(tables)) {
    const drawn = { name, title: { en: name }, note: {}, definition };
    repeat(name, () => builtTable(request, drawn, () => '#'));
  }
  for (const name of tableNames) repeat(`ours: ${name}`, () => summaryTable(name, request));
  repeat('every chart', () => chartsOf(request));
  repeat('the rows of one cell', () => cellRows(request, crossing, { row: 'SE', column: '2020' }));
  repeat('the rows of the whole table', () => cellRows(request, crossing, {}));
  db.$client.close();

  /** First: nothing is known of what is read, as after any change. Then as pages are turned. */
  function repeat(name: string, act: () => unknown): void {
    db.$client.exec('update review set slug = slug');
    const first = timed(act);
    const times = Array.from({ length: turns }, () => timed(act));
    report(name, first, times.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0);
  }
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
  sql.transaction(() => fillPublications(db, size))();
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
