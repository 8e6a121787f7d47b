/** The archive of a review: whole, the same wherever it lies, and refused with the place named when it is not whole. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../seeds/load.ts';
import { agreeingKeys } from '../server/check/derived.ts';
import type { Connection } from '../server/db.ts';
import {
  carriedTables,
  fileColumns,
  left,
  peopleColumns,
  tableNames,
} from '../server/export/archive/carried.ts';
import { csvLine, csvRows, unmarked } from '../server/export/archive/csv-lines.ts';
import { restoreArchive } from '../server/export/archive/restore.ts';
import { archiveStream, publications } from '../server/export/archive/write.ts';
import { referencesOf, writerOf } from '../server/export/references/references.ts';
import { type Parts, readParts, writeParts } from '../server/export/zip.ts';
import { findReview } from '../server/platform/find-review.ts';
import { storeFile } from '../server/records/imports/files.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { findReports } from '../server/records/reports/report-search.ts';
import { prepareStorage } from '../server/storage.ts';
import { archiveOf } from './archives.ts';
import { doJobs, freshFolder, opened } from './data-folder.ts';
import { addPerson, now } from './helpers.ts';

const at = now.toISOString();
const made = mkdtempSync(join(tmpdir(), 'underlag-archive-'));
const archives = new Map<string, Buffer>();
const slugs = ['eskilstuna-2022', 'tfou-2012', 'samskaping-2025', 'exercise'];
const orderBytes = Buffer.from([0, 0, 0, 1, 255, 254, 10, 44, 34, 0, 0, 3]);
const importedBytes = 'TY  - JOUR\nTI  - Gardens\nER  - \n';

beforeAll(async () => {
  const { db, searchDb } = prepareStorage(made);
  await loadDemonstration(db, now);
  const { hash } = await storeFile(made, chunks(Buffer.from(importedBytes)));
  // A file that was imported, an invitation, and texts that are hard to carry.
  const review = reviewOf(db, 'eskilstuna-2022');
  const insert = db.$client.prepare(
    "insert into import_batch (review_id, file_name, file_hash, state, created_by) values (?, ?, ?, 'done', 1)",
  );
  insert.run(review.id, 'Träffar "1", 2.ris', hash);
  insert.run(review.id, '\\N', hash);
  insert.run(review.id, ' \r\n,"', null);
  const ranked = db.$client.prepare(
    `insert into ranking_run (review_id, stage, model, seed, parameters, last_vote_id, last_adjudication_id,
       included, excluded, publications, text_hash, order_hash, duration_ms, at)
     values (?, 'title_abstract', 'svm-1', 1, '{}', 0, 0, 1, 1, 3, 'a', 'b', 5, ?)`,
  );
  const runId = ranked.run(review.id, at).lastInsertRowid;
  const order = db.$client.prepare(
    "insert into ranking (review_id, stage, run_id, ids, terms) values (?, 'title_abstract', ?, ?, '[]')",
  );
  order.run(review.id, runId, orderBytes);
  db.$client
    .prepare(
      "insert into audit_entry (at, person_id, review_id, action, entity, after) values (?, 1, ?, 'invitation.sent', 'invitation', ?)",
    )
    .run(at, review.id, JSON.stringify({ email: 'secret@example.org', role: 'reader' }));
  db.$client.prepare("update person set password_hash = 'argon-secret'").run();
  for (const slug of slugs) archives.set(slug, await archiveOf({ db, dataDir: made }, slug));
  db.$client.close();
  searchDb.close();
  return () => rmSync(made, { recursive: true, force: true });
});

const chunks = (bytes: Buffer) =>
  (async function* () {
    yield bytes;
  })();

function reviewOf(db: Connection, slug: string) {
  const review = findReview(db, slug);
  if (!review) throw new Error(`no review ${slug}`);
  return review;
}

const archiveAt = (slug: string): Buffer => archives.get(slug) ?? Buffer.alloc(0);

const emptyInstallation = () => opened(freshFolder());

async function restore(place: { db: Connection; dataDir: string }, bytes: Buffer) {
  const file = join(place.dataDir, 'archive.zip');
  writeFileSync(file, bytes);
  return restoreArchive(place, file, { personId: null, at });
}

const contentOf = (db: Connection) =>
  Object.fromEntries(
    tableNames().map((name) => [name, db.$client.prepare(`select * from "${name}"`).raw().all()]),
  );

test('every table is carried, or stays behind for a reason', () => {
  const carried = carriedTables().map(({ name }) => name);
  const forgotten = tableNames().filter((name) => !carried.includes(name) && !(name in left));
  expect(forgotten).toEqual([]);
  expect(carried.filter((name) => name in left)).toEqual([]);
});

test('every column that names a person or a file is known for it', () => {
  for (const table of carriedTables()) {
    const people = peopleColumns(table);
    for (const { name, kind } of table.columns) {
      if (kind === 'integer' && /(_by|person_id|coder_id)$/.test(name))
        expect(people, `${table.name}.${name}`).toContain(name);
      if (kind === 'text' && /hash$/.test(name) && !/^(digest|content|text|order)_hash$/.test(name))
        expect(fileColumns(table), `${table.name}.${name}`).toContain(name);
    }
  }
});

test.each(slugs)('%s: archive, restore, archive gives the same bytes', async (slug) => {
  const place = emptyInstallation();
  const restored = await restore(place, archiveAt(slug));
  expect(restored.slug).toBe(slug);
  const again = await archiveOf(place, slug);
  expect(again.equals(archiveAt(slug))).toBe(true);
  const orders = place.db.$client.prepare('select ids from ranking').pluck().all() as Buffer[];
  expect(orders).toEqual(slug === 'eskilstuna-2022' ? [orderBytes] : []);
  // The guards of the tables stand again.
  expect(() => place.db.$client.exec("update vote set note = 'x'; delete from review")).toThrow();
  const triggers = "select count(*) as n from sqlite_master where type = 'trigger'";
  const fresh = emptyInstallation();
  expect(place.db.$client.prepare(triggers).get()).toEqual(
    fresh.db.$client.prepare(triggers).get(),
  );
});

test('what is restored is searched among, and compared with what comes, by the rules of today', async () => {
  const place = emptyInstallation();
  const { db } = place;
  expect(findReports(place, 1, 'garden')).toEqual(new Set());
  const { id } = await restore(place, archiveAt('eskilstuna-2022'));
  const [first] = db.$client
    .prepare(
      'select id, title from report where review_id = ? and root_id = id and length(title) > 9',
    )
    .all(id) as { id: number; title: string }[];
  if (!first) throw new Error('Nothing restored');
  expect(findReports(place, id, `"${first.title}"`)?.has(first.id)).toBe(true);
  expect(agreeingKeys(db, { id, slug: '' }).length).toBeGreaterThan(0);
  await doJobs(place);
  expect(agreeingKeys(db, { id, slug: '' })).toEqual([]);
});

test('publications written in pieces are the list that they are as a whole', async () => {
  const { db } = emptyInstallation();
  await loadDemonstration(db, now);
  const { id } = reviewOf(db, 'exercise');
  const whole = writerOf('csl-json').write(referencesOf(db, id, everyReport));
  for (const atOnce of [1, 7, 200])
    expect([...publications(db, id, { atOnce })].join('')).toBe(whole);
  expect([...publications(db, 99_999)].join('')).toBe('[]\n');
});

test('an archive is a data package whose sums are right, and says nothing secret', async () => {
  const parts = await readParts(archiveAt('eskilstuna-2022'));
  const { resources } = JSON.parse(parts.get('datapackage.json')?.toString() ?? '');
  const listed = new Set(resources.map(({ path }: { path: string }) => path));
  for (const { path, bytes, hash, schema } of resources) {
    const part = parts.get(path) ?? Buffer.alloc(0);
    expect(part.length, path).toBe(bytes);
    expect(`sha256:${createHash('sha256').update(part).digest('hex')}`, path).toBe(hash);
    if (!schema) continue;
    const heading = part.toString().split('\n')[0]?.split(',');
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(heading);
  }
  expect([...parts.keys()].filter((path) => !listed.has(path))).toEqual([
    'datapackage.json',
    'checksums.sha256',
  ]);
  for (const [path, part] of parts) {
    expect(part.includes('argon-secret'), path).toBe(false);
    expect(part.includes('secret@example.org'), path).toBe(false);
    expect(part.includes('underlag.invalid'), path).toBe(false);
  }
  const file = resources.find(({ path }: { path: string }) => path.startsWith('files/'));
  expect(parts.get(file.path)?.toString()).toBe(importedBytes);
});

async function edited(change: (parts: Parts) => void): Promise<Buffer> {
  const parts = await readParts(archiveAt('eskilstuna-2022'));
  change(parts);
  return writeParts(parts, '1980-01-01T00:00:00Z');
}

/** As somebody would who mends the sums too. */
function resum(parts: Parts): void {
  const sum = (part: Buffer) => createHash('sha256').update(part).digest('hex');
  const content = JSON.parse(parts.get('datapackage.json')?.toString() ?? '');
  for (const resource of content.resources) {
    const part = parts.get(resource.path) ?? Buffer.alloc(0);
    Object.assign(resource, { hash: `sha256:${sum(part)}`, bytes: part.length });
  }
  parts.set('datapackage.json', Buffer.from(JSON.stringify(content)));
  parts.delete('checksums.sha256');
  const lines = [...parts].map(([path, part]) => `${sum(part)}  ${path}\n`);
  parts.set('checksums.sha256', Buffer.from(lines.join('')));
}

