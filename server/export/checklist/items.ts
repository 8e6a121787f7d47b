/**
 * The reporting checklists, item by item in our own words: PRISMA 2020 (Page et al. 2021, 10.1136/bmj.n71) and
 * PRISMA-ScR (Tricco et al. 2018, 10.7326/M18-0850). The official wording stands there.
 */
export const topics = [
  'title',
  'abstract',
  'rationale',
  'objectives',
  'eligibility',
  'sources',
  'search',
  'selection',
  'collection',
  'data_items',
  'appraisal',
  'effect_measures',
  'synthesis_methods',
  'reporting_bias',
  'certainty',
  'study_selection',
  'characteristics',
  'appraisal_results',
  'individual_results',
  'synthesis_results',
  'reporting_bias_results',
  'certainty_results',
  'discussion',
  'limitations',
  'conclusions',
  'registration',
  'support',
  'interests',
  'availability',
] as const;
export type Topic = (typeof topics)[number];

export const checklists = ['prisma-2020', 'prisma-scr'] as const;
export type Checklist = (typeof checklists)[number];

const prisma2020: readonly Topic[] = topics.filter(
  (topic) => topic !== 'limitations' && topic !== 'conclusions',
);
const prismaScr: readonly Topic[] = [
  ...(['title', 'abstract', 'rationale', 'objectives', 'registration', 'eligibility'] as const),
  ...(['sources', 'search', 'selection', 'collection', 'data_items', 'appraisal'] as const),
  ...(['synthesis_methods', 'study_selection', 'characteristics', 'appraisal_results'] as const),
  ...(['individual_results', 'synthesis_results', 'discussion', 'limitations'] as const),
  ...(['conclusions', 'support'] as const),
];

/** An item's number is its place. */
export const itemsOf = (checklist: Checklist): readonly Topic[] =>
  checklist === 'prisma-2020' ? prisma2020 : prismaScr;
