/** What the page of a stage's rules may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type Stage, stages } from '../../../schema/screening.ts';
import { adjudicatorRules, assignmentKinds } from '../../../schema/screening-rules.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { languageName, translate, twoDecimals } from '../../platform/i18n.ts';
import type { PilotState } from './pilots.ts';
import type { Move, RuleInput } from './rules.ts';
import type { ShareKey } from './share-keys.ts';

type Person = { personId: number; name: string };
type Data = {
  rule: RuleInput;
  moves: Move[];
  problems: Problem[];
  people: Person[];
  shares: { languages: ShareKey[]; sources: ShareKey[] };
  pilot: PilotState | null;
};

export function rulesPage(
  { locale, review, stage }: { locale: Locale; review: ReviewRow; stage: Stage },
  { rule, moves, problems, people, shares, pilot }: Data,
) {
  const path = `/reviews/${review.slug}/screening/${stage}/rules`;
  const groups = [
    { kind: 'people', rows: [{ key: '', name: translate(locale, 'screening.share_turn') }] },
    {
      kind: 'languages',
      rows: shares.languages.map(({ key }) => ({ key, name: languageOf(locale, key) })),
    },
    { kind: 'sources', rows: shares.sources.map(({ key, name }) => ({ key, name })) },
  ];
  const isEmpty = new Set(groups.filter(({ rows }) => rows.length === 0).map(({ kind }) => kind));
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return {
    title: translate(locale, `screening.rules_${stage}`),
    slug: review.slug,
    path,
    stages: stages.map((each) => ({
      stage: each,
      href: `/reviews/${review.slug}/screening/${each}/rules`,
      isCurrent: each === stage,
    })),
    rule: { ...rule, thirdPercent: Math.round(rule.thirdShare * 100) },
    isDouble: rule.reviewers === 2,
    adjudicators: adjudicatorRules.map((value) => ({
      value,
      isChosen: value === rule.adjudicators,
    })),
    // Before the first search there is nothing to share by it.
    assignments: assignmentKinds
      .map((value) => ({ value, isChosen: value === rule.assignment }))
      .filter(({ value, isChosen }) => isChosen || !isEmpty.has(value)),
    people: people.map(({ name }) => name),
    groups: groups
      .filter(({ kind }) => !isEmpty.has(kind))
      .map((group) => ({
        ...group,
        rows: group.rows.map((row) => ticks(rule, group.kind, row, people)),
      })),
    moves,
    isPiloting: pilot !== null && pilot.openedAt === null,
    pilot: pilot && {
      ...pilot,
      people: pilot.people.map((id, at) => ({
        name: names.get(id) ?? '',
        answered: pilot.answered[at] ?? 0,
      })),
      kappa: pilot.kappa === null ? null : twoDecimals(locale, pilot.kappa),
      threshold: twoDecimals(locale, pilot.threshold),
    },
    problems: problemsByField(problems, [
      '',
      'reviewers',
      'thirdPercent',
      'size',
      'threshold',
      'reason',
    ]),
  };
}

function ticks(
  rule: RuleInput,
  kind: string,
  row: { key: string; name: string },
  people: Person[],
) {
  const chosen = rule.assignment === kind ? (rule.shares[row.key] ?? []) : [];
  return {
    ...row,
    field: `share:${kind}:${row.key}`,
    people: people.map(({ personId, name }) => ({
      personId,
      person: name,
      isOn: chosen.includes(personId),
    })),
  };
}

function languageOf(locale: Locale, code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? languageName(locale, code) : code;
}
