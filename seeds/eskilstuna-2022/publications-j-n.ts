/** Table 1, second part: from Jegermalm & Jeppsson Grassman (2012) to Naughton-Doe et al. (2021). */
import type { Publication } from './publications.ts';
import { table } from './source.ts';

export const publicationsJToN: Publication[] = [
  {
    key: 'jegermalm-2012',
    reference: {
      type: 'article',
      title:
        'Helpful citizens and caring families: Patterns of informal help and caregiving in Sweden in a 17-year perspective',
      authors: [{ family: 'Jegermalm' }, { family: 'Jeppsson Grassman' }],
      year: 2012,
      language: 'en',
    },
    countries: ['SE'],
    aim: {
      en: 'To describe and analyse the informal help and care that people in Sweden give to someone outside their own household, and how its extent and character have changed.',
      sv: 'Att beskriva och analysera den informella hjälp och omsorg som människor i Sverige ger någon utanför det egna hushållet, och hur dess omfattning och karaktär har förändrats.',
      nb: 'Å beskrive og analysere den uformelle hjelpen og omsorgen som folk i Sverige gir noen utenfor egen husholdning, og hvordan omfang og karakter har endret seg.',
      nn: 'Å skildre og analysere den uformelle hjelpa og omsorga som folk i Sverige gjev nokon utanfor eige hushald, og korleis omfang og karakter har endra seg.',
    },
    source: table(1),
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
    countries: ['BE', 'DK', 'NL', 'NO', 'GB', 'SE'],
    aim: {
      en: 'To compare the partner countries: how voluntary and informal care policy works nationally and locally, how volunteers are recruited in general and to particular groups, how health organisations coordinate volunteers and informal carers, and how both are defined.',
      sv: 'Att jämföra partnerländerna: hur politiken för frivillig och informell omsorg fungerar nationellt och lokalt, hur frivilliga rekryteras allmänt och till särskilda grupper, hur vårdens organisationer samordnar frivilliga och informella omsorgsgivare och hur båda definieras.',
      nb: 'Å sammenligne partnerlandene: hvordan politikken for frivillig og uformell omsorg virker nasjonalt og lokalt, hvordan frivillige rekrutteres generelt og til bestemte grupper, hvordan helseorganisasjoner samordner frivillige og uformelle omsorgsgivere, og hvordan begge defineres.',
      nn: 'Å samanlikne partnarlanda: korleis politikken for frivillig og uformell omsorg verkar nasjonalt og lokalt, korleis frivillige blir rekrutterte generelt og til bestemte grupper, korleis helseorganisasjonar samordnar frivillige og uformelle omsorgsgjevarar, og korleis begge blir definerte.',
    },
    source: table(1),
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
    countries: ['BE', 'DK', 'NL', 'NO', 'GB', 'SE'],
    aim: {
      en: 'To pass on practical methods, tried out by the project’s countries, for finding, training and holding on to volunteers and informal carers.',
      sv: 'Att förmedla praktiska metoder, prövade av projektets länder, för att hitta, utbilda och behålla frivilliga och informella omsorgsgivare.',
      nb: 'Å formidle praktiske metoder, prøvd ut av landene i prosjektet, for å finne, lære opp og beholde frivillige og uformelle omsorgsgivere.',
      nn: 'Å formidle praktiske metodar, prøvde ut av landa i prosjektet, for å finne, lære opp og halde på frivillige og uformelle omsorgsgjevarar.',
    },
    source: table(1),
  },
  {
    key: 'leyshon-2019',
    reference: {
      type: 'article',
      title: 'The complex spaces of co-production, volunteering, ageing and care',
      authors: [{ family: 'Leyshon' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To add to the debate on how services for older people, when they are co-produced, help to shape new moral geographies of care.',
      sv: 'Att bidra till debatten om hur samproducerade tjänster för äldre är med och formar nya moraliska omsorgsgeografier.',
      nb: 'Å bidra til debatten om hvordan samproduserte tjenester for eldre er med på å forme nye moralske omsorgsgeografier.',
      nn: 'Å bidra til debatten om korleis samproduserte tenester for eldre er med på å forme nye moralske omsorgsgeografiar.',
    },
    source: table(1),
  },
  {
    key: 'moore-2015',
    reference: {
      type: 'article',
      title:
        '"Bringing the future to life: Maureen\'s postcard to beryl" – North Wales regional single point of access programme: Managing community care',
      authors: [{ family: 'Moore' }],
      year: 2015,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To look back, with the programme’s leaders and team, on the way so far of a single regional point of access in North Wales, which joins up the entrances to local health and social care and ties them closer to the third sector.',
      sv: 'Att tillsammans med programmets ledare och team se tillbaka på vägen hittills mot en gemensam regional ingång i norra Wales, som för ihop vägarna in till lokal vård och omsorg och knyter dem närmare tredje sektorn.',
      nb: 'Å se tilbake, sammen med programmets ledere og team, på veien så langt mot ett felles regionalt kontaktpunkt i Nord-Wales, som samler inngangene til lokale helse- og omsorgstjenester og knytter dem tettere til tredje sektor.',
      nn: 'Å sjå tilbake, saman med leiarane og teamet i programmet, på vegen så langt mot eitt felles regionalt kontaktpunkt i Nord-Wales, som samlar inngangane til lokale helse- og omsorgstenester og knyter dei tettare til tredje sektor.',
    },
    source: table(1),
  },
  {
    key: 'mucf-2021a',
    reference: {
      type: 'report',
      title:
        'Samverkan mellan kommun och civilsamhälle. En inspirationsskrift med exempel från sex kommuner',
      authors: [{ literal: 'Myndigheten för ungdoms- och civilsamhällesfrågor' }],
      year: 2021,
      yearSuffix: 'a',
      language: 'sv',
    },
    countries: ['SE'],
    aim: {
      en: 'To show by examples how municipalities and civil-society organisations relate to each other, with municipalities telling of their own work.',
      sv: 'Att med exempel visa hur kommuner och civilsamhällets organisationer förhåller sig till varandra, där kommunerna själva berättar om sitt arbete.',
      nb: 'Å vise med eksempler hvordan kommuner og organisasjoner i sivilsamfunnet forholder seg til hverandre, der kommunene selv forteller om arbeidet sitt.',
      nn: 'Å vise med døme korleis kommunar og organisasjonar i sivilsamfunnet held seg til kvarandre, der kommunane sjølve fortel om arbeidet sitt.',
    },
    source: table(1),
  },
  {
    key: 'mucf-2021b',
    reference: {
      type: 'report',
      title: 'Samverkansmodell för offentliga aktörer och civilsamhället',
      authors: [{ literal: 'Myndigheten för ungdoms- och civilsamhällesfrågor' }],
      year: 2021,
      yearSuffix: 'b',
      language: 'sv',
    },
    countries: ['SE'],
    aim: {
      en: 'To describe the course of a cooperation by means of a model made mainly for the public sector, though civil society can use it too.',
      sv: 'Att med hjälp av en modell beskriva hur en samverkan kan gå till; den är i första hand gjord för offentlig sektor men går att använda även i civilsamhället.',
      nb: 'Å beskrive gangen i et samarbeid ved hjelp av en modell som først og fremst er laget for offentlig sektor, men som også sivilsamfunnet kan bruke.',
      nn: 'Å skildre gangen i eit samarbeid ved hjelp av ein modell som først og fremst er laga for offentleg sektor, men som sivilsamfunnet òg kan bruke.',
    },
    source: table(1),
  },
  {
    key: 'naughton-doe-2021',
    reference: {
      type: 'article',
      title:
        'Timebanking and the co-production of preventive social care with adults; what can we learn from the challenges of implementing person-to-person timebanks in England?',
      authors: [{ family: 'Naughton-Doe' }],
      othersOmitted: true,
      year: 2021,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To explore what timebanking, a new form of volunteering, might add to the co-production of preventive social care with adults in England.',
      sv: 'Att utforska vad tidsbanker, en ny form av frivilligarbete, skulle kunna tillföra samproduktionen av förebyggande social omsorg med vuxna i England.',
      nb: 'Å utforske hva tidsbanker, en ny form for frivillighet, kan tilføre samproduksjonen av forebyggende sosial omsorg med voksne i England.',
      nn: 'Å utforske kva tidsbankar, ei ny form for frivillig arbeid, kan tilføre samproduksjonen av førebyggjande sosial omsorg med vaksne i England.',
    },
    source: table(1),
  },
];
