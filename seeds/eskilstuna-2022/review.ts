/** What the review asked, for whom, and what it let in: the protocol of "Eskilstuna 2022". */
import type { Words } from '../words.ts';
import { abstract, assignment, cover, preface, process, type Source } from './source.ts';

export type Person = { name: string; role: Words; source: Source };
export type Organisation = { name: Words; role: Words; source: Source };

export type Question = { id: string; text: Words; source: Source };

export type Review = {
  slug: string;
  title: Words;
  kind: 'scoping';
  kindNote: Words;
  framework: 'PCC';
  frameworkBasis: 'stated' | 'derived';
  elements: { population: Words; concept: Words; context: Words };
  elementsSource: Source;
  aim: Words;
  aimSource: Source;
  questions: Question[];
  period: { from: string; to: string; source: Source };
  languages: { codes: string[]; source: Source };
  countries: {
    asWorded: Words;
    note: Words;
    /** The wording as codes: the Nordic countries, the EU of the period, and the United Kingdom. */
    meant: string[];
    found: { nordic: string[]; other: string[] };
    source: Source;
  };
  dated: { date: string; source: Source };
};

export const review: Review = {
  slug: 'eskilstuna-2022',
  title: {
    en: 'Public bodies’ cooperation with civil society in health and social care',
    sv: 'Offentliga verksamheters samarbete med civilsamhället inom vård och omsorg',
    nb: 'Offentlige virksomheters samarbeid med sivilsamfunnet innen helse og omsorg',
    nn: 'Samarbeidet mellom offentlege verksemder og sivilsamfunnet innan helse og omsorg',
  },
  kind: 'scoping',
  kindNote: {
    en: 'The document calls its review a scoping study and refers to Arksey and O’Malley, dated 2007 there.',
    sv: 'Dokumentet kallar översikten en ”scoping study” och hänvisar till Arksey och O’Malley, där daterade 2007.',
    nb: 'Dokumentet kaller oversikten en «scoping study» og viser til Arksey og O’Malley, der datert 2007.',
    nn: 'Dokumentet kallar oversikta ein «scoping study» og viser til Arksey og O’Malley, der datert 2007.',
  },
  framework: 'PCC',
  /** The document does not use PCC itself; its three search blocks and its scope fit the elements. */
  frameworkBasis: 'derived',
  elements: {
    population: {
      en: 'Public bodies in health and social care, civil-society organisations, volunteers and informal carers, and the people they support',
      sv: 'Offentliga verksamheter inom vård och omsorg, civilsamhällets organisationer, frivilliga och informella omsorgsgivare samt de personer som får stöd',
      nb: 'Offentlige virksomheter innen helse og omsorg, sivilsamfunnets organisasjoner, frivillige og uformelle omsorgsgivere, og de som får støtte',
      nn: 'Offentlege verksemder innan helse og omsorg, organisasjonane i sivilsamfunnet, frivillige og uformelle omsorgsgjevarar, og dei som får støtte',
    },
    concept: {
      en: 'Cooperation between the public side and civil society: its forms, and what helps, endangers or hinders it',
      sv: 'Samarbete mellan det offentliga och civilsamhället: formerna för det och vad som främjar, hotar eller hindrar det',
      nb: 'Samarbeid mellom det offentlige og sivilsamfunnet: hvilke former det har, og hva som fremmer, truer eller hindrer det',
      nn: 'Samarbeid mellom det offentlege og sivilsamfunnet: kva former det har, og kva som fremjar, trugar eller hindrar det',
    },
    context: {
      en: 'Health and social care in Nordic and other European countries, 2012 to 2021',
      sv: 'Vård och omsorg i nordiska och andra europeiska länder 2012–2021',
      nb: 'Helse og omsorg i nordiske og andre europeiske land 2012–2021',
      nn: 'Helse og omsorg i nordiske og andre europeiske land 2012–2021',
    },
  },
  elementsSource: assignment,
  aim: {
    en: 'To put together what research says about success factors, risks and barriers when public bodies in the Nordic countries and the rest of Europe work with civil society in health and social care, for use by Eskilstuna’s administration.',
    sv: 'Att sammanställa vad forskningen säger om framgångsfaktorer, risker och hinder när offentliga verksamheter i Norden och övriga Europa arbetar tillsammans med civilsamhället inom vård och omsorg, till nytta för förvaltningen i Eskilstuna.',
    nb: 'Å samle det forskningen sier om suksessfaktorer, risikoer og hindringer når offentlige virksomheter i Norden og resten av Europa arbeider sammen med sivilsamfunnet innen helse og omsorg, til nytte for forvaltningen i Eskilstuna.',
    nn: 'Å samle det forskinga seier om suksessfaktorar, risikoar og hindringar når offentlege verksemder i Norden og resten av Europa arbeider saman med sivilsamfunnet innan helse og omsorg, til nytte for forvaltninga i Eskilstuna.',
  },
  aimSource: assignment,
  questions: [
    {
      id: 'Q1',
      text: {
        en: 'In what ways do the Nordic countries work with civil society in health and social care?',
        sv: 'På vilka sätt arbetar de nordiska länderna tillsammans med civilsamhället inom vård och omsorg?',
        nb: 'På hvilke måter arbeider de nordiske landene sammen med sivilsamfunnet innen helse og omsorg?',
        nn: 'På kva måtar arbeider dei nordiske landa saman med sivilsamfunnet innan helse og omsorg?',
      },
      source: assignment,
    },
    {
      id: 'Q2',
      text: {
        en: 'In what ways do other European countries work with civil society in health and social care?',
        sv: 'På vilka sätt arbetar övriga europeiska länder tillsammans med civilsamhället inom vård och omsorg?',
        nb: 'På hvilke måter arbeider andre europeiske land sammen med sivilsamfunnet innen helse og omsorg?',
        nn: 'På kva måtar arbeider andre europeiske land saman med sivilsamfunnet innan helse og omsorg?',
      },
      source: assignment,
    },
    {
      id: 'Q3',
      text: {
        en: 'What makes such cooperation succeed, and what risks and barriers does it meet?',
        sv: 'Vad får ett sådant samarbete att lyckas, och vilka risker och hinder möter det?',
        nb: 'Hva får et slikt samarbeid til å lykkes, og hvilke risikoer og hindringer møter det?',
        nn: 'Kva får eit slikt samarbeid til å lukkast, og kva risikoar og hindringar møter det?',
      },
      source: assignment,
    },
    {
      id: 'Q4',
      text: {
        en: 'What might a structure look like in which such cooperation succeeds?',
        sv: 'Hur skulle en struktur kunna se ut där ett sådant samarbete lyckas?',
        nb: 'Hvordan kan en struktur se ut der et slikt samarbeid lykkes?',
        nn: 'Korleis kan ein struktur sjå ut der eit slikt samarbeid lukkast?',
      },
      source: assignment,
    },
  ],
  period: { from: '2012-01-01', to: '2021-12-31', source: process },
  languages: { codes: ['en', 'sv'], source: process },
  countries: {
    asWorded: {
      en: 'Nordic and other EU countries',
      sv: 'Nordiska och övriga EU-länder',
      nb: 'Nordiske og øvrige EU-land',
      nn: 'Nordiske og andre EU-land',
    },
    note: {
      en: 'The United Kingdom is counted among the EU countries, and Norway among the Nordic ones, as the document does.',
      sv: 'Storbritannien räknas till EU-länderna och Norge till de nordiska, så som dokumentet gör.',
      nb: 'Storbritannia regnes blant EU-landene og Norge blant de nordiske, slik dokumentet gjør.',
      nn: 'Storbritannia blir rekna blant EU-landa og Noreg blant dei nordiske, slik dokumentet gjer.',
    },
    meant: [
      ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IS', 'IE'],
      ...['IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE', 'GB'],
    ],
    found: {
      nordic: ['DK', 'NO', 'SE'],
      other: ['BE', 'NL', 'GB'],
    },
    source: process,
  },
  dated: { date: '2022-05-10', source: preface },
};

