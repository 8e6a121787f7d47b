/**
 * The reporting checklists, line by line in our own words: PRISMA 2020 and its checklist for abstracts (Page et al.
 * 2021, 10.1136/bmj.n71), PRISMA-ScR (Tricco et al. 2018, 10.7326/M18-0850). The official wording stands there.
 */
import type { Checklist } from '../../../schema/checklists.ts';

/** Items in order; one with several lines has a letter for each. */
const prisma2020 = [
  'title',
  'abstract',
  'rationale',
  'objectives',
  'eligibility',
  'sources',
  'search',
  'selection',
  'collection',
  ['outcomes', 'variables'],
  'appraisal',
  'effect_measures',
  [
    'synthesis_eligibility',
    'data_preparation',
    'presentation',
    'synthesis_methods',
    'heterogeneity',
    'sensitivity',
  ],
  'reporting_bias',
  'certainty',
  ['study_selection', 'near_misses'],
  'characteristics',
  'appraisal_results',
  'individual_results',
  ['contributing_studies', 'synthesis_results', 'heterogeneity_results', 'sensitivity_results'],
  'reporting_bias_results',
  'certainty_results',
  ['discussion', 'evidence_limits', 'process_limits', 'implications'],
  ['registration', 'protocol', 'amendments'],
  'support',
  'interests',
  'availability',
] as const;

const inAbstract = [
  'short_objectives',
  'short_eligibility',
  'short_sources',
  'short_appraisal',
  'short_synthesis',
  'short_included',
  'short_results',
  'short_limits',
  'short_interpretation',
  'short_support',
  'short_registration',
] as const;

const prismaScr = [
  'title',
  'abstract',
  'rationale',
  'objectives',
  'protocol_and_registration',
  'eligibility_reasons',
  'sources',
  'one_search',
  'selection',
  'collection',
  'data_items',
  'appraisal',
  'synthesis_methods',
  'study_selection',
  'characteristics',
  'appraisal_results',
  'individual_results',
  'synthesis_results',
  'summary_of_evidence',
  'limitations',
  'conclusions',
  'support',
] as const;

type Line<Part> = Part extends readonly (infer Inner)[] ? Inner : Part;
export type Topic = Line<
  (typeof prisma2020)[number] | (typeof inAbstract)[number] | (typeof prismaScr)[number]
>;

/** `number` is the checklist's own: `16b`. */
export type Item = { number: string; topic: Topic };

const lists: Record<Checklist, readonly Item[]> = {
  'prisma-2020': numbered(prisma2020),
  'prisma-2020-abstract': numbered(['title', ...inAbstract]),
  'prisma-scr': numbered(prismaScr),
};

export const itemsOf = (list: Checklist): readonly Item[] => lists[list];

/** What the checklist for abstracts asks of the summary. */
export const abstractTopics: readonly Topic[] = inAbstract;

function numbered(items: readonly (Topic | readonly Topic[])[]): Item[] {
  return items.flatMap((lines, at) =>
    typeof lines === 'string'
      ? [{ number: String(at + 1), topic: lines }]
      : lines.map((topic, letter) => ({ number: `${at + 1}${'abcdef'[letter]}`, topic })),
  );
}
