/** What the pages about duplicates may show. */
import type { Locale } from '../../schema/columns.ts';
import { translate, translateDynamic } from '../platform/i18n.ts';
import { compareShown, type FieldComparison } from './compare-fields.ts';
import type { keptApart, linksMadeBy, openPairs } from './duplicates.ts';
import { andOthers, authorsLine, fieldName, type Place, pagerOf } from './page.ts';
import type { relatedPairs } from './related.ts';
import { linkModel, memberLine, reasonTexts } from './report-page.ts';
import type { ReportRow } from './reports.ts';

export const duplicateLists = ['open', 'people', 'rules', 'apart', 'related'] as const;
export type DuplicateList = (typeof duplicateLists)[number];

type Rows = {
  open: ReturnType<typeof openPairs>;
  links: ReturnType<typeof linksMadeBy>['rows'];
  apart: ReturnType<typeof keptApart>['rows'];
  related: ReturnType<typeof relatedPairs>['rows'];
};

export function duplicatesPage(
  place: Place,
  data: {
    list: DuplicateList;
    rows: Partial<Rows>;
    openTotal: number;
    total: number;
    page: number;
    pages: number;
  },
) {
  const { locale, slug } = place;
  const { list, rows } = data;
  const path = `/reviews/${slug}/duplicates`;
  const [firstOpen] = rows.open ?? [];
  return {
    title: translate(locale, 'duplicates.title'),
    path,
    tabs: duplicateLists.map((name) => ({
      text: translateDynamic(locale, `duplicates.list_${name}`),
      href: name === 'open' ? path : `${path}?list=${name}`,
      isCurrent: name === list,
      count: name === 'open' ? data.openTotal : null,
    })),
    caption: translateDynamic(locale, `duplicates.list_${list}`),
    isOpenList: list === 'open',
    batch: list === 'open' && data.openTotal > 1 ? `${path}/batch` : null,
    begin: firstOpen ? `${path}/${firstOpen.id}` : null,
    open: (rows.open ?? []).map((pair) => ({
      href: `${path}/${pair.id}`,
      likelihood: pair.score,
      first: memberLine(locale, slug, pair.first),
      second: memberLine(locale, slug, pair.second),
      reasons: reasonTexts(locale, pair.reasons),
      against: reasonTexts(locale, pair.against),
    })),
    links: (rows.links ?? []).map((link) => linkModel(locale, slug, link)),
    apart: (rows.apart ?? []).map((pair) => ({
      id: pair.id,
      first: memberLine(locale, slug, pair.first),
      second: memberLine(locale, slug, pair.second),
      decidedAt: pair.decidedAt,
      by: translate(locale, 'duplicates.by_person', {
        name: pair.decidedBy ?? translate(locale, 'report.somebody'),
      }),
    })),
    related: (rows.related ?? []).map((link) => ({
      id: link.id,
      first: memberLine(locale, slug, link.first),
      second: memberLine(locale, slug, link.second),
      relation: translateDynamic(locale, `relation.${link.relation}`),
      decidedAt: link.decidedAt,
      by: translate(locale, 'duplicates.by_person', {
        name: link.decidedBy ?? translate(locale, 'report.somebody'),
      }),
    })),
    isEmpty: data.total === 0,
    pager: pagerOf(data.page, data.pages, (page) => `${path}?list=${list}&page=${page}`),
  };
}

export function pairPage(
  place: Place,
  data: {
    pair: { id: number; score: number; state: string; reasons: Reason[]; against: Reason[] };
    left: ReportRow;
    right: ReportRow;
    neighbours: { next: number | null; previous: number | null };
    open: number;
    problem: string | null;
  },
) {
  const { locale, slug } = place;
  const { pair, left, right, neighbours } = data;
  const path = `/reviews/${slug}/duplicates`;
  const address = (id: number | null) => (id === null ? null : `${path}/${id}`);
  return {
    title: translate(locale, 'duplicates.pair_title'),
    list: path,
    path: `${path}/${pair.id}`,
    isOpen: pair.state === 'open',
    answered:
      pair.state === 'open' ? null : translateDynamic(locale, `duplicates.answered_${pair.state}`),
    likelihood: pair.score,
    open: data.open,
    reasons: reasonTexts(locale, pair.reasons),
    against: reasonTexts(locale, pair.against),
    left: side(place, left),
    right: side(place, right),
    fields: compareShown(left.reference, right.reference, andOthers(locale)).map((row) =>
      fieldModel(locale, row),
    ),
    next: address(neighbours.next),
    previous: address(neighbours.previous),
    problem: data.problem,
  };
}

type Reason = { code: string; params: Record<string, string | number> };

function side({ locale, slug }: Place, row: ReportRow) {
  return { ...memberLine(locale, slug, row), authors: authorsLine(locale, row.reference) };
}

function fieldModel(locale: Locale, row: FieldComparison) {
  const worded = (parts: FieldComparison['left']) =>
    row.field === 'type'
      ? parts.map(({ text, isDifferent }) => ({
          text: translateDynamic(locale, `reference_type.${text}`),
          isDifferent,
        }))
      : parts;
  return {
    field: row.field,
    name: fieldName(locale, row.field),
    outcome: row.outcome,
    outcomeText: translateDynamic(locale, `duplicates.outcome_${row.outcome}`),
    isLong: row.field === 'abstract',
    left: worded(row.left),
    right: worded(row.right),
  };
}
