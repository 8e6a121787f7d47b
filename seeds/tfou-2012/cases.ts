/** The seven municipalities of the case study: Table 3-2, and the cells of Tables 5-1 and 6-1. */
import type { Words } from '../words.ts';
import { caseFactors } from './case-factors.ts';
import { caseMeasures } from './case-measures.ts';
import { type Source, tfou } from './source.ts';

export const caseKeys = [
  'alta',
  'kristiansund',
  'levanger',
  'nissedal',
  'strand',
  'tromso',
  'vefsn',
] as const;
export type CaseKey = (typeof caseKeys)[number];

export const aspectKeys = [
  'measure',
  'organisations',
  'initiator',
  'cooperation',
  'instruments',
  'enablers',
  'barriers',
] as const;
export type AspectKey = (typeof aspectKeys)[number];

export type Municipality = {
  key: CaseKey;
  name: string;
  country: 'NO';
  county: string;
  inhabitants: number;
  informants: { municipal: number; voluntary: number; user: number };
  source: Source;
};

/** One item of one cell: a cell with three points is three rows, in the order of the table. */
export type CaseCell = {
  key: string;
  case: CaseKey;
  aspect: AspectKey;
  text: Words;
  source: Source;
};

export const municipalities: Municipality[] = [
  municipality('alta', 'Alta', 'Finnmark', 19_282, [1, 1, 1]),
  municipality('kristiansund', 'Kristiansund', 'Møre og Romsdal', 23_813, [1, 1, 1]),
  municipality('levanger', 'Levanger', 'Nord-Trøndelag', 18_922, [1, 1, 0]),
  municipality('nissedal', 'Nissedal', 'Telemark', 1_430, [1, 1, 1]),
  municipality('strand', 'Strand', 'Rogaland', 11_533, [1, 1, 0]),
  municipality('tromso', 'Tromsø', 'Troms', 69_116, [1, 1, 0]),
  municipality('vefsn', 'Vefsn', 'Nordland', 13_258, [2, 1, 0]),
];

export const caseAspects: { key: AspectKey; label: Words; table: '5-1' | '6-1' }[] = [
  {
    key: 'measure',
    label: { en: 'Kind of measure', sv: 'Typ av insats', nb: 'Type tiltak', nn: 'Type tiltak' },
    table: '5-1',
  },
  {
    key: 'organisations',
    label: {
      en: 'Organisations',
      sv: 'Organisationer',
      nb: 'Organisasjoner',
      nn: 'Organisasjonar',
    },
    table: '5-1',
  },
  {
    key: 'initiator',
    label: { en: 'Initiator', sv: 'Initiativtagare', nb: 'Initiativtaker', nn: 'Initiativtakar' },
    table: '5-1',
  },
  {
    key: 'cooperation',
    label: { en: 'Cooperation', sv: 'Samarbete', nb: 'Samarbeid', nn: 'Samarbeid' },
    table: '5-1',
  },
  {
    key: 'instruments',
    label: { en: 'Instruments', sv: 'Verktyg', nb: 'Virkemidler', nn: 'Verkemiddel' },
    table: '6-1',
  },
  {
    key: 'enablers',
    label: { en: 'Enablers', sv: 'Främjande faktorer', nb: 'Fremmere', nn: 'Fremjarar' },
    table: '6-1',
  },
  {
    key: 'barriers',
    label: { en: 'Barriers', sv: 'Hinder', nb: 'Hemmere', nn: 'Hemmarar' },
    table: '6-1',
  },
];

export const caseCells: CaseCell[] = [...caseMeasures, ...caseFactors];

function municipality(
  key: CaseKey,
  name: string,
  county: string,
  inhabitants: number,
  [municipal, voluntary, user]: [number, number, number],
): Municipality {
  const informants = { municipal, voluntary, user };
  const source = tfou('3.2.2, Table 3-2', 14);
  return { key, name, country: 'NO', county, inhabitants, informants, source };
}