export const author: Person = {
  name: 'Osman Aytar',
  role: {
    en: 'Author; associate professor (docent) of social work, PhD in sociology',
    sv: 'Författare; docent i socialt arbete, fil.dr i sociologi',
    nb: 'Forfatter; dosent (svensk docent) i sosialt arbeid, doktorgrad i sosiologi',
    nn: 'Forfattar; dosent (svensk docent) i sosialt arbeid, doktorgrad i sosiologi',
  },
  source: preface,
};

export const organisations: Organisation[] = [
  {
    name: {
      en: 'The Health and Social Care Administration, Eskilstuna municipality',
      sv: 'Vård- och omsorgsförvaltningen, Eskilstuna kommun',
      nb: 'Helse- og omsorgsforvaltningen i Eskilstuna kommune',
      nn: 'Helse- og omsorgsforvaltninga i Eskilstuna kommune',
    },
    role: {
      en: 'Commissioner and receiver',
      sv: 'Beställare och mottagare',
      nb: 'Bestiller og mottaker',
      nn: 'Bestillar og mottakar',
    },
    source: abstract,
  },
  {
    name: {
      en: 'Mälardalen University',
      sv: 'Mälardalens universitet',
      nb: 'Mälardalens universitet',
      nn: 'Mälardalens universitet',
    },
    role: {
      en: 'Carried out the review and shared the funding',
      sv: 'Genomförde översikten och delade på finansieringen',
      nb: 'Gjennomførte oversikten og delte på finansieringen',
      nn: 'Gjennomførte oversikta og delte på finansieringa',
    },
    source: assignment,
  },
  {
    name: {
      en: 'Samhällskontraktet (a cooperation of the university, Eskilstuna and Västerås)',
      sv: 'Samhällskontraktet (samverkan mellan universitetet, Eskilstuna och Västerås)',
      nb: 'Samhällskontraktet (samarbeid mellom universitetet, Eskilstuna og Västerås)',
      nn: 'Samhällskontraktet (samarbeid mellom universitetet, Eskilstuna og Västerås)',
    },
    role: {
      en: 'Funder and cooperation arena',
      sv: 'Finansiär och samverkansarena',
      nb: 'Finansiør og samarbeidsarena',
      nn: 'Finansiør og samarbeidsarena',
    },
    source: cover,
  },
];

