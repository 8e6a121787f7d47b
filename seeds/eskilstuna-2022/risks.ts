/** Risks and barriers 1 to 6 of Table 4: governance, expectations, knowledge and information. */
import type { Finding } from './findings.ts';
import { paragraph, table } from './source.ts';

export const risks: Finding[] = [
  {
    key: 'risk-1-fragmented',
    kind: 'risk-barrier',
    number: 1,
    statement: {
      en: 'Efforts are steered in a fragmented way.',
      sv: 'Insatserna styrs på ett splittrat sätt.',
      nb: 'Innsatsen blir styrt på en oppstykket måte.',
      nn: 'Innsatsen blir styrt på ein oppstykka måte.',
    },
    themes: ['governance'],
    support: [
      {
        publication: 'scheele-2019',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Danish voluntary associations find that the network governance they actually meet is rather split up.',
            sv: 'Danska frivilliga föreningar upplever att den nätverksstyrning de faktiskt möter är ganska splittrad.',
            nb: 'Danske frivillige foreninger opplever at nettverksstyringen de faktisk møter, er nokså oppsplittet.',
            nn: 'Danske frivillige foreiningar opplever at nettverksstyringa dei faktisk møter, er nokså oppsplitta.',
          },
          locator: paragraph('factors', 'Scheele m.fl. (2019)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-2-goals',
    kind: 'risk-barrier',
    number: 2,
    statement: {
      en: 'Political goals are not carried out.',
      sv: 'Politiska mål genomförs inte.',
      nb: 'Politiske mål blir ikke gjennomført.',
      nn: 'Politiske mål blir ikkje gjennomførte.',
    },
    themes: ['policy-strategy'],
    support: [
      {
        publication: 'scheele-2019',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'The limited amount of co-production points to municipalities failing to put their policy goals into practice.',
            sv: 'Att det blev så lite samproduktion tyder på att kommunerna inte lyckades omsätta sina politiska mål.',
            nb: 'Det begrensede omfanget av samproduksjon tyder på at kommunene ikke klarte å sette de politiske målene ut i livet.',
            nn: 'Det avgrensa omfanget av samproduksjon tyder på at kommunane ikkje klarte å setje dei politiske måla ut i livet.',
          },
          locator: paragraph('factors', 'Scheele m.fl. (2019)'),
        },
      },
      {
        // Shortcomings in carrying out strategies, which is the same failure in milder words.
        publication: 'vrangbaek-2018',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'The municipalities’ strategies for associations and co-production seem to be carried out only in part.',
            sv: 'Kommunernas strategier för föreningar och samproduktion tycks bara delvis bli genomförda.',
            nb: 'Kommunenes strategier for foreninger og samproduksjon ser bare delvis ut til å bli gjennomført.',
            nn: 'Strategiane til kommunane for foreiningar og samproduksjon ser berre delvis ut til å bli gjennomførte.',
          },
          locator: paragraph('factors', 'Vrangbæk m.fl. (2018)'),
        },
      },
      {
        // A law whose aim is not fully reached; the paragraph leaves the future open.
        publication: 'pearson-2018',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'The Scottish act had not reached its aim in its early days: the changes in structure and culture it needs had yet to come, and single innovators carried what did happen.',
            sv: 'Den skotska lagen hade i sitt tidiga skede inte nått sitt mål: de förändringar i struktur och kultur den kräver hade ännu inte kommit, och enskilda innovatörer bar det som ändå skedde.',
            nb: 'Den skotske loven hadde i sin tidlige fase ikke nådd målet: endringene i struktur og kultur den krever, var ennå ikke kommet, og enkeltpersoner som fornyet, bar det som likevel skjedde.',
            nn: 'Den skotske lova hadde i den tidlege fasen ikkje nådd målet: endringane i struktur og kultur som ho krev, hadde enno ikkje kome, og enkeltpersonar som fornya, bar det som likevel skjedde.',
          },
          locator: paragraph('factors', 'Pearson och Watson (2018)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-3-expectations',
    kind: 'risk-barrier',
    number: 3,
    statement: {
      en: 'What participants expect differs from how the effort is set up.',
      sv: 'Det deltagarna förväntar sig skiljer sig från hur insatsen är upplagd.',
      nb: 'Det deltakerne forventer, skiller seg fra hvordan innsatsen er lagt opp.',
      nn: 'Det deltakarane ventar seg, skil seg frå korleis innsatsen er lagd opp.',
    },
    themes: ['relations-trust', 'roles-tasks'],
    support: [
      {
        // No other paragraph speaks of expectations; here they are high and go unmanaged.
        publication: 'fredriksen-2021',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Staff hoped for much from the digital tool, but in two of three municipalities nobody led the process, dealt with expectations or made roles clear, and there the tool was used in part or not at all.',
            sv: 'Personalen hoppades på mycket av det digitala verktyget, men i två av tre kommuner var det ingen som ledde processen, hanterade förväntningarna eller klargjorde rollerna, och där användes verktyget delvis eller inte alls.',
            nb: 'De ansatte håpet på mye av det digitale verktøyet, men i to av tre kommuner var det ingen som ledet prosessen, håndterte forventningene eller avklarte rollene, og der ble verktøyet brukt delvis eller ikke i det hele tatt.',
            nn: 'Dei tilsette håpa på mykje av det digitale verktøyet, men i to av tre kommunar var det ingen som leidde prosessen, handterte forventningane eller avklarte rollene, og der vart verktøyet brukt delvis eller ikkje i det heile.',
          },
          locator: paragraph('factors', 'Fredriksen m.fl. (2021)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-4-knowledge',
    kind: 'risk-barrier',
    number: 4,
    statement: {
      en: 'Knowledge and information are missing, and work is poorly coordinated.',
      sv: 'Kunskap och information saknas och samordningen brister.',
      nb: 'Kunnskap og informasjon mangler, og samordningen svikter.',
      nn: 'Kunnskap og informasjon manglar, og samordninga sviktar.',
    },
    themes: ['information', 'coordination'],
    support: [
      {
        publication: 'skinner-2021',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Gaps in knowledge and information, and a lack of coordination, are common troubles when formal carers in Norway work with volunteers and informal carers.',
            sv: 'Luckor i kunskap och information samt bristande samordning är vanliga bekymmer när formella vårdgivare i Norge samarbetar med frivilliga och informella omsorgsgivare.',
            nb: 'Hull i kunnskap og informasjon, og manglende samordning, er vanlige vansker når formelle omsorgsytere i Norge samarbeider med frivillige og uformelle omsorgsgivere.',
            nn: 'Hol i kunnskap og informasjon, og manglande samordning, er vanlege vanskar når formelle omsorgsytarar i Noreg samarbeider med frivillige og uformelle omsorgsgjevarar.',
          },
          locator: paragraph('factors', 'Skinner m.fl. (2021)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-5-interface',
    kind: 'risk-barrier',
    number: 5,
    statement: {
      en: 'Digital tools have limits where they meet the world outside them and in their control points.',
      sv: 'Digitala verktyg har begränsningar där de möter omvärlden och i sina kontrollpunkter.',
      nb: 'Digitale verktøy har begrensninger der de møter omverdenen, og i kontrollpunktene.',
      nn: 'Digitale verktøy har avgrensingar der dei møter omverda, og i kontrollpunkta.',
    },
    themes: ['digital-tools'],
    support: [
      {
        publication: 'bai-2018',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Smart contracts work best within the chain; events outside it need extra checks along the way, which makes the system less attractive than ordinary centralised ones.',
            sv: 'Smarta kontrakt fungerar bäst inom kedjan; händelser utanför den kräver extra kontroller på vägen, vilket gör systemet mindre lockande än vanliga centraliserade system.',
            nb: 'Smarte kontrakter virker best innenfor kjeden; hendelser utenfor den krever ekstra kontroller underveis, og det gjør systemet mindre tiltrekkende enn vanlige sentraliserte systemer.',
            nn: 'Smarte kontraktar verkar best innanfor kjeda; hendingar utanfor henne krev ekstra kontrollar undervegs, og det gjer systemet mindre freistande enn vanlege sentraliserte system.',
          },
          locator: paragraph('factors', 'Bai och Synnes (2018)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'risk-6-unclear',
    kind: 'risk-barrier',
    number: 6,
    statement: {
      en: 'Tasks, agreements or rules are unclear, and too little information is exchanged.',
      sv: 'Uppgifter, avtal eller regler är oklara och för lite information utbyts.',
      nb: 'Oppgaver, avtaler eller regler er uklare, og det utveksles for lite informasjon.',
      nn: 'Oppgåver, avtalar eller reglar er uklare, og det blir utveksla for lite informasjon.',
    },
    themes: ['roles-tasks', 'information'],
    support: [
      {
        publication: 'vanderstichelen-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Volunteers in Flemish palliative care name unclear tasks, agreements and rules, and poor exchange of information, as the chief barriers to working with professionals.',
            sv: 'Frivilliga i flamländsk palliativ vård anger oklara uppgifter, avtal och regler samt dåligt informationsutbyte som de främsta hindren för att samarbeta med yrkesverksamma.',
            nb: 'Frivillige i flamsk palliativ omsorg oppgir uklare oppgaver, avtaler og regler og dårlig utveksling av informasjon som de viktigste hindringene for å samarbeide med fagfolk.',
            nn: 'Frivillige i flamsk palliativ omsorg oppgjev uklare oppgåver, avtalar og reglar og dårleg utveksling av informasjon som dei viktigaste hindringane for å samarbeide med fagfolk.',
          },
          locator: paragraph('factors', 'Vanderstichelen m.fl. (2020)'),
        },
      },
      {
        // No guidelines for passing on patient information: rules and information at once.
        publication: 'vanderstichelen-2019',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'What stood most in the way was that nurses were hard to reach, leadership was lacking, and no guidelines said how to pass on information about patients.',
            sv: 'Mest i vägen stod att sjuksköterskor var svåra att nå, att ledarskap saknades och att inga riktlinjer sade hur information om patienter skulle föras vidare.',
            nb: 'Mest i veien sto det at sykepleiere var vanskelige å få tak i, at ledelse manglet, og at ingen retningslinjer sa hvordan opplysninger om pasienter skulle gis videre.',
            nn: 'Mest i vegen stod det at sjukepleiarar var vanskelege å få tak i, at leiing mangla, og at ingen retningslinjer sa korleis opplysningar om pasientar skulle gjevast vidare.',
          },
          locator: paragraph('factors', 'Vanderstichelen m.fl. (2019)'),
        },
      },
    ],
    source: table(4),
  },
];
