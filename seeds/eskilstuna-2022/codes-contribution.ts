/** The three forms of voluntary contribution that Andfossen (2016) tells apart. */
import type { Code } from './codes.ts';
import { paragraph } from './source.ts';

const source = paragraph('forms', 'Andfossen (2016)');

export const contributionCodes: Code[] = [
  {
    key: 'organised-volunteering',
    parent: null,
    label: {
      en: 'Organised volunteering',
      sv: 'Organiserat frivilligarbete',
      nb: 'Organisert frivillighet',
      nn: 'Organisert frivillig arbeid',
    },
    definition: {
      en: 'Unpaid work done through an organisation or an organised service.',
      sv: 'Obetalt arbete som utförs genom en organisation eller en organiserad verksamhet.',
      nb: 'Ubetalt arbeid som utføres gjennom en organisasjon eller en organisert tjeneste.',
      nn: 'Ubetalt arbeid som blir gjort gjennom ein organisasjon eller ei organisert teneste.',
    },
    synonyms: {
      en: ['organized volunteers', 'voluntary associations', 'formal volunteering'],
      sv: ['organiserade volontärer', 'föreningsliv', 'ideellt arbete'],
      nb: ['organiserte frivillige', 'frivillige lag', 'foreningsliv'],
      nn: ['organiserte frivillige', 'frivillige lag', 'organisasjonsliv'],
    },
    source,
  },
  {
    key: 'unmanaged-volunteering',
    parent: null,
    label: {
      en: 'Unmanaged volunteering',
      sv: 'Icke-styrt frivilligarbete',
      nb: 'Ikke-styrt frivillighet',
      nn: 'Ikkje-styrt frivillig arbeid',
    },
    definition: {
      en: 'Unpaid help that people give on their own initiative, with no organisation directing it.',
      sv: 'Obetald hjälp som människor ger på eget initiativ, utan att någon organisation styr den.',
      nb: 'Ubetalt hjelp som folk gir på eget initiativ, uten at noen organisasjon styrer den.',
      nn: 'Ubetalt hjelp som folk gjev på eige initiativ, utan at nokon organisasjon styrer henne.',
    },
    synonyms: {
      en: ['non-managed volunteers', 'informal volunteering', 'neighbour support'],
      sv: ['icke-styrda frivilliga', 'oorganiserade frivilliga', 'grannstöd'],
      nb: ['ikke-styrte frivillige', 'uorganiserte frivillige', 'nabohjelp'],
      nn: ['ikkje-styrte frivillige', 'uorganiserte frivillige', 'nabohjelp'],
    },
    source,
  },
  {
    key: 'informal-care',
    parent: null,
    label: {
      en: 'Informal care',
      sv: 'Informell omsorg',
      nb: 'Uformell omsorg',
      nn: 'Uformell omsorg',
    },
    definition: {
      en: 'Unpaid care for someone one is close to, most often a relative.',
      sv: 'Obetald omsorg om någon man står nära, oftast en anhörig.',
      nb: 'Ubetalt omsorg for noen en står nær, oftest en pårørende.',
      nn: 'Ubetalt omsorg for nokon ein står nær, oftast ein pårørande.',
    },
    synonyms: {
      en: ['family care', 'family carers', 'informal caregiving'],
      sv: ['anhörigomsorg', 'anhöriginsatser', 'informell vård'],
      nb: ['pårørendeomsorg', 'familieomsorg', 'uformelle omsorgsgivere'],
      nn: ['pårørandeomsorg', 'familieomsorg', 'uformelle omsorgsgjevarar'],
    },
    source,
  },
];
