/** The 42 search tools of Table 3-1, each a search run whose hits the report does not give. */
import type { Words } from '../words.ts';
import { type Source, tfou } from './source.ts';

/** The four columns of the table, and how our search runs name what stands in them. */
const columns = {
  database: 'database',
  research_institution: 'organisation',
  public_site: 'website',
  organisation: 'organisation',
} as const;
export type SourceColumn = keyof typeof columns;
export type SearchSource = {
  key: string;
  name: string;
  column: SourceColumn;
  kind: (typeof columns)[SourceColumn];
  note: Words | null;
  hits: number | null;
  searchedOn: string | null;
  source: Source;
};

const names: Record<SourceColumn, readonly string[]> = {
  database: [
    'BIBSYS',
    'IDUNN.NO',
    'Helsebiblioteket.no',
    'Google scholar',
    'ISI web of science',
    'Cinahl',
    'Norart',
    'Svemed',
    'Libris',
    'Bibliotek.dk',
  ],
  research_institution: [
    'Østlandsforskning',
    'IRIS',
    'NIBR',
    'SINTEF',
    'FAFO',
    'TFoU',
    'NORUT Samfunnsforskning',
    'Nordlandsforskning',
    'NOVA',
    'NTNU Samfunnsforskning',
    'Møreforskning',
    'Oxford research',
    'Asplan Viak',
    'Vestlandsforskning',
    'Agderforskning',
    'Rokkansentret',
    'Telemarkforskning',
    'ISF',
  ],
  public_site: ['Regjeringen.no', 'Regeringen.se', 'Statsministeren.dk'],
  organisation: [
    'Sanitetskvinnene.no',
    'Mindagidag.no',
    'Rodekors.no',
    'Frivillighetnorge.no',
    'Lions.no',
    'Bygdekvinnelaget.no',
    'Home-start-norge.no',
    'Arendal.kommune.no',
    'Verdighetssenteret.no',
    'Termik.no',
    'Livsgledeforeldre.no',
  ],
};

const notes: Record<string, Words> = {
  'Helsebiblioteket.no': {
    en: 'Including PubMed and Cochrane',
    sv: 'Med PubMed och Cochrane',
    nb: 'Med PubMed og Cochrane',
    nn: 'Med PubMed og Cochrane',
  },
};

/** The columns, with the labels that readers see. */
export const sourceColumns: { key: SourceColumn; label: Words }[] = [
  {
    key: 'database',
    label: { en: 'Databases', sv: 'Databaser', nb: 'Databaser', nn: 'Databasar' },
  },
  {
    key: 'research_institution',
    label: {
      en: 'Research institutions',
      sv: 'Forskningsinstitutioner',
      nb: 'Forskningsinstitusjoner',
      nn: 'Forskingsinstitusjonar',
    },
  },
  {
    key: 'public_site',
    label: {
      en: 'Public websites',
      sv: 'Offentliga webbplatser',
      nb: 'Offentlige nettsteder',
      nn: 'Offentlege nettstader',
    },
  },
  {
    key: 'organisation',
    label: {
      en: 'Organisations',
      sv: 'Organisationer',
      nb: 'Organisasjoner',
      nn: 'Organisasjonar',
    },
  },
];

export const tfouSources: SearchSource[] = sourceColumns.flatMap(({ key: column }) =>
  names[column].map((name) => ({
    key: `${column}-${keyOf(name)}`,
    name,
    column,
    kind: columns[column],
    note: notes[name] ?? null,
    hits: null,
    searchedOn: null,
    source: tfou('Table 3-1', 11),
  })),
);

function keyOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('æ', 'ae');
  return plain.replaceAll(/[^a-z0-9]+/g, '-');
}
