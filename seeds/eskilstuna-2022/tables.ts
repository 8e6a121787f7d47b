/** Tables 2 and 3 of the knowledge base as data, and the captions of all four. */
import type { Words } from '../words.ts';
import type { Country } from './publications.ts';
import { type Source, table } from './source.ts';
import { comparisonRows } from './tables-comparison.ts';

export type Indicator = {
  key: string;
  label: Words;
  country: Country;
  unit: 'percent' | 'hours-per-month';
  points: { year: number; value: number }[];
  /** The publication the figures come from, and its page as the document cites it. */
  publication: string;
  publicationPage: string;
  source: Source;
};

export type Cell = {
  text: Words;
  /** Said where the extracted text leaves a doubt about the cell. */
  doubt: Words | null;
};

export type ComparisonRow = {
  key: string;
  label: Words;
  cells: Record<Country, Cell>;
};

export type Comparison = {
  key: string;
  caption: Words;
  /** The columns, in the table's order. */
  countries: Country[];
  rows: ComparisonRow[];
  publication: string;
  publicationPage: string;
  source: Source;
};

export type Caption = { table: 1 | 2 | 3 | 4; text: Words; source: Source };

export const captions: Caption[] = [
  {
    table: 1,
    text: {
      en: 'Publications found in scientific databases, on web pages and through organisations and contacts',
      sv: 'Publikationer som hittades i vetenskapliga databaser, på webbsidor och genom organisationer och kontakter',
      nb: 'Publikasjoner funnet i vitenskapelige databaser, på nettsider og gjennom organisasjoner og kontakter',
      nn: 'Publikasjonar funne i vitskaplege databasar, på nettsider og gjennom organisasjonar og kontaktar',
    },
    source: table(1),
  },
  {
    table: 2,
    text: {
      en: 'Informal help and care in Sweden, 1992–2009',
      sv: 'Informell hjälp och omsorg i Sverige 1992–2009',
      nb: 'Uformell hjelp og omsorg i Sverige, 1992–2009',
      nn: 'Uformell hjelp og omsorg i Sverige, 1992–2009',
    },
    source: table(2),
  },
  {
    table: 3,
    text: {
      en: 'How six countries differ and agree on informal care and voluntary support',
      sv: 'Vad som skiljer och förenar sex länder i fråga om informell omsorg och frivilliga insatser',
      nb: 'Hva som skiller og forener seks land når det gjelder uformell omsorg og frivillig støtte',
      nn: 'Kva som skil og sameiner seks land når det gjeld uformell omsorg og frivillig støtte',
    },
    source: table(3),
  },
  {
    table: 4,
    text: {
      en: 'Success factors, risks and barriers, and recommendations in summary',
      sv: 'Framgångsfaktorer, risker och hinder samt rekommendationer i sammandrag',
      nb: 'Suksessfaktorer, risikoer og hindringer samt anbefalinger i sammendrag',
      nn: 'Suksessfaktorar, risikoar og hindringar og tilrådingar i samandrag',
    },
    source: table(4),
  },
];

export const indicators: Indicator[] = [
  {
    // Per cent of whom the table does not say.
    key: 'informal-help-share',
    label: {
      en: 'Informal help and care, per cent',
      sv: 'Informell hjälp och omsorg, procent',
      nb: 'Uformell hjelp og omsorg, prosent',
      nn: 'Uformell hjelp og omsorg, prosent',
    },
    country: 'SE',
    unit: 'percent',
    points: [
      { year: 1992, value: 28 },
      { year: 1998, value: 30 },
      { year: 2005, value: 52 },
      { year: 2009, value: 45 },
    ],
    publication: 'jegermalm-2012',
    publicationPage: '425',
    source: table(2),
  },
  {
    key: 'informal-help-hours',
    label: {
      en: 'Hours of informal help given per month',
      sv: 'Timmar informell hjälp per månad',
      nb: 'Timer uformell hjelp per måned',
      nn: 'Timar uformell hjelp per månad',
    },
    country: 'SE',
    unit: 'hours-per-month',
    points: [
      { year: 1992, value: 12 },
      { year: 1998, value: 12 },
      { year: 2005, value: 11 },
      { year: 2009, value: 17 },
    ],
    publication: 'jegermalm-2012',
    publicationPage: '425',
    source: table(2),
  },
];

export const comparison: Comparison = {
  key: 'informal-care-six-countries',
  caption: {
    en: 'Informal care and voluntary support in six countries',
    sv: 'Informell omsorg och frivilliga insatser i sex länder',
    nb: 'Uformell omsorg og frivillig støtte i seks land',
    nn: 'Uformell omsorg og frivillig støtte i seks land',
  },
  countries: ['BE', 'DK', 'NL', 'NO', 'SE', 'GB'],
  rows: comparisonRows,
  publication: 'in-for-care-2017',
  publicationPage: '29',
  source: table(3),
};
