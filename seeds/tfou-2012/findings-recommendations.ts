/** Recommendations: the way ahead of chapter 7.1, and two that stand earlier in the report. */
import { fromCell, type TfouFinding } from './finding.ts';
import { tfou } from './source.ts';

export const tfouRecommendations: TfouFinding[] = [
  {
    key: 'use-instruments',
    kind: 'recommendation',
    number: 1,
    statement: {
      en: 'Municipalities in the districts should use the instruments and look at what helps and what hinders',
      sv: 'Landsbygdskommuner bör använda verktygen och se på vad som främjar och vad som hindrar',
      nb: 'Distriktskommuner bør bruke virkemidlene og se på hva som fremmer og hva som hemmer',
      nn: 'Distriktskommunar bør bruke verkemidla og sjå på kva som fremjar og kva som hemmar',
    },
    themes: ['organisation'],
    origin: '7.1',
    source: tfou('7.1', 80),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'The instruments and the analysis can be used to start more cooperation where that is wanted',
            sv: 'Verktygen och analysen kan användas för att starta mer samarbete där man vill det',
            nb: 'Virkemidlene og analysen kan brukes til å sette i gang mer samarbeid der man ønsker det',
            nn: 'Verkemidla og analysen kan brukast til å setje i gang meir samarbeid der ein ønskjer det',
          },
          locator: '7.1',
          page: 80,
        },
      },
    ],
  },
  {
    key: 'care-for-enthusiasts',
    kind: 'recommendation',
    number: 2,
    statement: {
      en: 'Look after the dedicated people: everything else leans on them',
      sv: 'Ta hand om eldsjälarna: allt annat vilar på dem',
      nb: 'Ta vare på ildsjelene: alt annet hviler på dem',
      nn: 'Ta vare på eldsjelene: alt anna kviler på dei',
    },
    themes: ['personal'],
    origin: '7.1',
    source: tfou('7.1', 80),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'The interviews held committed people to be what mattered most, with or without the municipality',
            sv: 'Intervjuerna såg engagerade människor som det allra viktigaste, med eller utan kommunen',
            nb: 'Intervjuene så engasjerte personer som det aller viktigste, med eller uten kommunen',
            nn: 'Intervjua såg engasjerte personar som det aller viktigaste, med eller utan kommunen',
          },
          locator: '7.1',
          page: 80,
        },
      },
    ],
  },
  {
    key: 'room-for-trying',
    kind: 'recommendation',
    number: 3,
    statement: {
      en: 'Make room for volunteers to try out new measures that the municipality may take over',
      sv: 'Ge frivilliga utrymme att pröva nya insatser som kommunen kan ta över',
      nb: 'Gi frivillige rom til å prøve ut nye tiltak som kommunen kan overta',
      nn: 'Gje frivillige rom til å prøve ut nye tiltak som kommunen kan ta over',
    },
    themes: ['organisation'],
    origin: '7.1',
    source: tfou('7.1', 80),
    support: [
      {
        publication: 'nissedal',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'The municipality took over a group for girls that the Free Church had begun',
            sv: 'Kommunen tog över en tjejgrupp som Frikyrkan hade startat',
            nb: 'Kommunen overtok en jentegruppe som Frikirken hadde startet',
            nn: 'Kommunen tok over ei jentegruppe som Frikyrkja hadde starta',
          },
          locator: '5.1.4; 7.1',
          page: 44,
        },
      },
    ],
  },
  {
    key: 'map-more',
    kind: 'recommendation',
    number: 4,
    statement: {
      en: 'Map the forms, participants and consequences of cooperation that nobody has documented',
      sv: 'Kartlägg former, deltagare och följder av det samarbete som ingen har dokumenterat',
      nb: 'Kartlegg former, deltakere og følger av det samarbeidet ingen har dokumentert',
      nn: 'Kartlegg former, deltakarar og følgjer av det samarbeidet ingen har dokumentert',
    },
    themes: ['communication'],
    origin: '7.1',
    source: tfou('7.1', 80),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Few examples were found: either there are few, or they are not written down',
            sv: 'Få exempel hittades: antingen finns det få, eller så är de inte nedskrivna',
            nb: 'Det ble funnet få eksempler: enten finnes det få, eller så er de ikke skrevet ned',
            nn: 'Det vart funne få døme: anten finst det få, eller så er dei ikkje skrivne ned',
          },
          locator: '7.1',
          page: 80,
        },
      },
    ],
  },
  {
    key: 'respect-motives',
    kind: 'recommendation',
    number: 5,
    statement: {
      en: 'Shape instruments for volunteers who also seek growth of their own',
      sv: 'Utforma verktyg för frivilliga som också söker egen utveckling',
      nb: 'Form virkemidler for frivillige som også søker egen utvikling',
      nn: 'Form verkemiddel for frivillige som òg søkjer eiga utvikling',
    },
    themes: ['recruitment'],
    origin: '7.1',
    source: tfou('7.1', 80),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Society leans more on volunteers whose motives are no longer only the common good',
            sv: 'Samhället lutar sig allt mer mot frivilliga vars motiv inte längre bara är det gemensamma bästa',
            nb: 'Samfunnet lener seg mer på frivillige som ikke lenger bare drives av fellesskapets beste',
            nn: 'Samfunnet lener seg meir på frivillige som ikkje lenger berre blir drivne av det beste for fellesskapen',
          },
          locator: '7.1',
          page: 81,
        },
      },
    ],
  },
  {
    key: 'fit-the-form',
    kind: 'recommendation',
    number: 6,
    statement: {
      en: 'Choose a form that suits both parties, and let paid staff do more of the joint work',
      sv: 'Välj en form som passar båda parter, och låt avlönad personal göra mer av det gemensamma arbetet',
      nb: 'Velg en form som passer begge parter, og la lønnede ansatte gjøre mer av fellesarbeidet',
      nn: 'Vel ei form som passar begge partar, og la lønte tilsette gjere meir av fellesarbeidet',
    },
    themes: ['organisation'],
    origin: '6.5.8',
    source: tfou('6.5.8', 75),
    support: [
      {
        publication: 'henriksen-2003',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Organisations had no strength left for formal meetings besides their own work',
            sv: 'Organisationerna hade inte krafter kvar till formella möten utöver sitt eget arbete',
            nb: 'Organisasjonene hadde ikke krefter igjen til formelle møter utover eget arbeid',
            nn: 'Organisasjonane hadde ikkje krefter att til formelle møte utover eige arbeid',
          },
          locator: '6.5.8',
          page: 74,
        },
      },
    ],
  },
  {
    key: 'written-agreements',
    kind: 'recommendation',
    number: 7,
    statement: {
      en: 'Make concrete agreements that say who does what',
      sv: 'Slut konkreta avtal som säger vem som gör vad',
      nb: 'Inngå konkrete avtaler som sier hvem som gjør hva',
      nn: 'Gjer konkrete avtalar som seier kven som gjer kva',
    },
    themes: ['organisation'],
    origin: '5.4.1',
    source: tfou('5.4.1', 55),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Frivillighet Norge advises municipalities to sign agreements; the Red Cross wants them so that nothing rests on chance or on one person',
            sv: 'Frivillighet Norge råder kommuner att sluta avtal; Røde Kors vill ha dem så att inget beror på slump eller en person',
            nb: 'Frivillighet Norge råder kommuner til å inngå avtaler; Røde Kors vil ha dem så ingenting er overlatt til tilfeldigheter eller én person',
            nn: 'Frivillighet Norge rår kommunar til å gjere avtalar; Røde Kors vil ha dei så ingenting er overlate til slump eller éin person',
          },
          locator: '5.4.1',
          page: 55,
        },
      },
      fromCell('tromso-instruments-3'),
    ],
  },
];
