/** What the pages about a protocol may show. */
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import { type CriterionKind, criterionKinds, frameworks } from '../../schema/reviews.ts';
import { periodText } from '../platform/days.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow } from '../platform/guards.ts';
import {
  collator,
  countryName,
  languageName,
  translate,
  translateDynamic,
} from '../platform/i18n.ts';
import { wordsInput } from '../platform/words-form.ts';
import type { Change, ProtocolComparison, ProtocolCriterion } from './compare.ts';
import { frameworkElements } from './frameworks.ts';
import type { ProtocolVersion } from './protocol.ts';
import type { ProtocolDraft } from './protocol-form.ts';
import { protocolView } from './protocol-view.ts';

type About = { locale: Locale; review: ReviewRow };

export function protocolPage(
  { locale, review }: About,
  version: ProtocolVersion | null,
  more: { versions: number; mayOwn: boolean },
) {
  return {
    title: translate(locale, 'protocol.title'),
    slug: review.slug,
    version: version && {
      number: version.number,
      at: version.at,
      reason: version.reason,
      person: version.person,
    },
    protocol: version && protocolView(locale, version.content),
    versions: more.versions,
    hasAmendments: more.versions > 1,
    mayOwn: more.mayOwn,
  };
}

export function versionsPage({ locale, review }: About, versions: ProtocolVersion[]) {
  const numbers = versions.map(({ number }) => number);
  return {
    title: translate(locale, 'protocol.versions'),
    slug: review.slug,
    versions: versions.toReversed().map((version) => ({
      number: version.number,
      at: version.at,
      reason: version.reason,
      person: version.person,
      previous: version.number > 1 ? version.number - 1 : null,
    })),
    compare: versions.length > 1 ? chosen(numbers, 1, numbers.at(-1) ?? 1) : null,
  };
}

function chosen(numbers: number[], from: number, to: number) {
  const options = (current: number) =>
    numbers.map((number) => ({ number, isCurrent: number === current }));
  return { from: options(from), to: options(to) };
}

/** One side of a changed element, in lines that each have a language, or none. */
type Line = { locale: Locale | null; text: string };

export function comparePage(
  { locale, review }: About,
  sides: { from: ProtocolVersion; to: ProtocolVersion; numbers: number[] },
  comparison: ProtocolComparison,
) {
  const { from, to, numbers } = sides;
  return {
    title: translate(locale, 'protocol.compare_title', { from: from.number, to: to.number }),
    slug: review.slug,
    from: { number: from.number, at: from.at },
    to: { number: to.number, at: to.at },
    compare: chosen(numbers, from.number, to.number),
    groups: comparedGroups(locale, comparison),
  };
}

function comparedGroups(locale: Locale, comparison: ProtocolComparison) {
  const name = (key: string) => translateDynamic(locale, `protocol.${key}`);
  const groups = [
    rows('questions', comparison.questions, wordLines, (key) => `${name('question')} ${key}`),
    rows('framework', comparison.framework, plain, () => name('framework')),
    rows('elements', comparison.elements, wordLines, (key) =>
      translateDynamic(locale, `element.${key}`),
    ),
    rows('criteria', comparison.criteria, (row, other) => criterionLines(locale, row, other)),
    rows(
      'period',
      comparison.period,
      ({ from, to }) => plain(periodText(locale, from, to) ?? ''),
      () => name('period'),
    ),
    listRow(locale, 'languages', comparison.languages, languageName),
    listRow(locale, 'countries', comparison.countries, countryName),
    rows('countriesNote', comparison.countriesNote, wordLines, () => name('countriesNote')),
    rows('notes', comparison.notes, wordLines, () => name('notes')),
  ];
  return groups
    .filter(({ rows: changed }) => changed.length > 0)
    .map((group) => ({ ...group, heading: name(group.part) }));
}

const plain = (text: string): Line[] => [{ locale: null, text }];

