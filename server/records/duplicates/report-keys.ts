/**
 * Under which keys the reports of a review are found again. Keys fall anywhere among those that are there: each one put
 * in its place by itself costs a page of the disk. So what an import brings is written down as it comes, and put in its
 * place later, much at a time and in order.
 */
import { type Db, driverOf, statement } from '../../db.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { pauseBetween } from '../../platform/jobs/short-acts.ts';

/** A key shared by more reports than this says little about any two of them: the latest are compared. */
const blockSizeMax = 60;
/** So many that are not in their place yet are put there: they are held in memory meanwhile. */
const recentMax = 100_000;
/** Keys that are put in their place in one transaction. */
const sliceSize = 4_000;
/** Keys are whole numbers below this. */
const keyMax = 2 ** 53;

export type KeyIndex = {
  /** Before a batch of questions: reads what others have written down since, and all these keys at once. */
  prepare(keys?: readonly number[]): void;
  /** Reports with a key, the latest where they are many, in no order. */
  withKey(key: number): readonly number[];
  /** Found from now on; to be stored by one of the two below, in the same transaction. */
  note(reportId: number, keys: readonly number[]): void;
  /** For a few: each in its place. */
  storeInPlace(): void;
  /** For many: as they come. */
  writeDown(): void;
  /** Puts everything that is written down in its place, once it is much, or at the end. */
  settle(context: Context, when?: 'much' | 'end'): Promise<void>;
};

const none: readonly number[] = [];
type Noted = [reportId: number, ...keys: number[]];

export function createKeyIndex(db: Db, reviewId: number): KeyIndex {
  const ofOne = `select report_id from report_key where review_id = @reviewId and key = @key
    order by report_id desc`;
  const placed = driverOf(db).prepare(`${ofOne} limit ${blockSizeMax}`).pluck();
  const placedOfMany = driverOf(db)
    .prepare(
      `select found.key, found.report_id from json_each(@keys) as wanted
       cross join report_key as found
         on found.review_id = @reviewId and found.key = wanted.value and found.report_id >= ifnull((${ofOne.replace('@key', 'wanted.value')} limit 1 offset ${blockSizeMax - 1}), 0)`,
    )
    .raw();
  const anyPlaced = driverOf(db).prepare('select 1 from report_key where review_id = ? limit 1');
  const news = driverOf(db).prepare(
    'select id, keys from report_key_recent where review_id = ? and id > ? order by id',
  );
  const recent = new Map<number, number[]>();
  let asked: Map<number, number[]> | null = null;
  let keysHeld = 0;
  let lastRead = 0;
  let noted: Noted[] = [];

  const hold = ([reportId, ...keys]: Noted) => {
    for (const key of keys) add(recent, key, reportId);
    keysHeld += keys.length;
  };
  const takeNoted = (): Noted[] => {
    const taken = noted;
    noted = [];
    return taken;
  };

  return {
    prepare(keys) {
      for (const row of news.all(reviewId, lastRead) as { id: number; keys: string }[]) {
        for (const written of JSON.parse(row.keys) as Noted[]) hold(written);
        lastRead = row.id;
      }
      asked = keys ? new Map() : null;
      // The first import of a review has nothing to look among until much has come.
      if (!asked || !keys || anyPlaced.get(reviewId) === undefined) return;
      // In the order in which they stand, each once.
      const sorted = [...Float64Array.from(new Set(keys)).sort()];
      const found = placedOfMany.all({ reviewId, keys: JSON.stringify(sorted) });
      for (const [key, reportId] of found as [number, number][]) add(asked, key, reportId);
    },
    withKey(key) {
      const held = recent.get(key) ?? none;
      const found = asked ? (asked.get(key) ?? none) : (placed.all({ reviewId, key }) as number[]);
      if (held === none) return found;
      return [...found, ...held].slice(-blockSizeMax);
    },
    note(reportId, keys) {
      const written: Noted = [reportId, ...keys];
      hold(written);
      noted.push(written);
    },
    storeInPlace() {
      place(
        db,
        reviewId,
        takeNoted().flatMap(([reportId, ...keys]) => keys.map((key) => [key, reportId] as const)),
      );
    },
    writeDown() {
      if (noted.length === 0) return;
      const { lastInsertRowid } = statement(
        db,
        'insert into report_key_recent (review_id, keys) values (?, ?)',
      ).run(reviewId, JSON.stringify(takeNoted()));
      lastRead = Number(lastInsertRowid);
    },
    async settle(context, when = 'end') {
      if (keysHeld === 0 || (when === 'much' && keysHeld < recentMax)) return;
      for (const slice of slicesOf(recent, keysHeld)) {
        inTransaction(context, (tx) => place(tx.db, reviewId, slice));
        await pauseBetween(context.db);
      }
      inTransaction(context, (tx) =>
        statement(tx.db, 'delete from report_key_recent where review_id = ? and id <= ?').run(
          reviewId,
          lastRead,
        ),
      );
      recent.clear();
      keysHeld = 0;
    },
  };
}