const replaced = (parts: Parts, path: string, from: string | RegExp, to: string) =>
  parts.set(path, Buffer.from((parts.get(path)?.toString() ?? '').replace(from, to)));

const damages: [string, () => Promise<Buffer> | Buffer, string, object][] = [
  ['no zip at all', () => Buffer.from('hello'), 'ARCHIVE_UNREADABLE', {}],
  ['cut off', () => archiveAt('eskilstuna-2022').subarray(0, 90_000), 'ARCHIVE_UNREADABLE', {}],
  [
    'another zip',
    () => writeParts(new Map([['a.txt', Buffer.from('a')]]), at),
    'ARCHIVE_UNREADABLE',
    {},
  ],
  [
    'a part missing',
    () => edited((parts) => parts.delete('data/vote.csv') || parts.delete('data/aim.csv')),
    'ARCHIVE_INCOMPLETE',
    { file: 'data/aim.csv' },
  ],
  [
    'no description',
    () => edited((parts) => parts.delete('datapackage.json')),
    'ARCHIVE_INCOMPLETE',
    { file: 'datapackage.json' },
  ],
  [
    'no sums',
    () => edited((parts) => parts.delete('checksums.sha256')),
    'ARCHIVE_INCOMPLETE',
    { file: 'checksums.sha256' },
  ],
  [
    'a changed letter',
    () =>
      edited(
        (parts) =>
          replaced(parts, 'data/finding.csv', 'success_factor', 'success_faktor') &&
          replaced(parts, 'data/finding.csv', /a/, 'b'),
      ),
    'ARCHIVE_DAMAGED',
    { file: 'data/finding.csv' },
  ],
  [
    'something strange',
    () =>
      edited(
        (parts) =>
          parts.set('data/../evil.sh', Buffer.from('x')) &&
          parts.delete('data/../evil.sh') &&
          parts.set('evil.sh', Buffer.from('x')),
      ),
    'ARCHIVE_STRANGE',
    { file: 'evil.sh' },
  ],
  [
    'a row with too few cells',
    () =>
      edited((parts) => {
        replaced(parts, 'data/code.csv', /\n[^\n]*\n/, '\n1,2\n');
        resum(parts);
      }),
    'ARCHIVE_ROW',
    { file: 'data/code.csv', row: 1 },
  ],
  [
    'a row that hangs on nothing',
    () =>
      edited((parts) => {
        replaced(parts, 'data/support.csv', /\n(\d+),\d+,/, '\n$1,999999,');
        resum(parts);
      }),
    'ARCHIVE_ROW',
    { file: 'data/support.csv' },
  ],
  [
    'a table of the future',
    () =>
      edited((parts) => {
        replaced(parts, 'datapackage.json', '"name": "aim"', '"name": "dream"');
        const content = parts.get('datapackage.json');
        if (content) resum(parts);
      }),
    'ARCHIVE_NEWER',
    { place: 'data/aim.csv' },
  ],
  [
    'a format of the future',
    () =>
      edited((parts) => {
        replaced(parts, 'datapackage.json', '"format": 1', '"format": 9');
        resum(parts);
      }),
    'ARCHIVE_NEWER',
    { place: 'format 9' },
  ],
];

