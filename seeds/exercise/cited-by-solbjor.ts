/** What Solbjør et al. (2012) cite: the studies of their review, and works for background. */
import { type TfouPublication, tfouStudies } from '../tfou-2012/publications.ts';
import type { ExerciseReference } from './reference.ts';

const background: ExerciseReference[] = [
  {
    key: 'frivillighet-2006',
    reference: {
      type: 'report',
      title: 'Frivillighet for alle',
      authors: [],
      year: 2006,
      series: 'St.meld. nr. 39 (2006-2007)',
      language: 'nb',
    },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '4.2.1', page: 24 },
  },
  {
    key: 'wollebaek-2000',
    reference: {
      type: 'document',
      title: 'Frivillig innsats',
      authors: [{ family: 'Wollebæk' }, { family: 'Selle' }],
      year: 2000,
      language: 'nb',
    },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '2.3', page: 8 },
  },
  {
    key: 'wollebaek-2010',
    reference: {
      type: 'document',
      title: 'Fra folkebevegelse til filantropi? Frivillig innsats i Norge 1997-2009',
      authors: [{ family: 'Wollebæk' }, { family: 'Sivesind' }],
      year: 2010,
      language: 'nb',
    },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '6.5.4', page: 72 },
  },
  {
    key: 'gulbrandsen-2011',
    reference: {
      type: 'report',
      title: 'Frivillige organisasjoner i en ny tid. Utfordringer og endringsprosesser',
      authors: [
        { family: 'Gulbrandsen', given: 'Trygve' },
        { family: 'Ødegård', given: 'Guro' },
      ],
      year: 2011,
      series: 'Rapport 2011:1',
      publisher: 'Senter for forskning på sivilsamfunn og frivillig sektor',
      place: 'Oslo/Bergen',
      isbn: ['978-82-7763-359-6', '978-82-7763-360-2'],
      language: 'nb',
    },
    citedBy: 'solbjor-2012',
    lookedUp:
      'https://9pdf.net/document/qvl84ekr-frivillige-organisasjoner-en-ny-tid-utfordringer-og-endringsprosesser.html',
    source: { document: 'solbjor-2012', locator: '2.3', page: 9 },
  },
];

/** Shown on the slides of the working day too: one of the two works that two documents give. */
const innovation: ExerciseReference = {
  key: 'innovasjon-2011',
  reference: {
    type: 'report',
    title: 'Innovasjon i omsorg',
    authors: [],
    year: 2011,
    series: 'NOU 2011:11',
    language: 'nb',
  },
  citedBy: 'solbjor-2012',
  lookedUp: null,
  source: { document: 'solbjor-2012', locator: '1', page: 1 },
};

const untitledBackground: ExerciseReference[] = [
  {
    key: 'wiborg-2005',
    reference: { type: 'document', title: '', authors: [{ family: 'Wiborg' }], year: 2005 },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '1', page: 1 },
  },
  {
    key: 'sivesind-2002',
    reference: {
      type: 'document',
      title: '',
      authors: [
        { family: 'Sivesind' },
        { family: 'Lorentzen' },
        { family: 'Selle' },
        { family: 'Wollebæk' },
      ],
      year: 2002,
    },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '1; 2.1', page: 1 },
  },
  {
    key: 'matthies-2006',
    reference: { type: 'document', title: '', authors: [{ family: 'Matthies' }], year: 2006 },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '2.1', page: 5 },
  },
  {
    key: 'vagen-2005',
    reference: { type: 'document', title: '', authors: [{ family: 'Vågen' }], year: 2005 },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '2.2; 2.3', page: 6 },
  },
  {
    key: 'grassmann-2005',
    reference: { type: 'document', title: '', authors: [{ family: 'Grassmann' }], year: 2005 },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '2.2.1; 4.6.2', page: 7 },
  },
  {
    key: 'enjolras-2008',
    reference: { type: 'document', title: '', authors: [{ family: 'Enjolras' }], year: 2008 },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '2.2.1', page: 8 },
  },
  {
    key: 'kvale-1994',
    reference: { type: 'document', title: '', authors: [{ family: 'Kvale' }], year: 1994 },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '3.2', page: 12 },
  },
  {
    key: 'vassenden-2007',
    reference: {
      type: 'document',
      title: '',
      authors: [{ family: 'Vassenden' }, { family: 'Andrews' }],
      year: 2007,
    },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '3.2.1.2', page: 14 },
  },
  {
    key: 'stmeld-25-2008',
    reference: {
      type: 'report',
      title: '',
      authors: [],
      year: 2008,
      series: 'St.meld. nr. 25 (2008-2009)',
    },
    citedBy: 'solbjor-2012',
    lookedUp: null,
    source: { document: 'solbjor-2012', locator: '1', page: 1 },
  },
];

const studies = tfouStudies.map(cited);

export const citedBySolbjor: ExerciseReference[] = [
  ...studies.filter(({ reference }) => reference.title !== ''),
  ...background,
  innovation,
];

/** Cited with author and year only. */
export const untitledBySolbjor: ExerciseReference[] = [
  ...studies.filter(({ reference }) => reference.title === ''),
  ...untitledBackground,
];

function cited({ key, reference, lookedUp, source }: TfouPublication): ExerciseReference {
  return { key, reference, citedBy: 'solbjor-2012', lookedUp, source };
}
