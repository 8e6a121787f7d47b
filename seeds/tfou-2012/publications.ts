/** The report as the included publication, and the studies that its literature review names. */
import type { Reference } from '../../import/reference.ts';
import type { Words } from '../words.ts';
import { laterStudies } from './publications-reviewed.ts';
import { type Source, tfou } from './source.ts';

/**
 * The stored text of the report ends before its reference list: an empty title means that the text
 * gives author and year only. `lookedUp` is the public page where title, given names and publisher
 * were read instead; null when all that is known stands in the report.
 */
export type TfouPublication = {
  key: string;
  reference: Reference;
  lookedUp: string | null;
  /** ISO 3166-1 alpha-2; empty when the text does not say. */
  countries: string[];
  /** Our own wording of what the text says of the study; null when it does not say. */
  aim: Words | null;
  source: Source;
};

export const tfouReport: TfouPublication = {
  key: 'solbjor-2012',
  reference: {
    type: 'report',
    title:
      'Samarbeid mellom kommuner og frivillig sektor på pleie- og omsorgsfeltet: en kartlegging',
    authors: [
      { family: 'Solbjør', given: 'Marit' },
      { family: 'Johansen', given: 'Birgitte' },
      { family: 'Kleiven', given: 'Hanne Hestvik' },
    ],
    year: 2012,
    series: 'Rapport 2012:15',
    publisher: 'Trøndelag Forskning og Utvikling AS',
    place: 'Steinkjer',
    language: 'nb',
  },
  lookedUp:
    'https://tfou.no/publikasjoner/samarbeid-mellom-kommuner-og-frivillig-sektor-pa-pleie-og-omsorgsfeltet-en-kartlegging/',
  countries: ['NO', 'SE', 'DK'],
  aim: {
    en: 'To bring together what is known of cooperation between municipalities and the voluntary sector on care, what helps and hinders it, and seven examples of it',
    sv: 'Att samla vad man vet om samarbete mellan kommuner och frivilligsektorn om vård och omsorg, vad som främjar och hindrar det, och sju exempel på det',
    nb: 'Å samle det man vet om samarbeid mellom kommuner og frivillig sektor om pleie og omsorg, hva som fremmer og hemmer det, og sju eksempler på det',
    nn: 'Å samle det ein veit om samarbeid mellom kommunar og frivillig sektor om pleie og omsorg, kva som fremjar og hemmar det, og sju døme på det',
  },
  source: tfou('Foreword; 1', 1),
};

