/** What taking decisions back would change, as a page says it before anybody does it. */
import type { Locale } from '../../../schema/columns.ts';
import { type MessageKey, translate } from '../../platform/i18n.ts';
import type { StageConsequences } from './take-back.ts';

export function takenBackModel(locale: Locale, list: readonly StageConsequences[]) {
  return list.map(({ stage, moves, attached }) => ({
    stage,
    moves: moves.map(({ from, to, count }) => ({ from, to, count })),
    attached: Object.entries(attached)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) =>
        translate(locale, `screening.attached_${kind}` as MessageKey, { count }),
      ),
  }));
}
