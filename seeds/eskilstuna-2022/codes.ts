/** Two codebooks of the demonstration review: themes, and forms of contribution. */
import type { Locale, Words } from '../words.ts';
import { contributionCodes } from './codes-contribution.ts';
import { themeCodes } from './codes-themes.ts';
import { figure, type Source } from './source.ts';

export type Code = {
  key: string;
  parent: string | null;
  label: Words;
  definition: Words;
  synonyms: Record<Locale, string[]>;
  /** Null where the code is the demonstration's own and not the document's. */
  source: Source | null;
};

export type Codebook = {
  key: string;
  label: Words;
  definition: Words;
  /** True where the codes are steps that follow each other. */
  ordered: boolean;
  codes: Code[];
  source: Source | null;
};

export const themes: Codebook = {
  key: 'themes',
  label: { en: 'Themes', sv: 'Teman', nb: 'Temaer', nn: 'Tema' },
  definition: {
    en: 'What a finding is about. The tree is the demonstration’s own; the document sorts its findings into three kinds only.',
    sv: 'Vad ett resultat handlar om. Trädet är demonstrationens eget; dokumentet delar bara in sina resultat i tre slag.',
    nb: 'Hva et funn handler om. Treet er demonstrasjonens eget; dokumentet deler bare funnene i tre slag.',
    nn: 'Kva eit funn handlar om. Treet er laga for demonstrasjonen; dokumentet deler berre funna i tre slag.',
  },
  ordered: false,
  codes: themeCodes,
  source: null,
};

const contributionForms: Codebook = {
  key: 'contribution-forms',
  label: {
    en: 'Form of contribution',
    sv: 'Form av insats',
    nb: 'Form for innsats',
    nn: 'Form for innsats',
  },
  definition: {
    en: 'Three groups of unpaid contributors, after Andfossen (2016).',
    sv: 'Tre grupper som bidrar utan betalning, efter Andfossen (2016).',
    nb: 'Tre grupper som bidrar uten betaling, etter Andfossen (2016).',
    nn: 'Tre grupper som bidreg utan betaling, etter Andfossen (2016).',
  },
  ordered: false,
  codes: contributionCodes,
  source: figure(2),
};

export const codebooks: Codebook[] = [themes, contributionForms];
