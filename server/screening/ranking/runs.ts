/** Rankings as they were made: stored with everything that it takes to make them again. */
import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { ranking, rankingRun } from '../../../schema/ranking.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { inTransaction } from '../../platform/context.ts';
import { idShiftOf } from '../rules/id-shift.ts';
import {
  answersSince,
  answersUntil,
  lastAnswers,
  lastVoteId,
  type Moment,
  type Place,
} from './answers.ts';
import { modelSettings } from './model.ts';
import { hasBothKinds, rankPool } from './order.ts';
import { poolNow, poolUntil, wantedWords } from './pool.ts';

export type RankingRun = typeof rankingRun.$inferSelect;

/** Every answer counts at first; later a fiftieth more than before is worth ranking again. */
const growthShare = 0.02;

export function latestRun(db: Db, { reviewId, stage }: Place): RankingRun | undefined {
  return db
    .select()
    .from(rankingRun)
    .where(and(eq(rankingRun.reviewId, reviewId), eq(rankingRun.stage, stage)))
    .orderBy(desc(rankingRun.id))
    .limit(1)
    .get();
}

/** How many rankings there are, and the days of the first and the last; null while there is none. */
export function runsMade(
  db: Db,
  place: Place,
): { runs: number; first: string; last: string } | null {
  const row = statement(db, madeSql).get(place) as { runs: number; first: string; last: string };
  return row.runs === 0 ? null : row;
}

const madeSql = `select count(*) as runs, substr(min(at), 1, 10) as first, substr(max(at), 1, 10) as last
  from ranking_run where review_id = @reviewId and stage = @stage`;

/** Whether enough has been answered since the latest ranking. */
export function isDue(db: Db, place: Place): boolean {
  const run = statement(db, lastSql).get(place) as Latest | undefined;
  if (!run) return true;
  const needed = Math.max(1, Math.floor((run.included + run.excluded) * growthShare));
  // Most often fewer have been stored at all, whatever they are about: then nothing is counted.
  if (lastVoteId(db) - run.lastVoteId < needed) return false;
  return answersSince(db, place, run.lastVoteId, needed) >= needed;
}

type Latest = Pick<RankingRun, 'included' | 'excluded' | 'lastVoteId'>;
const lastSql = `select included, excluded, last_vote_id as lastVoteId from ranking_run
  where review_id = @reviewId and stage = @stage order by id desc limit 1`;

type Clock = { at: string; elapsedMs: () => number };

/** Ranks a stage by what is known now. @returns null while there is nothing to go by. */
export function rankStage(db: Db, place: Place, clock: Clock): RankingRun | null {
  const moment = lastAnswers(db, clock.at);
  const ranked = rankAt(db, place, moment, { seed: seedOf(place) });
  if (!ranked) return null;
  const { ids, pool, model, wanted, terms, ...counts } = ranked;
  return inTransaction({ db, actor: null, at: clock.at }, (tx) => {
    const run = tx.db
      .insert(rankingRun)
      .values({
        ...place,
        ...counts,
        model,
        seed: seedOf(place),
        parameters: { ...modelSettings, wanted, lastReportId: Math.max(0, ...pool.ids.slice(-1)) },
        lastVoteId: moment.lastVoteId,
        lastAdjudicationId: moment.lastAdjudicationId,
        publications: ids.length,
        textHash: pool.hash,
        orderHash: orderHash(tx.db, place, ids),
        durationMs: Math.round(clock.elapsedMs()),
        at: clock.at,
      })
      .returning()
      .get();
    const order = { runId: run.id, ids: bytesOf(ids), terms };
    tx.db
      .insert(ranking)
      .values({ ...place, ...order })
      .onConflictDoUpdate({ target: [ranking.reviewId, ranking.stage], set: order })
      .run();
    const { reviewId, stage } = place;
    const { seed, included, excluded, publications } = run;
    audit(tx, {
      action: 'ranking.made',
      entity: 'ranking_run',
      entityId: run.id,
      reviewId,
      after: { stage, model, seed, included, excluded, publications },
    });
    return run;
  });
}

