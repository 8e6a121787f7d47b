/** The TFoU review of 2012 as a protocol: questions, limits, criteria and how it searched. */
import type { Words } from '../words.ts';
import { type Source, tfou } from './source.ts';

export type ReviewQuestion = { key: string; parent: string | null; text: Words; source: Source };
export type Criterion = {
  key: string;
  kind: 'include' | 'exclude';
  label: Words;
  text: Words;
  source: Source;
};
export type ProtocolFact = { key: string; label: Words; text: Words; source: Source };

export const tfouReview = {
  slug: 'tfou-2012',
  title: {
    en: 'Cooperation between municipalities and the voluntary sector in nursing and care',
    sv: 'Samarbete mellan kommuner och frivilligsektorn inom vård och omsorg',
    nb: 'Samarbeid mellom kommuner og frivillig sektor innen pleie og omsorg',
    nn: 'Samarbeid mellom kommunar og frivillig sektor innan pleie og omsorg',
  },
  kind: 'literature_review_with_cases',
  kindLabel: {
    en: 'Literature review with case studies',
    sv: 'Litteraturöversikt med fallstudier',
    nb: 'Litteraturgjennomgang med casestudier',
    nn: 'Litteraturgjennomgang med casestudiar',
  },
  publication: 'solbjor-2012',
  commissionedBy: 'Kompetansesenter for distriktsutvikling (Distriktssenteret)',
  carriedOutBy: 'Trøndelag Forskning og Utvikling AS (TFoU)',
  commissioned: '2012-06',
  reported: '2012-09',
  /** Countries of interest: Norway and the Nordic region; results came from three of them. */
  countriesFound: ['NO', 'SE', 'DK'],
  /** The report gives no publication years, no dates of searching and no numbers of hits. */
  periodFrom: null,
  periodTo: null,
  searchedOn: null,
  recordsIdentified: null,
  recordsIncluded: null,
  searchTerms: [
    'Frivillig sektor',
    'frivillig arbeid',
    'frivillige tiltak',
    'omsorg',
    'pleie',
    'kommune',
  ],
  searchLanguages: ['no', 'en', 'da', 'sv'],
  source: tfou('Foreword; Summary; 3.1', 11),
} as const satisfies { title: Words; kindLabel: Words; source: Source; [key: string]: unknown };

