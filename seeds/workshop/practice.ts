/** The working day as practice input: its discussions and the assignment to recommend. */
import type { Source } from '../tfou-2012/source.ts';
import type { Words } from '../words.ts';
import { slide } from './framework.ts';

export type Discussion = {
  key: string;
  /** As the programme prints it; null where it gives none. */
  time: string | null;
  label: Words;
  questions: Words[];
  source: Source;
};
export type AssignmentStep = { minutesFrom: number; minutesTo: number; text: Words };

export const workday = {
  key: 'workday-2025',
  organiser: 'Distriktssenteret',
  date: '2025-11-25',
  title: {
    en: 'Working day on co-creation of welfare services',
    sv: 'Arbetsdag om samskapande av välfärdstjänster',
    nb: 'Arbeidsverksted om samskaping om velferdstjenester',
    nn: 'Arbeidsverkstad om samskaping om velferdstenester',
  },
  speakers: [
    'Eugene Guribye',
    'Håkon Solbu Trætteberg',
    'Eivind Hageberg',
    'Ingrid Køhler Knutsen',
    'Lars Kobro',
    'Gard Ringen Høibjerg',
  ],
  source: slide('programme'),
} as const satisfies { title: Words; source: Source; [key: string]: unknown };

export const discussions: Discussion[] = [
  {
    key: 'warm-up',
    time: null,
    label: { en: 'Warming up', sv: 'Uppvärmning', nb: 'Oppvarming', nn: 'Oppvarming' },
    questions: [
      {
        en: 'Which words describe good co-creation of welfare services?',
        sv: 'Vilka ord beskriver gott samskapande av välfärdstjänster?',
        nb: 'Hvilke ord beskriver god samskaping om velferdstjenester?',
        nn: 'Kva ord skildrar god samskaping om velferdstenester?',
      },
      {
        en: 'What marks the dialogue, the processes and the services?',
        sv: 'Vad utmärker dialogen, processerna och tjänsterna?',
        nb: 'Hva kjennetegner dialogen, prosessene og tilbudene?',
        nn: 'Kva kjenneteiknar dialogen, prosessane og tilboda?',
      },
    ],
    source: slide('Oppvarming'),
  },
  {
    key: 'room',
    time: '13.15-13.40',
    label: {
      en: 'Room for action',
      sv: 'Handlingsutrymme',
      nb: 'Handlingsrom',
      nn: 'Handlingsrom',
    },
    questions: [
      {
        en: 'Which possibilities do we see?',
        sv: 'Vilka möjligheter ser vi?',
        nb: 'Hvilke muligheter ser vi?',
        nn: 'Kva moglegheiter ser vi?',
      },
      {
        en: 'When is co-creation most useful?',
        sv: 'När är samskapande till störst nytta?',
        nb: 'Når er samskaping mest til nytte?',
        nn: 'Når er samskaping mest til nytte?',
      },
      {
        en: 'What are the greatest challenges?',
        sv: 'Vilka är de största utmaningarna?',
        nb: 'Hva er de største utfordringene?',
        nn: 'Kva er dei største utfordringane?',
      },
      {
        en: 'Which barriers and enablers matter most?',
        sv: 'Vilka hinder och främjande faktorer är viktigast?',
        nb: 'Hvilke hemmere og fremmere er viktigst?',
        nn: 'Kva hemmarar og fremjarar er viktigast?',
      },
    ],
    source: slide('Drøfting 13.15-13.40'),
  },
  {
    key: 'tools',
    time: '14.35-15.05',
    label: {
      en: 'Tools and knowledge',
      sv: 'Verktyg och kunskap',
      nb: 'Verktøy og kunnskap',
      nn: 'Verktøy og kunnskap',
    },
    questions: [
      {
        en: 'How are the models useful?',
        sv: 'På vilket sätt är modellerna användbara?',
        nb: 'Hvordan er modellene nyttige?',
        nn: 'Korleis er modellane nyttige?',
      },
      {
        en: 'Which tools and resources strengthen co-creation?',
        sv: 'Vilka verktyg och resurser stärker samskapandet?',
        nb: 'Hvilke verktøy og ressurser styrker samskapingen?',
        nn: 'Kva verktøy og ressursar styrkjer samskapinga?',
      },
      {
        en: 'What do we need more of?',
        sv: 'Vad behöver vi mer av?',
        nb: 'Hva trenger vi mer av?',
        nn: 'Kva treng vi meir av?',
      },
      {
        en: 'Which needs for knowledge should come first?',
        sv: 'Vilka kunskapsbehov bör prioriteras?',
        nb: 'Hvilke kunnskapsbehov bør prioriteres?',
        nn: 'Kva kunnskapsbehov bør prioriterast?',
      },
    ],
    source: slide('Drøfting 14.35-15.05'),
  },
];

/** No group's answers stand in the slides: an app that holds them waits for the groups to write. */
export const recommendationAssignment: {
  key: string;
  label: Words;
  recommendationsMin: number;
  recommendationsMax: number;
  asks: { key: 'what' | 'who' | 'how'; label: Words }[];
  steps: AssignmentStep[];
  alsoAsked: Words;
  source: Source;
} = {
  key: 'recommendations',
  label: {
    en: 'Recommendations for co-creation of welfare services in the districts',
    sv: 'Rekommendationer för samskapande av välfärdstjänster på landsbygden',
    nb: 'Anbefalinger for samskaping om velferdstjenester i distrikt',
    nn: 'Tilrådingar for samskaping om velferdstenester i distrikt',
  },
  recommendationsMin: 5,
  recommendationsMax: 10,
  asks: [
    { key: 'what', label: { en: 'What?', sv: 'Vad?', nb: 'Hva?', nn: 'Kva?' } },
    { key: 'who', label: { en: 'Who?', sv: 'Vem?', nb: 'Hvem?', nn: 'Kven?' } },
    { key: 'how', label: { en: 'How?', sv: 'Hur?', nb: 'Hvordan?', nn: 'Korleis?' } },
  ],
  steps: [
    {
      minutesFrom: 1,
      minutesTo: 3,
      text: {
        en: 'Everyone thinks alone',
        sv: 'Var och en tänker själv',
        nb: 'Hver og en tenker alene',
        nn: 'Kvar og ein tenkjer åleine',
      },
    },
    {
      minutesFrom: 5,
      minutesTo: 10,
      text: {
        en: 'The group sums up its recommendations on the tablecloth',
        sv: 'Gruppen sammanfattar sina rekommendationer på bordsduken',
        nb: 'Gruppa oppsummerer anbefalingene på bordduken',
        nn: 'Gruppa oppsummerer tilrådingane på bordduken',
      },
    },
    {
      minutesFrom: 15,
      minutesTo: 15,
      text: {
        en: 'All groups share and discuss',
        sv: 'Alla grupper delar och diskuterar',
        nb: 'Alle gruppene deler og drøfter',
        nn: 'Alle gruppene deler og drøftar',
      },
    },
  ],
  alsoAsked: {
    en: 'How can Distriktssenteret contribute?',
    sv: 'Hur kan Distriktssenteret bidra?',
    nb: 'Hvordan kan Distriktssenteret bidra?',
    nn: 'Korleis kan Distriktssenteret medverke?',
  },
  source: slide('Anbefalinger: samskaping om velferdstjenester i distrikt'),
};
