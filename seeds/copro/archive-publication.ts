/** One publication's page in the knowledge archive of the University of Inland Norway. */
import type { Reference } from '../../import/reference.ts';
import type { Source } from '../tfou-2012/source.ts';
import type { Words } from '../words.ts';

export type ArchivePlace = { name: string; key: string; count: number | null };
export type ArchiveLink = { label: string; url: string };
export type ArchivePublication = {
  key: string;
  reference: Reference;
  countries: string[];
  /** Restated, as are the aim and the method; the page has them in Nynorsk and English. */
  summary: Words;
  aim: Words;
  method: Words;
  keywords: Words[];
  goals: { number: number; publications: number; url: string }[];
  /** From the institution down; the page counts publications for the goal, not for these. */
  path: ArchivePlace[];
  links: ArchiveLink[];
  source: Source;
};

const pdf =
  'https://www.cambridge.org/core/services/aop-cambridge-core/content/view/85ED039233FDFD1ECE76AE7E68ABCBB1/S1463423620000341a.pdf/div-class-title-co-production-between-long-term-care-units-and-voluntary-organisations-in-norwegian-municipalities-a-theoretical-discussion-and-empirical-analysis-div.pdf';

export const archivePublication: ArchivePublication = {
  key: 'andfossen-2020',
  reference: {
    type: 'article-journal',
    title:
      'Co-production between long-term care units and voluntary organisations in Norwegian municipalities: a theoretical discussion and empirical analysis',
    authors: [{ family: 'Andfossen', given: 'N. B.' }],
    year: 2020,
    container: 'Primary Health Care Research & Development',
    volume: '21',
    issue: '2020',
    doi: '10.1017/s1463423620000341',
    language: 'en',
  },
  countries: ['NO'],
  summary: {
    en: 'Long-term care units in Norwegian municipalities mostly run voluntary activities by themselves. They seldom share the work with voluntary organisations, so people and money may be used less well than they could be; sharing and dividing tasks better would help care as the population grows older',
    sv: 'Enheter för långvarig vård i norska kommuner sköter oftast frivilliga aktiviteter på egen hand. De delar sällan arbetet med frivilligorganisationer, så människor och pengar kan komma till sämre nytta än de skulle kunna; bättre samordning och uppgiftsfördelning skulle hjälpa omsorgen när befolkningen åldras',
    nb: 'Langtidspleieenheter i norske kommuner driver stort sett frivillige aktiviteter alene. De deler sjelden arbeidet med frivillige organisasjoner, så folk og penger kan komme dårligere til nytte enn de kunne; bedre samordning og oppgavedeling ville hjelpe omsorgen når befolkningen eldes',
    nn: 'Langtidspleieeiningar i norske kommunar driv stort sett frivillige aktivitetar åleine. Dei deler sjeldan arbeidet med frivillige organisasjonar, så folk og pengar kan kome dårlegare til nytte enn dei kunne; betre samordning og oppgåvedeling ville hjelpe omsorga når folk blir eldre',
  },
  aim: {
    en: 'To find out how far long-term care units and voluntary organisations coordinate voluntary activities together, and whether they share tasks, divide them, or both',
    sv: 'Att ta reda på i vilken grad enheter för långvarig vård och frivilligorganisationer samordnar frivilliga aktiviteter tillsammans, och om de delar uppgifter, fördelar dem eller båda',
    nb: 'Å finne ut i hvilken grad langtidspleieenheter og frivillige organisasjoner koordinerer frivillige aktiviteter sammen, og om de deler på oppgaver, fordeler dem eller begge deler',
    nn: 'Å finne ut i kva grad langtidspleieeiningar og frivillige organisasjonar koordinerer frivillige aktivitetar saman, og om dei deler på oppgåver, fordeler dei eller begge delar',
  },
  method: {
    en: 'A survey of employees in nursing homes and home care',
    sv: 'En enkät till anställda på sjukhem och i hemtjänst',
    nb: 'En spørreundersøkelse blant ansatte i sykehjem og hjemmetjenester',
    nn: 'Ei spørjeundersøking blant tilsette i sjukeheimar og heimetenester',
  },
  keywords: [
    {
      en: 'Long-term care units',
      sv: 'Enheter för långvarig vård',
      nb: 'Langtidspleieenheter',
      nn: 'Langtidspleieeiningar',
    },
    {
      en: 'Voluntary organisations',
      sv: 'Frivilligorganisationer',
      nb: 'Frivillige organisasjoner',
      nn: 'Frivillige organisasjonar',
    },
    {
      en: 'Voluntary activities',
      sv: 'Frivilliga aktiviteter',
      nb: 'Frivillige aktiviteter',
      nn: 'Frivillige aktivitetar',
    },
    {
      en: 'Municipal care services',
      sv: 'Kommunal omsorg',
      nb: 'Kommunale omsorgstjenester',
      nn: 'Kommunale omsorgstenester',
    },
    { en: 'Norway', sv: 'Norge', nb: 'Norge', nn: 'Noreg' },
  ],
  goals: [
    {
      number: 3,
      publications: 1377,
      url: 'https://fn.no/om-fn/fns-baerekraftsmaal/god-helse-og-livskvalitet?lang=nno-NO',
    },
  ],
  path: [
    { name: 'Universitetet i Innlandet', key: '3DCRN523', count: null },
    {
      name: 'Handelshøgskolen Innlandet - Fakultet for økonomi og samfunnsvitenskap',
      key: 'DU8Q9LN9',
      count: null,
    },
    { name: 'Institutt for organisasjon, ledelse, styring', key: '4LUWR3ZM', count: null },
    { name: '2020', key: 'L4LD5JU9', count: null },
    { name: 'September', key: 'XPRSCNB2', count: null },
  ],
  links: [
    { label: 'DOI', url: 'https://doi.org/10.1017/s1463423620000341' },
    { label: 'Cristin', url: 'https://app.cristin.no/results/show.jsf?id=1830232' },
    { label: 'Zotero', url: 'http://zotero.org/groups/5881554/items/59JG864Y' },
    { label: 'Unpaywall', url: pdf },
    { label: 'EZproxy', url: pdf },
  ],
  source: { document: 'hinn-archive', locator: 'publication 59JG864Y' },
};
