/** What the page about the order of a stage may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type DeskOrder, deskOrders } from '../../../schema/ranking.ts';
import { type Stage, stages } from '../../../schema/screening.ts';
import type { ReviewRow, Rights } from '../../platform/guards.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import type { Why } from './explain.ts';
import type { Sentence } from './methods.ts';
import type { LastRepeat } from './repeats.ts';
import type { RankingRun } from './runs.ts';

export type OrderPlace = { locale: Locale; review: ReviewRow; rights: Rights | null; stage: Stage };

export const orderPath = (slug: string, stage: Stage) =>
  `/reviews/${slug}/screening/${stage}/order`;

export const rankingsPath = (slug: string, stage: Stage) => `${orderPath(slug, stage)}/rankings`;

export type OrderData = {
  own: DeskOrder | null;
  ofStage: DeskOrder;
  run: RankingRun | null;
  isWaiting: boolean;
  methods: Sentence[];
};

export function orderPage({ locale, review, rights, stage }: OrderPlace, data: OrderData) {
  const { own, ofStage, run, isWaiting, methods } = data;
  return {
    title: translate(locale, `ranking.title_${stage}`),
    slug: review.slug,
    path: orderPath(review.slug, stage),
    rankingsPath: rankingsPath(review.slug, stage),
    deskPath: `/reviews/${review.slug}/screening/${stage}`,
    stages: stages.map((each) => ({
      stage: each,
      href: orderPath(review.slug, each),
      isCurrent: each === stage,
    })),
    mayOwn: rights?.mayOwn ?? false,
    isFirst: stage === 'title_abstract',
    ofStage,
    ownChoices: [
      { value: '', isChosen: own === null },
      ...deskOrders.map((value) => ({ value, isChosen: value === own })),
    ],
    choices: deskOrders.map((value) => ({ value, isChosen: value === ofStage })),
    run: run && { ...run, seconds: run.durationMs / 1000, usesVotes: usesVotes(run) },
    isWaiting,
    methods: methods.map(({ key, params }) => translateDynamic(locale, key, params)).join(' '),
  };
}

const usesVotes = ({ model }: RankingRun) => model.includes('linear');

export type RankingsData = {
  runs: RankingRun[];
  older: number | null;
  isNewest: boolean;
  waiting: Set<number>;
  repeats: Map<number, LastRepeat>;
};

export function rankingsPage({ locale, review, stage }: OrderPlace, data: RankingsData) {
  const { runs, older, isNewest, waiting, repeats } = data;
  const path = rankingsPath(review.slug, stage);
  return {
    title: translate(locale, `ranking.runs_${stage}`),
    orderPath: orderPath(review.slug, stage),
    path,
    isNewest,
    older,
    runs: runs.map((run) => ({
      ...run,
      usesVotes: usesVotes(run),
      isWaiting: waiting.has(run.id),
      repeat: repeatedOf(locale, run, repeats.get(run.id)),
      repeatPath: `${path}/${run.id}/repeat`,
    })),
  };
}

function repeatedOf(locale: Locale, run: RankingRun, repeat: LastRepeat | undefined) {
  if (!repeat) return null;
  const { result, model, publications, differsFrom, moved, at, person } = repeat;
  const key = result === 'different' && moved !== null ? 'different_at' : result;
  const params = {
    ranked: run.publications,
    left: publications,
    model: model ?? '',
    from: differsFrom ?? 0,
    moved: moved ?? 0,
  };
  return { text: translate(locale, `ranking.repeated_${key}`, params), result, at, person };
}

export function whyPage(
  { locale, review, stage }: OrderPlace,
  report: { id: number; title: string },
  why: Why | null,
) {
  return {
    title: translate(locale, 'ranking.why'),
    path: orderPath(review.slug, stage),
    deskPath: `/reviews/${review.slug}/screening/${stage}?report=${report.id}`,
    stage,
    publication: report.title,
    why: why && {
      position: why.position,
      of: why.of,
      up: why.up.map(([term]) => term),
      down: why.down.map(([term]) => term),
    },
  };
}
