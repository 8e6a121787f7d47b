/** Table 6-1: instruments, enablers and barriers in each municipality. */
import type { Words } from '../words.ts';
import { rows } from './case-measures.ts';
import type { CaseCell, CaseKey } from './cases.ts';
import { tfou } from './source.ts';

const support: Words = {
  en: 'Financial support',
  sv: 'Ekonomiskt stöd',
  nb: 'Økonomisk støtte',
  nn: 'Økonomisk støtte',
};
const recognition: Words = {
  en: 'Recognition of the volunteers’ work',
  sv: 'Erkännande av de frivilligas arbete',
  nb: 'Anerkjennelse av de frivilliges arbeid',
  nn: 'Anerkjenning av arbeidet til dei frivillige',
};
const coordination: Words = {
  en: 'A coordinating function',
  sv: 'En samordnande funktion',
  nb: 'En koordinerende funksjon',
  nn: 'Ein koordinerande funksjon',
};
const expectations: Words = {
  en: 'Volunteers and professionals expect different things',
  sv: 'Frivilliga och professionella har olika förväntningar',
  nb: 'Frivillige og profesjonelle forventer ulike ting',
  nn: 'Frivillige og profesjonelle ventar ulike ting',
};
const motives: Words = {
  en: 'Some volunteers come forward for other reasons than to contribute',
  sv: 'Vissa frivilliga anmäler sig av andra skäl än att bidra',
  nb: 'Noen frivillige melder seg av andre grunner enn å bidra',
  nn: 'Nokre frivillige melder seg av andre grunnar enn å bidra',
};

