/** What the page of the desk's settings may show. */
import type { Locale } from '../../../schema/columns.ts';
import { labelColors } from '../../../schema/screening-rules.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { translate } from '../../platform/i18n.ts';
import type { Label } from './labels.ts';
import { type DeskSettings, keyActs } from './settings.ts';
import type { Term } from './terms.ts';

type Data = {
  settings: DeskSettings;
  terms: Term[];
  labels: Label[];
  /** What a refused form had in it. */
  typed: Record<string, unknown>;
  problems: Problem[];
};

export function settingsPage(
  place: { locale: Locale; review: ReviewRow; mayOwn: boolean },
  { settings, terms, labels, typed, problems }: Data,
) {
  const { locale, review, mayOwn } = place;
  const said = (name: string, otherwise: string) => {
    const value = typed[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const path = `/reviews/${review.slug}/screening/settings`;
  return {
    title: translate(locale, 'screening.settings'),
    slug: review.slug,
    path,
    mayOwn,
    keys: keyActs.map((act) => ({
      act,
      value: said(act, settings.keys[act]),
      problem: problems.find((problem) => problem.field === act)?.message ?? null,
    })),
    terms: terms.map((term) => ({
      ...term,
      isShared: term.personId === null,
      mayRemove: term.personId !== null || mayOwn,
    })),
    labels,
    colors: labelColors,
    typed: { text: said('text', ''), name: said('name', '') },
    problems: problemsByField(problems, ['', 'text', 'kind', 'name']),
  };
}
