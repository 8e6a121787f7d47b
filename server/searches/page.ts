/** What the pages about searches may show. */
import type { Locale, Words } from '../../schema/columns.ts';
import { sourceKinds } from '../../schema/searches.ts';
import { dayText } from '../platform/days.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { translate } from '../platform/i18n.ts';
import { wordsInput } from '../platform/words-form.ts';
import type { BlockInput, conceptBlocks } from './blocks.ts';
import { buildQuery } from './query.ts';
import { arms, type SearchRun } from './runs.ts';

export function searchesPage(
  locale: Locale,
  about: { slug: string; mayReview: boolean; mayRead: boolean },
  runs: SearchRun[],
  blocks: ReturnType<typeof conceptBlocks>,
) {
  const groups = arms.map((arm) => ({
    arm,
    runs: runs.filter((run) => run.arm === arm).map((run) => shownRun(locale, run)),
  }));
  return {
    title: translate(locale, 'searches.title'),
    ...about,
    hasRuns: runs.length > 0,
    groups: groups.filter((group) => group.runs.length > 0),
    blocks: blocks.map(({ id, label, terms }) => ({ id, label, terms })),
    query: buildQuery(blocks),
  };
}

function shownRun(locale: Locale, run: SearchRun) {
  return {
    id: run.id,
    kind: run.kind,
    source: run.source,
    platform: run.platform,
    grouping: Object.keys(run.grouping).length > 0 ? run.grouping : null,
    searchedOn: run.searchedOn && dayText(locale, run.searchedOn),
    hasHits: run.hitsDeclared !== null,
    hitsDeclared: run.hitsDeclared,
    imports: run.imports,
    records: run.records,
    batches: run.batches,
    hasSeveral: run.batches.length > 1,
    query: run.query,
    limits: run.limits,
    notes: Object.keys(run.notes).length > 0 ? run.notes : null,
    hasDetails: run.query !== '' || run.limits !== '' || Object.keys(run.notes).length > 0,
  };
}

/** A search as it stands in its form. */
export type RunForm = {
  kind: string;
  source: string;
  platform: string;
  grouping: Words;
  searchedOn: string;
  query: string;
  limits: string;
  hitsDeclared: string;
  notes: Words;
};

export function runFormPage(
  locale: Locale,
  review: ReviewRow,
  run: { id: number | null; form: RunForm },
  problems: Problem[],
) {
  const { id, form } = run;
  return {
    title: translate(locale, id === null ? 'searches.add' : 'searches.edit'),
    slug: review.slug,
    id,
    form,
    kinds: sourceKinds.map((value) => ({
      value,
      text: translate(locale, `source_kind.${value}`),
      isCurrent: value === form.kind,
    })),
    grouping: wordsInput(locale, form.grouping),
    notes: wordsInput(locale, form.notes),
    problems: problemsByField(problems, ['', 'source', 'searchedOn', 'hitsDeclared', 'query']),
  };
}

export function blocksFormPage(
  locale: Locale,
  review: ReviewRow,
  blocks: BlockInput[],
  blanks: number,
  problems: Problem[],
) {
  const blank: BlockInput = { label: {}, terms: [] };
  const rows = [...blocks, ...Array.from({ length: blanks }, () => blank)];
  return {
    title: translate(locale, 'searches.blocks'),
    slug: review.slug,
    query: buildQuery(blocks),
    blocks: rows.map((row, index) => ({
      name: `block_${index}`,
      number: index + 1,
      id: row.id ?? '',
      label: { name: `block_${index}_label`, input: wordsInput(locale, row.label) },
      terms: row.terms.join('\n'),
    })),
    problems: problemsByField(problems, ['', 'blocks']),
  };
}
