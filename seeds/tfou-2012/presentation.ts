/** Words that the loaded TFoU review needs beside its data: names of codebooks, of aspects, and a note on numbers. */
import type { CodebookInput } from '../../server/coding/codebooks/codebooks.ts';
import type { Words } from '../words.ts';
import type { Municipality } from './cases.ts';

export const factorBook: CodebookInput = {
  key: 'factors',
  kind: 'tree',
  label: {
    en: 'Factor groups',
    sv: 'Faktorgrupper',
    nb: 'Faktorgrupper',
    nn: 'Faktorgrupper',
  },
  description: {
    en: 'The six groups under which the report gathers what helps and what hinders.',
    sv: 'De sex grupper som rapporten samlar det främjande och det hindrande under.',
    nb: 'De seks gruppene som rapporten samler fremmere og hemmere under.',
    nn: 'Dei seks gruppene som rapporten samlar fremjarar og hemmarar under.',
  },
  source: 'Solbjør, Johansen & Kleiven (2012), Tabell 6-2, s. 76',
};

export const instrumentBook: CodebookInput = {
  key: 'instruments',
  kind: 'tree',
  label: { en: 'Instruments', sv: 'Verktyg', nb: 'Virkemidler', nn: 'Verkemiddel' },
  description: {
    en: 'Instruments for cooperation that the report lists from the literature, under the kinds it names; which kind each belongs to is our reading.',
    sv: 'Verktyg för samarbete som rapporten listar ur litteraturen, under de slag den nämner; vilket slag vart och ett hör till är vår läsning.',
    nb: 'Virkemidler for samarbeid som rapporten lister opp fra litteraturen, under de typene den nevner; hvilken type hvert av dem hører til, er vår lesning.',
    nn: 'Verkemiddel for samarbeid som rapporten listar opp frå litteraturen, under dei typane han nemner; kva type kvart av dei høyrer til, er vår lesing.',
  },
  source: 'Solbjør, Johansen & Kleiven (2012), 6.2 og 6.3, s. 59–61',
};

/** Table 3-2, one aspect for each of its columns. */
export const tableAspects: {
  key: string;
  label: Words;
  readFrom: (row: Municipality) => string | number;
}[] = [
  {
    key: 'county',
    label: { en: 'County', sv: 'Fylke', nb: 'Fylke', nn: 'Fylke' },
    readFrom: ({ county }) => county,
  },
  {
    key: 'inhabitants',
    label: { en: 'Inhabitants', sv: 'Invånare', nb: 'Innbyggere', nn: 'Innbyggjarar' },
    readFrom: ({ inhabitants }) => inhabitants,
  },
  {
    key: 'municipal-informants',
    label: {
      en: 'Informants from the municipality',
      sv: 'Informanter från kommunen',
      nb: 'Informanter fra kommunen',
      nn: 'Informantar frå kommunen',
    },
    readFrom: ({ informants }) => informants.municipal,
  },
  {
    key: 'voluntary-informants',
    label: {
      en: 'Informants from the voluntary sector',
      sv: 'Informanter från frivilligsektorn',
      nb: 'Informanter fra frivillig sektor',
      nn: 'Informantar frå frivillig sektor',
    },
    readFrom: ({ informants }) => informants.voluntary,
  },
  {
    key: 'user-informants',
    label: {
      en: 'Informants among users',
      sv: 'Informanter bland brukare',
      nb: 'Informanter blant brukere',
      nn: 'Informantar blant brukarar',
    },
    readFrom: ({ informants }) => informants.user,
  },
];

/** Beside the flow and in the protocol. */
export const includedNote: Words = {
  en: 'The report gives no numbers of records or publications. Its text names 28 studies, and its reference list is missing in the stored copy: the report itself and the 11 studies whose titles are known are listed, and what it says of the others stands under the report.',
  sv: 'Rapporten anger inga antal poster eller publikationer. Texten nämner 28 studier, och referenslistan saknas i den lagrade kopian: rapporten själv och de 11 studier vars titlar är kända är listade, och det den säger om de andra står under rapporten.',
  nb: 'Rapporten oppgir ingen antall poster eller publikasjoner. Teksten nevner 28 studier, og referanselisten mangler i den lagrede kopien: rapporten selv og de 11 studiene med kjent tittel er listet opp, og det den sier om de andre, står under rapporten.',
  nn: 'Rapporten oppgjev ingen tal på postar eller publikasjonar. Teksten nemner 28 studiar, og referanselista manglar i den lagra kopien: rapporten sjølv og dei 11 studiane med kjend tittel er lista opp, og det han seier om dei andre, står under rapporten.',
};
