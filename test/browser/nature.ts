/** What a review about gardens and health finds: a file of references, and what its two reviewers think of each. */

type Publication = {
  title: string;
  authors: string[];
  year: number;
  doi?: string;
  journal: string;
  abstract: string;
};

/** Who answers what, by the beginning of the title. `adjudicated` settles the two that disagree. */
export type Opinion = {
  first: 'include' | 'maybe' | 'exclude';
  second: 'include' | 'maybe' | 'exclude';
  fullText: 'include' | 'exclude' | 'not_retrieved' | null;
};

const publications = {
  gardens: {
    title: 'Allotment gardens and the wellbeing of older adults in Sweden',
    authors: ['Lindqvist, Maria', 'Berg, Olle'],
    year: 2017,
    doi: '10.1234/garden.2017.1',
    journal: 'Journal of Green Care',
    abstract: 'We followed sixty older adults in two allotment gardens for a year.',
  },
  walks: {
    title: 'Guided forest walks for people with depression: an interview study',
    authors: ['Haugen, Ingrid'],
    year: 2018,
    journal: 'Nordic Nature and Health',
    abstract: 'Twelve people who had walked with a group for three months were interviewed.',
  },
  farms: {
    title: 'Care farms as a daily activity for people with dementia',
    authors: ['de Vries, Jan', 'Smit, Els'],
    year: 2016,
    doi: '10.1234/farm.2016.7',
    journal: 'Dementia and Place',
    abstract: 'Observations on three farms show what people do when they decide themselves.',
  },
  nurses: {
    title: 'Nurses on prescription: referral to nature groups in primary care',
    authors: ['Okafor, Ada', 'Nilsen, Tor'],
    year: 2020,
    doi: '10.1234/refer.2020.3',
    journal: 'Primary Care Practice',
    abstract: 'Referral worked where a nurse knew the leader of the group by name.',
  },
  windows: {
    title: 'Views from hospital windows and the length of stay',
    authors: ['Garcia, Ana'],
    year: 2011,
    doi: '10.1234/window.2011.9',
    journal: 'Hospital Design',
    abstract: 'A comparison of wards with and without a view of trees.',
  },
  municipality: {
    title: 'A municipality plants: cooperation around a public therapy garden',
    authors: ['Sjöberg, Karin'],
    year: 2019,
    doi: '10.1234/plant.2019.2',
    journal: 'Local Government Review',
    abstract: 'How a municipality, a church and a county council shared one garden.',
  },
  soil: {
    title: 'Heavy metals in the soil of city gardens',
    authors: ['Weber, Klaus'],
    year: 2014,
    doi: '10.1234/soil.2014.4',
    journal: 'Soil Chemistry',
    abstract: 'Lead and cadmium were measured in ninety samples.',
  },
  birds: {
    title: 'Breeding birds along hiking paths in the mountains',
    authors: ['Fjellstad, Nils'],
    year: 2013,
    doi: '10.1234/birds.2013.5',
    journal: 'Ornithology of the North',
    abstract: 'Counts of breeding pairs before and after a path was moved.',
  },
  apps: {
    title: 'Counting steps: a telephone application for office workers',
    authors: ['Kim, Soo'],
    year: 2021,
    doi: '10.1234/steps.2021.8',
    journal: 'Digital Activity',
    abstract: 'Office workers installed an application that counted their steps.',
  },
} satisfies Record<string, Publication>;

export type Key = keyof typeof publications;
export const titleOf = (key: Key) => publications[key].title;
export const keys = Object.keys(publications) as Key[];

export const opinions: Record<Key, Opinion> = {
  gardens: { first: 'include', second: 'include', fullText: 'include' },
  walks: { first: 'include', second: 'maybe', fullText: 'include' },
  farms: { first: 'maybe', second: 'maybe', fullText: 'not_retrieved' },
  nurses: { first: 'include', second: 'include', fullText: 'exclude' },
  windows: { first: 'include', second: 'include', fullText: 'exclude' },
  municipality: { first: 'include', second: 'exclude', fullText: 'include' },
  soil: { first: 'exclude', second: 'exclude', fullText: null },
  birds: { first: 'exclude', second: 'exclude', fullText: null },
  apps: { first: 'exclude', second: 'exclude', fullText: null },
};

export const keyOfTitle = (title: string): Key => {
  const found = keys.find((key) => title.startsWith(titleOf(key).slice(0, 20)));
  if (!found) throw new Error(`no publication has the title ${title}`);
  return found;
};

const ris = ({ title, authors, year, doi, journal, abstract }: Publication) =>
  [
    'TY  - JOUR',
    ...authors.map((author) => `AU  - ${author}`),
    `TI  - ${title}`,
    `PY  - ${year}`,
    `JO  - ${journal}`,
    ...(doi ? [`DO  - ${doi}`] : []),
    `AB  - ${abstract}`,
    'ER  - ',
    '',
  ].join('\r\n');

/** Twelve records of nine publications: one twice in the same words, one by its DOI, one perhaps; and a lost line. */
export const exportFile = [
  ...keys.map((key) => ris(publications[key])),
  ris(publications.soil),
  'exported by a person in a hurry',
  '',
  ris({ ...publications.gardens, journal: 'J Green Care', authors: ['Lindqvist, M', 'Berg, O'] }),
  ris({
    ...publications.walks,
    title: 'Guided forest walk for people with depressions: interviews',
    year: 2019,
  }),
].join('\r\n');

/** What stands on page 4 of the one about gardens, and what is quoted from it. */
export const quotation =
  'The gardens lasted where the municipality had named one person who answered the telephone.';
export const pageFour = `Results\nSixty people took part. ${quotation} Where nobody had been named, plots lay fallow.`;
