/** Two references against each other: certainly one report, possibly, or not; and why. */
import type { Reference } from '../reference.ts';
import { isCertain } from './certain.ts';
import {
  type Costly,
  type Evidence,
  type Reason,
  type ReasonCode,
  weigh,
  weighAtOnce,
} from './evidence.ts';
import { type BriefFacts, type Facts, factsOf } from './facts.ts';
import { isRelated, isTold, isTwin, possibleScore } from './possible.ts';
import { registrationMatch } from './registrations.ts';
import { unlikeTitles } from './titles.ts';

export type Verdict = {
  verdict: 'certain' | 'possible' | 'different';
  /** 0 to 1: how alike, for putting the likeliest pairs first. It decides nothing. */
  score: number;
  reasons: Reason[];
  against: Reason[];
};

// Under this a person would only be shown pairs that have nothing to do with each other.
const possibleFrom = 0.6;
// What says itself that it is another document comes after everything that may be one.
const toldMost = 0.45;

/** Symmetric, and a reference compared with itself is certainly itself. */
export function compare(a: Reference, b: Reference): Verdict {
  return compareFully(factsOf(a), factsOf(b));
}

/** As `compareFacts`, and why two that are different are. */
export function compareFully(a: Facts, b: Facts): Verdict {
  const evidence = weigh(a, b);
  const score = possibleScore(evidence);
  const verdict = verdictOf(evidence, score);
  const likelihood = isTold(evidence) ? Math.min(score, toldMost) : score;
  return {
    verdict,
    score: verdict === 'certain' ? Math.max(score, 0.95) : likelihood,
    ...explain(evidence, a, b),
  };
}

/** Most pairs share a key by chance: they stay different even if journal and abstract spoke for them. */
export function compareFacts(a: Facts, b: Facts): Verdict {
  if (meetByChance(a, b)) return different;
  const kindest = weigh(a, b, inFavour);
  const mayBeAlike = verdictOf(kindest, possibleScore(kindest)) !== 'different';
  return mayBeAlike ? compareFully(a, b) : different;
}

/** Whatever the rest says, these two are different: no rule but the score takes two for one whose titles differ. */
export function meetByChance(a: BriefFacts, b: BriefFacts): boolean {
  if (registrationMatch(a, b) === 'same') return false;
  const alike = unlikeTitles(a.titles, b.titles);
  return alike !== undefined && possibleScore(weighAtOnce(a, b, alike)) < possibleFrom;
}

const inFavour: Costly = { container: 'same', abstract: 'same' };
const different: Verdict = { verdict: 'different', score: 0, reasons: [], against: [] };

function verdictOf(evidence: Evidence, score: number): Verdict['verdict'] {
  if (isCertain(evidence)) return 'certain';
  const isAsked =
    score >= possibleFrom ||
    evidence.registration === 'same' ||
    isRelated(evidence) ||
    isTwin(evidence);
  return isAsked ? 'possible' : 'different';
}

type Finding = [when: boolean, code: ReasonCode, params?: Reason['params']];

function explain(evidence: Evidence, a: Facts, b: Facts) {
  const list = (findings: Finding[]): Reason[] =>
    findings.filter(([when]) => when).map(([, code, params = {}]) => ({ code, params }));
  const pair = (left: string | number | undefined, right: string | number | undefined) => ({
    a: left ?? '',
    b: right ?? '',
  });
  const e = evidence;
  const percent = Math.round(100 * e.titleSimilarity);
  const reasons = list([
    [e.doi === 'same', 'SAME_DOI', { doi: a.doi ?? '' }],
    [e.accession === 'same', 'SAME_ACCESSION', { accession: a.accession }],
    [e.title === 'same', 'SAME_TITLE'],
    [e.title === 'spelling', 'SAME_TITLE_SPELT_DIFFERENTLY'],
    [e.title === 'part', 'TITLE_IS_PART'],
    [e.title === 'continues', 'TITLE_CONTINUES'],
    [e.title === 'similar' || e.title === 'mistyped', 'SIMILAR_TITLE', { percent }],
    [e.authors === 'all', 'SAME_AUTHORS'],
    [e.authors === 'first', 'SAME_FIRST_AUTHOR'],
    [e.authors === 'some', 'SHARED_AUTHORS'],
    [e.year === 'same', 'SAME_YEAR', { year: a.year ?? '' }],
    [e.year === 'adjacent', 'ADJACENT_YEARS', pair(a.year, b.year)],
    [e.container === 'same', 'SAME_CONTAINER'],
    [e.volume === 'same', 'SAME_VOLUME', { volume: a.volume }],
    [e.pages === 'same', 'SAME_PAGES', { page: a.pages?.first ?? '' }],
    [e.isbn === 'same', 'SAME_ISBN'],
    [e.abstract === 'same', 'SAME_ABSTRACT'],
  ]);
  const against = list([
    [e.doi === 'different', 'DIFFERENT_DOIS', pair(a.doi, b.doi)],
    [e.title === 'different', 'DIFFERENT_TITLES', { percent }],
    [e.title === 'unknown', 'NO_TITLE_TO_COMPARE'],
    [e.numbers === 'different', 'DIFFERENT_NUMBERS_IN_TITLE'],
    [e.generic, 'GENERIC_TITLE'],
    [e.authors === 'none', 'DIFFERENT_AUTHORS'],
    [e.authors === 'unknown', 'NO_AUTHORS_TO_COMPARE'],
    [e.year === 'different', 'DIFFERENT_YEARS', pair(a.year, b.year)],
    [e.year === 'unknown', 'NO_YEAR_TO_COMPARE'],
    [e.container === 'different', 'DIFFERENT_CONTAINERS'],
    [e.volume === 'different', 'DIFFERENT_VOLUMES', pair(a.volume, b.volume)],
    [e.pages === 'different', 'DIFFERENT_PAGES', pair(a.pages?.first, b.pages?.first)],
    [e.edition === 'different', 'DIFFERENT_EDITIONS', pair(a.edition, b.edition)],
    [e.numbers === 'more', 'MORE_NUMBERS_IN_TITLE'],
    [
      e.issue === 'different' && e.volume !== 'different',
      'DIFFERENT_ISSUES',
      pair(a.issue, b.issue),
    ],
    [e.about, 'ONE_IS_ABOUT_THE_OTHER'],
    [e.kinds === 'different' || e.kinds === 'doubtful', 'DIFFERENT_KINDS', pair(a.type, b.type)],
    [e.registration === 'different', 'DIFFERENT_REGISTRATIONS', pair(a.accession, b.accession)],
  ]);
  return { reasons, against };
}