/** What came of making a ranking again. */
export type Repeated = {
  /**
   * `changed` when publications have been merged, withdrawn or corrected since, `other_model` when this version of the
   * program ranks in another way.
   */
  result: 'same' | 'changed' | 'other_model' | 'different';
  model: string | null;
  /** How many of the publications there still are. */
  publications: number;
  /** Where another order is another, from 1, and how many stand elsewhere; null where the old one is not kept. */
  differsFrom: number | null;
  moved: number | null;
};

/** Makes a ranking again from its row in the log. */
export function repeatRun(db: Db, run: RankingRun): Repeated {
  const { lastReportId, wanted } = run.parameters;
  const earlier = { wanted: String(wanted), lastReportId: Number(lastReportId) };
  const ranked = rankAt(db, run, run, { seed: run.seed, earlier });
  const model = ranked?.model ?? null;
  const publications = ranked?.ids.length ?? 0;
  const known = { model, publications, differsFrom: null, moved: null };
  if (ranked?.pool.hash !== run.textHash) return { ...known, result: 'changed' };
  if (model !== run.model) return { ...known, result: 'other_model' };
  if (orderHash(db, run, ranked.ids) === run.orderHash) return { ...known, result: 'same' };
  return { ...known, ...differencesTo(keptOrder(db, run), ranked.ids), result: 'different' };
}

function differencesTo(kept: Int32Array | null, ids: readonly number[]) {
  if (!kept) return {};
  const moved = ids.flatMap((id, at) => (kept[at] === id ? [] : [at + 1]));
  return { differsFrom: moved[0] ?? null, moved: moved.length };
}

/** The order that a ranking gave, while no later one has taken its place. */
function keptOrder(db: Db, run: RankingRun): Int32Array | null {
  const row = db.select({ id: ranking.runId }).from(ranking).where(eq(ranking.runId, run.id)).get();
  return row ? rankedIds(db, run) : null;
}

/** The ids of the order that holds, the likeliest first. */
export function rankedIds(db: Db, { reviewId, stage }: Place): Int32Array | null {
  const row = db
    .select({ ids: ranking.ids })
    .from(ranking)
    .where(and(eq(ranking.reviewId, reviewId), eq(ranking.stage, stage)))
    .get();
  if (!row) return null;
  return Int32Array.from({ length: row.ids.length / 4 }, (_, at) => row.ids.readInt32LE(at * 4));
}

/** The same for everybody, and known to everybody. */
export const seedOf = ({ reviewId, stage }: Place) =>
  reviewId * 2 + (stage === 'full_text' ? 1 : 0);

type Fixed = { seed: number; earlier?: { wanted: string; lastReportId: number } };

function rankAt(db: Db, place: Place, moment: Moment, { seed, earlier }: Fixed) {
  const { reviewId, stage } = place;
  const answers = answersUntil(db, { reviewId, stage }, moment);
  const wanted = earlier?.wanted ?? wantedWords(db, reviewId);
  if (wanted.trim() === '' && !hasBothKinds(answers.values())) return null;
  const pool = earlier
    ? poolUntil(db, { reviewId, stage }, earlier.lastReportId)
    : poolNow(db, { reviewId, stage });
  const values = Float64Array.from(pool.ids, (id) => answers.get(id) ?? 0);
  const ranked = rankPool({ ...pool, values, wanted, seed });
  if (!ranked) return null;
  return {
    pool,
    wanted,
    model: ranked.model,
    terms: ranked.terms,
    ids: ranked.order.map((place) => pool.ids[place] ?? 0),
    included: values.filter((value) => value > 0).length,
    excluded: values.filter((value) => value < 0).length,
  };
}

function bytesOf(ids: readonly number[]): Buffer {
  const bytes = Buffer.alloc(ids.length * 4);
  ids.forEach((id, at) => {
    bytes.writeInt32LE(id, at * 4);
  });
  return bytes;
}

/** A print of an order, the same wherever the review is restored. */
export function orderHash(db: Db, { reviewId }: Pick<Place, 'reviewId'>, ids: readonly number[]) {
  const shift = idShiftOf(db, reviewId);
  const first = ids.map((id) => id - shift);
  return createHash('sha256').update(first.join(' ')).digest('hex');
}