const earlierStudies: TfouPublication[] = [
  {
    key: 'nodland-2007',
    reference: {
      type: 'report',
      title: 'Kommunenes samhandling med frivillig sektor',
      authors: [
        { family: 'Nødland', given: 'Svein Ingve' },
        { family: 'Bergsgard', given: 'Nils Asle' },
        { family: 'Bjelland', given: 'Anett' },
        { family: 'Leknes', given: 'Einar' },
      ],
      year: 2007,
      series: 'Rapport IRIS 2007/047',
      publisher: 'International Research Institute of Stavanger AS',
      place: 'Stavanger',
      language: 'nb',
      isbn: ['978-82-490-0517-8'],
    },
    lookedUp:
      'https://docslib.org/doc/3833223/rapporten-om-kommunenes-samhandling-med-frivillig-sektor',
    countries: ['NO'],
    aim: {
      en: 'To map how nine municipal sectors in Norway, care among them, are in contact with and work with the voluntary sector',
      sv: 'Att kartlägga hur nio kommunala sektorer i Norge, däribland vård och omsorg, har kontakt och arbetar med frivilligsektorn',
      nb: 'Å kartlegge hvordan ni kommunale sektorer i Norge, blant dem pleie og omsorg, har kontakt og arbeider med frivillig sektor',
      nn: 'Å kartleggje korleis ni kommunale sektorar i Noreg, mellom dei pleie og omsorg, har kontakt og arbeider med frivillig sektor',
    },
    source: tfou('4.1', 18),
  },
  {
    key: 'lorentzen-klausen-2007',
    reference: {
      type: 'report',
      title: 'Frivillighet i storby',
      authors: [
        { family: 'Lorentzen', given: 'Håkon' },
        { family: 'Klausen', given: 'Jan Erling' },
        { family: 'Berglund', given: 'Frode' },
        { family: 'Waldahl', given: 'Ragnhild Holmen' },
      ],
      year: 2007,
      series: 'ISF Rapport 2007:7',
      publisher: 'Institutt for samfunnsforskning',
      place: 'Oslo',
      language: 'nb',
    },
    lookedUp:
      'http://docplayer.me/2745174-Hakon-lorentzen-jan-erling-klausen-frode-berglund-og-ragnhild-holmen-waldahl-frivillighet-i-storby.html',
    countries: ['NO'],
    aim: {
      en: 'To examine how the largest Norwegian cities support voluntary associations, and why, in the light of power',
      sv: 'Att undersöka hur de största norska städerna stöder föreningar, och varför, ur ett maktperspektiv',
      nb: 'Å undersøke hvordan de største norske byene støtter frivillige organisasjoner, og hvorfor, i et maktperspektiv',
      nn: 'Å undersøkje korleis dei største norske byane støttar frivillige organisasjonar, og kvifor, i eit maktperspektiv',
    },
    source: tfou('4.1', 20),
  },
  {
    key: 'blix-2009',
    reference: { type: 'document', title: '', authors: [{ family: 'Blix' }], year: 2009 },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To describe how one nursing home in Bodø works with organisations, individuals and a school',
      sv: 'Att beskriva hur ett sjukhem i Bodø arbetar med organisationer, enskilda och en skola',
      nb: 'Å beskrive hvordan et sykehjem i Bodø samarbeider med organisasjoner, enkeltpersoner og en skole',
      nn: 'Å skildre korleis ein sjukeheim i Bodø samarbeider med organisasjonar, enkeltpersonar og ein skule',
    },
    source: tfou('4.1; 4.4', 21),
  },
  {
    key: 'angell-2005',
    reference: {
      type: 'document',
      title: '',
      authors: [{ family: 'Angell' }, { family: 'Selbekk' }],
      year: 2005,
    },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To map how congregations cooperate with voluntary organisations',
      sv: 'Att kartlägga hur församlingar samarbetar med frivilligorganisationer',
      nb: 'Å kartlegge hvordan menigheter samarbeider med frivillige organisasjoner',
      nn: 'Å kartleggje korleis kyrkjelydar samarbeider med frivillige organisasjonar',
    },
    source: tfou('4.1', 21),
  },
  {
    key: 'johansen-lofthus-2011',
    reference: {
      type: 'document',
      title: '',
      authors: [{ family: 'Johansen' }, { family: 'Lofthus' }],
      year: 2011,
    },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To ask all Norwegian municipalities and city districts about voluntary work in care and how volunteers are recruited',
      sv: 'Att fråga alla norska kommuner och stadsdelar om frivilligt arbete i vård och omsorg och hur frivilliga rekryteras',
      nb: 'Å spørre alle norske kommuner og bydeler om frivillig arbeid i pleie og omsorg og hvordan frivillige rekrutteres',
      nn: 'Å spørje alle norske kommunar og bydelar om frivillig arbeid i pleie og omsorg og korleis frivillige blir rekrutterte',
    },
    source: tfou('4.2', 23),
  },
  {
    key: 'kloster-2003',
    reference: {
      type: 'report',
      title: 'Frivillighetssentralen. Resultater, erfaringer, forandringer',
      authors: [
        { family: 'Kloster', given: 'Elisabeth' },
        { family: 'Lidén', given: 'Hilde' },
        { family: 'Lorentzen', given: 'Håkon' },
      ],
      year: 2003,
      series: 'ISF Rapport 2003:4',
      publisher: 'Institutt for samfunnsforskning',
      place: 'Oslo',
      language: 'nb',
    },
    lookedUp:
      'http://docplayer.me/3092750-Rapport-2003-4-nettversjon-elisabeth-kloster-hilde-liden-og-hakon-lorentzen-frivillighetssentralen-resultater-erfaringer-forandringer.html',
    countries: ['NO'],
    aim: {
      en: 'To present the volunteer centres in Norway: where they came from, what they do and whom they reach',
      sv: 'Att presentera frivilligcentralerna i Norge: var de kom ifrån, vad de gör och vilka de når',
      nb: 'Å presentere frivilligsentralene i Norge: hvor de kom fra, hva de gjør og hvem de når',
      nn: 'Å presentere frivilligsentralane i Noreg: kvar dei kom frå, kva dei gjer og kven dei når',
    },
    source: tfou('4.2.1', 24),
  },
  {
    key: 'lorentzen-2010a',
    reference: {
      type: 'report',
      title: 'Frivillighetssentralen mellom stat, kommune og sivilsamfunn',
      authors: [{ family: 'Lorentzen' }],
      year: 2010,
      language: 'nb',
    },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To discuss the place of the volunteer centres between state, municipality and civil society',
      sv: 'Att diskutera frivilligcentralernas plats mellan stat, kommun och civilsamhälle',
      nb: 'Å drøfte frivilligsentralenes plass mellom stat, kommune og sivilsamfunn',
      nn: 'Å drøfte plassen til frivilligsentralane mellom stat, kommune og sivilsamfunn',
    },
    source: tfou('4.2.1', 25),
  },
  {
    key: 'disch-2009',
    reference: {
      type: 'report',
      title: 'Framtidas omsorgsbilde – slik det ser ut på tegnebrettet',
      authors: [
        { family: 'Disch', given: 'Per Gunnar' },
        { family: 'Vetvik', given: 'Einar' },
      ],
      year: 2009,
      publisher: 'Senter for omsorgsforskning Sør',
      language: 'nb',
    },
    lookedUp:
      'https://9pdf.net/document/yd7xll7e-retorikk-realiteter-planlegging-for-framtidens-helse-omsorgsoppgaver-kommunene.html',
    countries: ['NO'],
    aim: {
      en: 'To study how municipalities organise the work of volunteers for users under and over 67, and what they plan',
      sv: 'Att studera hur kommuner organiserar frivilligas arbete för brukare under och över 67 år, och vad de planerar',
      nb: 'Å studere hvordan kommuner organiserer bruken av frivillige for brukere under og over 67 år, og hva de planlegger',
      nn: 'Å studere korleis kommunar organiserer bruken av frivillige for brukarar under og over 67 år, og kva dei planlegg',
    },
    source: tfou('4.2.1; 4.4', 25),
  },
  {
    key: 'flermoen-2008',
    reference: {
      type: 'report',
      title: 'Evaluering av Nettverksguide Telemark',
      authors: [
        { family: 'Flermoen', given: 'Solveig' },
        { family: 'Heian', given: 'Mari Torvik' },
      ],
      year: 2008,
      series: 'Arbeidsrapport nr. 6',
      publisher: 'Telemarksforsking-Bø',
      place: 'Bø i Telemark',
      language: 'nb',
    },
    lookedUp: 'http://docplayer.me/2748511-Evaluering-av-nettverksguide-telemark.html',
    countries: ['NO'],
    aim: {
      en: 'To evaluate a Red Cross project with seven municipalities in Telemark for people with weak social networks',
      sv: 'Att utvärdera ett projekt av Røde Kors med sju kommuner i Telemark för människor med svagt socialt nätverk',
      nb: 'Å evaluere et prosjekt av Røde Kors med sju kommuner i Telemark for personer med svakt sosialt nettverk',
      nn: 'Å evaluere eit prosjekt av Røde Kors med sju kommunar i Telemark for personar med svakt sosialt nettverk',
    },
    source: tfou('4.2.1; 4.4; 6.5.8', 26),
  },
  {
    key: 'lorentzen-2010b',
    reference: {
      type: 'report',
      title: 'Statlige tilskudd til frivillige organisasjoner. En empirisk kartlegging',
      authors: [{ family: 'Lorentzen', given: 'Håkon' }],
      year: 2010,
      series: 'Rapport 2010:4',
      publisher: 'Senter for forskning på sivilsamfunn og frivillig sektor',
      place: 'Oslo',
      language: 'nb',
      isbn: ['978-82-7763-337-4', '978-82-7763-338-1'],
    },
    lookedUp: 'http://www.sivilsamfunn.no/Publikasjoner/Publikasjoner/Rapporter/2010/2010-004',
    countries: ['NO'],
    aim: {
      en: 'To map and analyse the state grants that voluntary organisations can apply for',
      sv: 'Att kartlägga och analysera de statliga bidrag som frivilligorganisationer kan söka',
      nb: 'Å kartlegge og analysere de statlige tilskuddene som frivillige organisasjoner kan søke',
      nn: 'Å kartleggje og analysere dei statlege tilskota som frivillige organisasjonar kan søkje',
    },
    source: tfou('4.3.1', 27),
  },
  {
    key: 'ks-2010',
    reference: {
      type: 'report',
      title: 'Frivillighetsundersøkelsen 2010',
      authors: [{ literal: 'KS' }],
      year: 2010,
      language: 'nb',
      urls: ['http://www.ks.no/PageFiles/14762/Frivillighetsunders%c3%b8kelse,%20nov%202010.pdf'],
    },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To ask municipalities about their agreements and partnerships with voluntary organisations',
      sv: 'Att fråga kommuner om deras avtal och partnerskap med frivilligorganisationer',
      nb: 'Å spørre kommuner om avtaler og partnerskap med frivillige organisasjoner',
      nn: 'Å spørje kommunar om avtalar og partnarskap med frivillige organisasjonar',
    },
    source: tfou('4.3.1', 27),
  },
  {
    key: 'ronning-schanke-2009',
    reference: {
      type: 'report',
      title: 'Frivillighetens muligheter i eldreomsorgen',
      authors: [{ family: 'Rønning' }, { family: 'Schanke' }, { family: 'Johansen' }],
      year: 2009,
      language: 'nb',
    },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To try to calculate how much work organisations and their members do in care',
      sv: 'Att försöka beräkna hur mycket arbete organisationer och deras medlemmar gör inom vård och omsorg',
      nb: 'Å forsøke å beregne hvor mye arbeid organisasjoner og medlemmene deres gjør i pleie og omsorg',
      nn: 'Å prøve å rekne ut kor mykje arbeid organisasjonar og medlemmene deira gjer i pleie og omsorg',
    },
    source: tfou('4.3.2', 28),
  },
  {
    key: 'sivesind-2007',
    reference: {
      type: 'report',
      title:
        'Frivillig sektor i Norge 1997-2004. Frivillig arbeid, medlemskap, sysselsetting og økonomi',
      authors: [{ family: 'Sivesind' }],
      year: 2007,
      language: 'nb',
    },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To measure voluntary work, membership, employment and economy in the Norwegian voluntary sector',
      sv: 'Att mäta frivilligt arbete, medlemskap, sysselsättning och ekonomi i den norska frivilligsektorn',
      nb: 'Å måle frivillig arbeid, medlemskap, sysselsetting og økonomi i norsk frivillig sektor',
      nn: 'Å måle frivillig arbeid, medlemskap, sysselsetjing og økonomi i norsk frivillig sektor',
    },
    source: tfou('2.1; 4.3.2', 28),
  },
  {
    key: 'buitink-2002',
    reference: { type: 'document', title: '', authors: [{ family: 'Buitink' }], year: 2002 },
    lookedUp: null,
    countries: ['NO'],
    aim: {
      en: 'To describe the project in Vefsn in which volunteers were trained to help with palliative care',
      sv: 'Att beskriva projektet i Vefsn där frivilliga utbildades för att bidra i palliativ vård',
      nb: 'Å beskrive prosjektet i Vefsn der frivillige fikk opplæring for å bidra i lindrende pleie',
      nn: 'Å skildre prosjektet i Vefsn der frivillige fekk opplæring for å bidra i lindrande pleie',
    },
    source: tfou('4.4', 30),
  },
];

/** In the order in which the report comes to them. */
export const tfouStudies: TfouPublication[] = [...earlierStudies, ...laterStudies];
