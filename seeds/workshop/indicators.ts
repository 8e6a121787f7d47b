/** Volunteering in Norway by type of organisation, 1998-2023, as two slides show it. */
import type { Source } from '../tfou-2012/source.ts';
import type { Words } from '../words.ts';
import { slide } from './framework.ts';

/** In percentage points, as the slide prints it; the asterisk of the slide is `significant`. */
export type IndicatorChange = { from: number; to: number; points: number; significant: boolean };
export type IndicatorGroup = {
  key: string;
  label: Words;
  /** One for each of `years`; null where the slide has no figure or it cannot be read. */
  values: (number | null)[];
  changes: IndicatorChange[];
  /** What the extracted text has where the figure is missing or carries a stray mark. */
  unclear?: { year: number; reads: string }[];
};
export type Indicator = {
  key: string;
  label: Words;
  unit: Words;
  country: 'NO';
  years: number[];
  groups: IndicatorGroup[];
  /** Groups that the slides name without a figure in the extracted text. */
  namedOnly: { key: string; label: Words }[];
  notes: Words[];
  source: Source;
};

export const volunteering: Indicator = {
  key: 'volunteering-by-organisation',
  label: {
    en: 'Voluntary work by type of organisation',
    sv: 'Frivilligt arbete efter typ av organisation',
    nb: 'Frivillig arbeid etter organisasjonstype',
    nn: 'Frivillig arbeid etter organisasjonstype',
  },
  unit: {
    en: 'Per cent of the population who did voluntary work for at least one organisation in the last twelve months',
    sv: 'Procent av befolkningen som gjort frivilligt arbete för minst en organisation de senaste tolv månaderna',
    nb: 'Prosent av befolkningen som har gjort frivillig arbeid for minst én organisasjon de siste tolv månedene',
    nn: 'Prosent av folkesetnaden som har gjort frivillig arbeid for minst éin organisasjon dei siste tolv månadene',
  },
  country: 'NO',
  years: [1998, 2004, 2009, 2014, 2017, 2023],
  groups: [
    {
      key: 'sports',
      label: { en: 'Sports', sv: 'Idrott', nb: 'Idrett og sport', nn: 'Idrett og sport' },
      values: [21, 24, 20, 25, 24, 23],
      changes: [
        { from: 2017, to: 2023, points: -2, significant: false },
        { from: 2004, to: 2023, points: -1, significant: false },
      ],
    },
    {
      key: 'neighbourhood',
      label: {
        en: 'Residents’ associations, village groups and the neighbourhood',
        sv: 'Villaföreningar, byalag och närmiljö',
        nb: 'Velforeninger, grendelag og nærmiljø',
        nn: 'Velforeiningar, grendelag og nærmiljø',
      },
      values: [5, 18, 13, 17, 18, 18],
      changes: [
        { from: 2017, to: 2023, points: 0, significant: false },
        { from: 2004, to: 2023, points: 0, significant: false },
      ],
      unclear: [{ year: 1998, reads: '5¢' }],
    },
    {
      key: 'hobby',
      label: {
        en: 'Hobbies, leisure, outdoor life and social clubs',
        sv: 'Hobby, fritid, friluftsliv och sociala föreningar',
        nb: 'Hobby, fritid, utendørsaktivitet og sosiale foreninger',
        nn: 'Hobby, fritid, utandørsaktivitet og sosiale foreiningar',
      },
      values: [10, 20, 13, 17, 17, 15],
      changes: [
        { from: 2017, to: 2023, points: -2, significant: false },
        { from: 2004, to: 2023, points: -5, significant: true },
      ],
    },
    {
      key: 'housing',
      label: {
        en: 'Housing cooperatives',
        sv: 'Bostadsrättsföreningar',
        nb: 'Borettslag og boligbyggelag',
        nn: 'Burettslag og bustadbyggjelag',
      },
      values: [null, 8, 7, 11, 11, 14],
      changes: [
        { from: 2017, to: 2023, points: 3, significant: true },
        { from: 2004, to: 2023, points: 6, significant: true },
      ],
      unclear: [{ year: 1998, reads: '-' }],
    },
    {
      key: 'arts',
      label: {
        en: 'Arts and culture, bands and choirs',
        sv: 'Konst och kultur, orkestrar och körer',
        nb: 'Kunst og kultur, korps og kor',
        nn: 'Kunst og kultur, korps og kor',
      },
      values: [9, null, 11, 13, 15, 12],
      changes: [
        { from: 2017, to: 2023, points: -3, significant: false },
        { from: 2004, to: 2023, points: 2, significant: false },
      ],
      unclear: [{ year: 2004, reads: '1' }],
    },
    {
      key: 'education',
      label: {
        en: 'Education, training and research',
        sv: 'Utbildning och forskning',
        nb: 'Utdanning, opplæring og forskning',
        nn: 'Utdanning, opplæring og forsking',
      },
      values: [2, 5, 5, 8, 10, 9],
      changes: [
        { from: 2017, to: 2023, points: -1, significant: false },
        { from: 2004, to: 2023, points: 4, significant: false },
      ],
    },
    {
      key: 'religion',
      label: {
        en: 'Religion and belief, the Church of Norway included',
        sv: 'Religion och livsåskådning, Norska kyrkan inräknad',
        nb: 'Religion og livssyn, inkludert Den norske kirke',
        nn: 'Religion og livssyn, inkludert Den norske kyrkja',
      },
      values: [7, 6, null, 9, 8, 7],
      changes: [
        { from: 2017, to: 2023, points: -1, significant: false },
        { from: 2004, to: 2023, points: 1, significant: false },
      ],
      unclear: [{ year: 2009, reads: '=' }],
    },
    {
      key: 'unions',
      label: {
        en: 'Professional, business and labour organisations',
        sv: 'Yrkes-, bransch- och fackföreningar',
        nb: 'Yrkes-, bransje- og fagforeninger',
        nn: 'Yrkes-, bransje- og fagforeiningar',
      },
      values: [9, 4, 5, null, null, 6],
      changes: [
        { from: 2017, to: 2023, points: 0, significant: false },
        { from: 2004, to: 2023, points: 2, significant: true },
      ],
      unclear: [
        { year: 2014, reads: 'B' },
        { year: 2017, reads: 'B' },
      ],
    },
    {
      key: 'health',
      label: {
        en: 'Health, care and rescue',
        sv: 'Hälsa, vård och räddningsarbete',
        nb: 'Helse, pleie og redningsarbeid',
        nn: 'Helse, pleie og redningsarbeid',
      },
      values: [3, 8, 4, 7, 6, 5],
      changes: [
        { from: 2017, to: 2023, points: -1, significant: false },
        { from: 2004, to: 2023, points: -2, significant: true },
      ],
    },
    {
      key: 'social',
      label: {
        en: 'Social services and addiction care',
        sv: 'Sociala tjänster och missbruksvård',
        nb: 'Sosiale tjenester og rusmiddelomsorg',
        nn: 'Sosiale tenester og rusmiddelomsorg',
      },
      values: [6, 4, 4, null, null, 4],
      changes: [
        { from: 2017, to: 2023, points: -2, significant: false },
        { from: 2004, to: 2023, points: 0, significant: false },
      ],
      unclear: [
        { year: 2014, reads: 'B' },
        { year: 2017, reads: 'B' },
      ],
    },
  ],
  namedOnly: [
    {
      key: 'parties',
      label: {
        en: 'Political parties',
        sv: 'Politiska partier',
        nb: 'Politiske partier',
        nn: 'Politiske parti',
      },
    },
    {
      key: 'international',
      label: {
        en: 'International exchange, emergency relief and aid',
        sv: 'Internationellt utbyte, nödhjälp och bistånd',
        nb: 'Internasjonal utveksling, nødhjelp og bistand',
        nn: 'Internasjonal utveksling, naudhjelp og bistand',
      },
    },
    {
      key: 'environment',
      label: {
        en: 'Nature, environment and animal protection',
        sv: 'Natur-, miljö- och djurskydd',
        nb: 'Natur-, miljø- og dyrevern',
        nn: 'Natur-, miljø- og dyrevern',
      },
    },
    {
      key: 'rights',
      label: {
        en: 'Rights, support and temperance',
        sv: 'Rättigheter, stöd och nykterhet',
        nb: 'Rettighets-, støtte- og avholdsarbeid',
        nn: 'Rettar, støtte og fråhald',
      },
    },
    {
      key: 'other',
      label: { en: 'Other fields', sv: 'Andra områden', nb: 'Andre områder', nn: 'Andre område' },
    },
  ],
  notes: [
    {
      en: 'Changes are given as printed; they can differ by a point from the difference of the rounded shares',
      sv: 'Förändringarna återges som de står; de kan skilja en enhet från skillnaden mellan de avrundade andelarna',
      nb: 'Endringene er gjengitt som de står; de kan avvike ett poeng fra forskjellen mellom de avrundede andelene',
      nn: 'Endringane er attgjevne som dei står; dei kan avvike eitt poeng frå skilnaden mellom dei avrunda delane',
    },
    {
      en: 'Six figures cannot be read in the extracted text and are left out; for housing cooperatives the slide has no figure for 1998',
      sv: 'Sex tal går inte att läsa i den extraherade texten och är utelämnade; för bostadsrättsföreningar saknar bilden tal för 1998',
      nb: 'Seks tall kan ikke leses i den uttrukne teksten og er utelatt; for borettslag har lysbildet ikke tall for 1998',
      nn: 'Seks tal kan ikkje lesast i den uttrekte teksten og er utelatne; for burettslag har lysbiletet ikkje tal for 1998',
    },
  ],
  source: slide('Tabell 2.1; Frivillig arbeid etter organisasjonstype'),
};

export const indicators: Indicator[] = [volunteering];