test.each(damages)(
  'an archive with %s is refused, and nothing is changed',
  async (_, damage, code, params) => {
    const place = emptyInstallation();
    const before = contentOf(place.db);
    const refused = restore(place, await damage());
    await expect(refused).rejects.toMatchObject({ code, params });
    expect(contentOf(place.db)).toEqual(before);
    expect(readdirSync(join(place.dataDir, 'files'))).toEqual([]);
  },
);

test('an archive of a program that carried what is made again is restored without it', async () => {
  const place = emptyInstallation();
  const file = await edited((parts) => {
    const content = JSON.parse(parts.get('datapackage.json')?.toString() ?? '');
    const keys = { ...content.resources.find(({ name }: { name: string }) => name === 'aim') };
    content.resources.push({ ...keys, name: 'report_key', path: 'data/report_key.csv' });
    parts.set('data/report_key.csv', parts.get('data/aim.csv') ?? Buffer.alloc(0));
    parts.set('datapackage.json', Buffer.from(JSON.stringify(content)));
    resum(parts);
  });
  const { slug } = await restore(place, file);
  expect(slug).toBe('eskilstuna-2022');
});

test('a flipped byte in what it holds is noticed', async () => {
  const whole = archiveAt('samskaping-2025');
  const place = emptyInstallation();
  for (const at of [1000, Math.floor(whole.length / 2), whole.length - 30_000]) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ 0x55;
    await expect(restore(place, broken), String(at)).rejects.toMatchObject({
      code: expect.stringMatching(/^ARCHIVE_/),
    });
  }
  expect(place.db.$client.prepare('select count(*) as n from review').get()).toEqual({ n: 0 });
});

