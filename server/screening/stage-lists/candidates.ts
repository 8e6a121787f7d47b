/** The publications that a line of a list could be, the likeliest first, each with what speaks for and against it. */
import { compareFully, type Verdict } from '../../../import/duplicates/compare.ts';
import { type Facts, factsOf } from '../../../import/duplicates/facts.ts';
import { numericKeys } from '../../../import/duplicates/keys.ts';
import { familyOf } from '../../../import/normalize/names.ts';
import type { Reference } from '../../../import/reference.ts';
import type { Stage, StandingState } from '../../../schema/screening.ts';
import { type SearchDb, statement } from '../../db.ts';
import { analyseQuery } from '../../platform/analyser.ts';
import { createKeyIndex } from '../../records/duplicates/report-keys.ts';
import { type Databases, indexNews } from '../../records/reports/report-index.ts';
import { findReports } from '../../records/reports/report-search.ts';
import { expressionOf } from '../../records/reports/report-words.ts';

export type Candidate = Pick<Verdict, 'score' | 'reasons' | 'against'> & {
  id: number;
  title: string;
  year: number | null;
  reference: Reference;
  /** Where it stands at the stage of the list; null when nobody has answered. */
  standing: StandingState | null;
  /** People here have judged it: their answers hold against the list. */
  isJudged: boolean;
};

/** Offered at most; of those that a search finds, shown at most and compared at most. */
const offeredMax = 5;
const shownMax = 20;
const comparedMax = 200;
/** What is less alike than this has its author or its year alone in common. */
const offeredFrom = 0.4;

/** What is alike by the evidence that duplicates are found by, or by the rarer of its words and names. */
export function likelyOnes(
  databases: Databases,
  about: { reviewId: number; stage: Stage },
  reference: Reference,
): Candidate[] {
  const keys = createKeyIndex(databases.db, about.reviewId);
  keys.prepare();
  const facts = factsOf(reference);
  const byKeys = numericKeys(facts).flatMap((key) => keys.withKey(key));
  const ids = [...byKeys, ...withRareWords(databases, wordsOf(reference))];
  return compared(databases, about, ids, facts)
    .filter(({ score, reasons }) => score >= offeredFrom && reasons.length > 0)
    .slice(0, offeredMax);
}

/** Those that a person looks for, by words or by number; null when nothing was typed. */
export function soughtOnes(
  databases: Databases,
  about: { reviewId: number; stage: Stage },
  reference: Reference,
  words: string,
): { total: number; shown: Candidate[] } | null {
  const number = /^#?(\d{1,15})$/.exec(words.trim())?.[1];
  const found = findReports(databases, about.reviewId, words);
  if (found === null) return null;
  const ids = number === undefined ? [...found] : [Number(number), ...found];
  const facts = factsOf(reference);
  const shown = compared(databases, about, ids.slice(0, comparedMax), facts);
  const isOwn = shown.some(({ id }) => id === Number(number) && !found.has(id));
  return { total: found.size + Number(isOwn), shown: shown.slice(0, shownMax) };
}

const wordsOf = ({ title, authors }: Reference) => [title, ...authors.map(familyOf)].join(' ');

/** A word that more reports than this have says little. */
const reportsOfWordMax = 500;
const hitsKept = 40;

/** Those with most of the rarer words; a word counts the more the fewer have it. */
function withRareWords(databases: Databases, text: string): number[] {
  indexNews(databases);
  const { searchDb } = databases;
  const weights = new Map<number, number>();
  for (const part of analyseQuery(text)) {
    const ids = having(searchDb, expressionOf(searchDb, [part]));
    if (ids.length > reportsOfWordMax) continue;
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + 1 / Math.sqrt(ids.length));
  }
  return [...weights]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, hitsKept)
    .map(([id]) => id);
}

const having = (searchDb: SearchDb, expression: string) =>
  searchDb
    .prepare('select rowid from report_text where report_text match ? limit ?')
    .pluck()
    .all(expression, reportsOfWordMax + 1) as number[];

type Row = Omit<Candidate, 'score' | 'reasons' | 'against' | 'reference' | 'isJudged'> & {
  reference: string;
  isJudged: number;
};

/** Publications of the review that these reports are, the likeliest first. */
function compared(
  { db }: Databases,
  { reviewId, stage }: { reviewId: number; stage: Stage },
  ids: readonly number[],
  facts: Facts,
): Candidate[] {
  const rows = statement(
    db,
    `select root.id, root.title, root.year, root.reference, standing.state as standing,
      exists (select 1 from report as member join vote on vote.report_id = member.id
        where member.root_id = root.id) as isJudged
    from report as root
    left join standing on standing.report_id = root.id and standing.stage = $stage
    where root.review_id = $reviewId and root.withdrawn_at is null and root.id in (
      select root_id from report where withdrawn_at is null
        and id in (select value from json_each($ids)))`,
  ).all({ reviewId, stage, ids: JSON.stringify(ids) }) as Row[];
  return rows
    .map(({ reference: text, isJudged, ...row }) => {
      const reference = JSON.parse(text) as Reference;
      const { score, reasons, against } = compareFully(factsOf(reference), facts);
      return { ...row, reference, score, reasons, against, isJudged: isJudged === 1 };
    })
    .sort((one, other) => other.score - one.score || one.id - other.id);
}
