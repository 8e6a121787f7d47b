/** Risks and barriers: those of Table 6-2, its missing last cell from 6.5.6, and more. */
import { fromCell, type TfouFinding } from './finding.ts';
import { tfou } from './source.ts';

export const tfouBarriers: TfouFinding[] = [
  {
    key: 'unpredictable-funding',
    kind: 'risk_or_barrier',
    number: 1,
    statement: {
      en: 'Financial support cannot be counted on from one year to the next',
      sv: 'Det ekonomiska stödet går inte att räkna med från år till år',
      nb: 'Den økonomiske støtten er uforutsigbar fra år til år',
      nn: 'Den økonomiske støtta er uføreseieleg frå år til år',
    },
    themes: ['economy'],
    origin: '6-2',
    source: tfou('6.5.1', 69),
    support: [
      fromCell('nissedal-barriers-1'),
      fromCell('vefsn-barriers-1'),
      {
        publication: 'solbjor-2012',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'No informant said that money stood in the way of the cooperation itself',
            sv: 'Ingen informant sade att pengar stod i vägen för själva samarbetet',
            nb: 'Ingen informanter sa at penger sto i veien for selve samarbeidet',
            nn: 'Ingen informantar sa at pengar stod i vegen for sjølve samarbeidet',
          },
          locator: '6.5.1',
          page: 70,
        },
      },
    ],
  },
  {
    key: 'complicated',
    kind: 'risk_or_barrier',
    number: 2,
    statement: {
      en: 'The municipal organisation looks complicated from outside',
      sv: 'Kommunens organisation ser komplicerad ut utifrån',
      nb: 'Kommuneorganisasjonen ser komplisert ut utenfra',
      nn: 'Kommuneorganisasjonen ser komplisert ut utanfrå',
    },
    themes: ['organisation'],
    origin: '6-2',
    source: tfou('6.5.2', 70),
    support: [
      {
        publication: 'hafstad-1999',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'An unclear structure leaves volunteers unsure whom to turn to',
            sv: 'En oklar struktur gör frivilliga osäkra på vart de ska vända sig',
            nb: 'En uklar struktur gjør frivillige usikre på hvor de skal henvende seg',
            nn: 'Ein uklår struktur gjer frivillige usikre på kvar dei skal vende seg',
          },
          locator: '6.5.2',
          page: 70,
        },
      },
      {
        publication: 'solbjor-2012',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'In the interviews, how the municipality is organised was hardly mentioned as a barrier',
            sv: 'I intervjuerna nämndes kommunens organisering knappast som ett hinder',
            nb: 'I intervjuene ble kommunens organisering knapt nevnt som en hemmer',
            nn: 'I intervjua vart organiseringa i kommunen knapt nemnd som ein hemmar',
          },
          locator: '6.5.2',
          page: 70,
        },
      },
    ],
  },
  {
    key: 'anchoring',
    kind: 'risk_or_barrier',
    number: 3,
    statement: {
      en: 'The cooperation is not anchored with the leaders',
      sv: 'Samarbetet är inte förankrat i ledningen',
      nb: 'Samarbeidet er ikke forankret i ledelsen',
      nn: 'Samarbeidet er ikkje forankra i leiinga',
    },
    themes: ['organisation'],
    origin: '6-2',
    source: tfou('6.5.2', 70),
    support: [
      {
        publication: 'flermoen-2008',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'One municipality could not carry the project through; it lacked anchoring both locally in the organisation and in the municipality',
            sv: 'En kommun kunde inte genomföra projektet; det saknade förankring både lokalt i organisationen och i kommunen',
            nb: 'Én kommune fikk ikke gjennomført prosjektet; det manglet forankring både lokalt i organisasjonen og i kommunen',
            nn: 'Éin kommune fekk ikkje gjennomført prosjektet; det mangla forankring både lokalt i organisasjonen og i kommunen',
          },
          locator: '6.5.2; 6.5.8',
          page: 74,
        },
      },
    ],
  },
  {
    key: 'professional-quality',
    kind: 'risk_or_barrier',
    number: 4,
    statement: {
      en: 'Volunteers are expected to deliver professional quality, or to take over professional tasks',
      sv: 'Frivilliga förväntas hålla professionell kvalitet eller ta över yrkesuppgifter',
      nb: 'Frivillige forventes å yte profesjonell kvalitet eller ta over fagoppgaver',
      nn: 'Det er venta at frivillige skal yte profesjonell kvalitet eller ta over fagoppgåver',
    },
    themes: ['professionalism'],
    origin: '6-2',
    source: tfou('6.5.3', 70),
    support: [
      {
        publication: 'nodland-2007',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Demands that volunteers act as professionals lead to conflict',
            sv: 'Krav på att frivilliga ska uppträda professionellt leder till konflikter',
            nb: 'Krav om at frivillige skal opptre profesjonelt, fører til konflikter',
            nn: 'Krav om at frivillige skal opptre profesjonelt, fører til konfliktar',
          },
          locator: '6.5.3',
          page: 70,
        },
      },
      fromCell('alta-barriers-1'),
      fromCell('strand-barriers-1'),
    ],
  },
  {
    key: 'attitudes',
    kind: 'risk_or_barrier',
    number: 5,
    statement: {
      en: 'Professionals do not value what volunteers do, or use them as relief',
      sv: 'De professionella värderar inte vad frivilliga gör, eller använder dem som avlastning',
      nb: 'De profesjonelle verdsetter ikke det frivillige gjør, eller bruker dem som avlastning',
      nn: 'Dei profesjonelle verdset ikkje det frivillige gjer, eller bruker dei som avlasting',
    },
    themes: ['professionalism'],
    origin: '6-2',
    source: tfou('6.5.3', 71),
    support: [
      {
        publication: 'koch-nielsen-2003',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Professionals may look down on voluntary work',
            sv: 'Professionella kan se ner på frivilligt arbete',
            nb: 'Fagfolk kan se ned på frivillig arbeid',
            nn: 'Fagfolk kan sjå ned på frivillig arbeid',
          },
          locator: '6.5.3',
          page: 71,
        },
      },
      {
        publication: 'tromso',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Some staff used to take a break, or do other things, while volunteers were left in charge',
            sv: 'En del anställda tog förr rast eller gjorde annat medan de frivilliga lämnades med ansvaret',
            nb: 'Noen ansatte tok før pause eller gjorde annet mens de frivillige satt igjen med ansvaret',
            nn: 'Nokre tilsette tok før pause eller gjorde anna medan dei frivillige sat att med ansvaret',
          },
          locator: '5.1.6',
          page: 49,
        },
      },
    ],
  },
  {
    key: 'competition',
    kind: 'risk_or_barrier',
    number: 6,
    statement: {
      en: 'Professionals see the volunteers as a threat to their jobs',
      sv: 'De professionella ser de frivilliga som ett hot mot sina jobb',
      nb: 'De profesjonelle ser de frivillige som en trussel mot jobbene sine',
      nn: 'Dei profesjonelle ser dei frivillige som eit trugsmål mot jobbane sine',
    },
    themes: ['professionalism'],
    origin: '6-2',
    source: tfou('6.5.3', 71),
    support: [fromCell('vefsn-barriers-2')],
  },
  {
    key: 'recruitment-lacking',
    kind: 'risk_or_barrier',
    number: 7,
    statement: {
      en: 'New volunteers are hard to find, and the present ones grow old',
      sv: 'Nya frivilliga är svåra att hitta, och de nuvarande blir äldre',
      nb: 'Nye frivillige er vanskelige å finne, og de som er der, blir eldre',
      nn: 'Nye frivillige er vanskelege å finne, og dei som er der, blir eldre',
    },
    themes: ['recruitment'],
    origin: '6-2',
    source: tfou('6.5.4', 72),
    support: [
      fromCell('levanger-barriers-1'),
      fromCell('tromso-barriers-3'),
      {
        publication: 'solbjor-2012',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'The Red Cross at national level finds volunteers, but not for administrative tasks',
            sv: 'Røde Kors på nationell nivå hittar frivilliga, men inte till administrativa uppgifter',
            nb: 'Røde Kors sentralt finner frivillige, men ikke til administrative oppgaver',
            nn: 'Røde Kors sentralt finn frivillige, men ikkje til administrative oppgåver',
          },
          locator: '5.4.2',
          page: 57,
        },
      },
    ],
  },
  {
    key: 'motives',
    kind: 'risk_or_barrier',
    number: 8,
    statement: {
      en: 'What volunteers want to do, or need themselves, decides what users are offered',
      sv: 'Vad frivilliga vill göra, eller själva behöver, avgör vad brukarna erbjuds',
      nb: 'Det frivillige vil gjøre, eller selv trenger, avgjør hva brukerne får tilbud om',
      nn: 'Det frivillige vil gjere, eller sjølve treng, avgjer kva brukarane får tilbod om',
    },
    themes: ['recruitment'],
    origin: '6-2',
    source: tfou('6.5.4', 72),
    support: [
      {
        publication: 'ronning-2011',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Services can turn inward and follow supply when built on what volunteers like to do',
            sv: 'Insatser kan bli inåtvända och utbudsstyrda när de bygger på vad frivilliga gillar att göra',
            nb: 'Tilbud kan bli innoverrettet og tilbudsstyrt når de bygger på hva frivillige liker å gjøre',
            nn: 'Tilbod kan bli innovervende og tilbodsstyrte når dei byggjer på kva frivillige likar å gjere',
          },
          locator: '6.5.4',
          page: 72,
        },
      },
      fromCell('strand-barriers-2'),
    ],
  },
  {
    key: 'narrow-recruitment',
    kind: 'risk_or_barrier',
    number: 9,
    statement: {
      en: 'Recruiting only through networks shuts people out',
      sv: 'Att bara rekrytera genom nätverk stänger människor ute',
      nb: 'Å rekruttere bare gjennom nettverk stenger folk ute',
      nn: 'Å rekruttere berre gjennom nettverk stengjer folk ute',
    },
    themes: ['recruitment'],
    origin: '6-2',
    source: tfou('6.5.4', 73),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'All seven municipalities recruit wholly or partly through informal networks, which can close the door to some',
            sv: 'Alla sju kommunerna rekryterar helt eller delvis genom informella nätverk, vilket kan stänga dörren för några',
            nb: 'Alle sju kommunene rekrutterer helt eller delvis gjennom uformelle nettverk, og det kan stenge døra for noen',
            nn: 'Alle dei sju kommunane rekrutterer heilt eller delvis gjennom uformelle nettverk, og det kan stengje døra for nokon',
          },
          locator: '6.5.4',
          page: 73,
        },
      },
    ],
  },
  {
    key: 'information-flow',
    kind: 'risk_or_barrier',
    number: 10,
    statement: {
      en: 'Information does not flow between municipality and organisations',
      sv: 'Informationen flödar inte mellan kommun och organisationer',
      nb: 'Informasjonen flyter dårlig mellom kommune og organisasjoner',
      nn: 'Informasjonen flyt dårleg mellom kommune og organisasjonar',
    },
    themes: ['communication'],
    origin: '6-2',
    source: tfou('6.5.5', 73),
    support: [
      {
        publication: 'ingebretsen-2005',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'When public and voluntary services are badly coordinated, information does not get through',
            sv: 'När offentliga och frivilliga insatser är dåligt samordnade når informationen inte fram',
            nb: 'Når offentlige og frivillige tilbud er dårlig samkjørt, når informasjonen ikke fram',
            nn: 'Når offentlege og frivillige tilbod er dårleg samkøyrde, når informasjonen ikkje fram',
          },
          locator: '6.5.5',
          page: 73,
        },
      },
      {
        publication: 'solbjor-2012',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'The interviews hardly mention it, perhaps because good examples have solved it',
            sv: 'Intervjuerna nämner det knappast, kanske för att goda exempel har löst det',
            nb: 'Intervjuene nevner det knapt, kanskje fordi gode eksempler har løst det',
            nn: 'Intervjua nemner det knapt, kanskje fordi gode døme har løyst det',
          },
          locator: '6.5.5',
          page: 73,
        },
      },
    ],
  },
  {
    key: 'communication-lacking',
    kind: 'risk_or_barrier',
    number: 11,
    statement: {
      en: 'The parties do not talk with each other',
      sv: 'Parterna talar inte med varandra',
      nb: 'Partene snakker ikke sammen',
      nn: 'Partane snakkar ikkje saman',
    },
    themes: ['communication'],
    origin: '6-2',
    source: tfou('6.5.5', 73),
    support: [
      {
        publication: 'fensli-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Communication and information between the parties can be a challenge',
            sv: 'Kommunikation och information mellan parterna kan vara en utmaning',
            nb: 'Kommunikasjon og informasjon mellom partene kan være en utfordring',
            nn: 'Kommunikasjon og informasjon mellom partane kan vere ei utfordring',
          },
          locator: '6.5.5',
          page: 73,
        },
      },
    ],
  },
  {
    key: 'depends-on-few',
    kind: 'risk_or_barrier',
    number: 12,
    statement: {
      en: 'The cooperation hangs on a few people, and stops when they are away',
      sv: 'Samarbetet hänger på några få personer, och stannar när de är borta',
      nb: 'Samarbeidet henger på noen få personer, og stopper når de er borte',
      nn: 'Samarbeidet heng på nokre få personar, og stoppar når dei er borte',
    },
    themes: ['personal'],
    origin: '6.5.6',
    source: tfou('6.5.6 (the cell of Table 6-2 is missing in the stored text)', 73),
    support: [
      {
        publication: 'ronning-2011',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'The cooperation needed the coordinator to be there',
            sv: 'Samarbetet krävde att samordnaren var på plats',
            nb: 'Samarbeidet krevde at koordinatoren var til stede',
            nn: 'Samarbeidet kravde at koordinatoren var til stades',
          },
          locator: '6.5.6',
          page: 73,
        },
      },
      fromCell('kristiansund-barriers-1'),
    ],
  },
  {
    key: 'unstable-branches',
    kind: 'risk_or_barrier',
    number: 13,
    statement: {
      en: 'Local branches are unstable: those in charge are often replaced',
      sv: 'Lokalföreningar är instabila: de som leder byts ofta ut',
      nb: 'Lokallag er ustabile: de som har vervene, skiftes ofte ut',
      nn: 'Lokallag er ustabile: dei som har verva, blir ofte skifta ut',
    },
    themes: ['personal'],
    origin: '6.5.6',
    source: tfou('6.5.6 (the cell of Table 6-2 is missing in the stored text)', 73),
    support: [
      {
        publication: 'flermoen-2008',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Frequent changes in local branches made cooperation hard',
            sv: 'Ständiga byten i lokalföreningarna gjorde samarbetet svårt',
            nb: 'Stadige utskiftinger i lokallagene gjorde samarbeidet vanskelig',
            nn: 'Stadige utskiftingar i lokallaga gjorde samarbeidet vanskeleg',
          },
          locator: '6.5.6',
          page: 73,
        },
      },
    ],
  },
  {
    key: 'vulnerable-users',
    kind: 'risk_or_barrier',
    number: 14,
    statement: {
      en: 'The users are so vulnerable or ill that staff hesitate to let volunteers in',
      sv: 'Brukarna är så sårbara eller sjuka att personalen tvekar att släppa in frivilliga',
      nb: 'Brukerne er så sårbare eller syke at ansatte vegrer seg for å slippe frivillige til',
      nn: 'Brukarane er så sårbare eller sjuke at tilsette vegrar seg for å sleppe frivillige til',
    },
    themes: ['professionalism'],
    origin: '6.5.7',
    source: tfou('6.5.7', 73),
    support: [
      {
        publication: 'flermoen-2008',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'With vulnerable users, the municipality can hold back from measures it does not know',
            sv: 'När brukarna är sårbara kan kommunen dra sig för insatser den inte känner',
            nb: 'Når brukerne er sårbare, kan kommunen holde igjen overfor tiltak den ikke kjenner',
            nn: 'Når brukarane er sårbare, kan kommunen halde att overfor tiltak han ikkje kjenner',
          },
          locator: '6.5.7',
          page: 73,
        },
      },
    ],
  },
  {
    key: 'few-and-far',
    kind: 'risk_or_barrier',
    number: 15,
    statement: {
      en: 'In small districts volunteers are few and distances long',
      sv: 'I glesbygd är de frivilliga få och avstånden långa',
      nb: 'I distriktene er de frivillige få og avstandene lange',
      nn: 'I distrikta er dei frivillige få og avstandane lange',
    },
    themes: ['recruitment'],
    origin: '6.5.8',
    source: tfou('6.5.8', 75),
    support: [
      {
        publication: 'nissedal',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'People live so far apart that the centre finds it hard to be there for everyone',
            sv: 'Människor bor så utspritt att centralen har svårt att finnas till för alla',
            nb: 'Folk bor så spredt at sentralen har vanskelig for å være der for alle',
            nn: 'Folk bur så spreidd at sentralen har vanskeleg for å vere der for alle',
          },
          locator: '5.1.4; 6.5.8',
          page: 75,
        },
      },
      {
        publication: 'solbjor-2012',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'The decline in voluntary work is found in central places, not in sparsely populated ones',
            sv: 'Nedgången i frivilligt arbete finns på centrala orter, inte i glesbygd',
            nb: 'Nedgangen i frivillig arbeid finnes i sentrale strøk, ikke i spredtbygde',
            nn: 'Nedgangen i frivillig arbeid finst i sentrale strok, ikkje i spreiddbygde',
          },
          locator: '2.3',
          page: 10,
        },
      },
    ],
  },
  {
    key: 'competitor-centre',
    kind: 'risk_or_barrier',
    number: 16,
    statement: {
      en: 'Associations see a new volunteer centre as a competitor',
      sv: 'Föreningar ser en ny frivilligcentral som en konkurrent',
      nb: 'Lag og foreninger ser en ny frivilligsentral som en konkurrent',
      nn: 'Lag og foreiningar ser ein ny frivilligsentral som ein konkurrent',
    },
    themes: ['organisation'],
    origin: '6-1',
    source: tfou('5.1.4', 45),
    support: [fromCell('nissedal-barriers-2')],
  },
];