function rows<T>(
  part: string,
  changes: Change<T>[],
  lines: (value: T, other: T | null) => Line[],
  nameOf: (key: string) => string = (key) => key,
) {
  return {
    part,
    rows: changes.map(({ key, change, before, after }) => ({
      name: nameOf(key),
      change,
      before: before === null ? [] : lines(before, after),
      after: after === null ? [] : lines(after, before),
    })),
  };
}

/** Codes that came and went, as one row with their names. */
function listRow(
  locale: Locale,
  part: 'languages' | 'countries',
  changes: Change<string>[],
  nameOf: (locale: Locale, code: string) => string,
) {
  const names = (kind: 'removed' | 'added') =>
    changes
      .filter(({ change }) => change === kind)
      .map(({ key }) => nameOf(locale, key))
      .sort(collator(locale).compare)
      .join(', ');
  const [removed, added] = [names('removed'), names('added')];
  const change = removed === '' ? 'added' : added === '' ? 'removed' : 'changed';
  const row = {
    name: translate(locale, `protocol.${part}`),
    change,
    before: removed === '' ? [] : plain(removed),
    after: added === '' ? [] : plain(added),
  } as const;
  return { part, rows: changes.length > 0 ? [row] : [] };
}

/** The languages in which the two differ. */
function wordLines(words: Words, other: Words | null): Line[] {
  return locales.flatMap((locale) => {
    const text = words[locale];
    return text && text !== other?.[locale] ? [{ locale, text }] : [];
  });
}

function criterionLines(
  locale: Locale,
  row: ProtocolCriterion,
  other: ProtocolCriterion | null,
): Line[] {
  const kind = row.kind === other?.kind ? [] : plain(translate(locale, `criterion.${row.kind}`));
  return [
    ...kind,
    ...wordLines(row.label, other?.label ?? null),
    ...wordLines(row.statement, other?.statement ?? null),
  ];
}

const blankRows = { questions: 1, criteria: 1 };

/** @param more rows that were asked for besides the blank one that is always there. */
export function protocolFormPage(
  { locale, review }: About,
  draft: ProtocolDraft,
  about: { isFirst: boolean; more: { questions: number; criteria: number } },
  problems: Problem[],
) {
  const blank = (count: number) => Array.from({ length: count }, () => ({}) as Words);
  const questions = [...draft.questions, ...blank(blankRows.questions + about.more.questions)];
  return {
    title: translate(locale, about.isFirst ? 'protocol.write' : 'protocol.amend'),
    slug: review.slug,
    isFirst: about.isFirst,
    form: draft,
    frameworks: frameworks.map((value) => ({
      value,
      text: translate(locale, `framework.${value}`),
      isCurrent: value === draft.framework,
    })),
    questions: questions.map((words, index) => ({
      number: index + 1,
      name: `question_${index}`,
      input: wordsInput(locale, words),
    })),
    elements: frameworkElements[draft.framework].map((key) => ({
      key,
      name: `element_${key}`,
      input: wordsInput(locale, draft.elements[key] ?? {}),
    })),
    criteria: criterionRows(locale, draft, blankRows.criteria + about.more.criteria),
    countriesNote: wordsInput(locale, draft.countriesNote),
    notes: wordsInput(locale, draft.notes),
    problems: problemsByField(problems, [
      '',
      'criteria',
      'periodFrom',
      'periodTo',
      'languages',
      'countries',
      'reason',
    ]),
  };
}

function criterionRows(locale: Locale, draft: ProtocolDraft, blanks: number) {
  const kind: CriterionKind = draft.criteria.at(-1)?.kind ?? 'include';
  const blank = { code: '', kind, label: {}, statement: {} };
  const all = [...draft.criteria, ...Array.from({ length: blanks }, () => blank)];
  return all.map((row, index) => ({
    name: `criterion_${index}`,
    number: index + 1,
    code: row.code,
    isNew: index >= draft.criteria.length,
    kinds: criterionKinds.map((value) => ({
      value,
      text: translate(locale, `criterion.${value}`),
      isCurrent: value === row.kind,
    })),
    label: { name: `criterion_${index}_label`, input: wordsInput(locale, row.label) },
    statement: { name: `criterion_${index}_statement`, input: wordsInput(locale, row.statement) },
  }));
}
