/** A review restored beside others: the same in everything but its ids, and nobody else notices. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { loadDemonstration } from '../seeds/load.ts';
import { checkEverything } from '../server/check/check.ts';
import type { Connection } from '../server/db.ts';
import { carriedTables, quoted, tableNames } from '../server/export/archive/carried.ts';
import { openArchive } from '../server/export/archive/checked.ts';
import { csvLine, csvRows, unmarked, type Value } from '../server/export/archive/csv-lines.ts';
import { heldIn, inside } from '../server/export/archive/ids.ts';
import { beginSteps, knownBy } from '../server/export/archive/in-steps.ts';
import { valuesOfInstallation } from '../server/export/archive/insert.ts';
import { withoutTriggers } from '../server/export/archive/installation.ts';
import { movedInside, type NewIds, toldBy } from '../server/export/archive/moved.ts';
import { restoreArchive } from '../server/export/archive/restore.ts';
import { askToRestore } from '../server/export/archive/restore-job.ts';
import { stageRows } from '../server/export/archive/staged.ts';
import { pathOfWaiting } from '../server/export/archive/waiting.ts';
import { type Parts, readParts } from '../server/export/zip.ts';
import { findReview } from '../server/platform/find-review.ts';
import { prepareStorage } from '../server/storage.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { archiveOf } from './archives.ts';
import { doJobs, freshFolder, opened } from './data-folder.ts';
import { addPerson, addReview, now } from './helpers.ts';
import { farIdsIn, livedIn } from './lived-in.ts';

const at = now.toISOString();
const slugs = ['exercise', 'exercise-chain', 'eskilstuna-2022'];
let source: Awaited<ReturnType<typeof livedIn>>;
/** Somebody else's installation: the demonstration, a person of its own, and a review of hers. */
const theirs = mkdtempSync(join(tmpdir(), 'underlag-theirs-'));
let boss: ReturnType<typeof addPerson>;
const archives = new Map<string, Buffer>();

beforeAll(async () => {
  source = await livedIn();
  for (const slug of slugs) archives.set(slug, await archiveOf(source, slug));
  const { db, searchDb } = prepareStorage(theirs);
  await loadDemonstration(db, now);
  boss = addPerson(db, 'Boss', { isAdministrator: true });
  const own = db.$client.prepare("insert into review (slug, title) values ('own', '{}')").run();
  db.$client
    .prepare("insert into membership (review_id, person_id, role) values (?, ?, 'owner')")
    .run(own.lastInsertRowid, boss.personId);
  for (const file of [db.$client, searchDb]) file.close();
});
afterAll(() => {
  rmSync(theirs, { recursive: true, force: true });
  source.db.$client.close();
  source.searchDb.close();
  rmSync(source.dataDir, { recursive: true, force: true });
});

type Place = { db: Connection; dataDir: string };

function others() {
  const dataDir = freshFolder();
  cpSync(theirs, dataDir, { recursive: true });
  return opened(dataDir);
}

async function restore(place: Place, slug: string, accounts = new Map<number, number>()) {
  return restoreArchive(place, fileOf(place, slug), { personId: null, at, accounts });
}

function fileOf({ dataDir }: Place, slug: string): string {
  const file = join(dataDir, 'archive.zip');
  writeFileSync(file, archives.get(slug) ?? Buffer.alloc(0));
  return file;
}

const rowsOf = (db: Connection, table: string, where = '1') =>
  db.$client
    .prepare(`select * from ${quoted(table)} where ${where}`)
    .raw()
    .all() as Value[][];

test('somebody has said of every column whether it holds ids', () => {
  const unsaid = carriedTables().flatMap((table) =>
    table.columns
      .filter((column) => heldIn(table, column) === null)
      .map((column) => `${table.name}.${column.name}`),
  );
  expect(unsaid).toEqual([]);
  const known = carriedTables().flatMap(({ name, columns }) =>
    columns.map((column) => `${name}.${column.name}`),
  );
  expect([...inside, ...valuesOfInstallation].filter((place) => !known.includes(place))).toEqual(
    [],
  );
});

test('what may be there once only in an installation is known', () => {
  const ofInstallation = carriedTables().flatMap((table) => {
    const lists = source.db.$client.pragma(`index_list(${quoted(table.name)})`) as Index[];
    return lists
      .filter((index) => index.unique === 1)
      .map((index) => columnsOf(source.db, index.name))
      .filter((columns) =>
        columns.every((name) => {
          const column = table.columns.find((each) => each.name === name);
          const held = column && heldIn(table, column);
          return held?.kind !== 'id';
        }),
      )
      .map((columns) => `${table.name}.${columns.join(' ')}`);
  });
  expect(ofInstallation.sort()).toEqual([...valuesOfInstallation].sort());
});