const table: Record<CaseKey, Record<'instruments' | 'enablers' | 'barriers', readonly Words[]>> = {
  alta: {
    instruments: [support, coordination],
    enablers: [
      {
        en: 'The municipality is fortunate in its volunteers',
        sv: 'Kommunen har haft tur med sina frivilliga',
        nb: 'Kommunen har vært heldig med de frivillige',
        nn: 'Kommunen har vore heldig med dei frivillige',
      },
      {
        en: 'The municipality provides cars for the volunteers to drive',
        sv: 'Kommunen ställer upp med bilar som de frivilliga kan köra',
        nb: 'Kommunen holder biler som de frivillige kan kjøre',
        nn: 'Kommunen held bilar som dei frivillige kan køyre',
      },
      {
        en: 'The municipality spends more on voluntary work than it has to',
        sv: 'Kommunen lägger mer pengar på frivilligt arbete än den måste',
        nb: 'Kommunen bruker mer penger på frivilligheten enn den er pålagt',
        nn: 'Kommunen bruker meir pengar på frivilligheita enn han er pålagd',
      },
    ],
    barriers: [
      {
        en: 'It is unclear which tasks the volunteers and their centre should take on',
        sv: 'Det är oklart vilka uppdrag de frivilliga och centralen ska ta på sig',
        nb: 'Det er uklart hvilke oppdrag de frivillige og sentralen skal påta seg',
        nn: 'Det er uklart kva oppdrag dei frivillige og sentralen skal ta på seg',
      },
    ],
  },
  kristiansund: {
    instruments: [
      {
        en: 'A contact person in the municipality',
        sv: 'En kontaktperson i kommunen',
        nb: 'En kontaktperson i kommunen',
        nn: 'Ein kontaktperson i kommunen',
      },
      support,
      recognition,
    ],
    enablers: [
      {
        en: 'Dedicated people in both the municipality and the voluntary sector',
        sv: 'Eldsjälar både i kommunen och i frivilligsektorn',
        nb: 'Ildsjeler både i kommunen og i frivillig sektor',
        nn: 'Eldsjeler både i kommunen og i frivillig sektor',
      },
      {
        en: 'All parties want to cooperate and put the service to the users first',
        sv: 'Alla parter vill samarbeta och sätter insatsen för brukarna främst',
        nb: 'Alle parter vil samarbeide og setter tilbudet til brukerne først',
        nn: 'Alle partar vil samarbeide og set tilbodet til brukarane fremst',
      },
    ],
    barriers: [
      {
        en: 'Illness among the dedicated people in the organisations',
        sv: 'Sjukdom bland eldsjälarna i organisationerna',
        nb: 'Sykdom blant ildsjelene i organisasjonene',
        nn: 'Sjukdom blant eldsjelene i organisasjonane',
      },
    ],
  },
  levanger: {
    instruments: [
      {
        en: 'A committee where the institution (the municipality) and the volunteers meet',
        sv: 'Ett utskott där institutionen (kommunen) och de frivilliga möts',
        nb: 'Et samarbeidsutvalg mellom institusjonen (kommunen) og de frivillige',
        nn: 'Eit samarbeidsutval mellom institusjonen (kommunen) og dei frivillige',
      },
      {
        en: 'Financial support to the volunteers who bring meals',
        sv: 'Ekonomiskt stöd till de frivilliga som kör ut mat',
        nb: 'Økonomisk støtte til de frivillige som bringer ut mat',
        nn: 'Økonomisk støtte til dei frivillige som køyrer ut mat',
      },
      recognition,
    ],
    enablers: [
      {
        en: 'Local pride: the nursing home lies in the community, and volunteers see it as theirs',
        sv: 'Lokalpatriotism: sjukhemmet ligger i bygden, och de frivilliga ser det som sitt',
        nb: 'Lokalpatriotisme: sykehjemmet ligger i bygda, og de frivillige ser det som sitt',
        nn: 'Lokalpatriotisme: sjukeheimen ligg i bygda, og dei frivillige ser han som sin',
      },
      {
        en: 'Dedicated people among the volunteers and in the municipality',
        sv: 'Eldsjälar både bland de frivilliga och i kommunen',
        nb: 'Ildsjeler både blant de frivillige og i kommunen',
        nn: 'Eldsjeler både blant dei frivillige og i kommunen',
      },
    ],
    barriers: [
      {
        en: 'Recruiting volunteers is a challenge',
        sv: 'Att rekrytera frivilliga är en utmaning',
        nb: 'Å rekruttere frivillige er en utfordring',
        nn: 'Å rekruttere frivillige er ei utfordring',
      },
    ],
  },
  nissedal: {
    instruments: [
      support,
      { en: 'Infrastructure', sv: 'Infrastruktur', nb: 'Infrastruktur', nn: 'Infrastruktur' },
      recognition,
    ],
    enablers: [
      {
        en: 'Experience of working across agencies and with volunteers',
        sv: 'Erfarenhet av arbete över förvaltningsgränser och tillsammans med frivilliga',
        nb: 'Erfaring med å jobbe på tvers av etater og sammen med frivillige',
        nn: 'Erfaring med å arbeide på tvers av etatar og saman med frivillige',
      },
      {
        en: 'A strong tradition of voluntary work',
        sv: 'En stark tradition av frivilligt arbete',
        nb: 'En sterk tradisjon for frivillig arbeid',
        nn: 'Ein sterk tradisjon for frivillig arbeid',
      },
      {
        en: 'The community works deliberately to be a place worth moving home to',
        sv: 'Bygden arbetar medvetet för att vara en plats att flytta hem till',
        nb: 'Lokalsamfunnet jobber bevisst for å være et sted å flytte hjem til',
        nn: 'Lokalsamfunnet arbeider medvite for å vere ein stad å flytte heim til',
      },
    ],
    barriers: [
      {
        en: 'Uncertain finances',
        sv: 'Osäker ekonomi',
        nb: 'Usikker økonomi',
        nn: 'Usikker økonomi',
      },
      {
        en: 'At first the associations saw the volunteer centre as a competitor',
        sv: 'Till en början såg föreningarna frivilligcentralen som en konkurrent',
        nb: 'I begynnelsen så lagene frivilligsentralen som en konkurrent',
        nn: 'I byrjinga såg laga frivilligsentralen som ein konkurrent',
      },
    ],
  },
  strand: {
    instruments: [
      {
        en: 'No instrument of the municipality’s own; nursing home staff join in, and the report asks whether that is one',
        sv: 'Inget eget kommunalt verktyg; sjukhemmets personal deltar, och rapporten frågar om det är ett',
        nb: 'Ingen egne kommunale virkemidler; sykehjemmets ansatte deltar, og rapporten spør om det er et virkemiddel',
        nn: 'Ingen eigne kommunale verkemiddel; dei tilsette på sjukeheimen deltek, og rapporten spør om det er eit verkemiddel',
      },
      recognition,
    ],
    enablers: [
      {
        en: 'The municipality is open to the volunteers',
        sv: 'Kommunen är öppen mot de frivilliga',
        nb: 'Kommunen er åpen overfor de frivillige',
        nn: 'Kommunen er open overfor dei frivillige',
      },
      {
        en: 'Dedicated people in the voluntary sector',
        sv: 'Eldsjälar i frivilligsektorn',
        nb: 'Ildsjeler i frivillig sektor',
        nn: 'Eldsjeler i frivillig sektor',
      },
      {
        en: 'The municipality is small, and the way to its administration short',
        sv: 'Kommunen är liten, och vägen till förvaltningen kort',
        nb: 'Kommunen er liten, og veien til administrasjonen kort',
        nn: 'Kommunen er liten, og vegen til administrasjonen kort',
      },
    ],
    barriers: [expectations, motives],
  },
  tromso: {
    instruments: [
      {
        en: 'A payment by the residents of the nursing home',
        sv: 'En avgift som sjukhemmets boende betalar',
        nb: 'En innbetaling fra beboerne på sykehjemmet',
        nn: 'Ei innbetaling frå bebuarane på sjukeheimen',
      },
      coordination,
      {
        en: 'Formal agreements with organisations',
        sv: 'Formella avtal med organisationer',
        nb: 'Formelle avtaler med organisasjoner',
        nn: 'Formelle avtalar med organisasjonar',
      },
      {
        en: 'Meetings with the volunteers, and care for them',
        sv: 'Möten med de frivilliga, och omsorg om dem',
        nb: 'Møter med de frivillige, og ivaretakelse av dem',
        nn: 'Møte med dei frivillige, og ivaretaking av dei',
      },
      {
        en: 'Advertising for volunteers',
        sv: 'Annonsering efter frivilliga',
        nb: 'Annonsering etter frivillige',
        nn: 'Annonsering etter frivillige',
      },
    ],
    enablers: [
      {
        en: 'A coordinator who looks after the volunteers',
        sv: 'En samordnare som tar hand om de frivilliga',
        nb: 'En koordinator som ivaretar de frivillige',
        nn: 'Ein koordinator som tek vare på dei frivillige',
      },
      {
        en: 'Red Cross volunteers who know each other and are trained as visitors',
        sv: 'Frivilliga från Røde Kors som känner varandra och är utbildade som besökare',
        nb: 'Frivillige fra Røde Kors som kjenner hverandre og er opplært som besøksvenner',
        nn: 'Frivillige frå Røde Kors som kjenner kvarandre og er opplærte som besøksvener',
      },
    ],
    barriers: [
      expectations,
      motives,
      {
        en: 'It is hard to recruit volunteers, or to keep activities going all year',
        sv: 'Det är svårt att rekrytera frivilliga, eller att hålla i gång aktiviteterna hela året',
        nb: 'Det er vanskelig å rekruttere frivillige, eller å holde aktiviteten oppe hele året',
        nn: 'Det er vanskeleg å rekruttere frivillige, eller å halde aktiviteten oppe heile året',
      },
    ],
  },
  vefsn: {
    instruments: [
      {
        en: 'A fixed grant from the municipality',
        sv: 'Ett fast bidrag från kommunen',
        nb: 'Et fast tilskudd fra kommunen',
        nn: 'Eit fast tilskot frå kommunen',
      },
      {
        en: 'The municipality helps to shape processes and structures',
        sv: 'Kommunen är med och formar processer och strukturer',
        nb: 'Kommunen er med på å forme prosesser og strukturer',
        nn: 'Kommunen er med på å forme prosessar og strukturar',
      },
      {
        en: 'State grants',
        sv: 'Statliga bidrag',
        nb: 'Statlige tilskudd',
        nn: 'Statlege tilskot',
      },
    ],
    enablers: [
      {
        en: 'The organisation works professionally',
        sv: 'Organisationen arbetar professionellt',
        nb: 'Organisasjonen arbeider profesjonelt',
        nn: 'Organisasjonen arbeider profesjonelt',
      },
      {
        en: 'The organisation can be reached in office hours',
        sv: 'Organisationen går att nå på dagtid',
        nb: 'Organisasjonen er å få tak i på dagtid',
        nn: 'Organisasjonen er å få tak i på dagtid',
      },
      {
        en: 'The municipality recognises the value of the voluntary work',
        sv: 'Kommunen erkänner det frivilliga arbetets värde',
        nb: 'Kommunen anerkjenner verdien av det frivillige arbeidet',
        nn: 'Kommunen anerkjenner verdien av det frivillige arbeidet',
      },
      {
        en: 'The volunteers are well looked after',
        sv: 'De frivilliga tas väl om hand',
        nb: 'De frivillige blir tatt godt vare på',
        nn: 'Dei frivillige blir tekne godt vare på',
      },
    ],
    barriers: [
      {
        en: 'Uncertain finances',
        sv: 'Osäker ekonomi',
        nb: 'Usikker økonomi',
        nn: 'Usikker økonomi',
      },
      {
        en: 'A struggle between professions: staff see Termik as a rival for their jobs',
        sv: 'En professionskamp: de anställda ser Termik som en konkurrent om jobben',
        nb: 'Profesjonskamp: de ansatte ser Termik som en konkurrent til egne jobber',
        nn: 'Profesjonskamp: dei tilsette ser Termik som ein konkurrent til eigne jobbar',
      },
    ],
  },
};

export const caseFactors: CaseCell[] = rows(table, tfou('Table 6-1', 62));