export const tfouQuestions: ReviewQuestion[] = [
  {
    key: 'Q1',
    parent: null,
    text: {
      en: 'How do municipalities and the voluntary sector cooperate on nursing and care today, in Norway and the Nordic countries?',
      sv: 'Hur samarbetar kommuner och frivilligsektorn om vård och omsorg i dag, i Norge och Norden?',
      nb: 'Hvordan samarbeider kommuner og frivillig sektor om pleie og omsorg i dag, i Norge og Norden?',
      nn: 'Korleis samarbeider kommunar og frivillig sektor om pleie og omsorg i dag, i Noreg og Norden?',
    },
    source: tfou('1.1', 2),
  },
  {
    key: 'Q2',
    parent: null,
    text: {
      en: 'Which instruments for cooperation are there at national, regional and local level?',
      sv: 'Vilka verktyg för samarbete finns på nationell, regional och lokal nivå?',
      nb: 'Hvilke virkemidler har man for samarbeid på nasjonalt, regionalt og lokalt nivå?',
      nn: 'Kva verkemiddel har ein for samarbeid på nasjonalt, regionalt og lokalt nivå?',
    },
    source: tfou('1.1', 2),
  },
  {
    key: 'Q3',
    parent: null,
    text: {
      en: 'What helps and what hinders cooperation on nursing and care in the municipalities?',
      sv: 'Vad främjar och vad hindrar samarbetet om vård och omsorg i kommunerna?',
      nb: 'Hva fremmer og hva hemmer samarbeidet om pleie og omsorg i kommunene?',
      nn: 'Kva fremjar og kva hemmar samarbeidet om pleie og omsorg i kommunane?',
    },
    source: tfou('1.1', 2),
  },
  {
    key: 'Q1a',
    parent: 'Q1',
    text: {
      en: 'How widespread is the cooperation, and what resources go into it?',
      sv: 'Hur utbrett är samarbetet, och vilka resurser läggs på det?',
      nb: 'Hvor utbredt er samarbeidet, og hvilke ressurser brukes på det?',
      nn: 'Kor utbreidd er samarbeidet, og kva ressursar blir brukte på det?',
    },
    source: tfou('1.1; 4', 2),
  },
  {
    key: 'Q1b',
    parent: 'Q1',
    text: {
      en: 'Which services are offered, and how are they delivered?',
      sv: 'Vilka tjänster erbjuds, och hur ges de?',
      nb: 'Hvilke tjenester tilbys, og hvordan blir de levert?',
      nn: 'Kva tenester blir tilbodne, og korleis blir dei leverte?',
    },
    source: tfou('1.1; 4', 2),
  },
  {
    key: 'Q1c',
    parent: 'Q1',
    text: {
      en: 'Who takes the initiative, who are the main actors, and is cooperation more common in some municipalities than in others?',
      sv: 'Vem tar initiativet, vilka är huvudaktörerna, och är samarbete vanligare i vissa kommuner än i andra?',
      nb: 'Hvem tar initiativet, hvem er hovedaktørene, og er samarbeid vanligere i noen kommuner enn i andre?',
      nn: 'Kven tek initiativet, kven er hovudaktørane, og er samarbeid vanlegare i nokre kommunar enn i andre?',
    },
    source: tfou('1.1; 4', 2),
  },
  {
    key: 'Q3a',
    parent: 'Q3',
    text: {
      en: 'Do small and rural municipalities meet enablers or barriers of their own?',
      sv: 'Möter små kommuner och landsbygdskommuner särskilda främjande faktorer eller hinder?',
      nb: 'Møter distriktskommuner egne fremmere eller hemmere?',
      nn: 'Møter distriktskommunar eigne fremjarar eller hemmarar?',
    },
    source: tfou('1; 1.1', 1),
  },
];

