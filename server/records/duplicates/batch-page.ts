/** What the page for accepting many duplicates at once may show. */
import { translate } from '../../platform/i18n.ts';
import type { Place } from '../page.ts';
import { memberLine, reasonTexts } from '../reports/report-page.ts';
import type { batchesOf, outlook } from './batches.ts';
import type { openPairsFrom } from './duplicates.ts';

export function batchPage(
  { locale, slug }: Place,
  data: {
    from: number;
    count: number;
    related: number;
    outlook: ReturnType<typeof outlook>;
    firstOnes: ReturnType<typeof openPairsFrom>;
    max: number;
    batches: ReturnType<typeof batchesOf>;
  },
) {
  const list = `/reviews/${slug}/duplicates`;
  const { from, count, max } = data;
  return {
    title: translate(locale, 'duplicates.batch'),
    list,
    path: `${list}/batch`,
    from,
    count,
    related: data.related,
    ...data.outlook,
    apart: Math.min(count, max) - data.outlook.answered,
    isCapped: count > max,
    max,
    shown: data.firstOnes.length,
    pairs: data.firstOnes.map((pair) => ({
      href: `${list}/${pair.id}`,
      likelihood: pair.score,
      first: memberLine(locale, slug, pair.first),
      second: memberLine(locale, slug, pair.second),
      reasons: reasonTexts(locale, pair.reasons),
      against: reasonTexts(locale, pair.against),
    })),
    batches: data.batches.map(({ by, ...batch }) => ({
      ...batch,
      by: translate(locale, 'duplicates.by_person', {
        name: by ?? translate(locale, 'report.somebody'),
      }),
    })),
  };
}
