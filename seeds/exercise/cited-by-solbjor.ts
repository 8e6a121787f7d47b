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

const studies = tfouStudies.map(cited);

export const citedBySolbjor: ExerciseReference[] = [
  ...studies.filter(({ reference }) => reference.title !== ''),
  ...background,
  innovation,
];

function cited({ key, reference, lookedUp, source }: TfouPublication): ExerciseReference {
  return { key, reference, citedBy: 'solbjor-2012', lookedUp, source };
}
