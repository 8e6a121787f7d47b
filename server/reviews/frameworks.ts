/** What each framework for a review's question is made of, in its own order. */
import type { Framework } from '../../schema/reviews.ts';

export const frameworkElements: Record<Framework, readonly string[]> = {
  PCC: ['population', 'concept', 'context'],
  PICO: ['population', 'intervention', 'comparison', 'outcome'],
  PICOS: ['population', 'intervention', 'comparison', 'outcome', 'study_design'],
  PEO: ['population', 'exposure', 'outcome'],
  SPIDER: ['sample', 'phenomenon', 'design', 'evaluation', 'research_type'],
  SPICE: ['setting', 'perspective', 'intervention', 'comparison', 'evaluation'],
  none: [],
};