/** Who stands behind the document, for the review's public page. */
export const attribution: Words = {
  en: 'Osman Aytar, Mälardalen University, for the Health and Social Care Administration of Eskilstuna municipality; funded through Samhällskontraktet; dated 10 May 2022. Restated here in our own words.',
  sv: 'Osman Aytar, Mälardalens universitet, för Vård- och omsorgsförvaltningen i Eskilstuna kommun; finansierad genom Samhällskontraktet; daterad 10 maj 2022. Här återgiven med våra egna ord.',
  nb: 'Osman Aytar, Mälardalens universitet, for helse- og omsorgsforvaltningen i Eskilstuna kommune; finansiert gjennom Samhällskontraktet; datert 10. mai 2022. Her gjengitt med våre egne ord.',
  nn: 'Osman Aytar, Mälardalens universitet, for helse- og omsorgsforvaltninga i Eskilstuna kommune; finansiert gjennom Samhällskontraktet; datert 10. mai 2022. Her attgjeve med våre eigne ord.',
};

/** What in the protocol is ours and not the document's. */
export const protocolNotes: Words[] = [
  {
    en: 'The document does not use PCC; its search blocks and its scope fit the three elements.',
    sv: 'Dokumentet använder inte PCC; dess sökblock och avgränsning passar de tre elementen.',
    nb: 'Dokumentet bruker ikke PCC; søkeblokkene og avgrensningen passer til de tre elementene.',
    nn: 'Dokumentet bruker ikkje PCC; søkjeblokkene og avgrensinga passar til dei tre elementa.',
  },
  {
    en: 'Criteria I2 to I5 are stated for the scientific databases; I1 is the topic and holds for every source. The exclusions are the same criteria negated.',
    sv: 'Kriterierna I2–I5 anges för de vetenskapliga databaserna; I1 är ämnet och gäller alla källor. Exklusionskriterierna är samma kriterier i negerad form.',
    nb: 'Kriteriene I2 til I5 er oppgitt for de vitenskapelige databasene; I1 er temaet og gjelder alle kilder. Eksklusjonskriteriene er de samme kriteriene i negert form.',
    nn: 'Kriteria I2 til I5 er oppgjevne for dei vitskaplege databasane; I1 er temaet og gjeld alle kjelder. Eksklusjonskriteria er dei same kriteria i negert form.',
  },
];
