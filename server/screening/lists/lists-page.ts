/** What the lists of screening may show, and the page that says what an act on many will do. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { answers } from '../../../schema/screening.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { inWords, languageName, type MessageKey, translate } from '../../platform/i18n.ts';
import type { Confirmation } from '../confirmations.ts';
import type { Label } from '../desk/labels.ts';
import { showLine } from '../desk/show.ts';
import { type CriterionRow, type Place, pagerModel, pathOf, placeModel } from '../page.ts';
import type { Consequences } from '../votes/consequences.ts';
import type { BulkPlan, BulkRow, BulkWish } from './bulk.ts';
import type { FacetCounts, ListedRow } from './list.ts';
import {
  type FacetName,
  facetNames,
  isTeamKind,
  type ListKind,
  type ListQuery,
  noValue,
  printListQuery,
} from './query.ts';

export type ListData = {
  kind: ListKind;
  query: ListQuery;
  facets: FacetCounts;
  rows: ListedRow[];
  total: number;
  page: number;
  pages: number;
  criteria: CriterionRow[];
  labels: Label[];
  sources: Map<string, string>;
  acts: BulkRow[];
  conflicts: number;
  problems: Problem[];
};

export function listPage(place: Place, data: ListData) {
  const { locale, review, stage } = place;
  const { kind, query } = data;
  const path = `${pathOf(review, stage)}/${kind}`;
  const asked = printListQuery(query);
  const reasons = new Map(data.criteria.map((row) => [row.id, row]));
  return {
    ...placeModel(place, data.conflicts),
    title: translate(locale, titleKeys[kind]),
    kind,
    listPath: path,
    isMine: kind === 'mine',
    isConflicts: kind === 'conflicts',
    isTeam: isTeamKind(kind),
    total: data.total,
    isFiltered: asked !== '',
    q: query.q,
    facets: facetNames
      .filter((name) => data.facets[name].size > 0 && (name !== 'answer' || kind === 'mine'))
      .map((name) => facetModel(locale, name, data)),
    rows: data.rows.map((row) => ({
      ...showLine(row),
      answer: row.own?.answer ?? null,
      reason: reasons.get(row.own?.criterionId ?? 0) ?? null,
      note: row.own?.note ?? '',
      at: row.own?.at ?? null,
      voters: row.voters,
      href: hrefOf(place, kind, row.id),
    })),
    pager: pagerModel(path, data, asked ? `${asked}&` : ''),
    bulk: bulkModel(place, data),
    acts: data.acts.map((row) => actModel(place, row, data.criteria)),
    problems: problemsByField(data.problems, ['', 'ids', 'act', 'criterionId']),
  };
}

function hrefOf({ review, stage }: Place, kind: ListKind, id: number): string {
  if (isTeamKind(kind)) return `/reviews/${review.slug}/reports/${id}`;
  const desk = pathOf(review, stage);
  return kind === 'conflicts' ? `${desk}/conflicts/${id}` : `${desk}?report=${id}`;
}

const titleKeys: Record<ListKind, MessageKey> = {
  mine: 'screening.mine',
  left: 'screening.left',
  conflicts: 'screening.conflicts',
  unscreened: 'screening.waiting_first',
  partly: 'screening.waiting_second',
  settled: 'screening.settled',
};

function facetModel(locale: Locale, name: FacetName, data: ListData) {
  const chosen = data.query[name];
  const counts = new Map(data.facets[name]);
  if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
  const options = [...counts].map(([value, count]) => ({
    value,
    text: translate(locale, 'screening.facet_option', {
      name: valueName(locale, name, value, data),
      count,
    }),
    count,
    isCurrent: value === chosen,
  }));
  const sorted =
    name === 'year'
      ? options.sort((a, b) => b.value.localeCompare(a.value))
      : options.sort((a, b) => b.count - a.count);
  const all = { value: '', text: translate(locale, 'common.all'), count: 0, isCurrent: !chosen };
  return { name, label: translate(locale, `screening.facet_${name}`), options: [all, ...sorted] };
}

function valueName(locale: Locale, name: FacetName, value: string, data: ListData): string {
  if (value === noValue) return translate(locale, `screening.facet_without_${name as 'year'}`);
  if (name === 'answer') return translate(locale, `answered.${value as 'include'}`);
  if (name === 'source') return data.sources.get(value) ?? value;
  if (name === 'label') return data.labels.find(({ id }) => String(id) === value)?.name ?? value;
  if (name === 'language' && /^[a-z]{2,3}$/.test(value)) return languageName(locale, value);
  return value;
}

function bulkModel({ locale, stage }: Place, data: ListData) {
  const { kind, labels, criteria } = data;
  const may = answers.filter((answer) => stage === 'title_abstract' || answer !== 'maybe');
  const acts = [
    ...(kind === 'conflicts' ? [] : may).map((answer) => ({
      value: answer as string,
      text: translate(locale, `screening.bulk_${answer}`),
    })),
    ...labels.flatMap(({ id, name }) => [
      { value: `put:${id}`, text: translate(locale, 'screening.bulk_put', { name }) },
      { value: `take:${id}`, text: translate(locale, 'screening.bulk_take', { name }) },
    ]),
  ];
  return {
    isNeeded: !isTeamKind(kind) && acts.length > 0 && data.rows.length > 0,
    mayAnswer: kind !== 'conflicts' && criteria.length > 0,
    acts,
    criteria: criteria.map(({ id, code, label }) => ({
      id,
      name: reasonName(locale, code, label),
    })),
    hidden: hiddenQuery(data.query),
  };
}

const hiddenQuery = (query: ListQuery) =>
  Object.entries(query).map(([name, value]) => ({ name, value: String(value) }));

const reasonName = (locale: Locale, code: string, label: Words) =>
  `${code} ${inWords(locale, label)}`.trim();

function actModel(
  place: Place,
  { id, description, at, undoneAt }: BulkRow,
  criteria: CriterionRow[],
) {
  const path = `${pathOf(place.review, place.stage)}/bulk/${id}`;
  return {
    id,
    at,
    isUndone: undoneAt !== null,
    text: actText(place.locale, description, criteria),
    path,
  };
}

function actText(
  locale: Locale,
  { act, count, criterionId, label }: BulkRow['description'],
  criteria: CriterionRow[],
): string {
  const reason = criteria.find(({ id }) => id === criterionId)?.code ?? '';
  const about = { count: Number(count), name: String(label ?? ''), reason };
  const key = reason ? 'screening.did_exclude_reason' : `screening.did_${String(act)}`;
  return translate(locale, key as MessageKey, about);
}

export function bulkConfirmation(
  place: Place,
  asked: {
    kind: ListKind;
    query: ListQuery;
    wish: BulkWish;
    plan: BulkPlan;
    ticked: number[];
    rows: Confirmation['rows'];
    criteria: CriterionRow[];
    labels: Label[];
    hidden: { name: string; value: string }[];
    isChanged: boolean;
  },
): Confirmation {
  const { locale, review, stage } = place;
  const { wish, plan, criteria, labels } = asked;
  const say = (key: MessageKey, params: Record<string, string | number> = {}) =>
    translate(locale, key, params);
  const number = (count: number) => say('screening.facts_count', { count });
  const facts = [{ label: say('screening.facts_changes'), value: number(plan.ids.length) }];
  if (plan.unchanged)
    facts.push({ label: say('screening.facts_unchanged'), value: number(plan.unchanged) });
  if (plan.replaces)
    facts.push({ label: say('screening.facts_replaces'), value: number(plan.replaces) });
  if (wish.kind === 'answer' && wish.answer === 'exclude') {
    const reason = criteria.find(({ id }) => id === wish.criterionId);
    const value = reason
      ? reasonName(locale, reason.code, reason.label)
      : say('screening.reason_none');
    facts.push({ label: say('screening.reason'), value });
  }
  const act = wish.kind === 'answer' ? wish.answer : wish.isOn ? 'label_put' : 'label_taken';
  const name =
    wish.kind === 'label' ? (labels.find(({ id }) => id === wish.labelId)?.name ?? '') : '';
  const path = pathOf(review, stage);
  return {
    title: say(`screening.will_${act}` as MessageKey, { count: plan.ids.length, name }),
    lead: say('screening.bulk_lead', { stage: say(`stage.${stage}`) }),
    facts,
    rows: asked.rows,
    more: Math.max(0, plan.ids.length - asked.rows.length),
    consequences: plan.consequences,
    action: `${path}/${asked.kind}/bulk`,
    hidden: [...asked.hidden, { name: 'digest', value: plan.digest }],
    submit: say('screening.bulk_do', { count: plan.ids.length }),
    cancel: `${path}/${asked.kind}?${printListQuery(asked.query)}`,
    isChanged: asked.isChanged,
  };
}

export function undoConfirmation(
  place: Place,
  { row, ids, consequences }: { row: BulkRow; ids: number[]; consequences: Consequences },
  rows: Confirmation['rows'],
  criteria: CriterionRow[],
): Confirmation {
  const { locale, review, stage } = place;
  const path = pathOf(review, stage);
  return {
    title: translate(locale, 'screening.undo_title'),
    lead: actText(locale, row.description, criteria),
    facts: [
      {
        label: translate(locale, 'screening.facts_taken_back'),
        value: translate(locale, 'screening.facts_count', { count: ids.length }),
      },
    ],
    rows,
    more: Math.max(0, ids.length - rows.length),
    consequences,
    action: `${path}/bulk/${row.id}/undo`,
    hidden: [],
    submit: translate(locale, 'screening.undo_do'),
    cancel: `${path}/mine`,
    isChanged: false,
  };
}
