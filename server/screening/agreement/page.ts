/** What the page about agreement may show, and the same as a table for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../../../schema/columns.ts';
import { stages } from '../../../schema/screening.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { translate, twoDecimals } from '../../platform/i18n.ts';
import type { Estimate, Interval } from './measures.ts';
import type { PairAgreement } from './pairs.ts';

export function agreementPage(
  { locale, review }: { locale: Locale; review: ReviewRow },
  pairs: readonly PairAgreement[],
) {
  const path = `/reviews/${review.slug}/screening/agreement`;
  const groups = stages.flatMap((stage) =>
    (['pilot', 'all'] as const).map((sample) => ({
      stage,
      sample,
      rows: pairs
        .filter((pair) => pair.stage === stage && pair.sample === sample)
        .map((pair) => rowOf(locale, pair)),
    })),
  );
  return {
    title: translate(locale, 'agreement.title'),
    slug: review.slug,
    path,
    groups: groups.filter(({ rows }) => rows.length > 0),
    isEmpty: pairs.length === 0,
  };
}

function rowOf(locale: Locale, pair: PairAgreement) {
  const number = (value: number) => twoDecimals(locale, value);
  const shown = (estimate: Estimate | null) =>
    estimate && {
      value: number(estimate.value),
      spread:
        estimate.error === null
          ? null
          : {
              error: number(estimate.error),
              low: number(estimate.low),
              high: number(estimate.high),
            },
    };
  return {
    people: pair.people.map(({ name }) => name).join(' – '),
    scale: pair.scale,
    n: pair.n,
    percent: pair.percent,
    percentInterval: pair.percentInterval,
    kappa: shown(pair.kappa),
    pabak: shown(pair.pabak),
    ac1: shown(pair.ac1),
  };
}

/** One line a pair, stage, sample and scale; what is not defined, or has no interval, is empty. */
export function agreementCsv(pairs: readonly PairAgreement[]): string {
  const estimates = ['kappa', 'pabak', 'ac1'] as const;
  const columns = estimates.flatMap((name) => [name, `${name}_se`, `${name}_low`, `${name}_high`]);
  const share = ['percent', 'percent_low', 'percent_high'];
  const header = ['stage', 'sample', 'scale', 'first', 'second', 'n', ...share, ...columns];
  const lines = pairs.map((pair) => [
    pair.stage,
    pair.sample,
    pair.scale,
    ...pair.people.map(({ name }) => (/^[=+\-@\t]/.test(name) ? `'${name}` : name)),
    pair.n,
    pair.percent,
    ...bounds(pair.percentInterval),
    ...estimates.flatMap((name) => {
      const found = pair[name];
      return found ? [found.value, found.error, found.low, found.high] : [null, null, null, null];
    }),
  ]);
  return stringify([header, ...lines], { record_delimiter: '\r\n' });
}

const bounds = (interval: Interval | null) =>
  interval ? [interval.low, interval.high] : [null, null];
