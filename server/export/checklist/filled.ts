/** A checklist filled in for a review: where each item stands by its rows, and by what a person says. */

import type { Checklist } from '../../../schema/checklists.ts';
import type { Locale } from '../../../schema/columns.ts';
import type { Connection } from '../../db.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { flowOf } from '../../synthesis/flow/flow.ts';
import { answersOf } from './answers.ts';
import { itemsOf } from './items.ts';
import { proposalsOf } from './proposed.ts';
import { sectionsOf } from './sections.ts';
import { type InForce, inForce, statementsOf } from './statements.ts';

export type Asked = {
  db: Connection;
  review: ReviewRow;
  list: Checklist;
  locale: Locale;
  /** The public is shown what everybody may see. */
  isPublic: boolean;
};

export type FilledChecklist = ReturnType<typeof filledChecklist>;
export type FilledItem = FilledChecklist['items'][number];

export function filledChecklist({ db, review, list, locale, isPublic }: Asked) {
  const flow = flowOf(db, review);
  const answers = answersOf(db, review, flow);
  const sections = sectionsOf({ db, review, locale, isPublic }, (topic) => Boolean(answers[topic]));
  const proposedFor = proposalsOf({ db, review, list, flow }, { answers, sections });
  const statements = statementsOf(db, review.id, list);
  const items = itemsOf(list).map(({ number, topic }) => {
    const proposed = proposedFor(topic);
    const said = shownTo(isPublic, inForce(statements, number));
    // Where an item is not answered, no place is named that would seem to answer it.
    const isThere = proposed !== 'not_reported';
    return {
      number,
      topic,
      proposed,
      standing: said?.answer ?? proposed,
      said,
      sections: (isThere && sections[topic]) || [],
      answer: (isThere && answers[topic]) || null,
    };
  });
  return { review, list, locale, items, answers, sections };
}

/** Who said it is the team's to know. */
const shownTo = (isPublic: boolean, said: InForce | null) =>
  said && { ...said, name: isPublic ? null : said.name };

/** The list that a review of this kind follows. */
export const ownChecklist = ({ kind }: ReviewRow): Checklist =>
  kind === 'scoping' || kind === 'evidence_map' ? 'prisma-scr' : 'prisma-2020';