test('the demonstration makes way, people of one’s own stay, and their reviews are never touched', async () => {
  const place = emptyInstallation();
  await loadDemonstration(place.db, now);
  const boss = addPerson(place.db, 'Boss', { isAdministrator: true });
  const file = join(place.dataDir, 'archive.zip');
  writeFileSync(file, archiveAt('tfou-2012'));
  const { $client: sqlite } = place.db;
  const restored = await restoreArchive(place, file, { personId: boss.personId, at });
  expect(restored.slug).toBe('tfou-2012');
  const reviews = sqlite.prepare('select slug from review').all();
  expect(reviews).toEqual([{ slug: 'tfou-2012' }]);
  const people = sqlite.prepare('select name, is_administrator as isBoss from person').all();
  expect(people).toContainEqual({ name: 'Boss', isBoss: 1 });
  const log = sqlite
    .prepare("select person_id as id from audit_entry where action = 'review.restored'")
    .get() as { id: number };
  expect(sqlite.prepare('select name from person where id = ?').get(log.id)).toEqual({
    name: 'Boss',
  });
  // Now that there is a review, the next one comes beside it.
  const beside = await restoreArchive(place, file, { personId: boss.personId, at });
  expect(beside.slug).toBe('tfou-2012-2');
  const both = sqlite.prepare('select slug from review order by id').all();
  expect(both).toEqual([{ slug: 'tfou-2012' }, { slug: 'tfou-2012-2' }]);
});

test('a file that is not where it should be stops the archive before it begins', async () => {
  const dataDir = freshFolder();
  cpSync(made, dataDir, { recursive: true });
  const { db } = opened(dataDir);
  for (const file of readdirSync(join(dataDir, 'files'))) rmSync(join(dataDir, 'files', file));
  expect(() => archiveStream(db, dataDir, reviewOf(db, 'eskilstuna-2022'))).toThrow(
    expect.objectContaining({ code: 'ARCHIVE_FILE_LOST' }),
  );
});

test('rows come back from their lines as they were, in pieces of any size', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '\\N', '\\\\N', '"', ',', '\n', '\r\n', ' a ', '\ufeff'),
    fc.constant(null),
  );
  const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 5,
  });
  const property = fc.asyncProperty(rows, fc.integer({ min: 1, max: 7 }), async (given, size) => {
    const text = given.map(csvLine).join('');
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
    const read: (string | null)[][] = [];
    for await (const row of csvRows(
      (async function* () {
        yield* pieces;
      })(),
    ))
      read.push(row.map(unmarked));
    expect(read).toEqual(given);
  });
  await fc.assert(property);
});
