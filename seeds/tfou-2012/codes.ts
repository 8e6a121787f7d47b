/** The codebook of the six factor groups of Table 6-2, and of the instruments of chapter 6. */
import type { Locale, Words } from '../words.ts';
import { instrumentLabels, instrumentTypeLabels } from './instruments.ts';
import { type Source, tfou } from './source.ts';

export const factorKeys = [
  'economy',
  'organisation',
  'professionalism',
  'recruitment',
  'communication',
  'personal',
] as const;
export type FactorKey = (typeof factorKeys)[number];

export type FactorCode = {
  key: FactorKey;
  label: Words;
  definition: Words;
  synonyms: Record<Locale, string[]>;
  source: Source;
};

export const factorCodes: FactorCode[] = [
  {
    key: 'economy',
    label: { en: 'Economy', sv: 'Ekonomi', nb: 'Økonomi', nn: 'Økonomi' },
    definition: {
      en: 'Money for voluntary work: grants, covered expenses, and how far they can be counted on',
      sv: 'Pengar till frivilligt arbete: bidrag, täckta utgifter, och hur säkert man kan räkna med dem',
      nb: 'Penger til frivillig arbeid: tilskudd, dekkede utgifter, og hvor sikkert man kan regne med dem',
      nn: 'Pengar til frivillig arbeid: tilskot, dekte utgifter, og kor trygt ein kan rekne med dei',
    },
    synonyms: {
      en: ['finance', 'funding'],
      sv: ['finansiering', 'bidrag'],
      nb: ['finansiering', 'tilskudd'],
      nn: ['finansiering', 'tilskot'],
    },
    source: tfou('Table 6-2; 6.4.1; 6.5.1', 76),
  },
  {
    key: 'organisation',
    label: {
      en: 'Organisation and coordination',
      sv: 'Organisering och samordning',
      nb: 'Organisering og koordinering',
      nn: 'Organisering og koordinering',
    },
    definition: {
      en: 'How the municipality arranges the cooperation: coordinators, models, plans, premises, and anchoring with its leaders',
      sv: 'Hur kommunen ordnar samarbetet: samordnare, modeller, planer, lokaler och förankring i ledningen',
      nb: 'Hvordan kommunen legger opp samarbeidet: koordinatorer, modeller, planer, lokaler og forankring i ledelsen',
      nn: 'Korleis kommunen legg opp samarbeidet: koordinatorar, modellar, planar, lokale og forankring i leiinga',
    },
    synonyms: {
      en: ['coordination', 'structure'],
      sv: ['koordinering', 'struktur'],
      nb: ['samordning', 'struktur'],
      nn: ['samordning', 'struktur'],
    },
    source: tfou('Table 6-2; 6.4.2; 6.5.2', 76),
  },
  {
    key: 'professionalism',
    label: {
      en: 'Professionalism',
      sv: 'Professionalitet',
      nb: 'Profesjonalitet',
      nn: 'Profesjonalitet',
    },
    definition: {
      en: 'The line between lay and professional work: training, expectations, and how staff regard the volunteers',
      sv: 'Gränsen mellan lekmannaarbete och yrkesarbete: utbildning, förväntningar och personalens syn på de frivilliga',
      nb: 'Grensen mellom amatør- og yrkesarbeid: opplæring, forventninger og de ansattes syn på de frivillige',
      nn: 'Grensa mellom amatør- og yrkesarbeid: opplæring, forventningar og synet dei tilsette har på dei frivillige',
    },
    synonyms: {
      en: ['competence', 'training', 'role boundaries'],
      sv: ['kompetens', 'utbildning', 'rollgränser'],
      nb: ['kompetanse', 'opplæring', 'rollegrenser'],
      nn: ['kompetanse', 'opplæring', 'rollegrenser'],
    },
    source: tfou('Table 6-2; 6.4.3; 6.5.3', 76),
  },
  {
    key: 'recruitment',
    label: { en: 'Recruitment', sv: 'Rekrytering', nb: 'Rekruttering', nn: 'Rekruttering' },
    definition: {
      en: 'How people become and remain volunteers, why they do, and who is left out',
      sv: 'Hur människor blir och förblir frivilliga, varför, och vilka som hamnar utanför',
      nb: 'Hvordan folk blir og forblir frivillige, hvorfor, og hvem som faller utenfor',
      nn: 'Korleis folk blir og held fram som frivillige, kvifor, og kven som fell utanfor',
    },
    synonyms: {
      en: ['motivation', 'volunteering motives'],
      sv: ['motivation', 'värvning'],
      nb: ['motivasjon', 'verving'],
      nn: ['motivasjon', 'verving'],
    },
    source: tfou('Table 6-2; 6.5.4', 76),
  },
  {
    key: 'communication',
    label: {
      en: 'Communication',
      sv: 'Kommunikation',
      nb: 'Kommunikasjon',
      nn: 'Kommunikasjon',
    },
    definition: {
      en: 'How information passes between municipality and volunteers, and how easily each reaches the other',
      sv: 'Hur information går mellan kommun och frivilliga, och hur lätt de når varandra',
      nb: 'Hvordan informasjon går mellom kommune og frivillige, og hvor lett de når hverandre',
      nn: 'Korleis informasjon går mellom kommune og frivillige, og kor lett dei når kvarandre',
    },
    synonyms: {
      en: ['information', 'dialogue'],
      sv: ['information', 'dialog'],
      nb: ['informasjon', 'dialog'],
      nn: ['informasjon', 'dialog'],
    },
    source: tfou('Table 6-2; 6.4.4; 6.5.5', 76),
  },
  {
    key: 'personal',
    label: {
      en: 'Person-dependent factors',
      sv: 'Personberoende faktorer',
      nb: 'Personavhengige faktorer',
      nn: 'Personavhengige faktorar',
    },
    definition: {
      en: 'What stands and falls with particular people: enthusiasts, contact persons, and how well they get on',
      sv: 'Det som står och faller med enskilda personer: eldsjälar, kontaktpersoner och personkemi',
      nb: 'Det som står og faller med enkeltpersoner: ildsjeler, kontaktpersoner og personkjemi',
      nn: 'Det som står og fell med enkeltpersonar: eldsjeler, kontaktpersonar og personkjemi',
    },
    synonyms: {
      en: ['enthusiasts', 'key persons'],
      sv: ['eldsjälar', 'nyckelpersoner'],
      nb: ['ildsjeler', 'nøkkelpersoner'],
      nn: ['eldsjeler', 'nøkkelpersonar'],
    },
    source: tfou('Table 6-2; 6.4.5; 6.5.6', 76),
  },
];

/** The seven kinds of instrument that section 6.2 names. */
const instrumentTypeKeys = [
  'economic',
  'legal',
  'organisational',
  'physical',
  'strategic',
  'knowledge',
  'information',
] as const;
export type InstrumentTypeKey = (typeof instrumentTypeKeys)[number];
export type InstrumentTypeCode = { key: InstrumentTypeKey; label: Words; source: Source };

export const instrumentTypes: InstrumentTypeCode[] = instrumentTypeKeys.map((key) => ({
  key,
  label: instrumentTypeLabels[key],
  source: tfou('6.2', 59),
}));

/** An instrument that section 6.3 lists from the literature; putting it under a kind is ours. */
export type InstrumentCode = {
  key: string;
  parent: InstrumentTypeKey;
  label: Words;
  source: Source;
};

export const instrumentCodes: InstrumentCode[] = instrumentLabels.map(([key, parent, label]) => ({
  key,
  parent,
  label,
  source: tfou('6.3', 61),
}));
