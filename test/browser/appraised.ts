/** A review whose studies are appraised: one agreed on, one to compare, and a finding with its confidence judged. */

import { agreeOnAppraisal, saveAppraisal } from '../../server/appraisal/appraisals.ts';
import type { ConfidenceInput } from '../../server/appraisal/confidence.ts';
import { judgeConfidence } from '../../server/appraisal/confidence.ts';
import {
  questionsOf,
  requireInstrument,
  takeInstrument,
} from '../../server/appraisal/instruments.ts';
import { setCoders } from '../../server/coding/coders/double-coding.ts';
import { includedPublications } from '../../server/coding/publications.ts';
import { findingsOf } from '../../server/findings/findings.ts';
import { findReview } from '../../server/platform/find-review.ts';
import { publishedReviews } from '../../server/reviews/reviews.ts';
import type { Site } from './site.ts';

const components: ConfidenceInput['components'] = {
  methodological_limitations: {
    concern: 'minor',
    reason: { en: 'One study says little of method.' },
  },
  coherence: { concern: 'none', reason: {} },
  adequacy: { concern: 'moderate', reason: { en: 'Few studies with thin data.' } },
  relevance: { concern: 'none', reason: {} },
};

/** In the published review with the most findings. @returns its address. */
export function appraiseByTwo({ db }: Site, people: readonly [number, number]): string {
  const at = '2026-11-22T13:00:00.000Z';
  const [astrid, bjorn] = [
    { db, actor: { personId: people[0] }, at },
    { db, actor: { personId: people[1] }, at },
  ];
  const [review] = publishedReviews(db)
    .flatMap(({ slug }) => findReview(db, slug) ?? [])
    .map(({ id, slug }) => ({ id, slug, findings: findingsOf(db, id, { onlyFinal: true }) }))
    .sort((one, other) => other.findings.length - one.findings.length);
  const [agreed, open] = includedPublications(db, review?.id ?? 0).map(({ rootId }) => rootId);
  if (!review || agreed === undefined || open === undefined) throw new Error('nothing to appraise');
  setCoders(astrid, review.id, 2);
  const instrumentId = takeInstrument(astrid, review.id, 'qualitative');
  const { sections } = requireInstrument(db, review.id, instrumentId);
  const replies = ['yes', 'yes', 'unclear', 'no', 'not_applicable'] as const;
  const answers = questionsOf(sections).map(({ key }, index) => {
    const reply = replies[index % replies.length] ?? 'yes';
    return [key, { reply, comment: 'See the section on method', locator: 'p. 4', excerptIds: [] }];
  });
  const input = {
    answers: Object.fromEntries(answers),
    overall: 'some_concern' as const,
    reason: 'It is not told how the analysis was made.',
  };
  for (const reportId of [agreed, open])
    for (const person of [astrid, bjorn])
      saveAppraisal(person, review.id, { instrumentId, reportId }, { ...input, isDone: true });
  agreeOnAppraisal(astrid, review.id, { instrumentId, reportId: agreed }, input);
  const finding = review.findings.find(({ supportingIds }) => supportingIds.length > 0);
  if (finding)
    judgeConfidence(astrid, review.id, finding.id, {
      components,
      level: 'moderate',
      explanation: { en: 'Few studies, but they agree.', sv: 'Få studier, men de är överens.' },
    });
  return review.slug;
}
