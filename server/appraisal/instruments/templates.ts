/** The instruments that come with the tool; a review takes those it wants and may change its copies. */
import { caseStudy } from './case-study.ts';
import { crossSectional } from './cross-sectional.ts';
import { greyLiterature } from './grey-literature.ts';
import type { InstrumentTemplate } from './make.ts';
import { mixedMethods } from './mixed-methods.ts';
import { qualitative } from './qualitative.ts';

export const instrumentTemplates: readonly InstrumentTemplate[] = [
  qualitative,
  crossSectional,
  mixedMethods,
  caseStudy,
  greyLiterature,
];
