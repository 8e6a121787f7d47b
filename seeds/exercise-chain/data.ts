/** A second exercise: three made-up studies, read, coded and appraised, so that every room after screening shows something. */
import type { Reference } from '../../import/reference.ts';
import type { AppraisalReply, Judgement } from '../../schema/appraisal.ts';
import type { Words } from '../words.ts';

export const chainReview: { slug: string; title: Words; notice: Words; question: Words } = {
  slug: 'exercise-chain',
  title: {
    en: 'Exercise: from excerpt to confidence',
    sv: 'Övning: från utdrag till tilltro',
    nb: 'Øvelse: fra utdrag til tillit',
    nn: 'Øving: frå utdrag til tillit',
  },
  notice: {
    en: 'This is an exercise. Everything in it is made up, the studies and their texts too',
    sv: 'Det här är en övning. Allt i den är påhittat, även studierna och deras texter',
    nb: 'Dette er en øvelse. Alt i den er oppdiktet, også studiene og tekstene deres',
    nn: 'Dette er ei øving. Alt i ho er oppdikta, også studiane og tekstane deira',
  },
  question: {
    en: 'What keeps volunteers in a made-up municipality?',
    sv: 'Vad får frivilliga att stanna i en påhittad kommun?',
    nb: 'Hva får frivillige til å bli i en oppdiktet kommune?',
    nn: 'Kva får frivillige til å bli i ein oppdikta kommune?',
  },
};

export const chainCodes: { key: string; label: Words; definition: Words }[] = [
  {
    key: 'coordination',
    label: { en: 'Coordination', sv: 'Samordning', nb: 'Koordinering', nn: 'Koordinering' },
    definition: {
      en: 'Somebody is there to ask and to plan with',
      sv: 'Någon finns att fråga och planera med',
      nb: 'Noen er der å spørre og planlegge med',
      nn: 'Nokon er der å spørje og planleggje med',
    },
  },
  {
    key: 'time',
    label: { en: 'Time', sv: 'Tid', nb: 'Tid', nn: 'Tid' },
    definition: {
      en: 'How much is asked of each volunteer',
      sv: 'Hur mycket som begärs av var och en',
      nb: 'Hvor mye som kreves av hver frivillig',
      nn: 'Kor mykje som blir kravd av kvar frivillig',
    },
  },
];

export type ChainStudy = {
  key: string;
  reference: Reference;
  design: 'qualitative' | 'cross_sectional';
  country: string;
  aim: Words;
  /** Its only page. */
  text: string;
  quotation: string;
  code: string;
  stance: 'supports' | 'contradicts';
  people: string;
  replies: readonly AppraisalReply[];
  overall: Judgement;
  reason: string;
};

export const chainStudies: ChainStudy[] = [
  {
    key: 'made-up-a',
    reference: {
      type: 'article-journal',
      title: 'Made-up study A: a coordinator and twelve visitors',
      authors: [{ family: 'Example', given: 'Anna' }],
      year: 2019,
      language: 'en',
    },
    design: 'qualitative',
    country: 'SE',
    aim: {
      en: 'To ask twelve made-up volunteers why they stayed',
      sv: 'Att fråga tolv påhittade frivilliga varför de stannade',
      nb: 'Å spørre tolv oppdiktede frivillige hvorfor de ble',
      nn: 'Å spørje tolv oppdikta frivillige kvifor dei vart verande',
    },
    text: 'Twelve volunteers were interviewed twice. All of them stayed because one person in the municipality always answered the telephone. The interviews were read by two people.',
    quotation:
      'All of them stayed because one person in the municipality always answered the telephone.',
    code: 'coordination',
    stance: 'supports',
    people: '12',
    replies: ['yes', 'yes', 'yes', 'unclear'],
    overall: 'good',
    reason: 'Made up: two people read every interview, and the text says how.',
  },
  {
    key: 'made-up-b',
    reference: {
      type: 'article-journal',
      title: 'Made-up study B: three years in a valley',
      authors: [{ family: 'Example', given: 'Bjørn' }],
      year: 2021,
      language: 'en',
    },
    design: 'qualitative',
    country: 'NO',
    aim: {
      en: 'To follow a made-up association for three years',
      sv: 'Att följa en påhittad förening i tre år',
      nb: 'Å følge en oppdiktet forening i tre år',
      nn: 'Å følgje ei oppdikta foreining i tre år',
    },
    text: 'The association was followed for three years. When the coordinator left, half of the volunteers left within a month. Nobody says how the notes were read.',
    quotation: 'When the coordinator left, half of the volunteers left within a month.',
    code: 'coordination',
    stance: 'supports',
    people: '30',
    replies: ['yes', 'unclear', 'no', 'yes'],
    overall: 'some_concern',
    reason: 'Made up: it is not told how the notes were read.',
  },
  {
    key: 'made-up-c',
    reference: {
      type: 'article-journal',
      title: 'Made-up study C: visitors who need nobody',
      authors: [{ family: 'Example', given: 'Carl' }],
      year: 2023,
      language: 'en',
    },
    design: 'qualitative',
    country: 'SE',
    aim: {
      en: 'To understand made-up volunteers who plan their own visits',
      sv: 'Att förstå påhittade frivilliga som planerar sina egna besök',
      nb: 'Å forstå oppdiktede frivillige som planlegger sine egne besøk',
      nn: 'Å forstå oppdikta frivillige som planlegg sine eigne besøk',
    },
    text: 'Eight volunteers planned their visits among themselves. They stayed as long as others did, without any coordinator. What they were asked is not reported.',
    quotation: 'They stayed as long as others did, without any coordinator.',
    code: 'time',
    stance: 'contradicts',
    people: '8',
    replies: ['unclear', 'no', 'no', 'unclear'],
    overall: 'bad',
    reason: 'Made up: what the volunteers were asked is not reported.',
  },
];

export const chainFinding: {
  statement: Words;
  explanation: Words;
  reasons: Record<string, Words>;
} = {
  statement: {
    en: 'Made up: volunteers stay where one person coordinates them',
    sv: 'Påhittat: frivilliga stannar där en person samordnar dem',
    nb: 'Oppdiktet: frivillige blir der én person koordinerer dem',
    nn: 'Oppdikta: frivillige blir verande der éin person koordinerer dei',
  },
  explanation: {
    en: 'Two made-up studies say so, a third says the opposite.',
    sv: 'Två påhittade studier säger det, en tredje säger motsatsen.',
    nb: 'To oppdiktede studier sier det, en tredje sier det motsatte.',
    nn: 'To oppdikta studiar seier det, ein tredje seier det motsette.',
  },
  reasons: {
    methodological_limitations: {
      en: 'Made up: one of the three says little of its method.',
      sv: 'Påhittat: en av de tre säger lite om sin metod.',
      nb: 'Oppdiktet: én av de tre sier lite om metoden.',
      nn: 'Oppdikta: éin av dei tre seier lite om metoden.',
    },
    coherence: {
      en: 'Made up: one study contradicts the finding.',
      sv: 'Påhittat: en studie motsäger resultatet.',
      nb: 'Oppdiktet: én studie motsier funnet.',
      nn: 'Oppdikta: éin studie motseier funnet.',
    },
    adequacy: {
      en: 'Made up: three small studies.',
      sv: 'Påhittat: tre små studier.',
      nb: 'Oppdiktet: tre små studier.',
      nn: 'Oppdikta: tre små studiar.',
    },
  },
};
