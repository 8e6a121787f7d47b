/** The exercise: a review made up for practising to screen, on references that are real. */
import type { Words } from '../words.ts';

export type ExerciseCriterion = {
  key: string;
  kind: 'include' | 'exclude';
  label: Words;
  text: Words;
};

export const exerciseReview: {
  slug: string;
  isExercise: true;
  title: Words;
  notice: Words;
  question: Words;
  framework: {
    name: 'PCC';
    elements: { key: string; letter: string; label: Words; text: Words }[];
  };
} = {
  slug: 'exercise',
  isExercise: true,
  title: {
    en: 'Exercise: screen a pile of references',
    sv: 'Övning: granska en hög referenser',
    nb: 'Øvelse: vurder en bunke referanser',
    nn: 'Øving: vurder ein bunke referansar',
  },
  notice: {
    en: 'This is an exercise. The references are real, the review is not, and its result says nothing about the field',
    sv: 'Det här är en övning. Referenserna är verkliga, översikten är det inte, och resultatet säger ingenting om fältet',
    nb: 'Dette er en øvelse. Referansene er ekte, gjennomgangen er det ikke, og resultatet sier ingenting om feltet',
    nn: 'Dette er ei øving. Referansane er ekte, gjennomgangen er det ikkje, og resultatet seier ingenting om feltet',
  },
  question: {
    en: 'What helps and what hinders municipalities and volunteers in working together on health and care?',
    sv: 'Vad främjar och vad hindrar kommuner och frivilliga från att arbeta tillsammans inom vård och omsorg?',
    nb: 'Hva fremmer og hva hemmer at kommuner og frivillige arbeider sammen om helse og omsorg?',
    nn: 'Kva fremjar og kva hemmar at kommunar og frivillige arbeider saman om helse og omsorg?',
  },
  framework: {
    name: 'PCC',
    elements: [
      {
        key: 'population',
        letter: 'P',
        label: { en: 'Population', sv: 'Population', nb: 'Populasjon', nn: 'Populasjon' },
        text: {
          en: 'People who receive health or care services, and those who give them: staff and volunteers',
          sv: 'Människor som får vård eller omsorg, och de som ger den: personal och frivilliga',
          nb: 'Mennesker som mottar helse- eller omsorgstjenester, og de som gir dem: ansatte og frivillige',
          nn: 'Menneske som tek imot helse- eller omsorgstenester, og dei som gjev dei: tilsette og frivillige',
        },
      },
      {
        key: 'concept',
        letter: 'C',
        label: { en: 'Concept', sv: 'Begrepp', nb: 'Begrep', nn: 'Omgrep' },
        text: {
          en: 'Cooperation, co-production and co-creation between public bodies and the voluntary sector',
          sv: 'Samarbete, samproduktion och samskapande mellan offentliga verksamheter och frivilligsektorn',
          nb: 'Samarbeid, samproduksjon og samskaping mellom offentlige virksomheter og frivillig sektor',
          nn: 'Samarbeid, samproduksjon og samskaping mellom offentlege verksemder og frivillig sektor',
        },
      },
      {
        key: 'context',
        letter: 'C',
        label: { en: 'Context', sv: 'Kontext', nb: 'Kontekst', nn: 'Kontekst' },
        text: {
          en: 'Municipalities and other local authorities in the Nordic countries and the rest of Europe',
          sv: 'Kommuner och andra lokala myndigheter i Norden och övriga Europa',
          nb: 'Kommuner og andre lokale myndigheter i Norden og resten av Europa',
          nn: 'Kommunar og andre lokale styresmakter i Norden og resten av Europa',
        },
      },
    ],
  },
};

export const exerciseCriteria: ExerciseCriterion[] = [
  {
    key: 'I1',
    kind: 'include',
    label: { en: 'Cooperation', sv: 'Samarbete', nb: 'Samarbeid', nn: 'Samarbeid' },
    text: {
      en: 'Is about public bodies working together with volunteers, voluntary organisations or civil society',
      sv: 'Handlar om att offentliga verksamheter arbetar tillsammans med frivilliga, frivilligorganisationer eller civilsamhället',
      nb: 'Handler om at offentlige virksomheter arbeider sammen med frivillige, frivillige organisasjoner eller sivilsamfunnet',
      nn: 'Handlar om at offentlege verksemder arbeider saman med frivillige, frivillige organisasjonar eller sivilsamfunnet',
    },
  },
  {
    key: 'I2',
    kind: 'include',
    label: {
      en: 'Health and care',
      sv: 'Vård och omsorg',
      nb: 'Helse og omsorg',
      nn: 'Helse og omsorg',
    },
    text: {
      en: 'The field is health care, social care or long-term care',
      sv: 'Området är hälso- och sjukvård, omsorg eller långvarig vård',
      nb: 'Feltet er helsetjenester, omsorg eller langtidspleie',
      nn: 'Feltet er helsetenester, omsorg eller langtidspleie',
    },
  },
  {
    key: 'I3',
    kind: 'include',
    label: { en: 'Europe', sv: 'Europa', nb: 'Europa', nn: 'Europa' },
    text: {
      en: 'Concerns the Nordic countries or another European country',
      sv: 'Gäller de nordiska länderna eller ett annat europeiskt land',
      nb: 'Gjelder de nordiske landene eller et annet europeisk land',
      nn: 'Gjeld dei nordiske landa eller eit anna europeisk land',
    },
  },
  {
    key: 'E1',
    kind: 'exclude',
    label: {
      en: 'Not cooperation',
      sv: 'Inte samarbete',
      nb: 'Ikke samarbeid',
      nn: 'Ikkje samarbeid',
    },
    text: {
      en: 'Is not about cooperation between public bodies and volunteers',
      sv: 'Handlar inte om samarbete mellan offentliga verksamheter och frivilliga',
      nb: 'Handler ikke om samarbeid mellom offentlige virksomheter og frivillige',
      nn: 'Handlar ikkje om samarbeid mellom offentlege verksemder og frivillige',
    },
  },
  {
    key: 'E2',
    kind: 'exclude',
    label: { en: 'Other field', sv: 'Annat område', nb: 'Annet felt', nn: 'Anna felt' },
    text: {
      en: 'Is about another field than health and care',
      sv: 'Handlar om ett annat område än vård och omsorg',
      nb: 'Handler om et annet felt enn helse og omsorg',
      nn: 'Handlar om eit anna felt enn helse og omsorg',
    },
  },
  {
    key: 'E3',
    kind: 'exclude',
    label: { en: 'No study', sv: 'Ingen studie', nb: 'Ikke en studie', nn: 'Ikkje ein studie' },
    text: {
      en: 'Reports no study: policy document, law, debate or method text',
      sv: 'Redovisar ingen studie: policydokument, lag, debatt eller metodtext',
      nb: 'Rapporterer ingen studie: policydokument, lov, debatt eller metodetekst',
      nn: 'Rapporterer ingen studie: policydokument, lov, debatt eller metodetekst',
    },
  },
  {
    key: 'E4',
    kind: 'exclude',
    label: {
      en: 'Outside Europe',
      sv: 'Utanför Europa',
      nb: 'Utenfor Europa',
      nn: 'Utanfor Europa',
    },
    text: {
      en: 'Concerns only countries outside Europe',
      sv: 'Gäller bara länder utanför Europa',
      nb: 'Gjelder bare land utenfor Europa',
      nn: 'Gjeld berre land utanfor Europa',
    },
  },
];
