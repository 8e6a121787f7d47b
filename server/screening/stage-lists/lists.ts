/** Lists of an older review: a file that says by itself what was kept after a stage, matched to the records here. */
import { setImmediate } from 'node:timers/promises';
import { aliasedTable, and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { openFile } from '../../../import/files/open.ts';
import type { Reference } from '../../../import/reference.ts';
import { person } from '../../../schema/accounts.ts';
import { stageListAnswer, stageListUndo } from '../../../schema/brought.ts';
import { type LineFate, type LineState, stageList, stageListLine } from '../../../schema/flow.ts';
import type { Stage } from '../../../schema/screening.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { standingOfList } from './account.ts';
import { type TakenOver, takeOverList } from './decide.ts';
import { lineCounts, linesOf } from './lines.ts';
import { createListMatcher, type Match } from './match.ts';

export type StageFile = {
  reviewId: number;
  stage: Stage;
  fileName: string;
  fileHash: string;
  path: string;
  /** What the list does not name was excluded at this stage. */
  excludesOthers: boolean;
};

export type StageListResult = TakenOver & {
  listId: number;
  declared: number;
  rejected: number;
  matched: number;
  repeats: number;
  unmatched: number;
};

type Line = { position: number; reference: Reference; match: Match };

/** So many records are matched before anybody else gets a turn. */
const turnSize = 20;

/** @throws STAGE_LIST_UNREADABLE, STAGE_LIST_KNOWN */
export async function importStageList(
  context: PersonalContext,
  file: StageFile,
): Promise<StageListResult> {
  const read = await readLines(context.db, file);
  return inTransaction(context, (tx) => store(tx, file, read));
}

async function readLines(db: Db, { path, reviewId }: StageFile) {
  const opened = await openFile(path);
  if (opened.kind !== 'opened') throw new AppError('STAGE_LIST_UNREADABLE', {}, 'file');
  const match = createListMatcher(db, reviewId);
  const lines: Line[] = [];
  let declared = 0;
  for await (const piece of opened.pieces) {
    if (piece.kind === 'aside') continue;
    declared += 1;
    if (piece.kind !== 'reference') continue;
    const { reference } = piece;
    lines.push({ position: declared, reference, match: match(reference) });
    if (declared % turnSize === 0) await setImmediate();
  }
  return { format: opened.format, declared, lines };
}

type ReadFile = Awaited<ReturnType<typeof readLines>>;

function store(tx: PersonalContext, file: StageFile, read: ReadFile): StageListResult {
  const { reviewId, stage, fileName, fileHash, excludesOthers } = file;
  const { format, declared, lines } = read;
  requireNew(tx.db, file);
  const named = new Set(lines.flatMap(({ match }) => match.rootId ?? []));
  const origin = `${fileName}`;
  const taken = takeOverList(tx, { reviewId, stage, origin }, named, excludesOthers);
  const rejected = declared - lines.length;
  const { id: listId } = tx.db
    .insert(stageList)
    .values({
      ...{ reviewId, stage, fileName, fileHash, format, declared, rejected },
      excluded: taken.excluded,
      personId: tx.actor.personId,
      at: tx.at,
    })
    .returning({ id: stageList.id })
    .get();
  const states = storeLines(tx, listId, lines);
  const result = { ...taken, ...states, listId, declared, rejected };
  audit(tx, {
    action: 'stage_list.taken_over',
    entity: 'stage_list',
    entityId: listId,
    reviewId,
    after: { stage, fileName, ...result },
  });
  return result;
}

function requireNew(db: Db, { reviewId, stage, fileHash }: StageFile): void {
  const same = and(
    eq(stageList.reviewId, reviewId),
    eq(stageList.stage, stage),
    eq(stageList.fileHash, fileHash),
  );
  // One that was taken back may be read again.
  const known = db
    .select({ id: stageList.id })
    .from(stageList)
    .leftJoin(stageListUndo, eq(stageListUndo.listId, stageList.id))
    .where(and(same, isNull(stageListUndo.at)));
  if (known.get()) throw new AppError('STAGE_LIST_KNOWN', {}, 'file');
}

function storeLines(tx: PersonalContext, listId: number, lines: Line[]) {
  const counts = { matched: 0, repeats: 0, unmatched: 0 };
  const seen = new Set<number>();
  for (const { position, reference, match } of lines) {
    const { rootId, verdict } = match;
    const state: LineState =
      rootId === null ? 'unmatched' : seen.has(rootId) ? 'repeats' : 'matched';
    if (rootId !== null) seen.add(rootId);
    counts[state] += 1;
    // The nearest report of an unmatched record stays out of the row: a hint is worked out when it is looked at.
    const evidence = { reasons: verdict?.reasons ?? [], score: verdict?.score ?? 0 };
    tx.db
      .insert(stageListLine)
      .values({ listId, position, reference, state, reportId: rootId, ...evidence })
      .run();
  }
  return counts;
}

const undoer = aliasedTable(person, 'undoer');

/** The lists of a review, the latest first, each with its account. */
export function stageListsOf(db: Db, reviewId: number) {
  const countsOf = lineCounts(db, reviewId);
  return db
    .select({
      id: stageList.id,
      stage: stageList.stage,
      fileName: stageList.fileName,
      format: stageList.format,
      declared: stageList.declared,
      rejected: stageList.rejected,
      excluded: stageList.excluded,
      at: stageList.at,
      person: person.name,
      undoneAt: stageListUndo.at,
      undoneBy: undoer.name,
    })
    .from(stageList)
    .leftJoin(person, eq(person.id, stageList.personId))
    .leftJoin(stageListUndo, eq(stageListUndo.listId, stageList.id))
    .leftJoin(undoer, eq(undoer.id, stageListUndo.personId))
    .where(eq(stageList.reviewId, reviewId))
    .orderBy(desc(stageList.id))
    .all()
    .map((list) => ({ ...list, ...countsOf(list.id) }));
}

export type LinesQuery = { state: LineFate; page: number; size: number };

/** @throws NOT_FOUND */
export function stageListPage(db: Db, reviewId: number, listId: number, query: LinesQuery) {
  const list = stageListsOf(db, reviewId).find((row) => row.id === listId);
  if (!list) throw notFound();
  const match = createListMatcher(db, reviewId);
  const standing = standingOfList(db, reviewId, list);
  const rows = linesPage(db, listId, query).map((line) => ({
    ...line,
    nearestId: query.state === 'unmatched' ? match(line.reference).nearestId : null,
  }));
  return { list, standing, rows };
}

function linesPage(db: Db, listId: number, { state, page, size }: LinesQuery) {
  const { reference, reasons } = stageListLine;
  const line = sql`${linesOf(sql`(${listId})`)} as line`;
  const counted = (column: string) => sql.raw(`line.${column}`);
  return db
    .select({
      position: stageListLine.position,
      reference,
      reasons,
      reportId: sql<number | null>`${counted('root_id')}`,
      answer: { at: stageListAnswer.at, reason: stageListAnswer.reason, person: person.name },
    })
    .from(line)
    .innerJoin(stageListLine, eq(stageListLine.id, counted('id')))
    .leftJoin(stageListAnswer, eq(stageListAnswer.id, counted('answer_id')))
    .leftJoin(person, eq(person.id, stageListAnswer.personId))
    .where(eq(counted('fate'), state))
    .orderBy(asc(stageListLine.position))
    .limit(size)
    .offset((page - 1) * size)
    .all();
}
