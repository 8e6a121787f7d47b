/** How an instrument of ours is written down: each text once in every language, in the order of the languages. */

import type { InstrumentQuestion, InstrumentSection } from '../../../schema/appraisal.ts';
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import type { StudyDesign } from '../../../schema/extraction.ts';

export type InstrumentTemplate = {
  key: string;
  label: Words;
  source: Words;
  designs: StudyDesign[];
  sections: InstrumentSection[];
};

/** In the order en, sv, nb, nn. */
type Texts = readonly [en: string, sv: string, nb: string, nn: string];

export const say = (...texts: Texts): Words =>
  Object.fromEntries(locales.map((locale: Locale, at) => [locale, texts[at] ?? '']));

export const section = (
  key: string,
  label: Words,
  questions: InstrumentQuestion[],
): InstrumentSection => ({ key, label, questions });

/** Yes speaks for the study, no against it, unclear gives some concern. */
export const question = (key: string, text: Words, guidance: Words): InstrumentQuestion => ({
  key,
  text,
  guidance,
  judgements: { yes: 'good', no: 'bad', unclear: 'some_concern' },
});
