/** The Copro project as the Research Council of Norway's project bank presents it. */
import type { Source } from '../tfou-2012/source.ts';
import type { Words } from '../words.ts';

export type WorkPackage = {
  key: string;
  label: Words;
  text: Words;
  /** ISO 3166-1 alpha-2; empty when the package is not about countries of its own. */
  countries: string[];
  /** What the page says has been or will be written; null when it does not say. */
  outputs: Words | null;
};
export type ResearchProject = {
  key: string;
  name: string;
  /** As registered, in the two languages of the page. */
  titles: { en: string; nn: string };
  funder: string;
  scheme: { key: string; name: string };
  amount: { value: number; currency: 'NOK'; asPrinted: string };
  /** Not on the stored page. */
  period: { from: string; to: string } | null;
  projectNumber: string | null;
  organisation: string | null;
  summary: Words;
  purpose: Words;
  fields: Words[];
  /** The countries of the review, each for a type of welfare system; no type is named. */
  welfareTypes: { country: string; type: Words | null }[];
  workPackages: WorkPackage[];
  publications: { found: number; asPrinted: string; from: string; note: Words };
  source: Source;
};

export const copro: ResearchProject = {
  key: 'copro',
  name: 'Copro',
  titles: {
    en: 'Co-production of health- and welfare services between local governments and voluntary organizations in Norway and Germany',
    nn: 'Samskaping av helse- og velferdstenester mellom lokale myndigheiter og frivillige organisasjonar i Noreg og Tyskland',
  },
  funder: 'Norges forskningsråd',
  scheme: { key: 'HELSEVEL', name: 'Gode og effektive helse-, omsorgs- og velferdstjenester' },
  amount: { value: 12_000_000, currency: 'NOK', asPrinted: 'NOK 12.0 mill.' },
  period: null,
  projectNumber: null,
  organisation: null,
  summary: {
    en: 'How public bodies and voluntary actors produce welfare together in elderly care and drug care, in Norway with Germany as a contrast: how much, in what forms, and with what consequences for those involved',
    sv: 'Hur offentliga organ och frivilliga aktörer producerar välfärd tillsammans i äldreomsorg och missbruksvård, i Norge med Tyskland som kontrast: hur mycket, i vilka former och med vilka följder för de inblandade',
    nb: 'Hvordan offentlige organer og frivillige aktører produserer velferd sammen i eldreomsorg og rusomsorg, i Norge med Tyskland som kontrast: hvor mye, i hvilke former og med hvilke følger for de involverte',
    nn: 'Korleis offentlege organ og frivillige aktørar produserer velferd saman i eldreomsorg og rusomsorg, i Noreg med Tyskland som kontrast: kor mykje, i kva former og med kva følgjer for dei involverte',
  },
  purpose: {
    en: 'To explain how welfare systems and traditions of working together shape what co-production can become',
    sv: 'Att förklara hur välfärdssystem och samarbetstraditioner formar vad samproduktion kan bli',
    nb: 'Å forklare hvordan velferdssystemer og samarbeidstradisjoner former hva samproduksjon kan bli',
    nn: 'Å forklare korleis velferdssystem og samarbeidstradisjonar formar kva samproduksjon kan bli',
  },
  fields: [
    { en: 'Elderly care', sv: 'Äldreomsorg', nb: 'Eldreomsorg', nn: 'Eldreomsorg' },
    { en: 'Drug care', sv: 'Missbruksvård', nb: 'Rusomsorg', nn: 'Rusomsorg' },
  ],
  welfareTypes: [
    { country: 'NO', type: null },
    { country: 'DE', type: null },
    { country: 'GB', type: null },
  ],
  workPackages: [
    {
      key: 'WP1',
      label: {
        en: 'Literature review',
        sv: 'Litteraturöversikt',
        nb: 'Litteraturgjennomgang',
        nn: 'Litteraturgjennomgang',
      },
      text: {
        en: 'A systematic review of research in English on co-production of welfare in Norway, Germany and the United Kingdom, and of how far it asks what history and institutions do to services and relations',
        sv: 'En systematisk översikt av forskning på engelska om samproduktion av välfärd i Norge, Tyskland och Storbritannien, och om i vad mån den frågar vad historia och institutioner gör med tjänster och relationer',
        nb: 'En systematisk gjennomgang av forskning på engelsk om samproduksjon av velferd i Norge, Tyskland og Storbritannia, og om i hvilken grad den spør hva historie og institusjoner gjør med tjenester og relasjoner',
        nn: 'Ein systematisk gjennomgang av forsking på engelsk om samproduksjon av velferd i Noreg, Tyskland og Storbritannia, og om i kva grad ho spør kva historie og institusjonar gjer med tenester og relasjonar',
      },
      countries: ['NO', 'DE', 'GB'],
      outputs: {
        en: 'One article submitted',
        sv: 'En artikel inskickad',
        nb: 'Én artikkel innsendt',
        nn: 'Éin artikkel innsend',
      },
    },
    {
      key: 'WP2',
      label: { en: 'Survey', sv: 'Enkät', nb: 'Spørreundersøkelse', nn: 'Spørjeundersøking' },
      text: {
        en: 'A survey of more than 500 voluntary organisations in health and social services about their relations with municipalities: cooperation on single matters is more common than lasting, formal relations',
        sv: 'En enkät till fler än 500 frivilligorganisationer inom hälso- och socialtjänster om deras relationer till kommuner: samarbete i enskilda frågor är vanligare än varaktiga, formella relationer',
        nb: 'En undersøkelse blant mer enn 500 frivillige organisasjoner innen helse- og sosialtjenester om forholdet til kommunene: samarbeid om enkeltsaker er vanligere enn varige, formelle relasjoner',
        nn: 'Ei undersøking blant meir enn 500 frivillige organisasjonar innan helse- og sosialtenester om forholdet til kommunane: samarbeid om enkeltsaker er vanlegare enn varige, formelle relasjonar',
      },
      countries: ['NO'],
      outputs: {
        en: 'One article published, in a Norwegian journal of welfare research',
        sv: 'En artikel publicerad, i en norsk tidskrift för välfärdsforskning',
        nb: 'Én artikkel publisert, i et norsk tidsskrift for velferdsforskning',
        nn: 'Éin artikkel publisert, i eit norsk tidsskrift for velferdsforsking',
      },
    },
    {
      key: 'WP3',
      label: {
        en: 'Case study in Norway',
        sv: 'Fallstudie i Norge',
        nb: 'Casestudie i Norge',
        nn: 'Casestudie i Noreg',
      },
      text: {
        en: 'Interviews with voluntary and municipal actors in four Norwegian municipalities, with media and public documents, on cooperation in elderly care and drug care: what it is like, what promotes it and what limits it',
        sv: 'Intervjuer med frivilliga och kommunala aktörer i fyra norska kommuner, samt medier och offentliga dokument, om samarbete i äldreomsorg och missbruksvård: hur det är, vad som främjar och vad som begränsar',
        nb: 'Intervjuer med frivillige og kommunale aktører i fire norske kommuner, med medier og offentlige dokumenter, om samarbeid i eldreomsorg og rusomsorg: hvordan det er, hva som fremmer og hva som begrenser',
        nn: 'Intervju med frivillige og kommunale aktørar i fire norske kommunar, med medium og offentlege dokument, om samarbeid i eldreomsorg og rusomsorg: korleis det er, kva som fremjar og kva som avgrensar',
      },
      countries: ['NO'],
      outputs: {
        en: 'Four articles planned: two submitted, two in development',
        sv: 'Fyra artiklar planerade: två inskickade, två under arbete',
        nb: 'Fire artikler planlagt: to innsendt, to under arbeid',
        nn: 'Fire artiklar planlagde: to innsende, to under arbeid',
      },
    },
    {
      key: 'WP4',
      label: {
        en: 'Case study in Germany',
        sv: 'Fallstudie i Tyskland',
        nb: 'Casestudie i Tyskland',
        nn: 'Casestudie i Tyskland',
      },
      text: {
        en: 'A smaller study of the same kind in two German cities, as a contrast to the Norwegian welfare system',
        sv: 'En mindre studie av samma slag i två tyska städer, som kontrast till det norska välfärdssystemet',
        nb: 'En mindre studie av samme slag i to tyske byer, som kontrast til det norske velferdssystemet',
        nn: 'Ein mindre studie av same slag i to tyske byar, som kontrast til det norske velferdssystemet',
      },
      countries: ['DE'],
      outputs: {
        en: 'A paper that compares Berlin and Oslo',
        sv: 'En artikel som jämför Berlin och Oslo',
        nb: 'En artikkel som sammenligner Berlin og Oslo',
        nn: 'Ein artikkel som samanliknar Berlin og Oslo',
      },
    },
    {
      key: 'WP5',
      label: { en: 'Synthesis', sv: 'Syntes', nb: 'Syntese', nn: 'Syntese' },
      text: {
        en: 'What the other four have found is drawn together: which features of a society decide how far cooperation on welfare can be developed',
        sv: 'Det som de fyra andra har funnit förs samman: vilka drag i ett samhälle avgör hur långt samarbetet om välfärd kan utvecklas',
        nb: 'Det de fire andre har funnet, føres sammen: hvilke trekk ved et samfunn avgjør hvor langt samarbeidet om velferd kan utvikles',
        nn: 'Det dei fire andre har funne, blir ført saman: kva trekk ved eit samfunn avgjer kor langt samarbeidet om velferd kan utviklast',
      },
      countries: [],
      outputs: null,
    },
  ],
  publications: {
    found: 0,
    asPrinted: 'No publications found',
    from: 'Cristin',
    note: {
      en: 'The list is empty, although the description on the same page speaks of one published article',
      sv: 'Listan är tom, fast beskrivningen på samma sida talar om en publicerad artikel',
      nb: 'Listen er tom, selv om beskrivelsen på samme side omtaler én publisert artikkel',
      nn: 'Lista er tom, sjølv om omtalen på same side nemner éin publisert artikkel',
    },
  },
  source: { document: 'project-bank', locator: 'Copro' },
};