type Index = { name: string; unique: number };
const columnsOf = (db: Connection, index: string) =>
  (db.$client.pragma(`index_info(${quoted(index)})`) as { name: string }[]).map(({ name }) => name);

test('the work that is archived here has rows of every kind', async () => {
  const found = new Set<string>();
  for (const bytes of archives.values())
    for (const path of (await readParts(bytes)).keys()) found.add(path);
  const missing = carriedTables().filter(({ name }) => !found.has(`data/${name}.csv`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test.each(slugs)('%s: no old id is left anywhere, and the review checks out', async (slug) => {
  const place = others();
  const { id } = await restore(place, slug);
  const left = carriedTables().flatMap((table) => {
    const rows = place.db.$client
      .prepare(`select * from ${quoted(table.name)} where ${table.where}`)
      .all({ review: id }) as Record<string, Value>[];
    return rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        farIdsIn(value instanceof Buffer ? '' : String(value)).map(
          (far) => `${table.name}.${column} ${far}: ${value}`,
        ),
      ),
    );
  });
  expect(left).toEqual([]);
  await doJobs(place);
  const problems = checkEverything(place.db, place.searchDb).flatMap(({ check, problems }) =>
    problems.map((problem) => `${check}: ${problem}`),
  );
  expect(problems).toEqual([]);
});

test.each(slugs)(
  '%s: archive, restore beside, archive differs in nothing but ids',
  async (slug) => {
    const place = others();
    const restored = await restore(place, slug);
    expect(restored.slug).toBe(`${slug}-2`);
    const before = await inFirstIds(archives.get(slug) ?? Buffer.alloc(0));
    const after = await inFirstIds(await archiveOf(place, restored.slug));
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [path, text] of before) expect(after.get(path), path).toBe(text);
  },
);

/** Every part of an archive as it would be if each table's ids began at 1, and its people's at 1, by name. */
async function inFirstIds(bytes: Buffer): Promise<Map<string, string>> {
  const parts = await readParts(bytes);
  const ids = await firstIds(parts);
  const found = new Map<string, string>();
  for (const [path, part] of parts) {
    const table = carriedTables().find(({ name }) => path === `data/${name}.csv`);
    // References name their publications by id; sums and sizes follow the rows.
    if (path === 'references.json')
      found.set(path, part.toString().replace(/"id": ?"?[^",]*"?,/g, ''));
    else if (path.startsWith('files/') || path === 'README.md')
      found.set(path, createHash('sha256').update(part).digest('hex'));
    else if (table) found.set(path, (await moved(table, part, ids)).join(''));
    else if (path === 'data/person.csv') found.set(path, (await personNames(part)).join('\n'));
  }
  return found;
}

const personNames = async (part: Buffer) =>
  (await rowsIn(part))
    .slice(1)
    .map(([, name, locale]) => `${name} ${locale}`)
    .sort();

async function rowsIn(part: Buffer): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = [];
  async function* whole() {
    yield part.toString();
  }
  for await (const cells of csvRows(whole())) rows.push(cells.map(unmarked));
  return rows;
}

async function firstIds(parts: Parts): Promise<NewIds> {
  const ends = new Map<string, { from: number; to: number }>();
  for (const { name } of carriedTables()) {
    const [head = [], ...rows] = await rowsIn(
      parts.get(`data/${name}.csv`) ?? Buffer.alloc(0),
    ).catch(() => []);
    const at = head.indexOf('id');
    const ids = rows.map((row) => Number(row[at]));
    if (at >= 0 && ids.length > 0) ends.set(name, { from: Math.min(...ids), to: Math.max(...ids) });
  }
  const people = (await rowsIn(parts.get('data/person.csv') ?? Buffer.alloc(0))).slice(1);
  const byName = people
    .map(([id, name]) => ({ id: Number(id), name: String(name) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    id(table, old) {
      if (table === 'person') return byName.findIndex(({ id }) => id === old) + 1;
      const own = ends.get(table);
      return own && old >= own.from && old <= own.to ? old - own.from + 1 : null;
    },
    until: (table, old) => {
      const own = ends.get(table);
      return old <= 0 || !own ? 0 : Math.max(0, Math.min(old, own.to) - own.from + 1);
    },
  };
}

type Table = ReturnType<typeof carriedTables>[number];

async function moved(table: Table, part: Buffer, ids: NewIds): Promise<string[]> {
  const [head = [], ...rows] = await rowsIn(part);
  return rows.map((row) =>
    csvLine(
      row.map((cell, at) => {
        const column = table.columns.find(({ name }) => name === head[at]);
        const place = `${table.name}.${head[at]}`;
        if (!column || cell === null) return cell;
        if (place === 'review.slug') return 'slug';
        const held = heldIn(table, column);
        if (held?.kind === 'id') return ids.id(held.of, Number(cell));
        if (held?.kind === 'until') return ids.until(held.of, Number(cell));
        if (held?.kind === 'shift') return 0;
        if (held?.kind !== 'inside') return cell;
        const value = column.kind === 'bytes' ? Buffer.from(cell, 'base64') : cell;
        return movedInside(place, value, ids, row[head.indexOf(toldBy[place] ?? '')] ?? '');
      }),
    ),
  );
}

test('its flow is the same', async () => {
  const place = others();
  const { slug } = await restore(place, 'exercise');
  const flow = (db: Connection, name: string) => {
    const review = findReview(db, name);
    if (!review) throw new Error(name);
    return flowOf(db, review).boxes.map(({ id, derived, status }) => [id, derived, status]);
  };
  expect(flow(place.db, slug)).toEqual(flow(source.db, 'exercise'));
});

test('what was there stays as it was, and stays guarded', async () => {
  const place = others();
  const ids = place.db.$client.prepare('select id from review').pluck().all() as number[];
  const content = () =>
    carriedTables().map((table) =>
      ids.map((review) =>
        place.db.$client
          .prepare(`select * from ${quoted(table.name)} where ${table.where}`)
          .raw()
          .all({ review }),
      ),
    );
  const people = rowsOf(place.db, 'person');
  const before = content();
  const triggers = rowsOf(place.db, 'sqlite_master', "type = 'trigger'").map(([, name]) => name);
  await restore(place, 'exercise');
  expect(content()).toEqual(before);
  expect(rowsOf(place.db, 'person').slice(0, people.length)).toEqual(people);
  expect(rowsOf(place.db, 'sqlite_master', "type = 'trigger'").map(([, name]) => name)).toEqual(
    triggers,
  );
  expect(() => place.db.$client.exec('delete from review')).toThrow();
});

const contentOf = (db: Connection) =>
  tableNames()
    .filter((name) => name !== 'job')
    .map((name) => [name, rowsOf(db, name)]);

test('rows of every table are told from others’ by ids that are this review’s', () => {
  const withId = carriedTables().filter(({ columns }) => columns.some(({ name }) => name === 'id'));
  const stretches = new Map(withId.map(({ name }) => [name, { from: 1, to: 2 }]));
  const unknown = carriedTables().filter((table) => knownBy(table, stretches)[0] === 'rowid');
  expect(unknown.map(({ name }) => name)).toEqual([]);
});

test.each(slugs)('%s: put in step by step it is the same as at once', async (slug) => {
  const [atOnce, inSteps] = [others(), others()];
  await restore(atOnce, slug);
  const file = fileOf(inSteps, slug);
  const told: number[] = [];
  const steps = { begun: () => undefined, cleared: () => expect.unreachable() };
  const by = { personId: null, at, accounts: new Map<number, number>() };
  const triggers = rowsOf(inSteps.db, 'sqlite_master', "type = 'trigger'");
  await restoreArchive(inSteps, file, by, { steps, told: (done) => told.push(done) });
  expect(contentOf(inSteps.db)).toEqual(contentOf(atOnce.db));
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.filter((done) => done > 70).length).toBeGreaterThan(20);
  const names = (rows: Value[][]) => rows.map(([, name]) => name).sort();
  expect(names(rowsOf(inSteps.db, 'sqlite_master', "type = 'trigger'"))).toEqual(names(triggers));
});

test('while it is put in, others add rows, see nothing of it, and keep what is theirs if it fails', async () => {
  const place = others();
  const file = fileOf(place, 'exercise');
  const before = contentOf(place.db);
  const added: number[] = [];
  const work = () => {
    if (added.length > 3) throw new Error('the disk is full');
    const shown = place.db.$client.prepare('select slug from review where archived_at is null');
    expect(shown.pluck().all()).not.toContain('exercise-2');
    const insert = place.db.$client.prepare("insert into person (email, name) values (?, 'New')");
    added.push(Number(insert.run(`${added.length}@example.org`).lastInsertRowid));
    addReview(place.db, [], { slug: `new-${added.length}` });
  };
  const acts: string[] = [];
  const steps = { begun: () => void acts.push('begun'), cleared: () => void acts.push('cleared') };
  const told = (done: number) => (done > 70 ? work() : undefined);
  const by = { personId: null, at, accounts: new Map<number, number>() };
  await expect(restoreArchive(place, file, by, { steps, told })).rejects.toThrow('disk is full');
  expect(acts).toEqual(['begun', 'cleared']);
  expect(added).toHaveLength(4);
  withoutTriggers(place.db, () => {
    place.db.$client.exec(`delete from person where id in (${added.join()})`);
    const fresh = "select id from review where slug like 'new-%'";
    place.db.$client.exec(`delete from flow_log where review_id in (${fresh})`);
    place.db.$client.exec(`delete from review where id in (${fresh})`);
  });
  expect(contentOf(place.db)).toEqual(before);
  expect(readdirSync(join(place.dataDir, 'files'))).toEqual([]);
});

test('a process that is killed on the way leaves nothing: the job begins anew, and one review comes of it', async () => {
  const place = others();
  const hash = 'a'.repeat(64);
  mkdirSync(join(place.dataDir, 'restores'));
  writeFileSync(pathOfWaiting(place.dataDir, hash), archives.get('exercise') ?? Buffer.alloc(0));
  askToRestore({ db: place.db, actor: null, at }, hash, new Map());
  const staged = await stagedOf(place, 'exercise');
  const steps = beginSteps(place.db, staged, { at, accounts: new Map() }, (begun) =>
    place.db.$client
      .prepare(
        "update job set payload = json_set(payload, '$.begun', json(?)) where kind = 'restore'",
      )
      .run(JSON.stringify(begun)),
  );
  expect(() =>
    steps.fill((done, total) => {
      if (done > total / 2) throw new Error('killed');
    }),
  ).toThrow('killed');
  place.db.$client.exec('detach staged');
  await doJobs(place);
  const shown = place.db.$client.prepare(
    "select slug, archived_at from review where slug like 'exercise%' order by slug",
  );
  expect(shown.raw().all()).toEqual([
    ['exercise', null],
    ['exercise-2', null],
    ['exercise-chain', null],
  ]);
  const problems = checkEverything(place.db, place.searchDb).flatMap(({ problems }) => problems);
  expect(problems).toEqual([]);
  const unknown = place.db.$client.prepare(
    "select count(*) from person where email like 'restored-%'",
  );
  expect(unknown.pluck().get()).toBe(new Set(staged.people.map(({ id }) => id)).size);
});

async function stagedOf(place: Place, slug: string) {
  const archive = await openArchive(fileOf(place, slug));
  const staged = await stageRows(archive, place.db);
  archive.close();
  onTestFinished(() => staged.end());
  place.db.$client.prepare('attach ? as staged').run(staged.file);
  return { ...staged, review: archive.content.underlag.review };
}

test('people are who somebody says they are, and otherwise cannot sign in yet', async () => {
  const place = others();
  const { id } = await restore(place, 'exercise', new Map([[source.first, boss.personId]]));
  const team = place.db.$client
    .prepare(
      `select person.name, person.password_hash as hash from membership
        join person on person.id = membership.person_id where review_id = ? order by person.id`,
    )
    .all(id) as { name: string; hash: string | null }[];
  expect(team.map(({ name }) => name)).toContain('Boss');
  expect(team.map(({ name }) => name)).not.toContain('Bjørn Dahl');
  expect(team.map(({ name }) => name)).toContain('Cecilia Ek');
  expect(team.every(({ hash }) => hash === null)).toBe(true);
  const votes = place.db.$client
    .prepare('select count(*) from vote where review_id = ? and person_id = ?')
    .pluck();
  const original = source.db.$client
    .prepare('select count(*) from vote where person_id = ?')
    .pluck()
    .get(source.first);
  expect(votes.get(id, boss.personId)).toBe(original);
});

test('two who judged alone cannot become one, and nobody becomes somebody who is not there', async () => {
  const place = others();
  const before = tableNames().map((name) => rowsOf(place.db, name));
  const both = new Map([source.first, source.second].map((id) => [id, boss.personId]));
  await expect(restore(place, 'exercise', both)).rejects.toMatchObject({ code: 'PERSON_TWICE' });
  await expect(restore(place, 'exercise', new Map([[source.first, 99_999]]))).rejects.toMatchObject(
    {
      code: 'PERSON_UNKNOWN',
    },
  );
  expect(tableNames().map((name) => rowsOf(place.db, name))).toEqual(before);
  expect(readdirSync(join(place.dataDir, 'files'))).toEqual([]);
});
