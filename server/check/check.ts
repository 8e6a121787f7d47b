/** Recomputes everything that is derived, and looks at what must always hold. Changes nothing. */
import { asc } from 'drizzle-orm';
import { review } from '../../schema/reviews.ts';
import type { Connection, SearchDb } from '../db.ts';
import {
  agreeingFlowPaths,
  agreeingKeys,
  agreeingRankings,
  agreeingReferences,
  agreeingRoots,
  agreeingStandings,
  agreeingTags,
} from './derived.ts';
import {
  accountedImports,
  explainedVotes,
  flowsThatAddUp,
  includedHaveStudies,
  soundFile,
  supportedFindings,
  unpublishedExercises,
} from './invariants.ts';
import { searchFollows } from './search.ts';

export type ReviewRef = { id: number; slug: string };

/** What disagrees, a line each; nothing when all is well. */
export type ReviewCheck = (db: Connection, review: ReviewRef) => string[];

const ofEachReview: Record<string, ReviewCheck> = {
  roots: agreeingRoots,
  references: agreeingReferences,
  keys: agreeingKeys,
  standings: agreeingStandings,
  flow_paths: agreeingFlowPaths,
  imports: accountedImports,
  tags: agreeingTags,
  rankings: agreeingRankings,
  studies: includedHaveStudies,
  findings: supportedFindings,
  votes: explainedVotes,
  flow: flowsThatAddUp,
};

export type CheckResult = { check: string; review: string | null; problems: string[] };

export function checkEverything(db: Connection, searchDb: SearchDb): CheckResult[] {
  const reviews = db
    .select({ id: review.id, slug: review.slug })
    .from(review)
    .orderBy(asc(review.id))
    .all();
  const whole: CheckResult[] = [
    { check: 'file', review: null, problems: soundFile(db) },
    { check: 'exercises', review: null, problems: unpublishedExercises(db) },
    { check: 'search', review: null, problems: searchFollows(db, searchDb) },
  ];
  const each = reviews.flatMap((ref) =>
    Object.entries(ofEachReview).map(([check, run]) => ({
      check,
      review: ref.slug,
      problems: run(db, ref),
    })),
  );
  return [...whole, ...each];
}
