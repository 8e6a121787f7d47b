/** Risks and barriers 7 to 11 of Table 4: resources, roles and values of the parties. */
import type { Finding } from './findings.ts';
import { paragraph, table } from './source.ts';

export const risksOfTheParties: Finding[] = [
  {
    key: 'risk-7-resources',
    kind: 'risk-barrier',
    number: 7,
    statement: {
      en: 'Some questions of funding, training and lasting capacity stay open in the cooperation.',
      sv: 'Vissa frågor om finansiering, utbildning och hållbarhet är olösta i samarbetet.',
      nb: 'Enkelte spørsmål om finansiering, opplæring og bærekraft står uløst i samarbeidet.',
      nn: 'Enkelte spørsmål om finansiering, opplæring og berekraft står uløyste i samarbeidet.',
    },
    themes: ['funding-training'],
    support: [
      {
        publication: 'baxter-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'The barriers that organisations meet lie above all in their surroundings: funding, training and sustainability.',
            sv: 'Hindren som organisationerna möter finns framför allt i omgivningen: finansiering, utbildning och hållbarhet.',
            nb: 'Hindringene organisasjonene møter, ligger først og fremst i omgivelsene: finansiering, opplæring og bærekraft.',
            nn: 'Hindringane organisasjonane møter, ligg først og fremst i omgjevnadene: finansiering, opplæring og berekraft.',
          },
          locator: paragraph('factors', 'Baxter och Fancourt (2020)'),
        },
      },
      {
        // Money and recruitment, in the same sense of what a voluntary side can sustain.
        publication: 'vrangbaek-2018',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Many Danish associations point to problems, most of all in recruiting members and in their finances.',
            sv: 'Många danska föreningar pekar på problem, mest med att rekrytera medlemmar och med ekonomin.',
            nb: 'Mange danske foreninger peker på problemer, mest med å rekruttere medlemmer og med økonomien.',
            nn: 'Mange danske foreiningar peikar på problem, mest med å rekruttere medlemmer og med økonomien.',
          },
          locator: paragraph('factors', 'Vrangbæk m.fl. (2018)'),
        },
      },
      {
        // Volunteering costs resources: the study's lesson that carries over to other settings.
        publication: 'naughton-doe-2021',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Timebanks are hard to get going; one lesson that carries over is that volunteering must be backed by sufficient resources.',
            sv: 'Tidsbanker är svåra att få att fungera; en lärdom som går att överföra är att frivilligarbete måste backas upp med tillräckliga resurser.',
            nb: 'Tidsbanker er vanskelige å få til å virke; en lærdom som kan overføres, er at frivillig arbeid må støttes med tilstrekkelige ressurser.',
            nn: 'Tidsbankar er vanskelege å få til å verke; ein lærdom som kan overførast, er at frivillig arbeid må støttast med nok ressursar.',
          },
          locator: paragraph('factors', 'Naughton-Doe m.fl. (2021)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-8-replacement',
    kind: 'risk-barrier',
    number: 8,
    statement: {
      en: 'It is at stake whether what volunteers do supplements care services or replaces them.',
      sv: 'Det står på spel om frivilligas insatser kompletterar eller ersätter vård- och omsorgstjänster.',
      nb: 'Det står på spill om frivilliges innsats supplerer eller erstatter helse- og omsorgstjenester.',
      nn: 'Det står på spel om innsatsen til frivillige supplerer eller erstattar helse- og omsorgstenester.',
    },
    themes: ['roles-tasks'],
    support: [
      {
        publication: 'croft-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Warns that services from voluntary organisations should not take the place of health and social care but add to it within an integrated team.',
            sv: 'Varnar för att låta frivilligorganisationers tjänster ersätta vård och omsorg; de ska komplettera inom ett integrerat team.',
            nb: 'Advarer mot å la frivillige organisasjoners tjenester erstatte helse- og omsorgstjenester; de skal supplere i et integrert team.',
            nn: 'Åtvarar mot å la tenestene til frivillige organisasjonar erstatte helse- og omsorgstenester; dei skal supplere i eit integrert team.',
          },
          locator: paragraph('factors', 'Croft och Currie (2020)'),
        },
      },
      {
        // About relatives, not volunteers: their absence shows that care already leaned on them.
        publication: 'wall-2021',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'When relatives were shut out during the pandemic, much of what they did was lost; staff’s work grew harder and care for patients worse.',
            sv: 'När anhöriga stängdes ute under pandemin gick mycket av det de gjorde förlorat; personalens arbete blev svårare och vården för patienterna sämre.',
            nb: 'Da pårørende ble stengt ute under pandemien, gikk mye av det de gjorde, tapt; arbeidet for personalet ble vanskeligere og omsorgen for pasientene dårligere.',
            nn: 'Då pårørande vart stengde ute under pandemien, gjekk mykje av det dei gjorde, tapt; arbeidet for personalet vart vanskelegare og omsorga for pasientane dårlegare.',
          },
          locator: paragraph('factors', 'Wall och Vamstad (2021)'),
        },
      },
      {
        // Against: where work went better without relatives, care had not come to rest on them.
        publication: 'wall-2021',
        stance: 'contradicts',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'In some cases the work became easier while relatives were away.',
            sv: 'I vissa fall blev arbetet lättare medan de anhöriga var borta.',
            nb: 'I noen tilfeller ble arbeidet lettere mens de pårørende var borte.',
            nn: 'I nokre tilfelle vart arbeidet lettare medan dei pårørande var borte.',
          },
          locator: paragraph('factors', 'Wall och Vamstad (2021)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-9-ideology',
    kind: 'risk-barrier',
    number: 9,
    statement: {
      en: 'An effort carries elements of ideological activity.',
      sv: 'En insats har inslag av ideologisk verksamhet.',
      nb: 'En innsats har innslag av ideologisk virksomhet.',
      nn: 'Ein innsats har innslag av ideologisk verksemd.',
    },
    themes: ['relations-trust'],
    support: [
      {
        publication: 'dalziel-2015',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Working together built knowledge and social capital, but now and then ideological activity challenged established values and ways of working.',
            sv: 'Samarbetet byggde kunskap och socialt kapital, men ibland utmanade ideologisk verksamhet etablerade värderingar och arbetssätt.',
            nb: 'Samarbeidet bygde kunnskap og sosial kapital, men av og til utfordret ideologisk virksomhet etablerte verdier og arbeidsmåter.',
            nn: 'Samarbeidet bygde kunnskap og sosial kapital, men av og til utfordra ideologisk verksemd etablerte verdiar og arbeidsmåtar.',
          },
          locator: paragraph('factors', 'Dalziel och Willis (2015)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-10-consequences',
    kind: 'risk-barrier',
    number: 10,
    statement: {
      en: 'Too little is seen of what models of cooperation lead to.',
      sv: 'Insynen i vad samarbetsmodeller leder till är för liten.',
      nb: 'Innsynet i hva samarbeidsmodeller fører til, er for lite.',
      nn: 'Innsynet i kva samarbeidsmodellar fører til, er for lite.',
    },
    themes: ['follow-up', 'information'],
    support: [
      {
        // The table's "consequences" answer to the paragraph's "practical consequences".
        publication: 'stocker-2018',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'All shared the vision, but what integrated work would mean in practice was not well understood, and some felt the programme was forced on them from above.',
            sv: 'Alla delade visionen, men vad ett integrerat arbete skulle innebära i praktiken var inte väl förstått, och några kände att programmet hade tvingats på dem uppifrån.',
            nb: 'Alle delte visjonen, men hva integrert arbeid ville bety i praksis, var ikke godt forstått, og noen følte at programmet var tvunget på dem ovenfra.',
            nn: 'Alle delte visjonen, men kva integrert arbeid ville bety i praksis, var ikkje godt forstått, og nokre kjende at programmet var tvinga på dei ovanfrå.',
          },
          locator: paragraph('factors', 'Stocker m.fl. (2018)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-11-roles',
    kind: 'risk-barrier',
    number: 11,
    statement: {
      en: 'New and old roles pull against each other among the partners.',
      sv: 'Nya och gamla roller skaver mot varandra hos samarbetets parter.',
      nb: 'Nye og gamle roller gnisser mot hverandre hos samarbeidspartnerne.',
      nn: 'Nye og gamle roller gnissar mot kvarandre hos samarbeidspartnarane.',
    },
    themes: ['roles-tasks'],
    support: [
      {
        publication: 'smith-2013',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'There was tension between new and old roles, among public as well as voluntary partners.',
            sv: 'Det fanns spänningar mellan nya och gamla roller, hos såväl offentliga som frivilliga parter.',
            nb: 'Det var spenninger mellom nye og gamle roller, hos både offentlige og frivillige parter.',
            nn: 'Det var spenningar mellom nye og gamle roller, hos både offentlege og frivillige partar.',
          },
          locator: paragraph('factors', 'Smith och Barnes (2013)'),
        },
      },
      {
        // Boundaries of institution and profession, which is where old roles hold out.
        publication: 'leyshon-2019',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Co-production lays bare the boundaries of institutions and professions that stand in the way of open partnership; volunteers are mostly absent from the formal team meetings.',
            sv: 'Samproduktionen blottlägger de institutionella och professionella gränser som står i vägen för öppet partnerskap; frivilliga är till stor del frånvarande vid de formella teammötena.',
            nb: 'Samproduksjon avdekker de institusjonelle og profesjonelle grensene som står i veien for åpent partnerskap; frivillige er stort sett fraværende på de formelle teammøtene.',
            nn: 'Samproduksjon avdekkjer dei institusjonelle og profesjonelle grensene som står i vegen for ope partnarskap; frivillige er stort sett fråverande på dei formelle teammøta.',
          },
          locator: paragraph('factors', 'Leyshon m.fl. (2019)'),
        },
      },
    ],
    source: table(4),
  },
];
