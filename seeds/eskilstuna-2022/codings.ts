/** Which publications carry which codes, as far as the document says so, with the place. */
import type { Words } from '../words.ts';
import { paragraph, type Source, table } from './source.ts';

export type Coding = {
  publication: string;
  codebook: 'themes' | 'contribution-forms';
  code: string;
  /** Stated where the document uses the code's own words; judgement where we read it that way. */
  basis: 'stated' | 'judgement';
  note: Words | null;
  source: Source;
};

const inForCare = paragraph('forms', 'In For Care (2017)');

const contributionCodings: Coding[] = [
  ...forms('andfossen-2016', paragraph('forms', 'Andfossen (2016)'), [
    'organised-volunteering',
    'unmanaged-volunteering',
    'informal-care',
  ]),
  ...forms('andfossen-2020', paragraph('forms', 'Andfossen (2020)'), ['organised-volunteering']),
  ...forms('collins-2013', paragraph('forms', 'Collins m.fl. (2013)'), ['informal-care']),
  ...forms('galjaard-2019', paragraph('forms', 'Galjaard m.fl. (2019)'), ['informal-care']),
  ...forms('in-for-care-2017', inForCare, ['organised-volunteering', 'informal-care']),
  judged('in-for-care-2017', 'unmanaged-volunteering', inForCare, {
    en: 'Reports that more people in Norway volunteer outside organisations; read as unmanaged.',
    sv: 'Uppger att allt fler i Norge är frivilliga utanför organisationer; läst som icke-styrt.',
    nb: 'Opplyser at flere i Norge er frivillige utenfor organisasjoner; lest som ikke-styrt.',
    nn: 'Opplyser at fleire i Noreg er frivillige utanfor organisasjonar; lese som ikkje-styrt.',
  }),
  ...forms('in-for-care-2019', table(1), ['informal-care']),
  ...forms('jegermalm-2012', paragraph('forms', 'Jegermalm och Jeppsson Grassman (2012)'), [
    'informal-care',
  ]),
  ...forms('scheele-2019', paragraph('forms', 'Scheele m.fl. (2019)'), ['organised-volunteering']),
  ...forms('skinner-2021', paragraph('forms', 'Skinner m.fl. (2021)'), ['informal-care']),
  judged('van-dijk-2013', 'unmanaged-volunteering', paragraph('factors', 'van Dijk m.fl. (2013)'), {
    en: 'Neighbours’ informal support comes about by itself; read as unmanaged.',
    sv: 'Grannars informella stöd uppstår av sig självt; läst som icke-styrt.',
    nb: 'Naboers uformelle støtte oppstår av seg selv; lest som ikke-styrt.',
    nn: 'Uformell støtte frå naboar oppstår av seg sjølv; lese som ikkje-styrt.',
  }),
  ...forms('vrangbaek-2018', paragraph('factors', 'Vrangbæk m.fl. (2018)'), [
    'organised-volunteering',
  ]),
  ...forms('wall-2021', paragraph('factors', 'Wall och Vamstad (2021)'), ['informal-care']),
];

const themeCodings: Coding[] = [
  ...about('andfossen-2016', 'Andfossen (2016)', ['voluntary-conditions', 'roles-tasks']),
  ...about('andfossen-2020', 'Andfossen (2020)', ['coordination'], 'forms'),
  ...about('bai-2018', 'Bai och Synnes (2018)', ['digital-tools', 'roles-tasks']),
  ...about('baxter-2020', 'Baxter och Fancourt (2020)', [
    'voluntary-conditions',
    'funding-training',
  ]),
  ...about('chadborn-2019', 'Chadborn m.fl. (2019)', ['funding-training', 'information']),
  ...about('croft-2020', 'Croft och Currie (2020)', ['coordination', 'follow-up', 'roles-tasks']),
  ...about('dalziel-2015', 'Dalziel och Willis (2015)', ['relations-trust', 'funding-training']),
  ...about('el-farargy-2019', 'El-Farargy (2019)', ['relations-trust', 'funding-training']),
  ...about('fredriksen-2021', 'Fredriksen m.fl. (2021)', ['digital-tools', 'relations-trust']),
  ...about('leyshon-2019', 'Leyshon m.fl. (2019)', ['power', 'roles-tasks']),
  ...about('naughton-doe-2021', 'Naughton-Doe m.fl. (2021)', ['funding-training', 'power']),
  ...about('pearson-2018', 'Pearson och Watson (2018)', ['policy-strategy', 'power']),
  ...about('ryder-2016', 'Ryder (2016)', ['coordination', 'relations-trust']),
  ...about('scheele-2019', 'Scheele m.fl. (2019)', ['policy-strategy', 'follow-up']),
  ...about('skinner-2021', 'Skinner m.fl. (2021)', ['coordination', 'information']),
  ...about('smith-2013', 'Smith och Barnes (2013)', ['coordination', 'roles-tasks']),
  ...about('stocker-2018', 'Stocker m.fl. (2018)', ['relations-trust', 'follow-up', 'information']),
  ...about('van-dijk-2013', 'van Dijk m.fl. (2013)', ['voluntary-conditions', 'roles-tasks']),
  ...about('vanderstichelen-2019', 'Vanderstichelen m.fl. (2019)', ['information', 'roles-tasks']),
  ...about('vanderstichelen-2020', 'Vanderstichelen m.fl. (2020)', ['information', 'roles-tasks']),
  ...about('vrangbaek-2018', 'Vrangbæk m.fl. (2018)', ['policy-strategy', 'voluntary-conditions']),
  ...about('wall-2021', 'Wall och Vamstad (2021)', ['roles-tasks']),
];

export const codings: Coding[] = [...contributionCodings, ...themeCodings];

function forms(publication: string, source: Source, codes: string[]): Coding[] {
  return codes.map((code) => ({
    publication,
    codebook: 'contribution-forms',
    code,
    basis: 'stated',
    note: null,
    source,
  }));
}

function judged(publication: string, code: string, source: Source, note: Words): Coding {
  return { publication, codebook: 'contribution-forms', code, basis: 'judgement', note, source };
}

/** Themes are our own tree, so every theme coding is a reading of the paragraph, ours. */
function about(
  publication: string,
  citation: string,
  codes: string[],
  chapter: 'forms' | 'factors' = 'factors',
): Coding[] {
  const source = paragraph(chapter, citation);
  return codes.map((code) => ({
    publication,
    codebook: 'themes',
    code,
    basis: 'judgement',
    note: null,
    source,
  }));
}