export const tfouCriteria: Criterion[] = [
  {
    key: 'I1',
    kind: 'include',
    label: { en: 'Cooperation', sv: 'Samarbete', nb: 'Samarbeid', nn: 'Samarbeid' },
    text: {
      en: 'Is about cooperation, in a wide sense, between a municipality and the voluntary sector',
      sv: 'Handlar om samarbete, i vid mening, mellan en kommun och frivilligsektorn',
      nb: 'Handler om samarbeid, i vid forstand, mellom en kommune og frivillig sektor',
      nn: 'Handlar om samarbeid, i vid forstand, mellom ein kommune og frivillig sektor',
    },
    source: tfou('1.2; 3.1', 12),
  },
  {
    key: 'I2',
    kind: 'include',
    label: { en: 'Unpaid', sv: 'Oavlönat', nb: 'Ulønnet', nn: 'Ulønt' },
    text: {
      en: 'The voluntary work is unpaid and done for people other than one’s own family and friends',
      sv: 'Det frivilliga arbetet är oavlönat och görs för andra än den egna familjen och vänner',
      nb: 'Det frivillige arbeidet er ulønnet og gjøres for andre enn egen familie og venner',
      nn: 'Det frivillige arbeidet er ulønt og blir gjort for andre enn eigen familie og vener',
    },
    source: tfou('1.2; 3.1', 12),
  },
  {
    key: 'I3',
    kind: 'include',
    label: { en: 'Care', sv: 'Vård och omsorg', nb: 'Pleie og omsorg', nn: 'Pleie og omsorg' },
    text: {
      en: 'Concerns nursing and care for people of any age with reduced functional capacity',
      sv: 'Gäller vård och omsorg för personer i alla åldrar med nedsatt funktionsförmåga',
      nb: 'Gjelder pleie og omsorg for personer i alle aldre med redusert funksjonsevne',
      nn: 'Gjeld pleie og omsorg for personar i alle aldrar med redusert funksjonsevne',
    },
    source: tfou('1.2', 3),
  },
  {
    key: 'I4',
    kind: 'include',
    label: { en: 'Nordic', sv: 'Norden', nb: 'Norden', nn: 'Norden' },
    text: {
      en: 'Draws on Norway or another Nordic country, with an eye to municipalities and rural districts',
      sv: 'Bygger på Norge eller ett annat nordiskt land, med blick för kommuner och landsbygd',
      nb: 'Bygger på Norge eller et annet nordisk land, med blikk for kommuner og distrikt',
      nn: 'Byggjer på Noreg eller eit anna nordisk land, med blikk for kommunar og distrikt',
    },
    source: tfou('1; 3.1', 12),
  },
  {
    key: 'E1',
    kind: 'exclude',
    label: { en: 'Policy', sv: 'Policydokument', nb: 'Policydokument', nn: 'Policydokument' },
    text: {
      en: 'Policy document',
      sv: 'Policydokument',
      nb: 'Policydokument',
      nn: 'Policydokument',
    },
    source: tfou('3.1', 12),
  },
  {
    key: 'E2',
    kind: 'exclude',
    label: { en: 'Hospitals', sv: 'Sjukhusvård', nb: 'Helseforetak', nn: 'Helseføretak' },
    text: {
      en: 'Is about health enterprises (hospital trusts)',
      sv: 'Handlar om norska sjukhusföretag (helseforetak)',
      nb: 'Handler om helseforetak',
      nn: 'Handlar om helseføretak',
    },
    source: tfou('3.1', 12),
  },
  {
    key: 'E3',
    kind: 'exclude',
    label: { en: 'Oslo', sv: 'Oslo', nb: 'Oslo', nn: 'Oslo' },
    text: {
      en: 'The example comes from Oslo',
      sv: 'Exemplet kommer från Oslo',
      nb: 'Eksempelet er fra Oslo',
      nn: 'Dømet er frå Oslo',
    },
    source: tfou('3.1', 12),
  },
  {
    key: 'E4',
    kind: 'exclude',
    label: { en: 'Prevention', sv: 'Förebyggande', nb: 'Forebygging', nn: 'Førebygging' },
    text: {
      en: 'Voluntary work for prevention or public health',
      sv: 'Frivilligt arbete för förebyggande insatser eller folkhälsa',
      nb: 'Frivillig arbeid for forebygging eller folkehelse',
      nn: 'Frivillig arbeid for førebygging eller folkehelse',
    },
    source: tfou('1.2', 3),
  },
];

/** Who commissioned, carried out and reported it. */
export const attribution: Words = {
  en: 'Marit Solbjør, Birgitte Johansen and Hanne Hestvik Kleiven, Trøndelag Forskning og Utvikling AS (TFoU), for Distriktssenteret; reported in September 2012. Restated here in our own words.',
  sv: 'Marit Solbjør, Birgitte Johansen och Hanne Hestvik Kleiven, Trøndelag Forskning og Utvikling AS (TFoU), för Distriktssenteret; rapporterad i september 2012. Här återgiven med våra egna ord.',
  nb: 'Marit Solbjør, Birgitte Johansen og Hanne Hestvik Kleiven, Trøndelag Forskning og Utvikling AS (TFoU), for Distriktssenteret; rapportert i september 2012. Her gjengitt med våre egne ord.',
  nn: 'Marit Solbjør, Birgitte Johansen og Hanne Hestvik Kleiven, Trøndelag Forskning og Utvikling AS (TFoU), for Distriktssenteret; rapportert i september 2012. Her attgjeve med våre eigne ord.',
};
