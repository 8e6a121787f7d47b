/** Table 1 of the knowledge base, first part: from Andfossen (2016) to Galjaard et al. (2019). */
import type { Publication } from './publications.ts';
import { table } from './source.ts';

export const publicationsAToG: Publication[] = [
  {
    key: 'andfossen-2016',
    reference: {
      type: 'article',
      title:
        'The potential for collaborative innovation between public services and volunteers in the long-term care sector',
      authors: [{ family: 'Andfossen' }],
      year: 2016,
      language: 'en',
    },
    countries: ['NO'],
    aim: {
      en: 'To describe three kinds of voluntary work in care today (organised, unmanaged and informal care) and to discuss what room for innovation lies between professionals and care recipients, given the government’s call to bring volunteers into welfare.',
      sv: 'Att beskriva tre slag av frivilligt arbete i dagens vård och omsorg (organiserat, icke-styrt och informell omsorg) och diskutera vilket utrymme för innovation som finns mellan yrkesverksamma och omsorgstagare, mot bakgrund av regeringens krav på att föra in frivilliga i välfärden.',
      nb: 'Å beskrive tre typer frivillig innsats i dagens helse- og omsorgstjenester (organisert, ikke-styrt og uformell omsorg) og drøfte hvilket rom for innovasjon som finnes mellom fagfolk og omsorgsmottakere, i lys av regjeringens krav om å trekke frivillige inn i velferden.',
      nn: 'Å skildre tre typar frivillig innsats i dagens helse- og omsorgstenester (organisert, ikkje-styrt og uformell omsorg) og drøfte kva rom for innovasjon som finst mellom fagfolk og omsorgsmottakarar, i lys av kravet frå regjeringa om å trekkje frivillige inn i velferda.',
    },
    source: table(1),
  },
  {
    key: 'andfossen-2020',
    reference: {
      type: 'article',
      title:
        'Co-production between long-term care units and voluntary organisations in Norwegian municipalities: A theoretical discussion and empirical analysis',
      authors: [{ family: 'Andfossen' }],
      year: 2020,
      container: 'Primary Health Care Research & Development',
      volume: '21',
      doi: '10.1017/s1463423620000341',
      doiSource: { document: 'inn-archive-andfossen-2020', locator: 'Citation' },
      language: 'en',
    },
    countries: ['NO'],
    aim: {
      en: 'To find out how far long-term care units in Norwegian municipalities and voluntary organisations work together on coordinating local voluntary activities.',
      sv: 'Att ta reda på i hur hög grad särskilda boenden i norska kommuner och frivilligorganisationer hjälps åt att samordna frivilligverksamhet lokalt.',
      nb: 'Å finne ut i hvor stor grad langtidsenheter i norske kommuner og frivillige organisasjoner samarbeider om å samordne frivillige aktiviteter lokalt.',
      nn: 'Å finne ut i kor stor grad langtidseiningar i norske kommunar og frivillige organisasjonar samarbeider om å samordne frivillige aktivitetar lokalt.',
    },
    source: table(1),
  },
  {
    key: 'bai-2018',
    reference: {
      type: 'article',
      title:
        'Supporting Collaborative Care of Elderly through a Reward System based on Distributed Ledger Technologies',
      authors: [{ family: 'Bai' }, { family: 'Synnes' }],
      year: 2018,
      language: 'en',
    },
    countries: ['SE'],
    aim: {
      en: 'To develop an application that links people who need a hand with everyday chores to people willing to help, so that care staff gain time for tasks that need their skills; it is not meant to take their place.',
      sv: 'Att utveckla en applikation som för samman personer som behöver hjälp med vardagssysslor och personer som vill hjälpa till, så att personalen får mer tid för det som kräver deras kompetens; den ska inte ta deras plats.',
      nb: 'Å utvikle en applikasjon som kobler folk som trenger hjelp i hverdagen, med folk som vil hjelpe, slik at personalet får mer tid til oppgaver som krever deres kompetanse; den skal ikke erstatte dem.',
      nn: 'Å utvikle ein applikasjon som koplar folk som treng hjelp i kvardagen, med folk som vil hjelpe, slik at personalet får meir tid til oppgåver som krev kompetansen deira; han skal ikkje erstatte dei.',
    },
    source: table(1),
  },
  {
    key: 'baxter-2020',
    reference: {
      type: 'article',
      title:
        'What are the barriers to, and enablers of, working with people with lived experience of mental illness amongst community and voluntary sector organisations? A qualitative study',
      authors: [{ family: 'Baxter' }, { family: 'Fancourt' }],
      year: 2020,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To find what makes it easier and what makes it harder for community and voluntary organisations to take part in work with people who have mental illness.',
      sv: 'Att finna vad som gör det lättare och vad som gör det svårare för samhälls- och frivilligsektorns organisationer att medverka i arbetet med personer med psykisk ohälsa.',
      nb: 'Å finne hva som gjør det lettere og hva som gjør det vanskeligere for lokale og frivillige organisasjoner å delta i arbeidet med mennesker med psykiske lidelser.',
      nn: 'Å finne kva som gjer det lettare og kva som gjer det vanskelegare for lokale og frivillige organisasjonar å ta del i arbeidet med menneske med psykiske lidingar.',
    },
    source: table(1),
  },
  {
    key: 'chadborn-2019',
    reference: {
      type: 'article',
      title:
        'Improving community support for older people’s needs through commissioning third sector services: A qualitative study',
      authors: [{ family: 'Chadborn' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To examine whether information from the services reached those who commission them, and whether it could teach them more about the population and so guide later commissions.',
      sv: 'Att undersöka om information från tjänsterna nådde fram till beställarna och om den kunde lära dem mer om befolkningen och därmed vägleda kommande uppdrag.',
      nb: 'Å undersøke om informasjon fra tjenestene nådde fram til bestillerne, og om den kunne lære dem mer om befolkningen og slik veilede senere oppdrag.',
      nn: 'Å undersøkje om informasjon frå tenestene nådde fram til bestillarane, og om han kunne lære dei meir om befolkninga og slik rettleie seinare oppdrag.',
    },
    source: table(1),
  },
  {
    key: 'collins-2013',
    reference: {
      type: 'article',
      title: 'Considering quality of life for older adults: A view from two countries',
      authors: [{ family: 'Collins' }],
      othersOmitted: true,
      year: 2013,
      language: 'en',
    },
    // The study compares Sweden with the USA; Table 1 gives Sweden only.
    countries: ['SE'],
    aim: {
      en: 'To set out a framework for understanding how different bodies carry community support services in their social setting in the USA and in Sweden.',
      sv: 'Att lägga fram ett ramverk för att förstå hur olika aktörer bär upp samhälleliga stödtjänster i sitt sociala sammanhang i USA och i Sverige.',
      nb: 'Å legge fram et rammeverk for å forstå hvordan ulike aktører bærer støttetjenester i lokalsamfunnet i sin sosiale sammenheng i USA og i Sverige.',
      nn: 'Å leggje fram eit rammeverk for å forstå korleis ulike aktørar ber støttetenester i lokalsamfunnet i den sosiale samanhengen sin i USA og i Sverige.',
    },
    source: table(1),
  },
  {
    key: 'croft-2020',
    reference: {
      type: 'article',
      title:
        'Realizing policy aspirations of voluntary sector involvement in integrated care provision: Insights from the English national health service',
      authors: [{ family: 'Croft' }, { family: 'Currie' }],
      year: 2020,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To understand better how policy that is not carried out can be put right, by asking how new workforce roles help voluntary organisations to share in delivering integrated care.',
      sv: 'Att bättre förstå hur man kan råda bot på att politik inte genomförs, genom att fråga hur nya yrkesroller hjälper frivilligorganisationer att medverka i en integrerad vård.',
      nb: 'Å forstå bedre hvordan en kan bøte på at politikk ikke blir gjennomført, ved å spørre hvordan nye roller i arbeidsstyrken hjelper frivillige organisasjoner til å bidra i integrerte tjenester.',
      nn: 'Å forstå betre korleis ein kan bøte på at politikk ikkje blir gjennomført, ved å spørje korleis nye roller i arbeidsstyrken hjelper frivillige organisasjonar til å bidra i integrerte tenester.',
    },
    source: table(1),
  },
  {
    key: 'dalziel-2015',
    reference: {
      type: 'article',
      title:
        'Capacity building with older people through local authority and third-sector partnerships',
      authors: [{ family: 'Dalziel' }, { family: 'Willis' }],
      year: 2015,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To study partnerships between local authorities and third-sector organisations that build capacity, in the English pilot areas of LinkAge Plus, which sought better ways to meet older people’s needs and to let them be active citizens.',
      sv: 'Att studera kapacitetsbyggande partnerskap mellan lokala myndigheter och tredje sektorns organisationer i LinkAge Plus engelska pilotområden, som sökte bättre sätt att möta äldres behov och låta dem vara aktiva medborgare.',
      nb: 'Å studere kapasitetsbyggende partnerskap mellom lokale myndigheter og organisasjoner i tredje sektor i de engelske pilotområdene i LinkAge Plus, som søkte bedre måter å møte eldres behov på og la dem være aktive borgere.',
      nn: 'Å studere kapasitetsbyggjande partnarskap mellom lokale styresmakter og organisasjonar i tredje sektor i dei engelske pilotområda i LinkAge Plus, som søkte betre måtar å møte behova til eldre på og la dei vere aktive borgarar.',
    },
    source: table(1),
  },
  {
    key: 'el-farargy-2019',
    reference: {
      type: 'article',
      title: 'Partnership working across sectors: A multi-professional perspective',
      authors: [{ family: 'El-Farargy' }],
      year: 2019,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To explore which functions, methods and ways of acting have a bearing on how well partnerships across sectors work.',
      sv: 'Att utforska vilka funktioner, metoder och beteenden som har betydelse för hur väl partnerskap över sektorsgränser fungerar.',
      nb: 'Å utforske hvilke funksjoner, metoder og handlemåter som har betydning for hvor godt partnerskap på tvers av sektorer fungerer.',
      nn: 'Å utforske kva funksjonar, metodar og handlemåtar som har noko å seie for kor godt partnarskap på tvers av sektorar fungerer.',
    },
    source: table(1),
  },
  {
    key: 'fredriksen-2021',
    reference: {
      type: 'article',
      title:
        'Digitalisation of municipal healthcare collaboration with volunteers: A case study applying normalization process theory',
      authors: [{ family: 'Fredriksen' }],
      othersOmitted: true,
      year: 2021,
      language: 'en',
    },
    countries: ['NO'],
    aim: {
      en: 'To explore the decisive questions and strategies when municipal health care introduces a digital tool for working with volunteers and coordinating them.',
      sv: 'Att utforska avgörande frågor och strategier när den kommunala hälso- och sjukvården inför ett digitalt verktyg för att samverka med och samordna frivilliga.',
      nb: 'Å utforske avgjørende spørsmål og strategier når kommunale helsetjenester innfører et digitalt verktøy for å samarbeide med og samordne frivillige.',
      nn: 'Å utforske avgjerande spørsmål og strategiar når kommunale helsetenester innfører eit digitalt verktøy for å samarbeide med og samordne frivillige.',
    },
    source: table(1),
  },
  {
    key: 'galjaard-2019',
    reference: {
      type: 'article',
      title:
        'Informal care and volunteering assistance in Europe. A comparison between countries in the North Sea',
      authors: [{ family: 'Galjaard' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    countries: ['BE', 'DK', 'NL', 'NO', 'GB', 'SE'],
    aim: {
      en: 'To survey informal care and voluntary help in the countries taking part, to point out bottlenecks and challenges, and to show the particular strategies used against them.',
      sv: 'Att ge en överblick över informell omsorg och frivilliga insatser i de deltagande länderna, peka ut flaskhalsar och utmaningar och visa de strategier som används mot dem.',
      nb: 'Å gi en oversikt over uformell omsorg og frivillig hjelp i deltakerlandene, peke ut flaskehalser og utfordringer og vise hvilke strategier som brukes mot dem.',
      nn: 'Å gje eit oversyn over uformell omsorg og frivillig hjelp i deltakarlanda, peike ut flaskehalsar og utfordringar og vise kva strategiar som blir brukte mot dei.',
    },
    source: table(1),
  },
];
