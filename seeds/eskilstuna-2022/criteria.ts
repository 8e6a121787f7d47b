/** The eligibility criteria the document states, and the exclusions that follow from them. */
import type { Words } from '../words.ts';
import { abstract, process, type Source } from './source.ts';

export type Criterion = {
  id: string;
  kind: 'include' | 'exclude';
  /** Stated in the document, or the negation of a criterion that is. */
  basis: 'stated' | 'derived';
  /** The document gives its formal criteria for the databases; the topic holds for every source. */
  appliesTo: 'databases' | 'all';
  /** A few words, ours, as a reason reads in a list. */
  label: Words;
  text: Words;
  source: Source;
};

export const criteria: Criterion[] = [
  {
    id: 'I1',
    kind: 'include',
    label: {
      en: 'Cooperation on care',
      sv: 'Samarbete om vård och omsorg',
      nb: 'Samarbeid om helse og omsorg',
      nn: 'Samarbeid om helse og omsorg',
    },
    basis: 'stated',
    appliesTo: 'all',
    text: {
      en: 'Is about public bodies’ cooperation with civil society in health and social care',
      sv: 'Handlar om offentliga verksamheters samarbete med civilsamhället inom vård och omsorg',
      nb: 'Handler om offentlige virksomheters samarbeid med sivilsamfunnet innen helse og omsorg',
      nn: 'Handlar om samarbeidet offentlege verksemder har med sivilsamfunnet innan helse og omsorg',
    },
    source: abstract,
  },
  {
    id: 'I2',
    kind: 'include',
    label: {
      en: 'Peer-reviewed',
      sv: 'Fackgranskad',
      nb: 'Fagfellevurdert',
      nn: 'Fagfellevurdert',
    },
    basis: 'stated',
    appliesTo: 'databases',
    text: {
      en: 'Is peer-reviewed',
      sv: 'Är fackgranskad (peer-reviewed)',
      nb: 'Er fagfellevurdert',
      nn: 'Er fagfellevurdert',
    },
    source: process,
  },
  {
    id: 'I3',
    kind: 'include',
    label: { en: '2012–2021', sv: '2012–2021', nb: '2012–2021', nn: '2012–2021' },
    basis: 'stated',
    appliesTo: 'databases',
    text: {
      en: 'Is published from 1 January 2012 to 31 December 2021',
      sv: 'Är publicerad från 1 januari 2012 till 31 december 2021',
      nb: 'Er publisert fra 1. januar 2012 til 31. desember 2021',
      nn: 'Er publisert frå 1. januar 2012 til 31. desember 2021',
    },
    source: process,
  },
  {
    id: 'I4',
    kind: 'include',
    label: {
      en: 'Nordic or other EU',
      sv: 'Norden eller övriga EU',
      nb: 'Norden eller øvrige EU',
      nn: 'Norden eller andre EU-land',
    },
    basis: 'stated',
    appliesTo: 'databases',
    text: {
      en: 'Concerns a Nordic or another EU country (the United Kingdom counted among them)',
      sv: 'Gäller ett nordiskt land eller ett annat EU-land (Storbritannien inräknat)',
      nb: 'Gjelder et nordisk land eller et annet EU-land (Storbritannia medregnet)',
      nn: 'Gjeld eit nordisk land eller eit anna EU-land (Storbritannia medrekna)',
    },
    source: process,
  },
  {
    id: 'I5',
    kind: 'include',
    label: {
      en: 'English or Swedish',
      sv: 'Engelska eller svenska',
      nb: 'Engelsk eller svensk',
      nn: 'Engelsk eller svensk',
    },
    basis: 'stated',
    appliesTo: 'databases',
    text: {
      en: 'Is written in English or Swedish',
      sv: 'Är skriven på engelska eller svenska',
      nb: 'Er skrevet på engelsk eller svensk',
      nn: 'Er skriven på engelsk eller svensk',
    },
    source: process,
  },
  {
    id: 'E1',
    kind: 'exclude',
    label: { en: 'Other topic', sv: 'Annat ämne', nb: 'Annet tema', nn: 'Anna tema' },
    basis: 'derived',
    appliesTo: 'all',
    text: {
      en: 'Other topic: not public bodies’ cooperation with civil society in health and social care',
      sv: 'Annat ämne: inte offentliga verksamheters samarbete med civilsamhället inom vård och omsorg',
      nb: 'Annet tema: ikke offentlige virksomheters samarbeid med sivilsamfunnet innen helse og omsorg',
      nn: 'Anna tema: ikkje samarbeidet offentlege verksemder har med sivilsamfunnet innan helse og omsorg',
    },
    source: abstract,
  },
  {
    id: 'E2',
    kind: 'exclude',
    label: {
      en: 'Not peer-reviewed',
      sv: 'Inte fackgranskad',
      nb: 'Ikke fagfellevurdert',
      nn: 'Ikkje fagfellevurdert',
    },
    basis: 'derived',
    appliesTo: 'databases',
    text: {
      en: 'Not peer-reviewed',
      sv: 'Inte fackgranskad (peer-reviewed)',
      nb: 'Ikke fagfellevurdert',
      nn: 'Ikkje fagfellevurdert',
    },
    source: process,
  },
  {
    id: 'E3',
    kind: 'exclude',
    label: {
      en: 'Outside 2012–2021',
      sv: 'Utanför 2012–2021',
      nb: 'Utenfor 2012–2021',
      nn: 'Utanfor 2012–2021',
    },
    basis: 'derived',
    appliesTo: 'databases',
    text: {
      en: 'Published before 2012 or after 2021',
      sv: 'Publicerad före 2012 eller efter 2021',
      nb: 'Publisert før 2012 eller etter 2021',
      nn: 'Publisert før 2012 eller etter 2021',
    },
    source: process,
  },
  {
    id: 'E4',
    kind: 'exclude',
    label: { en: 'Other country', sv: 'Annat land', nb: 'Annet land', nn: 'Anna land' },
    basis: 'derived',
    appliesTo: 'databases',
    text: {
      en: 'Concerns none of the Nordic or other EU countries (the United Kingdom counted among them)',
      sv: 'Gäller inget nordiskt land och inget annat EU-land (Storbritannien inräknat)',
      nb: 'Gjelder ingen av de nordiske eller andre EU-landene (Storbritannia medregnet)',
      nn: 'Gjeld ingen av dei nordiske eller andre EU-landa (Storbritannia medrekna)',
    },
    source: process,
  },
  {
    id: 'E5',
    kind: 'exclude',
    label: { en: 'Other language', sv: 'Annat språk', nb: 'Annet språk', nn: 'Anna språk' },
    basis: 'derived',
    appliesTo: 'databases',
    text: {
      en: 'Written in a language other than English or Swedish',
      sv: 'Skriven på ett annat språk än engelska eller svenska',
      nb: 'Skrevet på et annet språk enn engelsk eller svensk',
      nn: 'Skriven på eit anna språk enn engelsk eller svensk',
    },
    source: process,
  },
];
