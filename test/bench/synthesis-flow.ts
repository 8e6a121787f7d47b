/** The flow at 1,000, 10,000 and 100,000 reports: in a connection just opened, and in one that is at work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { review } from '../../schema/reviews.ts';
import { type Connection, migrateDatabase, openDatabase } from '../../server/db.ts';
import { flowAt, flowOf, flowSeen } from '../../server/synthesis/flow/flow.ts';
import { rowsBehind } from '../../server/synthesis/flow/lists.ts';
import { lastMoment } from '../../server/synthesis/flow/replay.ts';

const turns = 15;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const at = '2026-11-22T12:00:00.000Z';

export async function benchFlow(sizes: number[]): Promise<void> {
  say('flow: milliseconds; cold = first call in a new connection, warm = median of 15');
  say('  reports  records     cold     warm  after a vote  list, page 1  last page   replay');
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
  const row = db.select().from(review).get();
  if (!row) throw new Error('The review is missing');
  const cold = timed(() => flowOf(db, row));
  const warm = median(() => flowOf(db, row));
  const vote = db.$client.prepare(
    `update standing set state = case state when 'excluded' then 'passed' else 'excluded' end
      where report_id = ? and stage = 'title_abstract'`,
  );
  const root = firstRoot(db);
  const afterVote = median(
    () => flowOf(db, row),
    () => vote.run(root),
  );
  const list = (offset: number) => {
    const { standpoint } = flowSeen(db, row, null);
    const behind = { box: 'S2', part: null, pending: null } as const;
    return rowsBehind(db, row.id, standpoint, behind, { limit: 50, offset });
  };
  const total = list(0)?.total ?? 0;
  const first = median(() => list(0));
  const last = median(() => list(Math.max(0, total - 50)));
  const replay = timed(() => flowAt(db, row, lastMoment(db, row.id, at)));
  const { n } = db.$client.prepare('select count(*) as n from record').get() as { n: number };
  const figures = [cold, warm, afterVote, first, last, replay].map((ms) => ms.toFixed(1));
  const widths = [9, 9, 14, 14, 11, 9];
  say(
    `${String(size).padStart(9)}${String(n).padStart(9)}${figures
      .map((figure, at) => figure.padStart(widths[at] ?? 9))
      .join('')}`,
  );
  db.$client.close();
}

const firstRoot = (db: Connection) =>
  (
    db.$client
      .prepare(
        `select report_id as id from standing
          where stage = 'title_abstract' and state = 'excluded' limit 1`,
      )
      .get() as { id: number }
  ).id;

function timed(act: () => unknown): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

function median(act: () => unknown, before: () => unknown = () => undefined): number {
  const times = Array.from({ length: turns }, () => {
    before();
    return timed(act);
  });
  return times.sort((a, b) => a - b)[Math.floor(turns / 2)] ?? 0;
}

/** A review as they are: eight sources, a third of what they give is duplicates, most of the rest is excluded. */
function fill(file: string, size: number): void {
  const db = openDatabase(file);
  migrateDatabase(db);
  const sql = db.$client;
  sql.pragma('synchronous = OFF');
  sql.exec("insert into person (id, email, name) values (1, 'a@example.org', 'Astrid')");
  sql.exec(`insert into review (id, slug, title) values (1, 'large', '{"en":"A large review"}')`);
  for (let id = 1; id <= 8; id += 1) {
    const kind = id < 6 ? 'database' : id < 7 ? 'register' : id < 8 ? 'website' : 'contact';
    sql.exec(`insert into search_run (id, review_id, kind, source, created_by)
      values (${id}, 1, '${kind}', 'Source ${id}', 1);
      insert into import_batch (id, review_id, search_run_id, file_name, state, created_by)
      values (${id}, 1, ${id}, 'file.ris', 'done', 1);`);
  }
  for (let id = 1; id <= 6; id += 1)
    sql.exec(`insert into criterion (id, review_id, code, kind, label, statement, position)
      values (${id}, 1, 'E${id}', 'exclude', '{"en":"Reason ${id}"}', '{}', ${id})`);
  const started = performance.now();
  sql.transaction(() => fillReports(db, size))();
  const seconds = (performance.now() - started) / 1000;
  say(`  (${size} reports stored in ${seconds.toFixed(1)} s, the log of changes included)`);
  sql.close();
}

function fillReports(db: Connection, size: number): void {
  const sql = db.$client;
  const abstract = 'Older people in nature, and what it does for their health. '.repeat(25);
  const addReport = sql.prepare(
    `insert into report (id, review_id, root_id, reference, title, year, first_author)
      values (?, 1, ?, ?, ?, 2020, 'Berg')`,
  );
  const addRecord = sql.prepare(
    `insert into record (review_id, import_id, report_id, position, line_from, line_to, raw,
        reference, unmapped, content_hash) values (1, ?, ?, ?, 1, 1, ?, ?, '[]', ?)`,
  );
  const addStanding = sql.prepare('insert into standing values (?, ?, ?, ?)');
  const addRetrieval = sql.prepare(
    'insert into retrieval (report_id, outcome, person_id, at) values (?, ?, 1, ?)',
  );
  const addStudy = sql.prepare('insert into study (id, review_id, label) values (?, 1, ?)');
  const setStudy = sql.prepare('update report set study_id = ? where id = ?');
  let id = 0;
  for (let turn = 0; turn < size; turn += 1) {
    const root = id + 1;
    for (let copy = 0; copy <= (turn % 2 ? 0 : turn % 3); copy += 1) {
      id += 1;
      const source = ((turn * 7 + copy * (1 + (turn % 5))) % 8) + 1;
      const reference = JSON.stringify({ title: `Report ${id}`, abstract, authors: [] });
      addReport.run(id, root, reference, `Report ${id}`);
      addRecord.run(source, id, id, abstract, reference, String(id));
    }
    if (turn % 20 === 19) continue;
    const passes = turn % 10 === 0;
    addStanding.run(root, 'title_abstract', passes ? 'passed' : 'excluded', null);
    if (!passes) continue;
    addRetrieval.run(root, turn % 50 === 0 ? 'not_retrieved' : 'retrieved', at);
    if (turn % 50 === 0) continue;
    const isIncluded = turn % 40 === 10;
    addStanding.run(
      root,
      'full_text',
      isIncluded ? 'passed' : 'excluded',
      isIncluded ? null : 1 + (turn % 6),
    );
    if (!isIncluded) continue;
    addStudy.run(root, `Study ${root}`);
    setStudy.run(root, root);
  }
}