function add(found: Map<number, number[]>, key: number, reportId: number): void {
  const known = found.get(key);
  if (known) known.push(reportId);
  else found.set(key, [reportId]);
}

type Placed = readonly [key: number, reportId: number];

/** Each slice holds neighbours. */
function slicesOf(recent: Map<number, number[]>, keysHeld: number): Placed[][] {
  const slices: Placed[][] = Array.from({ length: Math.ceil(keysHeld / sliceSize) }, () => []);
  for (const [key, ids] of recent) {
    const slice = slices[Math.floor((key / keyMax) * slices.length)];
    for (const id of ids) slice?.push([key, id]);
  }
  return slices;
}

/** In order, by one statement; what is there already stays. */
function place(db: Db, reviewId: number, keys: Placed[]): void {
  const sorted = keys.sort((a, b) => a[0] - b[0]).map(([key, id]) => `"${key}":${id}`);
  statement(
    db,
    `insert or ignore into report_key (review_id, key, report_id)
       select ?, cast(key as integer), value from json_each(?)`,
  ).run(reviewId, `{${sorted.join()}}`);
}

/** Withdrawn reports are found under none. @param gone a few of them, each with its keys. */
export function forgetKeys(
  db: Db,
  reviewId: number,
  gone: ReadonlyMap<number, readonly number[]>,
): void {
  const one = statement(
    db,
    'delete from report_key where review_id = ? and key = ? and report_id = ?',
  );
  for (const [reportId, keys] of gone) for (const key of keys) one.run(reviewId, key, reportId);
  for (const row of writtenDown(db, reviewId)) forgetWritten(db, row, gone);
}

/** Keys that are looked through at a time. */
const lookedAtOnce = 8_000;

/** The same for many, one stretch of all keys after the other. */
export async function forgetKeysOfMany(
  context: Context,
  reviewId: number,
  gone: ReadonlySet<number>,
): Promise<void> {
  const next = driverOf(context.db)
    .prepare(
      `select key, report_id from report_key where review_id = ? and (key, report_id) > (?, ?)
       order by key, report_id limit ${lookedAtOnce}`,
    )
    .raw();
  for (let after: Placed | undefined = [-1, 0]; after; ) {
    const stretch = next.all(reviewId, ...after) as Placed[];
    const ids = new Set(stretch.map(([, id]) => id).filter((id) => gone.has(id)));
    const [from, to] = [stretch[0], stretch.at(-1)];
    after = to;
    if (ids.size === 0 || !from || !to) continue;
    inTransaction(context, (tx) =>
      statement(
        tx.db,
        `delete from report_key where review_id = ? and key >= ? and key <= ?
           and report_id in (select value from json_each(?))`,
      ).run(reviewId, from[0], to[0], JSON.stringify([...ids])),
    );
    await pauseBetween(context.db);
  }
  for (const row of writtenDown(context.db, reviewId))
    inTransaction(context, (tx) => forgetWritten(tx.db, row, gone));
}

type Written = { id: number; keys: Noted[] };

function forgetWritten(
  db: Db,
  { id, keys }: Written,
  gone: { has(reportId: number): boolean },
): void {
  const kept = keys.filter(([reportId]) => !gone.has(reportId));
  if (kept.length === keys.length) return;
  statement(db, 'update report_key_recent set keys = ? where id = ?').run(JSON.stringify(kept), id);
}

/** Parts of all keys that are deleted one after the other. */
const partsOfAll = 64;

/** Forgets all keys of a review, part by part. */
export async function forgetAllKeys(context: Context, reviewId: number): Promise<void> {
  for (let part = 1; part <= partsOfAll; part += 1) {
    inTransaction(context, (tx) =>
      statement(tx.db, 'delete from report_key where review_id = ? and key <= ?').run(
        reviewId,
        (keyMax / partsOfAll) * part,
      ),
    );
    await pauseBetween(context.db);
  }
  inTransaction(context, (tx) =>
    statement(tx.db, 'delete from report_key_recent where review_id = ?').run(reviewId),
  );
}

/** Every report's keys as stored, for a check. */
export function storedKeys(db: Db, reviewId: number): Map<number, Set<number>> {
  const stored = new Map<number, Set<number>>();
  const note = (reportId: number, key: number) => {
    const known = stored.get(reportId);
    if (known) known.add(key);
    else stored.set(reportId, new Set([key]));
  };
  const placed = statement(
    db,
    'select report_id as reportId, key from report_key where review_id = ?',
  ).all(reviewId) as { reportId: number; key: number }[];
  for (const { reportId, key } of placed) note(reportId, key);
  for (const { keys } of writtenDown(db, reviewId))
    for (const [reportId, ...own] of keys) for (const key of own) note(reportId, key);
  return stored;
}

function writtenDown(db: Db, reviewId: number): Written[] {
  const rows = statement(db, 'select id, keys from report_key_recent where review_id = ?').all(
    reviewId,
  ) as { id: number; keys: string }[];
  return rows.map(({ id, keys }) => ({ id, keys: JSON.parse(keys) as Noted[] }));
}
