/** How each country works with civil society: the answers to the first two questions. */
import type { Words } from '../words.ts';
import type { Country } from './publications.ts';
import { paragraph, type Source } from './source.ts';

export type CountryStatement = {
  key: string;
  question: 'Q1' | 'Q2';
  countries: Country[];
  text: Words;
  /** Figures the statement gives, as the document reports them. */
  figures: { value: number; unit: 'percent' | 'year' }[];
  publication: string;
  source: Source;
};

const inForCare = paragraph('forms', 'In For Care (2017)');
const galjaard = paragraph('forms', 'Galjaard m.fl. (2019)');

export const countryStatements: CountryStatement[] = [
  {
    key: 'dk-volunteering',
    question: 'Q1',
    countries: ['DK'],
    text: {
      en: 'Volunteering is free, unpaid and for people outside one’s family, mostly through an association; 42 per cent of the population takes part.',
      sv: 'Frivilligarbete är fritt, obetalt och för andra än den egna familjen, oftast genom en förening; 42 procent av befolkningen deltar.',
      nb: 'Frivillig arbeid er valgfritt, ubetalt og for andre enn egen familie, oftest gjennom en forening; 42 prosent av befolkningen deltar.',
      nn: 'Frivillig arbeid er valfritt, ubetalt og for andre enn eigen familie, oftast gjennom ei foreining; 42 prosent av befolkninga deltek.',
    },
    figures: [{ value: 42, unit: 'percent' }],
    publication: 'in-for-care-2017',
    source: inForCare,
  },
  {
    key: 'dk-healthy-ageing',
    question: 'Q1',
    countries: ['DK'],
    text: {
      en: 'Local authorities and associations work together for healthy ageing: sports clubs lend rooms and instructors to a health day every other year, and older citizens visit people in nursing homes against loneliness.',
      sv: 'Lokala myndigheter och föreningar samarbetar för ett hälsosamt åldrande: idrottsklubbar ställer upp med lokaler och instruktörer på en hälsodag vartannat år, och äldre medborgare besöker boende på äldreboenden mot ensamhet.',
      nb: 'Lokale myndigheter og foreninger samarbeider om sunn aldring: idrettslag stiller med lokaler og instruktører på en helsedag annethvert år, og eldre innbyggere besøker beboere på sykehjem mot ensomhet.',
      nn: 'Lokale styresmakter og foreiningar samarbeider om sunn aldring: idrettslag stiller med lokale og instruktørar på ein helsedag annakvart år, og eldre innbyggjarar vitjar bebuarar på sjukeheim mot einsemd.',
    },
    figures: [],
    publication: 'scheele-2019',
    source: paragraph('forms', 'Scheele m.fl. (2019)'),
  },
  {
    key: 'no-organisations',
    question: 'Q1',
    countries: ['NO'],
    text: {
      en: 'Most volunteering goes through non-governmental organisations, but a growing share, less well documented, lies outside them.',
      sv: 'Det mesta frivilligarbetet sker genom icke-statliga organisationer, men en växande del, sämre dokumenterad, sker utanför dem.',
      nb: 'Mest frivillig arbeid skjer gjennom ikke-statlige organisasjoner, men en voksende del, dårligere dokumentert, skjer utenfor dem.',
      nn: 'Mest frivillig arbeid skjer gjennom ikkje-statlege organisasjonar, men ein veksande del, dårlegare dokumentert, skjer utanfor dei.',
    },
    figures: [],
    publication: 'in-for-care-2017',
    source: inForCare,
  },
  {
    key: 'no-shares',
    question: 'Q1',
    countries: ['NO'],
    text: {
      en: '4.4 per cent of the population does unpaid voluntary work in care of older people; 20 per cent regularly cares informally for someone with special needs.',
      sv: '4,4 procent av befolkningen gör obetalt frivilligarbete i äldreomsorgen; 20 procent ger regelbundet informell omsorg till någon med särskilda behov.',
      nb: '4,4 prosent av befolkningen gjør ubetalt frivillig arbeid i eldreomsorgen; 20 prosent gir jevnlig uformell omsorg til noen med særlige behov.',
      nn: '4,4 prosent av befolkninga gjer ubetalt frivillig arbeid i eldreomsorga; 20 prosent gjev jamleg uformell omsorg til nokon med særlege behov.',
    },
    figures: [
      { value: 4.4, unit: 'percent' },
      { value: 20, unit: 'percent' },
    ],
    publication: 'skinner-2021',
    source: paragraph('forms', 'Skinner m.fl. (2021)'),
  },
  {
    key: 'se-public',
    question: 'Q1',
    countries: ['SE'],
    text: {
      en: 'Care of older people is a public duty, mostly met by municipalities, yet relatives still matter a great deal.',
      sv: 'Äldreomsorgen är ett offentligt ansvar som kommunerna oftast står för, men anhöriga betyder fortfarande mycket.',
      nb: 'Eldreomsorg er et offentlig ansvar som kommunene oftest tar seg av, men pårørende betyr fortsatt mye.',
      nn: 'Eldreomsorg er eit offentleg ansvar som kommunane oftast tek seg av, men pårørande har framleis mykje å seie.',
    },
    figures: [],
    publication: 'in-for-care-2017',
    source: inForCare,
  },
  {
    key: 'se-range',
    question: 'Q1',
    countries: ['SE'],
    text: {
      en: 'Municipalities and regions cooperate with civil-society organisations in a wide range of forms.',
      sv: 'Kommuner och regioner samarbetar med civilsamhällets organisationer i en lång rad olika former.',
      nb: 'Kommuner og regioner samarbeider med sivilsamfunnets organisasjoner i en lang rekke former.',
      nn: 'Kommunar og regionar samarbeider med organisasjonane i sivilsamfunnet i ei lang rekkje former.',
    },
    figures: [],
    publication: 'overenskommelsens-kansli-2018',
    source: paragraph('forms', 'Överenskommelsens kansli (2018)'),
  },
  {
    key: 'se-state',
    question: 'Q1',
    countries: ['SE'],
    text: {
      en: 'The state has a more direct part in community support than in the USA, private and voluntary bodies a smaller one, and families who care get payment and support services.',
      sv: 'Staten har en mer direkt roll i samhällsstödet än i USA, privata och frivilliga krafter en mindre, och familjer som ger omsorg får arvode och stödtjänster.',
      nb: 'Staten har en mer direkte rolle i støtten i lokalsamfunnet enn i USA, private og frivillige krefter en mindre, og familier som gir omsorg, får godtgjørelse og støttetjenester.',
      nn: 'Staten har ei meir direkte rolle i støtta i lokalsamfunnet enn i USA, private og frivillige krefter ei mindre, og familiar som gjev omsorg, får godtgjersle og støttetenester.',
    },
    figures: [],
    publication: 'collins-2013',
    source: paragraph('forms', 'Collins m.fl. (2013)'),
  },
  {
    key: 'be-umbrella',
    question: 'Q2',
    countries: ['BE'],
    text: {
      en: 'Informal care is a common name for care by family, voluntary support, self-care and care in the community; relatives get support, and volunteering has been regulated by law since 2005.',
      sv: 'Informell omsorg är ett samlingsnamn för familjeomsorg, frivilligt stöd, egenvård och samhällsbaserad omsorg; anhöriga får stöd, och frivilliginsatser regleras i lag sedan 2005.',
      nb: 'Uformell omsorg er et fellesnavn på familieomsorg, frivillig støtte, egenomsorg og omsorg i lokalsamfunnet; pårørende får støtte, og frivillig innsats har vært lovregulert siden 2005.',
      nn: 'Uformell omsorg er eit fellesnamn på familieomsorg, frivillig støtte, eigenomsorg og omsorg i lokalsamfunnet; pårørande får støtte, og frivillig innsats har vore lovregulert sidan 2005.',
    },
    figures: [{ value: 2005, unit: 'year' }],
    publication: 'in-for-care-2017',
    source: inForCare,
  },
  {
    key: 'nl-municipalities',
    question: 'Q2',
    countries: ['NL'],
    text: {
      en: 'Since 2015 municipalities have the main responsibility for older and disabled people and decide what support is given and how, that of informal carers and volunteers included.',
      sv: 'Sedan 2015 har kommunerna huvudansvaret för äldre och personer med funktionsnedsättning och bestämmer vilket stöd som ges och hur, även det från informella omsorgsgivare och frivilliga.',
      nb: 'Siden 2015 har kommunene hatt hovedansvaret for eldre og personer med funksjonsnedsettelse og bestemmer hvilken støtte som gis og hvordan, også den fra uformelle omsorgsgivere og frivillige.',
      nn: 'Sidan 2015 har kommunane hatt hovudansvaret for eldre og personar med funksjonsnedsetjing og avgjer kva støtte som blir gjeven og korleis, òg den frå uformelle omsorgsgjevarar og frivillige.',
    },
    figures: [{ value: 2015, unit: 'year' }],
    publication: 'in-for-care-2017',
    source: inForCare,
  },
  {
    key: 'gb-informal',
    question: 'Q2',
    countries: ['GB'],
    text: {
      en: 'Informal care is unpaid, often given by family, and divided into the same four parts as in Belgium.',
      sv: 'Informell omsorg är obetald, ges ofta av familjen och delas in i samma fyra delar som i Belgien.',
      nb: 'Uformell omsorg er ubetalt, gis ofte av familien og deles inn i de samme fire delene som i Belgia.',
      nn: 'Uformell omsorg er ubetalt, blir ofte gjeven av familien og er delt inn i dei same fire delane som i Belgia.',
    },
    figures: [],
    publication: 'in-for-care-2017',
    source: inForCare,
  },
  {
    key: 'gb-volunteers',
    question: 'Q2',
    countries: ['GB'],
    text: {
      en: 'Volunteers back care in the public, private and voluntary sectors, for instance with peer support, friendship, advice, administration, outreach and advocacy.',
      sv: 'Frivilliga stöttar omsorgen i offentlig, privat och frivillig sektor, till exempel med kamratstöd, vänskap, råd, administration, uppsökande arbete och opinionsbildning.',
      nb: 'Frivillige støtter omsorgen i offentlig, privat og frivillig sektor, for eksempel med likepersonsstøtte, vennskap, råd, administrasjon, oppsøkende arbeid og påvirkningsarbeid.',
      nn: 'Frivillige støttar omsorga i offentleg, privat og frivillig sektor, til dømes med likepersonsstøtte, venskap, råd, administrasjon, oppsøkjande arbeid og påverknadsarbeid.',
    },
    figures: [],
    publication: 'naughton-doe-2021',
    source: paragraph('forms', 'Naughton-Doe m.fl. (2020)'),
  },
  {
    key: 'nordic-public-care',
    question: 'Q1',
    countries: ['DK', 'NO', 'SE'],
    text: {
      en: 'Care is still mainly a public matter, but the ageing population turns attention to informal care as well.',
      sv: 'Omsorgen är fortfarande huvudsakligen en offentlig angelägenhet, men den åldrande befolkningen riktar blicken även mot informell omsorg.',
      nb: 'Omsorg er fortsatt hovedsakelig et offentlig anliggende, men den aldrende befolkningen retter blikket også mot uformell omsorg.',
      nn: 'Omsorg er framleis hovudsakleg ei offentleg sak, men den aldrande befolkninga rettar blikket òg mot uformell omsorg.',
    },
    figures: [],
    publication: 'galjaard-2019',
    source: galjaard,
  },
  {
    key: 'other-informal-care',
    question: 'Q2',
    countries: ['BE', 'NL', 'GB'],
    text: {
      en: 'Informal care is quite common. Across Europe informal carers make up 10 to 25 per cent of the population, depending on how informal care is defined and measured.',
      sv: 'Informell omsorg är ganska vanlig. I Europa utgör informella omsorgsgivare 10 till 25 procent av befolkningen, beroende på hur informell omsorg definieras och mäts.',
      nb: 'Uformell omsorg er nokså vanlig. I Europa utgjør uformelle omsorgsgivere 10 til 25 prosent av befolkningen, avhengig av hvordan uformell omsorg defineres og måles.',
      nn: 'Uformell omsorg er nokså vanleg. I Europa utgjer uformelle omsorgsgjevarar 10 til 25 prosent av befolkninga, avhengig av korleis uformell omsorg blir definert og målt.',
    },
    figures: [
      { value: 10, unit: 'percent' },
      { value: 25, unit: 'percent' },
    ],
    publication: 'galjaard-2019',
    source: galjaard,
  },
];
