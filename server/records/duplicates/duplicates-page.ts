/** What the pages about duplicates may show. */
import type { Locale } from '../../../schema/columns.ts';
import { relations } from '../../../schema/related.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import { andOthers, authorsLine, fieldName, type Place, pagerOf } from '../page.ts';
import { linkModel, memberLine, reasonTexts } from '../reports/report-page.ts';
import type { ReportRow } from '../reports/reports.ts';
import { compareShown, type FieldComparison } from './compare-fields.ts';
import type { keptApart, linksMadeBy, openPairs } from './duplicates.ts';
import { likelyRelation, type relatedPairs } from './related.ts';
import type { answerTo } from './take-back.ts';

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
    answered: Answered | null;
  },
) {
  const { locale, slug } = place;
  const { list, rows } = data;
  const path = `/reviews/${slug}/duplicates`;
  const [firstOpen] = rows.open ?? [];
  return {
    title: translate(locale, 'duplicates.title'),
    path,
    answered: answeredModel(place, data.answered),
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
    /** The answer to this question, and to the one before it. */
    own: Answered | null;
    last: Answered | null;
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
    answered: answeredModel(place, data.own ?? data.last),
    likelihood: pair.score,
    open: data.open,
    reasons: reasonTexts(locale, pair.reasons),
    against: reasonTexts(locale, pair.against),
    ...relationModel(locale, pair.against),
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

type Answered = NonNullable<ReturnType<typeof answerTo>>;

/** What was answered, with the way back. */
function answeredModel({ locale, slug }: Place, answered: Answered | null) {
  if (!answered) return null;
  const { id, answer, firstId: a, secondId: b } = answered;
  return {
    text: translateDynamic(locale, `duplicates.answered_${answer}`, { a, b }),
    href: `/reviews/${slug}/duplicates/${id}`,
    undo: `/reviews/${slug}/duplicates/${id}/take-back`,
  };
}

/** How two reports may be related; what speaks against their being one chooses. */
function relationModel(locale: Locale, against: Reason[]) {
  const likely = likelyRelation(against);
  return {
    suggestion: likely ? translateDynamic(locale, `duplicates.suggest_${likely}`) : null,
    relations: relations.map((value) => ({
      value,
      text: translateDynamic(locale, `relation.${value}`),
      isSelected: value === (likely ?? 'study'),
    })),
  };
}

type Reason = { code: string; params: Record<string, string | number> };

function side({ locale, slug }: Place, row: ReportRow) {
  return { ...memberLine(locale, slug, row), authors: authorsLine(locale, row.reference) };
}

function fieldModel(locale: Locale, row: FieldComparison) {
  const worded = (parts: FieldComparison['left']) =>
    parts.map(({ text, mark }) => ({
      text: row.field === 'type' ? translateDynamic(locale, `reference_type.${text}`) : text,
      isMarked: mark !== 'none',
      isSpelling: mark === 'spelling',
    }));
  return {
    field: row.field,
    name: fieldName(locale, row.field),
    outcome: row.outcome,
    outcomeText: translateDynamic(locale, `duplicates.outcome_${row.outcome}`),
    left: worded(row.left),
    right: worded(row.right),
  };
}
