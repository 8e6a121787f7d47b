/** What the page about the order of a stage may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type DeskOrder, deskOrders } from '../../../schema/ranking.ts';
import { type Stage, stages } from '../../../schema/screening.ts';
import type { ReviewRow, Rights } from '../../platform/guards.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import type { Why } from './explain.ts';
import type { Sentence } from './methods.ts';
import type { RankingRun } from './runs.ts';

export type OrderPlace = { locale: Locale; review: ReviewRow; rights: Rights | null; stage: Stage };

export const orderPath = (slug: string, stage: Stage) =>
  `/reviews/${slug}/screening/${stage}/order`;

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
    run: run && { ...run, seconds: run.durationMs / 1000, usesVotes: run.model.includes('linear') },
    isWaiting,
    methods: methods.map(({ key, params }) => translateDynamic(locale, key, params)).join(' '),
  };
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
