/** Success factors: the enablers of Table 6-2, then those of Table 6-1 and chapter 6 beyond it. */
import { fromCell, type TfouFinding } from './finding.ts';
import { tfou } from './source.ts';

export const tfouEnablers: TfouFinding[] = [
  {
    key: 'financial-support',
    kind: 'success_factor',
    number: 1,
    statement: {
      en: 'Money from the municipality lets measures happen, and shows that the work is valued',
      sv: 'Pengar från kommunen gör insatser möjliga, och visar att arbetet uppskattas',
      nb: 'Penger fra kommunen gjør tiltak mulige, og viser at arbeidet blir verdsatt',
      nn: 'Pengar frå kommunen gjer tiltak moglege, og viser at arbeidet er verdsett',
    },
    themes: ['economy'],
    origin: '6-2',
    source: tfou('6.4.1', 63),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Support does two things: it lets measures be carried out, and it tells the volunteers that their work counts',
            sv: 'Stödet gör två saker: det gör insatser möjliga, och det säger till de frivilliga att deras arbete räknas',
            nb: 'Støtten gjør to ting: den gjør tiltak mulige, og den sier til de frivillige at arbeidet deres teller',
            nn: 'Støtta gjer to ting: ho gjer tiltak moglege, og ho seier til dei frivillige at arbeidet deira tel',
          },
          locator: '6.4.1',
          page: 64,
        },
      },
      fromCell('alta-enablers-3'),
      fromCell('vefsn-instruments-1'),
    ],
  },
  {
    key: 'coordinator',
    kind: 'success_factor',
    number: 2,
    statement: {
      en: 'One person or office coordinates the voluntary work',
      sv: 'En person eller en funktion samordnar det frivilliga arbetet',
      nb: 'Én person eller funksjon koordinerer det frivillige arbeidet',
      nn: 'Éin person eller funksjon koordinerer det frivillige arbeidet',
    },
    themes: ['organisation'],
    origin: '6-2',
    source: tfou('6.4.2', 64),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Coordination is the instrument that informants mention most; five of the seven municipalities name it',
            sv: 'Samordning är det verktyg som informanterna nämner oftast; fem av de sju kommunerna tar upp det',
            nb: 'Koordinering er virkemiddelet informantene nevner oftest; fem av de sju kommunene trekker det fram',
            nn: 'Koordinering er det verkemiddelet informantane nemner oftast; fem av dei sju kommunane dreg det fram',
          },
          locator: '6.4.2',
          page: 64,
        },
      },
      {
        publication: 'disch-2009',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Cooperation gained from being coordinated by the municipality',
            sv: 'Samarbetet tjänade på att samordnas av kommunen',
            nb: 'Samarbeidet tjente på å bli koordinert fra kommunen',
            nn: 'Samarbeidet tente på å bli koordinert frå kommunen',
          },
          locator: '6.4.2',
          page: 64,
        },
      },
      fromCell('tromso-enablers-1'),
    ],
  },
  {
    key: 'models',
    kind: 'success_factor',
    number: 3,
    statement: {
      en: 'Models and shared procedures tell both sides how to work together',
      sv: 'Modeller och gemensamma rutiner visar båda sidor hur de ska arbeta ihop',
      nb: 'Modeller og felles prosedyrer viser begge parter hvordan de skal arbeide sammen',
      nn: 'Modellar og felles prosedyrar viser begge partar korleis dei skal arbeide saman',
    },
    themes: ['organisation'],
    origin: '6-2',
    source: tfou('6.4.2', 65),
    support: [
      {
        publication: 'fensli-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'A short, clear procedure that both parties had written made them know each other and feel safe',
            sv: 'En kort och tydlig rutin som båda parter hade skrivit gjorde att de lärde känna varandra och kände sig trygga',
            nb: 'En kort og klar prosedyre som begge parter hadde laget, gjorde at de ble kjent og følte seg trygge',
            nn: 'Ein kort og klår prosedyre som begge partar hadde laga, gjorde at dei vart kjende og kjende seg trygge',
          },
          locator: '6.4.2',
          page: 65,
        },
      },
      {
        publication: 'hafstad-1999',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'Despite a model in Trondheim, personal relations mattered most',
            sv: 'Trots en modell i Trondheim betydde personliga relationer mest',
            nb: 'Til tross for en modell i Trondheim betydde personlige relasjoner mest',
            nn: 'Trass i ein modell i Trondheim betydde personlege relasjonar mest',
          },
          locator: '6.4.4',
          page: 66,
        },
      },
    ],
  },
  {
    key: 'infrastructure',
    kind: 'success_factor',
    number: 4,
    statement: {
      en: 'The municipality offers offices, premises, cars or help with logistics',
      sv: 'Kommunen erbjuder kontor, lokaler, bilar eller hjälp med logistik',
      nb: 'Kommunen tilbyr kontor, lokaler, biler eller hjelp med logistikk',
      nn: 'Kommunen tilbyr kontor, lokale, bilar eller hjelp med logistikk',
    },
    themes: ['organisation'],
    origin: '6-2',
    source: tfou('6.4.2', 65),
    support: [fromCell('alta-enablers-2'), fromCell('nissedal-instruments-2')],
  },
  {
    key: 'training',
    kind: 'success_factor',
    number: 5,
    statement: {
      en: 'Volunteers are trained, which makes professionals trust them',
      sv: 'Frivilliga får utbildning, vilket gör att de professionella litar på dem',
      nb: 'Frivillige får opplæring, og det gjør at de profesjonelle stoler på dem',
      nn: 'Frivillige får opplæring, og det gjer at dei profesjonelle stolar på dei',
    },
    themes: ['professionalism'],
    origin: '6-2',
    source: tfou('6.4.3', 66),
    support: [
      {
        publication: 'ingebretsen-2005',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Courses for volunteers improved communication in dementia care',
            sv: 'Kurser för frivilliga förbättrade kommunikationen i demensvården',
            nb: 'Kurs for frivillige gjorde kommunikasjonen i demensomsorgen bedre',
            nn: 'Kurs for frivillige gjorde kommunikasjonen i demensomsorga betre',
          },
          locator: '6.4.3',
          page: 66,
        },
      },
      {
        publication: 'buitink-2002',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'In Vefsn the training of volunteers was important to the cooperation on palliative care',
            sv: 'I Vefsn var utbildningen av frivilliga viktig för samarbetet om palliativ vård',
            nb: 'I Vefsn var opplæringen av frivillige viktig for samarbeidet om lindrende pleie',
            nn: 'I Vefsn var opplæringa av frivillige viktig for samarbeidet om lindrande pleie',
          },
          locator: '6.4.3',
          page: 66,
        },
      },
      fromCell('tromso-enablers-2'),
    ],
  },
  {
    key: 'local-networks',
    kind: 'success_factor',
    number: 6,
    statement: {
      en: 'In small communities volunteers recruit each other through their networks',
      sv: 'I små samhällen rekryterar frivilliga varandra genom sina nätverk',
      nb: 'I små samfunn rekrutterer frivillige hverandre gjennom nettverkene sine',
      nn: 'I små samfunn rekrutterer frivillige kvarandre gjennom nettverka sine',
    },
    themes: ['recruitment'],
    origin: '6-2',
    source: tfou('6.4.7', 69),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Enthusiasts have wide local networks, and a small community makes them visible',
            sv: 'Eldsjälar har stora lokala nätverk, och ett litet samhälle gör dem synliga',
            nb: 'Ildsjeler har store lokale nettverk, og et lite samfunn gjør dem synlige',
            nn: 'Eldsjeler har store lokale nettverk, og eit lite samfunn gjer dei synlege',
          },
          locator: '6.4.7',
          page: 69,
        },
      },
    ],
  },
  {
    key: 'co-location',
    kind: 'success_factor',
    number: 7,
    statement: {
      en: 'Volunteers and professionals have their offices close to each other',
      sv: 'Frivilliga och professionella har sina kontor nära varandra',
      nb: 'Frivillige og profesjonelle har kontor nær hverandre',
      nn: 'Frivillige og profesjonelle har kontor nær kvarandre',
    },
    themes: ['communication'],
    origin: '6-2',
    source: tfou('6.4.4', 66),
    support: [
      {
        publication: 'alta',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'The volunteer centre shares premises with home nursing and the head of the care home, and they talk',
            sv: 'Frivilligcentralen delar lokaler med hemsjukvården och boendets chef, och de talar med varandra',
            nb: 'Frivilligsentralen deler lokaler med hjemmesykepleien og lederen for boenheten, og de snakker sammen',
            nn: 'Frivilligsentralen deler lokale med heimesjukepleia og leiaren for bueininga, og dei snakkar saman',
          },
          locator: '5.1.1; 6.4.4',
          page: 38,
        },
      },
    ],
  },
  {
    key: 'welcoming',
    kind: 'success_factor',
    number: 8,
    statement: {
      en: 'The municipal administration is positive and easy to approach',
      sv: 'Kommunens förvaltning är positiv och lätt att vända sig till',
      nb: 'Kommuneadministrasjonen er positiv og imøtekommende',
      nn: 'Kommuneadministrasjonen er positiv og imøtekomande',
    },
    themes: ['communication'],
    origin: '6-2',
    source: tfou('6.4.4', 66),
    support: [
      fromCell('strand-enablers-1'),
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'In all the cases, good communication at every level of the municipality helped',
            sv: 'I alla fallen hjälpte god kommunikation på alla nivåer i kommunen',
            nb: 'I alle casene hjalp god kommunikasjon på alle nivåer i kommunen',
            nn: 'I alle casa hjelpte god kommunikasjon på alle nivå i kommunen',
          },
          locator: '6.4.4',
          page: 66,
        },
      },
    ],
  },
  {
    key: 'enthusiasts-voluntary',
    kind: 'success_factor',
    number: 9,
    statement: {
      en: 'Dedicated people in the voluntary sector start, recruit and carry on',
      sv: 'Eldsjälar i frivilligsektorn startar, rekryterar och driver vidare',
      nb: 'Ildsjeler i frivillig sektor starter, rekrutterer og driver videre',
      nn: 'Eldsjeler i frivillig sektor startar, rekrutterer og driv vidare',
    },
    themes: ['personal'],
    origin: '6-2',
    source: tfou('6.4.5', 67),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'Dedicated people came out as the strongest enabler in the interviews',
            sv: 'Eldsjälar framstod som den starkaste främjande faktorn i intervjuerna',
            nb: 'Ildsjeler kom fram som den sterkeste fremmeren i intervjuene',
            nn: 'Eldsjeler kom fram som den sterkaste fremjaren i intervjua',
          },
          locator: '6.4.5',
          page: 67,
        },
      },
      fromCell('strand-enablers-2'),
      fromCell('levanger-enablers-2'),
    ],
  },
  {
    key: 'enthusiasts-municipal',
    kind: 'success_factor',
    number: 10,
    statement: {
      en: 'Dedicated people employed by the municipality see possibilities',
      sv: 'Eldsjälar som är anställda i kommunen ser möjligheter',
      nb: 'Ildsjeler som er ansatt i kommunen, ser muligheter',
      nn: 'Eldsjeler som er tilsette i kommunen, ser moglegheiter',
    },
    themes: ['personal'],
    origin: '6-2',
    source: tfou('6.4.5', 67),
    support: [fromCell('kristiansund-enablers-1')],
  },
  {
    key: 'looking-after',
    kind: 'success_factor',
    number: 11,
    statement: {
      en: 'Volunteers are thanked, followed up and looked after',
      sv: 'Frivilliga tackas, följs upp och tas om hand',
      nb: 'Frivillige blir takket, fulgt opp og ivaretatt',
      nn: 'Frivillige blir takka, følgde opp og tekne vare på',
    },
    themes: ['personal'],
    origin: '6-1',
    source: tfou('6.4.5', 67),
    support: [
      {
        publication: 'solbjor-2012',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'All seven municipalities spoke of caring for the volunteers and recognising what they do',
            sv: 'Alla sju kommunerna talade om att ta hand om de frivilliga och erkänna vad de gör',
            nb: 'Alle sju kommunene snakket om å ivareta de frivillige og anerkjenne det de gjør',
            nn: 'Alle dei sju kommunane snakka om å ta vare på dei frivillige og anerkjenne det dei gjer',
          },
          locator: '6.4.5',
          page: 67,
        },
      },
      fromCell('vefsn-enablers-4'),
    ],
  },
  {
    key: 'joy',
    kind: 'success_factor',
    number: 12,
    statement: {
      en: 'Making a difference to somebody is its own reward',
      sv: 'Att göra skillnad för någon är en belöning i sig',
      nb: 'Å gjøre en forskjell for noen er en belønning i seg selv',
      nn: 'Å gjere ein skilnad for nokon er ei løn i seg sjølv',
    },
    themes: ['recruitment'],
    origin: '6.4.6',
    source: tfou('6.4.6', 67),
    support: [
      {
        publication: 'kristiansund',
        stance: 'supports',
        excerpt: {
          text: {
            en: 'The volunteers enjoy the meeting place themselves, and those who joined stayed',
            sv: 'De frivilliga har själva glädje av träffpunkten, och de som kom med blev kvar',
            nb: 'De frivillige har selv glede av treffstedet, og de som ble med, ble værende',
            nn: 'Dei frivillige har sjølve glede av treffstaden, og dei som vart med, vart verande',
          },
          locator: '6.4.6',
          page: 67,
        },
      },
    ],
  },
  {
    key: 'local-pride',
    kind: 'success_factor',
    number: 13,
    statement: {
      en: 'Local pride and a tradition of joint work make people contribute',
      sv: 'Lokalpatriotism och en tradition av gemensamt arbete får människor att bidra',
      nb: 'Lokalpatriotisme og dugnadstradisjon får folk til å bidra',
      nn: 'Lokalpatriotisme og dugnadstradisjon får folk til å bidra',
    },
    themes: ['recruitment'],
    origin: '6-1',
    source: tfou('6.4.7', 68),
    support: [fromCell('levanger-enablers-1'), fromCell('nissedal-enablers-2')],
  },
  {
    key: 'short-way',
    kind: 'success_factor',
    number: 14,
    statement: {
      en: 'In a small municipality the way from volunteers to decision-makers is short',
      sv: 'I en liten kommun är vägen från frivilliga till beslutsfattare kort',
      nb: 'I en liten kommune er veien kort fra frivillige til dem som bestemmer',
      nn: 'I ein liten kommune er vegen kort frå frivillige til dei som avgjer',
    },
    themes: ['communication'],
    origin: '6-1',
    source: tfou('6.4.7', 69),
    support: [
      fromCell('strand-enablers-3'),
      {
        publication: 'henriksen-2003',
        stance: 'contradicts',
        excerpt: {
          text: {
            en: 'In Denmark no link was found between the size of a municipality and its cooperation',
            sv: 'I Danmark fanns inget samband mellan kommunens storlek och samarbetet',
            nb: 'I Danmark fant man ingen sammenheng mellom kommunestørrelse og samarbeid',
            nn: 'I Danmark fann ein ingen samanheng mellom kommunestorleik og samarbeid',
          },
          locator: '4.6.2',
          page: 35,
        },
      },
    ],
  },
];
