/** What the pages of removals, earlier versions and lists of older reviews may show. */

import type { Locale } from '../../../schema/columns.ts';
import { removalKinds } from '../../../schema/flow.ts';
import { typedText } from '../../coding/http.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import { flowAddress } from '../addresses.ts';
import type { Basis } from './basis-routes.ts';

type About = { slug: string; mayOwn: boolean; problems: Problem[]; typed: unknown };

export function basisPage(locale: Locale, basis: Basis, { slug, mayOwn, problems, typed }: About) {
  const written = (field: string) => typedText(typed, field);
  const kind = written('kind') || 'other';
  return {
    title: translate(locale, 'flow.basis'),
    slug,
    mayOwn,
    back: flowAddress(slug),
    removals: basis.removals.map((row) => ({ ...row, person: row.person ?? '' })),
    kinds: removalKinds.map((value) => ({
      value,
      text: translateDynamic(locale, `removals.kind.${value}`),
      isCurrent: value === kind,
    })),
    form: {
      reason: written('reason'),
      tool: written('tool'),
      reports: written('reports'),
      yearBefore: written('yearBefore'),
      yearAfter: written('yearAfter'),
      languages: written('languages'),
      studies: written('studies'),
      source: written('source'),
    },
    previous: basis.previous.map((row) => ({
      ...row,
      study: row.study ?? '',
      isWithdrawn: row.withdrawnReason !== '',
    })),
    marked: basis.metaAnalysis.join(', '),
    lists: basis.lists.map((row) => ({
      ...row,
      href: `${flowAddress(slug)}/basis/lists/${row.id}`,
    })),
    stages: ['title_abstract', 'full_text'].map((value) => ({
      value,
      text: translateDynamic(locale, `stage_list.stage.${value}`),
      isCurrent: value === 'title_abstract',
    })),
    problems: problemsByField(problems, [
      '',
      'reason',
      'tool',
      'reports',
      'yearBefore',
      'yearAfter',
      'studies',
      'file',
    ]),
  };
}
