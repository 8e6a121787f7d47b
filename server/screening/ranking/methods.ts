/** What the written report of a review says about the order and the end of its screening. */
import type { Stage } from '../../../schema/screening.ts';
import type { Db } from '../../db.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { stoppingDecisions } from '../stopping/decisions.ts';
import { stageOrderOf } from './desk-order.ts';
import { modelSettings } from './model.ts';
import { latestRun, runsMade } from './runs.ts';

export type Sentence = { key: MessageKey; params: Record<string, string | number> };

/** Sentences in their order; words are in the catalogues, in four languages. */
export function orderMethods(db: Db, reviewId: number, stage: Stage): Sentence[] {
  const place = { reviewId, stage };
  const { order } = stageOrderOf(db, place);
  if (order !== 'ranked') return [{ key: `ranking.methods_${order}`, params: {} }];
  const run = latestRun(db, place);
  const made = runsMade(db, place);
  if (!run || !made) return [{ key: 'ranking.methods_chronological', params: {} }];
  const { included, excluded, seed, model } = run;
  const { cost, ratio } = modelSettings;
  return [
    { key: 'ranking.methods_ranked', params: { model, seed, cost, ratio } },
    { key: 'ranking.methods_learned', params: { ...made, included, excluded } },
  ];
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
