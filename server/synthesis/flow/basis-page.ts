/** What the pages of removals, earlier versions and lists of older reviews may show. */

import type { Locale } from '../../../schema/columns.ts';
import { removalKinds } from '../../../schema/flow.ts';
import { typedText } from '../../coding/http.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import type { LinesQuery, stageListPage } from '../../screening/stage-lists/lists.ts';
import type { StageConsequences } from '../../screening/votes/take-back.ts';
import { takenBackModel } from '../../screening/votes/taken-back-page.ts';
import { flowAddress, reportAddress } from '../addresses.ts';
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

type Found = ReturnType<typeof stageListPage> & { undo: StageConsequences[] | null };

export function stageListModel(locale: Locale, slug: string, found: Found, query: LinesQuery) {
  const { list, standing, rows, undo } = found;
  const { state, page, size } = query;
  const base = `${flowAddress(slug)}/basis/lists/${list.id}`;
  const total = { matched: list.matched, repeats: list.repeats, unmatched: list.unmatched }[state];
  const pages = Math.max(1, Math.ceil(total / size));
  const at = (number: number) => `${base}?state=${state}&page=${number}`;
  return {
    title: list.fileName,
    list: { ...list, person: list.person ?? '', undoneBy: list.undoneBy ?? '' },
    standing: list.undoneAt === null ? standing : null,
    undo: undo && { action: `${base}/undo`, stages: takenBackModel(locale, undo) },
    back: `${flowAddress(slug)}/basis`,
    tabs: (['unmatched', 'matched', 'repeats'] as const).map((each) => ({
      text: translateDynamic(locale, `stage_list.${each}`),
      count: list[each],
      href: `${base}?state=${each}`,
      isCurrent: each === state,
    })),
    isUnmatched: state === 'unmatched',
    rows: rows.map(({ position, reference, reportId, nearestId }) => ({
      position,
      title: reference.title,
      year: reference.year ?? null,
      href: reportId === null ? null : reportAddress(slug, reportId),
      nearest: nearestId === null ? null : reportAddress(slug, nearestId),
    })),
    page,
    pages,
    previous: page > 1 ? at(page - 1) : null,
    next: page < pages ? at(page + 1) : null,
  };
}
