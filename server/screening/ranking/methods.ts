/** What the written report of a review says about the order and the end of its screening. */
import { and, eq, ne, sql } from 'drizzle-orm';
import { rankingRun } from '../../../schema/ranking.ts';
import type { Stage } from '../../../schema/screening.ts';
import type { Db } from '../../db.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { stoppingDecisions } from '../stopping/decisions.ts';
import type { Place } from './answers.ts';
import { stageOrderOf } from './desk-order.ts';
import { themesTextsMax } from './features.ts';
import { modelSettings } from './model.ts';
import { wordsModelName } from './order.ts';
import { latestRun, runsMade } from './runs.ts';

export type Sentence = { key: MessageKey; params: Record<string, string | number> };

/** It did not go by what was excluded. */
const modelBefore = 'underlag-linear-2';

/** Sentences in their order; words are in the catalogues, in four languages. */
export function orderMethods(db: Db, reviewId: number, stage: Stage): Sentence[] {
  const place = { reviewId, stage };
  const { order } = stageOrderOf(db, place);
  if (order !== 'ranked') return [{ key: `ranking.methods_${order}`, params: {} }];
  const run = latestRun(db, place);
  const made = runsMade(db, place);
  if (!run || !made) return [{ key: 'ranking.methods_chronological', params: {} }];
  const { included, excluded, seed, model } = run;
  if (model === wordsModelName) return [{ key: 'ranking.methods_words', params: { model } }];
  const { cost, ratio } = modelSettings;
  const days = made.first === made.last ? 'one' : 'more';
  const parts = partsUsed(db, place);
  const byParts = { parts, most: themesTextsMax, excluded: model === modelBefore ? 'no' : 'yes' };
  return [
    { key: 'ranking.methods_ranked', params: { model, seed, cost, ratio } },
    ...(parts === 'none' ? [] : [{ key: 'ranking.methods_parts' as const, params: byParts }]),
    { key: 'ranking.methods_learned', params: { ...made, days, included, excluded } },
  ];
}

/** Whether the rankings that learned from answers went by more than words: those of many publications did not. */
function partsUsed(db: Db, { reviewId, stage }: Place): 'all' | 'some' | 'none' {
  const { model, publications } = rankingRun;
  const row = db
    .select({
      few: sql<number>`count(*) filter (where ${publications} <= ${themesTextsMax})`,
      many: sql<number>`count(*) filter (where ${publications} > ${themesTextsMax})`,
    })
    .from(rankingRun)
    .where(
      and(
        eq(rankingRun.reviewId, reviewId),
        eq(rankingRun.stage, stage),
        ne(model, wordsModelName),
      ),
    )
    .get();
  if (!row || row.few === 0) return 'none';
  return row.many === 0 ? 'all' : 'some';
}

/** What was decided about stopping, as it stands now; nothing when screening goes to the end. */
export function stoppingMethods(db: Db, reviewId: number): Sentence[] {
  const [last] = stoppingDecisions(db, reviewId);
  if (last?.kind !== 'stop') return [];
  const { target, confidence, p, screened, left } = last.parameters;
  const params = {
    target: Number(target),
    confidence: Number(confidence),
    // Three decimals are written: rounded up, what is said stays true.
    p: typeof p === 'number' ? Math.ceil(p * 1000) / 1000 || 0.001 : 1,
    on: last.at.slice(0, 10),
    screened: Number(screened),
    left: Number(left),
  };
  const key = p === null ? 'none' : last.rule === 'random' ? 'random' : 'ranked';
  return [{ key: `stopping.methods_${key}`, params }];
}
