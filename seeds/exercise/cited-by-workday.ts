/** What the slides of the working day cite. */
import type { ExerciseReference } from './reference.ts';

export const citedByWorkday: ExerciseReference[] = [
  {
    key: 'engen-2025',
    reference: {
      type: 'chapter',
      title: 'Samskaping av velferd – ulike tilnærminger til brukerinvolvering',
      authors: [
        { family: 'Engen', given: 'M.' },
        { family: 'Jenhaug', given: 'L.' },
      ],
      year: 2025,
      container: 'Alle skal med?: Samskaping som svar på velferdsstatens utfordringer',
      pages: '21-39',
      publisher: 'Cappelen Damm Forskning/NOASP',
      doi: '10.23865/cdf.266.ch2',
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Hva kan samskapes?' },
  },
  {
    key: 'torfing-2019',
    reference: {
      type: 'article-journal',
      title:
        'Transforming the public sector into an arena for co-creation: Barriers, drivers, benefits, and ways forward',
      authors: [
        { family: 'Torfing', given: 'J.' },
        { family: 'Sørensen', given: 'E.' },
        { family: 'Røiseland', given: 'A.' },
      ],
      year: 2019,
      container: 'Administration & Society',
      volume: '51',
      issue: '5',
      pages: '795-825',
      language: 'en',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Hva er samskaping?' },
  },
  {
    key: 'guribye-2018',
    reference: {
      type: 'article-journal',
      title: 'Co-creation of linking social capital in ‘Municipality 3.0’',
      authors: [{ family: 'Guribye', given: 'E.' }],
      year: 2018,
      container: 'Journal of Civil Society',
      volume: '14',
      issue: '1',
      pages: '77-93',
      language: 'en',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: {
      document: 'workday-2025',
      locator: 'slide: Samskapingsplattformer skaper sosial kapital',
    },
  },
  {
    key: 'helsepersonellkommisjonen-2023',
    reference: {
      type: 'report',
      title: 'Tid for handling',
      authors: [{ literal: 'Helsepersonellkommisjonen' }],
      year: 2023,
      series: 'NOU 2023: 4',
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Helsepersonellkommisjonen' },
  },
  {
    key: 'kommunal-og-moderniseringsdepartementet-2020',
    reference: {
      type: 'report',
      title: 'En innovativ offentlig sektor',
      authors: [{ literal: 'Kommunal- og moderniseringsdepartementet' }],
      year: 2020,
      series: 'Meld. St. 30 (2019-2020)',
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Innovasjon i offentlig sektor' },
  },
  {
    key: 'innovasjon-2011',
    reference: {
      type: 'report',
      title: 'Innovasjon i omsorg',
      authors: [],
      year: 2011,
      series: 'NOU 2011:11',
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: NOU 2011:11' },
  },
];

/** Shown on the slides without a year. */
export const undatedByWorkday: ExerciseReference[] = [
  {
    key: 'askheim-nd',
    reference: {
      type: 'book',
      title: 'Alle skal med? Samskaping som svar på velferdsstatens utfordringer',
      authors: [
        { family: 'Askheim', given: 'Ole Petter' },
        { family: 'Christensen', given: 'Karen' },
        { family: 'Jenhaug', given: 'Line' },
        { family: 'Myklebø', given: 'Sigrid' },
      ],
      publisher: 'Cappelen Damm Forskning',
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Hva kan samskapes?' },
  },
  {
    key: 'helsedirektoratet-nd',
    reference: {
      type: 'legislation',
      title: 'Rettslige rammer for samarbeid mellom helse- og omsorgstjenesten og frivilligheten',
      authors: [{ literal: 'Helsedirektoratet' }],
      urls: [
        'https://www.helsedirektoratet.no/rundskriv/rettslige-rammer-for-samarbeid-mellom-helse-og-omsorgstjenesten-og-frivilligheten',
      ],
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Rundskriv' },
  },
  {
    key: 'sammen-nd',
    reference: {
      type: 'report',
      title: 'Sammen om velferdstjenester',
      authors: [],
      language: 'nn',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Rettslige rammer på andre sektorområder' },
  },
  {
    key: 'skal-nd',
    reference: {
      type: 'article-newspaper',
      title: 'Skal kommunen organisere frivilligheten?',
      authors: [],
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Frivillighetens rolle i ny tid' },
  },
  {
    key: 'frivilligsentralene-nd',
    reference: {
      type: 'article-newspaper',
      title: 'Frivilligsentralene er ikke en konkurrent til frivilligheten',
      authors: [],
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Frivillighetens rolle i ny tid' },
  },
  {
    key: 'kommunal-nd',
    reference: {
      type: 'article-newspaper',
      title: 'Kommunal organisering av frivillige – problem eller løsning?',
      authors: [],
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Frivillighetens rolle i ny tid' },
  },
  {
    key: 'kommunal-nd-2',
    reference: {
      type: 'article-newspaper',
      title: 'Kommunal frivillighet utfordrer grenser og kan svekke organisasjoner',
      authors: [],
      language: 'nb',
    },
    citedBy: 'workday-2025',
    lookedUp: null,
    source: { document: 'workday-2025', locator: 'slide: Frivillighetens rolle i ny tid' },
  },
];
