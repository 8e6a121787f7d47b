/** How the review searched: three concept blocks joined by AND, and the sources they went to. */
import type { Words } from '../words.ts';
import { process, type Source } from './source.ts';

export type Block = { key: string; label: Words; terms: string[]; source: Source };

export type SourceKind =
  | 'database'
  | 'register'
  | 'website'
  | 'organisation'
  | 'citation_searching'
  | 'contact';

export type SearchSource = {
  key: string;
  kind: SourceKind;
  arm: 'databases' | 'other';
  name: Words;
  /** What the source gave; null where the document reports no number. */
  hits: number | null;
  note: Words | null;
  source: Source;
};

/** Terms stand exactly as in the document: OR within a block, AND between the blocks. */
export const blocks: Block[] = [
  {
    key: 'cooperation',
    label: { en: 'Cooperation', sv: 'Samarbete', nb: 'Samarbeid', nn: 'Samarbeid' },
    terms: [
      'co-creation',
      '"co creation"',
      'cocreation',
      'co-production',
      '"co production"',
      'collaborat*',
      'integrative',
      'partnership',
    ],
    source: process,
  },
  {
    key: 'care',
    label: {
      en: 'Health and social care',
      sv: 'Vård och omsorg',
      nb: 'Helse og omsorg',
      nn: 'Helse og omsorg',
    },
    terms: [
      '"social care"',
      '"health care"',
      'care',
      '"health and social care"',
      '"social service*"',
      '"public service*"',
    ],
    source: process,
  },
  {
    key: 'civil-society',
    label: { en: 'Civil society', sv: 'Civilsamhälle', nb: 'Sivilsamfunn', nn: 'Sivilsamfunn' },
    terms: [
      '"civil society"',
      '"third sector"',
      '"citizen* participation"',
      '"citizen* involvement"',
      '"user participation"',
      'volunt*',
      'non-profit',
      'nonprofit',
    ],
    source: process,
  },
];

const notReported: Words = {
  en: 'The number of hits is not reported in the text.',
  sv: 'Antalet träffar redovisas inte i texten.',
  nb: 'Antall treff er ikke oppgitt i teksten.',
  nn: 'Talet på treff er ikkje oppgitt i teksten.',
};

/** Beside the query of each database. */
export const queryNote: Words = {
  en: 'The query is put together from the document’s three blocks; how it was written in this database is not reported.',
  sv: 'Söksträngen är sammanfogad av dokumentets tre block; hur den skrevs i just den här databasen redovisas inte.',
  nb: 'Søkestrengen er satt sammen av dokumentets tre blokker; hvordan den ble skrevet i akkurat denne databasen, er ikke oppgitt.',
  nn: 'Søkjestrengen er sett saman av dei tre blokkene i dokumentet; korleis han vart skriven i akkurat denne databasen, er ikkje oppgjeve.',
};

export const searchSources: SearchSource[] = [
  database('scopus', 'Scopus'),
  database('social-care-online', 'Social Care Online'),
  database('sociology-collection', 'Sociology Collection'),
  database('swepub', 'SwePub'),
  {
    // A search engine on the web: PRISMA's "websites" box, not a bibliographic database.
    key: 'google-scholar',
    kind: 'website',
    arm: 'other',
    name: same('Google Scholar'),
    hits: null,
    note: notReported,
    source: process,
  },
  {
    key: 'organisation-web-pages',
    kind: 'organisation',
    arm: 'other',
    name: {
      en: 'Organisations’ web pages',
      sv: 'Organisationers webbsidor',
      nb: 'Organisasjoners nettsider',
      nn: 'Nettsidene til organisasjonar',
    },
    hits: null,
    note: {
      en: 'Neither the organisations nor the number of hits are reported in the text.',
      sv: 'Varken organisationerna eller antalet träffar redovisas i texten.',
      nb: 'Verken organisasjonene eller antall treff er oppgitt i teksten.',
      nn: 'Verken organisasjonane eller talet på treff er oppgitt i teksten.',
    },
    source: process,
  },
  {
    key: 'research-colleagues',
    kind: 'contact',
    arm: 'other',
    name: {
      en: 'Tips from fellow researchers',
      sv: 'Tips från forskarkollegor',
      nb: 'Tips fra forskerkolleger',
      nn: 'Tips frå forskarkollegaer',
    },
    hits: null,
    note: notReported,
    source: process,
  },
  {
    key: 'care-professionals',
    kind: 'contact',
    arm: 'other',
    name: {
      en: 'Tips from professionals in health and social care',
      sv: 'Tips från yrkesverksamma inom vård och omsorg',
      nb: 'Tips fra fagfolk innen helse og omsorg',
      nn: 'Tips frå fagfolk innan helse og omsorg',
    },
    hits: null,
    note: notReported,
    source: process,
  },
  {
    key: 'civil-society-representatives',
    kind: 'contact',
    arm: 'other',
    name: {
      en: 'Tips from representatives of civil-society organisations',
      sv: 'Tips från företrädare för civilsamhällets organisationer',
      nb: 'Tips fra representanter for organisasjoner i sivilsamfunnet',
      nn: 'Tips frå representantar for organisasjonar i sivilsamfunnet',
    },
    hits: null,
    note: notReported,
    source: process,
  },
  {
    key: 'reference-lists',
    kind: 'citation_searching',
    arm: 'other',
    name: {
      en: 'Reference lists of the included publications',
      sv: 'De inkluderade publikationernas referenslistor',
      nb: 'Referanselistene i de inkluderte publikasjonene',
      nn: 'Referanselistene i dei inkluderte publikasjonane',
    },
    // That nothing further was found does not say how many references were looked through.
    hits: null,
    note: {
      en: 'Searched in the final selection; it led to no further publication.',
      sv: 'Söktes igenom i slutet av urvalet; det ledde inte till någon ytterligare publikation.',
      nb: 'Gjennomsøkt i det endelige utvalget; det førte ikke til flere publikasjoner.',
      nn: 'Gjennomsøkt i det endelege utvalet; det førte ikkje til fleire publikasjonar.',
    },
    source: process,
  },
];

function database(key: string, name: string): SearchSource {
  const source = process;
  return {
    key,
    kind: 'database',
    arm: 'databases',
    name: same(name),
    hits: null,
    note: notReported,
    source,
  };
}

/** A proper name reads the same in every language. */
function same(name: string): Words {
  return { en: name, sv: name, nb: name, nn: name };
}
