/** What Aytar (2022) cites: the publications of Table 1, and the method. */
import type { ExerciseReference } from './reference.ts';

export const citedByAytar: ExerciseReference[] = [
  {
    key: 'andfossen-2016',
    reference: {
      type: 'document',
      title:
        'The potential for collaborative innovation between public services and volunteers in the long-term care sector',
      authors: [{ family: 'Andfossen' }],
      year: 2016,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    // The archive page has it too: one of the two works that two documents give.
    key: 'andfossen-2020',
    reference: {
      type: 'document',
      title:
        'Co-production between long-term care units and voluntary organisations in Norwegian municipalities: A theoretical discussion and empirical analysis',
      authors: [{ family: 'Andfossen' }],
      year: 2020,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'bai-2018',
    reference: {
      type: 'document',
      title:
        'Supporting Collaborative Care of Elderly through a Reward System based on Distributed Ledger Technologies',
      authors: [{ family: 'Bai' }, { family: 'Synnes' }],
      year: 2018,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'baxter-2020',
    reference: {
      type: 'document',
      title:
        'What are the barriers to, and enablers of, working with people with lived experience of mental illness amongst community and voluntary sector organisations? A qualitative study',
      authors: [{ family: 'Baxter' }, { family: 'Fancourt' }],
      year: 2020,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'chadborn-2019',
    reference: {
      type: 'document',
      title:
        'Improving community support for older people’s needs through commissioning third sector services: A qualitative study',
      authors: [{ family: 'Chadborn' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'collins-2013',
    reference: {
      type: 'document',
      title: 'Considering quality of life for older adults: A view from two countries',
      authors: [{ family: 'Collins' }],
      othersOmitted: true,
      year: 2013,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'croft-2020',
    reference: {
      type: 'document',
      title:
        'Realizing policy aspirations of voluntary sector involvement in integrated care provision: Insights from the English national health service',
      authors: [{ family: 'Croft' }, { family: 'Currie' }],
      year: 2020,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'dalziel-2015',
    reference: {
      type: 'document',
      title:
        'Capacity building with older people through local authority and third-sector partnerships',
      authors: [{ family: 'Dalziel' }, { family: 'Willis' }],
      year: 2015,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'el-farargy-2019',
    reference: {
      type: 'document',
      title: 'Partnership working across sectors: A multi-professional perspective',
      authors: [{ family: 'El-Farargy' }],
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'fredriksen-2021',
    reference: {
      type: 'document',
      title:
        'Digitalisation of municipal healthcare collaboration with volunteers: A case study applying normalization process theory',
      authors: [{ family: 'Fredriksen' }],
      othersOmitted: true,
      year: 2021,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'galjaard-2019',
    reference: {
      type: 'document',
      title:
        'Informal care and volunteering assistance in Europe. A comparison between countries in the North Sea',
      authors: [{ family: 'Galjaard' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'jegermalm-2012',
    reference: {
      type: 'document',
      title:
        'Helpful citizens and caring families: Patterns of informal help and caregiving in Sweden in a 17-year perspective',
      authors: [{ family: 'Jegermalm' }, { family: 'Jeppsson Grassman' }],
      year: 2012,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'in-for-care-2017',
    reference: {
      type: 'report',
      title:
        'Overview of quantitative and qualitative aspects of Informal care and volunteering assistance in Europe',
      authors: [{ literal: 'In For Care' }],
      year: 2017,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'in-for-care-2019',
    reference: {
      type: 'report',
      title: 'In For Care Recipes. How to recruit, train and keep volunteers and informal carers',
      authors: [{ literal: 'In For Care' }],
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'leyshon-2019',
    reference: {
      type: 'document',
      title: 'The complex spaces of co-production, volunteering, ageing and care',
      authors: [{ family: 'Leyshon' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'moore-2015',
    reference: {
      type: 'document',
      title:
        '“Bringing the future to life: Maureen’s postcard to beryl” – North Wales regional single point of access programme: Managing community care',
      authors: [{ family: 'Moore' }],
      year: 2015,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'myndigheten-for-ungdoms-och-civilsamhallesfragor-2021',
    reference: {
      type: 'report',
      title:
        'Samverkan mellan kommun och civilsamhälle. En inspirationsskrift med exempel från sex kommuner',
      authors: [{ literal: 'Myndigheten för ungdoms- och civilsamhällesfrågor' }],
      year: 2021,
      language: 'sv',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'myndigheten-for-ungdoms-och-civilsamhallesfragor-2021-2',
    reference: {
      type: 'report',
      title: 'Samverkansmodell för offentliga aktörer och civilsamhället',
      authors: [{ literal: 'Myndigheten för ungdoms- och civilsamhällesfrågor' }],
      year: 2021,
      language: 'sv',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'naughton-doe-2021',
    reference: {
      type: 'document',
      title:
        'Timebanking and the co-production of preventive social care with adults; what can we learn from the challenges of implementing person-to-person timebanks in England?',
      authors: [{ family: 'Naughton-Doe' }],
      othersOmitted: true,
      year: 2021,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'pearson-2018',
    reference: {
      type: 'document',
      title:
        'Implementing health and social care integration in Scotland: Renegotiating new partnerships in changing cultures of care',
      authors: [{ family: 'Pearson' }, { family: 'Watson' }],
      year: 2018,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'ryder-2016',
    reference: {
      type: 'document',
      title: 'From togetherness to loneliness: Supporting people with dementia',
      authors: [{ family: 'Ryder' }],
      year: 2016,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'scheele-2019',
    reference: {
      type: 'document',
      title:
        'Volunteer association perceptions of municipal policy strategies to promote co-production of healthy ageing services',
      authors: [{ family: 'Scheele' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'skinner-2021',
    reference: {
      type: 'document',
      title:
        'Volunteers and informal caregivers’ contributions and collaboration with formal caregivers in Norwegian long-term care',
      authors: [{ family: 'Skinner' }],
      othersOmitted: true,
      year: 2021,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'smith-2013',
    reference: {
      type: 'document',
      title:
        'New jobs old roles – working for prevention in a whole-system model of health and social care for older people',
      authors: [{ family: 'Smith' }, { family: 'Barnes' }],
      year: 2013,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'stocker-2018',
    reference: {
      type: 'document',
      title:
        'Care home services at the vanguard: A qualitative study exploring stakeholder views on the development and evaluation of novel, integrated approaches to enhancing healthcare in care homes',
      authors: [{ family: 'Stocker' }],
      othersOmitted: true,
      year: 2018,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'sveriges-kommuner-och-landsting-2014',
    reference: {
      type: 'report',
      title:
        'Dialoger och överenskommelser med civilsamhället. Konkreta exempel från åtta kommuner',
      authors: [{ literal: 'Sveriges Kommuner och Landsting' }],
      year: 2014,
      language: 'sv',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'van-dijk-2013',
    reference: {
      type: 'document',
      title:
        'The experiences of neighbour, volunteer and professional support-givers in supporting community dwelling older people',
      authors: [{ family: 'van Dijk' }],
      othersOmitted: true,
      year: 2013,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'vanderstichelen-2019',
    reference: {
      type: 'document',
      title:
        'Perspectives on volunteer-professional collaboration in palliative care: A qualitative study among volunteers, patients, family carers, and health care professionals',
      authors: [{ family: 'Vanderstichelen' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'vanderstichelen-2020',
    reference: {
      type: 'document',
      title:
        'The involvement of volunteers in palliative care and their collaboration with healthcare professionals: A cross-sectional volunteer survey across the Flemish healthcare system (Belgium)',
      authors: [{ family: 'Vanderstichelen' }],
      othersOmitted: true,
      year: 2020,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'vrangbaek-2018',
    reference: {
      type: 'document',
      title:
        'Voluntary associations and co-production of health promoting activities for older adults: Experiences and policy lessons from Denmark',
      authors: [{ family: 'Vrangbæk' }],
      othersOmitted: true,
      year: 2018,
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'wall-2021',
    reference: {
      type: 'document',
      title: 'När en part försvinner. Informella vård- och omsorgsinsatser under Coronapandemin',
      authors: [
        { family: 'Wall', given: 'E.' },
        { family: 'Vamstad', given: 'J.' },
      ],
      year: 2021,
      language: 'sv',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'overenskommelsens-kansli-2018',
    reference: {
      type: 'report',
      title:
        'Samverkan med civilsamhället: En kartläggning av hur Sveriges kommuner, landsting och regioner samverkar med civilsamhällets organisationer',
      authors: [{ literal: 'Överenskommelsens kansli' }],
      year: 2018,
      language: 'sv',
    },
    citedBy: 'aytar-2022',
    lookedUp: null,
    source: { document: 'aytar-2022', locator: 'Table 1' },
  },
  {
    key: 'arksey-2005',
    reference: {
      type: 'article-journal',
      title: 'Scoping studies: towards a methodological framework',
      authors: [
        { family: 'Arksey', given: 'Hilary' },
        { family: 'O’Malley', given: 'Lisa' },
      ],
      year: 2005,
      container: 'International Journal of Social Research Methodology',
      volume: '8',
      issue: '1',
      pages: '19-32',
      doi: '10.1080/1364557032000119616',
      language: 'en',
    },
    citedBy: 'aytar-2022',
    lookedUp: 'https://libguides.ucmerced.edu/mist253-keske',
    source: { document: 'aytar-2022', locator: 'Process och aktiviteter (cited as 2007)' },
  },
];
